// Arranges problems for reading and for copying. Knows nothing of how they are drawn.
import type { Language, Text } from '../core/ground/text';
import type { Place, Problem } from '../core/ground/problem';
import { say } from './language';

/** What people call tables, rows and columns. */
export interface Titles {
  readonly rowTitle: (table: string | undefined, row: string) => Text;
  readonly tableTitle: (table: string) => Text;
  readonly columnTitle: (table: string | undefined, column: string) => Text;
}

/** Problems of one kind at one table, shown under one head. */
export interface ProblemGroup {
  readonly key: string;
  /** Table and sheet of all its problems; undefined where they name none. */
  readonly table: string | undefined;
  readonly sheet: string | undefined;
  readonly problems: readonly Problem[];
}

/** Problems by the table and sheet they stand in, in order of first appearance; inside a group the given order stays. */
export function groupProblems(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = new Map<string, { table: string | undefined; sheet: string | undefined; problems: Problem[] }>();
  for (const problem of problems) {
    const key = `${problem.table ?? ''}\u0000${problem.sheet ?? ''}`;
    const group = groups.get(key) ?? { table: problem.table, sheet: problem.sheet, problems: [] };
    group.problems.push(problem);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** Row and column of a problem in words: “第 12 行 · “联系电话”列”. Numbers are sheet rows, texts are row ids. */
export function rowAndColumn(place: Place, language: Language, { rowTitle, columnTitle }: Titles): string {
  const words: string[] = [];
  if (typeof place.row === 'number') words.push(say(language, 'place.row', { row: place.row }));
  else if (place.row !== undefined && place.row !== '') words.push(rowTitle(place.table, place.row)[language]);
  if (place.column) {
    const column = columnTitle(place.table, place.column)[language];
    // Without a table and a row it is a field of the form.
    const isField = place.table === undefined && place.row === undefined;
    words.push(isField ? column : say(language, 'place.column', { column }));
  }
  return words.join(' · ');
}

const flat = (value: string): string => value.replace(/[\t\r\n]+/g, ' ');
/** Text that a spreadsheet could take for a formula gets an apostrophe before it. */
const safe = (value: string): string => (/^[=+\-@]/.test(value) ? `'${value}` : value);

/**
 * Tab-separated lines, for pasting into a sheet or a mail. Tabs and line ends inside a text become spaces; text that begins like a formula
 * is marked as text. Example: `tabbed([['a', '=1+1']]) === "a\t'=1+1"`.
 */
export function tabbed(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.map((cell) => safe(flat(cell))).join('\t')).join('\r\n');
}

/** The list with a heading, tabbed: place, expected, found, what to do. */
export function problemsAsText(
  problems: readonly Problem[],
  language: Language,
  { tableTitle, rowTitle, columnTitle }: Titles,
): string {
  const heading =
    language === 'zh'
      ? ['位置', '行', '列', '应为', '实为', '怎么改']
      : ['Where', 'Row', 'Column', 'Expected', 'Found', 'How to mend'];
  const lines = problems.map((problem) => [
    [problem.table === undefined ? '' : tableTitle(problem.table)[language], problem.sheet ?? '']
      .filter(Boolean)
      .join(' / '),
    typeof problem.row === 'string' ? rowTitle(problem.table, problem.row)[language] : String(problem.row ?? ''),
    problem.column === undefined ? '' : columnTitle(problem.table, problem.column)[language],
    problem.expected[language],
    problem.foundIn?.[language] ?? problem.found,
    problem.message[language],
  ]);
  return tabbed([heading, ...lines]);
}
