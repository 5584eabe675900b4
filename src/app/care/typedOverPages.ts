// 首页 and 报送矩阵 are formulas throughout: cells in which something else stands now, named by sheet. Changes nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import { columnName } from '../../workbook/contract/a1';
import type { CellValue, SheetSnapshot } from '../../workbook/contract/snapshot';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { matrixFormulaCells, matrixHeads, matrixOtherwise } from '../../workbook/sheets/matrixLive';
import { standingPlaces } from '../../workbook/sheets/overviewPlaces';
import { ownLine } from '../../workbook/sheets/overviewOwnLine';
import { overviewMade, WRONG } from '../../workbook/sheets/overviewSheet';
import { isIn, plannedFormulas, type Place, type PlannedFormula } from '../../workbook/sheets/typedOverFormulas';
import { readRows } from '../../workbook/contract/rows';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { staleSheets } from '../publish/sourceMark';
import { functionsIn, isOurs } from '../run/overwrittenFormulas';
import type { Situation } from '../run/runJob';
import { alignedRows } from './alignedRows';
import { misnamedOnOverview, overviewIn } from './overviewLinks';

type PageRead = Required<Pick<SheetSnapshot, 'formulaCells' | 'formulas'>>;

/** As many are named one by one. */
const MOST = 5;

/** Single cells of its own sheet that a formula names, each once: they go along with rows, and every program writes them alike. */
const cellsNamed = (formula: string): string =>
  [...new Set(formula.match(/(?<![:!\w$])\$[A-Z]{1,2}\$\d+(?![:\d])/g) ?? [])].sort().join();

const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');
const said = (cell: unknown): string =>
  isFormula(cell) ? `=${functionsIn(cell)}` : cell === undefined || cell === null ? '' : String(cell as CellValue);

/** The same of rows that stand elsewhere by now, by what they say. */
function movedCells(
  planned: readonly PlannedFormula[],
  made: readonly (readonly unknown[])[],
  page: PageRead,
): Place[] {
  const { formulaCells, formulas } = page;
  const rows = alignedRows(
    made.map((cells) => cells.map(said)),
    formulas.map((cells) => cells.map(said)),
  );
  return planned.flatMap(({ row, column, formula }): Place[] => {
    const now = rows[row] ?? -1;
    const stands = formulas[now]?.[column];
    const isOwn = isIn(formulaCells, { row: now, column }) && isFormula(stands) && said(stands) === said(formula);
    return now < 0 || isOwn ? [] : [{ row: now, column }];
  });
}

/**
 * Cells of 首页 without their formula, or with one that says something else. `moved`: rows or columns moved, as formulas stand elsewhere then: cells are
 * those of rows that are known again. Null where somebody renamed the page, as its formulas were not read then.
 */
function overviewCells(
  { formulaCells, formulas }: SheetSnapshot,
  { snapshot, words }: Situation,
): { readonly cells: readonly Place[]; readonly moved: boolean } | null {
  if (!formulaCells) return null;
  const { sheet } = overviewMade(words(SETTINGS), standingPlaces(snapshot));
  const planned = plannedFormulas(sheet);
  const known = new Set(planned.map(({ row, column }) => `${row},${column}`));
  const end = Math.max(...planned.map(({ column }) => column));
  const moved = formulaCells.some(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, at) => [row + Math.floor(at / columns), column + (at % columns)]).some(
      ([r, c = 0]) => c <= end && !known.has(`${r},${c}`),
    ),
  );
  if (moved) {
    const made = (sheet.blocks[0]?.cells ?? []).map((cells) =>
      cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.formula : cell)),
    );
    return { cells: formulas ? movedCells(planned, made, { formulaCells, formulas }) : [], moved };
  }
  // Links speak of sheets by their names: where one is no longer so, that is said by itself.
  const same = misnamedOnOverview(snapshot)
    ? (a: string, b: string) => functionsIn(a) === functionsIn(b)
    : (a: string, b: string) => isOurs(a, b) && cellsNamed(a) === cellsNamed(b);
  const cells = planned.filter(({ row, column, formula }) => {
    const stands = formulas?.[row]?.[column];
    const isForeign = typeof stands === 'string' && !same(stands, formula);
    return !isIn(formulaCells, { row, column }) || isForeign;
  });
  return { cells, moved };
}

/** What 首页 itself counts of its formulas, wherever its rows stand; of the matrix, which it counts too, so many are known. */
function countedItself({ values = [] }: SheetSnapshot, language: Language, ofMatrix: number): number {
  const own = values.find(([first]) => first === ownLine(language).sheet)?.[WRONG];
  return typeof own === 'number' ? Math.max(0, own - ofMatrix) : 0;
}

/** Cells of the matrix without their formula, or with one that shows something else. */
function matrixCells({ values = [], formulaCells = [] }: SheetSnapshot, { snapshot }: Situation): Place[] {
  const tracker = snapshot.tables.Tracker;
  const otherwise = tracker && !tracker.unread ? matrixOtherwise(values, tracker) : [];
  return matrixFormulaCells(values).filter(
    (cell) =>
      !isIn(formulaCells, cell) || otherwise.some(({ row, column }) => row === cell.row && column === cell.column),
  );
}

