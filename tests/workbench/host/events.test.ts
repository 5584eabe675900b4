import { loadRuntime } from '../../../src/workbench/host/loadRuntime';
import { viewOf } from '../../../src/workbench/model/windowView';
import { onHost, withTable, cellsOf, type OnHost } from './onHost';

interface Heard {
  what: string;
  address?: string;
  source?: string;
  trigger?: string;
  type?: string;
}

async function listen(host: OnHost): Promise<{ heard: Heard[]; stop: () => Promise<void> }> {
  const heard: Heard[] = [];
  const results = await host.run(async (context) => {
    const { worksheets } = context.workbook;
    const all = worksheets.onChanged.add(
      async (args) =>
        void heard.push({
          what: 'changed',
          address: args.address,
          source: args.source,
          trigger: args.triggerSource,
          type: args.changeType,
        }),
    );
    const one = worksheets.getItem('Sheet1').onActivated.add(async () => void heard.push({ what: 'Sheet1 activated' }));
    const selected = worksheets.onSelectionChanged.add(
      async (args) => void heard.push({ what: 'selected', address: args.address }),
    );
    const added = worksheets.onAdded.add(async () => void heard.push({ what: 'added' }));
    const deleted = worksheets.onDeleted.add(async () => void heard.push({ what: 'deleted' }));
    await context.sync();
    return [all, one, selected, added, deleted];
  });
  const stop = async (): Promise<void> => {
    for (const result of results) {
      await host.Excel.run(result.context, async (context) => {
        result.remove();
        await context.sync();
      });
    }
  };
  return { heard, stop };
}

describe('events', () => {
  test('a person’s edit is heard as Local, a co-author’s as Remote, the add-in’s own as its own', async () => {
    const host = onHost();
    const { heard } = await listen(host);
    await host.host.edit(host.first.id, 4, 1, '7');
    await host.host.edit(host.first.id, 0, 0, 'x', { remote: true });
    await host.run(async (context) => (cellsOf(context, 'C3:D4').values = 1 as unknown as number[][]));
    await host.host.settled();
    expect(heard).toEqual([
      { what: 'changed', address: 'B5', source: 'Local', trigger: 'Unknown', type: 'RangeEdited' },
      { what: 'changed', address: 'A1', source: 'Remote', trigger: 'Unknown', type: 'RangeEdited' },
      { what: 'changed', address: 'C3:D4', source: 'Local', trigger: 'ThisLocalAddin', type: 'RangeEdited' },
    ]);
  });

  test('inserted rows are heard with their address', async () => {
    const host = onHost();
    const { heard } = await listen(host);
    await host.host.editLines(host.first.id, { axis: 'row', at: 2, count: 2, from: 0, to: 16383 });
    expect(heard).toEqual([
      { what: 'changed', address: '3:4', source: 'Local', trigger: 'Unknown', type: 'RowInserted' },
    ]);
  });

  test('sheets that come, go and get activated are heard, and selections', async () => {
    const host = onHost();
    const { heard } = await listen(host);
    await host.run(async (context) => {
      context.workbook.worksheets.add('B').activate();
      await context.sync();
      context.workbook.worksheets.getItem('Sheet1').getRange('B2:C3').select();
      context.workbook.worksheets.getItem('B').delete();
      await context.sync();
    });
    await host.host.settled();
    expect(heard).toEqual([
      { what: 'added' },
      { what: 'Sheet1 activated' },
      { what: 'selected', address: 'B2:C3' },
      { what: 'deleted' },
    ]);
  });

  test('after removing the handlers there is silence', async () => {
    const host = onHost();
    const { heard, stop } = await listen(host);
    await stop();
    await host.host.edit(host.first.id, 0, 0, '1');
    await host.run(async (context) => void context.workbook.worksheets.add());
    await host.host.settled();
    expect(heard).toEqual([]);
  });

  test('a table’s handler hears the part of an edit that lies in it, and only that', async () => {
    const host = onHost();
    await withTable(host, [
      ['a', 'b'],
      [1, 2],
    ]);
    const heard: string[] = [];
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('T');
      table.onChanged.add(async (args) => void heard.push(`table ${args.address}`));
      context.workbook.tables.onChanged.add(async (args) => void heard.push(`tables ${args.address}`));
      await context.sync();
    });
    await host.host.edit(host.first.id, 1, 1, '5');
    await host.host.edit(host.first.id, 9, 9, '5');
    expect(heard).toEqual(['table B2', 'tables B2']);
  });

  test('the range of an event can be read inside the handler', async () => {
    const host = onHost();
    let seen: unknown;
    await host.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (args) => {
        await host.run(async (inner) => {
          const range = args.getRange(inner).load('values');
          await inner.sync();
          seen = range.values;
        });
      });
      await context.sync();
    });
    await host.host.edit(host.first.id, 2, 2, 'hello');
    for (let i = 0; i < 20 && seen === undefined; i++) await host.host.settled();
    expect(seen).toEqual([['hello']]);
  });

  test('workbook.onSelectionChanged tells that the selection moved', async () => {
    const host = onHost();
    let moved = 0;
    await host.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => void moved++);
      await context.sync();
    });
    await host.host.setSelection(host.first.id, { row: 3, column: 3, rows: 1, columns: 1 });
    await host.run(async (context) => {
      const selected = context.workbook.getSelectedRange().load('address');
      await context.sync();
      expect(selected.address).toBe('Sheet1!D4');
    });
    expect(moved).toBe(1);
  });
});

describe('two windows on one workbook', () => {
  const at = (host: OnHost): Promise<string[]> =>
    host.run(async (context) => {
      const cell = context.workbook.getSelectedRange();
      cell.load('address');
      await context.sync();
      return [cell.address];
    });

  it('each have their own sheet and selection; only changes of cells are told to both', async () => {
    const host = onHost();
    await host.run(async (context) => {
      context.workbook.worksheets.add('Other');
      await context.sync();
    });
    const [first, other] = host.host.book.sheets.map(({ id }) => id);
    const view = viewOf(host.host.book);
    const second = host.host.newBridge(view);
    const told: string[] = [];
    const hear = (who: string) => (json: string) => {
      const { message } = JSON.parse(json) as { message: { entries?: { messageType: number }[] } };
      for (const { messageType } of message.entries ?? []) told.push(`${who} ${messageType}`);
    };
    second.onMessageFromHost = hear('second');
    const cell = (row: number): { row: number; column: number; rows: number; columns: number } => ({
      row,
      column: 0,
      rows: 1,
      columns: 1,
    });
    await host.host.setSelection(first ?? '', cell(4));
    expect(told).toEqual([]);
    await host.host.setSelection(other ?? '', cell(7), view);
    expect(told).toEqual(['second 2']);
    expect(await at(host)).toEqual(['Sheet1!A5']);
    // The runtime of the second window asks through its own bridge, and what it chooses stays there.
    loadRuntime({ language: 'en-US' }).bridge.connect(second);
    expect(await at(host)).toEqual(['Other!A8']);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Other').getRange('C3').select();
      await context.sync();
    });
    expect(await at(host)).toEqual(['Other!C3']);
    loadRuntime({ language: 'en-US' }).bridge.connect(host.host.bridge);
    expect(await at(host)).toEqual(['Sheet1!A5']);
  });
});
