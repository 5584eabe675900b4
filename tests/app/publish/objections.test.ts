// Objections to the result from the register to list, notice, certificates, briefing, check: decisions on snapshots of the sample contest.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { readCampaignState } from '../../../src/app/care/campaignState';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideCloseObjection } from '../../../src/app/publish/closeObjection';
import { decideAward } from '../../../src/app/contest/decide';
import { decideNotice } from '../../../src/app/publish/notice';
import { decideObject } from '../../../src/app/publish/object';
import { decideWithdrawal } from '../../../src/app/contest/withdraw';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import {
  after,
  cellsOf,
  codes,
  decidedContest,
  scoredContest,
  withoutKept,
  wordsOf,
} from '../../support/decidedContest';
import { typed } from '../../support/calculated';
import { at } from '../../support/reportFixtures';
import { situationOf } from '../../support/situationOf';
import { OBJECTOR, INPUT, AT, OVER, objectedContest } from '../../support/objectedContest';

let decided: WorkbookSnapshot;
let posted: WorkbookSnapshot;
let objected: WorkbookSnapshot;

beforeAll(async () => {
  ({ decided, posted, objected } = await objectedContest());
});

describe('the notice on record (A-8)', () => {
  it('puts its days and its list on record, once for as long as neither changes', () => {
    expect(cellsOf(posted, 'Decisions', '决定编号', '事项', '规则内容').at(-1)).toEqual([
      'D03',
      '公示',
      '张贴=2021-06-18；首日=2021-06-21；末日=2021-06-25；工作日=5',
    ]);
    const again = decideNotice(situationOf(posted, '2021-06-18T10:00'), { contact: '0734-6812345' });
    expect([again.changed['Decisions'], again.steps.some(({ kind }) => kind === 'appendRows')]).toEqual([
      undefined,
      false,
    ]);
    expect(decideNotice(situationOf(posted, '2021-06-21T10:00'), {}).changed['Decisions']).toEqual({
      added: 1,
      updated: 0,
    });
  });

  it('leaves the decision in force as it was', () => {
    expect(decideAwards(situationOf(posted), {}).results.winners).toEqual(
      decideAwards(situationOf(decided), {}).results.winners,
    );
  });

  it('says in the briefing how many working days are left, and what has to be posted anew after a withdrawal', () => {
    expect(wordsOf(decideBriefing(situationOf(posted, '2021-06-23T11:00')))).toContain(
      '公示期2021年6月21日至6月25日，还有3个工作日（含今天）。',
    );
    const gone = after(
      posted,
      decideWithdrawal(situationOf(posted, '2021-06-22T09:00'), { entry: '21', by: '办公室', reason: '本人申请' }),
    );
    expect(wordsOf(decideBriefing(situationOf(gone, '2021-06-23T11:00')))).toContain('公示之后名单有变，须重新公示');
    expect(wordsOf(decideBriefing(situationOf(decided)))).toContain('最迟6月18日张贴公示，才能在颁奖会前满5个工作日。');
  });
});

describe('a page of an earlier moment (A-10)', () => {
  it('knows no decision, notice or objection of later on, and an objection closed later is still open on it', () => {
    const before = '2021-06-14T09:00';
    expect(wordsOf(decideBriefing(situationOf(objected, before)))).not.toMatch(/已评出|公示期|异议/);
    expect(wordsOf(decideBriefing(situationOf(objected, '2021-06-22T09:00')))).not.toContain('异议');
    const closed = after(
      objected,
      decideCloseObjection(situationOf(objected, '2021-06-24T16:00'), {
        to: '不成立',
        outcome: '属实',
        by: '县禁毒办',
      }),
    );
    expect(wordsOf(decideBriefing(situationOf(closed, AT)))).toContain('有1件异议正在处理');
    expect(wordsOf(decideBriefing(situationOf(closed, '2021-06-24T17:00')))).not.toContain('异议');
  });
});

describe('the day of posting (A-2)', () => {
  it('is asked about when it is before the decision, a day off, or of a year without holidays; both last days are said', () => {
    const notice = (posting: string) =>
      decideNotice(situationOf(decided, '2021-06-18T09:00'), { posting, contact: 'x' });
    expect(codes(notice('2021-06-11').notices)).toEqual(['posted-before-decision']);
    expect(codes(notice('2021-06-19').notices)).toContain('posted-on-day-off');
    expect(codes(notice('2022-06-20').notices)).toContain('no-holiday-table');
    expect(notice('2021-06-18').message.zh).toContain(
      '张贴当天不计则到2021年6月25日，计入则到2021年6月24日（现按“不计”）',
    );
  });
});

