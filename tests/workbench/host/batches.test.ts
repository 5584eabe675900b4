import type { Calculator } from '../../../src/workbench/calc/calculator';
import { startHost } from '../../../src/workbench/host/createHost';
import { newBook, type Book } from '../../../src/workbench/model/book';
import { cellsOf, onHost, valuesOf } from './onHost';

/** Counts, and gives every formula the number of the calculation. */
function countingCalculator(): Calculator & { calls: number; nows: number[] } {
  const calculator = {
    calls: 0,
    nows: [] as number[],
    recalculate: async (book: Book, now: number) => {
      calculator.calls++;
      calculator.nows.push(now);
      for (const sheet of book.sheets)
        for (const cell of sheet.cells.values()) if (cell.formula !== undefined) cell.value = calculator.calls;
    },
    dispose: () => undefined,
  };
  return calculator;
}

describe('errors in a batch', () => {
  test('what came before the failing operation stays, and what was loaded before it can be read', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const before = cellsOf(context, 'A1');
      before.values = [['kept']];
      before.load('values');
      context.workbook.worksheets.getItem('Nowhere').getRange('A1').values = [[1]];
      cellsOf(context, 'A2').values = [['never']];
      await expect(context.sync()).rejects.toMatchObject({
        code: 'ItemNotFound',
        debugInfo: { errorLocation: 'getItem' },
      });
      expect(before.values).toEqual([['kept']]);
    });
    expect(await valuesOf(host, 'A1:A2')).toEqual([['kept'], ['']]);
  });

  test('a member the host does not know answers ApiNotFound with its name', async () => {
    const host = onHost();
    const message = async (batch: (context: Excel.RequestContext) => unknown): Promise<string> => {
      const error: unknown = await host
        .run(async (context) => {
          batch(context);
          await context.sync();
        })
        .catch((reason: unknown) => reason);
      return `${(error as { code: string }).code}: ${(error as Error).message}`;
    };
    const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');
    expect(await message((context) => sheet(context).copy())).toBe(
      'ApiNotFound: Worksheet.copy is not supported by this host',
    );
    expect(await message((context) => sheet(context).shapes.load('items'))).toBe(
      'ApiNotFound: Worksheet.shapes is not supported by this host',
    );
    expect(await message((context) => (cellsOf(context, 'A1').style = 'Good'))).toBe(
      'ApiNotFound: Range.style is not supported by this host',
    );
    expect(await message((context) => cellsOf(context, 'A1').load('hyperlink'))).toBe(
      'ApiNotFound: Range.hyperlink is not supported by this host',
    );
    expect(await message((context) => cellsOf(context, 'A1').load('format/protection/formulaHidden'))).toBe(
      'ApiNotFound: FormatProtection.formulaHidden is not supported by this host',
    );
    expect(await message((context) => sheet(context).onFormatChanged.add(async () => undefined))).toBe(
      'ApiNotFound: Worksheet._RegisterFormatChangedEvent is not supported by this host',
    );
    expect(await message((context) => cellsOf(context, 'A1').conditionalFormats.add('DataBar'))).toBe(
      'ApiNotFound: conditional formats of type DataBar are not supported by this host: use Custom',
    );
  });

  test('writing to a null object is an error, reading it is not', async () => {
    const host = onHost();
    await host.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      missing.load('name');
      const count = missing.tables.getCount();
      await context.sync();
      expect([missing.isNullObject, count.value]).toEqual([true, undefined]);
    });
    expect(await host.code((context) => (context.workbook.worksheets.getItemOrNullObject('Nowhere').name = 'x'))).toBe(
      'InvalidReference',
    );
    expect(await host.code((context) => context.workbook.worksheets.getItemOrNullObject('Nowhere').delete())).toBe(
      'InvalidReference',
    );
  });
});

