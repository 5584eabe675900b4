// A file that is meant for another import: told by its headers alone, and named with the job that would take it. Reads no workbook.
import { RECEIPT_COLUMNS, COLUMNS_WITHOUT_SUBJECT } from '../../core/receipts/receiptColumns';
import { ROSTER_COLUMNS } from '../../core/roster/rosterRow';
import { STORY_COLUMNS } from '../../core/contest/storyColumns';
import { cellText, foldText } from '../../core/import/cellText';
import { findHeader } from '../../core/import/findHeader';
import type { WantedColumn } from '../../core/import/matchHeaders';
import type { ProblemCode } from '../../core/ground/problemCodes';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { readMark } from '../../workbook/tables/scoreSheet/handedOutSheet';
import { jobFacts } from './definedJobs';
import type { ImportedFile, ImportedSheet, JobReport } from './job';
import { countsIn } from './rowCounts';

interface Shape {
  /** Jobs that take it, the usual one first. */
  readonly jobs: readonly string[];
  readonly what: Text;
  /** How many columns of the sheet speak for it; 0: it is something else. */
  readonly fit: (sheet: ImportedSheet) => number;
}

function columnsOf({ rows }: ImportedSheet, wanted: readonly WantedColumn[]): readonly string[] {
  return Object.keys(findHeader(rows, wanted)?.columnOf ?? {});
}

const CONTACT = ['contact', 'phone', 'email', 'forceHead', 'forceContact', 'forcePhone'];
const NUMBER_HEADERS = ['编号', '作品编号', '盲评号', '盲评编号', '参评编号', '序号', 'number', 'no.'];
/** Headers of a score sheet are looked for no further down. */
const HEADER_WITHIN = 20;

/** A number in front, no unit, and from two columns on nothing but numbers below the header. */
function scoreColumns({ rows }: ImportedSheet): number {
  const at = rows
    .slice(0, HEADER_WITHIN)
    .findIndex((cells) => cells.some((cell) => NUMBER_HEADERS.includes(foldText(cellText(cell)))));
  if (at < 0) return 0;
  const header = rows[at] ?? [];
  const words = header.map((cell) => foldText(cellText(cell)));
  if (words.some((word) => word.includes('单位') || word === 'unit')) return 0;
  const below = rows.slice(at + 1, at + 1 + HEADER_WITHIN);
  const numbers = words.filter((word, column) => {
    if (word === '' || NUMBER_HEADERS.includes(word)) return false;
    const filled = below.map((cells) => cellText(cells[column])).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter((cell) => Number.isFinite(Number(cell))).length * 2 > filled.length;
  });
  return numbers.length < 2 ? 0 : numbers.length + 1;
}

const SHAPES: readonly Shape[] = [
  {
    jobs: ['import-judge', 'import-scores'],
    what: text('发给评委的评分表', 'a score sheet handed out to a judge'),
    fit: ({ rows }) => (readMark(rows) ? Number.MAX_SAFE_INTEGER : 0),
  },
  {
    jobs: ['import-scores', 'compare-scores'],
    what: text('评委的评分表', 'judges’ scores'),
    fit: scoreColumns,
  },
  {
    jobs: ['import-receipts'],
    what: text('收件清单', 'a list of what arrived'),
    fit: (sheet) =>
      Math.max(columnsOf(sheet, RECEIPT_COLUMNS).length, columnsOf(sheet, COLUMNS_WITHOUT_SUBJECT).length),
  },
  {
    jobs: ['import-stories'],
    what: text('参评作品清单', 'a list of entries'),
    fit: (sheet) => columnsOf(sheet, STORY_COLUMNS).length,
  },
  {
    jobs: ['import-roster'],
    what: text('联络员名单', 'a contact list'),
    fit: (sheet) => {
      const columns = columnsOf(sheet, ROSTER_COLUMNS);
      return columns.some((column) => CONTACT.includes(column)) ? columns.length : 0;
    },
  },
];

interface Told {
  readonly shape: Shape;
  readonly fit: number;
}

/** What a sheet is, the first among equals; undefined: nothing that is known. */
function told(sheet: ImportedSheet): Told | undefined {
  const fits = SHAPES.map((shape) => ({ shape, fit: shape.fit(sheet) })).filter(({ fit }) => fit > 0);
  return fits.length === 0 ? undefined : fits.reduce((one, other) => (other.fit > one.fit ? other : one));
}

/** What the file is for, when that is another job than this one; null when any of its sheets is this one's, or none is known. */
function shapeElsewhere(job: string, { sheets }: ImportedFile): Shape | null {
  const known = sheets.flatMap((sheet) => told(sheet) ?? []);
  const [first, ...others] = known;
  if (!first || known.some(({ shape }) => shape.jobs.includes(job))) return null;
  return others.reduce((one, other) => (other.fit > one.fit ? other : one), first).shape;
}

/** What a job says of a file that it cannot read as its own; problems of its rows have their number. */
const UNREAD: readonly ProblemCode[] = ['no-header', 'not-score-sheets', 'not-handed-out', 'no-rows'];
const ofFile = ({ code, row }: Problem): boolean => UNREAD.includes(code) || typeof row === 'number';

/**
 * The report of an import, where the file is meant for another one: `takenBy` names it. When nothing could be taken that is all it says; when rows were
 * read all the same it is the first notice.
 * Example: a score file given to 'import-roster' gives `takenBy: 'import-scores'`, stopped, with one problem 'other-file'.
 */
export function saidOfOtherFile<Results>(report: JobReport<Results>, file: ImportedFile): JobReport<Results> {
  if (report.stopped && !report.problems.every(ofFile)) return report;
  const shape = shapeElsewhere(report.job, file);
  const [takenBy = ''] = shape?.jobs ?? [];
  if (!shape) return report;
  const title = jobFacts(takenBy)?.words.title ?? text(takenBy, takenBy);
  const message = text(
    `这看来是${shape.what.zh}，请改用“${title.zh}”。`,
    `This looks like ${shape.what.en}: use “${title.en}” instead.`,
  );
  const problem: Problem = { code: 'other-file', found: file.name, expected: text('', ''), message };
  const wrote = Object.values(report.changed).some(({ added, updated }) => added + updated > 0);
  const stopped = report.stopped || (!wrote && (countsIn(report.results)?.taken ?? 0) === 0);
  if (!stopped) return { ...report, takenBy, notices: [problem, ...report.notices] };
  return { ...report, takenBy, stopped, problems: [problem], notices: [], changed: {}, preview: undefined, message };
}
