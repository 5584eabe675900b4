// Workbooks as programs and people really make them: old, odd, padded, enormous inside.
import { write, utils, type BookType, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import { Workbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { lookKey } from '../../src/core/import/sheetRows';
import { readImportedFile } from '../../src/files/readFile';
import type { ReadingProgress } from '../../src/files/readingProgress';
import type { UnreadableFile } from '../../src/files/unreadableFile';

const ROWS = [
  ['单位名称', '联络员', '手机号码'],
  ['甲镇', '王　芳', 13900001111],
  ['乙镇', '李四', '13900001112'],
];

function bookOf(rows: readonly (readonly unknown[])[]): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '名单');
  return book;
}

const bytesOf = (book: WorkBook, bookType: BookType): Uint8Array =>
  new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);

const errorOf = async (name: string, bytes: Uint8Array): Promise<UnreadableFile> =>
  (await readImportedFile(name, bytes).then(
    () => expect(name).toBe('refused'),
    (error: unknown) => error,
  )) as UnreadableFile;

async function withParts(
  change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>,
  fill?: (workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  if (fill) fill(workbook);
  else workbook.addWorksheet('名单').addRows(ROWS);
  return zipSync(change(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))));
}

const rename = (parts: Record<string, Uint8Array>, to: (name: string) => string): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [to(name), part]));

