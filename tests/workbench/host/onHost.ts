// For the host's own tests: a fresh host, and Excel.run with the codes of what goes wrong.
import { startHost, type StartedHost, type StartOptions } from '../../../src/workbench/host/createHost';
import type { Sheet, Table } from '../../../src/workbench/model/book';

export interface OnHost extends StartedHost {
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** The error code a batch ends in; 'none' when it does not. */
  code(batch: (context: Excel.RequestContext) => unknown): Promise<string>;
  readonly first: Sheet;
}

export function onHost(options: StartOptions = {}): OnHost {
  const started = startHost({ language: 'en-US', ...options });
  const run: OnHost['run'] = (batch) => started.Excel.run(batch);
  return {
    ...started,
    run,
    code: async (batch) => {
      try {
        await run(async (context) => {
          batch(context);
          await context.sync();
        });
        return 'none';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      }
    },
    get first() {
      const [sheet] = started.host.book.sheets;
      if (!sheet) throw new Error('the book has no sheet');
      return sheet;
    },
  };
}

/** A block of cells of the first sheet. */
export function cellsOf(context: Excel.RequestContext, address: string): Excel.Range {
  return context.workbook.worksheets.getItem('Sheet1').getRange(address);
}

/** Puts a block down from A1 and makes a table of it. */
export async function withTable(
  host: OnHost,
  rows: readonly (readonly (string | number | boolean)[])[],
  name = 'T',
): Promise<Table> {
  await host.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem('Sheet1')
      .getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 1);
    range.getRow(0).values = [[...(rows[0] ?? [])]];
    context.workbook.tables.add(range, true).name = name;
    range.values = rows.map((row) => [...row]);
    await context.sync();
  });
  const table = host.first.tables.find((one) => one.name === name);
  if (!table) throw new Error('the table is missing');
  return table;
}

export async function valuesOf(host: OnHost, address: string): Promise<unknown[][]> {
  return host.run(async (context) => {
    const range = cellsOf(context, address).load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}
