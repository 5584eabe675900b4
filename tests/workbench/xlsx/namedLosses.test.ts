// What a save would lose of a file that Excel wrote is named before it is lost: elements of sheets that the model has not.
import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { newBook } from '../../../src/workbench/model/book';
import { foreignParts } from '../../../src/workbench/xlsx/foreignParts';
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
  ])('%s', async (name, element) => {
    const found = foreignParts(await withPart(SHEET, atTheEnd(element)));
    expect(found.map((one) => one.split(' ')[0])).toEqual([name]);
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
