// The hidden column 待改正 of a table: which cells of its row count for nothing, are doubtful, or were typed over a formula. It needs no clock.
// The sheet's own marks, 首页 and the jobs all read it, so that they say the same without the add-in. Knows no table.
import { text } from '../../core/ground/text';
import { PALETTE } from './palette';
import type { CellValue } from './snapshot';
import type { ColumnSpec, FormulaWords, RowHighlight, TableSpec } from './spec';
import { wrongCellsOf, type WrongCell } from './wrongCells';

/** Its key in every table that has it. */
export const ISSUE = 'issue';
/** People see it only when they unhide the column. */
export const ISSUE_HEADER = text('待改正', 'To correct');

/** Stands in the column for each formula that was typed over. */
const TYPED_OVER = '[=]';

/** How many formulas of its row were typed over, by what the column says. Example: `formulasTypedOver('[=][=][单位]') === 2`. */
export function formulasTypedOver(said: CellValue | undefined): number {
  return String(said ?? '').split(TYPED_OVER).length - 1;
}

/** Stands in the column when nothing more can be said. */
const ERRORS = '[!]';

const WRONG = { fill: PALETTE.overdueFill, color: PALETTE.overdueInk, bold: true } as const;
const DOUBTFUL = { fill: PALETTE.lateFill, color: PALETTE.lateInk, bold: true } as const;

/** What stands for a wrong cell: its header in brackets. */
function pieceOf<K extends string>(
  spec: TableSpec<K>,
  { columns: [key], doubtful }: WrongCell<K>,
  f: FormulaWords<never>,
): string {
  const column = spec.columns.find((candidate) => candidate.key === key);
  return `[${(column?.header[f.language] ?? key).replaceAll('"', '')}${doubtful ? '?' : ''}]`;
}

/** Formula columns with nothing between them that people see: first and last key and how many. */
function formulaRuns<K extends string>(
  columns: readonly ColumnSpec<K>[],
): (readonly [from: K, to: K, count: number])[] {
  const runs: [K, K, number][] = [];
  let open: [K, K, number] | null = null;
  for (const { key, formula, hidden } of columns) {
    if (formula && open) {
      open[1] = key;
      open[2] += 1;
    } else if (formula) runs.push((open = [key, key, 1]));
    else if (!hidden) open = null;
  }
  return runs;
}

/** How many formulas of the row were typed over. Columns that people put between them are no formulas and are not counted. */
function typedOver<K extends string>(spec: TableSpec<K>, f: FormulaWords<K>): string | null {
  const runs = formulaRuns(spec.columns).map(([from, to, count]) =>
    from === to
      ? `1-ISFORMULA(${f.cell(from)})`
      : `MAX(0,MIN(${count},COLUMNS(${f.cells(from, to)}))-SUMPRODUCT(--ISFORMULA(${f.cells(from, to)})))`,
  );
  return runs.length === 0 ? null : `REPT("${TYPED_OVER}",${runs.join('+')})`;
}

function issueFormula<K extends string>(
  spec: TableSpec<K>,
  wrong: readonly WrongCell<K>[],
  f: FormulaWords<K>,
): string {
  const pieces = wrong.map((cell) => {
    const [when, piece] = [cell.when(f), `"${pieceOf(spec, cell, f)}"`];
    if (/^ISERROR\([^()]*\)$/.test(when)) return `IF(${when},${piece},"")`;
    // What cannot be told because of an error is wrong; a doubt is none beside it.
    return `IFERROR(IF(${when},${piece},""),${cell.doubtful ? '""' : piece})`;
  });
  const over = typedOver(spec, f);
  return `=IFERROR(${[...pieces, ...(over ? [over] : [])].join('&')},"${ERRORS}")`;
}

/** Columns in which people, or jobs for them, put what makes a row. */
function typedKeys<K extends string>({ columns }: TableSpec<K>): K[] {
  return columns.filter(({ input, hidden, formula }) => input && !hidden && !formula).map(({ key }) => key);
}

/** Whether a mark of this build or of an earlier one asks if the column is there at all, for whatever cells; `cell`: the column's, as the formula spells it. */
export function asksForIssue(formula: string, cell: string): boolean {
  return [`ISFORMULA(${cell})`, `ISBLANK(${cell})`].some((question) => formula.includes(question));
}

/**
 * The table with the column, and with marks for what it names. `rowsBelow`: people type rows below it, which are marked while they stand outside of it.
 */
export function withIssues<K extends string>(
  spec: TableSpec<K>,
  own: readonly WrongCell<K>[] = [],
  rowsBelow = true,
): TableSpec<K | typeof ISSUE> {
  type All = K | typeof ISSUE;
  const wrong = wrongCellsOf(spec, own);
  const column: ColumnSpec<typeof ISSUE, K> = {
    key: ISSUE,
    header: ISSUE_HEADER,
    type: 'text',
    width: 12,
    hidden: true,
    optional: true,
    formula: (f) => issueFormula(spec, wrong, f as FormulaWords<K>),
  };
  const says = (cell: (key: All) => string, piece: string): string => `ISNUMBER(FIND("${piece}",${cell(ISSUE)}))`;
  const marks = wrong
    .filter(({ showsItself }) => !showsItself)
    .map((one): RowHighlight<All> => ({
      when: (cell, f) => says(cell, pieceOf(spec, one, f as FormulaWords<never>)),
      columns: one.columns,
      ...(one.doubtful ? DOUBTFUL : WRONG),
    }));
  const shown = spec.columns.filter(({ formula, hidden }) => formula && !hidden).map(({ key }) => key);
  const over: RowHighlight<All> = {
    when: (cell, _f, _range, self) => `AND(ISFORMULA(${cell(ISSUE)}),NOT(ISFORMULA(${self})))`,
    columns: shown,
    ...WRONG,
  };
  const keys = typedKeys(spec);
  const outside: RowHighlight<All> = {
    when: (cell, _f, _range, _self, has) =>
      `AND(NOT(ISFORMULA(${cell(ISSUE)})),${keys.filter(has).map(cell).join('&')}<>"")`,
    columns: keys,
    ...DOUBTFUL,
  };
  return {
    ...spec,
    columns: [...spec.columns, column],
    highlights: [
      ...marks,
      ...(shown.length > 0 ? [over] : []),
      ...(rowsBelow && keys.length > 0 ? [outside] : []),
      ...(spec.highlights ?? []),
    ],
  };
}
