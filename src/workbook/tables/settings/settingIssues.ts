// When the value of a setting counts for nothing, as a formula: by the key of its row, so that sorting does no harm. The same as `readSettings` names.
import { evenList } from '../../contract/evenList';
import type { FormulaWords } from '../../contract/spec';
import { farYear, noLabelIn, noMomentIn, type WrongCell } from '../../contract/wrongCells';
import type { LabelSet } from '../../contract/labels';
import { SETTING_ROWS, type SettingKey, type SettingKind, type SettingRow } from './settingRows';

/** Settings that are formulas of a table of their own. */
const CERTIFICATE: readonly SettingKey[] = [
  'certificateTitle',
  'certificateText',
  'certificateHonour',
  'certificateClosing',
];
/** Settings that are formulas of other tables. */
export const FOLLOWING: readonly SettingKey[] = ['awardQuota', 'prize', 'phases', ...CERTIFICATE];

type Column = 'key' | 'value' | 'pieces';

const constant = (words: readonly (string | number)[]): string =>
  `{${words.map((word) => (typeof word === 'number' ? String(word) : `"${word}"`)).join(',')}}`;

/** The row's setting is one of these. */
function isOneOf(f: FormulaWords<Column>, keys: readonly string[]): string {
  return `ISNUMBER(MATCH(${f.cell('key')},${constant(keys)},0))`;
}

const rowsOf = (kind: SettingKind): readonly SettingRow[] =>
  SETTING_ROWS.filter((row) => row.kind === kind && !FOLLOWING.includes(row.key));

const keysOf = (kind: SettingKind): readonly string[] => rowsOf(kind).map(({ key }) => key);

function wrongInteger(f: FormulaWords<Column>): string {
  const rows = rowsOf('integer');
  const value = f.cell('value');
  const limit = (of: (row: SettingRow) => number): string =>
    `INDEX(${constant(rows.map(of))},MATCH(${f.cell('key')},${constant(rows.map(({ key }) => key))},0))`;
  const outside = `OR(${value}<${limit(({ min = 0 }) => min)},${value}>${limit(({ max = 999_999 }) => max)},${value}<>INT(${value}))`;
  return `IF(ISNUMBER(${value}),${outside},${value}<>"")`;
}

/** How many days and how many pieces of attachment words are looked at. */
const DAYS = 40;
const PIECES = 12;

/** A day that is known, in the row of a setting: what it reads as tells from which year the workbook counts its days. */
const WITH_KNOWN_DAY: SettingKey = 'zone';
const KNOWN_DAY = 'DATE(2000,1,1)';
/** That day's number where days are counted from 1904. */
export const KNOWN_DAY_1904 = 35064;

/**
 * The hidden column 分项: lists of days and of attachment words with 、 between their pieces, and right ones behind them, so that there is
 * always something to look at.
 */
export function piecesFormula(f: FormulaWords<Column>): string {
  const value = f.cell('value');
  const filled = (list: string, right: string, count: number): string =>
    `SUBSTITUTE(${list}&REPT("、${right}",${count}),"、、","、")`;
  const pieces = ['"；"', '";"', 'CHAR(10)'].reduce(
    (inner, sign) => `SUBSTITUTE(${inner},${sign},"、")`,
    `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${value},"、",","),"＝","=")," ","")`,
  );
  const days = filled(evenList(value), '2000-01-01', DAYS + 1);
  const words = filled(pieces, 'x=x', PIECES);
  const known = `IF(${f.cell('key')}="${WITH_KNOWN_DAY}",${KNOWN_DAY},"")`;
  return `=IFERROR(IF(${isOneOf(f, keysOf('days'))},${days},IF(${isOneOf(f, keysOf('words'))},${words},${known})),"")`;
}

const numbers = (count: number): string => constant(Array.from({ length: count }, (_, at) => at));
const allRight = (right: string, count: number): string => `IFERROR(SUMPRODUCT(--(${right}))<${count},TRUE)`;

