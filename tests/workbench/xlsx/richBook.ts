// A book that uses everything the model has, for round trips.
import { addSheet, cellKey, newBook, type Book } from '../../../src/workbench/model/book';
import { addTable, fill } from '../calc/sampleBooks';

export function richBook(): Book {
  const book = newBook();
  const front = book.sheets[0]!;
  front.name = "首页·'甲'一";
  fill(front, 0, 0, [
    ['标题', null, 44354.75, true, { error: '#N/A' }],
    [' 空 格 ', '第一行\n第二行', 0.1, -3, '=1+1 不是公式'],
  ]);
  front.cells.get('1,4')!.formula = undefined;
  front.cells.set('1,4', { value: '=1+1 不是公式' });
  front.cells.set('2,0', { formula: '=SUM(Receipts[分数])', value: 8 });
  front.cells.set('2,1', { formula: '=IF(AsOf>0,"","x")', value: '' });
  front.cells.set('2,2', { formula: '=Receipts[[#Headers],[分数]]="分数"', value: true });
  front.cells.set('2,3', { formula: '=1/0', value: { error: '#DIV/0!' } });
  front.cells.set('2,4', { formula: '=RANK.EQ(5,Receipts[分数])', value: 1 });
  front.cells.set('5,2', { formula: '=1-1', value: 0 }).set('5,4', { formula: '=1=2', value: false });
  front.cells.get('0,0')!.style = {
    fontName: '等线',
    fontSize: 18,
    bold: true,
    italic: true,
    underline: true,
    strike: true,
    color: '#C2410C',
    fill: '#FFF7ED',
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    locked: false,
    border: {
      top: { style: 'thin', color: '#AABBCC' },
      right: { style: 'double', color: '#000000' },
      bottom: { style: 'medium', color: '#AABBCC' },
      left: { style: 'dashed', color: '#112233' },
    },
  };
  front.cells.get('0,2')!.style = { numberFormat: 'yyyy-mm-dd hh:mm', horizontal: 'right', vertical: 'top', indent: 2 };
  front.cells.get('1,2')!.style = { numberFormat: '0.00%', rotation: 45, shrink: true };
  front.cells.set('3,0', { style: { fill: '#00FF00' } });
  front.cells.set('4,0', { value: '合并', style: { numberFormat: '@' } });
  front.cells.set('4,1', { style: { border: { top: { style: 'thin', color: '#000000' } } } });
  front.merges = [{ row: 4, column: 0, rows: 2, columns: 2 }];
  front.columns
    .set(0, { width: 18.5 })
    .set(1, { width: 9, hidden: true })
    .set(3, { style: { numberFormat: '@' }, width: 10 });
  front.rows
    .set(0, { height: 30 })
    .set(6, { hidden: true })
    .set(7, { height: 12.75, style: { bold: true } });
  front.freeze = { rows: 3, columns: 1 };
  front.showGridlines = false;
  front.tabColor = '#C2410C';
  front.page = {
    orientation: 'landscape',
    paperSize: 9,
    printArea: { row: 0, column: 0, rows: 8, columns: 5 },
    titleRows: [0, 2],
    titleColumns: [0, 1],
    rowBreaks: [4, 7],
    fitWide: 1,
    margins: { top: 36, right: 50.4, bottom: 36, left: 50.4, header: 18, footer: 21.6 },
    centerHorizontally: true,
    centerVertically: true,
    blackAndWhite: true,
    printGridlines: true,
    header: { left: '左', center: '中 &D', right: '&"等线,Bold"右' },
    footer: { center: '第 &P 页，共 &N 页' },
  };
  front.protection = {
    options: { allowFormatColumns: true, allowAutoFilter: true, allowSort: true, selectionMode: 'Unlocked' },
  };

  const receipts = addTable(
    book,
    '收件 登记',
    'Receipts',
    ['单位', '分数', '各部分（是/否） %', "a[1]#'x", '两\n行'],
    [
      ['甲', 3, '是', null, null],
      ['乙', 5, '否', null, null],
      ['合计', null, null, null, null],
    ],
    true,
  ); // the last row is the totals row
  const sheet = book.sheets[1]!;
  receipts.columns[3]!.calculatedFormula = '=Receipts[[#This Row],[分数]]*2';
  fill(sheet, 1, 3, [
    ['=Receipts[[#This Row],[分数]]*2', 'x'],
    ['=Receipts[[#This Row],[分数]]*2', ''],
  ]);
  sheet.cells.get('1,3')!.value = 6;
  sheet.cells.get('2,3')!.value = 10;
  sheet.cells.delete('2,4');
  sheet.cells.set('3,1', { formula: '=SUBTOTAL(109,Receipts[分数])', value: 8 });
  receipts.filters = {
    0: { kind: 'values', values: ['甲', ''] },
    1: { kind: 'custom', criterion1: '>=2', criterion2: '<9', operator: 'And' },
    2: { kind: 'custom', criterion1: '=是*' },
  };
  sheet.rows.set(2, { hidden: true });
  sheet.freeze = { rows: 1, columns: 0 };
  sheet.validations = [
    {
      ranges: [
        { row: 1, column: 2, rows: 2, columns: 1 },
        { row: 1, column: 9, rows: 1, columns: 1 },
      ],
      type: 'list',
      formula1: '是,否,"引号"',
      inline: true,
      ignoreBlank: true,
      prompt: { title: '请选', message: '是或否' },
      error: { title: '错', message: '只能选', style: 'stop' },
    },
    {
      ranges: [{ row: 1, column: 0, rows: 2, columns: 1 }],
      type: 'list',
      formula1: "'首页·''甲''一'!$A$1:$A$3",
      ignoreBlank: false,
      error: { title: '', message: '没有这个单位', style: 'warning' },
    },
    {
      ranges: [{ row: 1, column: 1, rows: 2, columns: 1 }],
      type: 'decimal',
      operator: 'between',
      formula1: '0',
      formula2: 'Cut*20',
      ignoreBlank: true,
    },
    {
      ranges: [{ row: 1, column: 3, rows: 2, columns: 1 }],
      type: 'custom',
      formula1: 'COUNTIF($A$2:$A$3,A2)=1',
      ignoreBlank: true,
    },
  ];
  sheet.conditionals = [
    {
      id: 'x',
      ranges: [
        { row: 1, column: 0, rows: 2, columns: 5 },
        { row: 1, column: 9, rows: 1, columns: 1 },
      ],
      formula: '$C2="否"',
      style: { fill: '#FEE2E2', color: '#991B1B', bold: true },
      priority: 1,
      stopIfTrue: true,
    },
    {
      id: 'y',
      ranges: [{ row: 1, column: 1, rows: 2, columns: 1 }],
      formula: '$B2<Cut',
      style: {
        italic: true,
        underline: true,
        strike: true,
        numberFormat: '0.0',
        border: { top: { style: 'thin', color: '#123456' } },
      },
      priority: 2,
      stopIfTrue: false,
    },
  ];
  const plain = addTable(book, 'Plain', 'Plain_2', ['a', 'b'], [[1, 2]]);
  Object.assign(plain, { showFilterButton: false, showBandedRows: false, style: '' });
  book.sheets[2]!.visibility = 'veryHidden';
  const last = addSheet(book, '末');
  last.visibility = 'hidden';
  last.page = { scale: 80 };
  last.protection = { options: { allowEditObjects: true, allowEditScenarios: true }, password: '秘密' };

  book.names = [
    { name: 'Cut', formula: "='收件 登记'!$B$2", visible: true, comment: '分数线' },
    { name: 'AsOf', formula: '=IF(INDEX(Receipts[分数],1)="",NOW(),INDEX(Receipts[分数],1))', visible: true },
    { name: '隐藏名', formula: '="文本 & <x>"', visible: false },
  ];
  book.active = 1;
  book.selection = { row: 1, column: 1, rows: 2, columns: 3 };
  return book;
}

/** Cells in one order, so that maps compare by content. */
export function comparable(book: Book) {
  return {
    ...book,
    nextId: undefined,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      id: undefined,
      cells: Object.fromEntries([...sheet.cells].sort(([a], [b]) => (a < b ? -1 : 1))),
      columns: Object.fromEntries(sheet.columns),
      rows: Object.fromEntries(sheet.rows),
      tables: sheet.tables.map((table) => ({ ...table, id: undefined })),
      conditionals: sheet.conditionals.map((one) => ({ ...one, id: undefined })),
    })),
  };
}

export { cellKey };
