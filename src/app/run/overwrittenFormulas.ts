// Formula columns in which somebody typed over the formula. Looks at formulas only; whether the values are right is not asked here.
import { remembered } from '../../core/ground/remembered';
import type { Language } from '../../core/ground/text';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { locateColumns, readRows, rowAt, type TableRow } from '../../workbook/contract/rows';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import type { TableName } from '../../workbook/contract/keys';
import { JUDGE_HEADER } from '../../workbook/tables/standings/standingRows';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from './runJob';

/** A cell in which a constant stands where the table has a formula. */
export interface OverwrittenFormula<K extends string = string> {
  /** 0-based row of the table's body. */
  readonly index: number;
  readonly column: ColumnSpec<K>;
  /** The key of the row as people read it, e.g. "U07 T1"; "#3" of one without. */
  readonly row: string;
  /** What stands there now, as text. */
  readonly found: string;
}

const isFormula = (cell: unknown): cell is string => typeof cell === 'string' && cell.startsWith('=');

/** The formula that most rows of the column have; null when no formula has a majority. */
function usualFormula(formulas: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const formula of formulas) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  for (const [formula, count] of counts) if (count * 2 > formulas.length) return formula;
  return null;
}

/** A cell address outside of longer words. */
const ADDRESS = /(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(])/gu;
const BRACKETS = /\[((?:[^[\]']|'.)+)\]/g;

/** The formula with distances for rows, as programs write it that know no tables: what was filled down reads alike in every row. */
function byDistance(formula: string, line: number): string {
  const parts = formula
    .split('"')
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(ADDRESS, (all, column: string, fixed: string, row: string) =>
            fixed === '' ? `${column}[${Number(row) - line}]` : all,
          ),
    );
  return parts.join('"');
}

/** Numbers that stand for themselves, each once: not of addresses, rows, names, or columns in brackets. */
function numbersIn(plain: string): string {
  const rest = [
    /'(?:[^']|'')*'!/g,
    BRACKETS,
    ADDRESS,
    /\$?\d+:\$?\d+/g,
    /[\d.]+E[+-]?\d+/g,
    /[\p{L}_$][\p{L}\p{N}_.]*/gu,
  ].reduce((words, pattern) => words.replace(pattern, ' '), plain);
  return [...new Set((rest.match(/\d+(?:\.\d+)?/g) ?? []).map((digits) => String(Number(digits))))].sort().join(' ');
}

/** Columns that it names, each once; null where it speaks of addresses instead. */
const columnsIn = remembered(2000, (formula: string): string | null => {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, ' ');
  if (plain.replace(BRACKETS, ' ').search(ADDRESS) >= 0) return null;
  const named = [...plain.matchAll(BRACKETS)].map(([, name = '']) => name.replace(/^@/, ''));
  return [...new Set(named.filter((name) => !name.startsWith('#')))].sort().join('|');
});

/** Functions that a formula calls, each once. Example: '=IF(SUM(A1:A3)>0,"逾期",IF(B1,2,3))' → "IF SUM". */
export function functionsIn(formula: string): string {
  const names = formula
    .split('"')
    .flatMap((part, index) =>
      index % 2 === 1 ? [] : [...part.replace(/\[[^\]]*\]/g, '[]').matchAll(/([A-Z][A-Z0-9.]*)\(/gi)],
    );
  const called = names.map(([, name = '']) => name.toUpperCase().replace(/^.*\./, ''));
  // Some programs write TRUE().
  const functions = new Set(called.filter((name) => name !== 'TRUE' && name !== 'FALSE'));
  return [...functions].sort().join(' ');
}

/**
 * Which functions a formula calls, which numbers and which words it holds, however often: programs spell references in their own way, these they keep.
 * Example: '=IF(SUM(A1:A3)>0,"逾期",IF(B1,2,3))' → "IF SUM|0 2 3|逾期".
 */
const signatureOf = remembered(2000, (formula: string): string => {
  const parts = formula.split('"');
  // Marks such as "[单位]" name a column by its header, and headers follow what people change elsewhere.
  const words = new Set(parts.filter((part, index) => index % 2 === 1 && !/^\[.*\]$/.test(part)));
  const numbers = numbersIn(parts.filter((_part, index) => index % 2 === 0).join(' '));
  return `${functionsIn(formula)}|${numbers}|${[...words].sort().join('|')}`;
});

