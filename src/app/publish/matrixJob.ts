// Job 'matrix', as it is offered.
import { text } from '../../core/ground/text';
import { countByStatus } from '../../core/tracker/countByStatus';
import { defineJob } from '../run/defineJob';
import { TRACKING } from '../run/tablesRead';

export const MATRIX = defineJob({
  name: 'matrix',
  words: {
    title: text('生成报送矩阵', 'Make the matrix'),
    summary: text(
      '单位 × 事项一张表，随台账自动更新，行列合计相符，A4 横向',
      'Units × items on one sheet that follows the tracker; rows and columns add up; A4 landscape',
    ),
  },
  options: {},
  place: { group: 'publish', icon: 'summary' },
  reads: { tables: [...TRACKING, 'Tracker'] },
  makes: 'Matrix',
  writes: 'tables',
  nothing: { sheet: '', units: 0, requirements: 0, counts: countByStatus([]), must: 0, reconciles: true, keptAs: null },
  decide: async () => (await import('./matrix')).decideMatrix,
});
