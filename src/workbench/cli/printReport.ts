// A job's report as one JSON object, or as lines for a person. Chooses the language; decides nothing.
import type { JobReport } from '../../app/run/job';
import { kindLine, sameKind } from '../../app/run/sameKind';
import { lineOfPlace, rowTitle } from '../../app/run/tableTitle';
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { isoFromWallTime } from '../../core/ground/wallTime';
import { changesAsLines, previewAsJson, previewAsLines } from './printRows';

/** What a job sent and got. */
export interface Traffic {
  readonly roundTrips: number;
  /** Characters of requests and answers between add-in and host. */
  readonly bytes: number;
}

function problemAsJson(problem: Problem, language: Language): Record<string, unknown> {
  const { code, table, sheet, row, column, columnKey, expected, found, message } = problem;
  return {
    code,
    table,
    sheet,
    row,
    column,
    columnKey,
    expected: expected[language],
    found,
    message: message[language],
  };
}

/** {job, asOf, changed, problems, notices, results, message, stopped, roundTrips, bytes}; asked for a preview: {…, preview} */
export function reportAsJson(report: JobReport, traffic: Traffic, language: Language, asPreview = false): string {
  const { job, asOf, changed, problems, notices, results, stopped, message, preview } = report;
  return JSON.stringify(
    {
      job,
      asOf: isoFromWallTime(asOf),
      changed,
      problems: problems.map((problem) => problemAsJson(problem, language)),
      notices: notices.map((problem) => problemAsJson(problem, language)),
      results,
      message: message[language],
      stopped,
      ...traffic,
      ...(asPreview && preview && { preview: previewAsJson(preview, language) }),
    },
    null,
    2,
  );
}

/** A row by its number or, where it has none, by its place on the sheet: `#R0007`, `第 91 行`; a judge's row and a setting as people call them: `4号`, `截至时间`. */
function rowWords({ table, row }: Problem, language: Language): string | undefined {
  if (row === undefined) return undefined;
  const title = rowTitle(table, String(row))[language];
  if (table !== undefined && title !== String(row)) return title;
  const [, number] = /^(\d+)$/.exec(String(row)) ?? [];
  const place = number ?? lineOfPlace(String(row)) ?? undefined;
  if (place === undefined) return `#${row}`;
  return language === 'zh' ? `第 ${place} 行` : `row ${place}`;
}

/** Longer than this nothing that was found is said again. */
const MOST_FOUND = 60;

/** What was found and what is wanted, where the message does not say it: the pane shows both beside each message. */
function factsBeside({ expected, found, foundIn, message }: Problem, language: Language): string {
  const [said, wanted] = [foundIn?.[language] ?? found, expected[language]];
  if (said === '' || wanted === '' || said.length > MOST_FOUND || message[language].includes(said)) return '';
  return language === 'zh' ? `（现为“${said}”，应为：${wanted}）` : ` (found “${said}”, expected: ${wanted})`;
}

function problemLine(problem: Problem, language: Language): string {
  const place = [problem.sheet, rowWords(problem, language), problem.column].filter(Boolean).join(' ');
  return `  ${place ? `[${place}] ` : ''}${problem.message[language]}${factsBeside(problem, language)}`;
}

/** Notices of one kind in one line: whoever wants each takes the JSON. */
function noticeLine(kind: readonly Problem[], language: Language): string {
  const [first] = kind;
  if (!first || kind.length === 1) return first ? problemLine(first, language) : '';
  const place = [first.sheet, first.column].filter(Boolean).join(' ');
  return `  ${place ? `[${place}] ` : ''}${kindLine(kind)[language]}`;
}

/** The report as a person reads it on a terminal: message, changes, problems with their places, requests and time. */
export function reportAsLines(report: JobReport, traffic: Traffic, language: Language, asPreview = false): string {
  const zh = language === 'zh';
  const changed = Object.entries(report.changed).map(
    ([table, { added, updated }]) => `  ${table}: +${added} ~${updated}`,
  );
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`${title} (${lines.length})`, ...lines] : [];
  return [
    report.message[language],
    ...block(asPreview ? (zh ? '将会写入' : 'Would change') : zh ? '写入' : 'Changed', changed),
    ...block(zh ? '逐行' : 'Row by row', asPreview && report.preview ? previewAsLines(report.preview, language) : []),
    ...block(zh ? '逐格' : 'Cell by cell', asPreview && report.preview ? changesAsLines(report.preview, language) : []),
    ...block(
      zh ? '问题' : 'Problems',
      report.problems.map((problem) => problemLine(problem, language)),
    ),
    ...(report.notices.length > 0
      ? [
          `${zh ? '请留意' : 'Worth a look'} (${report.notices.length})`,
          ...sameKind(report.notices).map((kind) => noticeLine(kind, language)),
        ]
      : []),
    `${zh ? '截至' : 'As of'} ${isoFromWallTime(report.asOf).replace('T', ' ')} · ${traffic.roundTrips} ${zh ? '次往返' : 'round trips'} · ${Math.ceil(traffic.bytes / 1024)} KB`,
  ].join('\n');
}
