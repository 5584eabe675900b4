// Record what the review of receipts came to. Reasons join the note; nothing that stands there is replaced.
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import type { Review } from '../../core/receipts/receipt';
import { text, type Text } from '../../core/ground/text';
import { serialFromWallTime, wallTimeFromSerial } from '../../core/ground/wallTime';
import { isMomentSerial } from '../../workbook/contract/cellFormulas';
import { momentText } from '../../workbook/contract/cells';
import { updateCells, type EditOf } from '../../workbook/contract/edits';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import { readRows, type RowOf } from '../../workbook/contract/rows';
import type { ColumnKeys } from '../../workbook/contract/keys';
import type { CellValue } from '../../workbook/contract/snapshot';
import { columnOf } from '../../workbook/contract/spec';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { shownChange, type ReplacedCell } from '../run/replacedCell';
import { requirementCalled, unitCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { ReviewInput } from './reviewJob';

export interface ReviewResults {
  readonly to: Review | '';
  readonly receipts: readonly string[];
  /** Those that were in this state already. */
  readonly unchanged: readonly string[];
  /** The first that still waits after this; '' when none does. */
  readonly next: string;
}

type Chosen = { readonly rows: readonly RowOf<'Receipts'>[]; readonly problems: readonly Problem[] };

function byIds(rows: readonly RowOf<'Receipts'>[], given: string): Chosen {
  const ids = [
    ...new Set(
      given
        .split(/[,，、;；\s]+/)
        .map((id) => id.trim().toUpperCase())
        .filter((id) => id !== ''),
    ),
  ];
  const problems: Problem[] = [];
  const chosen = ids.flatMap((id) => {
    const found = rows.filter((row) => row.text('receiptId').toUpperCase() === id);
    if (found.length === 1) return found;
    const twice = found.length > 1;
    problems.push({
      code: twice ? 'duplicate-id' : 'unknown-receipt',
      table: RECEIPTS.name,
      row: id,
      expected: text('收件登记里唯一的收件编号', 'a receipt ID that stands once in the register'),
      found: id,
      message: twice
        ? text(
            `收件登记里 ${id} 有 ${found.length} 行，不知道指哪一件：请先改成不同的编号。`,
            `${id} stands ${found.length} times in the register: give the rows different ids first.`,
          )
        : text(`收件登记里没有 ${id}。`, `The register has no ${id}.`),
    });
    return [];
  });
  return { rows: chosen, problems };
}

/** Of an item all that is under review; what is still to come is not: a review of it would be older than its arrival. */
function pendingOf(rows: readonly RowOf<'Receipts'>[], { campaign, now }: Situation, input: ReviewInput): Chosen {
  const requirement = requirementCalled(campaign.requirements, input.requirement);
  const unit = input.unit ? unitCalled(campaign.units, input.unit) : null;
  const problems = [...requirement.problems, ...(unit?.problems ?? [])];
  if (!requirement.thing || problems.length > 0) return { rows: [], problems };
  const { requirementId } = requirement.thing;
  const toCome = new Set(campaign.receipts.flatMap((one) => (one.receivedAt > now ? [one.receiptId] : [])));
  const waiting = rows.filter(
    (row) =>
      row.text('requirementId') === requirementId &&
      !toCome.has(row.text('receiptId')) &&
      (row.text('review') === '' || codeOf('review', row.text('review')) === 'pending'),
  );
  return { rows: waiting.filter((row) => !unit?.thing || row.text('unitId') === unit.thing.unitId), problems: [] };
}

function inputProblems({ receipts, requirement, to, reason }: ReviewInput): Problem[] {
  const missing = (code: ProblemCode, column: string, wanted: Text, message: Text): Problem => ({
    code,
    table: RECEIPTS.name,
    column,
    expected: wanted,
    found: '',
    message,
  });
  return [
    ...(!receipts?.trim() && !requirement?.trim()
      ? [
          missing(
            'missing-receipts',
            'receipts',
            text('收件编号，或一个事项', 'receipt IDs, or an item'),
            text(
              '请指明审核哪些收件：写收件编号，或写事项（该事项全部待审）。',
              'Say which receipts: give their IDs, or an item for all of it that is under review.',
            ),
          ),
        ]
      : []),
    ...(to === undefined
      ? [
          missing(
            'missing-review',
            'to',
            text('通过 或 退回', 'Accepted or Sent back'),
            text('请写明审核结果：通过或退回。', 'Say what the review came to: Accepted or Sent back.'),
          ),
        ]
      : []),
    ...(to === 'returned' && !reason?.trim()
      ? [
          missing(
            'missing-reason',
            'reason',
            text('退回的理由', 'why it is sent back'),
            text('退回必须写明理由，没有写入。', 'Sending back needs a reason; nothing was written.'),
          ),
        ]
      : []),
  ];
}

function noteWith(before: string, to: Review, reason: string, language: Situation['language']): string {
  if (reason === '') return before;
  const added = text(`${labelOf('review', to, 'zh')}：${reason}`, `${labelOf('review', to, 'en')}: ${reason}`)[
    language
  ];
  return [before, added].filter((piece) => piece !== '').join(language === 'zh' ? '；' : '; ');
}

/** The cell as the log keeps moments, or what else stands there. */
function momentIn(row: RowOf<'Receipts'>, key: ColumnKeys['Receipts']): string {
  const value = row.get(key);
  return isMomentSerial(value) ? momentText(wallTimeFromSerial(value)) : row.text(key);
}

/** The first with an id that is under review and not among these. */
function waitsNext(rows: readonly RowOf<'Receipts'>[], done: readonly RowOf<'Receipts'>[]): string {
  const next = rows.find(
    (row) =>
      row.text('receiptId') !== '' &&
      codeOf('review', row.text('review') || 'pending') === 'pending' &&
      !done.includes(row),
  );
  return next?.text('receiptId') ?? '';
}

/** Sets review, its time, reviewer and note of the chosen receipts. Any problem stops all of it. */
export function decideReview(situation: Situation, input: ReviewInput): Decision<ReviewResults> {
  const { snapshot, language, now } = situation;
  const table = tableIn(snapshot, RECEIPTS);
  const rows = readRows(RECEIPTS, table);
  const wrong = inputProblems(input);
  const asked = input.receipts?.trim() || input.requirement?.trim();
  const chosen = input.receipts?.trim()
    ? byIds(rows, input.receipts)
    : asked
      ? pendingOf(rows, situation, input)
      : { rows: [], problems: [] };
  const problems = [...wrong, ...chosen.problems];
  const { to } = input;
  if (to === undefined || problems.length > 0) return stop(problems);

  const reason = input.reason?.trim() ?? '';
  const label = labelOf('review', to, language);
  const isSame = (row: RowOf<'Receipts'>): boolean => codeOf('review', row.text('review') || 'pending') === to;
  const acted = chosen.rows.filter((row) => !isSame(row));
  const edits: EditOf<'Receipts'>[] = [];
  const changed: ReplacedCell[] = [];
  for (const row of acted) {
    const put = (key: ColumnKeys['Receipts'], before: string, after: string, value: CellValue = after): void => {
      if (row.text(key) === after) return;
      edits.push({ index: row.index, key, value });
      changed.push({
        table: RECEIPTS.name,
        row: row.text('receiptId') || `#${row.index + 1}`,
        column: columnOf(RECEIPTS, key).header[language],
        before,
        after,
        ...(columnOf(RECEIPTS, key).type === 'moment' && { exact: { before: row.get(key), after: value } }),
      });
    };
    // An empty cell means under review (D-7): the log says so, so that every act can be read from it.
    put('review', row.text('review') || labelOf('review', 'pending', language), label);
    // A review taken back has no time: nothing is decided.
    if (to === 'pending') put('reviewedAt', momentIn(row, 'reviewedAt'), '');
    else put('reviewedAt', momentIn(row, 'reviewedAt'), momentText(now), serialFromWallTime(now));
    if (input.reviewer?.trim()) put('reviewer', row.text('reviewer'), input.reviewer.trim());
    put('note', row.text('note'), noteWith(row.text('note'), to, reason, language));
  }
  const ids = acted.map((row) => row.text('receiptId') || `#${row.index + 1}`);
  const unchanged = chosen.rows.filter(isSame).map((row) => row.text('receiptId'));
  const already =
    unchanged.length > 0
      ? text(`，${unchanged.length} 件本来就是`, `, ${unchanged.length} were so already`)
      : text('', '');
  return {
    steps: updateCells(RECEIPTS, table, edits),
    changed: acted.length > 0 ? { [RECEIPTS.name]: { added: 0, updated: acted.length } } : {},
    results: { to, receipts: ids, unchanged, next: waitsNext(rows, chosen.rows) },
    replaced: changed,
    preview: { added: [], changed: changed.map(shownChange), unchanged: unchanged.length },
    message:
      chosen.rows.length === 0
        ? text('没有待审的收件。', 'Nothing is under review.')
        : text(
            `${acted.length} 件审核为“${labelOf('review', to, 'zh')}”${already.zh}。`,
            `${acted.length} ${acted.length === 1 ? 'receipt' : 'receipts'}: ${labelOf('review', to, 'en')}${already.en}.`,
          ),
  };
}