describe('limits', () => {
  test('a request over the limit is refused as Excel on the web does, and nothing of it is done', async () => {
    const host = onHost({ limits: { bytes: 20_000 } });
    const big = Array.from({ length: 1000 }, () => ['x'.repeat(50)]);
    expect(await host.code((context) => (cellsOf(context, 'A1:A1000').values = big))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    expect(host.first.cells.size).toBe(0);
  });

  test('a response over the limit is refused; the writes of the batch stay', async () => {
    const host = onHost({ limits: { bytes: 20_000 } });
    expect(
      await host.code((context) => {
        cellsOf(context, 'A1:A2000').values = 'x'.repeat(20) as unknown as string[][];
        cellsOf(context, 'A1:A2000').load('values');
      }),
    ).toBe('ResponsePayloadSizeLimitExceeded');
    expect(host.first.cells.size).toBe(2000);
  });

  test('what counts are bytes on the wire: Chinese takes three a character', async () => {
    const write = async (words: string): Promise<string> => {
      const host = onHost({ limits: { bytes: 20_000 } });
      return host.code((context) => (cellsOf(context, 'A1:A100').values = Array.from({ length: 100 }, () => [words])));
    };
    expect(await write('x'.repeat(100))).toBe('none');
    expect(await write('报'.repeat(100))).toBe('RequestPayloadSizeLimitExceeded');
  });

  test('a batch that does not end is answered with an error, and the next one works', async () => {
    const never: Calculator = { recalculate: () => new Promise(() => undefined), dispose: () => undefined };
    const host = onHost({ timeout: 30, calculator: never });
    expect(await host.code((context) => cellsOf(context, 'A1').load('values'))).toBe('Timeout');
    expect(await host.code((context) => (cellsOf(context, 'A1').values = [[1]]))).toBe('none');
  });

  test('requests and bytes are counted', async () => {
    const host = onHost();
    await host.run(async (context) => {
      context.workbook.worksheets.getFirst().load('name');
      await context.sync();
    });
    const { requests, bytesIn, bytesOut } = host.host.stats;
    expect(requests).toBe(1);
    expect(bytesIn).toBeGreaterThan(200);
    expect(bytesOut).toBeGreaterThan(100);
  });
});

describe('a host in trouble', () => {
  test('while a cell is edited every batch is refused; afterwards the same batch works', async () => {
    const host = onHost();
    host.host.disturb('cellEditing');
    expect(await host.code((context) => (cellsOf(context, 'A1').values = [[1]]))).toBe(
      'InvalidOperationInCellEditMode',
    );
    expect(host.first.cells.size).toBe(0);
    host.host.disturb(null);
    expect(await host.code((context) => (cellsOf(context, 'A1').values = [[1]]))).toBe('none');
  });

  test('a silent host does the batch and never answers', async () => {
    const host = onHost();
    host.host.disturb('silence');
    const ended = host.code((context) => (cellsOf(context, 'A1').values = [[1]]));
    const first = await Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('still waiting'), 30))]);
    expect([first, host.first.cells.size]).toEqual(['still waiting', 1]);
  });
});

describe('calculation', () => {
  test('it happens before values are read when something changed, and not otherwise', async () => {
    const calculator = countingCalculator();
    const host = onHost({ calculator, now: () => 44354.75 });
    await host.run(async (context) => {
      cellsOf(context, 'A1').formulas = [['=1']];
      cellsOf(context, 'A1').load('address,formulas');
      await context.sync();
      expect(calculator.calls).toBe(0);
      const read = cellsOf(context, 'A1').load('values');
      await context.sync();
      expect([calculator.calls, read.values]).toEqual([1, [[1]]]);
      cellsOf(context, 'A1').load('values,text');
      await context.sync();
      expect(calculator.calls).toBe(1);
      cellsOf(context, 'B1').values = [[5]];
      const again = cellsOf(context, 'A1').load('values');
      await context.sync();
      expect(again.values).toEqual([[2]]);
    });
    expect(calculator.nows).toEqual([44354.75, 44354.75]);
  });

  test('a format does not make a calculation; application.calculate and a person’s “now” do', async () => {
    const calculator = countingCalculator();
    const host = onHost({ calculator });
    const read = () => valuesOf(host, 'A1');
    await read();
    await host.run(async (context) => (cellsOf(context, 'A1').format.fill.color = 'red'));
    await read();
    expect(calculator.calls).toBe(1);
    await host.run(async (context) => context.workbook.application.calculate('Full'));
    await read();
    expect(calculator.calls).toBe(2);
    await host.host.calculateNow();
    expect(calculator.calls).toBe(3);
  });

  test('suspended, or in manual mode, the old results are read', async () => {
    const calculator = countingCalculator();
    const host = onHost({ calculator });
    await host.run(async (context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      cellsOf(context, 'A1').formulas = [['=1']];
      cellsOf(context, 'A1').load('values');
      await context.sync();
      expect(calculator.calls).toBe(0);
      cellsOf(context, 'A1').load('values');
      await context.sync();
      expect(calculator.calls).toBe(1);
      context.workbook.application.calculationMode = 'Manual';
      cellsOf(context, 'B1').values = [[1]];
      cellsOf(context, 'A1').load('values');
      await context.sync();
      expect(calculator.calls).toBe(1);
    });
  });

  test('a calculation that fails is answered as an error, not swallowed', async () => {
    const host = onHost({
      calculator: { recalculate: () => Promise.reject(new Error('engine is out of order')), dispose: () => undefined },
    });
    await expect(valuesOf(host, 'A1')).rejects.toThrow('engine is out of order');
  });
});

