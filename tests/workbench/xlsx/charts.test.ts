import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { applyShift } from '../../../src/workbench/model/applyShift';
import { rowShift } from '../../../src/workbench/model/shift';
import { renameSheet } from '../../../src/workbench/model/sheets';
import { foreignParts } from '../../../src/workbench/xlsx/foreignParts';
import { toPdf } from '../../../src/workbench/xlsx/libreOffice';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { textOfPdf } from '../../support/pdfText';
import { chartBook } from './chartBook';
import { describeWithLibreOffice } from './givenLibreOffice';
import { describeWithOpenXmlSdk, faultsOf, OFFICE_VERSIONS } from './givenOpenXmlSdk';

const textOf = (bytes: Uint8Array, path: string): string => new TextDecoder().decode(unzipSync(bytes)[path]);
const charts = async (bytes: Uint8Array) =>
  (await readBook(bytes)).sheets.map((sheet) => sheet.charts.map(({ id: _id, ...chart }) => chart));

/** The file with other texts in some of its parts; a part that is not there is added. */
function changed(bytes: Uint8Array, change: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, by] of Object.entries(change))
    parts[path] = strToU8(by(parts[path] ? new TextDecoder().decode(parts[path]) : ''));
  return zipSync(parts);
}

describe('charts of our own', () => {
  test('come back as they were written, every kind and every part', async () => {
    const book = chartBook();
    expect(await charts(await writeBook(book))).toEqual(
      book.sheets.map((sheet) => sheet.charts.map(({ id: _id, ...chart }) => chart)),
    );
  });

  test('the same book gives the same bytes, a second time round too', async () => {
    const bytes = await writeBook(chartBook());
    expect(Buffer.from(await writeBook(chartBook())).equals(Buffer.from(bytes))).toBe(true);
    expect(textOf(await writeBook(await readBook(bytes)), 'xl/charts/chart1.xml')).toBe(
      textOf(bytes, 'xl/charts/chart1.xml'),
    );
  });

  test('are not named as lost', async () => {
    expect(foreignParts(await writeBook(chartBook()))).toEqual([]);
  });

  test('hold the values of the moment beside the references', async () => {
    const xml = textOf(await writeBook(chartBook()), 'xl/charts/chart1.xml');
    expect(xml).toContain(
      "<c:f>'汇总·''甲''表'!$C$2:$C$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>4</c:v></c:pt>",
    );
  });
});

/** What another program may have put into the first chart: a shadow, an extension with a reference, parts for style and colours. */
const TOUCHED = {
  'xl/charts/chart1.xml': (xml: string) =>
    xml.replace(
      '</c:ser>',
      "<c:extLst><c:ext uri=\"{x}\" xmlns:c15=\"http://schemas.microsoft.com/office/drawing/2012/chart\"><c15:f>'汇总·''甲''表'!$B$2:$B$4</c15:f></c:ext></c:extLst></c:ser>",
    ),
  'xl/charts/_rels/chart1.xml.rels': () =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2011/relationships/chartColorStyle" Target="colors1.xml"/></Relationships>',
  'xl/charts/colors1.xml': () =>
    '<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" meth="cycle" id="10"/>',
  '[Content_Types].xml': (xml: string) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/xl/charts/colors1.xml" ContentType="application/vnd.ms-office.chartcolorstyle+xml"/></Types>',
    ),
};