describe('object', () => {
  it('registers who, how, against what and when, and that it came in time; the table is made on first use (A-4, A-5)', () => {
    expect(objected.sheets.map(({ name }) => name)).toContain('异议登记');
    expect(
      cellsOf(
        objected,
        'Objections',
        '异议编号',
        '是否期内',
        '方式',
        '异议人（实名）',
        '盲评号',
        '参评编号',
        '异议内容',
        '状态',
      ),
    ).toEqual([['OB01', '期内', '书面', OBJECTOR, '21', 'E021', '故事与事实不符', '受理']]);
    const second = after(objected, decideObject(situationOf(objected, AT), { ...INPUT, entry: '', how: '当面' }));
    expect(cellsOf(second, 'Objections', '异议编号', '盲评号', '题目').at(-1)).toEqual(['OB02', '', '']);
  });

  it('takes one outside the notice all the same and marks it (A-5)', () => {
    const timing = (snapshot: WorkbookSnapshot, at: string) => {
      const { results, stopped } = decideObject(situationOf(snapshot, '2021-07-20T09:00'), { ...INPUT, at });
      return [results.timing, stopped ?? false];
    };
    expect([
      timing(posted, '2021-06-26 00:00'),
      timing(posted, '2021-06-25 23:59'),
      timing(posted, '2021-06-17 09:00'),
      timing(decided, '2021-06-17 09:00'),
    ]).toEqual([
      ['late', false],
      ['within', false],
      ['early', false],
      ['unposted', false],
    ]);
    expect(decideObject(situationOf(posted, '2021-07-20T09:00'), { ...INPUT, at: '' }).message.zh).toContain(
      '在公示期后提出，照样受理，已标“期后”',
    );
  });

  it('names everything that is missing at once: real name, way, words, an entry that exists, a moment that has come', () => {
    expect(
      codes(decideObject(situationOf(posted, AT), { entry: '999', how: '微信', at: '2021-06-24 09:00' }).problems),
    ).toEqual(['missing-by', 'missing-text', 'bad-way', 'unknown-entry', 'future-objection']);
    expect(codes(decideObject(situationOf(posted, AT), { ...INPUT, at: '某天' }).problems)).toHaveLength(1);
    expect(decideObject(situationOf(posted, AT), {}).steps).toEqual([]);
  });

  it('does not register the same open objection twice', () => {
    expect(codes(decideObject(situationOf(objected, AT), INPUT).problems)).toEqual(['objection-twice']);
  });

  it('stops at a sheet of that name that is something else', () => {
    const taken = {
      ...posted,
      sheets: [...posted.sheets, { name: '异议登记', visible: true, tabColor: '', values: [] }],
    };
    expect(codes(decideObject(situationOf(taken, AT), INPUT).problems)).toEqual(['sheet-name-taken']);
  });
});

