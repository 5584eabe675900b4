// What Excel refuses is refused here too, so that no job can come to rely on it.
import { cellsOf, onHost } from './onHost';

const host = onHost();
const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');
const rule =
  (of: Excel.DataValidationRule) =>
  (context: Excel.RequestContext): void =>
    void (cellsOf(context, 'J1:J3').dataValidation.rule = of);

beforeAll(() =>
  host.run(async (context) => {
    cellsOf(context, 'A1:B3').values = [
      ['甲', '乙'],
      [1, 2],
      [3, 4],
    ];
    sheet(context).tables.add('A1:B3', true).name = 'T';
    cellsOf(context, 'D8:E9').merge();
    await context.sync();
  }),
);

test.each<[string, (context: Excel.RequestContext) => void]>([
  ['a validation with a structured reference', rule({ custom: { formula: '=COUNTIF(T[甲],J1)=1' } })],
  ['a list from a structured reference', rule({ list: { inCellDropDown: true, source: '=T[甲]' } })],
  ['a validation with an array constant', rule({ custom: { formula: '=OR(J1={1,2})' } })],
  ['a validation with a union', rule({ custom: { formula: '=SUM((A1,B1))>1' } })],
  ['a validation formula above 255 characters', rule({ custom: { formula: `=A1=1${'+1'.repeat(130)}` } })],
  ['a list written out above 255 characters', rule({ list: { inCellDropDown: true, source: '甲,'.repeat(130) } })],
  [
    'a date rule with a serial number as text',
    rule({ date: { formula1: '36526', formula2: '73050', operator: 'Between' } }),
  ],
  [
    'a conditional format with a structured reference',
    (context) => {
      cellsOf(context, 'A2:B3').conditionalFormats.add('Custom').custom.rule.formula = '=T[甲]=1';
    },
  ],
  [
    'a conditional format with an array constant',
    (context) => {
      cellsOf(context, 'A2:B3').conditionalFormats.add('Custom').custom.rule.formula = '=OR(A2={1,2})';
    },
  ],
  [
    'a function with too few arguments',
    (context) => {
      cellsOf(context, 'H1').formulas = [['=IFERROR(1)']];
    },
  ],
  [
    'a function with too many arguments in a name',
    (context) => {
      context.workbook.names.add('n', '=IFERROR(1,2,3)');
    },
  ],
  [
    'a text of more than 255 characters within a formula',
    (context) => {
      cellsOf(context, 'H1').formulas = [[`="${'a'.repeat(256)}"`]];
    },
  ],
  [
    'a formula above 8,192 characters',
    (context) => {
      cellsOf(context, 'H1').formulas = [[`=1${'+1'.repeat(4100)}`]];
    },
  ],
  [
    'a text above 32,767 characters',
    (context) => {
      cellsOf(context, 'H1').values = [['a'.repeat(32768)]];
    },
  ],
  [
    'a row above 409.5 points',
    (context) => {
      cellsOf(context, 'H1').format.rowHeight = 410;
    },
  ],
  [
    'a column wider than 255 characters',
    (context) => {
      cellsOf(context, 'H1').format.columnWidth = 1400;
    },
  ],
  [
    'a table over another',
    (context) => {
      sheet(context).tables.add('B2:C5', true);
    },
  ],
  [
    'a table over merged cells',
    (context) => {
      sheet(context).tables.add('D7:E10', true);
    },
  ],
  [
    'merging within a table',
    (context) => {
      cellsOf(context, 'A2:B2').merge();
    },
  ],
  [
    'a table named like a cell',
    (context) => {
      sheet(context).tables.getItem('T').name = 'TAB12';
    },
  ],
  [
    'a name that is R',
    (context) => {
      context.workbook.names.add('R', '=1');
    },
  ],
  [
    'a sheet named History',
    (context) => {
      context.workbook.worksheets.add('History');
    },
  ],
  [
    'a sheet name of 32 characters',
    (context) => {
      context.workbook.worksheets.add('a'.repeat(32));
    },
  ],
  [
    'a sheet name with a question mark',
    (context) => {
      context.workbook.worksheets.add('a?');
    },
  ],
  [
    'a footer above 255 characters',
    (context) => {
      sheet(context).pageLayout.headersFooters.defaultForAllPages.centerFooter = 'a'.repeat(256);
    },
  ],
  [
    'a scale below 10',
    (context) => {
      sheet(context).pageLayout.zoom = { scale: 9 };
    },
  ],
  [
    'a tab colour by name',
    (context) => {
      sheet(context).tabColor = 'red';
    },
  ],
])('%s', async (_what, batch) => {
  expect(['InvalidArgument', 'InvalidOperation']).toContain(await host.code(batch));
});

test('a prompt and an alert of Excel’s lengths are taken, longer ones refused', async () => {
  const dressed =
    (prompt: [number, number], alert: [number, number]) =>
    (context: Excel.RequestContext): void => {
      const { dataValidation } = cellsOf(context, 'K1:K3');
      dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      dataValidation.prompt = { showPrompt: true, title: 'a'.repeat(prompt[0]), message: 'b'.repeat(prompt[1]) };
      dataValidation.errorAlert = {
        showAlert: true,
        style: 'Stop',
        title: 'a'.repeat(alert[0]),
        message: 'b'.repeat(alert[1]),
      };
    };
  expect(await host.code(dressed([32, 255], [32, 225]))).toBe('none');
  for (const [prompt, alert] of [
    [
      [33, 1],
      [1, 1],
    ],
    [
      [1, 256],
      [1, 1],
    ],
    [
      [1, 1],
      [33, 1],
    ],
    [
      [1, 1],
      [1, 226],
    ],
  ] as const) {
    expect(await host.code(dressed([...prompt], [...alert]))).toBe('InvalidArgument');
  }
});

test('the tab colour of a hidden sheet reads as null', async () => {
  await host.run(async (context) => {
    const hidden = context.workbook.worksheets.add('暗');
    hidden.tabColor = '#FF0000';
    hidden.visibility = 'Hidden';
    hidden.load('tabColor');
    await context.sync();
    expect(hidden.tabColor).toBeNull();
  });
});
