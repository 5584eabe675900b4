// The receipt sheet of the prizes (奖金签收表): who gets what by the record, with room to sign. Computes the total alone, no tax and nothing else.
import { amountInFigures } from '../../core/ground/amountInFigures';
import { hasTiers } from '../../core/contest/tiers';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { prizeReceiptSheet } from '../../workbook/sheets/prizeReceiptSheet';
import { AWARD_TIERS } from '../../workbook/tables/awardTiers/awardTiers';
import { guardedPage } from './guardedPage';
import { listState } from './listState';
import { noticeGate } from './noticeGate';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { changesSinceDecision, keptAwards } from '../contest/decisionChangeProblems';
import { notDecided, publicWinners, unknownTiers } from './winners';
import type { PrizeReceiptInput } from './prizeReceiptJob';

export interface PrizeReceiptResults {
  readonly rows: readonly {
    readonly entryId: string;
    readonly title: string;
    readonly unit: string;
    /** Yuan. */ readonly amount: number;
  }[];
  /** Yuan. */
  readonly total: number;
}

const prizes = (count: number): string => `${count} ${count === 1 ? 'prize' : 'prizes'}`;

function nothingPaid(): Problem {
  return {
    code: 'no-prize',
    table: AWARD_TIERS.name,
    column: 'prize',
    expected: text('奖金', 'a prize'),
    found: '',
    message: text(
      '各奖项都只发证书，没有奖金，不用签收表。要发奖金，请在“奖项设置”填写“奖金”，再重新评定。',
      'Every tier is a certificate alone, so there is no money to sign for. For a prize fill in “Prize” of the award tiers, and decide again.',
    ),
  };
}

/** Before the notice is over, or with an objection open, it waits for a reason: money that was paid is hard to get back. */
export function decidePrizeReceipt(
  situation: Situation,
  { reason }: PrizeReceiptInput = {},
): Decision<PrizeReceiptResults> {
  const { campaign, asOf, language } = situation;
  const winners = publicWinners(campaign);
  const gate = noticeGate(listState(campaign, asOf), campaign, asOf, reason);
  const since = changesSinceDecision(campaign);
  const stopping = winners ? [...since.record, ...gate.problems, ...unknownTiers(campaign)] : [notDecided()];
  if (!winners || stopping.length > 0) return stop(stopping);
  // Whoever gets a certificate alone signs for no money.
  const paid = winners.filter(({ prize }) => prize > 0);
  if (paid.length === 0) return stop([nothingPaid()]);
  const total = paid.reduce((sum, { prize }) => sum + prize, 0);
  const tiered = hasTiers(campaign.settings.rules);
  const tellers = new Map(
    [...campaign.entries, ...keptAwards(campaign).values()].map(({ entryId, storyteller }) => [entryId, storyteller]),
  );
  const signers = paid.map((winner) => ({ ...winner, realName: tellers.get(winner.entryId) ?? '' }));
  const page = prizeReceiptSheet(
    { campaign: campaign.settings.campaign, words: campaign.settings.words, winners: signers, tiered, total },
    language,
  );
  const made = guardedPage(situation, 'PrizeReceipt', page);
  if (made.problems.length > 0) return stop(made.problems);
  return {
    steps: made.steps,
    changed: { PrizeReceipt: { added: paid.length, updated: 0 } },
    notices: [...since.besides, ...gate.notices, ...made.notices],
    results: { rows: paid.map(({ entryId, title, unit, prize }) => ({ entryId, title, unit, amount: prize })), total },
    preview: {
      added: paid.map(({ entryId, title, unit, prize }) => ({
        table: 'PrizeReceipt',
        row: entryId,
        summary: `${title}　${unit}　${amountInFigures(prize)}`,
      })),
      changed: [],
      unchanged: 0,
    },
    ...(gate.record && {
      log: text(
        `奖金签收表已生成（${paid.length} 份，${amountInFigures(total)} 元），${gate.record.zh}。`,
        `Receipt sheet made (${prizes(paid.length)}, ${amountInFigures(total)} yuan), ${gate.record.en}.`,
      ),
    }),
    message: text(
      `奖金签收表已生成：${paid.length} 份，共 ${amountInFigures(total)} 元；签名和日期留空，打印后手签。`,
      `The receipt sheet is made: ${prizes(paid.length)}, ${amountInFigures(total)} yuan in all; signature and date are left blank to sign by hand.`,
    ),
  };
}
