// What Excel's functions take, and since when they exist. Data only: it computes nothing. Functions that are not here are unknown, not wrong.

/**
 * How a function takes an argument: `range` several cells as they are · `array` whatever is inside is worked out cell by cell, in every
 * version · `one` a single value: of several cells older versions take the one in the formula's row or column.
 */
export type Parameter = 'range' | 'array' | 'one';

/** Of a function: how many arguments, since which Excel. */
export interface FunctionRow {
  readonly least: number;
  readonly most: number;
  /** Version that brought it; a file that must work in Excel 2019 and WPS keeps to 2019. */
  readonly since: 2007 | 2010 | 2013 | 2019 | 2021;
  /** Of the first arguments; the last is that of all further ones, in turns when there are two ("range,one": SUMIFS' pairs). */
  readonly takes: readonly Parameter[];
  /** Number of `takes` at the end that repeat. */
  readonly repeats: number;
}

const MANY = 255;

function row(least: number, most: number, takes: string, repeats = 1, since: FunctionRow['since'] = 2007): FunctionRow {
  return { least, most, since, takes: takes === '' ? ['one'] : (takes.split(' ') as Parameter[]), repeats };
}

const one = (least: number, most = least, since: FunctionRow['since'] = 2007): FunctionRow =>
  row(least, most, 'one', 1, since);
const ranges = (least = 1, most = MANY, since: FunctionRow['since'] = 2007): FunctionRow =>
  row(least, most, 'range', 1, since);

