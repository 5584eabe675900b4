// Rows in, rows taken, rows refused, rows passed over: the four of every job that reads a file. They add up, also where the job stops early.
import { isFilled } from '../../core/import/isFilled';
import { text, type Text } from '../../core/ground/text';
import type { ImportedFile, JobReport } from './job';

/** Where the rows of a file went: `in` is the sum of the others. */
export interface RowCounts {
  /** Rows of all sheets in which anything stands. Of a table continued to the right of itself each part of a row counts. */
  readonly in: number;
  /** The workbook has what they say now, or had it before. */
  readonly taken: number;
  /** A problem keeps them out. */
  readonly refused: number;
  /** Titles, headers, totals, remarks, sheets of another kind, rows without anything to take, and rows that were to be left out. */
  readonly passedOver: number;
}

/** What an import did with the rows of a file that hold a record. */
export interface ImportedRows {
  readonly counts: RowCounts;
  readonly rows: number;
  readonly taken: number;
  readonly leftOut: number;
  /** Rows left out on request. */
  readonly skipped: number;
}

/** Of a job that stopped before it saw a row. */
export const NO_COUNTS: RowCounts = { in: 0, taken: 0, refused: 0, passedOver: 0 };

/** One sentence for the message of every import. */
export function countWords({ in: all, taken, refused, passedOver }: RowCounts): Text {
  return text(
    `文件共 ${all} 行：采用 ${taken} 行，没有采用 ${refused} 行，跳过 ${passedOver} 行（标题、表头、合计等）。`,
    `${all} rows in the file: ${taken} taken, ${refused} refused, ${passedOver} passed over (titles, headers, totals and the like).`,
  );
}

/** The counts of a job's results; null: the job reads no rows. */
export function countsIn(results: unknown): RowCounts | null {
  const counts = typeof results === 'object' && results !== null && 'counts' in results ? results.counts : null;
  return typeof counts === 'object' && counts !== null && 'passedOver' in counts ? (counts as RowCounts) : null;
}

function whenStopped(counts: RowCounts, file: ImportedFile): RowCounts {
  if (counts.in > 0) return { ...counts, taken: 0, refused: counts.refused + counts.taken };
  const filled = file.sheets.reduce((sum, { rows }) => sum + rows.filter(isFilled).length, 0);
  return { in: filled, taken: 0, refused: filled, passedOver: 0 };
}

/** A job that stopped took no row, whether it had come to reading them or not. */
export function countedWhenStopped<Results>(report: JobReport<Results>, file: ImportedFile): JobReport<Results> {
  const counts = countsIn(report.results);
  if (!report.stopped || counts === null || (counts.in > 0 && counts.taken === 0)) return report;
  const stopped = whenStopped(counts, file);
  if (stopped.in === counts.in && stopped.taken === counts.taken) return report;
  const words = countWords(stopped);
  return {
    ...report,
    results: { ...report.results, counts: stopped },
    message: text(`${report.message.zh}${words.zh}`, `${report.message.en} ${words.en}`),
  };
}