describe('the host around the batches', () => {
  test('the newest host owns the runtime of the realm', async () => {
    const older = onHost();
    const newer = onHost();
    await older.run(async (context) => void (context.workbook.worksheets.getFirst().name = '新'));
    expect([older.first.name, newer.first.name]).toEqual(['Sheet1', '新']);
    expect(startHost({ excelApi: '1.7' }).Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
  });

  test('listeners hear once a batch which sheets changed, also after a calculation', async () => {
    const calculator = countingCalculator();
    const host = onHost({ calculator });
    const heard: (readonly string[])[] = [];
    const stop = host.host.onModelChanged((ids) => heard.push(ids));
    await host.run(async (context) => {
      cellsOf(context, 'A1').formulas = [['=1']];
      context.workbook.worksheets.add('B').getRange('A1').values = [[1]];
      cellsOf(context, 'A2').values = [[1]];
      await context.sync();
      cellsOf(context, 'A1').load('address');
      await context.sync();
    });
    const [a, b] = host.host.book.sheets.map((sheet) => sheet.id);
    expect(heard.map((ids) => [...ids].sort())).toEqual([[a, b]]);
    await host.host.calculateNow();
    expect(heard[1]).toEqual([a]);
    stop();
    await host.host.change((book) => void (book.active = 0));
    expect(heard.length).toBe(2);
  });

  test('cells that the add-in chooses are heard of, so that the page shows them; a person sees their own choice already', async () => {
    const host = onHost();
    const heard: (readonly string[])[] = [];
    host.host.onModelChanged((ids) => heard.push(ids));
    await host.run(async (context) => {
      cellsOf(context, 'C9').select();
      await context.sync();
    });
    expect(heard).toEqual([[host.first.id]]);
    await host.host.setSelection(host.first.id, { row: 0, column: 0, rows: 1, columns: 1 });
    expect(heard.length).toBe(1);
  });

  test('another book takes the place of the open one', async () => {
    const host = onHost();
    await host.run(async (context) => (cellsOf(context, 'A1').values = [['old']]));
    await host.host.openBook(newBook());
    expect(await valuesOf(host, 'A1')).toEqual([['']]);
  });

  test('a second bridge gets its own answers', async () => {
    const host = onHost();
    const bridge = host.host.newBridge();
    const replies: string[] = [];
    bridge.onMessageFromHost = (json) => replies.push(json);
    bridge.sendMessageToHost(
      JSON.stringify({
        id: 77,
        type: 1,
        flags: 0,
        message: {
          body: {
            Actions: [{ Id: 1, ActionType: 1, Name: '', ObjectPathId: 1 }],
            ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
          },
        },
      }),
    );
    await host.host.settled();
    expect(replies.map((json) => JSON.parse(json) as unknown)).toEqual([
      {
        id: 77,
        type: 1,
        message: { statusCode: 200, headers: {}, body: { Results: [{ ActionId: 1, Value: {} }], TraceIds: [] } },
      },
    ]);
  });
});
