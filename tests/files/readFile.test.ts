import { describe, expect, test } from '@jest/globals';
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readImportedFile, readPastedText } from '../../src/files/readFile';
import { UnreadableFile } from '../../src/files/unreadableFile';
import { oneSheet } from '../support/oneSheet';

async function made(fill: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const rowsOf = async (fill: (workbook: Workbook) => void) =>
  (await readImportedFile('a.xlsx', await made(fill))).sheets[0]?.rows;

describe('importing a workbook', () => {
  test('numbers stay numbers, text stays text, empty cells are null', async () => {
    const rows = await rowsOf((w) => w.addWorksheet('一').addRows([['007', 7, true, null, ' x '], [], [null, '尾']]));
    expect(rows).toEqual([
      ['007', 7, true, null, ' x '],
      [null, null, null, null, null],
      [null, '尾', null, null, null],
    ]);
  });

  test('dates are serial numbers, whatever the zone of the machine', async () => {
    const rows = await rowsOf((w) => {
      const sheet = w.addWorksheet('一');
      for (const [row, serial] of [44354.75, 44355, 44354.99998842592].entries()) {
        sheet.getCell(row + 1, 1).value = serial;
        sheet.getCell(row + 1, 1).numFmt = row === 1 ? 'm"月"d"日"' : 'yyyy-mm-dd hh:mm:ss';
      }
    });
    expect(rows?.map(([serial]) => Math.round(Number(serial) * 86400))).toEqual([
      44354.75 * 86400,
      44355 * 86400,
      44354 * 86400 + 86399,
    ]);
  });

  test('a formula gives its stored result, rich text and links their plain text, an error its name', async () => {
    const rows = await rowsOf((w) => {
      const sheet = w.addWorksheet('一');
      sheet.getCell('A1').value = { formula: '1+1', result: 2 };
      sheet.getCell('B1').value = { richText: [{ text: '红', font: { bold: true } }, { text: '色' }] };
      sheet.getCell('C1').value = { text: '邮箱', hyperlink: 'mailto:a@example.com' };
      sheet.getCell('D1').value = { error: '#N/A' };
      sheet.getCell('E1').value = { formula: 'B1', result: '文' };
      sheet.getCell('F1').value = { formula: 'NOW()', result: new Date(Date.UTC(2021, 5, 7, 18)) };
      sheet.getCell('F1').numFmt = 'yyyy-mm-dd hh:mm';
    });
    expect(rows).toEqual([[2, '红色', '邮箱', '#N/A', '文', 44354.75]]);
  });

  test('results that are nothing, zero or false are results too', async () => {
    const rows = await rowsOf((w) => {
      const sheet = w.addWorksheet('一');
      sheet.getCell('A1').value = { formula: '1-1', result: 0 };
      sheet.getCell('B1').value = { formula: '1=2', result: false as unknown as number };
      sheet.getCell('C1').value = { formula: '""', result: '' };
      sheet.getCell('D1').value = { formula: '2-2', result: 0 };
      sheet.mergeCells('D1:E1');
    });
    expect(rows).toEqual([[0, false, null, 0, 0]]);
  });

  test('every cell of a merged area carries its value', async () => {
    const rows = await rowsOf((w) => {
      const sheet = w.addWorksheet('一');
      sheet.addRows([
        ['标题', null],
        ['乡镇', '甲'],
        [null, '乙'],
      ]);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('A2:A3');
    });
    expect(rows).toEqual([
      ['标题', '标题'],
      ['乡镇', '甲'],
      ['乡镇', '乙'],
    ]);
  });

  test('hidden rows, columns and sheets are read and marked', async () => {
    const bytes = await made((w) => {
      w.addWorksheet('明').addRows([['a'], ['b']]);
      w.getWorksheet('明')!.getRow(2).hidden = true;
      w.addWorksheet('暗', { state: 'veryHidden' }).addRow(['c']);
    });
    const { sheets } = await readImportedFile('a.xlsx', bytes);
    expect(sheets).toEqual([
      { name: '明', rows: [['a'], ['b']], hiddenRows: new Set([2]) },
      { name: '暗', rows: [['c']], hidden: true },
    ]);
  });

  test('filtered tables, notes, images, links and validations of whole columns do not stand in the way', async () => {
    const made1 = await made((w) => {
      const sheet = w.addWorksheet('一');
      sheet.addTable({
        name: 'T',
        ref: 'A1',
        headerRow: true,
        columns: [
          { name: '单位', filterButton: true },
          { name: '数', filterButton: true },
        ],
        rows: [
          ['甲', 1],
          ['乙', 2],
        ],
      });
      sheet.getCell('A2').note = '批注';
      sheet.getCell('A3').value = { text: '乙', hyperlink: 'mailto:a@example.com' };
      sheet.addImage(w.addImage({ base64: 'iVBORw0KGgo=', extension: 'png' }), 'C1:D2');
    });
    const parts = unzipSync(made1);
    const change = (path: string, from: string | RegExp, to: string): void => {
      parts[path] = strToU8(strFromU8(parts[path]!).replace(from, to));
    };
    change(
      'xl/tables/table1.xml',
      /<autoFilter[\s\S]*<\/autoFilter>/,
      '<autoFilter ref="A1:B3"><filterColumn colId="1"><customFilters and="1"><customFilter operator="greaterThan" val="0"/><customFilter val="9"/></customFilters></filterColumn></autoFilter>',
    );
    change(
      'xl/worksheets/sheet1.xml',
      '<pageMargins',
      '<dataValidations count="1"><dataValidation type="whole" sqref="A1:Z1048576"><formula1>1</formula1></dataValidation></dataValidations><pageMargins',
    );
    const before = Date.now();
    expect((await readImportedFile('a.xlsx', zipSync(parts))).sheets[0]?.rows).toEqual([
      ['单位', '数'],
      ['甲', 1],
      ['乙', 2],
    ]);
    expect(Date.now() - before).toBeLessThan(3000);
  });

  test('cells that only have a format add no rows and no columns', async () => {
    const rows = await rowsOf((w) => {
      const sheet = w.addWorksheet('一');
      sheet.addRow(['a']);
      sheet.getCell('Z500').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    });
    expect(rows).toEqual([['a']]);
  });
});

describe('importing text', () => {
  test('a .csv gives one sheet of strings named after the file', async () => {
    const file = await readImportedFile('C:\\收件\\六月.csv', new TextEncoder().encode('\ufeff单位,数\n甲,1\n'));
    expect(file).toEqual(
      oneSheet(
        '六月',
        [
          ['单位', '数'],
          ['甲', '1'],
        ],
        'C:\\收件\\六月.csv',
      ),
    );
  });

  test('a workbook under a text name is read as the workbook it is', async () => {
    const bytes = await made((w) => w.addWorksheet('一').addRow([1]));
    expect((await readImportedFile('a.csv', bytes)).sheets).toEqual([{ name: '一', rows: [[1]] }]);
  });

  test('a paste gives one sheet', () => {
    expect(readPastedText('单位\t数\r\n甲\t1\r\n').sheets).toEqual([
      {
        name: '',
        rows: [
          ['单位', '数'],
          ['甲', '1'],
        ],
      },
    ]);
  });
});

describe('files that cannot be read say what they are and how to mend it', () => {
  const ole = (name: string): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...name].flatMap((c) => [c.charCodeAt(0), 0])]);
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);

  test.each([
    ['text under a workbook’s name', 'a.xlsx', text('a,b'), 'text'],
    ['a web page under the name .xls', 'a.xls', text('<html><table>'), 'html'],
    ['an old .xls', 'a.xls', ole('Workbook'), 'old-xls'],
    ['an encrypted workbook', 'a.xlsx', ole('EncryptedPackage'), 'encrypted'],
    ['an old .doc', 'a.doc', ole('WordDocument'), 'other-ole'],
    ['a zip that is no workbook', 'a.xlsx', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'other-zip'],
    [
      'an .ods',
      'a.ods',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
      'open-document',
    ],
    ['a binary workbook', 'a.xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(3) }), 'binary-xlsb'],
    ['a PDF', 'a.pdf', text('%PDF-1.7'), 'pdf'],
    ['an image', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'image'],
    ['an archive', 'a.rar', text('Rar!x'), 'archive'],
    ['something else', 'a.bin', new Uint8Array([1, 0, 2]), 'binary'],
    ['bytes that are no text', 'a.txt', new Uint8Array([0x61, 0xff, 0xff]), 'binary'],
    ['an empty file', 'a.xlsx', new Uint8Array(), 'empty-file'],
    ['half a workbook', 'a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook>') }), 'damaged-workbook'],
  ])('%s', async (_title, name, bytes, code) => {
    const error: unknown = await readImportedFile(name, bytes).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableFile);
    const { code: found, text: message } = error as UnreadableFile;
    expect(found).toBe(code);
    expect(message.zh).toMatch(/^应为.+，实为.+。.+。$/);
    expect(message.en).toMatch(/^Expected .+, found .+\. .+\.$/);
  });

  test('a workbook cut off in the middle', async () => {
    const whole = await made((w) => w.addWorksheet('一').addRow(['x'.repeat(5000)]));
    await expect(readImportedFile('a.xlsx', whole.slice(0, whole.length / 2))).rejects.toBeInstanceOf(UnreadableFile);
  });
});
