import { describe, expect, it } from '@jest/globals';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import { decideSummary } from '../../../src/app/publish/summary';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import type { Area, PlanStep, SheetPlan } from '../../../src/workbook/contract/plan';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { samplePaste } from '../../support/samplePaste';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

function sample(language: 'zh' | 'en' = 'zh'): WorkbookSnapshot {
  const snapshot = newSnapshot(language);
  return applySteps(
    snapshot,
    decideImportReceipts(situationOf(snapshot), {
      file: { name: '', sheets: samplePaste('receipts-mailbox.tsv') },
      review: 'accepted',
    }).steps,
  );
}

function sheetIn(steps: readonly PlanStep[]): SheetPlan {
  const step = steps.find(({ kind }) => kind === 'addSheet');
  if (step?.kind !== 'addSheet') throw new Error('no sheet is added');
  return step.sheet;
}

const wordsOf = (sheet: SheetPlan): string =>
  plannedCells(sheet)
    .map((row) => row.filter((cell) => cell !== null).join(' | '))
    .join('\n');
const heightOf = ({ rowHeights = [] }: SheetPlan): number =>
  rowHeights.reduce((sum, [, rows, height]) => sum + rows * height, 0);
/** 297 mm less margins of 37 and 35 mm, in points. */
const A4_BODY = (225 / 25.4) * 72;

const NOW = '2021-07-06 09:00';
const story = (number: number): Record<string, string> => ({
  参评编号: `E00${number}`,
  盲评号: String(number),
  单位编号: 'U01',
  题目: `故事${number}`,
  类别: '禁毒志愿者',
});

