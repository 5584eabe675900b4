// What one edit costs a program that works out again whatever an edit reaches, as Excel does, without looking whether results are the same:
// formulas, and the cells that their functions go through. Knows no values.
import { BLOCK_NAME } from '../../src/workbench/calc/blockText';
import { areasOf, CellGraph, CLOCK_INDEX, idOf, readsOf, type Area } from '../../src/workbench/calc/cellGraph';
import { placeOfKey } from '../../src/workbench/calc/engineSheets';
import { createTranslator } from '../../src/workbench/calc/translationCache';
import type { Book } from '../../src/workbench/model/book';
import { formulaTree, type FormulaNode } from '../../src/workbench/model/formulaTree';

export interface EditCost {
  /** Formulas that are worked out again. */
  readonly formulas: number;
  /** Calls, operators, and cells that functions go through. */
  readonly operations: number;
}

/** A cell of a table, by the table's name, the row of its body and the header; or the clock. */
export type Edit = 'clock' | { readonly table: string; readonly row: number; readonly header: string };

type Call = Extract<FormulaNode, { kind: 'call' }>;

/** Functions that go straight to a place of a range. A block of a sorted column is the few rows of one pair. */
const STRAIGHT = new Set(['INDEX', 'ROW', 'ROWS', 'COLUMN', 'COLUMNS', BLOCK_NAME]);

/** A search among sorted cells halves them again and again; every other function goes through all that it is given. */
function gone(cells: number, call: Call | null, place: number): number {
  if (call && STRAIGHT.has(call.name)) return 1;
  if (call?.name !== 'MATCH' || place !== 1) return cells;
  const [, , way] = call.args;
  return way?.kind === 'constant' && way.text === '0' ? cells : Math.ceil(Math.log2(cells + 1));
}

/** `lastRow`: how far the fullest sheet is filled; whole columns go no further. */
function operationsOf(node: FormulaNode, lastRow: number, call: Call | null = null, place = 0): number {
  const sizeOf = ({ top, bottom, left, right }: Area): number =>
    Math.max(1, Math.min(bottom, lastRow) - top + 1) * (right - left + 1);
  if (node.kind === 'reference')
    return gone(
      readsOf(`=${node.text}`, 0).references.reduce((sum, area) => sum + sizeOf(area), 0),
      call,
      place,
    );
  if (node.kind === 'call') return node.args.reduce((sum, arg, at) => sum + operationsOf(arg, lastRow, node, at), 1);
  if (node.kind === 'operator' || node.kind === 'combined')
    return node.operands.reduce((sum, operand) => sum + operationsOf(operand, lastRow), 1);
  return 0;
}

/** Example: `costOfEdits(book)({ table: 'Receipts', row: 0, header: '审核' }).operations`. */
export function costOfEdits(book: Book): (edit: Edit) => EditCost {
  const translator = createTranslator();
  translator.follow(book);
  const graph = new CellGraph();
  const operations = new Map<number, number>();
  const known = new Map<string, { readonly row: number; readonly text: string }>();
  const costs = new Map<string, number>();
  const lastRow = Math.max(
    ...book.sheets.map(({ cells }) => [...cells.keys()].reduce((last, key) => Math.max(last, placeOfKey(key).row), 0)),
  );
  book.sheets.forEach((sheet, index) => {
    for (const [key, { formula }] of sheet.cells) {
      if (formula === undefined) continue;
      const { row, column } = placeOfKey(key);
      const same = `${index}|${column}|${formula}`;
      const uniform = translator.isUniform(formula);
      const { text, row: from } = (uniform ? known.get(same) : undefined) ?? {
        row,
        text: translator.translate(formula, { sheet, row, column }),
      };
      known.set(same, { row: from, text });
      const reads = readsOf(text, index);
      const id = idOf(index, row, column);
      graph.set(id, areasOf(reads, row - from), reads.anything);
      let cost = costs.get(same);
      if (cost === undefined) {
        const tree = formulaTree(text);
        if (!tree) throw new Error(`${sheet.name}!${key}: no formula: ${text}`);
        costs.set(same, (cost = operationsOf(tree, lastRow)));
      }
      operations.set(id, cost);
    }
  });
  const placesOf = (edit: Edit): number[] => {
    if (edit === 'clock') return [idOf(CLOCK_INDEX, 0, 0), idOf(CLOCK_INDEX, 0, 1)];
    return book.sheets.flatMap(({ tables }, index) =>
      tables.flatMap(({ name, range, columns }) =>
        name === edit.table
          ? [
              idOf(
                index,
                range.row + 1 + edit.row,
                range.column + columns.findIndex((column) => column.name === edit.header),
              ),
            ]
          : [],
      ),
    );
  };
  return (edit) => {
    const reached = new Set<number>();
    for (let open: readonly number[] = placesOf(edit); open.length > 0;) {
      open = [...graph.reachedFrom(open)].filter((id) => !reached.has(id));
      for (const id of open) reached.add(id);
    }
    return { formulas: reached.size, operations: [...reached].reduce((sum, id) => sum + (operations.get(id) ?? 0), 0) };
  };
}