/** Whether the formula may be ours as a program spells it: the same functions, numbers, words and columns. */
export function isOurs(formula: string, own: string): boolean {
  const columns = columnsIn(formula);
  return signatureOf(formula) === signatureOf(own) && (columns === null || columns === columnsIn(own));
}

/** The rows that hold anything, and those that somebody emptied of all but formulas: these still say that one of them is missing. */
function rowsThatCompute<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  computed: readonly number[],
): TableRow<K>[] {
  const filled = new Map(readRows(spec, table).map((row) => [row.index, row]));
  const places = locateColumns(spec, table);
  return table.values.flatMap((cells, index): TableRow<K>[] => {
    const row = filled.get(index);
    if (row) return [row];
    const computes = computed.some((place) => isFormula(table.formulas[index]?.[place]));
    return computes ? [rowAt(spec, places, index, cells, table)] : [];
  });
}

/**
 * Cells of formula columns that hold no formula, or another one than most rows of their column have. How a program spells the formula
 * does not matter. Rows that hold nothing at all are passed over.
 * `ours`: the formula that belongs there. Excel fills a whole column with a formula that is typed into one of its cells: then most rows have the
 * foreign one, known by the functions it calls, its numbers and words, and the columns that it names; so does “replace all”, which goes into formulas, too. Without it, as for workbooks of an earlier version, most rows are right.
 */
export function overwrittenFormulas<K extends string>(
  spec: TableSpec<K>,
  table: TableSnapshot,
  ours?: (column: ColumnSpec<K>) => string | undefined,
): OverwrittenFormula<K>[] {
  const places = locateColumns(spec, table);
  const computed = spec.columns.filter(({ key, formula }) => formula !== undefined && (places.get(key) ?? -1) >= 0);
  const rows = rowsThatCompute(
    spec,
    table,
    computed.map(({ key }) => places.get(key) ?? -1),
  );
  return computed.flatMap((column) => {
    const place = places.get(column.key) ?? -1;
    const cells = rows.map((row) => table.formulas[row.index]?.[place] ?? '');
    const asTheyStand = usualFormula(cells.filter(isFormula));
    const distances =
      asTheyStand === null ? cells.map((cell, at) => byDistance(String(cell), rows[at]?.seen.line ?? 0)) : cells;
    const usual = asTheyStand ?? usualFormula(distances.filter(isFormula));
    const own = ours?.(column);
    return rows.flatMap((row, position): OverwrittenFormula<K>[] => {
      const cell = cells[position] ?? '';
      const isUsual = usual === null || distances[position] === usual;
      if (isFormula(cell) && isUsual && (own === undefined || isOurs(cell, own))) return [];
      const name = spec.key.map((key) => row.text(key)).join(' ');
      return [{ index: row.index, column, row: name.trim() || `#${row.index + 1}`, found: String(cell) }];
    });
  });
}

/** Standings with the column of a judge who is none any more, or score sheets with a criterion that is gone: their formulas speak of it. */
function speaksOfGone({ name, columns }: TableSpec, { snapshot, cellProblems }: Situation): boolean {
  const isStandings = name === ('Standings' satisfies TableName);
  if (!isStandings && !name.startsWith(SCORE_TABLE_PREFIX)) return false;
  if (cellProblems.some(({ code }) => code === 'criterion-gone')) return true;
  const judged = (snapshot.tables.Standings?.headers ?? []).filter((header) => JUDGE_HEADER.test(header));
  const known = (header: string): boolean => columns.some((column) => column.likewise?.(header) === true);
  return isStandings && !judged.every(known);
}

/**
 * The formulas that belong into a table; undefined where the workbook is of another version, whose formulas were others, and where they speak of what
 * was deleted from another table.
 */
export function oursIn(
  situation: Situation,
  spec: TableSpec,
): ((column: ColumnSpec) => string | undefined) | undefined {
  const { campaign, words } = situation;
  if (campaign.settings.schemaVersion !== SCHEMA_VERSION) return undefined;
  if (speaksOfGone(spec, situation)) return undefined;
  const f = words(spec);
  return ({ formula }) => formula?.(f);
}

/** The header of the column in the workbook's language. */
export function headerOf({ column }: OverwrittenFormula, language: Language): string {
  return column.header[language];
}
