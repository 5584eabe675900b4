// What a save would lose of a file that Excel wrote is named before it is lost: elements of sheets that the model has not.
import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { newBook } from '../../../src/workbench/model/book';
import { foreignParts } from '../../../src/workbench/xlsx/foreignParts';
import { readBook } from '../../../src/workbench/xlsx/readBook';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';

/** An empty workbook in which a part was changed. */
async function withPart(path: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeBook(newBook()));
  return zipSync({ ...parts, [path]: strToU8(change(parts[path] ? strFromU8(parts[path]) : '')) });
}

const SHEET = 'xl/worksheets/sheet1.xml';
const atTheEnd = (element: string) => (xml: string) => xml.replace('</worksheet>', `${element}</worksheet>`);

describe('a save names', () => {
  it.each([
    ['模拟运算表', '<x><f t="dataTable" ref="B2:B4" dt2D="0" dtr="0" r1="A1"/></x>'],
    ['迷你图', '<extLst><ext><x14:sparklineGroup xmlns:x14="u"/></ext></extLst>'],
    ['工作表背景', '<picture r:id="rId9" xmlns:r="u"/>'],
    ['方案', '<scenarios><scenario name="a"/></scenarios>'],
    ['允许编辑区域', '<protectedRanges><protectedRange name="a" sqref="A1"/></protectedRanges>'],
    ['自定义视图', '<customSheetViews><customSheetView guid="a"/></customSheetViews>'],
    ['合并计算', '<dataConsolidate/>'],
    ['忽略的错误提示', '<ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors>'],
    ['监视窗口', '<cellWatches><cellWatch r="A1"/></cellWatches>'],
    ['首页、偶数页的页眉页脚', '<headerFooter differentFirst="1"><firstHeader>&amp;C首页</firstHeader></headerFooter>'],
    ['起始页码与打印顺序', '<pageSetup firstPageNumber="3" useFirstPageNumber="1"/>'],
    ['打印行号列标', '<printOptions headings="1"/>'],
    ['从右到左的工作表', '<sheetViews><sheetView rightToLeft="1"/></sheetViews>'],
    ['单元格内部分文字的格式', '<x><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></x>'],
  ])('%s', async (name, element) => {
    const found = foreignParts(await withPart(SHEET, atTheEnd(element)));
    expect(found.map((one) => one.split(' ')[0])).toEqual([name]);
  });

  it.each([
    ['宏表与对话框表', 'xl/macrosheets/sheet1.xml'],
    ['XML', 'xl/xmlMaps.xml'],
    ['自定义', 'customXml/item1.xml'],
    ['自定义文档属性', 'docProps/custom.xml'],
    ['数字签名', '_xmlsignatures/sig1.xml'],
    ['单元格复选框', 'xl/featurePropertyBag/featurePropertyBag.xml'],
    ['数据类型与单元格图片', 'xl/richData/rdrichvalue.xml'],
    ['自定义功能区', 'customUI/customUI.xml'],
    ['批注', 'xl/threadedComments/threadedComment1.xml'],
    ['图片', 'xl/media/image1.png'],
    ['切片器', 'xl/slicers/slicer1.xml'],
    ['数据透视表', 'xl/pivotTables/pivotTable1.xml'],
    ['外部链接', 'xl/externalLinks/externalLink1.xml'],
    ['宏', 'xl/vbaProject.bin'],
  ])('%s by its part %s', async (name, path) => {
    const found = foreignParts(await withPart(path, () => '<a/>'));
    expect(found.map((one) => one.split(' ')[0])).toEqual([name]);
  });

  it('manual and iterative calculation, and no ordinary one', async () => {
    const set = (attributes: string) => (xml: string) => xml.replace(/<calcPr[^>]*>/, `<calcPr ${attributes}/>`);
    const found = (attributes: string) => withPart('xl/workbook.xml', set(attributes)).then(foreignParts);
    const named = ['手动计算或迭代计算 manual or iterative calculation'];
    expect(await found('calcMode="manual"')).toEqual(named);
    expect(await found('iterate="1"')).toEqual(named);
    expect(await found('calcId="191029" fullCalcOnLoad="1"')).toEqual([]);
  });

  it('formats of parts of a shared text, and none of a text of one piece', async () => {
    const shared = (pieces: string) => () => `<sst xmlns="u"><si>${pieces}</si><si><r><t>丙</t></r></si></sst>`;
    const found = (pieces: string) => withPart('xl/sharedStrings.xml', shared(pieces)).then(foreignParts);
    expect(await found('<r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r>')).toEqual([
      '单元格内部分文字的格式 formats of parts of a text',
    ]);
    expect(await found('<r><rPr><b/></rPr><t>甲</t></r>')).toEqual([]);
  });

  it('注音', async () => {
    const shared = '<sst xmlns="u"><si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si></sst>';
    expect(foreignParts(await withPart('xl/sharedStrings.xml', () => shared))).toEqual(['注音 phonetic guides']);
  });

  it('文字中的控制字符, and no line break or escaped underscore', async () => {
    const shared = (text: string) => () => `<sst xmlns="u"><si><t>${text}</t></si></sst>`;
    expect(foreignParts(await withPart('xl/sharedStrings.xml', shared('a_x001B_b')))).toEqual([
      '文字中的控制字符 control characters in texts',
    ]);
    expect(foreignParts(await withPart('xl/sharedStrings.xml', shared('a_x000D_b_x005F_x001B_')))).toEqual([]);
  });

  it('nothing of a workbook of its own', async () => {
    expect(foreignParts(await writeBook(newBook()))).toEqual([]);
  });
});

describe('a file is read', () => {
  it.each(['<is><r><t>甲</t></r></is><v>1.0</v>', '<v>1.0</v><is><r><t>甲</t></r></is>'])(
    'that has a text in a cell beside a stored value: %s',
    async (inside) => {
      const cell = `<c r="A1" t="inlineStr">${inside}</c><c r="B1"><v>2</v></c>`;
      const bytes = await withPart(SHEET, (xml) =>
        xml.replace(/<sheetData\/>|<sheetData>[^]*<\/sheetData>/, `<sheetData><row r="1">${cell}</row></sheetData>`),
      );
      const sheet = (await readBook(bytes)).sheets[0];
      expect(['0,0', '0,1'].map((key) => sheet?.cells.get(key)?.value)).toEqual(['甲', 2]);
    },
  );

  it('whose properties nobody understands', async () => {
    const core = await withPart('docProps/core.xml', (xml) => xml.replace(/cp:/g, ''));
    expect((await readBook(core)).sheets).toHaveLength(1);
  });
});
