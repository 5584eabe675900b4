// Progress, explanations, robustness, and what comes of judges who leave or join. Pure decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAward } from '../../../src/app/contest/decide';
import type { DecideInput } from '../../../src/app/contest/decideJob';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideExplain } from '../../../src/app/contest/explainPlaces';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { decideProgress } from '../../../src/app/contest/progress';
import { decideRanking } from '../../../src/app/contest/rank';
import { decideRobustness } from '../../../src/app/contest/robustness';
import type { Problem } from '../../../src/core/ground/problem';
import { plannedCells } from '../../../src/workbook/sheets/madeSheet';
import { tableCalled, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { oneSheet } from '../../support/oneSheet';

const codes = (problems: readonly { code: string }[] = []) => problems.map(({ code }) => code);
let stories: WorkbookSnapshot;
let tabs: WorkbookSnapshot;
let scored: WorkbookSnapshot;

beforeAll(async () => {
  const empty = newSnapshot();
  stories = applySteps(
    empty,
    decideImportStories(situationOf(empty), { file: { name: '', sheets: await sampleSheets('stories-messy.xlsx') } })
      .steps,
  );
  tabs = applySteps(stories, decideJudgeTabs(situationOf(stories), { judges: 7 }).steps);
  scored = applySteps(
    tabs,
    decideImportScores(situationOf(tabs), { file: { name: '', sheets: await sampleSheets('scores-messy.xlsx') } })
      .steps,
  );
});

describe('judges’ tabs', () => {
  it('are not made with so many criteria that Excel would refuse the formula', () => {
    const criteria = Array.from({ length: 25 }, (_none, i) => ({
      标准编号: `C${i + 1}`,
      标准: `评分标准第${i + 1}项`,
      权重: 4,
      最低分: 0,
      满分: 100,
      最小间隔: 0.5,
    }));
    const { problems, steps } = decideJudgeTabs(situationOf(withRows(stories, 'Criteria', criteria)), { judges: 7 });
    expect(codes(problems)).toContain('too-many-criteria');
    expect(steps).toEqual([]);
  });
});

describe('a row of a judge’s sheet that shows another story’s number', () => {
  const swapped = (): WorkbookSnapshot => {
    const table = scored.tables['Score_J02']!;
    const place = table.headers.indexOf('编号');
    const [first, second] = table.values;
    const values = table.values.map((row, at) =>
      at > 1
        ? row
        : row.map((cell, column) => (column === place ? ((at === 0 ? second : first)?.[place] ?? '') : cell)),
    );
    return { ...scored, tables: { ...scored.tables, Score_J02: { ...table, values } } };
  };
  const named = [
    ['number-differs', 'E001', '2'],
    ['number-differs', 'E002', '1'],
  ];
  const rows = (problems: readonly Problem[] = []) =>
    problems.filter(({ code }) => code === 'number-differs').map(({ code, row, found }) => [code, row, found]);

  it('is named by the ranking', () => {
    expect(rows(decideRanking(situationOf(swapped())).notices)).toEqual(named);
    expect(rows(decideRanking(situationOf(scored)).notices)).toEqual([]);
  });

  it('stops the decision until it is wanted all the same, with a reason', () => {
    const decide = (input: DecideInput) => decideAward(situationOf(swapped()), { by: '评委会', ...input });
    expect([decide({}).stopped, rows(decide({}).problems)]).toEqual([true, named]);
    expect(codes(decide({ anyway: true }).problems)).toEqual(['missing-reason']);
    expect(decide({ anyway: true, reason: '已逐份核对' }).stopped).not.toBe(true);
  });
});

describe('stories whose ids were changed by hand after they were scored', () => {
  /** The register with other ids, or ids and numbers, in its first rows. */
  const renumbered = (ids: readonly string[], numbers: readonly string[] = []): WorkbookSnapshot => {
    const table = scored.tables['Entries']!;
    const [id, number] = [table.headers.indexOf('参评编号'), table.headers.indexOf('盲评号')];
    const values = table.values.map((row, at) =>
      row.map((cell, place) => (place === id ? ids[at] : place === number ? numbers[at] : undefined) ?? cell),
    );
    return { ...scored, tables: { ...scored.tables, Entries: { ...table, values } } };
  };
  const CODES = ['story-renumbered', 'story-is-gone', 'title-of-another', 'number-differs', 'duplicate-id'];
  const said = (problems: readonly Problem[] = []): string[] => [
    ...new Set(problems.filter(({ code }) => CODES.includes(code)).map(({ code, row }) => `${code} ${row}`)),
  ];
  const decide = (snapshot: WorkbookSnapshot, input: DecideInput = {}) =>
    decideAward(situationOf(snapshot), { by: '评委会', ...input });

  it('a new id: its scores count for nobody, which check and ranking name; the decision and new sheets wait', () => {
    const changed = renumbered(['E099']);
    expect(said(decideCheck(situationOf(changed)).problems)).toEqual(['story-renumbered E001']);
    expect(said(decideRanking(situationOf(changed)).notices)).toEqual(['story-renumbered E001']);
    const [first] = decideRanking(situationOf(changed)).notices ?? [];
    expect([first?.code, first?.message.zh]).toEqual([
      'story-renumbered',
      expect.stringContaining('现在的编号是 E099'),
    ]);
    expect(decideRanking(situationOf(changed)).results.undecided).toContain('E099');
    expect([decide(changed).stopped, said(decide(changed).problems)]).toEqual([true, ['story-renumbered E001']]);
    const sheets = decideJudgeTabs(situationOf(changed), {});
    expect([sheets.stopped, said(sheets.problems)]).toEqual([true, ['story-renumbered E001']]);
  });

  it('a story that was deleted: its scores are named', () => {
    const table = scored.tables['Entries']!;
    const gone = { ...scored, tables: { ...scored.tables, Entries: { ...table, values: table.values.slice(1) } } };
    expect(said(decideRanking(situationOf(gone)).notices)).toEqual(['story-is-gone E001']);
    expect(decide(gone).stopped).toBe(true);
  });

  it.each([
    ['a title that two stories had, put right in one of them', '无题', '新的题目'],
    ['titles that somebody emptied', '', ''],
  ])('%s, is no exchange of ids: ranking goes on', (_what, before, after) => {
    const titled = (name: string, ids: readonly string[], title: string, snapshot: WorkbookSnapshot) => {
      const table = tableCalled(snapshot.tables, name)!;
      const [id, at] = [table.headers.indexOf('参评编号'), table.headers.indexOf('题目')];
      const values = table.values.map((row) =>
        ids.includes(String(row[id])) ? row.map((cell, place) => (place === at ? title : cell)) : row,
      );
      return { ...snapshot, tables: { ...snapshot.tables, [name]: { ...table, values, formulas: values } } };
    };
    const alike = ['Entries', 'Score_J01'].reduce(
      (snapshot, name) => titled(name, before === '' ? ['E002'] : ['E001', 'E002'], before, snapshot),
      scored,
    );
    const changed =
      before === '' ? titled('Score_J01', ['E001'], '', alike) : titled('Entries', ['E001'], after, alike);
    expect(said(decideRanking(situationOf(changed)).problems)).toEqual([]);
  });

  it('titles of a whole sheet, or of the register, sorted by themselves: each sheet says so once, and nothing is ranked', () => {
    const sorted = (name: string): WorkbookSnapshot => {
      const table = tableCalled(scored.tables, name)!;
      const at = table.headers.indexOf('题目');
      const titles = table.values.map((row) => row[at]!).reverse();
      const values = table.values.map((row, index) => row.map((cell, place) => (place === at ? titles[index]! : cell)));
      return { ...scored, tables: { ...scored.tables, [name]: { ...table, values, formulas: values } } };
    };
    for (const [name, sheets] of [
      ['Score_J01', 1],
      ['Entries', 7],
    ] as const) {
      const { stopped, problems = [] } = decideRanking(situationOf(sorted(name)));
      const others = problems.filter(({ code }) => code === 'title-of-another');
      expect([stopped, others.length]).toEqual([true, sheets]);
      expect(others[0]?.message.zh).toContain('还有 47 行也是这样');
    }
  });

  it('ids exchanged, with their numbers or without, or one id twice: nothing is ranked or decided by another’s scores', () => {
    const both = renumbered(['E002', 'E001'], ['2', '1']);
    for (const snapshot of [both, renumbered(['E002'])]) {
      const ranking = decideRanking(situationOf(snapshot));
      expect([ranking.stopped, ranking.steps]).toEqual([true, []]);
      expect(decide(snapshot, { anyway: true, reason: '已核对' }).stopped).toBe(true);
      expect(said(ranking.problems)).toEqual(
        said(decideCheck(situationOf(snapshot)).problems).slice(0, said(ranking.problems).length),
      );
    }
    expect(said(decideRanking(situationOf(both)).problems)).toEqual(['title-of-another E001', 'title-of-another E002']);
    expect(said(decideRanking(situationOf(renumbered(['E002']))).problems)).toEqual(['duplicate-id E002']);
    expect(said(decideRanking(situationOf(renumbered(['E002', 'E001']))).notices)).toEqual([
      'number-differs E001',
      'number-differs E002',
    ]);
  });
});

describe('progress', () => {
  it('counts what is scored, recused and open, and names fewest scores first', () => {
    const { results, message, steps } = decideProgress(situationOf(scored), {});
    expect([results.scored, results.recused, results.open, steps]).toEqual([329, 0, 7, []]);
    expect(
      results.entries.slice(0, 2).map(({ blindNo, scored: done, waitingFor }) => [blindNo, done, waitingFor]),
    ).toEqual([
      ['36', 5, ['评委1', '评委2']],
      ['6', 6, ['评委5']],
    ]);
    expect(message.zh).toContain('评委1还差2篇');
  });

  it('keeps recused apart from not scored (S-1, S-2)', () => {
    const judges = withRows(
      tabs,
      'Judges',
      [1, 2, 3, 4, 5, 6, 7].map((n) => ({
        评委编号: `J0${n}`,
        姓名: `评委${n}`,
        启用: '是',
        单位编号: n === 1 ? 'U02' : '',
      })),
    );
    const { results } = decideProgress(situationOf(judges), {});
    expect(results.judges[0]).toMatchObject({ judgeId: 'J01', scored: 0, recused: 1, open: 47 });
  });

  it('warns of a judge who gives full marks everywhere', () => {
    const full = decideImportScores(situationOf(tabs), {
      file: oneSheet(
        '评委1',
        [
          ['编号', '真实性', '感染力', '教育意义', '时代特色', '表达质量'],
          ...[1, 2, 3].map((n) => [n, 25, 25, 25, 15, 10]),
        ],
        '',
      ),
    });
    expect(codes(decideProgress(situationOf(applySteps(tabs, full.steps)), {}).notices)).toContain('judge-all-maximum');
  });

  it('makes a sheet with a mark for every judge and story, and none without judges', () => {
    const made = decideProgress(situationOf(scored), { sheet: true });
    const step = made.steps[0];
    const words =
      step?.kind === 'addSheet'
        ? plannedCells(step.sheet)
            .map((row) => row.filter((cell) => cell !== null).join(' '))
            .join('\n')
        : '';
    expect(words).toContain('36 故事36：新生 未评 未评 ✓ ✓ ✓ ✓ ✓ 5 0 2');
    expect(codes(decideProgress(situationOf(newSnapshot()), {}).problems)).toEqual(['no-judges']);
  });
});

describe('explain', () => {
  it('gives the sentence and every judge’s share of the result', () => {
    const { results, message } = decideExplain(situationOf(scored), { entry: '021' });
    expect(message.zh).toBe(
      '21号《故事21：一束光》：第1名：去掉一个最高分95.0和一个最低分91.5后平均94.20；领先第2名0.8分。',
    );
    expect(results.stories[0]?.judges.map(({ share }) => share)).toEqual([
      'trimmed',
      'trimmed',
      'counted',
      'counted',
      'counted',
      'counted',
      'counted',
    ]);
  });

  it('names what is missing, and refuses a number that is none', () => {
    const { results } = decideExplain(situationOf(scored), { entry: '36、E021' });
    expect(results.stories.map(({ blindNo }) => blindNo).sort()).toEqual(['21', '36']);
    expect(
      results.stories
        .find(({ blindNo }) => blindNo === '36')
        ?.judges.map(({ share }) => share)
        .slice(0, 3),
    ).toEqual(['missing', 'missing', 'counted']);
    expect(codes(decideExplain(situationOf(scored), { entry: '99' }).problems)).toEqual(['unknown-entry']);
    expect(decideExplain(situationOf(scored), { entry: 'all' }).results.stories).toHaveLength(48);
  });
});

describe('robustness', () => {
  it('says how many places hold, how strict each judge is and how far they agree', () => {
    const { results, message } = decideRobustness(situationOf(scored), {});
    expect([results.stable, results.winners, message.zh]).toEqual([
      10,
      10,
      '换任何一种算法、去掉任何一位评委，10 个获奖者都不变。',
    ]);
    expect(results.judges[4]).toMatchObject({ judgeId: 'J05', count: 46 });
    expect(results.judges.every(({ agreement }) => agreement !== null && agreement > 0.9)).toBe(true);
  });

  it('names the first place that depends on the rules', () => {
    const { results, message } = decideRobustness(situationOf(withSetting(scored, 'awardQuota', 6)), {});
    expect(results.alternatives.length).toBeGreaterThan(0);
    expect(message.zh).toContain(`前${results.stable}名稳定`);
    const { results: one } = decideRobustness(situationOf(withSetting(scored, 'awardQuota', 8)), {});
    expect(one.winners).toBe(7);
  });
});

describe('rank under other rules', () => {
  it('shows the result and writes nothing', () => {
    const trial = decideRanking(situationOf(scored), { aggregate: 'median', method: 'dense' });
    expect([trial.steps, trial.changed, trial.message.zh.startsWith('试算，没有写入：')]).toEqual([[], {}, true]);
    expect([trial.results.rules?.aggregate, trial.results.standings.at(-1)?.rank]).not.toEqual(['trimmed', 48]);
  });
});

describe('a panel that grows', () => {
  it('is named once scores are there', () => {
    expect(codes(decideJudgeTabs(situationOf(scored), { judges: 8 }).notices)).toEqual(['panel-changed']);
    expect(codes(decideJudgeTabs(situationOf(tabs), { judges: 8 }).notices)).toEqual([]);
  });
});

describe('a judge who leaves', () => {
  const panel = (left: number): WorkbookSnapshot =>
    withRows(
      scored,
      'Judges',
      [1, 2, 3, 4, 5, 6, 7].map((n) => ({ 评委编号: `J0${n}`, 姓名: `评委${n}`, 启用: n === left ? '否' : '是' })),
    );
  const colourOf = ({ sheets }: WorkbookSnapshot) => sheets.find(({ name }) => name === '评分·评委3')?.tabColor;

  it('keeps the tab, greyed and as it was typed, once and not again; the colour returns with the judge', () => {
    const { steps, results, changed, message } = decideJudgeTabs(situationOf(panel(3)), {});
    expect(Object.keys(changed)).toContain('Score_J03');
    expect([
      results.retired,
      results.judges.map(({ judgeId }) => judgeId).includes('J03'),
      message.zh.includes('已停用的评委3'),
    ]).toEqual([['评委3'], false, true]);
    expect(steps.filter(({ kind }) => kind === 'tabColor')).toEqual([
      { kind: 'tabColor', sheet: '评分·评委3', color: '#9CA3AF' },
    ]);
    const retired = applySteps(panel(3), steps);
    expect([retired.tables['Score_J03'], colourOf(retired)]).toEqual([scored.tables['Score_J03'], '#9CA3AF']);
    expect(decideJudgeTabs(situationOf(retired), {}).steps).toEqual([]);
    const back = { ...retired, tables: { ...retired.tables, Judges: panel(0).tables['Judges']! } };
    expect(colourOf(applySteps(back, decideJudgeTabs(situationOf(back), {}).steps))).toBe(colourOf(scored));
  });

  it('counts in no ranking: the places are those of a panel without that judge', () => {
    const { results } = decideRanking(situationOf(panel(3)));
    expect(Object.keys(results.standings[0]?.scores ?? {})).toEqual(['J01', 'J02', 'J04', 'J05', 'J06', 'J07']);
    const { Score_J03: _gone, ...others } = scored.tables;
    const all = panel(0).tables['Judges']!;
    const six = <Row>(rows: readonly Row[]): Row[] => rows.filter((_row, at) => at !== 2);
    const Judges = { ...all, values: six(all.values), formulas: six(all.formulas) };
    const without = decideRanking(situationOf({ ...panel(0), tables: { ...others, Judges } })).results;
    expect(results.standings).toEqual(without.standings);
    expect(results.standings).not.toEqual(decideRanking(situationOf(scored)).results.standings);
  });

  it('has a line above the table that says so by formula, without the add-in', () => {
    const { campaign } = situationOf(panel(3));
    const spec = campaign.spec('Score_J03');
    expect(spec.headline?.(situationOf(panel(3)).words(spec))).toContain(
      'COUNTIFS(Judges[评委编号],"J03",Judges[启用],"否")>0,"已停用',
    );
  });
});

describe('a workbook without the column of seats', () => {
  it('is sound, and judges are still added to it', () => {
    const judges = tabs.tables['Judges']!;
    const at = judges.headers.indexOf('席位');
    const drop = <T>(row: readonly T[]): T[] => row.filter((_cell, index) => index !== at);
    const older = {
      ...tabs,
      tables: {
        ...tabs.tables,
        Judges: {
          ...judges,
          headers: drop(judges.headers),
          values: judges.values.map(drop),
          formulas: judges.formulas.map(drop),
        },
      },
    };
    expect(at).toBeGreaterThan(0);
    const step = decideJudgeTabs(situationOf(older), { judges: 8 }).steps.find(
      (each) => each.kind === 'appendRows' && each.table === 'Judges',
    );
    expect(step?.kind === 'appendRows' ? step.rows.map((row) => [row.length, row[0], row[1]]) : null).toEqual([
      [judges.headers.length - 1, 'J08', '评委8'],
    ]);
  });
});

describe('ordinal places (R-1)', () => {
  it('stop while the chain leaves a tie, and go through with lots at its end (R-2)', () => {
    const ordinal = withSetting(scored, 'rankingMethod', '不得并列（1234）');
    expect(codes(decideRanking(situationOf(ordinal)).problems)).toEqual(['tie-break-incomplete']);
    const { results } = decideRanking(
      situationOf(withSetting(ordinal, 'tieBreak', '真实性、最高分、两两比较、抽签:纪要7号')),
    );
    expect(results.standings.map(({ rank }) => rank)).toEqual(Array.from({ length: 48 }, (_none, index) => index + 1));
    expect(results.standings.some(({ why }) => why.includes('同分，按“真实性”'))).toBe(true);
  });
});