describe('old and odd workbooks', () => {
  test.each(['a.xls', 'a.et', 'a.xlsx'])('the cells of an Excel 97-2003 workbook named %s are read', async (name) => {
    const { sheets } = await readImportedFile(name, bytesOf(bookOf(ROWS), 'biff8'));
    expect(sheets).toEqual([{ name: '名单', rows: ROWS }]);
  });

  test('a workbook without docProps and without a theme is read', async () => {
    const bytes = await withParts((parts) =>
      Object.fromEntries(Object.entries(parts).filter(([name]) => !/docProps|theme/.test(name))),
    );
    expect((await readImportedFile('a.xlsx', bytes)).sheets[0]?.rows).toEqual(ROWS);
  });

  test('rare signs of names and emoji are read whole where a program wrote them as numbers', async () => {
    const numbered = (xml: string): string =>
      xml.replace(/[^\u0000-\u007f]/gu, (sign, at: number) => {
        const code = sign.codePointAt(0) ?? 0;
        return at % 2 === 0 ? `&#${code};` : `&#x${code.toString(16)};`;
      });
    const rows = [
      ['王𣏌', '重生😀之路', '𠮷田镇'],
      ['㛃', '&#128512;', '甲'],
    ];
    const bytes = await withParts(
      (parts) =>
        Object.fromEntries(
          Object.entries(parts).map(([name, part]) => [name, strToU8(numbered(strFromU8(part)))] as const),
        ),
      (workbook) => workbook.addWorksheet('名单').addRows(rows),
    );
    expect((await readImportedFile('a.xlsx', bytes)).sheets).toMatchObject([{ name: '名单', rows }]);
  });

  test('a zip with backslashes in its names is read', async () => {
    const bytes = await withParts((parts) => rename(parts, (name) => name.replaceAll('/', '\\')));
    expect((await readImportedFile('a.xlsx', bytes)).sheets[0]?.rows).toEqual(ROWS);
  });

  test('prefixed element names are read', async () => {
    const bytes = await withParts((parts) => {
      for (const name of Object.keys(parts).filter((each) => /sheet1\.xml$|sharedStrings\.xml$/.test(each)))
        parts[name] = strToU8(
          strFromU8(parts[name]!)
            .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
            .replace('xmlns=', 'xmlns:x='),
        );
      return parts;
    });
    expect((await readImportedFile('a.xlsx', bytes)).sheets[0]?.rows).toEqual(ROWS);
  });

  test('a drawing that points to nothing, or to itself, does not stand in the way', async () => {
    const bytes = await withParts((parts) => ({
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      ),
      'xl/drawings/drawing1.xml': strToU8('<xdr:wsDr><xdr:oneCellAnchor><xdr:from/></xdr:oneCellAnchor>'),
      'xl/worksheets/sheet1.xml': strToU8(
        strFromU8(parts['xl/worksheets/sheet1.xml']!).replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'),
      ),
    }));
    expect((await readImportedFile('a.xlsx', bytes)).sheets[0]?.rows).toEqual(ROWS);
  });

  test.each([
    [
      'Excel 2003 XML',
      'a.xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'xml-spreadsheet',
    ],
    [
      'Excel 2003 XML with a prefix',
      'a.xml',
      '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'xml-spreadsheet',
    ],
    ['a web page behind a comment', 'a.xls', '<!-- 导出 -->\n<html><table></table></html>', 'html'],
    ['a web page that begins with a style', 'a.xls', '<style>td{}</style><table></table>', 'html'],
    ['a web archive', 'a.xls', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n', 'web-archive'],
  ])('%s is refused by name and the way out is told', async (_title, name, content, code) => {
    const error = await errorOf(name, strToU8(content));
    expect(error.code).toBe(code);
    expect(error.text.zh).toContain('另存为');
  });

  test('a web page in UTF-16 is refused as one', async () => {
    const page = '\ufeff<html><table><tr><td>单位</td></tr></table></html>';
    const bytes = new Uint8Array([...page].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect((await errorOf('a.xls', bytes)).code).toBe('html');
  });
});

describe('what the sender saw', () => {
  const seen = async (value: number, numFmt: string) => {
    const bytes = await withParts(
      (parts) => parts,
      (workbook) => {
        const cell = workbook.addWorksheet('一').getCell('A1');
        cell.value = value;
        cell.numFmt = numFmt;
      },
    );
    const [sheet] = (await readImportedFile('a.xlsx', bytes)).sheets;
    return [sheet?.rows[0]?.[0], sheet?.looks?.get(lookKey(0, 0))];
  };

  test.each([
    [12, '"A-"000', 'A-012'],
    [7, '0000', '0007'],
    [8, '0"号"', '8号'],
    [0.9, '0%', '90%'],
    [0.955, '0.0%', '95.5%'],
  ] as const)('%d under %s is %s', async (value, format, shown) => {
    expect((await seen(value, format))[0]).toBe(shown);
  });

  test.each([
    [24.5, '0"分"'],
    [24.5, '0'],
    [24.5, '0.00_ '],
    [1234, '#,##0'],
    [5, '[Red]0'],
    [5, '¥#,##0.00'],
  ] as const)('%d under %s stays the number, since the format only rounds or colours it', async (value, format) => {
    expect(await seen(value, format)).toEqual([value, undefined]);
  });

  test('rows that are struck through are told, and one struck cell of many is not', async () => {
    const fill = (workbook: Workbook): void => {
      const sheet = workbook.addWorksheet('名单 & 电话');
      sheet.addRows([...ROWS, ['丙镇', '赵六', '13900001113']]);
      for (const cell of ['A3', 'B3', 'C3', 'B4']) sheet.getCell(cell).font = { strike: true };
      sheet.getCell('A4').font = { bold: true };
    };
    const bytes = await withParts((parts) => parts, fill);
    const plain = await withParts((parts) => parts);
    expect((await readImportedFile('名单.xlsx', bytes)).sheets.map(({ struckRows }) => struckRows)).toEqual([
      new Set([3]),
    ]);
    expect((await readImportedFile('名单.xlsx', plain)).sheets[0]).not.toHaveProperty('struckRows');
  });

  test('a number shown as a day stays a serial and says how it looks', async () => {
    expect(await seen(44348, 'm"月"d"日"')).toEqual([44348, { kind: 'date', shown: '6月1日' }]);
  });

  test('a workbook that counts its days from 1904 gives the same days', async () => {
    const bytes = await withParts(
      (parts) => ({
        ...parts,
        'xl/workbook.xml': strToU8(
          strFromU8(parts['xl/workbook.xml']!).replace(/<workbookPr[^>]*\/>/, '<workbookPr date1904="1"/>'),
        ),
      }),
      (workbook) => {
        const cell = workbook.addWorksheet('一').getCell('A1');
        cell.value = 44354.75 - 1462;
        cell.numFmt = 'yyyy-mm-dd hh:mm';
      },
    );
    expect((await readImportedFile('a.xlsx', bytes)).sheets[0]?.rows).toEqual([[44354.75]]);
  });

  test('a formula that nobody worked out is an empty cell that says so', async () => {
    const bytes = await withParts(
      (parts) => parts,
      (workbook) => {
        workbook.addWorksheet('一').addRow(['甲']);
        workbook.getWorksheet('一')!.getCell('B1').value = { formula: 'C1&"x"' } as never;
      },
    );
    const [sheet] = (await readImportedFile('a.xlsx', bytes)).sheets;
    expect(sheet?.looks?.get(lookKey(0, 1))).toEqual({ kind: 'unworked' });
  });
});

/** Writes the size that the part unpacks to into the zip's directory, where it stands before the part is read. */
function statedSize(zip: Uint8Array, part: string, size: number): void {
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = strFromU8(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === part) view.setUint32(at + 24, size, true);
  }
}

