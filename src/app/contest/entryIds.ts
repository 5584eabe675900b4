// Ids of stories: those that somebody typed over, put back where the judges' sheets leave one meaning only; new ones for stories that were typed without;
// and the story of a score row that has none. Decides nothing about scores.
import { sameNumber } from '../../core/contest/blindNumber';
import type { Entry } from '../../core/contest/contest';
import { formerIds, type ShownStory } from '../../core/contest/formerIds';
import type { Problem } from '../../core/ground/problem';
import type { CellEdit } from '../../workbook/contract/edits';
import { readRows } from '../../workbook/contract/rows';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { wrongNumbers } from '../../workbook/tables/scoreSheet/wrongNumbers';
import type { Situation } from '../run/runJob';
import { missingIds } from '../run/numberedTables';
import { tableIn } from '../run/tableIn';

/** An id for the row at `index` of the table's body. */
export interface IdRepair {
  readonly table: string;
  readonly index: number;
  /** What the row is called now. */
  readonly row: string;
  readonly before: string;
  readonly after: string;
}

interface ScoreRow extends ShownStory {
  readonly table: string;
  readonly index: number;
}

function scoreRows({ campaign, snapshot }: Situation): ScoreRow[] {
  return campaign.judgesWithSheet.flatMap((judgeId) => {
    const name = scoreTableName(judgeId);
    const table = snapshot.tables[name];
    if (!table || table.unread) return [];
    return readRows(campaign.spec(name), table).map((row) => ({
      table: name,
      index: row.index,
      entryId: row.text('entryId'),
      blindNo: row.text('blindNo'),
      title: row.text('title'),
    }));
  });
}

/** Stories under the ids that they were scored and decided by. */
function storyRepairs(situation: Situation, scored: readonly ScoreRow[]): IdRepair[] {
  const { campaign, snapshot } = situation;
  const rows = readRows(ENTRIES, tableIn(snapshot, ENTRIES));
  const register = rows.map((row) => ({
    entryId: row.text('entryId'),
    blindNo: row.text('blindNo'),
    title: row.text('title'),
  }));
  return [...formerIds(register, [...scored, ...campaign.kept])].flatMap(([at, after]): IdRepair[] => {
    const row = rows[at];
    const before = register[at]?.entryId ?? '';
    return row ? [{ table: ENTRIES.name, index: row.index, row: before || `#${row.index + 1}`, before, after }] : [];
  });
}

/** Rows that judges typed by number alone, where the story has no row of its own on the sheet. */
function rowRepairs(entries: readonly Entry[], scored: readonly ScoreRow[]): IdRepair[] {
  return scored.flatMap(({ table, index, entryId, blindNo, title }): IdRepair[] => {
    if (entryId !== '' || blindNo === '') return [];
    const [entry, ...more] = entries.filter((each) => sameNumber(each.blindNo, blindNo));
    const alike = scored.filter((other) => other.table === table && sameNumber(other.blindNo, blindNo));
    const has = scored.some((other) => other.table === table && other.entryId === entry?.entryId);
    if (!entry || entry.entryId === '' || more.length > 0 || alike.length > 1 || has) return [];
    if (title !== '' && title !== entry.title) return [];
    return [{ table, index, row: `#${index + 1}`, before: '', after: entry.entryId }];
  });
}

/** Ids of the register first; where one of them is put back, rows of score sheets wait for the next mending. */
export function idRepairs(situation: Situation): readonly IdRepair[] {
  const scored = scoreRows(situation);
  const stories = storyRepairs(situation, scored);
  return stories.length > 0 ? stories : rowRepairs(numberedEntries(situation).entries, scored);
}

/** The entries as they are to be, rows that people typed without an id with the one they were scored by, else with the next. */
export interface NumberedEntries {
  readonly entries: readonly Entry[];
  /** Cells of the register that get an id. */
  readonly edits: readonly CellEdit<'entryId'>[];
  /** Rows of score sheets that get theirs. */
  readonly rows: readonly IdRepair[];
  /** Whether a problem about rows of score sheets is gone then. */
  readonly putsRight: (problem: Problem) => boolean;
}

/** Nothing is given to an entry that has an id, whatever it is. */
export function numberedEntries(situation: Situation): NumberedEntries {
  const { campaign, snapshot } = situation;
  const scored = scoreRows(situation);
  const former = storyRepairs(situation, scored).filter(({ before }) => before === '');
  const given = new Map<number, string>([
    ...missingIds(ENTRIES, snapshot).map(({ index, value }) => [index, String(value)] as const),
    ...former.map(({ index, after }) => [index, after] as const),
  ]);
  const entries = withIds(situation, given);
  const rows = rowRepairs(entries, scored);
  return {
    entries: given.size > 0 ? entries : campaign.entries,
    edits: [...given].map(([index, value]) => ({ index, key: 'entryId', value })),
    rows,
    putsRight: endsWithIds(
      situation,
      [...given].map(([index, after]) => ({ table: ENTRIES.name, index, row: '', before: '', after })),
      rows,
    ),
  };
}

function withIds({ campaign, snapshot }: Situation, given: ReadonlyMap<number, string>): Entry[] {
  const rows = snapshot.tables[ENTRIES.name] ? readRows(ENTRIES, tableIn(snapshot, ENTRIES)) : [];
  return campaign.entries.map((entry, at): Entry => {
    const entryId = given.get(rows[at]?.index ?? -1);
    return entryId === undefined ? entry : { ...entry, entryId };
  });
}

const keyOf = ({ code, table, row, column, found }: Problem): string =>
  [code, table, row, column, found].join('\u0000');

const OF_ROWS: ReadonlySet<string> = new Set([
  'story-renumbered',
  'title-of-another',
  'number-differs',
  'row-without-story',
]);

/** Whether a problem about rows of score sheets is gone once the ids of the register are put back, and those of the `rows`. */
export function endsWithIds(
  situation: Situation,
  repairs: readonly IdRepair[],
  rows: readonly IdRepair[] = [],
): (problem: Problem) => boolean {
  const { campaign, snapshot } = situation;
  const back = new Map(repairs.flatMap(({ table, index, after }) => (table === ENTRIES.name ? [[index, after]] : [])));
  if (back.size + rows.length === 0) return () => false;
  const entries = withIds(situation, back);
  const done = new Set(rows.map(({ table, row }) => `${table} ${row}`));
  const sheets = campaign.judges.flatMap((judge) => {
    const table = snapshot.tables[scoreTableName(judge.judgeId)];
    return table ? [{ judge, table }] : [];
  });
  const register = snapshot.tables[ENTRIES.name]?.sheet ?? '';
  const left = wrongNumbers(sheets, campaign.criteria, entries, register, campaign.settings.language);
  const stays = new Set(left.filter(({ table, row }) => !done.has(`${table ?? ''} ${row ?? ''}`)).map(keyOf));
  return (problem) => OF_ROWS.has(problem.code) && !stays.has(keyOf(problem));
}
