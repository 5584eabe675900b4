// A list in two parts side by side: what is asked of a row or a cell is asked of the part that has it, and problems name its place.
import { expect, test } from '@jest/globals';
import { decideImportRoster } from '../../../src/app/collect/importRoster';
import { mendedCellsOf, rowNamesOf } from '../../../src/app/imports/sourceWords';
import type { AskedFile } from '../../../src/app/imports/askedRows';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { oneSheet } from '../../support/oneSheet';

const HEADER = ['单位名称', '联络员', '手机号码'];
const file = oneSheet(
  '名单',
  [
    ['联络员名单'],
    [...HEADER, null, ...HEADER],
    ['西渡镇', '甲', '13900002101', null, '演陂镇', '戊', '1390000210'],
    ['集兵镇', '乙', '1390000210', null, '不存在局', '己', '13900002106'],
    ['杉桥镇', '丙', '13900002103', null, '洪市镇', '庚', '13900002107'],
  ],
  '',
);
const decide = (asked: Omit<AskedFile, 'file'> = {}) =>
  decideImportRoster(situationOf(newSnapshot()), { file, ...asked });
const states = (decision: ReturnType<typeof decide>): string[] =>
  (decision.preview?.rows ?? []).map(({ sheet, row, state }) => `${sheet}!${row} ${state}`);
const written = (decision: ReturnType<typeof decide>): string => JSON.stringify(decision.preview?.changed);

test('problems and remarks name sheet, part, row and column of the cell', () => {
  const { problems = [], notices = [] } = decide();
  const place = ({ sheet, row, column, code }: (typeof problems)[number]): unknown[] => [sheet, row, column, code];
  expect(problems.map(place)).toEqual([['名单（第2栏）', 4, '单位名称', 'unexpected-unit']]);
  expect(notices.map(place)).toEqual([
    ['名单', 4, '手机号码', 'phone-digits'],
    ['名单（第2栏）', 3, '手机号码', 'phone-digits'],
  ]);
});

test('a row of one part is left out, the other part of the same row is taken', () => {
  const first = decide({ skip: rowNamesOf('名单!3') });
  expect(states(first).filter((one) => one.includes('!3'))).toEqual(['名单!3 skipped', '名单（第2栏）!3 changed']);
  const second = decide({ skip: rowNamesOf('名单（第2栏）!3') });
  expect(states(second).filter((one) => one.includes('!3'))).toEqual(['名单!3 changed', '名单（第2栏）!3 skipped']);
  for (const { results } of [first, second])
    expect(results.counts).toEqual({ in: 9, taken: 4, refused: 1, passedOver: 4 });
});

test.each(['名单!G3=13900002105', '名单（第2栏）!G3=13900002105', 'G3=13900002105'])(
  'a cell is read as corrected in the part that has its column: %s',
  (words) => {
    const decision = decide({ mend: mendedCellsOf(words) });
    expect(written(decision)).toContain('13900002105');
    expect(decision.notices?.filter(({ code }) => code === 'mended-by-hand')).toMatchObject([
      { sheet: '名单（第2栏）', row: 3, column: '手机号码', found: '1390000210' },
    ]);
  },
);

test('a part that is named with a cell of the other means that cell', () => {
  const decision = decide({ mend: mendedCellsOf('名单（第2栏）!A4=集兵镇；E4=金兰镇') });
  expect(states(decision)).toContain('名单（第2栏）!4 changed');
});

test('rows struck through in the file are taken and named', () => {
  const rows = [HEADER, ['西渡镇', '甲', '13900002101'], ['集兵镇', '乙', '13900002102']];
  const sheets = [{ name: '名单', rows, struckRows: new Set([3]) }];
  const { notices = [], ...decision } = decideImportRoster(situationOf(newSnapshot()), { file: { name: '', sheets } });
  expect(decision.preview?.rows?.map(({ row }) => row)).toEqual([2, 3]);
  expect(notices).toMatchObject([{ code: 'struck-rows', sheet: '名单', found: '3' }]);
});

test('a line such as “填报单位：”, merged over the whole list, parts nothing: the header below it counts', () => {
  const merged = (words: string): string[] => HEADER.map(() => words);
  const rows = [merged('联络员名单'), merged('填报单位：'), HEADER, ['西渡镇', '甲', '13900002101']];
  const decision = decideImportRoster(situationOf(newSnapshot()), {
    file: { name: '', sheets: [{ name: '名单', rows }] },
  });
  expect([decision.problems, states(decision)]).toEqual([[], ['名单!4 changed']]);
});
