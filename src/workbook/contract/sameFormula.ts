// Whether two formula texts mean the same. Excel gives formulas back in its own spelling: shorter references, other blanks and case.

/** `Table[[#This Row],[列]]`, `Table[@[列]]`, `[@列]` → `@列`. */
const THIS_ROW = /(?:\w+)?\[(?:\[#This Row\],\[([^\]]+)\]|@\[([^\]]+)\]|@([^\]]+))\]/gi;

/** The sign that Excel shows before what gives one value where it might give several: `=@INDEX(…)` in files of older programs. */
const ONE_OF_SEVERAL = /(?<!\[)@/g;

/** A formula without what only differs in spelling: equal texts mean the same. */
export function plainFormula(formula: string): string {
  const parts = formula.split('"');
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(ONE_OF_SEVERAL, '')
            .replace(THIS_ROW, (_all, a?: string, b?: string, c?: string) => `@${a ?? b ?? c ?? ''}`)
            .replace(/\s+/g, '')
            .toUpperCase(),
    )
    .join('"');
}

/**
 * True when the texts differ only in spelling: case, blanks, short references, a shown `@`. What stands between quotes is compared exactly.
 * Example: `sameFormula('=SUM(T[[#This Row],[a]])', '=sum([@a])')` is true.
 */
export function sameFormula(a: string, b: string): boolean {
  return plainFormula(a) === plainFormula(b);
}
