// Imports row by row: what each row of the source comes to, rows left out and cells read as corrected on request.
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import { decideImportRoster } from '../../../src/app/collect/importRoster';
import { decideImportScores } from '../../../src/app/contest/importScores';
import { decideImportStories } from '../../../src/app/contest/importStories';
import type { ImportedFile, Preview } from '../../../src/app/run/job';
import { decideJudgeTabs } from '../../../src/app/contest/makeJudgeTabs';
import { mendedCellsOf, rowNamesOf } from '../../../src/app/imports/sourceWords';
import { rowsAsWords } from '../../../src/app/imports/wordsOfSource';
import { applySteps } from '../../support/applySteps';
import { samplePaste } from '../../support/samplePaste';
import { sampleSheets } from '../../support/sampleSheets';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { SCORE_HEADS } from '../../../src/workbench/samples/scoreHeads';
import { oneSheet } from '../../support/oneSheet';

const HEADER = ['单位名称', '类别', '联络员', '手机号码', '备注'];
const list = (...rows: readonly (readonly (string | null)[])[]): ImportedFile =>
  oneSheet('名单', [HEADER, ...rows], '名单.xlsx');
const states = (preview: Preview | undefined): string[] =>
  (preview?.rows ?? []).map(({ row, state }) => `${row} ${state}`);
const codes = (problems: readonly { readonly code: string }[] = []): string[] => problems.map(({ code }) => code);
const FILE = list(
  ['西渡镇', '', '张三', '13900001204', ''],
  ['县水利局', '成员单位', '李四', '13900001205', ''],
  ['集兵镇', '', '王五', '@SUM(A1)', ''],
  ['教育', '', '赵六', '', ''],
  ['杉桥镇', '', '', '', ''],
);

describe('what a row of a contact list comes to', () => {
  const before = applySteps(
    newSnapshot(),
    decideImportRoster(situationOf(newSnapshot()), { file: list(['西渡镇', '', '旧人', '', '']) }).steps,
  );
  const { preview } = decideImportRoster(situationOf(before), { file: FILE });

  it('is one of: new, changed with the old value beside the new, left out, asked about, unchanged', () => {
    expect(states(preview)).toEqual(['2 changed', '3 added', '4 leftOut', '5 ask', '6 unchanged']);
    expect(preview?.rows?.[0]).toMatchObject({
      sheet: '名单',
      table: 'Units',
      target: 'U01 西渡镇',
      problems: [],
      cells: [
        { column: '联络员', before: '旧人', after: '张三' },
        { column: '联系电话', before: '', after: '13900001204' },
      ],
    });
    expect(preview?.rows?.[1]).toMatchObject({
      target: 'U46 县水利局',
      cells: expect.arrayContaining([{ column: '联络员', before: '', after: '李四' }]),
    });
  });

  it('carries the reasons of a row that is left out, and its cells as the source has them', () => {
    const row = preview?.rows?.[2];
    expect([codes(row?.problems), row?.source, row?.cells]).toEqual([
      ['formula-like'],
      ['集兵镇', '', '王五', '@SUM(A1)', ''],
      [],
    ]);
    expect(preview?.sheets).toEqual([{ name: '名单', headers: HEADER }]);
    expect(preview?.rows?.[3]?.problems[0]?.choices?.length).toBeGreaterThan(0);
  });
});

