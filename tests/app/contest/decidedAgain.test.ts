// A decision that is made once more goes by the scores; who had left the list is in them still.
import { expect, it } from '@jest/globals';
import { decideAward } from '../../../src/app/contest/decide';
import { decideWithdrawal } from '../../../src/app/contest/withdraw';
import { typed } from '../../support/calculated';
import { after, codes, decidedContest, scoredContest } from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';

const AGAIN = { by: '评委会', again: true, reason: '重新评议' };

it('says of who withdrew that it would win again, and writes that only when told to (A-7, R-9)', async () => {
  const decided = decidedContest(await scoredContest());
  const gone = after(
    decided,
    decideWithdrawal(situationOf(decided), { entry: '21', by: '县禁毒办', reason: '异议 OB01 经核实成立' }),
  );
  const asked = decideAward(situationOf(gone), AGAIN);
  expect([codes(asked.problems), asked.steps]).toEqual([['returning-winner'], []]);
  expect(asked.problems?.[0]).toMatchObject({ table: 'Entries', row: 'E021', found: '21' });
  expect(asked.problems?.[0]?.message.zh).toContain('已退出（D03：异议 OB01 经核实成立），按现在的分数又会获奖');

  const all = decideAward(situationOf(gone), { ...AGAIN, anyway: true });
  expect(codes(all.notices)).toContain('returning-winner');
  // Taken back on record: from then on it is a winner like others.
  expect(codes(decideAward(situationOf(after(gone, all)), AGAIN).problems)).toEqual([]);

  const out = typed(gone, 'Entries', 20, '参评', '否');
  const without = decideAward(situationOf(out), { ...AGAIN, anyway: true });
  expect(codes(without.notices)).not.toContain('returning-winner');
  expect(without.results.winners.some(({ entryId }) => entryId === 'E021')).toBe(false);
});
