// Job 'import-scores', as it is offered.
import { text } from '../../core/ground/text';
import { NO_COUNTS } from '../run/rowCounts';
import { ROW_OPTIONS } from '../imports/rowOptions';
import { DECIDED_OPTIONS } from './decidedOption';
import { OVERWRITE_OPTIONS } from './overwriteOption';
import { defineImport, type WithFile } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';

const OPTIONS = options({
  ...ROW_OPTIONS,
  ...OVERWRITE_OPTIONS,
  ...DECIDED_OPTIONS,
});

export type ImportScoresInput = InputOf<typeof OPTIONS> & WithFile;

export const IMPORT_SCORES = defineImport({
  name: 'import-scores',
  words: {
    title: text('导入评分', 'Import scores'),
    summary: text(
      '每位评委一个工作表；缺项、超范围的整行不采用并说明',
      'One sheet per judge; rows with a missing or impossible score are left out and named',
    ),
    expects: text(
      '每位评委一张工作表，表名是评委姓名；一行一篇，按编号对应。',
      'One sheet a judge, named after the judge; one entry a row, by number.',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'scores', next: ['progress', 'rank'] },
  reads: { tables: [...SCORING, 'Decisions'] },
  writes: 'tables',
  undoable: true,
  nothing: { counts: NO_COUNTS, rows: 0, taken: 0, leftOut: 0, skipped: 0, alreadyThere: 0, judges: [] },
  decide: async () => (await import('./importScores')).decideImportScores,
});
