// Where nobody here knows, or where sources say that Excel is unkind, the host is unkind: each behaviour is one switch with its source.
// docs/excel-truth.md has the whole list. The kind side exists to show in tests what a switch changes.

/** What Microsoft’s documents leave open, each with where it was seen. */
export interface Manners {
  /** Inside borders of a single row or column: VBA's Borders(xlInsideHorizontal) of one row raises 1004; the API's answer is not documented. */
  readonly insideBordersOfOneLine: 'refused' | 'ignored';
  /** A rule set over cells with several rules: InvalidArgument in Excel on the web (office-js #2593, #2594) unless they were cleared. */
  readonly ruleOverMixedValidation: 'refused' | 'taken';
  /** Pasting formats brings conditional formats along as further rules (excelribbon.tips.net T001143; odoo/o-spreadsheet #194). */
  readonly formatsCarryConditionals: boolean;
  /** Formulas of a table are shown without its name: `[col]`, `[@col]`, `[@[a]:[b]]` (ImportExcel #1180, EPPlus #521). */
  readonly ownTableInShort: boolean;
  /**
   * AutoCorrect, on by default, also follows the API: a formula written into a column whose other cells are blank, or all hold the column's
   * own formula, fills the whole column; of several the bottommost (office-js #2093, #5909, #6745).
   */
  readonly formulasFillColumns: boolean;
  /** table.rows.add leaves rows outside that hold nothing, at the end (office-js #3191, #3013). */
  readonly blankRowsAtTheEnd: 'left out' | 'taken';
  /** A name that is added for a column of a table and nothing else keeps the cells that the column has then, since version 1904 (office-js #740). */
  readonly namesOfColumns: 'as cells' | 'as columns';
}

/** What tests and the workbench run with, unless a test asks for one switch. */
export const UNKIND: Manners = {
  insideBordersOfOneLine: 'refused',
  ruleOverMixedValidation: 'refused',
  formatsCarryConditionals: true,
  ownTableInShort: true,
  formulasFillColumns: true,
  blankRowsAtTheEnd: 'left out',
  namesOfColumns: 'as cells',
};
