// What an import says of rows that were left out, and of cells that were read otherwise, because somebody asked for it. Knows no particular import.
import { requestedSheets, requestOutcome, type RequestedSheets, type RowRequests } from '../../core/import/rowRequests';
import type { WantedColumn } from '../../core/import/matchHeaders';
import type { SheetRows } from '../../core/import/sheetRows';
import { sideBySide } from '../../core/import/sideBySide';
import type { SourceTable } from '../../core/import/sourceTable';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { LogLine } from '../../workbook/tables/records/actLog';
import type { ImportedFile } from '../run/job';
import type { Decision } from '../run/runJob';
import { mendedCellsOf, rowNamesOf } from './sourceWords';
import { cellWords, rowsAsWords } from './wordsOfSource';
import { stop } from '../run/stoppedDecision';
import { countWords, type RowCounts } from '../run/rowCounts';
import { countRows } from './countRows';
import { struckNotices } from './struckRows';
import type { HiddenChoice } from './rowOptions';
import { hiddenNotices, settleHidden } from './hiddenRows';

/** An import's input: a file, and what is asked of its rows. */
export interface AskedFile {
  readonly file: ImportedFile;
  /** Rows to leave out and cells to read as something else, in words or as they were read out of words. */
  readonly skip?: string | RowRequests['skip'];
  readonly mend?: string | RowRequests['mend'];
  /** What becomes of hidden rows and sheets; default: each is a problem. */
  readonly hidden?: HiddenChoice;
}

/** The sheets of a file as a person asked for them: rows left out, cells mended, hidden rows in or out. */
export interface AskedSheets extends RequestedSheets {
  /** As they are in the file, but for parts of a table that stood side by side. */
  readonly all: readonly SheetRows[];
  readonly hidden: HiddenChoice;
}

const readFrom = <Read>(said: string | Read, read: (words: string) => Read): Read =>
  typeof said === 'string' ? read(said) : said;

/** Throws BadOption. `columns`: what is looked for, so that a table continued to the right of itself is found. */
export function askedSheets(
  { file, skip, mend, hidden = 'ask' }: AskedFile,
  columns: readonly WantedColumn[],
): AskedSheets {
  const all = sideBySide(file.sheets, columns);
  const requests = { skip: readFrom(skip, rowNamesOf), mend: readFrom(mend, mendedCellsOf) };
  return { ...requestedSheets(settleHidden(all, hidden), requests), all, hidden };
}

/** A cell of the log stays readable, and far below what a cell holds. */
const LONGEST = 4_000;

/** Words at most so long, parted at their commas. */
function parted(words: string): string[] {
  const parts: string[] = [];
  for (const word of words.split(',')) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + word.length < LONGEST) parts[parts.length - 1] = `${last},${word}`;
    else parts.push(word);
  }
  return parts;
}

/** The words for the log: which rows and cells, so that it can be said again. Rows that are too many follow in lines of their own. */
function logWords(message: Text, rows: string, mended: readonly Problem[], { mends }: RequestedSheets): Text {
  const cells = mends.map((mend) => `${cellWords(mend)} “${mend.before}”→“${mend.value}”`).join('；');
  const zh = [rows && `按要求没有导入：${rows}。`, mended.length > 0 && `按改正读入：${cells}。`];
  const en = [rows && ` Left out as asked: ${rows}.`, mended.length > 0 && ` Read as corrected: ${cells}.`];
  return text([message.zh, ...zh].filter(Boolean).join(''), [message.en, ...en].filter(Boolean).join(''));
}

/** A sentence's end: “，按要求留出 2 行”; nothing when no row was. */
export function skippedWords(rows: number): Text {
  return rows === 0 ? text('', '') : text(`，按要求留出 ${rows} 行`, `, ${rows} left out as you asked`);
}

/**
 * The decision with what came of the requests: a notice for each, and the log's words for them. A request that no row answers stops the
 * import: another row may have been meant.
 */
function requested<Results>(
  decision: Decision<Results>,
  asked: RequestedSheets,
  source: readonly SourceTable[],
  table: string,
): Decision<Results> {
  if (asked.skips.length + asked.mends.length + asked.problems.length === 0) return decision;
  const { problems, notices } = requestOutcome(asked, source, table);
  if (problems.length > 0) return stop(problems);
  const skipped = notices.filter(({ code }) => code === 'left-out-on-request');
  const mended = notices.filter(({ code }) => code === 'mended-by-hand');
  const rows = decision.preview?.rows?.map((row) => {
    const own = mended.filter((notice) => notice.sheet === row.sheet && notice.row === row.row);
    return own.length === 0 ? row : { ...row, notices: [...own, ...row.notices] };
  });
  const preview = decision.preview && { ...decision.preview, rows };
  const [named = '', ...more] = parted(
    rowsAsWords(skipped.map(({ sheet = '', row: at }) => ({ sheet, row: Number(at) }))),
  );
  const lines = more.map((after): LogLine => ({ table, row: '', column: '', before: '', after }));
  return {
    ...decision,
    preview,
    notices: [...notices, ...(decision.notices ?? [])],
    log:
      decision.log === null
        ? null
        : logWords(decision.log ?? decision.message, more.length > 0 ? `${named}…` : named, mended, asked),
    alsoLogged: [...(decision.alsoLogged ?? []), ...lines],
  };
}

/**
 * An import's decision, complete: what came of the requests, what was hidden, and the four counts in results and message. `source` are the tables that
 * were read, `table` where their rows go.
 */
export function withRequests<Results extends { readonly counts: RowCounts }>(
  decision: Decision<Results>,
  asked: AskedSheets,
  source: readonly SourceTable[],
  table: string,
): Decision<Results> {
  const done = requested(decision, asked, source, table);
  if (!done.preview) return done;
  const rows = done.preview.rows ?? [];
  const lost = rows.flatMap(({ problems }) => problems.filter(({ code }) => code === 'row-unaccounted'));
  const problems = [...(done.problems ?? []), ...lost];
  const counts = countRows(asked.sheets, source, rows, problems);
  const words = countWords(counts);
  const nothing = counts.taken === 0 && done.steps.length === 0 && rows.every(({ state }) => state !== 'skipped');
  const stopped = done.stopped === true || (nothing && problems.length > 0);
  // Where one thing is wrong with the whole file, that is the message.
  const [only] = problems;
  const message = stopped && only && problems.length === 1 ? only.message : done.message;
  return {
    ...done,
    stopped,
    problems,
    notices: [
      ...(done.notices ?? []),
      ...hiddenNotices(asked, source, table),
      ...struckNotices(asked.all, source, table),
    ],
    results: { ...done.results, counts },
    message: text(`${message.zh}${words.zh}`, `${message.en} ${words.en}`),
    log: done.log === undefined ? done.message : done.log,
  };
}
