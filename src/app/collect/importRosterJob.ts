// Job 'import-roster', as it is offered.
import { text } from '../../core/ground/text';
import { NO_COUNTS } from '../run/rowCounts';
import { UNIT_ROW_OPTIONS } from '../imports/rowOptions';
import { defineImport, type WithFile } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  ...UNIT_ROW_OPTIONS,
});

export type ImportRosterInput = InputOf<typeof OPTIONS> & WithFile;

export const IMPORT_ROSTER = defineImport({
  name: 'import-roster',
  words: {
    title: text('导入联络员名单', 'Import the contact list'),
    summary: text(
      '逐行核对后补进单位名册；有错的行不采用并说明',
      'Checks each row and fills in the roster; rows with errors are left out and named',
    ),
    expects: text(
      '一行一个单位，要有单位名称；列的顺序和标题写法不限。',
      'One unit a row with its name; columns may come in any order and wording.',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'roster', next: ['check', 'overdue'] },
  reads: { tables: ['Units', 'Requirements', 'Tracker'] },
  writes: 'tables',
  undoable: true,
  nothing: { counts: NO_COUNTS, rows: 0, taken: 0, leftOut: 0, skipped: 0, unchanged: 0, columns: [] },
  decide: async () => (await import('./importRoster')).decideImportRoster,
});