describe('while an objection is open the list is pending (A-6)', () => {
  it('says so on list, notice and briefing, without a word of who or what (A-4)', () => {
    const sheets = [
      decideAwards(situationOf(objected, AT), {}),
      decideNotice(situationOf(objected, AT), { contact: 'x' }),
      decideBriefing(situationOf(objected, AT)),
    ];
    for (const words of sheets.map(wordsOf)) {
      expect(words).toContain('名单待定：有1件异议正在处理');
      expect(words).not.toMatch(new RegExp(`${OBJECTOR}|13812345678|故事与事实不符`));
    }
    expect(codes(sheets[0]?.notices)).toContain('open-objection');
  });

  it('makes no certificates: one that was handed over cannot be taken back', () => {
    const decision = decideCertificates(situationOf(objected, AT), {});
    expect([decision.stopped, codes(decision.problems), decision.steps]).toEqual([
      true,
      ['open-objection', 'notice-running'],
      [],
    ]);
    expect(decideCertificates(situationOf(posted, AT), {}).message.zh).toContain(
      '公示到2021年6月25日，还有3个工作日（含今天）',
    );
    expect(decideCertificates(situationOf(posted, OVER), {}).stopped).toBeUndefined();
  });

  it('is named by the check, which holds rows typed by hand to the same rules', () => {
    const check = decideCheck(situationOf(objected, AT));
    expect(check.notices?.find(({ code }) => code === 'open-objection')).toMatchObject({
      row: 'OB01',
      message: { zh: expect.stringContaining('针对21号《故事21：一束光》') },
    });
    const byHand = ['状态', '方式'].reduce(
      (snapshot, header) => typed(snapshot, 'Objections', 0, header, '不明'),
      typed(typed(objected, 'Objections', 0, '参评编号', ''), 'Objections', 0, '盲评号', '999'),
    );
    const found = decideCheck(situationOf(byHand, AT));
    expect(codes(found.problems)).toEqual(
      expect.arrayContaining(['unreadable-cell', 'unreadable-cell', 'unknown-entry']),
    );
    expect(codes(found.notices)).toContain('open-objection');
    expect(codes(decideCheck(situationOf(typed(objected, 'Objections', 0, '异议编号', ''), AT)).problems)).toContain(
      'missing-id',
    );
  });

  it('says which story it counts against when its number is typed over, and leaves it there', () => {
    for (const number of ['20', '999']) {
      const { problems = [], notices = [] } = decideCheck(
        situationOf(typed(objected, 'Objections', 0, '盲评号', number), AT),
      );
      const said = problems.filter(({ table }) => table === 'Objections');
      expect(said.map(({ code, row, found }) => [code, row, found])).toEqual([['number-differs', 'OB01', number]]);
      expect(notices.find(({ code }) => code === 'open-objection')?.message.zh).toContain('针对21号');
    }
    expect(decideCheck(situationOf(objected, AT)).problems?.filter(({ table }) => table === 'Objections')).toEqual([]);
  });

  it('keeps the objector’s name off the notice even when it stands in a title (A-4), but not a storyteller’s own', () => {
    const inTitle = typed(withoutKept(objected), 'Decisions', 4, '题目', `${OBJECTOR}的故事`);
    expect(codes(decideNotice(situationOf(inTitle, AT), {}).problems)).toEqual(['public-name']);
    const teller = typed(objected, 'Objections', 0, '异议人（实名）', '讲述人21');
    expect(decideNotice(situationOf(teller, AT), {}).stopped).toBeUndefined();
  });
});

describe('close-objection', () => {
  const close = (to: string, snapshot = objected) =>
    decideCloseObjection(situationOf(snapshot, '2021-06-24T16:00'), { to, outcome: '已核实', by: '县禁毒办' });

  it('writes conclusion, answer, who and when into the row, and the list is as it was', () => {
    const done = after(objected, close('不成立'));
    expect(cellsOf(done, 'Objections', '状态', '承办人', '处理结果')).toEqual([['不成立', '县禁毒办', '已核实']]);
    expect(decideCertificates(situationOf(done, OVER), {}).stopped).toBeUndefined();
    expect(wordsOf(decideAwards(situationOf(done, OVER), {}))).not.toContain('名单待定');
  });

  it('changes no decision when it was founded, but points to the withdrawal with its reason, and stays pending until then (A-7)', () => {
    const decision = close('成立');
    const done = after(objected, decision);
    expect(decision.results).toEqual({
      objectionId: 'OB01',
      status: 'founded',
      withdraw: { entry: '21' },
      reason: '异议 OB01 经核实成立',
      pending: 1,
    });
    expect(cellsOf(done, 'Decisions', '结果')).toEqual(cellsOf(objected, 'Decisions', '结果'));
    expect(codes(decideCertificates(situationOf(done, OVER), {}).problems)).toEqual(['founded-objection']);
    expect(wordsOf(decideAwards(situationOf(done, OVER), {}))).toContain('名单待定：有1件异议成立，名单将作调整');
    const { withdraw, reason } = decision.results;
    const gone = after(
      done,
      decideWithdrawal(situationOf(done, '2021-06-24T17:00'), { entry: withdraw?.entry, by: '评委会', reason }),
    );
    expect(codes(decideCertificates(situationOf(gone, OVER), {}).problems)).toEqual(['notice-outdated']);
    expect(cellsOf(gone, 'Decisions', '理由').at(-1)).toEqual(['异议 OB01 经核实成立']);
  });

  it('is settled by another decision, too, since it may say that the list stays', () => {
    const done = after(objected, close('成立'));
    const decision = decideAward(situationOf(done, '2021-06-25T09:00'), {
      by: '评委会',
      again: true,
      reason: '复核后维持',
    });
    // Where the objected entry wins again it says so: not everybody who decides again means that.
    expect(decision.notices?.find(({ code }) => code === 'returning-winner')?.message.zh).toContain(
      '的异议 OB01 已成立',
    );
    const again = after(done, decision);
    expect(codes(decideCheck(situationOf(again, '2021-06-25T10:00')).notices)).not.toContain('founded-objection');
  });

  it('names all that is missing, an id that is not open, and a moment before the objection came', () => {
    const wrong = (input: Parameters<typeof decideCloseObjection>[1], snapshot = objected) =>
      codes(decideCloseObjection(situationOf(snapshot, AT), input).problems);
    expect(wrong({})).toEqual(['bad-outcome', 'missing-by', 'missing-answer']);
    expect(wrong({ id: 'OB09', to: '受理', by: 'x', outcome: 'y' })).toEqual(['unknown-objection', 'bad-outcome']);
    expect(wrong({ to: '成立', by: 'x', outcome: 'y', at: '2021-06-22 09:00' })).toEqual(['closed-before-received']);
    expect(wrong({ to: '撤回', by: 'x' })).toEqual([]);
    expect(wrong({ to: '成立', by: 'x', outcome: 'y' }, posted)).toEqual(['unknown-objection']);
    const two = after(objected, decideObject(situationOf(objected, AT), { ...INPUT, entry: '' }));
    expect(wrong({ to: '成立', by: 'x', outcome: 'y' }, two)).toEqual(['unknown-objection']);
    expect(wrong({ id: 'ob02', to: '成立', by: 'x', outcome: 'y' }, two)).toEqual([]);
  });
});

