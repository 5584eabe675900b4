import { describe, expect, it } from '@jest/globals';
import type { SheetRows } from '../../../src/core/import/sheetRows';
import { numberReceipts } from '../../../src/core/receipts/numberReceipts';
import { proposeReceipts, type ReceiptImport, type ReceiptProposal } from '../../../src/core/receipts/proposeReceipts';
import type { Receipt } from '../../../src/core/receipts/receipt';
import { createUnitMatcher } from '../../../src/core/roster/unitMatcher';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import {
  at,
  CAMPAIGN_EXCEPTIONS,
  CAMPAIGN_UNITS,
  PART_WORDS,
  receipt,
  T1,
  T2,
  T3,
  unit,
  unitNamed,
} from '../../support/reportFixtures';
import { samplePaste } from '../../support/samplePaste';

const INPUT: ReceiptImport = {
  units: createUnitMatcher(CAMPAIGN_UNITS),
  requirements: [T1, T2, T3],
  exceptions: CAMPAIGN_EXCEPTIONS,
  existing: [],
  campaignYear: 2021,
  partWords: PART_WORDS,
};
const HEADER = ['收件时间', '发件单位', '邮件主题', '附件'];

const list = (...rows: readonly (readonly string[])[]): SheetRows[] => [{ name: '收件', rows: [HEADER, ...rows] }];
const propose = (rows: readonly (readonly string[])[], over: Partial<ReceiptImport> = {}): ReceiptProposal =>
  proposeReceipts(list(...rows), { ...INPUT, ...over });
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('the sample mailbox', () => {
  const sample = samplePaste('receipts-mailbox.tsv');
  const proposal = proposeReceipts(sample, INPUT);

  it('has problems in its last three rows and nowhere else', () => {
    const dataRows = (sample[0]?.rows ?? []).filter((row) => row.some((cell) => cell !== null)).length - 1;
    expect(dataRows).toBe(126);
    expect(proposal.receipts).toHaveLength(dataRows - 3);
    expect(proposal.problems.map(({ row, code, column, found }) => [row, code, column, found])).toEqual([
      [125, 'impossible-date', '收件时间', '6月31日 18:00'],
      [126, 'missing-time', '收件时间', ''],
      [126, 'unknown-unit', '发件单位', '不明单位'],
      [127, 'unknown-unit', '发件单位', '县某某局'],
    ]);
  });

  it('says for every problem how to mend it, in both languages', () => {
    for (const { message, expected, table } of proposal.problems) {
      expect(table).toBe('Receipts');
      expect(message.zh).toMatch(/请/);
      expect(message.en.length * expected.zh.length * expected.en.length).toBeGreaterThan(0);
    }
  });

  it('D-9: links each of its corrections to the first version of the same unit and requirement', () => {
    const receipts = numberReceipts(proposal.receipts, []);
    const byId = new Map(receipts.map((one) => [one.receiptId, one]));
    const corrections = receipts.filter(({ title }) => title.includes('更正稿'));
    expect(corrections).toHaveLength(7);
    for (const correction of corrections) {
      const original = byId.get(correction.replaces);
      expect(original).toMatchObject({
        unitId: correction.unitId,
        requirementId: correction.requirementId,
        replaces: '',
      });
      expect(original?.receivedAt).toBeLessThan(correction.receivedAt);
    }
    expect(receipts.filter(({ replaces }) => replaces !== '')).toHaveLength(7);
  });

  it('names the parts that are missing as notices and takes the rows', () => {
    const missing = proposal.notices.filter(({ code }) => code === 'parts-missing');
    expect(missing.map(({ row }) => row)).toEqual(expect.arrayContaining([88]));
    expect(missing).toHaveLength(13);
    const broadcaster = proposal.receipts.find(
      ({ unitId, requirementId }) => unitId === unitNamed('县广电台').unitId && requirementId === 'T3',
    );
    expect(broadcaster?.parts).toEqual(['网发报道截屏']);
    expect(new Set(codes(proposal.notices))).toEqual(new Set(['parts-missing', 'year-assumed']));
  });

  it('adds nothing when it is imported a second time', () => {
    const first = numberReceipts(proposal.receipts, []);
    const again = proposeReceipts(sample, { ...INPUT, existing: first });
    expect(again.receipts).toEqual([]);
    expect([...again.unchanged].sort()).toEqual(first.map(({ receiptId }) => receiptId));
    expect(codes(again.problems)).toEqual(codes(proposal.problems));
  });

  it('gives the same receipts whatever the order of its rows', () => {
    const [sheet] = sample;
    const [header, ...rest] = sheet?.rows ?? [];
    const reversed = proposeReceipts([{ name: '', rows: [header ?? [], ...rest.reverse()] }], INPUT);
    const plain = (receipts: readonly Receipt[]): string[] => {
      const byId = new Map(receipts.map((one) => [one.receiptId, one]));
      return receipts
        .map((one) =>
          [
            one.unitId,
            one.requirementId,
            isoFromWallTime(one.receivedAt),
            one.title,
            byId.get(one.replaces)?.receivedAt,
          ].join(' '),
        )
        .sort();
    };
    expect(plain(numberReceipts(reversed.receipts, []))).toEqual(plain(numberReceipts(proposal.receipts, [])));
  });
});

