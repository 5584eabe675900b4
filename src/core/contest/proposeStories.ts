// From a list of stories as offices keep it to entries that can be registered. Knows the list and the roster, no workbook.
import { cellText, looksLikeFormula, personName, rawText } from '../import/cellText';
import { recognizeSheets } from '../import/recognizeSheets';
import { passedOver } from '../import/rowPlace';
import type { ImportedCell, SheetRows } from '../import/sheetRows';
import { sourceTable, type SourceTable } from '../import/sourceTable';
import type { Place, Problem } from '../ground/problem';
import type { ProblemCode } from '../ground/problemCodes';
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { UnitMatcher } from '../roster/unitMatcher';
import { unitProblem } from '../roster/unitProblem';
import { sameNumber } from './blindNumber';
import type { Entry } from './contest';
import { STORY_COLUMNS, type StoryColumn } from './storyColumns';
import { duplicates, quotaNotices, takenBy } from './storyConflicts';
import type { ProposedEntry, StoryRow } from './storyRow';
import { categoryKey, plainNumber, titleKey } from './storyWords';

interface StoryContext {
  readonly matcher: UnitMatcher;
  /** The campaign's story categories, as they are to be written. */
  readonly categories: readonly string[];
  /** What lists call some of them besides, and the name as it is to be written. */
  readonly alsoCalled?: ReadonlyMap<string, string>;
  readonly existing: readonly Entry[];
  /** By which headers columns are recognised; absent: the general ones. */
  readonly columns?: typeof STORY_COLUMNS;
  /** How many stories a unit may hand in; null or absent: not limited. */
  readonly quotaOf?: (unitId: string) => number | null;
}

