// What the office prints for the ceremony: agenda and receipt of the prizes, from the record. Decisions on snapshots.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAgenda } from '../../../src/app/publish/agenda';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideNotice } from '../../../src/app/publish/notice';
import { decideObject } from '../../../src/app/publish/object';
import { decidePrizeReceipt } from '../../../src/app/publish/prizeReceipt';
import { decideWithdrawal } from '../../../src/app/contest/withdraw';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { after, cellsOf, codes, decidedContest, scoredContest, wordsOf } from '../../support/decidedContest';
import { typed } from '../../support/calculated';
import { situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

const AT = '2021-06-24T09:00';
let scored: WorkbookSnapshot;
let decided: WorkbookSnapshot;
let planned: WorkbookSnapshot;
beforeAll(async () => {
  scored = await scoredContest();
  decided = decidedContest(scored);
  planned = after(decided, decideAgenda(situationOf(decided, AT), { start: '上午9点' }));
});

describe('agenda', () => {
  it('makes the programme from the preset on first use and times it one after the other (A-9)', () => {
    expect(cellsOf(planned, 'Programme', '环节', '开始时间', '时长（分钟）', '列出获奖者')).toEqual([
      ['警示片暖场', '9:00', 10, '否'],
      ['领导致辞', '', 10, '否'],
      ['宣讲员讲述', '', 40, '否'],
      ['诗歌朗诵', '', 10, '否'],
      ['颁奖', '', 20, '是'],
    ]);
    const { results, message } = decideAgenda(situationOf(planned, AT), {});
    expect(results).toMatchObject({ date: '2021-06-26', minutes: 90, winners: 10, madeProgramme: false });
    expect(results.items.at(-1)).toEqual({ item: '颁奖', begins: '10:10', ends: '10:30' });
    expect(message.zh).toBe('颁奖会议程已生成：5 项，共 90 分钟，颁奖 10 个。');
  });

  it('follows what the office edits: times, lengths, who, and which item lists the winners', () => {
    const edits: readonly (readonly [number, string, string | number])[] = [
      [0, '开始时间', 0.375],
      [1, '时长（分钟）', 15],
      [1, '主讲、出场', '县领导'],
      [4, '开始时间', '10:30'],
      [4, '列出获奖者', '否'],
    ];
    const edited = edits.reduce(
      (snapshot, [row, header, value]) => typed(snapshot, 'Programme', row, header, value),
      planned,
    );
    const decision = decideAgenda(situationOf(edited, AT), {});
    expect(decision.results.items.map(({ begins, ends }) => `${begins}–${ends}`)).toEqual([
      '9:00–9:10',
      '9:10–9:25',
      '9:25–10:05',
      '10:05–10:15',
      '10:30–10:50',
    ]);
    expect(wordsOf(decision)).toContain('县领导');
    expect(wordsOf(decision)).not.toContain('故事21');
    const moved = decideAgenda(situationOf(edited, AT), { start: '14:30' });
    expect([moved.results.items[0]?.begins, moved.preview?.changed[0]?.after, codes(moved.notices)]).toEqual([
      '14:30',
      '14:30',
      ['programme-overlap'],
    ]);
  });

  it('is checked before it is made: a row without an item, items that overlap', () => {
    const edited = typed(typed(planned, 'Programme', 1, '环节', ''), 'Programme', 2, '开始时间', '9:05');
    const { problems = [], notices = [] } = decideCheck(situationOf(edited, AT));
    const own = [...problems, ...notices].filter(({ table }) => table === 'Programme');
    expect(own.map(({ code, row }) => `${code} ${row}`)).toEqual(['missing-id #2', 'programme-overlap 宣讲员讲述']);
    expect(own[0]?.message.zh).toMatch(/^“会议程序”第 6 行没有写环节/);
  });

  it('names no storyteller in recovery (A-3), and prints day, place and theme', () => {
    const words = wordsOf(decideAgenda(situationOf(withSetting(planned, 'ceremonyPlace', '县影剧院'), AT), {}));
    expect(words).toContain('时间：2021年6月26日　9:00');
    expect(words).toContain('地点：县影剧院');
    expect(words).toContain('故事28：重生');
    expect(words).not.toContain('讲述人28');
  });

  it('can be made before anything is decided, without a time to begin, and says what is still open', () => {
    const early = decideAgenda(situationOf(scored, AT), {});
    expect([early.stopped, codes(early.notices)]).toEqual([undefined, ['no-start', 'not-decided']]);
    expect(wordsOf(early)).toContain('尚未评定，评定后重新生成议程。');
    expect(wordsOf(early)).toContain('40分钟');
    expect([early.message?.zh, early.notices?.[1]?.row]).toEqual([expect.not.stringContaining('颁奖 0 个'), undefined]);
    const without = withRows(planned, 'Phases', [{ 阶段: '总结', 开始: 44380, 结束: 44380 }]);
    expect(codes(decideAgenda(situationOf(without, AT), {}).notices)).toEqual(['no-ceremony']);
  });

  it('stops at a phone number in a note (A-3), an unreadable day or time, and a programme without items', () => {
    expect(
      codes(decideAgenda(situationOf(typed(planned, 'Programme', 2, '备注', '联系13812345678'), AT), {}).problems),
    ).toEqual(['public-phone']);
    expect(codes(decideAgenda(situationOf(planned, AT), { date: '6.26', start: '九点多' }).problems)).toEqual([
      'bad-date',
      'bad-time',
    ]);
    const empty = {
      ...planned,
      tables: {
        ...planned.tables,
        Programme: {
          ...planned.tables['Programme'],
          values: [['', '', '', '', '', '']],
          formulas: [['', '', '', '', '', '']],
        },
      },
    } as WorkbookSnapshot;
    expect(codes(decideAgenda(situationOf(empty, AT), {}).problems)).toEqual(['no-programme']);
    const broken = typed(planned, 'Programme', 0, '开始时间', '早饭后');
    expect(codes(decideCheck(situationOf(broken, AT)).problems)).toContain('unreadable-cell');
    expect(codes(decideAgenda(situationOf(broken, AT), {}).notices)).toEqual(['no-start']);
  });
});

describe('prize receipt', () => {
  it('has a row a winner with unit and amount, room for signature and date, and nothing computed but the total (A-1)', () => {
    const decision = decidePrizeReceipt(situationOf(decided, AT), { reason: '先备款' });
    expect(decision.results).toMatchObject({
      total: 10_000,
      rows: expect.arrayContaining([{ entryId: 'E021', title: '故事21：一束光', unit: '大安乡', amount: 1000 }]),
    });
    const words = wordsOf(decision);
    expect([
      words.includes('签名'),
      words.includes('领取\n日期'),
      words.includes('讲述人28'),
      words.match(/^10000$/gm)?.length,
      words.includes('合计人民币（大写）：壹万元整'),
    ]).toEqual([true, true, true, 1, true]);
  });

  it('is not made where every tier is a certificate alone: there is nothing to sign for', () => {
    const free = decidedContest(typed(scored, 'AwardTiers', 0, '奖金', ''));
    expect(codes(decidePrizeReceipt(situationOf(free, AT), { reason: '先备款' }).problems)).toEqual(['no-prize']);
  });

  it('is not made before a decision, nor while an objection is open (A-6)', () => {
    expect(codes(decidePrizeReceipt(situationOf(scored, AT)).problems)).toEqual(['not-decided']);
    const objected = after(
      decided,
      decideObject(situationOf(decided, AT), { by: '某单位', how: '书面', text: '请核实' }),
    );
    expect(codes(decidePrizeReceipt(situationOf(objected, AT)).problems)).toEqual(['open-objection', 'not-posted']);
    expect(wordsOf(decideAgenda(situationOf(objected, AT), {}))).toContain('名单待定');
  });
});

it('list, certificates, agenda and receipt name the same winners in the same order, also after a withdrawal (A-1)', () => {
  const gone = after(
    planned,
    decideWithdrawal(situationOf(planned, AT), { entry: '44', by: '办公室', reason: '本人申请' }),
  );
  for (const snapshot of [planned, gone]) {
    const situation = situationOf(snapshot, AT);
    const list = decideAwards(situation, {}).results.winners.map(({ entryId }) => entryId);
    const receipt = decidePrizeReceipt(situation, { reason: '先备款' }).results.rows.map(({ entryId }) => entryId);
    const titles = decidePrizeReceipt(situation, { reason: '先备款' }).results.rows.map(({ title }) => title);
    const words = wordsOf(decideAgenda(situation, {})).split('\n');
    expect(
      decideCertificates(situation, { reason: '先做样张' }).results.certificates.map(({ entryId }) => entryId),
    ).toEqual(list);
    expect(receipt).toEqual(list);
    expect(words.filter((word) => /^故事\d+：/.test(word))).toEqual(titles);
  }
});

it('a public page at whose head no campaign is named, or that nobody signs, says which setting is to be filled in', () => {
  const said = (snapshot: WorkbookSnapshot) =>
    [
      decideAgenda(situationOf(snapshot, AT), {}),
      decideAwards(situationOf(snapshot, AT), {}),
      decideCertificates(situationOf(snapshot, AT), { reason: '样张' }),
      decideNotice(situationOf(snapshot, AT), {}),
    ].map(({ notices = [] }) => notices.flatMap(({ code, row }) => (code === 'missing-setting' ? [row] : [])));
  const nobody = withSetting(withSetting(decided, 'organiser', ''), 'campaign', '（请填写活动名称）');
  expect(said(nobody)).toEqual(Array.from({ length: 4 }, () => ['campaign', 'organiser']));
  expect(said(decided)).toEqual(Array.from({ length: 4 }, () => []));
});
