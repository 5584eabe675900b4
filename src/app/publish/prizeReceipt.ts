// The receipt sheet of the prizes (奖金签收表): who gets what by the record, with room to sign. Computes the total alone, no tax and nothing else.
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { ListCell, ListPage } from '../../workbook/sheets/listPage';
import type { Job } from '../run/job';
import { listState, outdatedNotice, pendingProblems } from './listState';
import { madePage } from '../run/madePage';
import { runJob, type Decision, type Situation } from '../run/runJob';
import { stoppedDecision } from '../run/stoppedDecision';
import { notDecided, publicWinners, type PublicWinner } from './winners';

export interface PrizeReceiptInput {
  readonly strict?: boolean;
}

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

export const PRIZE_RECEIPT_SHEET: Text = text('奖金签收表', 'Prize receipt');
const NOTHING: PrizeReceiptResults = { rows: [], total: 0 };
/** Rows are high enough to sign in; more of them go on further pages, under the same head. */
const ROW_HEIGHT = 34;
const ONE_PAGE = 14;

function pageOf(
  { campaign: { settings }, language }: Situation,
  winners: readonly PublicWinner[],
  total: number,
): Omit<ListPage, 'stamp'> {
  const say = (words: Text): string => words[language];
  const { prize } = settings.rules;
  const blank: ListCell = { value: '' };
  return {
    name: say(PRIZE_RECEIPT_SHEET),
    title: say(text('奖金签收表', 'Receipt of prizes')),
    footer: '',
    landscape: false,
    official: true,
    subtitle: [settings.campaign, say(text('“最美禁毒故事”评选', 'Award-winning stories'))],
    grid: [6, 19, 14, 11, 8, 15, 11],
    onePage: winners.length <= ONE_PAGE,
    sections: [
      {
        columns: [
          { header: say(text('序号', 'No.')) },
          { header: say(text('故事题目', 'Story')), left: true },
          { header: say(text('报送单位', 'Unit')) },
          { header: say(text('讲述人', 'Told by')) },
          { header: say(text('金额\n（元）', 'Amount\n(yuan)')) },
          { header: say(text('签名', 'Signature')) },
          { header: say(text('领取日期', 'Date')) },
        ],
        rowHeight: ROW_HEIGHT,
        rows: [
          ...winners.map((winner, index): ListCell[] => [
            { value: index + 1 },
            { value: winner.title },
            { value: winner.unit },
            { value: winner.alias ? say(text('（化名）', '(alias)')) : winner.storyteller },
            { value: prize },
            blank,
            blank,
          ]),
          [
            blank,
            { value: say(text(`合计（${winners.length}份）`, `Total (${winners.length})`)), bold: true, left: true },
            blank,
            blank,
            { value: total, bold: true },
            blank,
            blank,
          ],
        ],
        after: [
          say(
            text(
              '金额为应发奖金，是否涉税由财务按规定办理，本表不作计算。',
              'Amounts are the prizes due; taxes are for the accounts to settle, nothing is deducted here.',
            ),
          ),
        ],
      },
    ],
    closing: [
      say(
        text(
          '制表：＿＿＿＿＿＿　　审核：＿＿＿＿＿＿　　经办：＿＿＿＿＿＿',
          'Made by ____________    Checked by ____________    Paid by ____________',
        ),
      ),
    ],
  };
}

/** While an objection keeps the list pending it is not made: money that was paid is hard to get back. */
export function decidePrizeReceipt(situation: Situation): Decision<PrizeReceiptResults> {
  const { campaign, asOf } = situation;
  const winners = publicWinners(campaign);
  const state = listState(campaign, asOf);
  const stopping = winners ? pendingProblems(state, campaign) : [notDecided()];
  if (!winners || stopping.length > 0) return stoppedDecision(stopping, NOTHING);
  const { prize } = campaign.settings.rules;
  const total = winners.length * prize;
  const made = madePage(situation, 'prizeReceipt', pageOf(situation, winners, total));
  return {
    steps: made.steps,
    changed: { PrizeReceipt: { added: winners.length, updated: 0 } },
    notices: [...outdatedNotice(state), ...made.notices],
    results: { rows: winners.map(({ entryId, title, unit }) => ({ entryId, title, unit, amount: prize })), total },
    preview: {
      added: winners.map(({ entryId, title, unit }) => ({
        table: 'PrizeReceipt',
        row: entryId,
        summary: `${title}　${unit}　${prize}`,
      })),
      changed: [],
      unchanged: 0,
    },
    message: text(
      `奖金签收表已生成：${winners.length} 份，共 ${total} 元；签名和日期留空，打印后手签。`,
      `The receipt sheet is made: ${winners.length} prizes, ${total} yuan in all; signature and date are left blank to sign by hand.`,
    ),
  };
}

/** Job 'prize-receipt'. */
export const prizeReceipt: Job<PrizeReceiptInput, PrizeReceiptResults> = (deps, input, mode) =>
  runJob(deps, 'prize-receipt', mode, { strict: input.strict }, NOTHING, decidePrizeReceipt, [
    PRIZE_RECEIPT_SHEET.zh,
    PRIZE_RECEIPT_SHEET.en,
  ]);
