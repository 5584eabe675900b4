// Columns of a table by what stands in them: no word broken, rows as low as the page allows.
import { describe, expect, it } from '@jest/globals';
import { fittedGrid } from '../../../src/workbook/contract/fittedGrid';
import { columnPoints, INDENT, linesOf } from '../../../src/workbook/contract/pageLines';

const TYPE = { size: 14, smallHead: 11 };
const lines = (words: string, characters: number, left = false): number =>
  linesOf(words, columnPoints(characters) - (left ? INDENT : 0), TYPE.size);
const columns = (title: string) => [
  { head: '序号', texts: ['1', '10'] },
  { head: '故事题目', left: true, texts: [title] },
  { head: '报送单位', texts: ['县市场监管局'] },
  { head: '类别', texts: ['最美禁毒人事迹'] },
  { head: '讲述人', texts: ['讲述人1'] },
];

describe('fittedGrid', () => {
  it('keeps every cell on one line where the page is wide enough, and uses the page', () => {
    const widths = fittedGrid(columns('一束光照亮回家'), 80, TYPE);
    columns('一束光照亮回家').forEach(({ texts, left }, at) =>
      texts.forEach((words) => expect([words, lines(words, widths[at] ?? 0, left)]).toEqual([words, 1])),
    );
    const sum = widths.reduce((all, each) => all + each, 0);
    expect(sum).toBeGreaterThan(77);
    expect(sum).toBeLessThanOrEqual(80);
  });

  it('gives the room to titles of forty characters', () => {
    const [, title = 0] = fittedGrid(columns('照'.repeat(40)), 80, TYPE);
    expect(lines('照'.repeat(40), title, true)).toBeLessThanOrEqual(4);
  });

  it('keeps the names of units, people and tiers on one line beside titles of forty characters', () => {
    const rows = Array.from({ length: 10 }, (_, at) => at);
    const table = [
      { head: '名次', texts: rows.map((at) => `三等奖\n${at + 1}`) },
      { head: '故事题目', texts: rows.map(() => '照'.repeat(40)) },
      { head: '报送单位', texts: rows.map(() => '西渡镇') },
      { head: '类别', texts: rows.map(() => '社区戒毒康复') },
      { head: '讲述人', texts: rows.map((at) => `讲述人${at + 1}`) },
    ];
    const widths = fittedGrid(table, 61, TYPE);
    for (const [at, words, most] of [
      [0, '三等奖', 1],
      [1, '照'.repeat(40), 5],
      [2, '西渡镇', 1],
      [4, '讲述人10', 1],
    ] as const)
      expect([words, lines(words, widths[at] ?? 0) <= most]).toEqual([words, true]);
    expect(widths.reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(61);
  });

  it('breaks no Latin word', () => {
    const [, width = 0] = fittedGrid(
      [
        { head: 'No.', texts: ['1'] },
        { head: 'Story', texts: ['Congratulations'] },
      ],
      20,
      TYPE,
    );
    expect(columnPoints(width)).toBeGreaterThan(15 * 0.6 * TYPE.size);
  });
});