describe('charts that another program has worked on', () => {
  test('are shown as far as they are understood and written back to the letter', async () => {
    const bytes = changed(await writeBook(chartBook()), TOUCHED);
    expect(foreignParts(bytes)).toEqual([]);
    const book = await readBook(bytes);
    expect(book.sheets[0]?.charts[0]).toMatchObject({
      type: 'BarStacked',
      name: '各事项',
      series: [{ color: '#DDF1E1' }, {}, {}],
    });
    const again = await writeBook(book);
    for (const path of ['xl/charts/chart1.xml', 'xl/charts/colors1.xml'])
      expect(textOf(again, path)).toBe(textOf(bytes, path));
    expect(textOf(again, 'xl/charts/_rels/chart1.xml.rels')).toMatch(
      /Id="rId7" Type="[^"]*chartColorStyle" Target="colors1.xml"/,
    );
    expect(textOf(again, '[Content_Types].xml')).toContain(
      'PartName="/xl/charts/colors1.xml" ContentType="application/vnd.ms-office.chartcolorstyle+xml"',
    );
  });

  test('follow rows and names of sheets in all their references', async () => {
    const book = await readBook(changed(await writeBook(chartBook()), TOUCHED));
    const [sheet] = book.sheets;
    applyShift(book, sheet!, rowShift(1, 2), 'zh');
    renameSheet(book, sheet!, 'Neu');
    const xml = textOf(await writeBook(book), 'xl/charts/chart1.xml');
    expect([...xml.matchAll(/<(?:c|c15):f>([^<]*)</g)].map(([, formula]) => formula)).toEqual([
      'Neu!$A$4:$A$6',
      'Neu!$B$4:$B$6',
      'Neu!$B$4:$B$6',
      'Neu!$C$1',
      'Neu!$A$4:$A$6',
      'Neu!$C$4:$C$6',
      'Neu!$D$1',
      'Neu!$D$4:$D$6',
    ]);
    expect(xml).toContain('c15:f');
  });

  test('are written anew when someone changes what is understood of them', async () => {
    const book = await readBook(changed(await writeBook(chartBook()), TOUCHED));
    book.sheets[0]!.charts[0]!.title.text = '新题';
    const again = await writeBook(book);
    expect(textOf(again, 'xl/charts/chart1.xml')).toContain('新题');
    expect(textOf(again, 'xl/charts/chart1.xml')).not.toContain('c15:f');
    expect(Object.keys(unzipSync(again))).not.toContain('xl/charts/colors1.xml');
  });

  test('of kinds that the model has not are kept to the letter, and moved only', async () => {
    const bytes = changed(await writeBook(chartBook()), {
      'xl/charts/chart1.xml': (xml) => xml.replaceAll('barChart>', 'areaChart>'),
    });
    const book = await readBook(bytes);
    expect(book.sheets[0]?.charts[0]).toMatchObject({ type: 'Other', series: [], name: '各事项' });
    expect(foreignParts(bytes)).toEqual([]);
    expect(textOf(await writeBook(book), 'xl/charts/chart1.xml')).toBe(textOf(bytes, 'xl/charts/chart1.xml'));
  });

  test('that lean on an embedded file are named as lost and left out', async () => {
    const bytes = changed(await writeBook(chartBook()), {
      'xl/charts/_rels/chart1.xml.rels': () =>
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>',
      'xl/media/image1.png': () => 'x',
    });
    expect(foreignParts(bytes)).toEqual(['图表 charts', '图片 images']);
    expect((await readBook(bytes)).sheets[0]?.charts).toEqual([]);
  });

  test('placed by one cell and a size, or by a size alone, stand where they stood', async () => {
    const ext = '<xdr:ext cx="1219200" cy="381000"/>';
    const bytes = changed(await writeBook(chartBook()), {
      'xl/drawings/drawing1.xml': (xml) =>
        xml.replace(/<xdr:to>.*?<\/xdr:to>/, ext).replaceAll('twoCellAnchor', 'oneCellAnchor'),
    });
    const [chart] = (await readBook(bytes)).sheets[0]!.charts;
    expect([chart?.from, chart?.to]).toEqual([
      { row: 5, column: 0, right: 6.5, down: 3 },
      { row: 7, column: 2, right: 6.5, down: 3 },
    ]);
  });
});

describeWithLibreOffice('LibreOffice draws our charts', () => {
  test('the PDF holds their titles, names and labels', async () => {
    const words = textOfPdf(await toPdf(await writeBook(chartBook())));
    for (const drawn of ['各事项报送情况', '●已报', '●31', '单位数', '图Doughnut', '图LineMarkers'])
      expect(words).toContain(drawn);
    expect(words).not.toContain('●0');
  });
});

describeWithOpenXmlSdk('the Open XML SDK accepts our charts', () => {
  test.each(OFFICE_VERSIONS)('for %s', async (version) => {
    expect(await faultsOf(await writeBook(chartBook()), version)).toEqual([]);
  });

  test('with a label place that Excel has not, it does not', async () => {
    const bytes = changed(await writeBook(chartBook()), {
      'xl/charts/chart1.xml': (xml) => xml.replace('<c:dLblPos val="ctr"/>', '<c:dLblPos val="middle"/>'),
    });
    expect((await faultsOf(bytes, 'Office2013')).length).toBeGreaterThan(0);
  });
});