describe('proposeReceipts', () => {
  it('leaves a subject that fits none or several requirements to a person', () => {
    expect(codes(propose([['2021-06-07 12:00', '西渡镇', '其他材料', '']]).problems)).toEqual(['unknown-requirement']);
    expect(codes(propose([['2021-06-07 12:00', '西渡镇', '活动方案和工作总结', '']]).problems)).toEqual([
      'doubtful-requirement',
    ]);
    expect(codes(propose([['2021-06-07 12:00', '西渡镇', '', '活动方案.docx']]).problems)).toEqual([
      'unknown-requirement',
    ]);
  });

  it('names one problem for each wrong cell of a row', () => {
    const { problems } = propose([['6月31日', '教育局', '=1+1', '']]);
    expect(problems.map(({ code, column, row, sheet }) => [code, column, row, sheet])).toEqual([
      ['impossible-date', '收件时间', 2, '收件'],
      ['doubtful-unit', '发件单位', 2, '收件'],
      ['formula-like', '邮件主题', 2, '收件'],
    ]);
  });

  it('refuses what the unit does not owe', () => {
    const office = unit(60, { name: '县水利局', category: 'other' });
    const idle = unit(61, { name: '停用镇', active: false });
    const units = createUnitMatcher([office, idle]);
    const { problems, receipts } = propose(
      [
        ['2021-06-07 12:00', '县水利局', '活动方案', ''],
        ['2021-06-07 12:00', '停用镇', '活动方案', ''],
      ],
      { units },
    );
    expect(codes(problems)).toEqual(['not-owed', 'not-owed']);
    expect(receipts).toEqual([]);
  });

  it('records an exactly repeated row once, with a notice', () => {
    const row = ['2021-06-07 12:00', '西渡镇', '活动方案', '方案.docx'];
    const { receipts, notices } = propose([row, ['6月7日 12:00', ' 西渡镇', '活动方案', '方案.docx']]);
    expect(receipts).toHaveLength(1);
    expect(codes(notices)).toContain('repeated-row');
  });

  it('keeps two mails of one moment apart when their attachments differ, also on the second import', () => {
    const rows = [
      ['2021-07-03 12:00', '西渡镇', '工作总结', '总结.docx'],
      ['2021-07-03 12:00', '西渡镇', '工作总结', '照片.zip'],
    ];
    const first = numberReceipts(propose(rows).receipts, []);
    expect(first.map(({ parts }) => parts)).toEqual([['文字'], ['图片']]);
    expect(propose(rows, { existing: first }).receipts).toEqual([]);
    expect(propose(rows, { existing: first.slice(1) }).receipts.map(({ parts }) => parts)).toEqual([['文字']]);
  });

  it('takes the year of the campaign where none is written, and says so once', () => {
    const { receipts, notices } = propose(
      [
        ['6月7日 12:00', '西渡镇', '活动方案', '方案.docx'],
        ['6.7 12:00', '集兵镇', '活动方案', '方案.docx'],
      ],
      { campaignYear: 2023 },
    );
    expect(receipts.map(({ receivedAt }) => isoFromWallTime(receivedAt))).toEqual([
      '2023-06-07T12:00:00',
      '2023-06-07T12:00:00',
    ]);
    expect(codes(notices)).toEqual(['year-assumed']);
  });

  it('reads Excel times and other headers', () => {
    const rows = [
      ['2021年收件'],
      ['序号', '报送单位', '时间', '标题', '材料', '备注'],
      [1, '西渡镇', 44354.75, '活动方案', '方案.docx', '已电话核实'],
    ];
    const { receipts, problems } = proposeReceipts([{ name: '收件', rows }], INPUT);
    expect(problems).toEqual([]);
    expect(receipts).toMatchObject([
      { receivedAt: at('2021-06-07 18:00'), note: '已电话核实', review: 'pending', row: 3 },
    ]);
  });

  it('takes over the review that it is told to give', () => {
    expect(propose([['2021-06-07 12:00', '西渡镇', '活动方案', '']], { review: 'accepted' }).receipts).toMatchObject([
      { review: 'accepted' },
    ]);
  });

  it('says that there is no header in a file without one, and in an empty file', () => {
    expect(codes(proposeReceipts([{ name: 'x', rows: [['你好'], [1, 2]] }], INPUT).problems)).toEqual(['no-header']);
    expect(codes(proposeReceipts([{ name: 'x', rows: [] }], INPUT).problems)).toEqual(['no-header']);
  });
});

