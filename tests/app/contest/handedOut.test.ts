// A judge's sheet as a file of its own, filled in and read back. Pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideImportJudge } from '../../../src/app/contest/importJudge';
import { decideImportStories } from '../../../src/app/contest/importStories';
import type { ImportedFile, ImportedSheet } from '../../../src/app/run/job';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { handedOutSheet } from '../../../src/workbook/tables/scoreSheet/handedOutSheet';
import type { CellWrite } from '../../../src/workbook/contract/plan';
import { type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { typed } from '../../support/calculated';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { oneSheet } from '../../support/oneSheet';

const codes = (problems: readonly { code: string }[] = []) => problems.map(({ code }) => code);
let tabs: WorkbookSnapshot;

beforeAll(async () => {
  const empty = newSnapshot();
  const file = { name: '', sheets: await sampleSheets('stories-messy.xlsx') };
  const stories = applySteps(empty, decideImportStories(situationOf(empty), { file }).steps);
  tabs = applySteps(stories, decideJudgeTabs(situationOf(stories), { judges: 7 }).steps);
});

/** What a spreadsheet gives back for a sheet that was handed out, with the given edits by row number and header. */
function returned(snapshot: WorkbookSnapshot, edit: (rows: CellWrite[][], headerRow: number) => void): ImportedFile {
  const { campaign } = situationOf(snapshot);
  const judge = campaign.judges[0];
  const table = snapshot.tables['Score_J01'];
  if (!judge || !table) throw new Error('no J01');
  const plan = handedOutSheet(table, judge, campaign.criteria, 'zh');
  const rows: CellWrite[][] = [];
  for (const block of plan.blocks)
    block.cells.forEach((cells, r) =>
      cells.forEach(
        (cell, c) => ((rows[block.row + r] ??= [])[block.column + c] = typeof cell === 'object' ? null : cell),
      ),
    );
  const dense = Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
  edit(dense, 3);
  return { name: 'J01.xlsx', sheets: [{ name: plan.name, rows: dense as ImportedSheet['rows'] }] };
}

const fill =
  (number: number, values: readonly (number | string)[]) =>
  (rows: CellWrite[][], headerRow: number): void => {
    const row = rows[headerRow + number];
    if (row) values.forEach((value, index) => (row[2 + index] = value));
  };

describe('a sheet that was handed out', () => {
  it('works alone: its formulas name no other table', () => {
    const { campaign } = situationOf(tabs);
    const plan = handedOutSheet(tabs.tables['Score_J01']!, campaign.judges[0]!, campaign.criteria, 'zh');
    const formulas = plan.blocks
      .flatMap(({ cells }) => cells.flat())
      .flatMap((cell) => (typeof cell === 'object' && cell !== null ? [cell.formula] : []));
    expect(formulas.length).toBeGreaterThan(100);
    expect(new Set(formulas.flatMap((formula) => formula.match(/[A-Za-z_]\w*(?=\[)/g) ?? []))).toEqual(
      new Set(['Score_J01']),
    );
    expect(formulas.filter((formula) => formula.includes('Set_'))).toEqual([]);
    expect(plan.validations?.length).toBeGreaterThanOrEqual(6);
  });

  it('is read back with its scores, and once more without a change', () => {
    const file = returned(tabs, fill(1, [21, 20, 22.5, 13, 8]));
    const decision = decideImportJudge(situationOf(tabs), { file });
    expect([codes(decision.problems), decision.results.taken]).toEqual([[], 1]);
    expect(decideImportJudge(situationOf(applySteps(tabs, decision.steps)), { file }).changed).toEqual({});
  });

  it('names a score out of range and leaves its row out', () => {
    const decision = decideImportJudge(situationOf(tabs), {
      file: returned(tabs, (rows, head) => {
        fill(1, [26, 20, 22.5, 13, 8])(rows, head);
        fill(2, [20, 20, 20, 10, 5])(rows, head);
      }),
    });
    expect([codes(decision.problems), decision.results.taken]).toEqual([['out-of-range'], 1]);
  });

  it('is refused when it belongs to another judge, campaign or set of criteria', () => {
    const file = returned(tabs, fill(1, [21, 20, 22.5, 13, 8]));
    expect(codes(decideImportJudge(situationOf(tabs), { file, judge: '评委2' }).problems)).toEqual(['wrong-judge']);
    expect(codes(decideImportJudge(situationOf(typed(tabs, 'Criteria', 0, '最小间隔', 1)), { file }).problems)).toEqual(
      ['criteria-changed'],
    );
    expect(codes(decideImportJudge(situationOf(tabs), { file: oneSheet('评委1', [['编号']], '') }).problems)).toEqual([
      'not-handed-out',
    ]);
  });

  it('leaves out a row that was added and a row whose title moved, and names rows that are gone', () => {
    const file = returned(tabs, (rows, head) => {
      fill(1, [21, 20, 22.5, 13, 8])(rows, head);
      fill(2, [20, 20, 20, 10, 5])(rows, head);
      const second = rows[head + 2];
      if (second) second[1] = '别的题目';
      rows.splice(head + 48, 1);
      rows.push(['99', '自己加的', 20, 20, 20, 10, 5]);
    });
    const decision = decideImportJudge(situationOf(tabs), { file });
    expect([
      codes(decision.problems),
      codes(decision.notices).filter((code) => code !== 'not-scored-yet'),
      decision.results.taken,
    ]).toEqual([['title-differs', 'extra-row'], ['missing-rows'], 1]);
  });
});