describe('briefing', () => {
  it('says in figures that reconcile how far the campaign is', () => {
    const { results, message, changed } = decideBriefing(situationOf(sample(), NOW));
    expect(results).toMatchObject({
      must: 198,
      done: 102,
      rate: '51.5',
      overdueUnits: 39,
      overdueItems: 62,
      keptAs: null,
    });
    expect(message.zh).toContain('逾期 39 家 62 项，最长 28 天 15 小时');
    expect(changed).toEqual({ Briefing: { added: 1, updated: 0 } });
  });

  it('is one A4 page with the margins of official paper, whatever it has to say', () => {
    const withStories = withRows(sample(), 'Entries', [1, 2, 3].map(story));
    for (const [snapshot, now] of [
      [newSnapshot(), '2021-06-01 09:00'],
      [sample(), '2021-06-11 10:00'],
      [sample(), NOW],
      [withStories, NOW],
      [sample('en'), NOW],
      [newSnapshot(), NOW],
    ] as const) {
      const { page, ...sheet } = sheetIn(decideBriefing(situationOf(snapshot, now)).steps);
      expect(page).toMatchObject({
        orientation: 'Portrait',
        fitWide: 1,
        fitTall: 1,
        margins: { top: 37, left: 28, right: 26, bottom: 35 },
      });
      expect(heightOf({ page, ...sheet })).toBeLessThanOrEqual(A4_BODY);
      const sizes = sheet.formats.flatMap(({ format }) => (format.fontName === '仿宋' ? [format.fontSize ?? 0] : []));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
    }
  });

  it('says first how it stands, then what is due, came in time and came late, an item a line', () => {
    const words = wordsOf(sheetIn(decideBriefing(situationOf(sample(), NOW)).steps));
    expect(words).toContain('严重滞后：到期164项收到102项（收到率62.2%），\n39家逾期。');
    expect(words).toContain('T3 活动情况、工作总结 | 45 | 22 | 1');
    expect(words).toContain('共39家62项，最长28天（渣江镇等3家）；两项以上的19家列在前面。');
  });

  it('names every overdue unit, however many there are, and what is not due yet owes nobody anything', () => {
    for (const snapshot of [sample(), newSnapshot()]) {
      const situation = situationOf(snapshot, NOW);
      const words = wordsOf(sheetIn(decideBriefing(situation).steps));
      const overdue = new Set(
        trackUnits(situation.campaign, situation.asOf)
          .filter(({ status }) => status === 'overdue')
          .map(({ unitId }) => unitId),
      );
      const named = situation.campaign.units.filter(({ unitId }) => overdue.has(unitId)).map(({ name }) => name);
      expect(named.filter((name) => !words.includes(name))).toEqual([]);
      expect(named.length).toBeGreaterThanOrEqual(39);
    }
    expect(wordsOf(sheetIn(decideBriefing(situationOf(newSnapshot(), '2021-06-01 09:00')).steps))).toContain(
      '尚无到期事项：应报198项，还没有收到。',
    );
  });

  it('counts its issues, one a day, and says what has changed since the last', () => {
    const first = decideBriefing(situationOf(sample(), '2021-06-10 09:00'));
    const one = applySteps(sample(), first.steps);
    const second = decideBriefing(situationOf(one, '2021-06-11 10:00'));
    expect([first.results.issue, second.results.issue]).toEqual([1, 2]);
    expect(second.results.verdict).toContain('13家逾期，比上期（6月10日）多10家。');
    const two = applySteps(one, second.steps);
    expect(decideBriefing(situationOf(two, '2021-06-11 18:00')).results.issue).toBe(2);
    expect(decideBriefing(situationOf(two, '2021-06-11 18:00')).results.verdict).toContain('比上期（6月10日）');
  });

  it('asks leaders first: units overdue for a week, and by when the notice has to be posted', () => {
    const words = wordsOf(sheetIn(decideBriefing(situationOf(newSnapshot(), NOW), { variant: 'daily' }).steps));
    expect(words).toContain('西渡镇、集兵镇、杉桥镇、井头镇、演陂镇等45家逾期超过7天，是否通报。');
    expect(words.indexOf('需领导决定')).toBeLessThan(words.indexOf('、到期事项'));
  });

  it('lists what will be due while nothing is, and says that nothing is registered for the contest', () => {
    const words = wordsOf(sheetIn(decideBriefing(situationOf(newSnapshot(), '2021-06-01 09:00')).steps));
    expect(words).toContain('T1 宣传活动方案 | 6月7日 18:00 | 6天 | 45');
    expect(words).not.toContain('逾期单位');
    expect(words).toContain('尚未登记参评作品。');
    expect(words).toContain('6月7日 18:00“宣传活动方案”截止，还有45家未报齐');
    expect(words).toContain('当前阶段：组织动员。');
  });

  it('tells how the contest stands', () => {
    const words = wordsOf(
      sheetIn(decideBriefing(situationOf(withRows(sample(), 'Entries', [1, 2, 3].map(story)), NOW)).steps),
    );
    expect(words).toContain('已登记参评作品3篇，尚未开始评分。');
  });

  it('carries a stamp whose fingerprint changes with the figures, not with the moment of making', () => {
    const of = (snapshot: WorkbookSnapshot, now: string): string =>
      decideBriefing({ ...situationOf(snapshot, NOW), now: situationOf(snapshot, now).now }).results.fingerprint;
    expect(of(sample(), NOW)).toBe(of(sample(), '2021-07-07 12:00'));
    expect(of(sample(), NOW)).not.toBe(of(newSnapshot(), NOW));
    expect(wordsOf(sheetIn(decideBriefing(situationOf(sample(), NOW)).steps))).toMatch(
      /截至 2021-07-06 09:00 · 生成 2021-07-06 09:00 · 校验码 [0-9a-f]{8}/,
    );
  });

  it('asks for a meeting when most is missing, and names who leads what is overdue', () => {
    const words = wordsOf(sheetIn(decideBriefing(situationOf(newSnapshot(), '2021-06-11 09:00')).steps));
    expect(words).toContain('到期事项一件未收，是否召开调度会或由领导小组发文督办');
    expect(words).toContain('共45家90项，各家最长都是3天，每家都在两项以上。');
    expect(words).toContain('牵头单位：T2（县委宣传部、县禁毒办）。');
  });

  it('is about the ceremony in the three days before it: days left, day, time and place, the list', () => {
    const at = '2021-06-24 09:00';
    const { results, steps } = decideBriefing(situationOf(newSnapshot(), at));
    const words = wordsOf(sheetIn(steps));
    expect(results.variant).toBe('ceremony');
    expect(words).toContain('颁奖会还有2天：获奖名单还没有评定；\n严重滞后');
    expect(words).toContain('6月26日（周六），时间待定，地点待定。');
    expect(words.indexOf('颁奖会安排')).toBeLessThan(words.indexOf('、到期事项'));
  });

  it('is complete in English', () => {
    const words = wordsOf(sheetIn(decideBriefing(situationOf(sample('en'), NOW)).steps));
    expect(words).toContain('39 units, 62 items, 28 d at most (渣江镇 and 2 more)');
    expect(words).toContain('Internal, keep confidential');
  });
});

