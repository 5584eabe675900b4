// What a table has lost besides its cells: number formats that change what is typed, validation, conditional formats, the line above it.
import { rowCell } from '../contract/a1';
import { asksForIssue, ISSUE } from '../contract/issueColumn';
import type { FormatRun, PlanStep, Validation } from '../contract/plan';
import { plainFormula } from '../contract/sameFormula';
import { conditionalsOf, headlineColumn, numberFormatOf, titleColumn, validationsOf } from '../contract/sheetOf';
import type { Language } from '../../core/ground/text';
import type { CellValue, TableSnapshot } from '../contract/snapshot';
import type { FormulaWords, TableSpec } from '../contract/spec';
import type { ReshapedTable } from './upgradeTable';

/** Steps that give a table its looks back, with a count of each kind. */
export interface LooksRepair {
  readonly steps: readonly PlanStep[];
  readonly formats: number;
  readonly validations: number;
  readonly conditionals: number;
  /** Marks that stand more than once and are otherwise right: copied rows brought theirs along. */
  readonly doubled: number;
  readonly headlines: number;
}

const TEXT = '@';
const GENERAL = 'general';
const BROKEN = '#REF!';

/** As programs write the same format: `yyyy\-mm\-dd;@` is `yyyy-mm-dd`. */
const plainFormat = (format: string): string => format.replace(/\\|;@$/g, '').toLowerCase();

/**
 * A format is lost when nothing was chosen in its place (General), or when text stands where numbers, dates or formulas belong: Excel would
 * keep what is typed there as text. Another date or number format is a person's choice.
 */
function isLost(found: string, wanted: string): boolean {
  const [now, then] = [plainFormat(found), plainFormat(wanted)];
  return now !== then && (now === GENERAL || now === TEXT);
}

function lostFormats({ spec, before, table, places, placesBefore }: ReshapedTable): FormatRun[] {
  return spec.columns.flatMap((column): FormatRun[] => {
    const [old, place] = [placesBefore.get(column.key), places.get(column.key)];
    if (old === undefined || place === undefined) return [];
    const wanted = numberFormatOf(column);
    if (!(before.looks?.numberFormats ?? []).some((row) => isLost(row[old] ?? wanted, wanted))) return [];
    return [
      {
        area: { row: table.top + 1, column: table.left + place, rows: table.values.length, columns: 1 },
        format: { numberFormat: wanted },
      },
    ];
  });
}

/** Places of our columns as if people had put none between them. */
function withoutForeign<K>(places: ReadonlyMap<K, number>): Map<K, number> {
  const standing = [...places].filter(([, place]) => place >= 0).sort(([, one], [, other]) => one - other);
  return new Map(standing.map(([key], place) => [key, place]));
}

/** Kinds of rules as Excel names them. */
const KINDS: Readonly<Record<Validation['rule']['kind'], string>> = {
  list: 'List',
  decimal: 'Decimal',
  whole: 'WholeNumber',
  date: 'Date',
  textLength: 'TextLength',
  custom: 'Custom',
};

/**
 * Where a column that somebody put into the table left the rules behind that reach below it, each on the column that came into its place: the places of the
 * columns that moved, in the table as it stands. None where the rules went along.
 */
function rulesLeftBehind({ spec, before, placesBefore }: ReshapedTable, words: FormulaWords): ReadonlySet<number> {
  const found = before.looks?.validations ?? [];
  const formerly = withoutForeign(placesBefore);
  const moved = new Map([...placesBefore].filter(([key, place]) => place >= 0 && formerly.get(key) !== place));
  const oldPlace = new Map([...moved].map(([key, place]) => [place, formerly.get(key) ?? NOWHERE]));
  const rules = validationsOf(spec, words, 0, 0, placesBefore).flatMap(({ area, rule }) => {
    const old = oldPlace.get(area.column);
    return old === undefined ? [] : [{ kind: KINDS[rule.kind], here: found[area.column], before: found[old] }];
  });
  const stayed =
    rules.some(({ kind, here }) => kind !== here) && rules.every(({ kind, before: there }) => kind === there);
  return new Set(stayed ? oldPlace.keys() : []);
}

/** Columns that are new, or whose cells have lost their validation in whole or in part. A validation of another kind is a person's choice. */
function lostValidations(shape: ReshapedTable, words: FormulaWords): Validation[] {
  const { spec, before, table, places, placesBefore, added } = shape;
  const leftBehind = rulesLeftBehind(shape, words);
  const oldPlace = new Map([...places].map(([key, place]) => [place, placesBefore.get(key)]));
  return validationsOf(spec, words, table.top, table.left, places).flatMap((validation): Validation[] => {
    const old = oldPlace.get(validation.area.column - table.left);
    // Where columns come in, what reaches below the table may stay behind: all of them are put anew.
    const isLost = old === undefined || added.length > 0 || leftBehind.has(old);
    const kind = isLost ? 'None' : before.looks?.validations[old];
    // With blanks ignored, a list taken from cells of which some are blank lets anything pass.
    const letsAllPass =
      old !== undefined && kind === 'List' && listsCells(validation) && before.looks?.blanksIgnored?.[old] === true;
    if (kind !== 'None' && kind !== 'MixedCriteria' && !letsAllPass) return [];
    // Rows that were put in have pushed the old rule down, by as many rows as the table has at most.
    return [{ ...validation, area: { ...validation.area, rows: validation.area.rows + table.values.length } }];
  });
}

