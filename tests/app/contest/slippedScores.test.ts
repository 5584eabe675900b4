// A column of a judge's scores sorted or shifted by itself after a job last read them all: named before places and awards, put back or taken as it is.
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import type { JobReport, Mode } from '../../../src/app/run/job';
import type { TableName } from '../../../src/workbook/contract/keys';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { codes, scoredContest } from '../../support/decidedContest';
import { memoryWorkbook, type MemoryWorkbook } from '../../support/memoryWorkbook';
import { at } from '../../support/reportFixtures';

let scored: WorkbookSnapshot;
let book: MemoryWorkbook;
beforeAll(async () => {
  scored = await scoredContest();
});
beforeEach(async () => {
  book = memoryWorkbook(scored, at('2021-06-15 09:00'));
  await run('rank');
});

async function run(job: string, settings: Record<string, string> = {}, mode: Mode = 'write'): Promise<JobReport> {
  const report = await jobNamed(job)?.run(book.deps, { settings, strict: false }, mode);
  if (!report) throw new Error(`no job ${job}`);
  return report;
}

/** Cells of one column of a judge's sheet, changed as a person's selection of it would be. */
function columnBecomes(
  change: (cells: readonly CellValue[]) => readonly CellValue[],
  name: TableName = 'Score_J01',
  header = '真实性（25分）',
): CellValue[] {
  const table = book.snapshot.tables[name]!;
  const place = table.headers.indexOf(header);
  if (place < 0) throw new Error(`${name} has no ${header}: ${table.headers.join()}`);
  const before = table.values.map((row) => row[place] ?? '');
  const after = change(before);
  const put = (rows: readonly (readonly CellValue[])[]): CellValue[][] =>
    rows.map((row, r) => row.map((cell, c) => (c === place ? (after[r] ?? '') : cell)));
  book.edit((snapshot) => ({
    ...snapshot,
    tables: { ...snapshot.tables, [name]: { ...table, values: put(table.values), formulas: put(table.formulas) } },
  }));
  return before;
}
const numbers = (cells: readonly CellValue[]): number[] => cells.filter((cell) => typeof cell === 'number');
const sorted = (cells: readonly CellValue[]): CellValue[] => [
  ...numbers(cells).sort((a, b) => a - b),
  ...cells.filter((cell) => typeof cell !== 'number'),
];
const withoutThird = (cells: readonly CellValue[]): CellValue[] => [...cells.slice(0, 2), ...cells.slice(3), ''];
const slips = async (): Promise<string[]> =>
  (await run('check')).problems.flatMap(({ code, table }) => (code === 'cells-moved' ? [String(table)] : []));

describe('scores of one judge', () => {
  it.each([
    ['sorted by itself', sorted],
    ['moved up past a deleted cell', withoutThird],
  ])('%s are named by check and ranking, and deciding asks', async (_what, change) => {
    expect(await slips()).toEqual([]);
    columnBecomes(change);
    expect(await slips()).toEqual(['Score_J01']);
    expect(codes((await run('rank', {}, 'preview')).notices)).toContain('cells-moved');
    const decision = await run('decide', { by: '评委会' }, 'preview');
    expect([decision.stopped, codes(decision.problems)]).toEqual([true, expect.arrayContaining(['cells-moved'])]);
  });

  it('stay named after ranking anew, until Mend puts them back or takes them as they are', async () => {
    const before = columnBecomes(sorted);
    await run('rank');
    expect(await slips()).toEqual(['Score_J01']);
    const back = await run('mend', { slipped: 'back' });
    expect([back.stopped, codes(back.notices).includes('cells-moved')]).toEqual([false, false]);
    expect(columnBecomes((cells) => cells)).toEqual(before);
    expect(await slips()).toEqual([]);

    columnBecomes(sorted);
    const kept = await run('mend', { slipped: 'keep' });
    expect(kept.message.zh).toMatch(/已照现在的认定 \d+ 行/);
    expect(await slips()).toEqual([]);
  });

  it.each([
    ['评语', (cells: readonly CellValue[]) => cells.map((_, at) => `好${at}`), withoutThird],
    ['回避', (cells: readonly CellValue[]) => cells.map((_, at) => (at % 3 === 0 ? '是' : '')), withoutThird],
  ] as const)('%s that moved up past a deleted cell are named, and put back', async (header, given, change) => {
    columnBecomes(given, 'Score_J01', header);
    columnBecomes((cells) => cells.map((cell) => (typeof cell === 'number' ? cell - 1 : cell)));
    await run('rank');
    expect(await slips()).toEqual([]);
    const before = columnBecomes(change, 'Score_J01', header);
    expect(await slips()).toEqual(['Score_J01']);
    await run('mend', { slipped: 'back' });
    const lost = header === '评语' ? 2 : -1;
    expect(columnBecomes((cells) => cells, 'Score_J01', header)).toEqual(
      before.map((cell, at) => (at === lost ? '' : cell)),
    );
    expect(await slips()).toEqual([]);
  });

  it('under headers that somebody exchanged are named, also after ranking anew, until they are put back or taken as they are', async () => {
    const [one, other] = ['真实性（25分）', '感染力（25分）'];
    const exchange = (): void =>
      book.edit((snapshot) => {
        const table = snapshot.tables['Score_J01' as TableName]!;
        const turn = (header: string): string => (header === one ? other : header === other ? one : header);
        return {
          ...snapshot,
          tables: { ...snapshot.tables, Score_J01: { ...table, headers: table.headers.map(turn) } },
        };
      });
    const before = columnBecomes((cells) => cells);
    columnBecomes((cells) => cells.map((cell) => (typeof cell === 'number' ? cell - 2 : cell)), 'Score_J01', other);
    await run('rank');
    expect(await slips()).toEqual([]);
    exchange();
    expect(await slips()).toEqual(['Score_J01', 'Score_J01']);
    await run('rank');
    expect(await slips()).toEqual(['Score_J01', 'Score_J01']);
    expect((await run('check')).problems.find(({ code }) => code === 'cells-moved')?.message.zh).toContain(
      '看来对调了',
    );
    await run('mend', { slipped: 'back' });
    expect([await slips(), columnBecomes((cells) => cells)]).toEqual([[], before]);
    exchange();
    await run('mend', { slipped: 'keep' });
    expect(await slips()).toEqual([]);
  });

  it('that a judge has changed, lowered one and all, or given since are silent', async () => {
    columnBecomes((cells) => cells.map((cell) => (typeof cell === 'number' ? cell - 1 : cell)));
    expect(await slips()).toEqual([]);
    await run('rank');
    columnBecomes(([first = 0, second = 0, ...others]) => [second, first, ...others]);
    expect(await slips()).toEqual([]);
  });

  it('of a sheet that was sorted as a whole are silent', async () => {
    book.edit((snapshot) => {
      const table = snapshot.tables['Score_J01' as TableName]!;
      const turned = { ...table, values: [...table.values].reverse(), formulas: [...table.formulas].reverse() };
      return { ...snapshot, tables: { ...snapshot.tables, Score_J01: turned } };
    });
    expect(await slips()).toEqual([]);
  });
});