describe('the home card', () => {
  const stateOf = (snapshot: WorkbookSnapshot) =>
    readCampaignState({
      workbook: {
        read: () => Promise.resolve(snapshot),
        write: () => Promise.reject(new Error('writes nothing')),
        roundTrips: 0,
      },
      now: () => at(AT),
      language: 'zh',
    });

  it('shows the clock of the notice, and names the objections that keep the list pending', async () => {
    const workOf = async (snapshot: WorkbookSnapshot) => {
      const state = await stateOf(snapshot);
      if (state.kind !== 'campaign') throw new Error('not a campaign');
      return new Map(state.work.map((item) => [item.key, item]));
    };
    const before = await workOf(decided);
    expect(before.has('clock')).toBe(false);
    expect(before.get('notice')).toMatchObject({ urgency: 'now', act: { job: 'notice' } });
    const after = await workOf(objected);
    expect(after.get('clock')?.title).toEqual({
      zh: '公示期2021年6月21日至6月25日，还有3个工作日（含今天）',
      en: 'Notice 21 June to 25 June 2021, 3 working days left, today included',
    });
    expect(after.get('objections')).toMatchObject({
      urgency: 'now',
      act: { job: 'close-objection' },
      places: [{ title: { zh: expect.stringContaining('异议 OB01（针对21号《故事21：一束光》）正在处理，名单待定') } }],
    });
  });
});

describe('in an English workbook', () => {
  it('speaks English on the register and on every sheet', async () => {
    const made = decidedContest(await scoredContest('en'));
    const withNotice = after(made, decideNotice(situationOf(made, '2021-06-18T09:00'), { contact: 'x' }));
    const open = after(
      withNotice,
      decideObject(situationOf(withNotice, AT), {
        entry: '21',
        by: 'Li Lei',
        how: 'By telephone',
        text: 'not true',
        at: '2021-06-23 10:00',
      }),
    );
    expect(cellsOf(open, 'Objections', 'In time', 'How', 'Status')).toEqual([['In time', 'By telephone', 'Open']]);
    expect(wordsOf(decideAwards(situationOf(open, AT), {}))).toContain(
      'The list is pending: 1 objection is being dealt with',
    );
    expect(wordsOf(decideBriefing(situationOf(open, AT)))).toContain(
      '3 working days left, today included; The list is pending',
    );
    const closed = decideCloseObjection(situationOf(open, AT), { to: 'Founded', outcome: 'true', by: 'office' });
    expect(closed.message.en).toBe(
      'Objection OB01 is closed: Founded. The list has not changed by itself: no. 21 “故事21：一束光” is still on it, use “Withdraw” with the reason “objection OB01 was found true”.',
    );
  });
});
