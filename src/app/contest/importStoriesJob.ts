// Job 'import-stories', as it is offered.
import { text } from '../../core/ground/text';
import { NO_COUNTS } from '../run/rowCounts';
import { UNIT_ROW_OPTIONS } from '../imports/rowOptions';
import { DECIDED_OPTIONS } from './decidedOption';
import { defineImport, type WithFile } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { SCORING } from '../run/tablesRead';

const OPTIONS = options({
  ...UNIT_ROW_OPTIONS,
  ...DECIDED_OPTIONS,
});

export type ImportStoriesInput = InputOf<typeof OPTIONS> & WithFile;

export const IMPORT_STORIES = defineImport({
  name: 'import-stories',
  words: {
    title: text('导入参评作品', 'Import the entries'),
    summary: text(
      '认出单位、类别和编号，登记参评作品',
      'Recognises unit, category and number, and registers the entries',
    ),
    expects: text(
      '一行一件作品：编号、报送单位、题目、类别、参评人。',
      'One entry a row: number, unit, title, category, entrant.',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'stories', next: ['make-judge-tabs'] },
  reads: { tables: ['Units', 'Requirements', 'Exceptions', ...SCORING, 'Decisions'] },
  writes: 'tables',
  undoable: true,
  nothing: { counts: NO_COUNTS, rows: 0, taken: 0, leftOut: 0, skipped: 0, alreadyThere: 0 },
  decide: async () => (await import('./importStories')).decideImportStories,
});
