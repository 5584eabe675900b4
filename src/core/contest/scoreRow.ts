// Reads one row of a judge's sheet: which entry, which scores, recused or not. Knows nothing of what the workbook has.
import { cellText, foldText, meansNone, rawText } from '../import/cellText';
import type { DataRow } from '../import/recognizeTable';
import type { Problem } from '../ground/problem';
import type { ProblemCode } from '../ground/problemCodes';
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import { normalizeNumber } from './blindNumber';
import type { Criterion, Entry, Score } from './contest';
import { compare, decimalFromNumber, fromDecimal, sum, toDecimal } from './exact';
import type { JudgeSheet } from './judgeSheet';
import { expectedScore, parseScore } from './parseScore';
import { isRecused } from './recusal';
import { scoreCellMessage } from './scoreMessages';
import { plainNumber } from './storyWords';
import { subtotal } from './subtotal';

interface ReadScoreRow {
  /** Null when the row is left out or holds nothing to take. */
  readonly score: Score | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Looks up entries by number; several when two entries of the workbook share it. */
type FindEntries = (number: string) => readonly Entry[];

type Place = Pick<Problem, 'table' | 'sheet' | 'row' | 'column' | 'found'>;

/** What the judge says of the story in words: 评语 or 备注; '' when nothing. */
export function remarkOf(sheet: JudgeSheet, row: DataRow): string {
  const written = cellText(row.cells[sheet.table.columnOf['#remark'] ?? -1]);
  return meansNone(written) ? '' : written;
}

/** Normalised number in the row; '' when there is none. */
export function numberOf(sheet: JudgeSheet, row: DataRow): string {
  return normalizeNumber(plainNumber(cellText(row.cells[sheet.table.columnOf['#number'] ?? -1])));
}

/**
 * One row to a score, all or nothing: a wrong cell leaves the whole row out, with a problem for each. A row without any
 * score is not scored yet (S-1); a remark with 回避 or 弃权, or the judge's own unit, makes it recused (S-2).
 */
export function readScoreRow(
  sheet: JudgeSheet,
  row: DataRow,
  criteria: readonly Criterion[],
  find: FindEntries,
): ReadScoreRow {
  const place = (column: number | undefined): Place => ({
    table: `Score_${sheet.judge.judgeId}`,
    sheet: sheet.sheet,
    row: row.rowNumber,
    column: sheet.table.headers[column ?? -1],
    found: rawText(row.cells[column ?? -1]),
  });
  const number = plainNumber(cellText(row.cells[sheet.table.columnOf['#number'] ?? -1]));
  const found = find(number);
  const entry = found[0];
  if (!entry || found.length > 1) {
    return out({ ...place(sheet.table.columnOf['#number']), ...numberFault(number, found.length) });
  }
  const who = `${sheet.judge.name}·${number}`;
  const cells = criteria.map((criterion) => {
    const column = sheet.columnOf[criterion.criterionId];
    return { criterion, place: place(column), parsed: parseScore(row.cells[column ?? -1], criterion) };
  });
  const blank = cells.every(({ parsed }) => parsed.kind === 'missing');
  const remarkColumn = recusalColumn(sheet, row);
  if (remarkColumn !== null || isRecused(sheet.judge, entry)) {
    if (blank) return { score: scoreOf(sheet, entry, cells, true), problems: [], notices: [] };
    return out({ ...place(remarkColumn ?? sheet.table.columnOf['#number']), ...recusedFault(who) });
  }
  if (blank) {
    const notice: Problem = {
      ...place(sheet.table.columnOf['#number']),
      code: 'not-scored-yet',
      expected: text('各项评分', 'a score for each criterion'),
      message: text(`${who}号尚未打分。`, `${who} has no scores yet.`),
    };
    return { score: null, problems: [], notices: [notice] };
  }
  const problems = cells.flatMap(({ criterion, place: at, parsed }): Problem[] => {
    if (parsed.kind === 'score') return [];
    const code = parsed.kind === 'missing' ? 'missing-score' : parsed.code;
    return [
      {
        ...at,
        code,
        expected: expectedScore(criterion),
        message: scoreCellMessage(code, who, criterion, String(at.found ?? '')),
      },
    ];
  });
  if (problems.length > 0) return { score: null, problems, notices: [] };
  const score = scoreOf(sheet, entry, cells, false);
  const notices = cells.flatMap(({ criterion, place: at, parsed }): Problem[] =>
    parsed.kind !== 'score' || !parsed.unitText
      ? []
      : [
          {
            ...at,
            code: 'unit-text',
            expected: expectedScore(criterion),
            message: text(
              `${who}号“${criterion.name}”写成“${at.found}”，按${parsed.value}导入。`,
              `${who}: “${criterion.name}” says “${at.found}” and is taken as ${parsed.value}.`,
            ),
          },
        ],
  );
  return { score, problems, notices: [...notices, ...totalNotice(sheet, row, score, criteria, place, who)] };
}

function out(problem: Problem): ReadScoreRow {
  return { score: null, problems: [problem], notices: [] };
}

/** What to say of a number that no story has, or several; `matches`: how many have it. */
export function numberFault(number: string, matches: number): { code: ProblemCode; expected: Text; message: Text } {
  const expected = text('参评作品中的编号', 'a number of the register of entries');
  if (number === '')
    return {
      code: 'missing-number',
      expected,
      message: text(
        '缺编号，不知道是哪件作品：请补上。',
        'The number is missing, so the story is not known: fill it in.',
      ),
    };
  return matches > 1
    ? {
        code: 'doubtful-number',
        expected,
        message: text(
          `工作簿中有${matches}件作品编号为${number}：请先改参评作品。`,
          `The workbook has ${matches} entries with number ${number}: correct the register of entries first.`,
        ),
      }
    : {
        code: 'unknown-number',
        expected,
        message: text(`参评作品中没有编号${number}：请核对编号。`, `No entry has number ${number}: check it.`),
      };
}

function recusedFault(who: string): { code: ProblemCode; expected: Text; message: Text } {
  return {
    code: 'recused-scored',
    expected: text('回避的评委不打分', 'no score from a recused judge'),
    message: text(
      `${who}号应回避但有评分，整行未导入：请清除评分或去掉回避。`,
      `${who} is recused but has scores, so the row is left out: clear the scores or the recusal.`,
    ),
  };
}

const NEGATED = /(?:不|无|未|否|没有|无需|无须|不用|不需要?|不存在)(?:存在|需要?|用)?(?:回避|弃权)/;
const YES = new Set(['是', '√', '✓', '✔', 'y', 'yes', 'true', '1', 'x']);

/** Index of the column that makes the row recused, or null. Example: “需要回避” under 备注 → that column; “无需回避” → null. */
export function recusalColumn(sheet: JudgeSheet, row: DataRow): number | null {
  for (const key of ['#recusal', '#remark']) {
    const column = sheet.table.columnOf[key];
    if (column === undefined) continue;
    const said = foldText(cellText(row.cells[column]));
    if ((/回避|弃权|recused/.test(said) && !NEGATED.test(said)) || (key === '#recusal' && YES.has(said))) return column;
  }
  return null;
}

function scoreOf(
  sheet: JudgeSheet,
  entry: Entry,
  cells: readonly { criterion: Criterion; parsed: ReturnType<typeof parseScore> }[],
  recused: boolean,
): Score {
  const scores = Object.fromEntries(
    cells.map(({ criterion, parsed }) => [criterion.criterionId, parsed.kind === 'score' ? parsed.value : null]),
  );
  return { judgeId: sheet.judge.judgeId, entryId: entry.entryId, scores, recused };
}

/** The total of the file is never taken; it only may show that a score was mistyped. */
function totalNotice(
  sheet: JudgeSheet,
  row: DataRow,
  score: Score,
  criteria: readonly Criterion[],
  place: (column: number | undefined) => Place,
  who: string,
): Problem[] {
  const column = sheet.table.columnOf['#total'];
  const cell = row.cells[column ?? -1];
  if (column === undefined || cellText(cell) === '') return [];
  const plain = sum(criteria.map(({ criterionId }) => fromDecimal(score.scores[criterionId] ?? '0')));
  const weighted = subtotal(score, criteria) ?? plain;
  const stated =
    typeof cell === 'number' && Number.isFinite(cell)
      ? decimalFromNumber(cell)
      : cellText(cell)
          .normalize('NFKC')
          .replace(/\s*分$/, '');
  const agrees =
    /^\d+(\.\d+)?$/.test(stated) && [plain, weighted].some((total) => compare(fromDecimal(stated), total) === 0);
  if (agrees) return [];
  const total = toDecimal(weighted);
  return [
    {
      ...place(column),
      code: 'total-differs',
      expected: text(total, total),
      message: text(
        `${who}号各项合计${total}，与所填总分不同：按各项导入，请核对有无误填。`,
        `${who} adds up to ${total}, not to the stated total: the scores are taken, check them for slips.`,
      ),
    },
  ];
}