function problemOf({ name, values = [], formulas = [] }: SheetSnapshot, cells: readonly Place[], mend: Text): Problem {
  const said = cells.slice(0, MOST).map((cell) => ({
    at: `${columnName(cell.column)}${cell.row + 1}`,
    holds: String(formulas[cell.row]?.[cell.column] ?? values[cell.row]?.[cell.column] ?? ''),
  }));
  const list = said.map(({ at, holds }) => `${at}“${holds}”`);
  const more = cells.length > MOST;
  const [first] = said;
  return {
    code: 'made-sheet-typed',
    sheet: name,
    row: first?.at ?? '',
    found: first?.holds ?? '',
    expected: text('公式', 'a formula'),
    message: text(
      `“${name}”有 ${cells.length} 处公式被手改或已失效，不再自动更新：${list.join('、')}${more ? ' 等' : ''}。${mend.zh}`,
      `Formulas of “${name}” were typed over or lead nowhere, and no longer follow: ${list.join(', ')}${more ? `, ${cells.length} in all` : ''}. ${mend.en}`,
    ),
  };
}

function movedProblem({ name }: SheetSnapshot, count: number, mend: Text): Problem {
  return {
    code: 'made-sheet-typed',
    sheet: name,
    found: String(count),
    expected: text('公式', 'a formula'),
    message: text(
      `“${name}”有 ${count} 处公式被手改，不再自动更新（位置请看标红的格：页里插过或删过行列，或改过名）。${mend.zh}`,
      `${count} formulas of “${name}” were typed over and no longer follow (see the red cells: rows or columns were put in or taken out there, or the sheet was renamed). ${mend.en}`,
    ),
  };
}

/** Units and items by which a matrix is laid out that are not those of roster and items, or stand there twice or not at all, while nothing changed there since it was made. */
function headsChanged(sheet: SheetSnapshot, situation: Situation): Problem[] {
  const heads = matrixHeads(sheet.values ?? []);
  const { campaign, snapshot } = situation;
  if (!heads || !snapshot.tables.Tracker || staleSheets(situation).some(({ name }) => name === sheet.name)) return [];
  const tracked = new Set(readRows(TRACKER, snapshot.tables.Tracker).map((row) => row.text('unitId')));
  const units = campaign.units
    .filter(({ unitId, name }) => name !== '' && tracked.has(unitId))
    .map(({ unitId, name }) => `${unitId} ${name}`);
  const items = campaign.requirements.map(({ requirementId, title }) => `${requirementId} ${title}`.trim());
  const known = [...units, ...items];
  const stands = [...heads.units, ...heads.items];
  const amiss = [
    ...stands.filter((head, at) => !known.includes(head) || stands.indexOf(head) !== at),
    ...known.filter((head) => !stands.includes(head)),
  ];
  const [first] = amiss;
  if (first === undefined) return [];
  return [
    {
      code: 'made-sheet-typed',
      sheet: sheet.name,
      found: first,
      expected: text('名册里的单位、报送事项里的事项，各一次', 'units of the roster and items, each once'),
      message: text(
        `“${sheet.name}”的单位、事项与名册、报送事项对不上，共 ${amiss.length} 处（如“${first}”）：有人改过、删过行列。请重新“生成报送矩阵”。`,
        `Units or items of “${sheet.name}” are not those of the tables, ${amiss.length} in all (such as “${first}”): somebody changed them, or deleted rows. Make the matrix again.`,
      ),
    },
  ];
}

/** One problem a sheet. Nothing of a workbook of another version, whose 首页 has its formulas elsewhere, nor of protected sheets. */
export function typedOverPages(situation: Situation): Problem[] {
  const { snapshot, campaign, language } = situation;
  if (campaign.settings.schemaVersion !== SCHEMA_VERSION) return [];
  const { zh, en } = MADE_SHEETS.Matrix.sheet;
  const matrix = snapshot.sheets.find(
    ({ name, formulaCells }) => (name === zh || name === en) && formulaCells !== undefined,
  );
  const page = overviewIn(snapshot.sheets);
  const overview = page?.isProtected ? undefined : page;
  const ofMatrix = matrix ? matrixCells(matrix, situation) : [];
  const own = overview ? overviewCells(overview, situation) : null;
  const again = text(
    '请点“重做首页”，手填的留在旧表里。',
    'Make the overview again; what was typed stays on the former one.',
  );
  const counted = overview && (own?.moved ?? true) ? countedItself(overview, language, ofMatrix.length) : 0;
  const emptied = (own?.cells ?? []).filter((cell) => !isIn(overview?.formulaCells ?? [], cell)).length;
  const isKnown = own !== null && (!own.moved || emptied === counted);
  return [
    ...(overview && counted > 0 && !isKnown ? [movedProblem(overview, counted, again)] : []),
    ...(overview && isKnown && own.cells.length > 0 ? [problemOf(overview, own.cells, again)] : []),
    ...(matrix && ofMatrix.length > 0
      ? [problemOf(matrix, ofMatrix, text('请重新“生成报送矩阵”。', 'Make the matrix again.'))]
      : []),
    ...(matrix ? headsChanged(matrix, situation) : []),
  ];
}
