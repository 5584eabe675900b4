// Judges' words stay where they were said, and go back to the units without saying who said them (S-7).
import { describe, expect, test } from '@jest/globals';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decidePrintRemarks } from '../../../src/app/publish/printRemarks';
import type { PrintRemarksInput } from '../../../src/app/publish/printRemarksJob';
import type { ImportedCell } from '../../../src/core/import/sheetRows';
import type { Decision } from '../../../src/app/run/runJob';
import type { PlanStep } from '../../../src/workbook/contract/plan';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import { applySteps } from '../../support/applySteps';
import { newSnapshot, situationOf } from '../../support/situationOf';

type Rows = readonly (readonly ImportedCell[])[];
const STORIES: Rows = [
  ['编号', '报送单位', '题目', '类别', '讲述人'],
  [1, '西渡镇', '回家的路', '禁毒志愿者', '某'],
  [2, '集兵镇', '第二次生命', '社区戒毒康复', '欧阳晓晨'],
  [3, '西渡镇', '一盏灯', '禁毒志愿者', '某'],
];
const file = (name: string, rows: Rows) => ({ name: '', sheets: [{ name, rows }] });
const start = applySteps(
  newSnapshot(),
  decideImportStories(situationOf(newSnapshot()), { file: file('故事', STORIES) }).steps,
);
const tabs = applySteps(start, decideJudgeTabs(situationOf(start), { judges: 3 }).steps);
const { criteria } = situationOf(tabs).campaign;
const full = criteria.map(() => 8);
const header = ['编号', ...criteria.map(({ name, maximum }) => `${name}（${maximum}分）`), '评语'];

/** The tabs after each judge's file was taken. */
function withFiles(files: Readonly<Record<string, Rows>>, from = tabs): WorkbookSnapshot {
  return Object.entries(files).reduce(
    (snapshot, [judge, rows]) =>
      applySteps(snapshot, decideImportScores(situationOf(snapshot), { file: file(judge, [header, ...rows]) }).steps),
    from,
  );
}

/** Types into a judge's cell by hand. */
function typed(snapshot: WorkbookSnapshot, judge: string, row: number, column: string, value: CellValue) {
  const table = snapshot.tables[`Score_${judge}`];
  if (!table) throw new Error('no tab');
  const at = table.headers.indexOf(column);
  const values = table.values.map((cells, index) =>
    index === row ? cells.map((cell, place) => (place === at ? value : cell)) : cells,
  );
  return { ...snapshot, tables: { ...snapshot.tables, [table.name]: { ...table, values } } };
}

const print = (snapshot: WorkbookSnapshot, input: Partial<PrintRemarksInput> = {}) =>
  decidePrintRemarks(situationOf(snapshot), { judges: 'hidden', ...input });
const pageOf = ({ steps }: Decision<unknown>): string[][] => {
  const step = steps.find((each): each is Extract<PlanStep, { kind: 'addSheet' }> => each.kind === 'addSheet');
  if (!step) throw new Error('no sheet was made');
  return plannedCells(step.sheet).map((row) => row.flatMap((cell) => (cell === null ? [] : [String(cell)])));
};

const SAID = withFiles({
  评委1: [
    [1, ...full, '情节完整，结尾稍急'],
    [2, ...full, '语言朴实'],
  ],
  评委2: [
    [1, ...full, '感人'],
    ['3', ...criteria.map(() => null), '待听录音'],
  ],
});

