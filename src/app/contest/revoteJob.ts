// Job 'revote', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { DECIDING } from '../run/tablesRead';

const OPTIONS = options({
  votes: {
    kind: 'multiline',
    label: text('每篇得票', 'Votes of each'),
    required: true,
    hint: text(
      '盲评号=票数，如 10=4、11=2、12=1；没有得票写 0',
      'Blind number = votes, such as 10=4、11=2、12=1; 0 for none',
    ),
  },
  by: { kind: 'text', label: text('计票人', 'Counted by'), required: true },
  at: {
    kind: 'moment',
    label: text('投票时间', 'Held at'),
    hint: text('活动时区的时刻；不填为现在', 'A moment in the campaign’s zone; empty: now'),
  },
  reason: { kind: 'multiline', label: text('为什么复评', 'Why') },
  again: {
    kind: 'switch',
    label: text('更正上次复评', 'Correct the last re-vote'),
    detail: text('须写理由', 'with a reason'),
  },
});

export type RevoteInput = InputOf<typeof OPTIONS>;

export const REVOTE = defineJob({
  name: 'revote',
  words: {
    title: text('登记复评', 'Re-vote'),
    summary: text(
      '获奖线上并列时，评委只对这几篇重新投票；登记得票，只在它们之间定先后',
      'When a tie stands across the line the judges vote again on these alone; the votes order them and nobody else',
    ),
    help: text(
      '获奖线上并列时用：评委只对并列的几篇重新投票，回避的不投。登记每篇得票后，只在这几篇之间定先后；若仍跨线并列，可以再投，或回到“评定”另作选择。',
      'For a tie across the line: the judges vote again on the tied entries alone, recused ones do not. The votes order these entries and nobody else; if a tie still stands across the line, vote again or choose otherwise in “Decide”.',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'scores', next: ['decide'], previewFirst: true },
  reads: { tables: [...DECIDING], formulas: ['Standings'], sheets: [standingsSpec([]).sheet] },
  writes: 'tables',
  final: true,
  nothing: { actId: '', votes: [], contested: [] },
  decide: async () => (await import('./revote')).decideRevote,
});
