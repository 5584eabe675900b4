// Defined names that count what is to be corrected on sheets that come and go: judges' score sheets, the standings, tables made when they are first needed. 首页
// reads them, so that it needs no remaking when a judge comes.
import type { Language } from '../../core/ground/text';
import { ISSUE_HEADER } from '../contract/issueColumn';
import type { TableName } from '../contract/keys';
import type { PlanStep } from '../contract/plan';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from '../contract/snapshot';
import { columnOf, type FormulaWords } from '../contract/spec';
import { OBJECTIONS } from './objections/objections';
import { registeredObjections } from './objections/registeredNames';
import { LATER_TABLES } from './registry';
import { SCORE_TABLE_PREFIX } from './scoreSheet/scoreSheet';

/** Names of the number of cells to correct and of the first table that has any. */
export interface Counted {
  readonly wrong: string;
  readonly where: string;
}

/** Judges' score sheets. */
export const SCORES_COUNTED: Counted = { wrong: 'ScoresToCorrect', where: 'ScoresWhere' };
/** Tables that are made when they are first needed. */
export const LATER_COUNTED: Counted = { wrong: 'LaterToCorrect', where: 'LaterWhere' };
/** 成绩排名. */
export const STANDINGS_COUNTED: Counted = { wrong: 'StandingsToCorrect', where: 'StandingsWhere' };

/** Name of how many formulas of 报送矩阵 were typed over: the matrix comes and goes, 首页 stands. */
export const MATRIX_TYPED_OVER = 'MatrixTypedOver';
/** What it says until a matrix is made. */
export const NO_MATRIX = '=0';

const isScores = (table: string): boolean => table.startsWith(SCORE_TABLE_PREFIX);
const isLater = (table: string): boolean => LATER_TABLES.some(({ name }) => name === table);

const isStandings = (table: string): boolean => table === ('Standings' satisfies TableName);
/** Tables that are made, or made anew, while 首页 stands. */
const comesAndGoes = (table: string): boolean => isScores(table) || isLater(table) || isStandings(table);

/** Longer than any name of such a table. */
const WIDTH = 20;

const REGISTER = OBJECTIONS.name;

/** A formula that counts objections which were registered and have no row in the register; '' where there are none. They keep the list pending. */
function rowsGone(language: Language, tables: readonly string[], registered: readonly string[]): string {
  if (registered.length === 0) return '';
  if (!tables.includes(REGISTER)) return String(registered.length);
  const ids = `{${registered.map((id) => `"${id}"`).join(',')}}`;
  const column = `${REGISTER}[${columnOf(OBJECTIONS, 'objectionId').header[language]}]`;
  return `IFERROR(SUMPRODUCT(--(COUNTIF(${column},${ids})=0)),${registered.length})`;
}

/**
 * The names for a workbook in which these tables have the column of issues; others than score sheets, standings and later ones are passed over.
 * `registered`: numbers of objections, each of which must have its row.
 */
export function issueNames(
  { language }: FormulaWords,
  present: readonly string[],
  registered: readonly string[] = [],
): Record<string, string> {
  // In one order, whichever was made first: whoever looks whether the names are right compares their formulas.
  const tables = [...present].sort();
  const column = (table: string): string => `${table}[${ISSUE_HEADER[language]}]`;
  const count = (table: string): string =>
    `IFERROR(SUMPRODUCT(LEN(${column(table)})-LEN(SUBSTITUTE(${column(table)},"[",""))),1)`;
  const first = (table: string): string => `IF(COUNTIF(${column(table)},"?*")>0,"${table.padEnd(WIDTH)}","")`;
  const gone = rowsGone(language, tables, registered);
  const shown = gone === '' || !tables.includes(REGISTER) ? [] : [`IF(${gone}>0,"${REGISTER.padEnd(WIDTH)}","")`];
  const named = (of: readonly string[], { wrong, where }: Counted, more = '', at: readonly string[] = []) => ({
    [wrong]: `=${[...of.map(count), ...(more === '' ? [] : [more])].join('+') || '0'}`,
    [where]: of.length + at.length === 0 ? '=""' : `=TRIM(LEFT(${[...of.map(first), ...at].join('&')},${WIDTH}))`,
  });
  return {
    ...named(tables.filter(isScores), SCORES_COUNTED),
    ...named(tables.filter(isLater), LATER_COUNTED, gone, shown),
    ...named(tables.filter(isStandings), STANDINGS_COUNTED),
  };
}

const hasIssues = ({ headers }: Pick<TableSnapshot, 'headers'>): boolean =>
  headers.includes(ISSUE_HEADER.zh) || headers.includes(ISSUE_HEADER.en);

/** The names anew where the steps make or take away such a table or register an objection, or where one of them leads nowhere. */
export function issueNameSteps(
  steps: readonly PlanStep[],
  { tables, names }: Pick<WorkbookSnapshot, 'tables' | 'names'>,
  words: FormulaWords,
): PlanStep[] {
  const gone = new Set(
    steps.flatMap((step) =>
      step.kind === 'removeSheet' || step.kind === 'deleteSheet'
        ? [step.sheet]
        : step.kind === 'replaceSheet'
          ? [step.replaces]
          : [],
    ),
  );
  const before = everyTable(tables).filter((table) => hasIssues(table) && comesAndGoes(table.name));
  const made = steps.flatMap((step) => {
    if ((step.kind !== 'addSheet' && step.kind !== 'replaceSheet') || !step.sheet.table) return [];
    const { name, area } = step.sheet.table;
    const head = step.sheet.blocks.find(({ row }) => row === area.row)?.cells[0] ?? [];
    return comesAndGoes(name) && hasIssues({ headers: head.map(String) }) ? [name] : [];
  });
  const kept = before.filter(({ sheet }) => !gone.has(sheet)).map(({ name }) => name);
  // A job that was cut while such a sheet was made anew leaves names that lead nowhere.
  const broken = Object.keys(issueNames(words, [])).some((name) => names[name]?.includes('#REF!'));
  const idsOf = (own: WorkbookSnapshot['names']): string[] =>
    registeredObjections({ names: own }).map(({ objectionId }) => objectionId);
  const registered = idsOf(
    Object.assign({}, names, ...steps.map((step) => (step.kind === 'names' ? step.names : {}))) as typeof names,
  );
  const same = registered.join() === idsOf(names).join();
  if (made.length === 0 && kept.length === before.length && !broken && same) return [];
  return [{ kind: 'names', names: issueNames(words, [...new Set([...kept, ...made])], registered), last: true }];
}
