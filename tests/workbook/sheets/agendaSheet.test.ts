// The grid of the agenda: programme and winners share it.
import { expect, it } from '@jest/globals';
import type { ContestWords } from '../../../src/core/campaign/settings';
import { agendaGrid, type AgendaGrid } from '../../../src/workbook/sheets/agendaGrid';
import { agendaSheet } from '../../../src/workbook/sheets/agendaSheet';
import { columnPoints, linesOf } from '../../../src/workbook/contract/pageLines';
import { charactersFor } from '../../../src/workbook/contract/wordWidth';
import { OFFICIAL } from '../../../src/workbook/sheets/listPage';

function pageOf(tiers: readonly string[]) {
  const winners = tiers.map((tier, at) => ({
    entryId: `E${at}`,
    rank: at + 1,
    tier,
    prize: 0,
    title: 'Morning on the quay',
    unit: 'Riverbank Photographers',
    category: '',
    storyteller: 'Anna',
    alias: false,
  }));
  const items = [
    { item: 'Award of the prizes', who: '', note: '', winners: true, minutes: 20, begins: null, ends: null },
  ];
  return agendaSheet(
    {
      words: { agendaTitle: '', entry: '', person: '' } as ContestWords,
      campaign: 'Photo Contest',
      theme: '',
      organiser: 'Society',
      place: '',
      items: items as never,
      day: null,
      winners,
      pending: null,
    },
    'en',
  );
}

it('a tier of long words takes two columns of the grid, and none of its words is broken', () => {
  const { grid, sections } = pageOf(['Photo of the Year', 'Highly commended']);
  const spans = sections.at(-1)?.columns?.map(({ span = 1 }) => span);
  expect(spans).toEqual([2, 1, 1, 1]);
  const tier = grid.slice(0, 2).reduce((sum, characters) => sum + columnPoints(characters), 0);
  expect(linesOf('Highly commended', tier, OFFICIAL.table.size)).toBe(1);
});

it('one of short words stands under the first, and titles have two', () => {
  const { sections } = pageOf(['一等奖', '二等奖']);
  expect(sections.at(-1)?.columns?.map(({ span = 1 }) => span)).toEqual([1, 2, 1, 1]);
});

it('one of four Chinese signs has its line in a first column that is as wide', () => {
  const { grid, sections } = pageOf(['年度照片', '优秀作品']);
  expect(sections.at(-1)?.columns?.map(({ span = 1 }) => span)).toEqual([1, 2, 1, 1]);
  expect(linesOf('优秀作品', columnPoints(grid[0] ?? 0), OFFICIAL.table.size)).toBe(1);
  expect(grid.reduce((sum, characters) => sum + characters, 0)).toBe(80);
});

const ROOM = { narrowTime: true, lastHeads: ['备注', '讲述人'] };
const cell = (words: string, from: number, span = 1) => ({ words, from, span });

it('room goes to the item or the unit whose words need it, from columns that do not, and the page stays as wide', () => {
  const usual: AgendaGrid = [10, 17, 18, 18, 17];
  const grid = agendaGrid(
    usual,
    [
      [cell('播放获奖短视频', 2), cell('', 3), cell('', 4)],
      [cell('一条回家的路', 1, 2), cell('衡阳县西渡镇人民政府办公室', 3), cell('李和平', 4)],
    ],
    ROOM,
  );
  const lines = (words: string, column: number) => linesOf(words, columnPoints(grid[column] ?? 0), OFFICIAL.table.size);
  expect(lines('播放获奖短视频', 2)).toBe(1);
  expect(lines('衡阳县西渡镇人民政府办公室', 3)).toBe(2);
  expect(grid.reduce((sum, each) => sum + each, 0)).toBe(80);
});

it('it stays as usual where nothing needs more', () => {
  const usual: AgendaGrid = [7, 18, 20, 18, 17];
  expect(agendaGrid(usual, [[cell('颁奖', 2), cell('县领导', 3), cell('', 4)]], ROOM)).toBe(usual);
});

it('no line ends in the middle of an item, however long the winners’ titles are', () => {
  const usual: AgendaGrid = [7, 18, 14, 24, 17];
  const winner = [
    '平凡岗位上的坚守：一名禁毒民警和他身边人的二十年故事续篇之二13',
    '衡阳市13号湖南省衡阳市衡阳县禁毒委员会成员单位第二综合协调中队驻蒸水片区工作联处',
    '孙鹏、周涛、吴小丹、欧阳建国',
  ];
  const grid = agendaGrid(
    usual,
    [
      ['1', '9:20-10:00', 'Storytellers', '', ''].map((words, at) => ({ words, from: at, span: 1, bold: at === 2 })),
      ...Array.from({ length: 10 }, () =>
        winner.map((words, at) => ({ words, from: [1, 3, 4][at] ?? 0, span: at === 0 ? 2 : 1, left: at === 0 })),
      ),
    ],
    { narrowTime: true, lastHeads: ['Note', 'Storyteller'] },
  );
  expect(grid[2]).toBeGreaterThanOrEqual(charactersFor('Storytellers', OFFICIAL.table.size));
  expect(grid.reduce((sum, characters) => sum + characters, 0)).toBe(80);
});