describe('a row that is left out on request', () => {
  it('is not written, is a notice and no problem, and stands in the log’s words', () => {
    const snapshot = newSnapshot();
    const decision = decideImportRoster(situationOf(snapshot), { file: FILE, skip: rowNamesOf('名单!2,名单!4-5') });
    expect(decision).toMatchObject({
      results: { rows: 5, taken: 2, leftOut: 0, skipped: 3 },
      problems: [],
      stopped: false,
    });
    expect(states(decision.preview)).toEqual(['2 skipped', '3 added', '4 skipped', '5 skipped', '6 unchanged']);
    expect(codes(decision.notices)).toEqual([
      'left-out-on-request',
      'left-out-on-request',
      'left-out-on-request',
      'new-units',
    ]);
    expect(decision.message.zh).toContain('按要求留出 3 行');
    expect(decision.log?.zh).toContain('按要求没有导入：名单!2,名单!4-5。');
    expect(JSON.stringify(applySteps(snapshot, decision.steps).tables['Units'])).not.toContain('13900001204');
  });

  it('makes room for its twin', () => {
    const twins = list(['西渡镇', '', '张三', '', ''], ['西渡镇', '', '李四', '', '']);
    expect(states(decideImportRoster(situationOf(newSnapshot()), { file: twins }).preview)).toEqual([
      '2 leftOut',
      '3 leftOut',
    ]);
    expect(
      states(decideImportRoster(situationOf(newSnapshot()), { file: twins, skip: rowNamesOf('3') }).preview),
    ).toEqual(['2 changed', '3 skipped']);
  });

  it('is one of thousands: the log names them all, in cells that can be read', () => {
    const many: ImportedFile = oneSheet(
      '收件',
      [
        ['收件时间', '发件单位', '邮件主题'],
        ...Array.from({ length: 4000 }, (_row, index) => [
          `2021-06-07 09:${String(index % 60).padStart(2, '0')}`,
          '西渡镇',
          `活动方案 ${index}`,
        ]),
      ],
      '',
    );
    const odd = Array.from({ length: 2000 }, (_row, index) => ({ sheet: '收件', row: index * 2 + 2 }));
    const {
      log,
      alsoLogged = [],
      results,
    } = decideImportReceipts(situationOf(newSnapshot()), {
      review: 'pending',
      file: many,
      skip: rowNamesOf(rowsAsWords(odd)),
    });
    expect(results).toMatchObject({ rows: 4000, taken: 2000, skipped: 2000 });
    const lines = alsoLogged.filter(({ row }) => row === '');
    expect(Math.max(log?.zh.length ?? 0, ...lines.map(({ after }) => String(after).length))).toBeLessThan(4200);
    const named = [/没有导入：(.*)…/.exec(log?.zh ?? '')?.[1], ...lines.map(({ after }) => after)].join(',');
    expect(rowNamesOf(named).map(({ from }) => from)).toEqual(odd.map(({ row }) => row));
  });

  it('stops the import, whatever else it could do, when there is no such row', () => {
    const decision = decideImportRoster(situationOf(newSnapshot()), { file: FILE, skip: rowNamesOf('名单!2,名单!40') });
    expect(decision).toMatchObject({ stopped: true, steps: [], changed: {} });
    expect(codes(decision.problems)).toEqual(['no-such-row']);
    expect(decision.message.zh).toBe('没有“名单!40”这一行数据：工作表“名单”的数据在第 2–6 行，请核对行号。');
  });

  it('of a mailbox list turns a correction into the first version; the numbers close up', () => {
    const mail: ImportedFile = oneSheet('', [
      ['收件时间', '发件单位', '邮件主题', '附件'],
      ['2021-06-07 09:00', '西渡镇', '活动方案', '方案文本'],
      ['2021-06-07 10:00', '集兵镇', '活动方案', '方案文本'],
      ['2021-06-08 09:00', '西渡镇', '活动方案（更正稿）', '方案文本'],
    ]);
    const all = decideImportReceipts(situationOf(newSnapshot()), { review: 'pending', file: mail });
    expect(
      all.preview?.rows?.map(({ target, cells }) => [target, cells.find(({ column }) => column === '更正哪件')?.after]),
    ).toEqual([
      ['R0001', undefined],
      ['R0002', undefined],
      ['R0003', '本文件第 2 行'],
    ]);
    const without = decideImportReceipts(situationOf(newSnapshot()), {
      review: 'pending',
      file: mail,
      skip: rowNamesOf('2'),
    });
    expect(without.preview?.rows?.map(({ state, target }) => [state, target])).toEqual([
      ['skipped', ''],
      ['added', 'R0001'],
      ['added', 'R0002'],
    ]);
    expect(without).toMatchObject({ results: { rows: 3, taken: 2, skipped: 1, alreadyThere: 0 } });
    expect(codes(without.notices)).toContain('correction-without-original');
  });
});

describe('a cell that is read as corrected on request', () => {
  it('is taken, and the log keeps what the file says beside it', () => {
    const decision = decideImportRoster(situationOf(newSnapshot()), {
      file: FILE,
      mend: mendedCellsOf('名单!D4=13900001201'),
    });
    expect(states(decision.preview)).toEqual(['2 changed', '3 added', '4 changed', '5 ask', '6 unchanged']);
    expect(decision.preview?.rows?.[2]?.notices[0]).toMatchObject({
      code: 'mended-by-hand',
      column: '手机号码',
      found: '@SUM(A1)',
    });
    expect(decision.log?.zh).toContain('按改正读入：名单!D4 “@SUM(A1)”→“13900001201”。');
  });

  it('is checked like any other, and must be in a row of data', () => {
    expect(
      codes(
        decideImportRoster(situationOf(newSnapshot()), { file: FILE, mend: mendedCellsOf('D4==1+1') }).preview
          ?.rows?.[2]?.problems,
      ),
    ).toEqual(['formula-like']);
    expect(decideImportRoster(situationOf(newSnapshot()), { file: FILE, mend: mendedCellsOf('D1=x') })).toMatchObject({
      stopped: true,
      problems: [{ code: 'no-such-row' }],
    });
  });
});

