// Lists on sheets of the workbook itself: what is offered as if it were a file, and what is not.
import { foreignLists } from '../../../src/app/imports/ownLists';
import type { CellValue } from '../../../src/workbook/contract/snapshot';
import { newSnapshot } from '../../support/situationOf';

const sheet = (name: string, values: CellValue[][], visible = true) => ({ name, visible, values });
const LIST: CellValue[][] = [
  ['单位', '手机'],
  ['西渡镇', '13900001201'],
];

test('a sheet with a header and a row is offered, blanks as nothing; the campaign’s own sheets are not', () => {
  const { sheets, tables } = newSnapshot();
  const found = foreignLists({ tables, sheets: [...sheets, sheet('通讯录', [...LIST, ['', '']])] });
  expect(found).toEqual([
    {
      name: '通讯录',
      rows: [
        ['单位', '手机'],
        ['西渡镇', '13900001201'],
        [null, null],
      ],
    },
  ]);
});

test('what is made of the campaign, kept copies of it, notes and empty sheets are no lists', () => {
  const none = [
    sheet('公示', LIST),
    sheet('公示（旧 06-18 0900）', LIST),
    sheet('便条', [['记得催报'], ['周五开会']]),
    sheet('Sheet1', []),
  ];
  expect(foreignLists({ tables: {}, sheets: none })).toEqual([]);
});

test('in a workbook without a campaign every list is a foreign one, a hidden sheet’s is marked', () => {
  expect(foreignLists({ tables: {}, sheets: [sheet('名单', LIST), sheet('旧名单', LIST, false)] })).toMatchObject([
    { name: '名单' },
    { name: '旧名单', hidden: true },
  ]);
});
