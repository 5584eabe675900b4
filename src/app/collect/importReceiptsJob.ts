// Job 'import-receipts', as it is offered.
import { text } from '../../core/ground/text';
import { UNIT_ROW_OPTIONS } from '../imports/rowOptions';
import { NO_COUNTS } from '../run/rowCounts';
import { defineImport, type WithFile } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';

const OPTIONS = options({
  review: {
    kind: 'choice',
    label: text('新收件登记为', 'Register new receipts as'),
    required: true,
    choices: choicesOf('review'),
    default: 'pending',
  },
  ...UNIT_ROW_OPTIONS,
});

export type ImportReceiptsInput = InputOf<typeof OPTIONS> & WithFile;

export const IMPORT_RECEIPTS = defineImport({
  name: 'import-receipts',
  words: {
    title: text('导入收件清单', 'Import the mailbox list'),
    summary: text(
      '认出单位、事项、材料和更正稿，登记到收件登记',
      'Recognises unit, item, parts and corrections, and registers what arrived',
    ),
    expects: text(
      '从邮箱复制列表后粘贴：收件时间、发件单位、邮件主题、附件。',
      'Paste the list from the mailbox: time, sender, subject, attachments.',
    ),
  },
  options: OPTIONS,
  place: { group: 'collect', icon: 'mail', next: ['overdue'] },
  reads: { tables: ['Units', 'Requirements', 'Receipts'] },
  writes: 'tables',
  undoable: true,
  nothing: { rows: 0, taken: 0, leftOut: 0, skipped: 0, alreadyThere: 0, counts: NO_COUNTS, columns: [] },
  decide: async () => (await import('./importReceipts')).decideImportReceipts,
});
