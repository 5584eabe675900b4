// Job 'robustness', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';
import type { OwnSheet } from '../../workbook/sheets/madeSheets';

const OPTIONS = options({
  sheet: { kind: 'switch', label: text('同时生成工作表', 'Make the sheet too') },
});

export type RobustnessInput = InputOf<typeof OPTIONS>;

/** Its sheet. */
export const ROBUSTNESS_SHEET = {
  key: 'Robustness',
  sheet: text('稳健性', 'Robustness'),
  reach: 'office',
} as const satisfies OwnSheet;

export const ROBUSTNESS = defineJob({
  name: 'robustness',
  words: {
    title: text('检验稳健性', 'Test how sure it is'),
    summary: text(
      '换算法、去掉任一评委后获奖者是否改变，评委宽严和分歧',
      'Whether the winners change counted otherwise or without any one judge; severity and disagreement',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'summary', next: ['decide'] },
  reads: { tables: [...SCORING, 'Decisions'] },
  makes: ROBUSTNESS_SHEET,
  writes: 'made sheet',
  nothing: { stable: 0, winners: 0, alternatives: [], judges: [], entries: [] },
  decide: async () => (await import('./robustness')).decideRobustness,
});
