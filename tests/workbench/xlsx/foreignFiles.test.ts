import { describe, expect, test } from '@jest/globals';
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellKey } from '../../../src/workbench/model/book';
import { foreignParts } from '../../../src/workbench/xlsx/foreignParts';
import { NotAWorkbook } from '../../../src/workbench/xlsx/notAWorkbook';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { bookWith } from '../calc/sampleBooks';
import { richBook } from './richBook';

async function made(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function changed(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('files that other programs made', () => {
  test('dates keep their exact serial numbers and their formats', async () => {
    const serials = [44354.75, 44354.99998842592, 0.1, 60, 2958465];
    const bytes = await made((w) => {
      const sheet = w.addWorksheet('a');
      serials.forEach((serial, index) => {
        sheet.getCell(1, index + 1).value = serial;
        sheet.getCell(1, index + 1).numFmt = [
          'yyyy-mm-dd hh:mm',
          'm/d/yy h:mm',
          'h:mm',
          'mm-dd-yy',
          '[$-804]yyyy"年"m"月"d"日";@',
        ][index]!;
      });
    });
    const sheet = (await readBook(bytes)).sheets[0]!;
    expect(serials.map((_serial, index) => sheet.cells.get(cellKey(0, index))?.value)).toEqual(serials);
    expect(serials.map((_serial, index) => sheet.cells.get(cellKey(0, index))?.style?.numberFormat)).toEqual([
      'yyyy-mm-dd hh:mm',
      'm/d/yy h:mm',
      'h:mm',
      'yyyy/m/d',
      '[$-804]yyyy"年"m"月"d"日";@',
    ]);
  });

  test('rich text and links are their text, shared formulas are whole', async () => {
    const bytes = await made((w) => {
      const sheet = w.addWorksheet('a');
      sheet.getCell('A1').value = { richText: [{ text: '红', font: { bold: true } }, { text: '色' }] };
      sheet.getCell('A2').value = { text: '邮箱', hyperlink: 'mailto:a@example.com' };
      sheet.getCell('B1').value = { formula: 'C1+1', result: 0 };
      sheet.getCell('B2').value = { sharedFormula: 'B1', result: 5 };
    });
    const sheet = (await readBook(bytes)).sheets[0]!;
    expect(['0,0', '1,0', '0,1', '1,1'].map((key) => ({ ...sheet.cells.get(key), style: undefined }))).toEqual([
      { value: '红色' },
      { value: '邮箱' },
      { formula: '=C1+1', value: 0 },
      { formula: '=C2+1', value: 5 },
    ]);
  });

  test('font sizes of half a point, usual in Chinese papers, are kept', async () => {
    const bytes = await made((w) => {
      w.addWorksheet('a').addRow(['五号', '小五']);
      w.getWorksheet('a')!.getCell('A1').font = { name: '宋体', size: 10.5 };
      w.getWorksheet('a')!.getCell('B1').font = { name: '宋体', size: 9 };
    });
    const again = await readBook(await writeBook(await readBook(bytes)));
    expect(['0,0', '0,1'].map((key) => again.sheets[0]?.cells.get(key)?.style?.fontSize)).toEqual([10.5, 9]);
  });

  test('theme colours come with their tint', async () => {
    const bytes = await made((w) => {
      const fill = (cell: string, theme: number, tint?: number): void => {
        w.getWorksheet('a')!.getCell(cell).fill = {
          type: 'pattern',
          pattern: 'solid',
          fgColor: { theme, ...(tint === undefined ? {} : { tint }) } as never,
        };
      };
      w.addWorksheet('a');
      fill('A1', 4);
      fill('A2', 4, 0.7999816888943144);
      fill('A3', 0, -0.249977111117893);
    });
    const sheet = (await readBook(bytes)).sheets[0]!;
    const accent = sheet.cells.get('0,0')?.style?.fill;
    expect(accent).toMatch(/^#[0-9A-F]{6}$/);
    expect(sheet.cells.get('2,0')?.style?.fill).toBe('#BFBFBF');
    expect(sheet.cells.get('1,0')?.style?.fill).not.toBe(accent);
  });

  test('rules on values become rules by formula', async () => {
    const bytes = await made((w) => {
      w.addWorksheet('a').addConditionalFormatting({
        ref: 'B2:B9',
        rules: [
          {
            type: 'cellIs',
            operator: 'between',
            formulae: ['1', '$A$1'],
            priority: 1,
            style: { font: { bold: true } },
          },
        ],
      });
    });
    expect(
      (await readBook(bytes)).sheets[0]?.conditionals.map(({ formula, ranges, style }) => ({ formula, ranges, style })),
    ).toEqual([
      { formula: 'AND(B2>=1,B2<=$A$1)', ranges: [{ row: 1, column: 1, rows: 8, columns: 1 }], style: { bold: true } },
    ]);
  });

  test('validation of whole columns costs nothing, lists on other sheets are found in the extension', async () => {
    const bytes = changed(await made((w) => w.addWorksheet('a').addRow([1])), SHEET, (xml) =>
      xml.replace(
        '</worksheet>',
        `<dataValidations count="1"><dataValidation type="whole" operator="greaterThan" sqref="C1:C1048576 E:E"><formula1>3</formula1></dataValidation></dataValidations>
       <extLst><ext xmlns:x14="x" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="y"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>名册!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
      ),
    );
    expect((await readBook(bytes)).sheets[0]?.validations).toEqual([
      {
        ranges: [
          { row: 0, column: 2, rows: 1048576, columns: 1 },
          { row: 0, column: 4, rows: 1048576, columns: 1 },
        ],
        type: 'whole',
        operator: 'greaterThan',
        formula1: '3',
        ignoreBlank: false,
        error: { title: '', message: '', style: 'information' },
      },
      {
        ranges: [{ row: 1, column: 1, rows: 8, columns: 1 }],
        type: 'list',
        formula1: '名册!$A$1:$A$9',
        ignoreBlank: true,
      },
    ]);
  });

  test('prefixed element names and flags in words are understood', async () => {
    const bytes = changed(
      await made((w) => {
        w.addWorksheet('a').addRow(['x', 2]);
        w.getWorksheet('a')!.getRow(1).hidden = true;
      }),
      SHEET,
      (xml) =>
        xml
          .replace(/ hidden="1"/, ' hidden="true"')
          .replace(/<(\/?)(\w)/g, '<$1x:$2')
          .replace('xmlns=', 'xmlns:x='),
    );
    const sheet = (await readBook(bytes)).sheets[0]!;
    expect([sheet.cells.get('0,0')?.value, sheet.cells.get('0,1')?.value, sheet.rows.get(0)?.hidden]).toEqual([
      'x',
      2,
      true,
    ]);
  });

  test('a text inside a cell with its reading, moments as words and what is for later versions end no sheet', async () => {
    const cells = [
      '<c r="A1" t="inlineStr"><is><t>集兵镇</t><rPh sb="0" eb="2"><t>ジヘイ</t></rPh><phoneticPr fontId="1"/></is></c>',
      '<c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>集兵</t></r><r><t>镇</t></r><rPh sb="0" eb="2"><t>ジ</t></rPh></is></c>',
      '<c r="C1" t="inlineStr"/>',
      '<c r="D1" t="d"><v>2021-06-06T09:00:00</v></c>',
      '<c r="E1" t="d"><v>2021-06-06</v></c>',
      '<c r="F1" t="d"><v>18:00:00.000</v></c>',
      '<c r="G1" t="d"><v>六月</v></c>',
      '<c r="H1" t="d"><f>D1</f><v>2021-06-06T09:00:00.000Z</v></c>',
      '<c r="I1"><v>7</v><extLst><ext uri="{A}"><x/></ext></extLst></c>',
      '<c r="J1" t="inlineStr"><is><t>一_x000D_二_x005F_三</t></is></c>',
    ];
    const bytes = changed(await made((w) => w.addWorksheet('a').addRow(['x'])), SHEET, (xml) =>
      xml.replace(
        /<sheetData>[^]*<\/sheetData>/,
        `<sheetData><row r="1">${cells.join('')}</row><row r="2"><c r="A2"><v>8</v></c></row></sheetData>`,
      ),
    );
    const sheet = (await readBook(bytes)).sheets[0]!;
    expect([...sheet.cells].map(([key, { value }]) => [key, value])).toEqual([
      ['0,0', '集兵镇'],
      ['0,1', '集兵镇'],
      ['0,3', 44353.375],
      ['0,4', 44353],
      ['0,5', 0.75],
      ['0,6', '六月'],
      ['0,7', 44353.375],
      ['0,8', 7],
      ['0,9', '一\r二_三'],
      ['1,0', 8],
    ]);
  });

  test('a sheet that cannot be read to its end is refused, not saved without it', async () => {
    const bytes = changed(await made((w) => w.addWorksheet('a').addRows([['x'], ['y']])), SHEET, (xml) =>
      xml.replace(/(<c r="A1"[^>]*>)/, '$1<unheardOf/>'),
    );
    await expect(readBook(bytes)).rejects.toThrow(NotAWorkbook);
  });

  test('the same book gives the same bytes', async () => {
    expect(await writeBook(richBook())).toEqual(await writeBook(richBook()));
  });

  test('a list too long for a validation is refused before the file would be damaged', async () => {
    const book = bookWith('a', [[1]]);
    book.sheets[0]!.validations = [
      {
        ranges: [{ row: 0, column: 0, rows: 1, columns: 1 }],
        type: 'list',
        inline: true,
        formula1: '甲,'.repeat(200),
        ignoreBlank: true,
      },
    ];
    await expect(writeBook(book)).rejects.toThrow(/a!A1: a list of 400 characters/);
  });
});

describe('what the model has no place for is listed', () => {
  test('nothing in a file of its own', async () => {
    expect(foreignParts(await writeBook(richBook()))).toEqual([]);
  });

  test.each([
    ['IFERROR(INDEX(B1:B3,MATCH("甲 &amp; 乙",C1:C3,0)),"")', 'A1', []],
    ['SUMPRODUCT((B1:B3="x")*C1:C3)', 'A1', []],
    ['MAX(IF(B1:B3="x",C1:C3))', 'A1', ['array formulas']],
    ['B1:B3', 'A1:A3', ['array formulas']],
  ])('the array formula %s only where it must be one', async (formula, ref, found) => {
    const bytes = changed(await made((w) => w.addWorksheet('a').addRow([1])), SHEET, (xml) =>
      xml.replace(/<c r="A1"[^>]*>.*?<\/c>/, `<c r="A1" cm="1"><f t="array" ref="${ref}">${formula}</f><v>5</v></c>`),
    );
    expect(foreignParts(bytes).map((name) => name.replace(/^\S+ /, ''))).toEqual(found);
    expect((await readBook(bytes)).sheets[0]?.cells.get('0,0')).toEqual({
      formula: `=${formula.replace('&amp;', '&')}`,
      value: 5,
    });
  });

  test('images, comments, charts, macros, bars, links, loose filters', async () => {
    const bytes = await made((w) => {
      const sheet = w.addWorksheet('a');
      sheet.addRows([
        ['x', 1],
        ['y', 2],
      ]);
      sheet.getCell('A1').note = '批注';
      sheet.getCell('A2').value = { text: '邮箱', hyperlink: 'mailto:a@example.com' };
      sheet.autoFilter = 'A1:B2';
      sheet.addConditionalFormatting({
        ref: 'B1:B2',
        rules: [
          {
            type: 'colorScale',
            priority: 1,
            cfvo: [{ type: 'min' }, { type: 'max' }],
            color: [{ argb: 'FFFF0000' }, { argb: 'FF00FF00' }],
          },
        ],
      });
      sheet.addImage(w.addImage({ base64: 'iVBORw0KGgo=', extension: 'png' }), 'C1:D2');
    });
    const more = zipSync({
      ...unzipSync(bytes),
      'xl/charts/chart1.xml': strToU8('<c/>'),
      'xl/vbaProject.bin': new Uint8Array(1),
    });
    expect(foreignParts(more).map((name) => name.replace(/^\S+ /, ''))).toEqual([
      'charts',
      'images',
      'comments',
      'macros',
      'data bars, colour scales, icon sets',
      'hyperlinks',
      'filters outside of tables',
    ]);
    expect((await readBook(more)).sheets[0]?.cells.get('0,0')?.value).toBe('x');
  });
});

describe('bytes that are no workbook are refused with a sentence in both languages', () => {
  const ole = (name: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...name].flatMap((c) => [c.charCodeAt(0), 0])]);

  test.each([
    ['text', strToU8('a,b'), 'text', '纯文本'],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'other-zip', '压缩包'],
    ['an old .xls', ole('Workbook'), 'old-xls', '.xls'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted', '打开密码'],
    ['nothing', new Uint8Array(), 'empty-file', '空文件'],
    ['a workbook that is none', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'damaged-workbook', '损坏'],
    ['half a zip', strToU8('PK\u0003\u0004xl/workbook.xml'), 'damaged-workbook', '损坏'],
  ])('%s', async (_title, bytes, code, words) => {
    const error: unknown = await readBook(bytes).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NotAWorkbook);
    expect((error as NotAWorkbook).code).toBe(code);
    expect((error as NotAWorkbook).text.zh).toContain(words);
    expect((error as NotAWorkbook).text.en).toMatch(/^Expected an \.xlsx workbook, found .+\. .+\.$/);
  });

  test('a text is no workbook under any other name: it is imported, or saved as one', async () => {
    const error: unknown = await readBook(strToU8('单位,联系人\n西渡镇,张三')).catch((thrown: unknown) => thrown);
    expect((error as NotAWorkbook).text.zh).not.toContain('后缀');
    expect((error as NotAWorkbook).text.zh).toMatch(/在导入里选它；.*另存为 \.xlsx。$/);
  });
});
