// Take back one act, from the log: cells get their former values, added rows are withdrawn. Deletes nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { readActs, undoneLine, type LoggedAct } from '../../workbook/tables/records/actLog';
import { updateCells, type CellEdit } from '../../workbook/contract/edits';
import { columnOf } from '../../workbook/contract/spec';
import { LOG } from '../../workbook/tables/records/records';
import { shownChange, type ReplacedCell } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { stoppedDecision } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import {
  actInWords,
  actNamed,
  builtOn,
  canBeUndone,
  historyOf,
  isBroken,
  type ActNamed,
  type ActShown,
} from './history';
import { brokenAct, brokenLines, olderAct } from './undoNotices';
import { undoCells, undoRows, type TakenBack } from './undoCells';
import { UNDO, type UndoInput } from './undoJob';

export interface UndoResults {
  /** The act that is taken back: its number, its job, when it was done (YYYY-MM-DDTHH:mm:ss), by whom. */
  readonly act: string;
  readonly job: string;
  readonly at: string;
  readonly by: string;
  /** Cells that hold again what they held before. */
  readonly restored: number;
  /** Rows that were added and count no longer. */
  readonly withdrawn: number;
  /** What somebody has changed since, and so was left as it is: "Units U01 联系电话". */
  readonly leftAlone: readonly string[];
  /** What was made since of what the act wrote. */
  readonly builtOn: readonly ActNamed[];
  /** What the workbook remembers, latest first. */
  readonly acts: readonly ActShown[];
}

function nothingToUndo(): Problem {
  return {
    code: 'nothing-to-undo',
    table: LOG.name,
    expected: text('操作日志里一次还没有撤销、可以撤销的操作', 'an act in the log that can be undone and is not yet'),
    found: '',
    message: text(
      '操作日志里没有可以撤销的导入、登记或修改。',
      'The log has no import, arrival or change that could be undone.',
    ),
  };
}

function noSuchAct(word: string, act: LoggedAct | undefined): Problem {
  const title = act ? actNamed(act).title : null;
  return {
    code: 'no-such-act',
    table: LOG.name,
    row: word,
    expected: text('一次还没有撤销、可以撤销的操作', 'an act that can be undone and is not yet'),
    found: word,
    message: !title
      ? text(`操作日志里没有编号为 ${word} 的操作。`, `The log has no act numbered ${word}.`)
      : act?.undone
        ? text(`这次“${title.zh}”已经撤销过了。`, `This “${title.en}” is undone already.`)
        : text(`“${title.zh}”不能撤销。`, `“${title.en}” cannot be undone.`),
  };
}

function builtUpon(what: Text, made: readonly ActNamed[], acts: readonly LoggedAct[]): Problem {
  const each = made.map((one) => actInWords(one, acts.find(({ key }) => key === one.act)?.at ?? 0));
  const [zh, en] = [each.map((words) => words.zh).join('、'), each.map((words) => words.en).join(', ')];
  return {
    code: 'built-upon',
    table: LOG.name,
    expected: text('后来没有据此做别的', 'nothing that was made of it since'),
    found: made.map(({ act }) => act).join(' '),
    foundIn: text(zh, en),
    message: text(
      `${what.zh}之后，又据此做了${zh}。撤销后这些要重做；确要撤销，请选“仍要撤销”。没有写入任何内容。`,
      `After ${what.en} came ${en}, which rest on it and must be made again once it is undone. To undo it all the same, say so. Nothing was written.`,
    ),
  };
}

/** What stays, by why it stays: changed by somebody, not to be found, or kept for another reason. */
function leftWords(notices: readonly Problem[]): Text {
  const changed = notices.filter(({ code }) => code === 'changed-since').length;
  const gone = notices.filter(({ code }) => code === 'not-found').length;
  const kept = notices.length - changed - gone;
  const parts = [
    ...(changed > 0
      ? [text(`${changed} 处后来有人改过，未动`, `${changed} places were changed since and are left alone`)]
      : []),
    ...(gone > 0 ? [text(`${gone} 处找不到了`, `${gone} places are not there any more`)] : []),
    ...(kept > 0 ? [text(`${kept} 处保留，见下面`, `${kept} are kept, see below`)] : []),
  ];
  return parts.length === 0
    ? text('', '')
    : text(`，${parts.map(({ zh }) => zh).join('，')}`, `; ${parts.map(({ en }) => en).join('; ')}`);
}

/** Nothing was given back: then nothing is said to be undone. */
function nothingTaken(what: Text, left: Text): Text {
  return text(`${what.zh}没有可以恢复的内容${left.zh}。`, `Of ${what.en} nothing can be restored${left.en}.`);
}

