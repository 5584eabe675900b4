// Close an objection: founded, unfounded or taken back, with who looked into it and what came of it. It changes no decision.
import type { Objection, ObjectionStatus } from '../../core/awards/objection';
import type { Entry } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text, type Text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';
import { updateCells, type EditOf } from '../../workbook/contract/edits';
import { codeOf, labelOf } from '../../workbook/contract/labels';
import { momentText } from '../../workbook/contract/cells';
import { readRows, type RowOf } from '../../workbook/contract/rows';
import { columnOf } from '../../workbook/contract/spec';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import type { CellChange } from '../run/job';
import { againstWhat, goneObjection, listState, onList, withdrawalReason } from './listState';
import { momentCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { CloseObjectionInput } from './closeObjectionJob';

export interface CloseObjectionResults {
  readonly objectionId: string;
  readonly status: ObjectionStatus | null;
  /** A founded one against an entry that is on the list: what a withdrawal is to be called with. */
  readonly withdraw: { readonly entry: string } | null;
  /** What a withdrawal or a new decision that follows may give as its reason; '' when nothing has to follow. */
  readonly reason: string;
  /** Objections that still keep the list pending, this one included when nothing has followed it. */
  readonly pending: number;
}

const given = (word: string | undefined): string => (word ?? '').trim();

function unknownObjection(word: string, known: readonly string[]): Problem {
  const list = known.join('、') || '—';
  return {
    code: 'unknown-objection',
    table: OBJECTIONS.name,
    column: 'id',
    found: word,
    expected: text(list, list),
    message:
      known.length === 0
        ? text('没有正在处理的异议。', 'No objection is open.')
        : text(
            word === '' ? `请指明异议编号（id）：${list}。` : `没有正在处理的异议“${word}”：现有 ${list}。`,
            word === '' ? `Name the objection (id): ${list}.` : `No objection “${word}” is open: there are ${list}.`,
          ),
  };
}

function statusProblem(word: string): Problem {
  return {
    code: 'bad-outcome',
    table: OBJECTIONS.name,
    column: 'to',
    found: word,
    expected: text('成立、不成立 或 撤回', 'Founded, Unfounded or Withdrawn'),
    message: text(
      '请写明处理结论（to）：成立、不成立 或 撤回。',
      'State what it is closed as (to): Founded, Unfounded or Withdrawn.',
    ),
  };
}

function lacks(code: ProblemCode, column: string, expected: Text, message: Text): Problem {
  return { code, table: OBJECTIONS.name, column, expected, found: '', message };
}

function changesOf(
  row: RowOf<'Objections'>,
  objectionId: string,
  edits: readonly EditOf<'Objections'>[],
  shown: Readonly<Record<string, string>>,
  { language }: Situation,
): CellChange[] {
  return edits.map(({ key }) => ({
    table: OBJECTIONS.name,
    row: objectionId,
    column: columnOf(OBJECTIONS, key).header[language],
    before: row.text(key),
    after: shown[key] ?? '',
  }));
}

/** The objection that is meant and what is said of it, with all that is lacking. */
function closingOf({ campaign, now }: Situation, input: CloseObjectionInput) {
  const open = campaign.objections.filter((each) => each.status === 'open');
  const word = given(input.id);
  const objection =
    word === '' && open.length === 1
      ? open[0]
      : open.find(({ objectionId }) => objectionId !== '' && objectionId.toLowerCase() === word.toLowerCase());
  const status = codeOf('objection', given(input.to));
  const at = momentCalled(input.at, campaign.settings.year, 'at');
  const closedAt = at.thing ?? now;
  const problems = [
    ...(objection ? [] : [unknownObjection(word, open.map(({ objectionId }) => objectionId).filter(Boolean))]),
    ...(status === null || status === 'open' ? [statusProblem(given(input.to))] : []),
    ...(given(input.by) === '' ? [NO_NAME] : []),
    ...(given(input.outcome) === '' && status !== 'withdrawn' ? [NO_ANSWER] : []),
    ...at.problems,
    ...(closedAt < (objection?.receivedAt ?? closedAt) ? [TOO_EARLY] : []),
  ];
  return { objection, status, closedAt, problems };
}

const NO_NAME = lacks(
  'missing-by',
  'by',
  text('承办人', 'who looked into it'),
  text('请写明由谁核实处理（by）。', 'State who looked into it (by).'),
);
const NO_ANSWER = lacks(
  'missing-answer',
  'outcome',
  text('处理结果', 'what came of it'),
  text('请写明核实情况和答复（outcome）。', 'State what was found and answered (outcome).'),
);
const TOO_EARLY = lacks(
  'closed-before-received',
  'at',
  text('不早于收到时间', 'not before it was received'),
  text('办结时间早于收到时间：请核对。', 'It cannot be closed before it was received: check the moment.'),
);

interface Aftermath {
  /** Objections that still keep the list pending. */
  readonly pending: number;
  /** The list has to change on this one's account. */
  readonly follows: boolean;
  /** The entry that is still on the list, though the objection to it was founded. */
  readonly entry: Entry | undefined;
}

/** What the closed objection leaves to be done. */
function aftermathOf(
  objection: Objection,
  closed: Pick<Objection, 'status' | 'closedAt'>,
  { campaign, asOf }: Situation,
): Aftermath {
  const objections = campaign.objections.map((each) => (each === objection ? { ...each, ...closed } : each));
  const state = listState({ ...campaign, objections }, asOf);
  const follows = state.unanswered.some(({ objectionId }) => objectionId === objection.objectionId);
  return {
    pending: state.open.length + state.unanswered.length,
    follows,
    entry:
      follows && onList(objection, campaign)
        ? campaign.entries.find(({ entryId }) => entryId === objection.entryId)
        : undefined,
  };
}

function nextWords({ pending, follows, entry }: Aftermath, objection: Objection, campaign: Campaign): Text {
  if (!follows)
    return pending > 0
      ? text(`还有 ${pending} 件未了，名单仍待定`, `${pending} more keep the list pending`)
      : text('没有未了的异议', 'nothing else is open');
  const [what, reason] = [againstWhat(objection, campaign), withdrawalReason(objection)];
  return entry
    ? text(
        `名单没有自动改变：${what.zh}还在名单上，请用“退出递补”，理由“${reason.zh}”`,
        `The list has not changed by itself: ${what.en} is still on it, use “Withdraw” with the reason “${reason.en}”`,
      )
    : text(
        '名单没有自动改变：请改正后用“评定”重新评定',
        'The list has not changed by itself: put things right and decide again',
      );
}

/** Writes status, answer, who and when into the row; a name that stood there is kept when it is the same. */
export function decideCloseObjection(
  situation: Situation,
  input: CloseObjectionInput,
): Decision<CloseObjectionResults> {
  const { campaign, snapshot, language } = situation;
  const { objection, status, closedAt, problems } = closingOf(situation, input);
  if (problems.length > 0 || !objection || status === null) return stop(problems);
  const { objectionId } = objection;
  const table = snapshot.tables[OBJECTIONS.name];
  if (objection.gone || !table) return stop([goneObjection(objection, campaign)]);
  const row = readRows(OBJECTIONS, table).find((each) => each.text('objectionId') === objectionId);
  if (!row) return stop([unknownObjection(objectionId, [])]);
  const values: readonly EditOf<'Objections'>[] = [
    { index: row.index, key: 'status', value: labelOf('objection', status, language) },
    { index: row.index, key: 'handledBy', value: given(input.by) },
    ...(given(input.outcome) === ''
      ? []
      : [{ index: row.index, key: 'outcome' as const, value: given(input.outcome) }]),
    { index: row.index, key: 'closedAt', value: serialFromWallTime(closedAt) },
  ];
  const edits = values.filter(({ key, value }) => row.get(key) !== value);
  const shown = Object.fromEntries(
    edits.map(({ key, value }) => [key, key === 'closedAt' ? momentText(closedAt) : String(value)]),
  );
  const left = aftermathOf(objection, { status, closedAt }, situation);
  const next = nextWords(left, objection, campaign);
  return {
    steps: updateCells(OBJECTIONS, table, edits),
    changed: { Objections: { added: 0, updated: 1 } },
    results: {
      objectionId,
      status,
      withdraw: left.entry ? { entry: left.entry.blindNo } : null,
      reason: left.follows ? withdrawalReason(objection)[language] : '',
      pending: left.pending,
    },
    preview: { added: [], changed: changesOf(row, objectionId, edits, shown, situation), unchanged: 0 },
    message: text(
      `异议 ${objectionId} 已办结：${labelOf('objection', status, 'zh')}。${next.zh}。`,
      `Objection ${objectionId} is closed: ${labelOf('objection', status, 'en')}. ${next.en}.`,
    ),
  };
}
