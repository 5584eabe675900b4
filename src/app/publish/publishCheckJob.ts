// Job 'publish-check', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { leavingSheetsWithCopies } from '../run/sheetsMade';
import { DECIDING, TRACKING } from '../run/tablesRead';

/** What is found on one sheet, as it stands now. */
export interface SheetVerdict {
  readonly sheet: string;
  /** Report name of the made sheet; '' for a judge's tab. */
  readonly kind: string;
  /** Shown to everybody, or only to other offices, leaders and judges: then names may stand on it. */
  readonly reach: 'public' | 'circulated';
  readonly fit: boolean;
  /** Cells that must not leave the office, by address. */
  readonly cells: readonly string[];
}

export interface PublishCheckResults {
  readonly sheets: readonly SheetVerdict[];
  readonly unfit: number;
}

export const PUBLISH_CHECK = defineJob({
  name: 'publish-check',
  words: {
    title: text('公开前核对', 'Check before publishing'),
    summary: text(
      '把每张生成表按现在的样子（含手填的字）再看一遍：哪张可公开、哪张不可公开，逐格指出；批注和文本框看不到',
      'Looks again at every made sheet as it stands now, typed words included: fit to publish or not, cell by cell; comments and text boxes are not seen',
    ),
  },
  options: {},
  place: { group: 'publish', icon: 'check', atOnce: true },
  reads: {
    tables: [...DECIDING, ...TRACKING, 'Objections'],
    pages: true,
    // Judges' sheets.
    beside: ['Score_*'],
    // Asked when it is run: by then every job has named its sheet.
    get sheets() {
      return leavingSheetsWithCopies();
    },
  },
  writes: 'made sheet',
  nothing: { sheets: [], unfit: 0 },
  decide: async () => (await import('./publishCheck')).loadPublishCheck(),
});
