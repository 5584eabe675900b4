// Job 'explain', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';
import type { OwnSheet } from '../../workbook/sheets/madeSheets';

const OPTIONS = options({
  entry: {
    kind: 'text',
    label: text('作品编号', 'Entry number'),
    suggest: 'story',
    hint: text('不填为全部', 'Empty: all of them'),
    detail: text('盲评号，多个用“、”隔开；不填为全部', 'blind numbers separated by 、; empty: all'),
  },
  sheet: { kind: 'switch', label: text('同时生成工作表', 'Make the sheet too') },
});

export type ExplainInput = InputOf<typeof OPTIONS>;

/** Its sheet. */
export const DETAIL_SHEET = {
  key: 'Detail',
  sheet: text('评分明细', 'Score details'),
  reach: 'office',
} as const satisfies OwnSheet;

export const EXPLAIN = defineJob({
  name: 'explain',
  words: {
    title: text('说明名次', 'Explain the places'),
    summary: text(
      '每个名次一句话的理由，逐位评委的分数和去留',
      'A sentence for each place, and every judge’s scores behind it',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'requirements' },
  reads: { tables: [...SCORING, 'Decisions'] },
  makes: DETAIL_SHEET,
  writes: 'made sheet',
  nothing: { stories: [] },
  decide: async () => (await import('./explainPlaces')).decideExplain,
});