/** Days are ten signs long and 、 stands between them: the first of another length puts all that follow out of place. */
function wrongDays(f: FormulaWords<Column>): string {
  const part = (from: number, length: number): string =>
    `MID(${f.cell('pieces')},${numbers(DAYS)}*11+${from},${length})`;
  const day = part(1, 10);
  const same = `TEXT(DATE(${part(1, 4)},${part(6, 2)},${part(9, 2)}),"yyyy-mm-dd")=${day}`;
  return allRight(`(${same})*(${part(11, 1)}="、")`, DAYS);
}

/** Each piece has one equals sign with something on both sides. */
function wrongWords(f: FormulaWords<Column>): string {
  const all = f.cell('pieces');
  const piece = `TRIM(MID(SUBSTITUTE(${all},"、",REPT(" ",LEN(${all}))),${numbers(PIECES)}*LEN(${all})+1,LEN(${all})))`;
  const signs = `LEN(${piece})-LEN(SUBSTITUTE(${piece},"=",""))`;
  return allRight(`(${signs}=1)*(LEFT(${piece},1)<>"=")*(RIGHT(${piece},1)<>"=")`, PIECES);
}

/** A number typed over a formula of another table, which says something else. */
function wrongFollowing(f: FormulaWords<Column>): string {
  const value = f.cell('value');
  const seats = `SUM(${f.column('AwardTiers', 'seats')})`;
  const prize = `MAX(0,${f.column('AwardTiers', 'prize')})`;
  // Without tiers or phases in their tables the line itself counts, as in workbooks of before.
  const tiers = `COUNT(${f.column('AwardTiers', 'seats')})>0`;
  const phases = `COUNTIF(${f.column('Phases', 'phase')},"?*")>0`;
  const byTiers = `IF(${tiers},IF(${f.cell('key')}="awardQuota",${value}<>${seats},${value}<>${prize}),FALSE)`;
  const template = `COUNTIF(${f.column('CertificateTemplate', 'words')},"?*")>0`;
  const other = `IF(${f.cell('key')}="phases",${phases},IF(${isOneOf(f, CERTIFICATE)},${template},${byTiers}))`;
  return `IF(ISFORMULA(${value}),ISERROR(${value}),IF(${value}="",FALSE,${other}))`;
}

function wrongValue(f: FormulaWords<Column>): string {
  const value = f.cell('value');
  const sets = [...new Set(SETTING_ROWS.flatMap(({ labels }) => labels ?? []))];
  const choices = sets.map((set: LabelSet): readonly [readonly string[], string] => [
    SETTING_ROWS.filter(({ labels }) => labels === set).map(({ key }) => key),
    noLabelIn(value, set),
  ]);
  const required = SETTING_ROWS.filter(({ optional }) => !optional).map(({ key }) => key);
  const kinds: readonly (readonly [readonly string[], string])[] = [
    [FOLLOWING, wrongFollowing(f)],
    [keysOf('integer'), wrongInteger(f)],
    [keysOf('moment'), noMomentIn(value)],
    [keysOf('days'), wrongDays(f)],
    [keysOf('words'), wrongWords(f)],
    [['language'], `ISERROR(MATCH(LEFT(TRIM(${value}),2),{"zh","en"},0))`],
    ...choices,
  ];
  const byKind = kinds.reduceRight((otherwise, [of, wrong]) => `IF(${isOneOf(f, of)},${wrong},${otherwise})`, 'FALSE');
  return `IF(ISERROR(${value}),TRUE,IF(TRIM(${value})="",${isOneOf(f, required)},${byKind}))`;
}

/** A wrong value, and an as-of time of another year than the campaign's, which is only doubtful. */
export const SETTING_ISSUES: readonly WrongCell<Column>[] = [
  { columns: ['value'], when: (f): string => wrongValue(f) },
  {
    columns: ['value'],
    when: (f): string => `IF(${f.cell('key')}="asOf",${farYear(f.cell('value'))},FALSE)`,
    doubtful: true,
  },
];
