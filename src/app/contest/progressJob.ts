// Job 'progress', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';
import type { OwnSheet } from '../../workbook/sheets/madeSheets';

const OPTIONS = options({
  sheet: { kind: 'switch', label: text('同时生成工作表', 'Make the sheet too') },
});

export type ProgressInput = InputOf<typeof OPTIONS>;

/** Its sheet. */
export const PROGRESS_SHEET = {
  key: 'Progress',
  sheet: text('评分进度', 'Judging progress'),
  reach: 'office',
} as const satisfies OwnSheet;

export const PROGRESS = defineJob({
  name: 'progress',
  words: {
    title: text('查看评分进度', 'Show the progress'),
    summary: text(
      '谁还差哪几篇，未评、回避、已评分开；不改动评分',
      'Who still has to score what; not scored, recused and scored kept apart; changes no score',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'check', next: ['rank'], atOnce: true },
  reads: { tables: SCORING },
  makes: PROGRESS_SHEET,
  writes: 'made sheet',
  nothing: { scored: 0, recused: 0, open: 0, judges: [], entries: [] },
  decide: async () => (await import('./progress')).decideProgress,
});
