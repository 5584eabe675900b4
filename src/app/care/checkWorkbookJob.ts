// Job 'check', as it is offered.
import { text } from '../../core/ground/text';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { defineJob } from '../run/defineJob';
import { leavingSheetsWithCopies } from '../run/sheetsMade';

export const CHECK = defineJob({
  name: 'check',
  words: {
    title: text('检查工作簿', 'Check the workbook'),
    summary: text(
      '找出看不懂、对不上、重复或被手改的内容，核对公式与规则是否一致；不改动任何内容',
      'Finds what is unreadable, contradictory, repeated or typed over, and compares formulas with the rules; changes nothing',
    ),
  },
  options: {},
  place: { group: 'prepare', icon: 'check', atOnce: true },
  reads: {
    tables: ['*'],
    formulas: ['*'],
    looks: ['*'],
    pages: true,
    // Judges' sheets.
    beside: ['Score_*'],
    formulaCells: [MADE_SHEETS.Overview.sheet, MADE_SHEETS.Matrix.sheet],
    formulaTexts: [MADE_SHEETS.Overview.sheet],
    // Asked when it is run: by then every job has named its sheet.
    get sheets() {
      return [...leavingSheetsWithCopies(), MADE_SHEETS.Overview.sheet];
    },
  },
  writes: 'nothing',
  nothing: { tables: 0, rows: 0, agree: false, compared: 0, differing: 0, firstDifference: null },
  decide: async () => (await import('./checkWorkbook')).decideCheck,
});