describe('summary', () => {
  const decision = decideSummary(situationOf(sample(), NOW));

  it('has figures that reconcile with the matrix', () => {
    expect(decision.results).toMatchObject({ must: 198, done: 102, units: 45, reconciles: true });
    const { requirements } = decision.results;
    expect(requirements.reduce((sum, { must }) => sum + must, 0)).toBe(198);
    for (const { must, onTime, late, underReview, incomplete, overdue, pending } of requirements)
      expect(onTime + late + underReview + incomplete + overdue + pending).toBe(must);
    expect(wordsOf(sheetIn(decision.steps))).toContain(
      '核对：已报 91 ＋ 迟报 11 ＋ 待审 0 ＋ 不完整 0 ＋ 逾期 62 ＋ 待报 34 ＝ 应报 198，与下面矩阵相符。',
    );
  });

  it('has a mark for every unit and item, — where nothing is owed', () => {
    const words = wordsOf(sheetIn(decision.steps));
    expect(words).toContain('8 | 曲兰镇 | △ | ▲ | ▲ | ▲ | — | — | ○ | 5 | 1 | 3');
    expect(words).toContain('● 已报　△ 迟报　◇ 待审　◐ 不完整　▲ 逾期　○ 待报　免 免报　— 不需报');
  });

  it('is A4 landscape, one page wide, and repeats what the signs mean and the matrix header on every page', () => {
    const sheet = sheetIn(decision.steps);
    expect(sheet.page).toMatchObject({ orientation: 'Landscape', fitWide: 1 });
    const [first, last] = sheet.page.titleRows ?? [-1, -1];
    expect(plannedCells(sheet)[first]?.slice(0, 3)).toEqual([
      '五、各单位',
      null,
      expect.stringContaining('● 已报　△ 迟报'),
    ]);
    expect(plannedCells(sheet)[last]?.slice(0, 3)).toEqual(['序号', '单位', 'T1\n宣传活动方案']);
  });

  it('draws its own figures: the charts’ cells hold the items’ statuses and the categories’ rates', () => {
    const sheet = sheetIn(decision.steps);
    const cells = plannedCells(sheet);
    const column = ({ row, rows, column: at }: Area) => cells.slice(row, row + rows).map((line) => line[at] ?? null);
    const [items, groups] = sheet.charts ?? [];
    if (!items || !groups) throw new Error('no charts');
    expect(column({ row: items.categories.row, rows: 2, column: 10, columns: 1 })).toEqual([0.933, 0.822]);
    expect(column(items.categories)).toEqual(
      decision.results.requirements.map(({ title }) => expect.stringContaining(title)),
    );
    expect(items.series.map(({ name }) => name)).toEqual(['● 已报', '△ 迟报', '▲ 逾期', '○ 待报']);
    for (const [n, status] of (['onTime', 'late', 'overdue', 'pending'] as const).entries()) {
      expect(column(items.series[n]!.values)).toEqual(decision.results.requirements.map((each) => each[status]));
    }
    expect(column(groups.categories)).toEqual(['乡镇（25家）', '园区（1家）', '成员单位（19家）', '合计']);
    expect(column(groups.series[0]!.values)).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
      0.515,
    ]);
    expect(items.maximum).toBe(45);
  });

  it('says in words what the charts show, and has no charts where nothing is owed', () => {
    expect(wordsOf(sheetIn(decision.steps))).toContain(
      '图一　逾期62项，最多的是“禁毒主题党日”（26项）；图二　完成率成员单位最高（60.3%），乡镇最低（46.4%）；图三　收件最多的是',
    );
    const bare = newSnapshot();
    const units = bare.tables['Units'];
    if (!units) throw new Error('no units');
    const blank = units.headers.map(() => '');
    const nobody = { ...bare, tables: { ...bare.tables, Units: { ...units, values: [blank], formulas: [blank] } } };
    const sheet = sheetIn(decideSummary(situationOf(nobody, NOW)).steps);
    expect(sheet.charts).toEqual([]);
    expect(wordsOf(sheet)).not.toContain('图一');
  });

  it('lies whole on the first page, whatever the program: charts stand at its head, above all tables', () => {
    const sheet = sheetIn(decision.steps);
    const [items, groups, days] = sheet.charts ?? [];
    expect([days?.kind, days?.place.row]).toEqual(['stackedColumns', 12]);
    expect([items?.place, groups?.place]).toEqual([
      { row: 2, rows: 10, column: 0, columns: 5 },
      { row: 2, rows: 10, column: 5, columns: 7 },
    ]);
    const heights = (sheet.rowHeights ?? [])
      .filter(([row]) => row < 23)
      .reduce((sum, [, rows, height]) => sum + rows * height, 0);
    // Fitted to the width, the page takes a little more than its own height.
    expect(heights).toBeLessThan(((210 - 28) / 25.4) * 72);
  });

  it('says when something does not add up', () => {
    const tracker = sample();
    const units = tracker.tables['Units'];
    if (!units) throw new Error('no units');
    const twice = {
      ...tracker,
      tables: {
        ...tracker.tables,
        Units: {
          ...units,
          values: [...units.values, units.values[0] ?? []],
          formulas: [...units.formulas, units.formulas[0] ?? []],
        },
      },
    };
    expect(decideSummary(situationOf(twice, NOW)).notices?.map(({ code }) => code)).toEqual(['does-not-reconcile']);
  });
});