const FUNCTIONS: Readonly<Record<string, FunctionRow>> = {
  SUM: ranges(),
  COUNT: ranges(),
  COUNTA: ranges(),
  MAX: ranges(),
  MIN: ranges(),
  AVERAGE: ranges(),
  MEDIAN: ranges(),
  PRODUCT: ranges(),
  AND: ranges(),
  OR: ranges(),
  STDEV: ranges(),
  VAR: ranges(),
  COUNTBLANK: ranges(1, 1),
  ROWS: ranges(1, 1),
  COLUMNS: ranges(1, 1),
  ROW: ranges(0, 1),
  COLUMN: ranges(0, 1),
  TYPE: one(1),
  SMALL: row(2, 2, 'range one'),
  LARGE: row(2, 2, 'range one'),
  RANK: row(2, 3, 'one range one'),
  SUBTOTAL: row(2, MANY, 'one range'),
  AGGREGATE: row(3, MANY, 'one one array range'),
  COUNTIF: row(2, 2, 'range one'),
  SUMIF: row(2, 3, 'range one range'),
  AVERAGEIF: row(2, 3, 'range one range'),
  COUNTIFS: row(2, MANY, 'range one', 2),
  SUMIFS: row(3, MANY, 'range range one', 2),
  AVERAGEIFS: row(3, MANY, 'range range one', 2),
  MAXIFS: row(3, MANY, 'range range one', 2, 2019),
  MINIFS: row(3, MANY, 'range range one', 2, 2019),
  SUMPRODUCT: row(1, MANY, 'array'),
  LOOKUP: row(2, 3, 'one array array'),
  MMULT: row(2, 2, 'array'),
  FREQUENCY: row(2, 2, 'array'),
  INDEX: row(2, 4, 'range one'),
  MATCH: row(2, 3, 'one range one'),
  VLOOKUP: row(3, 4, 'one range one'),
  HLOOKUP: row(3, 4, 'one range one'),
  CHOOSE: one(2, MANY),
  OFFSET: row(3, 5, 'range one'),
  INDIRECT: one(1, 2),
  IF: row(2, 3, 'one'),
  IFERROR: one(2),
  IFNA: one(2, 2, 2013),
  NOT: one(1),
  TRUE: one(0),
  FALSE: one(0),
  XOR: ranges(1, MANY, 2013),
  N: row(1, 1, 'range'),
  T: row(1, 1, 'range'),
  ISNUMBER: one(1),
  ISTEXT: one(1),
  ISBLANK: one(1),
  ISERROR: one(1),
  ISERR: one(1),
  ISNA: one(1),
  ISLOGICAL: one(1),
  ISNONTEXT: one(1),
  NA: one(0),
  ISEVEN: one(1),
  ISODD: one(1),
  ABS: one(1),
  INT: one(1),
  MOD: one(2),
  ROUND: one(2),
  ROUNDUP: one(2),
  ROUNDDOWN: one(2),
  TRUNC: one(1, 2),
  SIGN: one(1),
  SQRT: one(1),
  POWER: one(2),
  EXP: one(1),
  LN: one(1),
  LOG: one(1, 2),
  LOG10: one(1),
  CEILING: one(2),
  FLOOR: one(2),
  EVEN: one(1),
  ODD: one(1),
  PI: one(0),
  RAND: one(0),
  RANDBETWEEN: one(2),
  LEFT: one(1, 2),
  RIGHT: one(1, 2),
  MID: one(3),
  LEN: one(1),
  TRIM: one(1),
  SUBSTITUTE: one(3, 4),
  REPLACE: one(4),
  SEARCH: one(2, 3),
  FIND: one(2, 3),
  REPT: one(2),
  TEXT: one(2),
  VALUE: one(1),
  CHAR: one(1),
  CODE: one(1),
  UPPER: one(1),
  LOWER: one(1),
  PROPER: one(1),
  EXACT: one(2),
  CONCATENATE: one(1, MANY),
  CLEAN: one(1),
  FIXED: one(1, 3),
  HYPERLINK: one(1, 2),
  ADDRESS: one(2, 5),
  UNICHAR: one(1, 1, 2013),
  UNICODE: one(1, 1, 2013),
  NUMBERVALUE: one(1, 3, 2013),
  CONCAT: ranges(1, MANY, 2019),
  TEXTJOIN: row(3, MANY, 'one one range', 1, 2019),
  NOW: one(0),
  TODAY: one(0),
  DATE: one(3),
  TIME: one(3),
  YEAR: one(1),
  MONTH: one(1),
  DAY: one(1),
  HOUR: one(1),
  MINUTE: one(1),
  SECOND: one(1),
  WEEKDAY: one(1, 2),
  WEEKNUM: one(1, 2),
  DATEVALUE: one(1),
  TIMEVALUE: one(1),
  EDATE: one(2),
  EOMONTH: one(2),
  DATEDIF: one(3),
  DAYS: one(2, 2, 2013),
  NETWORKDAYS: row(2, 3, 'one one range'),
  WORKDAY: row(2, 3, 'one one range'),
  'NETWORKDAYS.INTL': row(2, 4, 'one one one range', 1, 2010),
  'WORKDAY.INTL': row(2, 4, 'one one one range', 1, 2010),
  'RANK.EQ': row(2, 3, 'one range one', 1, 2010),
  'RANK.AVG': row(2, 3, 'one range one', 1, 2010),
  'STDEV.S': ranges(1, MANY, 2010),
  'STDEV.P': ranges(1, MANY, 2010),
  'VAR.S': ranges(1, MANY, 2010),
  'VAR.P': ranges(1, MANY, 2010),
  'PERCENTILE.INC': row(2, 2, 'range one', 1, 2010),
  'QUARTILE.INC': row(2, 2, 'range one', 1, 2010),
  IFS: one(2, MANY, 2019),
  SWITCH: one(3, MANY, 2019),
  XLOOKUP: row(3, 6, 'one range range one', 1, 2021),
  XMATCH: row(2, 4, 'one range one', 1, 2021),
  FILTER: row(2, 3, 'array array one', 1, 2021),
  SORT: row(1, 4, 'array one', 1, 2021),
  UNIQUE: row(1, 3, 'array one', 1, 2021),
  SEQUENCE: one(1, 4, 2021),
};

/** Undefined for functions that are not listed. Case does not matter. */
export function excelFunction(name: string): FunctionRow | undefined {
  const key = name.toUpperCase();
  return Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
}

/** How the function takes its argument at that place, from 0 on. Example: of SUMIFS 0 and 1 are `range`, 2 is `one`, 3 `range`, 4 `one`. */
export function parameterAt({ takes, repeats }: FunctionRow, place: number): Parameter {
  if (place < takes.length) return takes[place] ?? 'one';
  return takes[takes.length - repeats + ((place - takes.length) % repeats)] ?? 'one';
}
