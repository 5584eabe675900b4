// Job 'compare-scores', as it is offered.
import { text } from '../../core/ground/text';
import { defineImport, type WithFile } from '../run/defineJob';
import { NO_COUNTS } from '../run/rowCounts';
import { SCORING } from '../run/tablesRead';

export type CompareTypingsInput = WithFile;

export const COMPARE_SCORES = defineImport({
  name: 'compare-scores',
  words: {
    title: text('比对两次录入', 'Compare two typings'),
    summary: text(
      '另一人按纸质评分表再录一份，逐格与评分表比对；只指出不同，不写入',
      'A second person’s typing of the paper sheets, compared cell by cell; names what differs and writes nothing',
    ),
    expects: text(
      '另一人录入的同样几张评分表，每位评委一张工作表；也可以是本工作簿的副本。',
      'The same sheets as another person typed them, one a judge; a copy of this workbook will do.',
    ),
  },
  options: {},
  place: { group: 'judge', icon: 'check', next: ['import-scores', 'progress'] },
  reads: { tables: SCORING },
  writes: 'nothing',
  nothing: { counts: NO_COUNTS, compared: 0, equal: 0, different: 0, onlyHere: 0, onlyThere: 0, judges: [] },
  decide: async () => (await import('./compareTypings')).decideCompareTypings,
});
