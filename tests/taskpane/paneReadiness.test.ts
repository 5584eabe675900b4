// Which Excel can run the pane, and what an older one is told.
import { isReadOnly } from '../../src/excel/officeDoor';
import { excelOrigin, preferredColours, preferredLanguage, whatIsMissing } from '../../src/taskpane/paneReadiness';

const excel = (minor: number): Parameters<typeof whatIsMissing>[0] => ({
  requirements: {
    isSetSupported: (name, version = '1.1') => name === 'ExcelApi' && Number(version.split('.')[1]) <= minor,
  },
});

test('ExcelApi 1.9 and newer lack nothing', () => {
  expect(whatIsMissing(excel(9), true)).toEqual([]);
  expect(whatIsMissing(excel(17), true)).toEqual([]);
});

test('an older Excel is told what it has and what is needed', () => {
  expect(whatIsMissing(excel(7), true)).toEqual([
    { zh: '加载项接口 ExcelApi 1.9（本机为 1.7）', en: 'the add-in interface ExcelApi 1.9 (this Excel has 1.7)' },
  ]);
  expect(whatIsMissing(excel(0), true)[0]?.zh).toContain('本机没有');
});

test('outside Excel the pane says that it wants to be opened there', () => {
  expect(whatIsMissing({}, false)[0]?.zh).toContain('请从 Excel 里打开');
  expect(whatIsMissing(excel(9), false)).toHaveLength(1);
});

test('a workbook that may only be looked at is told from others', () => {
  expect([{ mode: 'readOnly' }, { mode: 'readWrite' }, undefined].map((document) => isReadOnly({ document }))).toEqual([
    true,
    false,
    false,
  ]);
});

test('in a browser Excel comes from where the page around the pane does; its own program says of none', () => {
  expect(excelOrigin('https://excel.example.com/x/_layouts/xlviewer.aspx?id=1')).toBe('https://excel.example.com');
  expect(excelOrigin('')).toBeUndefined();
});

test('the language is Office’s own, the colours follow its background', () => {
  expect(preferredLanguage({ displayLanguage: 'en-US' })).toBe('en');
  expect(preferredLanguage({})).toBe('zh');
  const colours = (bodyBackgroundColor: string): string => preferredColours({ officeTheme: { bodyBackgroundColor } });
  expect(['#262626', '#FFFFFF', '#000000', 'white'].map(colours)).toEqual(['dark', 'light', 'contrast', 'light']);
  expect(preferredColours({})).toBe('light');
  expect(preferredColours({}, true)).toBe('contrast');
});