describe('corrected versions', () => {
  const correction = ['2021-06-08 09:00', '西渡镇', '活动方案（更正稿）', '方案.docx'];

  it('D-9: a correction replaces the first version that is in the workbook already', () => {
    const existing = [
      receipt(1, { title: '活动方案' }),
      receipt(2, { title: '活动方案（修订）', replaces: 'R0001', receivedAt: at('2021-06-07 15:00') }),
    ];
    expect(propose([correction], { existing }).receipts).toMatchObject([{ replaces: 'R0001' }]);
  });

  it('D-9: a correction of a correction in one file points to the first version', () => {
    const { receipts } = propose([
      ['2021-06-08 10:00', '西渡镇', '活动方案（修改稿）', ''],
      correction,
      ['2021-06-07 09:00', '西渡镇', '活动方案', ''],
    ]);
    const [third, second, first] = numberReceipts(receipts, []);
    expect([third?.replaces, second?.replaces, first?.replaces]).toEqual([first?.receiptId, first?.receiptId, '']);
  });

  it('counts as a first version when nothing came before, with a notice', () => {
    const { receipts, notices } = propose([correction, ['2021-06-09 10:00', '西渡镇', '活动方案', '方案.docx']]);
    expect(receipts.map(({ replaces }) => replaces)).toEqual(['', '']);
    expect(codes(notices)).toContain('correction-without-original');
  });

  it('answers what was sent back, when nothing else stands', () => {
    const existing = [receipt(1, { title: '活动方案', review: 'returned' })];
    expect(propose([correction], { existing }).receipts).toMatchObject([{ replaces: 'R0001' }]);
  });

  it('is doubtful when the unit owes several and several came', () => {
    const police = unitNamed('县公安局').unitId;
    const story = (number: number): Receipt =>
      receipt(number, { unitId: police, requirementId: 'T2', receivedAt: at('2021-06-09 09:00') + number });
    const row = ['2021-06-09 18:00', '公安局', '最美禁毒故事素材（更正）', '故事.docx'];
    expect(propose([row], { existing: [story(1)] }).receipts).toMatchObject([{ replaces: 'R0001' }]);
    const doubtful = propose([row], { existing: [story(1), story(2)] });
    expect(doubtful.receipts).toEqual([]);
    expect(codes(doubtful.problems)).toEqual(['doubtful-correction']);
  });
});