/** The one that is asked for; else the latest of whoever asks, else the latest of all. */
function chosen(acts: readonly LoggedAct[], word: string, by: string | undefined): LoggedAct | undefined {
  if (word !== '') return acts.find(({ key }) => key === word);
  const open = acts.filter(canBeUndone);
  const own = by ? open.filter((act) => act.by === by) : [];
  return own.at(-1) ?? open.at(-1);
}

/** Why there is nothing to take back: lines of the log that were changed are no reason to say that it has no act. */
function inVain(word: string, act: LoggedAct | undefined, logged: readonly LoggedAct[]): Problem[] {
  if (act && isBroken(act)) return [brokenAct(act)];
  if (word !== '') return [noSuchAct(word, act)];
  const broken = logged.filter(isBroken);
  return broken.length > 0 ? broken.reverse().map(brokenAct) : [nothingToUndo()];
}

/** Later acts that would have been taken back instead, had somebody not changed their lines. */
function passedOver(act: LoggedAct, word: string, logged: readonly LoggedAct[], by: string | undefined): Problem[] {
  if (word !== '') return [];
  const theirs = (other: LoggedAct): boolean => !by || act.by !== by || other.by === by;
  return logged
    .slice(logged.indexOf(act) + 1)
    .filter((other) => isBroken(other) && theirs(other))
    .map(brokenAct);
}

function changesOf({ table, edits }: TakenBack, { snapshot, campaign, language }: Situation): ReplacedCell[] {
  const spec = campaign.spec(table);
  const body = tableIn(snapshot, spec).values;
  return edits.map(({ index, row, key, place, value }) => {
    const before = body[index]?.[place] ?? '';
    return {
      table,
      row,
      column: columnOf(spec, key).header[language],
      before: String(before),
      after: String(value),
      exact: { before, after: value },
    };
  });
}

/**
 * What taking back comes to. A cell goes back only while it holds what the act wrote. What was made of it since is named, and asked about. Receipts that the import added are sent back, stories
 * become not eligible, both with a note, and keep their numbers for good: what comes next is numbered on; units become rows to be filled in again while nothing else was entered about them.
 */
export function decideUndo(situation: Situation, input: UndoInput): Decision<UndoResults> {
  const { snapshot, campaign, language } = situation;
  const logged = readActs(tableIn(snapshot, LOG));
  const acts = historyOf(logged, situation.by);
  const word = input.act?.trim() ?? '';
  const act = chosen(logged, word, situation.by);
  if (!act || !canBeUndone(act)) return stoppedDecision(inVain(word, act, logged), { ...UNDO.nothing, acts });
  const named = actNamed(act);
  const what = actInWords(named, act.at);
  const made = builtOn(act, logged);

  const cells = undoCells(situation, act, logged);
  const rows = undoRows(situation, act);
  const taken = [...cells.taken, ...rows.taken].filter(({ edits }) => edits.length > 0);
  const notices = [
    ...passedOver(act, word, logged, situation.by),
    ...brokenLines(act),
    ...cells.notices,
    ...rows.notices,
  ];
  const restored = cells.taken.reduce((sum, { edits }) => sum + edits.length, 0);
  const withdrawn = rows.rows;
  const changes = taken.flatMap((each) => changesOf(each, situation));
  const question = made.length > 0 && input.anyway !== true ? builtUpon(what, made, logged) : null;
  const left = leftWords(notices);
  const older = word === '' ? olderAct(act, situation.now, situation.by) : undefined;
  return {
    steps: taken.flatMap(({ table, edits }) => {
      const spec = campaign.spec(table);
      return updateCells(
        spec,
        tableIn(snapshot, spec),
        edits.map(({ index, key, value }): CellEdit => ({ index, key, value })),
      );
    }),
    changed: Object.fromEntries(
      taken.map(({ table, edits }) => [table, { added: 0, updated: new Set(edits.map(({ index }) => index)).size }]),
    ),
    notices: older ? [older, ...notices] : notices,
    replaced: changes,
    alsoLogged: [undoneLine(act, language)],
    results: {
      ...{ act: named.act, job: named.job, at: named.at, by: named.by },
      builtOn: made,
      acts,
      restored,
      withdrawn,
      leftAlone: notices.map(({ table, row, column }) => [table, row, column].filter(Boolean).join(' ')),
    },
    preview: { added: [], changed: changes.map(shownChange), unchanged: notices.length },
    ...(question && { stopped: true, problems: [question] }),
    message:
      question?.message ??
      (taken.length === 0 ? nothingTaken(what, left) : null) ??
      text(
        `已撤销 ${what.zh}：恢复 ${restored} 个单元格，撤回 ${withdrawn} 行${left.zh}。`,
        `Undone: ${what.en}: ${restored} cells restored, ${withdrawn} rows withdrawn${left.en}.`,
      ),
  };
}
