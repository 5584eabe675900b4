import { expect, it } from '@jest/globals';
import { inOfficialFonts } from '../../../src/workbook/contract/officialFonts';
import { FONT, FONT_OFFICIAL, FONT_OFFICIAL_TITLE } from '../../../src/workbook/contract/palette';
import type { SheetPlan } from '../../../src/workbook/contract/plan';

const sheet: SheetPlan = {
  name: '公示',
  gridlines: false,
  columnWidths: [10],
  blocks: [],
  formats: [FONT_OFFICIAL_TITLE, FONT_OFFICIAL, FONT].map((fontName, row) => ({
    area: { row, column: 0, rows: 1, columns: 1 },
    format: { fontName, fontSize: 16 },
  })),
  page: { orientation: 'Portrait', margins: { top: 37, right: 26, bottom: 35, left: 28 } },
};
const typesIn = (title: string, body: string) =>
  inOfficialFonts(sheet, title, body).formats.map(({ format: { fontName, bold } }) => [fontName, bold === true]);

it('official paper is set in the fonts that the settings name, in either language; no setting, or an unknown one, is what every computer has', () => {
  expect(typesIn('华文中宋', 'FangSong_GB2312')).toEqual([
    ['华文中宋', true],
    ['仿宋_GB2312', false],
    ['等线', false],
  ]);
  expect(typesIn('', '')).toEqual(typesIn('Comic Sans', '楷体'));
  expect(typesIn('', '')).toEqual([
    ['宋体', true],
    ['仿宋', false],
    ['等线', false],
  ]);
});
