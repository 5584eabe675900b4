// Job 'withdraw', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { DECIDING } from '../run/tablesRead';

const OPTIONS = options({
  entry: {
    kind: 'text',
    label: text('退出的作品编号', 'Number of the entry that withdraws'),
    required: true,
    suggest: 'story',
  },
  by: { kind: 'text', label: text('由谁决定', 'Decided by'), required: true },
  reason: { kind: 'multiline', label: text('理由', 'Reason'), required: true },
  next: {
    kind: 'text',
    label: text('由哪篇递补', 'Which moves up'),
    suggest: 'story',
    hint: text('有并列时才填；几处并列的写几个编号', 'Only where there is a tie; one number for each'),
  },
  seed: {
    kind: 'text',
    label: text('抽签种子', 'Seed of the draw'),
    hint: text('并列的抽签时才填', 'Only when the tied draw lots'),
  },
});

export type WithdrawInput = InputOf<typeof OPTIONS>;

export const WITHDRAW = defineJob({
  name: 'withdraw',
  words: {
    title: text('退出递补', 'Withdraw'),
    summary: text(
      '获奖者退出，后面的逐级晋升，候补递补，都记录在案',
      'A winner withdraws, those behind move up tier by tier, a reserve comes in; all on record',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'withdraw', next: ['awards', 'notice', 'certificates'], previewFirst: true },
  reads: { tables: [...DECIDING], formulas: ['Standings'], sheets: [standingsSpec([]).sheet] },
  writes: 'tables',
  final: true,
  nothing: { withdrawn: '', movedUp: null, moves: [], winners: 0 },
  decide: async () => (await import('./withdraw')).decideWithdrawal,
});