const listsCells = ({ rule }: Validation): boolean => rule.kind === 'list' && rule.source.startsWith('=');

/** Far right of every table: a rule about a column that comes in looks like no other. */
const NOWHERE = 16_000;

/** The same rule wherever it begins: what is left of one below the table counts from another row. */
const anyRow = (formula: string): string => plainFormula(formula).replace(/(\$?[A-Z]{1,3})\$?\d+/g, '$1');

/** A row's cell of the column, as `anyRow` spells it. */
const rowCellsOf = (left: number, place: number | undefined): string[] =>
  place === undefined ? [] : [anyRow(rowCell(0, left + place))];

interface Conditionals {
  readonly doubled: number;
  readonly drop: readonly string[];
  readonly rules: Extract<PlanStep, { kind: 'mendConditionals' }>['rules'];
}

/** All of the table's own rules anew where one is lost or broken; rules that people made stay. */
function lostConditionals(
  { spec, before, table, places, placesBefore: old, added }: ReshapedTable,
  words: FormulaWords,
): Conditionals | null {
  const found = before.looks?.conditionals;
  if (!found) return null;
  const wanted = conditionalsOf(spec, words, table.top, table.left, places);
  // A column that people put in under a mark takes it over whole; marks that are made then leave it out, in two pieces.
  const pieces = conditionalsOf(spec, words, table.top, table.left, withoutForeign(places)).length;
  const placesBefore = new Map([...places.keys()].map((key) => [key, old.get(key) ?? NOWHERE]));
  // As they stood before columns come in, or as they will: a rule that reaches below the table does not always follow its columns.
  const own = new Set(
    [...conditionalsOf(spec, words, before.top, before.left, placesBefore), ...wanted].map(({ formula }) =>
      anyRow(formula),
    ),
  );
  const issueCells = [...rowCellsOf(before.left, old.get(ISSUE)), ...rowCellsOf(table.left, places.get(ISSUE))];
  const broken = found.filter(({ formula }) => formula.includes(BROKEN));
  const whole = found.filter((rule) => !broken.includes(rule));
  const known = whole.filter(({ formula }) => own.has(anyRow(formula)));
  // Marks of an earlier build, or about cells of a column that is gone, ask the same of the hidden column.
  const ours = whole.filter(
    (rule) => known.includes(rule) || issueCells.some((cell) => asksForIssue(anyRow(rule.formula), cell)),
  );
  // Programs that spell every rule differently: then only their number tells.
  const inBody = (formats: typeof found): number => formats.filter((format) => format.inBody).length;
  const fewer = inBody(known.length > 0 ? known : whole) < Math.min(pieces, wanted.length);
  if (wanted.length === 0 && broken.length === 0) return null;
  // Rows that were copied bring their rules along: hundreds after some weeks, and slower with each. A piece that a new column left below the table harms nobody.
  const more = inBody(ours) > wanted.length;
  if (broken.length === 0 && added.length === 0 && !fewer && !more) return null;
  const isDoubled = broken.length === 0 && added.length === 0 && !fewer;
  const doubled = isDoubled ? inBody(ours) - wanted.length : 0;
  return { doubled, drop: [...broken, ...ours].map(({ id }) => id), rules: wanted };
}

/** Where the line above the table stands: right above the header; of older workbooks in the first column that shows. */
function headlinePlace(
  spec: TableSpec,
  table: TableSnapshot,
  above: readonly (readonly CellValue[])[],
  language: Language,
): { row: number; column: number } | null {
  if (!spec.headline || table.top === 0) return null;
  const row = table.top - 1;
  const [now, before] = [headlineColumn(spec, language), titleColumn(spec)].map((column) => table.left + column);
  const isBefore = (above[row]?.[before ?? 0] ?? '') !== '' && (above[row]?.[now ?? 0] ?? '') === '';
  return { row, column: (isBefore ? before : now) ?? 0 };
}

/** Steps that give back what is lost; nothing when the snapshot has no looks. `stands`: every table that a formula names is there. */
export function repairLooks(
  shape: ReshapedTable,
  words: FormulaWords,
  stands: (formula: string) => boolean,
): LooksRepair {
  const { spec, before, table } = shape;
  if (!before.looks) return { steps: [], formats: 0, validations: 0, conditionals: 0, doubled: 0, headlines: 0 };
  const formats = lostFormats(shape);
  const validations = lostValidations(shape, words);
  const conditionals = lostConditionals(shape, words);
  const line = headlinePlace(spec, table, before.looks.above, words.language);
  const headline = spec.headline?.(words);
  const shown = line && before.looks.above[line.row]?.[line.column];
  const lost =
    line !== null &&
    headline !== undefined &&
    stands(headline) &&
    shown !== undefined &&
    (shown === '' || String(shown).includes(BROKEN) || shown === spec.formerHeadline?.(words));
  const blocks = lost ? [{ ...line, cells: [[{ formula: headline }]] }] : [];
  const steps: PlanStep[] = [];
  if (formats.length + validations.length + blocks.length > 0)
    steps.push({ kind: 'mendSheet', sheet: table.sheet, blocks, formats, validations });
  const { doubled = 0, drop = [], rules = [] } = conditionals ?? {};
  if (conditionals) steps.push({ kind: 'mendConditionals', table: spec.name, drop, rules });
  return {
    steps,
    formats: formats.length,
    validations: validations.length,
    conditionals: rules.length,
    doubled,
    headlines: blocks.length,
  };
}
