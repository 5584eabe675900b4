// Reads what tables have besides their cells: number formats, validation, conditional formats. Rides along with the load; decides nothing.
import type { CellValue, TableLooks } from '../workbook/contract/snapshot';

/** Rows and columns above a table in which a headline may stand: people insert a line or two. */
const ABOVE_ROWS = 8;
const ABOVE_COLUMNS = 12;

/** Proxies of a table's looks, to be read after the next sync. */
export interface AskedLooks {
  readonly first: Excel.Range;
  readonly last: Excel.Range;
  readonly validations: readonly Excel.DataValidation[];
  readonly conditionals: Excel.ConditionalFormatCollection;
  readonly ofBody: Excel.ConditionalFormatCollection;
  readonly above: Excel.Range;
}

/** Queues the loads; the columns of the table must have been loaded before. */
export function askLooks(table: Excel.Table): AskedLooks {
  const body = table.getDataBodyRange();
  return {
    first: body.getRow(0).load('numberFormat'),
    last: body.getLastRow().load('numberFormat'),
    validations: table.columns.items.map((column) =>
      column.getDataBodyRange().dataValidation.load('type,ignoreBlanks'),
    ),
    // Of the whole sheet: a rule stays where it was when a column of the table goes.
    conditionals: table.worksheet
      .getRange()
      .conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula'),
    ofBody: body.conditionalFormats.load('items/id'),
    above: table.worksheet.getRangeByIndexes(0, 0, ABOVE_ROWS, ABOVE_COLUMNS).load('formulas'),
  };
}

/** What was loaded of a table’s looks, as plain data. */
export function asLooks(asked: AskedLooks): TableLooks {
  const formats = (range: Excel.Range): string[] => ((range.numberFormat as unknown[][])[0] ?? []).map(String);
  return {
    numberFormats: [formats(asked.first), formats(asked.last)],
    validations: asked.validations.map(({ type }) => type),
    blanksIgnored: asked.validations.map(({ ignoreBlanks }) => ignoreBlanks as boolean | null),
    conditionals: asked.conditionals.items.map((format) => ({
      id: format.id,
      inBody: asked.ofBody.items.some(({ id }) => id === format.id),
      formula: format.type === 'Custom' ? String(format.customOrNullObject.rule.formula) : '',
    })),
    above: asked.above.formulas as CellValue[][],
  };
}
