// Ids that people typed over after the judges scored: check names them, Mend puts back those that have one meaning.
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideMend } from '../../../src/app/care/mend';
import { decideAward } from '../../../src/app/contest/decide';
import type { Decision } from '../../../src/app/run/runJob';
import type { Problem } from '../../../src/core/ground/problem';
import {
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { cellsOf } from '../../support/decidedContest';
import { campaignToScore } from '../../support/scoredCampaign';
import { situationOf } from '../../support/situationOf';

type Rows = CellValue[][];
/** As people change a table: `at` finds a column by its header. */
function edited(snapshot: WorkbookSnapshot, name: string, edit: (rows: Rows, at: (header: string) => number) => void) {
  const table = tableCalled(snapshot.tables, name)!;
  const changed = (lines: TableSnapshot['values']): Rows => {
    const rows = lines.map((row) => [...row]);
    edit(rows, (header) => table.headers.indexOf(header));
    return rows;
  };
  const own = { ...table, values: changed(table.values), formulas: changed(table.formulas) };
  return { ...snapshot, tables: { ...snapshot.tables, [name]: own } };
}
const column = (snapshot: WorkbookSnapshot, name: string, header: string, cells: readonly CellValue[]) =>
  edited(snapshot, name, (rows, at) => rows.forEach((row, index) => (row[at(header)] = cells[index] ?? '')));

const SCORED = ['J01', 'J02'].reduce(
  (snapshot, judge) => column(snapshot, `Score_${judge}`, '真实性（25分）', [20, 21, 22]),
  campaignToScore(),
);
const ids = (snapshot: WorkbookSnapshot) => cellsOf(snapshot, 'Entries', '参评编号').flat();
const mended = (snapshot: WorkbookSnapshot): WorkbookSnapshot =>
  applySteps(snapshot, decideMend(situationOf(snapshot)).steps);
const said = (problems: readonly Problem[] = [], ...codes: string[]) =>
  problems.filter(({ code }) => codes.includes(code)).map(({ code, table, row }) => `${code} ${table} ${row}`);
const OF_IDS = ['story-renumbered', 'title-of-another', 'number-differs', 'duplicate-id', 'missing-id'];

it.each([
  ['one typed over', ['E001', 'E099', 'E003']],
  ['filled down from the first', ['E002', 'E003', 'E004']],
  ['one filled over its neighbour', ['E001', 'E001', 'E003']],
  ['two exchanged', ['E002', 'E001', 'E003']],
  ['one cleared', ['E001', '', 'E003']],
])('ids of stories are put back by Mend, previewed: %s', (_what, now) => {
  const changed = column(SCORED, 'Entries', '参评编号', now);
  const before = decideCheck(situationOf(changed)).problems;
  expect(said(before, ...OF_IDS)).not.toEqual([]);
  const { preview, putsRight } = decideMend(situationOf(changed));
  expect(preview?.changed.filter(({ table }) => table === 'Entries').map((change) => change.after)).toEqual(
    ['E001', 'E002', 'E003'].filter((id, at) => id !== now[at]),
  );
  const ofSheets = situationOf(changed).cellProblems.filter(({ table }) => table?.startsWith('Score_'));
  expect(ofSheets.every((problem) => putsRight?.(problem))).toBe(true);
  expect(ids(mended(changed))).toEqual(['E001', 'E002', 'E003']);
  expect(said(decideCheck(situationOf(mended(changed))).problems, ...OF_IDS)).toEqual([]);
});

it('is left to people where numbers or titles went with the ids, or a judge’s sheet shows the new one', () => {
  const both = column(column(SCORED, 'Entries', '参评编号', ['E002', 'E001', 'E003']), 'Entries', '盲评号', [2, 1, 3]);
  expect(ids(mended(both))).toEqual(['E002', 'E001', 'E003']);
  const changed = column(SCORED, 'Entries', '参评编号', ['E001', 'E099', 'E003']);
  const shown = column(changed, 'Score_J02', '参评编号', ['E001', 'E099', 'E003']);
  expect(ids(mended(shown))).toEqual(['E001', 'E099', 'E003']);
});

describe('a row of a judge’s sheet without the hidden id', () => {
  const cleared = column(SCORED, 'Score_J01', '参评编号', ['E001', '', 'E003']);
  const of = (decision: Decision<unknown>) => said(decision.problems, 'row-without-story');

  it('is named by check, and the decision waits until it is wanted all the same', () => {
    const [named] =
      decideCheck(situationOf(cleared)).problems?.filter(({ code }) => code === 'row-without-story') ?? [];
    expect([named?.table, named?.row, named?.message.zh]).toEqual([
      'Score_J01',
      '#2',
      expect.stringContaining('点“改正”可以补上'),
    ]);
    expect(of(decideAward(situationOf(cleared), { by: '评委会' }))).toEqual(['row-without-story Score_J01 #2']);
    expect(of(decideCheck(situationOf(SCORED)))).toEqual([]);
  });

  it('gets it from Mend by its number, unless the story has another row there or the number is nobody’s', () => {
    const back = decideMend(situationOf(cleared));
    expect(back.preview?.changed.filter(({ table }) => table === 'Score_J01').map(({ after }) => after)).toContain(
      'E002',
    );
    const twice = edited(SCORED, 'Score_J01', (rows, at) => {
      rows[1]![at('参评编号')] = '';
      rows[1]![at('编号')] = 1;
    });
    const [named] = situationOf(twice).cellProblems.filter(({ code }) => code === 'row-without-story');
    expect(named?.message.zh).toContain('1号已有第 5 行');
    const average = edited(cleared, 'Score_J01', (rows, at) => (rows[1]![at('编号')] = '平均'));
    for (const snapshot of [twice, average])
      expect(cellsOf(mended(snapshot), 'Score_J01', '参评编号').flat()).toEqual(['E001', '', 'E003']);
  });
});

it('judges whose names or numbers were sorted by themselves are named, a new name is not', () => {
  const judges = (header: string, cells: readonly CellValue[]) =>
    said(situationOf(column(SCORED, 'Judges', header, cells)).cellProblems, 'sheet-of-another-judge');
  const names = cellsOf(SCORED, 'Judges', '姓名').flat();
  const numbers = cellsOf(SCORED, 'Judges', '评委编号').flat();
  const turned = <T>(cells: readonly T[]): T[] => [...cells.slice(1), ...cells.slice(0, 1)];
  expect(judges('姓名', turned(names))).toHaveLength(7);
  expect(judges('评委编号', turned(numbers))).toHaveLength(7);
  expect(judges('姓名', ['张三', ...names.slice(1)])).toEqual([]);
  const asked = decideAward(situationOf(column(SCORED, 'Judges', '姓名', turned(names))), { by: '评委会' });
  expect(said(asked.problems, 'sheet-of-another-judge')).toHaveLength(7);
});

describe('titles on judges’ sheets', () => {
  const titles = cellsOf(SCORED, 'Entries', '题目').flat();
  const other = (snapshot: WorkbookSnapshot) => said(decideCheck(situationOf(snapshot)).notices, 'title-differs');

  it('that are not those of the register, corrected there or dragged on a sheet, are named once a sheet and brought up to it by Mend', () => {
    expect(other(SCORED)).toEqual([]);
    const corrected = column(SCORED, 'Entries', '题目', ['新的题目', ...titles.slice(1)]);
    expect(other(corrected)).toHaveLength(7);
    const dragged = column(SCORED, 'Score_J01', '题目', [titles[0]!, titles[0]!, titles[0]!]);
    expect(other(dragged)).toEqual(['title-differs Score_J01 2']);
    for (const snapshot of [corrected, dragged]) {
      expect(other(mended(snapshot))).toEqual([]);
      expect(cellsOf(mended(snapshot), 'Score_J01', '题目')).toEqual(cellsOf(snapshot, 'Entries', '题目'));
    }
  });

  it('are left as they are while it is in question which story a row is for', () => {
    const exchanged = column(SCORED, 'Score_J01', '题目', [titles[1]!, titles[0]!, '别的']);
    const ids = column(SCORED, 'Entries', '参评编号', ['E001', 'E001', 'E003']);
    for (const snapshot of [exchanged, ids]) {
      expect(other(snapshot)).toEqual([]);
      expect(cellsOf(mended(snapshot), 'Score_J01', '题目')).toEqual(cellsOf(snapshot, 'Score_J01', '题目'));
    }
  });
});

it('a number that was changed in the register is told once, with the one that all sheets show', () => {
  const told = (cells: readonly CellValue[]) =>
    situationOf(column(SCORED, 'Entries', '盲评号', cells))
      .cellProblems.filter(({ code }) => code === 'number-differs')
      .map(({ table, row, expected, found }) => [table, row, expected.zh, found]);
  expect(told([1, 2, 3])).toEqual([]);
  expect(told(['1号', '', 3])).toEqual([
    ['Entries', 'E001', '1', '1号'],
    ['Entries', 'E002', '2', ''],
  ]);
  const onOneSheet = column(SCORED, 'Score_J01', '编号', [9, 2, 3]);
  expect(said(situationOf(onOneSheet).cellProblems, 'number-differs')).toEqual(['number-differs Score_J01 E001']);
});
