// Whether two formula texts mean the same. Excel gives formulas back in its own spelling: shorter references, other blanks and case.

import { remembered } from '../../core/ground/remembered';

/** `Table[[#This Row],[列]]`, `Table[@[列]]`, `[@列]` → `@列`; of several columns `@甲]:[乙`. An apostrophe escapes what follows it. */
const COLUMN = "((?:[^\\[\\]']|'.)+(?:\\]:\\[(?:[^\\[\\]']|'.)+)?)";
const THIS_ROW = new RegExp(
  `(?:[\\p{L}\\p{N}_.]+)?\\[(?:\\[#This Row\\],\\[${COLUMN}\\]|@\\[${COLUMN}\\]|@((?:[^\\[\\]']|'.)+))\\]`,
  'giu',
);

/** `Table[列]` in the cells of that table, where Excel leaves its name out. */
const ownName = (table: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_.])${table.replace(/[.\\]/g, '\\$&')}(?=\\[)`, 'giu');

const NOTHING = /(?!)/g;

/** The sign that Excel shows before what gives one value where it might give several: `=@INDEX(…)` in files of older programs. */
const ONE_OF_SEVERAL = /(?<!\[)@/g;

/** A column is one formula over and over: by table, what was made plain before is remembered. */
const plainIn = remembered(100, (own) => remembered(500, (formula) => madePlain(formula, own)));

/** A formula without what only differs in spelling: equal texts mean the same. `own`: the table in whose cells it stands. */
export function plainFormula(formula: string, own = ''): string {
  return plainIn(own)(formula);
}

function madePlain(formula: string, own: string): string {
  const name = own === '' ? null : ownName(own);
  const parts = formula.split('"');
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(ONE_OF_SEVERAL, '')
            .replace(THIS_ROW, (_all, a?: string, b?: string, c?: string) => `@${a ?? b ?? c ?? ''}`)
            .replace(name ?? NOTHING, '')
            .replace(/\s+/g, '')
            .toUpperCase(),
    )
    .join('"');
}

/**
 * True when the texts differ only in spelling: case, blanks, short references, a shown `@`. What stands between quotes is compared exactly.
 * Example: `sameFormula('=SUM(T[[#This Row],[a]])', '=sum([@a])')` is true.
 */
export function sameFormula(a: string, b: string, own?: string): boolean {
  return plainFormula(a, own) === plainFormula(b, own);
}
