// What a made sheet was made from stands on one hidden sheet; the sheet's live cell is no part of it. What the formulas say: afterDecisionOnHost.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAccountability } from '../../../src/app/publish/accountability';
import { decideRanking } from '../../../src/app/contest/rank';
import { decideNotice } from '../../../src/app/publish/notice';
import type { PlanStep, SheetPlan } from '../../../src/workbook/contract/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { STALE_WORDS } from '../../../src/workbook/sheets/madeFrom';
import { after, decidedContest, scoredContest } from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';

const AT = '2021-06-18T09:00';
let scored: WorkbookSnapshot;
let decided: WorkbookSnapshot;
beforeAll(async () => {
  scored = await scoredContest();
  decided = decidedContest(scored);
});

const sheetsOf = (steps: readonly PlanStep[]): SheetPlan[] =>
  steps.flatMap((step) => (step.kind === 'addSheet' || step.kind === 'replaceSheet' ? [step.sheet] : []));
const notice = (snapshot: WorkbookSnapshot) => decideNotice(situationOf(snapshot, AT), { contact: '0734-6812345' });

describe('what a sheet was made from (A-13)', () => {
  it('is kept on one hidden sheet, to which every other making writes in place', () => {
    // The ranking, which the decision brings up to date, is the first that has a source.
    const ranking = decideRanking(situationOf(scored));
    expect(sheetsOf(ranking.steps).map(({ name, hidden }) => [name, hidden === true])).toContainEqual([
      '生成依据',
      true,
    ]);
    const first = notice(decided);
    expect(sheetsOf(first.steps).map(({ name, hidden }) => [name, hidden === true])).toEqual([['公示', false]]);
    expect(first.steps.filter(({ kind }) => kind === 'mendSheet')).toHaveLength(1);
    const list = decideAccountability(situationOf(after(decided, first), AT));
    expect(sheetsOf(list.steps).map(({ name }) => name)).toEqual(['追责名单']);
    expect(list.steps.filter(({ kind }) => kind === 'mendSheet')).toHaveLength(1);
  });

  it('is never on the public sheet, whose live cell lies outside of what is printed', () => {
    const [page] = sheetsOf(notice(decided).steps);
    const area = page?.page.area;
    const live = page?.blocks.filter(({ cells }) => cells.flat().some((cell) => typeof cell === 'object' && cell));
    expect(live).toHaveLength(1);
    expect(live?.[0]).toMatchObject({ row: 0, cells: [[{ formula: expect.stringContaining('生成依据') }]] });
    expect(live?.[0]?.column).toBeGreaterThanOrEqual((area?.column ?? 0) + (area?.columns ?? 99));
  });

  it('does not make a sheet that nobody touched look typed in, whatever its live cell says', () => {
    const posted = after(decided, notice(decided));
    const saying = {
      ...posted,
      sheets: posted.sheets.map((sheet) => {
        const [first = [], ...rest] = sheet.values ?? [];
        return sheet.name === '公示'
          ? {
              ...sheet,
              values: [
                [...first.slice(0, 7), ...Array(8 - Math.min(7, first.length)).fill(''), STALE_WORDS.changed.zh],
                ...rest,
              ],
            }
          : sheet;
      }),
    };
    const again = notice(saying);
    expect(again.steps.filter((step) => step.kind === 'replaceSheet').map(({ keepAs }) => keepAs)).toEqual([undefined]);
    expect(again.notices?.map(({ code }) => code)).not.toContain('sheet-kept');
  });
});
