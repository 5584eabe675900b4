// When a cell that people fill counts as nothing, or is doubtful: formulas that follow from what its column is. Knows no table.
import { DAYS_AROUND } from '../../core/time/farOff';
import { foldFormula } from './cellFold';
import { AFTER_LAST_MOMENT, FIRST_MOMENT, wordsOf } from './cellFormulas';
import type { LabelSet } from './labels';
import type { ColumnSpec, FormulaWords, TableSpec } from './spec';

/** A kind of wrong cell: the help column `issue` names its first column, the sheet marks all of them. */
export interface WrongCell<K extends string = string> {
  readonly columns: readonly [K, ...K[]];
  /** True in the row of a wrong cell. */
  readonly when: (f: FormulaWords<K>) => string;
  /** It counts, but somebody should look. */
  readonly doubtful?: true;
  /** `when` is true of an error in the cell as well. */
  readonly seesErrors?: true;
  /** An error: everyone sees it, the sheet need not mark it. */
  readonly showsItself?: true;
}

/** Not empty, and no number between the limits. */
function noNumber(cell: string, outside: string): string {
  return `IF(ISNUMBER(${cell}),${outside},IF(ISERROR(${cell}),TRUE,${cell}<>""))`;
}

/** The same where an error of the cell may spread. */
const otherThan = (cell: string, outside: string): string => `IF(ISNUMBER(${cell}),${outside},${cell}<>"")`;

const noMoment = (cell: string): string => `OR(${cell}<${FIRST_MOMENT},${cell}>=${AFTER_LAST_MOMENT})`;
const noWhole = (cell: string, min: number): string => `OR(${cell}<${min},${cell}<>INT(${cell}))`;

/** A formula that is true where `cell` (an address or [@column]) is neither empty nor a moment from 2000 to 2099. */
export function noMomentIn(cell: string): string {
  return noNumber(cell, noMoment(cell));
}

/** A formula that is true where `cell` is neither empty nor a whole number of at least `min`. */
export function noWholeIn(cell: string, min: number): string {
  return noNumber(cell, noWhole(cell, min));
}

function noWordIn(cell: string, set: LabelSet): string {
  return `ISERROR(MATCH(${foldFormula(cell)},{${wordsOf(set)
    .map((word) => `"${word}"`)
    .join(',')}},0))`;
}

/** Not empty, and no word of the set in either language. */
export function noLabelIn(cell: string, set: LabelSet): string {
  return `IF(ISERROR(${cell}),TRUE,IF(${cell}="",FALSE,${noWordIn(cell, set)}))`;
}

/** First moment of the campaign's year and the first after it, with the days around that count as near; 0 and later than all where no year is set. */
const [NEAR_FROM, NEAR_BEFORE] = ['NearFrom', 'NearBefore'];

/** The defined names of these: each asks for the year once, instead of every row. */
export function nearNames(year: string): Record<string, string> {
  const named = (day: string, otherwise: number): string =>
    `=IFERROR(IF(0+${year}>1999,${day},${otherwise}),${otherwise})`;
  return {
    [NEAR_FROM]: named(`DATE(${year},1,1)-${DAYS_AROUND}`, 0),
    [NEAR_BEFORE]: named(`DATE(${year}+1,1,1)+${DAYS_AROUND}`, AFTER_LAST_MOMENT),
  };
}

/** A moment that is not around the year of the campaign: the same as `isFarOff`. */
export function farYear(moment: string): string {
  return `AND(N(${moment})>=${FIRST_MOMENT},OR(${moment}<${NEAR_FROM},${moment}>=${NEAR_BEFORE}))`;
}

/** Something stands in one of the neighbouring cells; what a formula gives as empty text is nothing. */
export function anyIn(cells: string): string {
  return `COUNTIF(${cells},"?*")+COUNT(${cells})>0`;
}

/** A moment of which nobody said the hour: it would be the first minute of its day. */
export function noHour(moment: string): string {
  return `AND(N(${moment})>=${FIRST_MOMENT},N(${moment})=INT(N(${moment})))`;
}

function wrongByType<K extends string>({ key, type, input, formula, labels, limits }: ColumnSpec<K>): WrongCell<K>[] {
  if (!input || formula) return [];
  const one = (when: (cell: string, f: FormulaWords<K>) => string, doubtful?: true): WrongCell<K> => ({
    columns: [key],
    when: (f) => when(f.cell(key), f),
    ...(doubtful && { doubtful }),
  });
  if (labels) return [one((cell) => `IF(${cell}="",FALSE,${noWordIn(cell, labels)})`)];
  if (type === 'moment' || type === 'date') return [one((cell) => otherThan(cell, noMoment(cell))), one(farYear, true)];
  if (type !== 'integer' && type !== 'decimal') return [{ ...one((cell) => `ISERROR(${cell})`), showsItself: true }];
  const [min, max] = limits ?? [0, Infinity];
  const tooLarge = (cell: string): string => `IF(ISNUMBER(${cell}),${cell}>${max},FALSE)`;
  if (type === 'integer')
    return [one((cell) => otherThan(cell, noWhole(cell, min))), ...(Number.isFinite(max) ? [one(tooLarge, true)] : [])];
  return [
    one((cell) => otherThan(cell, Number.isFinite(max) ? `OR(${cell}<${min},${cell}>${max})` : `${cell}<${min}`)),
  ];
}

/** A cell that people fill is wrong as well where it holds an error, whatever the table asks of it. */
function orError<K extends string>({ columns }: TableSpec<K>, cell: WrongCell<K>): WrongCell<K> {
  const [key] = cell.columns;
  const column = columns.find((one) => one.key === key);
  if (!column?.input || column.formula) return cell;
  return { ...cell, when: (f) => `OR(ISERROR(${f.cell(key)}),${cell.when(f)})` };
}

/** What follows from the columns' types, but of columns that `own` speaks of first. */
export function wrongCellsOf<K extends string>(spec: TableSpec<K>, own: readonly WrongCell<K>[]): WrongCell<K>[] {
  const said = new Set<string>(own.flatMap(({ columns, doubtful }) => columns.map((key) => `${key}${doubtful ?? ''}`)));
  const byType = spec.columns
    .flatMap(wrongByType)
    .filter(({ columns: [key], doubtful }) => !said.has(`${key}${doubtful ?? ''}`));
  return [...own.map((cell) => (cell.doubtful || cell.seesErrors ? cell : orError(spec, cell))), ...byType];
}
