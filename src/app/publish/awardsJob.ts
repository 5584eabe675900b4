// Job 'awards', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { TIE_OPTIONS } from '../contest/tieOptions';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { DECIDING, PRIZES } from '../run/tablesRead';

const OPTIONS = options({
  ...TIE_OPTIONS,
  reason: {
    kind: 'multiline',
    label: text('理由', 'The reason'),
    hint: text('记入日志并印在名单上', 'logged, and printed on the list'),
    inPane: false,
  },
});

export type AwardsInput = InputOf<typeof OPTIONS>;

export const AWARDS = defineJob({
  name: 'awards',
  words: {
    title: text('生成获奖名单', 'Make the award list'),
    summary: text(
      '同分跨过名额线时停下，列出可选办法',
      'Stops when a tie crosses the last place and says what can be chosen',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'awards', next: ['notice', 'briefing'], atOnce: true },
  reads: {
    stopsAt: PRIZES,
    tables: [...DECIDING, 'Units', 'Objections'],
    formulas: ['Standings'],
    sheets: [standingsSpec([]).sheet],
  },
  makes: 'Awards',
  writes: 'tables',
  final: true,
  nothing: { winners: [], reserve: [], total: 0, overBudget: 0, tie: null },
  decide: async () => (await import('./awards')).decideAwards,
});
