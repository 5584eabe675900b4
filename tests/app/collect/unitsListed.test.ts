import { unitsListed } from '../../../src/app/collect/unitsListed';

const file = (rows: readonly (readonly string[])[]) => ({ name: '名单.xlsx', sheets: [{ name: '名单', rows }] });

test('what a list is said to hold are its units: not its title, its header, its total', () => {
  expect(
    unitsListed(
      file([
        ['2021年联络员名单', '', ''],
        ['单位名称', '联络员', '电话'],
        ['西渡镇', '王强', '13800000001'],
        ['渣江镇', '李敏', '13800000002'],
        ['合计', '', '2'],
      ]),
    ),
  ).toBe(2);
});

test('a file without such a header names no unit', () => {
  expect(unitsListed(file([['会议通知'], ['请准时参加']]))).toBe(0);
});