interface StoriesProposal {
  readonly entries: readonly ProposedEntry[];
  /** entryIds that the workbook already has with the same number, unit and title. */
  readonly unchanged: readonly string[];
  /** The rows of the file that say so. */
  readonly settled: readonly Place[];
  /** The sheets that have a table, with every data row. */
  readonly source: readonly SourceTable[];
  /** One for each wrong cell; their rows are left out whole. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/**
 * Recognises the stories in the sheets of a file. A row with anything wrong in it is left out whole, with a problem for
 * each wrong cell: unknown or doubtful unit, no title, a category off the list, a number that is missing, there twice or
 * taken in the workbook, the same story twice. Importing the same file again proposes nothing.
 * Example: the row `12 | 三湖镇 | 重生 | 人物事迹 | 参评人12 | 约2000` → an entry with blindNo "12" and note “字数：约2000”.
 */
export function proposeStories(sheets: readonly SheetRows[], context: StoryContext): StoriesProposal {
  const rows: StoryRow[] = [];
  const source: SourceTable[] = [];
  const recognized = recognizeSheets(sheets, context.columns ?? STORY_COLUMNS, 'Entries');
  const problems: Problem[] = [...recognized.problems];
  const notices: Problem[] = [...recognized.notices];
  const settled: Place[] = [];
  for (const { sheet, table } of recognized.tables) {
    source.push(sourceTable(sheet, table));
    notices.push(...passedOver(table, 'Entries', sheet));
    for (const { rowNumber, cells } of table.dataRows) {
      const cell = (column: StoryColumn): ImportedCell => cells[table.columnOf[column] ?? -1] ?? null;
      const header = (column: StoryColumn): string =>
        table.headers[table.columnOf[column] ?? -1] ||
        (STORY_COLUMNS.find(({ key }) => key === column)?.headers[0] ?? column);
      const place = (column: StoryColumn) => ({
        table: 'Entries',
        sheet,
        row: rowNumber,
        column: header(column),
        found: rawText(cell(column)),
      });
      rows.push(readRow(sheet, rowNumber, cell, place, context));
    }
  }
  const twice = duplicates(rows);
  const taken: StoryRow[] = [];
  const unchanged: string[] = [];
  for (const story of rows) {
    const known = context.existing.find((entry) => isSame(entry, story));
    const wrong = [...story.problems, ...(twice.get(story) ?? [])];
    if (wrong.length === 0 && known) {
      unchanged.push(known.entryId);
      settled.push({ sheet: story.sheet, row: story.row });
      notices.push(...differences(known, story));
      continue;
    }
    if (wrong.length === 0) wrong.push(...takenBy(story, context.existing));
    problems.push(...wrong);
    if (wrong.length === 0) taken.push(story);
  }
  return {
    entries: taken.map(plain),
    unchanged,
    settled,
    source,
    problems,
    notices: [...notices, ...quotaNotices(taken, context.existing, context.quotaOf)],
  };
}

function readRow(
  sheet: string,
  row: number,
  cell: (column: StoryColumn) => ImportedCell,
  place: StoryRow['place'],
  { matcher, categories, alsoCalled = new Map<string, string>() }: StoryContext,
): StoryRow {
  const value = (column: StoryColumn): string => cellText(cell(column));
  const match = matcher.match(value('unit'));
  const isMeant = (name: string): boolean => categoryKey(name) === categoryKey(value('category'));
  const listed = categories.find(isMeant) ?? [...alsoCalled].find(([name]) => isMeant(name))?.[1];
  // A campaign without categories takes whatever the file says.
  const category = categories.length === 0 ? value('category') : listed;
  const problems: Problem[] = [];
  const fault = (column: StoryColumn, code: ProblemCode, expected: Text, message: Text): void => {
    problems.push({ ...place(column), code, expected, message });
  };
  const unitFault = unitProblem(rawText(cell('unit')), match, place('unit'));
  if (unitFault) problems.push(unitFault);
  if (match.kind === 'exact' && !match.unit.active) {
    fault(
      'unit',
      'inactive-unit',
      text('仍参加活动的单位', 'a unit that still takes part'),
      text(`${match.unit.name}在名册中已停用：请核对。`, `${match.unit.name} is inactive in the roster: have a look.`),
    );
  }
  if (value('title') === '') {
    fault(
      'title',
      'missing-title',
      text('作品题目', 'the title'),
      text('缺作品题目：请向该单位核实后补上。', 'The title is missing: ask the unit and fill it in.'),
    );
  }
  if (category === undefined) {
    fault(
      'category',
      'unknown-category',
      text(categories.join('、'), categories.join(', ')),
      text(
        `类别不在规定的${categories.length}类中：请改成其中之一。`,
        `The category is none of the ${categories.length} of the campaign: choose one of them.`,
      ),
    );
  }
  for (const column of ['number', 'title', 'category', 'storyteller', 'words', 'remark'] as const) {
    if (!looksLikeFormula(value(column)) || typeof cell(column) === 'number') continue;
    fault(
      column,
      'formula-like',
      text('普通文字', 'plain text'),
      text(
        '这段文字会被表格当作公式：请去掉开头的符号。',
        'A spreadsheet would take this text for a formula: remove the sign it begins with.',
      ),
    );
  }
  if (problems.length === 0 && value('number') === '') {
    fault(
      'number',
      'missing-number',
      text('编号', 'a number'),
      text('缺编号，评委无从打分：请补上编号。', 'The number is missing and judges need it: fill it in.'),
    );
  }
  const words = value('words');
  const note = [words === '' ? '' : `字数：${words}`, value('remark')].filter((part) => part !== '').join('；');
  return {
    blindNo: plainNumber(value('number')),
    unitId: match.kind === 'exact' ? match.unit.unitId : '',
    title: value('title'),
    category: category ?? '',
    storyteller: personName(value('storyteller')),
    eligible: true,
    note,
    sheet,
    row,
    problems,
    place,
  };
}

function plain({ blindNo, unitId, title, category, storyteller, eligible, note, sheet, row }: StoryRow): ProposedEntry {
  return { blindNo, unitId, title, category, storyteller, eligible, note, sheet, row };
}

function isSame(entry: Entry, story: ProposedEntry): boolean {
  return (
    sameNumber(entry.blindNo, story.blindNo) &&
    entry.unitId === story.unitId &&
    titleKey(entry.title) === titleKey(story.title)
  );
}

/** What the file says differently about a story that the workbook has: it is not taken over, but shown. */
function differences(known: Entry, story: StoryRow): Problem[] {
  return (['category', 'storyteller'] as const)
    .filter((field) => story[field] !== '' && story[field] !== known[field])
    .map((field) => ({
      ...story.place(field),
      code: 'story-differs',
      expected: text(known[field], known[field]),
      message: text(
        `工作簿中${known.blindNo}号此项为“${known[field]}”，保持不变：如应更改，请直接在参评作品中改。`,
        `The workbook has “${known[field]}” for no. ${known.blindNo} and keeps it: change it in the register of entries if it is wrong.`,
      ),
    }));
}
