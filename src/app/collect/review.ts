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
import type { CellChange } from '../run/job';
import { missingIds } from '../run/numberedTables';
import type { ReplacedCell } from '../run/replacedCell';
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
  /** The first that still waits after this; '' when none does, or it has no number. */
  readonly next: string;
  /** What names that one where it has no number; null when it has one, or none waits. */
  readonly nextOf: { readonly requirement: string; readonly unit: string } | null;
}

/** A row that a person typed without a number is told by its place, as in the register that the rules read. */
const nameOf = (row: RowOf<'Receipts'>): string => row.text('receiptId') || `#${row.index + 1}`;

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
      !toCome.has(nameOf(row)) &&
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

/** The first that is under review, not among these, and named by its number or by unit and item. */
function waitsNext(
  rows: readonly RowOf<'Receipts'>[],
  done: readonly RowOf<'Receipts'>[],
): Pick<ReviewResults, 'next' | 'nextOf'> {
  const pairOf = (row: RowOf<'Receipts'>): NonNullable<ReviewResults['nextOf']> => ({
    requirement: row.text('requirementId'),
    unit: row.text('unit'),
  });
  const next = rows.find(
    (row) =>
      (row.text('receiptId') !== '' || Object.values(pairOf(row)).every((part) => part !== '')) &&
      codeOf('review', row.text('review') || 'pending') === 'pending' &&
      !done.includes(row),
  );
  const id = next?.text('receiptId') ?? '';
  return { next: id, nextOf: next && id === '' ? pairOf(next) : null };
}

/** Sets review, its time, reviewer and note of the chosen receipts; a row without a number gets one, or nothing could undo it. Any problem stops all of it. */
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
  const shown: CellChange[] = [];
  const numbers = new Map(missingIds(RECEIPTS, snapshot).map(({ index, value }) => [index, String(value)]));
  const idOf = (row: RowOf<'Receipts'>): string => numbers.get(row.index) ?? nameOf(row);
  for (const row of acted) {
    const number = numbers.get(row.index);
    const header = (key: ColumnKeys['Receipts']): string => columnOf(RECEIPTS, key).header[language];
    if (number !== undefined) {
      edits.push({ index: row.index, key: 'receiptId', value: number });
      // No value that is taken back with the act: a number is given once.
      shown.push({ table: RECEIPTS.name, row: nameOf(row), column: header('receiptId'), before: '', after: number });
    }
    const put = (key: ColumnKeys['Receipts'], before: string, after: string, value: CellValue = after): void => {
      if (row.text(key) === after) return;
      edits.push({ index: row.index, key, value });
      shown.push({ table: RECEIPTS.name, row: nameOf(row), column: header(key), before, after });
      changed.push({
        table: RECEIPTS.name,
        row: idOf(row),
        column: header(key),
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
  const unchanged = chosen.rows.filter(isSame).map((row) => row.text('receiptId'));
  const already =
    unchanged.length > 0
      ? text(`，${unchanged.length} 件本来就是`, `, ${unchanged.length} were so already`)
      : text('', '');
  return {
    steps: updateCells(RECEIPTS, table, edits),
    changed: acted.length > 0 ? { [RECEIPTS.name]: { added: 0, updated: acted.length } } : {},
    results: { to, receipts: acted.map(idOf), unchanged, ...waitsNext(rows, chosen.rows) },
    replaced: changed,
    preview: { added: [], changed: shown, unchanged: unchanged.length },
    message:
      chosen.rows.length === 0
        ? text('没有待审的收件。', 'Nothing is under review.')
        : text(
            `${acted.length} 件审核为“${labelOf('review', to, 'zh')}”${already.zh}。`,
            `${acted.length} ${acted.length === 1 ? 'receipt' : 'receipts'}: ${labelOf('review', to, 'en')}${already.en}.`,
          ),
  };
}
