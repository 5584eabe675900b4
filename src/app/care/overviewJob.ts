// Job 'overview', as it is offered.
import { text } from '../../core/ground/text';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { defineJob } from '../run/defineJob';

export const OVERVIEW = defineJob({
  name: 'overview',
  words: {
    title: text('重做首页', 'Make the overview again'),
    summary: text(
      '首页自动更新；删掉了、改乱了或旧工作簿没有时用',
      'The overview follows by itself; for one that was deleted or damaged, or that an older workbook lacks',
    ),
  },
  options: {},
  place: { group: 'publish', icon: 'summary' },
  reads: { tables: [], formulaCells: [MADE_SHEETS.Overview.sheet] },
  makes: 'Overview',
  writes: 'made sheet',
  nothing: { sheet: '', keptAs: null },
  decide: async () => (await import('./overview')).decideOverview,
});