describe('scores of a judge who has no score sheet yet', () => {
  it('are left out row by row, each with what to do first', () => {
    const header = ['编号', ...SCORE_HEADS];
    const stories = applySteps(
      newSnapshot(),
      decideImportStories(situationOf(newSnapshot()), {
        file: oneSheet('', [
          ['编号', '报送单位', '故事题目', '类别'],
          ['1', '西渡镇', '甲', '禁毒志愿者'],
        ]),
      }).steps,
    );
    const tabs = applySteps(stories, decideJudgeTabs(situationOf(stories), { judges: 1 }).steps);
    const late = withRows(
      tabs,
      'Judges',
      ['1', '2'].map((number) => ({ 评委编号: `J0${number}`, 姓名: `评委${number}`, 启用: '是' })),
    );
    const { preview, results } = decideImportScores(situationOf(late), {
      file: { name: '', sheets: ['评委1', '评委2'].map((name) => ({ name, rows: [header, [1, 20, 20, 20, 10, 8]] })) },
    });
    expect(preview?.rows?.map(({ sheet, row, state, problems }) => [sheet, row, state, codes(problems)])).toEqual([
      ['评委1', 2, 'added', []],
      ['评委2', 2, 'leftOut', ['no-score-sheet']],
    ]);
    expect(results.taken).toBe(1);
  });
});

describe('the samples, row by row', () => {
  it('give every data row once, and as many to write as the import writes', async () => {
    const roster = decideImportRoster(situationOf(newSnapshot()), {
      file: { name: '', sheets: await sampleSheets('roster-messy.xlsx') },
    });
    expect([
      roster.preview?.rows?.length,
      roster.preview?.rows?.filter(({ state }) => state === 'leftOut').length,
    ]).toEqual([46, 2]);
    const mail = decideImportReceipts(situationOf(newSnapshot()), {
      review: 'pending',
      file: { name: '', sheets: samplePaste('receipts-mailbox.tsv') },
    });
    expect([mail.preview?.rows?.length, mail.preview?.rows?.filter(({ state }) => state === 'added').length]).toEqual([
      126, 123,
    ]);
  });

  it('of stories and scores can be left out one by one', async () => {
    const file: ImportedFile = { name: 'stories.xlsx', sheets: await sampleSheets('stories-messy.xlsx') };
    const all = decideImportStories(situationOf(newSnapshot()), { file });
    const [first] = all.preview?.rows ?? [];
    const without = decideImportStories(situationOf(newSnapshot()), {
      file,
      skip: [{ sheet: first?.sheet ?? '', from: first?.row ?? 0, to: first?.row ?? 0, written: '' }],
    });
    expect([without.results, states(without.preview)[0]]).toEqual([
      {
        rows: 49,
        taken: 47,
        leftOut: 1,
        skipped: 1,
        alreadyThere: 0,
        counts: { in: 50, taken: 47, refused: 1, passedOver: 2 },
      },
      `${first?.row} skipped`,
    ]);
    const stories = applySteps(newSnapshot(), all.steps);
    const tabs = applySteps(stories, decideJudgeTabs(situationOf(stories), { judges: 7 }).steps);
    const scores: ImportedFile = { name: 'scores.xlsx', sheets: await sampleSheets('scores-messy.xlsx') };
    const every = decideImportScores(situationOf(tabs), { file: scores });
    const taken = every.preview?.rows?.filter(({ state }) => state === 'added') ?? [];
    expect(taken).toHaveLength(every.results.taken);
    const [one] = taken;
    const less = decideImportScores(situationOf(tabs), {
      file: scores,
      skip: [{ sheet: one?.sheet ?? '', from: one?.row ?? 0, to: one?.row ?? 0, written: '' }],
    });
    expect(less.results).toMatchObject({
      rows: every.results.rows,
      taken: every.results.taken - 1,
      skipped: 1,
      leftOut: every.results.leftOut,
    });
    const again = applySteps(tabs, every.steps);
    const [changed] = taken.filter(({ cells }) => cells.some(({ after }) => after === '20'));
    const column = changed?.cells.find(({ after }) => after === '20');
    const at =
      scores.sheets
        .find(({ name }) => name === changed?.sheet)
        ?.rows[(changed?.row ?? 0) - 1]?.findIndex((cell) => Number(cell) === 20) ?? -1;
    const over = decideImportScores(situationOf(again), {
      file: scores,
      overwrite: true,
      mend: [{ sheet: changed?.sheet ?? '', row: changed?.row ?? 0, column: at, value: '21', written: '' }],
    });
    expect(over.preview?.rows?.filter(({ state }) => state === 'changed')).toMatchObject([
      { row: changed?.row, cells: [{ column: column?.column, before: '20', after: '21' }] },
    ]);
  });
});