describe('the sheet of remarks (S-7)', () => {
  test('has a section for each unit and a line for each remark, and names no judge', () => {
    const decision = print(SAID);
    const page = pageOf(decision);
    const text = page.flat().join('\n');
    expect(decision.results).toMatchObject({ remarks: 4, heldBack: 0 });
    expect(decision.results.units.map(({ unit, remarks }) => [unit, remarks])).toEqual(
      expect.arrayContaining([
        ['西渡镇', 3],
        ['集兵镇', 1],
      ]),
    );
    for (const words of ['情节完整，结尾稍急', '语言朴实', '感人', '待听录音']) expect(text).toContain(words);
    expect(text).not.toContain('评委1');
    expect(text).not.toContain('评委2');
    expect(page).toContainEqual(['1', '回家的路', '情节完整，结尾稍急']);
  });

  test('names judges when that is asked for', () => {
    expect(pageOf(print(SAID, { judges: 'named' }))).toContainEqual(['1', '回家的路', '评委1', '情节完整，结尾稍急']);
  });

  test('is of one unit alone when one is given, and stops at one that nobody knows', () => {
    const text = pageOf(print(SAID, { unit: '集兵镇' }))
      .flat()
      .join('\n');
    expect(text).toContain('语言朴实');
    expect(text).not.toContain('感人');
    expect(print(SAID, { unit: '没有镇' }).problems?.map(({ code }) => code)).toEqual(['unknown-unit']);
  });

  test('leaves out the words of a recused judge and says how many', () => {
    const recused = typed(SAID, 'J01', 1, '回避', '是');
    const decision = print(recused);
    expect([decision.results.remarks, decision.results.heldBack]).toEqual([3, 1]);
    expect(decision.message.zh).toContain('回避、停用的评委写的 1 条没有列入');
    expect(pageOf(decision).flat()).not.toContain('语言朴实');
  });

  test('stops at a phone and at a name under an alias, naming the cell (A-3)', () => {
    const phone = typed(SAID, 'J01', 0, '评语', '请致电138-1234-5678核实');
    const name = typed(phone, 'J02', 1, '评语', '欧阳晓晨讲得真切');
    const decision = print(name);
    expect(decision.stopped).toBe(true);
    expect(decision.problems?.map(({ code, table, column }) => [code, table, column])).toEqual([
      ['public-phone', 'Score_J01', 'remark'],
      ['public-name', 'Score_J02', 'remark'],
    ]);
  });

  test('tells that a remark names a judge', () => {
    const named = typed(SAID, 'J02', 0, '评语', '同意评委1');
    expect(print(named).notices?.map(({ code, found }) => [code, found])).toEqual([['judge-named', '同意评委1']]);
    expect(print(named, { judges: 'named' }).notices).toEqual([]);
  });

  test('is not made of nothing', () => {
    expect(print(tabs).problems?.map(({ code }) => code)).toEqual(['no-remarks']);
    expect(print(start).problems?.map(({ code }) => code)).toEqual(['no-score-sheets']);
  });
});

describe('remarks where sheets are made anew (S-7)', () => {
  const remarksOf = (snapshot: WorkbookSnapshot): string[] => {
    const table = snapshot.tables['Score_J01'];
    const at = table?.headers.indexOf('评语') ?? -1;
    return (table?.values ?? []).map((row) => String(row[at] ?? ''));
  };

  test('stay when stories and judges come to it, sorted or not', () => {
    const table = SAID.tables['Score_J01'];
    if (!table) throw new Error('no tab');
    const sorted = {
      ...SAID,
      tables: { ...SAID.tables, Score_J01: { ...table, values: [...table.values].reverse() } },
    };
    const more = applySteps(
      sorted,
      decideImportStories(situationOf(sorted), {
        file: file('故事', [STORIES[0] ?? [], [4, '集兵镇', '新来的', '禁毒志愿者', '某']]),
      }).steps,
    );
    const anew = applySteps(more, decideJudgeTabs(situationOf(more), { judges: 5 }).steps);
    expect(remarksOf(anew).filter((remark) => remark !== '')).toEqual(['语言朴实', '情节完整，结尾稍急']);
    expect(anew.tables['Score_J01']?.values).toHaveLength(4);
  });

  test('of two columns of words, 评语 and 备注, none is lost without a word', () => {
    const both = file('评委3', [
      [...header, '备注'],
      [1, ...full, '立意好', '超时十秒'],
    ]);
    const decision = decideImportScores(situationOf(tabs), { file: both });
    const after = applySteps(tabs, decision.steps).tables['Score_J03'];
    const kept = after?.values.flat().join('\n') ?? '';
    expect(kept).toContain('立意好');
    expect(`${kept}\n${(decision.notices ?? []).map(({ message, found }) => message.zh + found).join('\n')}`).toContain(
      '备注',
    );
  });
});