describe('cost is bounded before anything is read', () => {
  const sheetXml = (cells: string, after = ''): string =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData>${after}</worksheet>`;
  const cell = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const named = async (xml: string): Promise<Uint8Array> =>
    withParts((parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }));
  const SECOND = 1000;

  async function readIn(milliseconds: number, bytes: Uint8Array) {
    const before = Date.now();
    const { sheets } = await readImportedFile('a.xlsx', bytes);
    expect(Date.now() - before).toBeLessThan(milliseconds);
    return sheets[0];
  }

  test('one cell in the far corner costs one cell', async () => {
    const bytes = await named(
      sheetXml(
        `<row r="1">${cell('A1', '单位')}</row><row r="2">${cell('A2', '甲')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`,
      ),
    );
    const sheet = await readIn(5 * SECOND, bytes);
    expect(sheet?.rows[1]).toEqual(['甲']);
    expect(sheet?.rows).toHaveLength(1048576);
  });

  test('areas merged over the whole sheet, again and again, cost no more than their filled rows', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(2000);
    const bytes = await named(
      sheetXml(
        `<row r="1">${cell('A1', '名单')}</row><row r="2">${cell('A2', '甲')}</row>`,
        `<mergeCells count="2000">${merges}</mergeCells>`,
      ),
    );
    expect((await readIn(5 * SECOND, bytes))?.rows[0]).toHaveLength(256);
  });

  test('a small file that unpacks to more than can be read is refused before it is unpacked', async () => {
    const bytes = await withParts((each) => each);
    statedSize(bytes, 'xl/worksheets/sheet1.xml', 170 * 1024 * 1024);
    const before = Date.now();
    const error = await errorOf('a.xlsx', bytes);
    expect(error.code).toBe('unpacks-too-large');
    expect(Date.now() - before).toBeLessThan(SECOND);
  });

  test('100,000 ordinary rows are read', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_row, index) =>
        `<row r="${index + 1}">${cell(`A${index + 1}`, `单位${index}`)}<c r="B${index + 1}"><v>${13900000000 + index}</v></c></row>`,
    );
    const sheet = await readIn(20 * SECOND, await named(sheetXml(rows.join(''))));
    expect(sheet?.rows).toHaveLength(100_000);
    expect(sheet?.rows[99_999]).toEqual(['单位99999', 13900099999]);
  });
});

test('how far the reading of a workbook is grows from nothing to nearly all, in words of both languages', async () => {
  const rows = Array.from({ length: 9_000 }, (_row, index) => ['某镇', index]);
  const told: ReadingProgress[] = [];
  await readImportedFile('a.xlsx', bytesOf(bookOf([['单位名称', '序号'], ...rows]), 'xlsx'), (one) => told.push(one));
  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0], (shares[shares.length - 1] ?? 0) > 0.9]).toEqual([0, true]);
  expect(told[told.length - 1]?.words.zh).toMatch(/^正在整理 8000\/9001 行… 97%$/);
});
