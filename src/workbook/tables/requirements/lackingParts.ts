// What is still lacking of an item's parts, in words, for every set of them: worked out once an item, looked up by each receipt. Two lists, one of
// the sets of the first half of the parts, one of those of the rest: together eight times two, not sixty-four.
import { MAX_PARTS } from '../../../core/requirements/requirement';
import { text } from '../../../core/ground/text';
import type { ColumnSpec, FormulaWords } from '../../contract/spec';

type PartKey = `part${number}`;

const HALF = MAX_PARTS / 2;
const SETS = 2 ** HALF;
/** A part is at most this long. */
export const LONGEST_PART = 99;
/** A list is at most this long: each part is in half of the sets. */
const LONGEST_LIST = (SETS / 2) * HALF * (LONGEST_PART + 1);
/** Between the sets of a list; lists of parts are made even before, so that none has it. */
const BETWEEN = ';';

/** One bit for each part, in their order: of what is lacking, their sum is the set. */
export const PART_BITS = Array.from({ length: MAX_PARTS }, (_, at) => 2 ** at);

function half<const K extends string>(key: K, zh: string, en: string, first: number): ColumnSpec<K, PartKey> {
  return {
    key,
    header: text(zh, en),
    type: 'text',
    width: 8,
    hidden: true,
    formula: (f): string => {
      const named = (set: number): string[] =>
        Array.from({ length: HALF }, (_, at) => at).flatMap((at) =>
          set & (2 ** at) ? ['"、"', f.cell(`part${first + at}`)] : [],
        );
      const pieces = Array.from({ length: SETS }, (_, set) => [...(set > 0 ? [`"${BETWEEN}"`] : []), ...named(set)]);
      return `=${pieces.flat().join('&').replaceAll('"&"', '')}`;
    },
  };
}

/** Hidden columns of the items. */
export const LACKING_PARTS = [
  half('lackingFirst', '缺前半', 'Lacking, first half', 1),
  half('lackingRest', '缺后半', 'Lacking, rest', 1 + HALF),
] as const;

/** The parts of a set, joined by 、; `set`: a cell with the sum of their bits, `itemRow`: one with the row of the item. */
export function lackingText(f: FormulaWords<never>, set: string, itemRow: string): string {
  const words = (key: (typeof LACKING_PARTS)[number]['key'], which: string): string =>
    `TRIM(MID(SUBSTITUTE(INDEX(${f.column('Requirements', key)},${itemRow}),"${BETWEEN}",REPT(" ",${LONGEST_LIST})),1+${LONGEST_LIST}*${which},${LONGEST_LIST}))`;
  return `MID(${words('lackingFirst', `MOD(${set},${SETS})`)}&${words('lackingRest', `INT(${set}/${SETS})`)},2,600)`;
}
