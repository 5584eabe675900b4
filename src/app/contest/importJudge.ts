// Take back a judge's sheet that was handed out as a file: checked against what was handed out, then read like any scores.
import { normalizeNumber } from '../../core/contest/blindNumber';
import type { Judge } from '../../core/contest/contest';
import { recognizeJudgeSheet } from '../../core/contest/judgeSheet';
import { cellText } from '../../core/import/cellText';
import type { SheetRows } from '../../core/import/sheetRows';
import { isBlankSheet, nothingInFile } from '../../core/import/uselessFile';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text } from '../../core/ground/text';
import { criteriaFingerprint, readMark } from '../../workbook/tables/scoreSheet/handedOutSheet';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { askedSheets, withRequests } from '../imports/askedRows';
import type { ImportScoresResults } from './takeScores';
import { beneathDecision } from './decidedGate';
import { decideScores } from './takeScores';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import type { ImportJudgeInput } from './importJudgeJob';

interface Marked {
  readonly sheet: SheetRows;
  readonly judge: Judge;
}

function fault(
  code: ProblemCode,
  sheet: string,
  found: string,
  expected: Problem['expected'],
  message: Problem['message'],
): Problem {
  return { code, sheet, found, expected, message };
}

/** The one sheet with a mark, whose judge it is by mark, by name and by what was asked for, made from the criteria as they are. */
function trusted(
  { campaign }: Situation,
  { file, judge: asked }: ImportJudgeInput,
  sheets: readonly SheetRows[],
): Marked | Problem[] {
  const marked = sheets.flatMap((sheet) => {
    const mark = readMark(sheet.rows);
    return mark ? [{ sheet, mark }] : [];
  });
  const [only] = marked;
  if (!only || marked.length > 1) {
    return [
      fault(
        'not-handed-out',
        file.name,
        String(marked.length),
        text('一张由本工作簿导出的评分表', 'one score sheet that this workbook handed out'),
        text(
          '文件里没有（或不止一张）导出的评分表：请用原来交给评委的文件，或改用“导入评分”。',
          'The file holds no handed-out score sheet, or several: use the file that the judge was given, or “Import scores”.',
        ),
      ),
    ];
  }
  const { sheet, mark } = only;
  const judge = campaign.judges.find(({ judgeId }) => judgeId === mark.judgeId);
  if (!judge)
    return [
      fault(
        'wrong-judge',
        sheet.name,
        mark.judgeId,
        text('评委表里的评委', 'a judge of this workbook'),
        text(
          `文件属于评委 ${mark.judgeId}，评委表里没有这一位：请核对是否别的活动的文件。`,
          `The file is of judge ${mark.judgeId}, who is not in this workbook: is it of another campaign?`,
        ),
      ),
    ];
  const wanted = (asked ?? '').trim();
  if (wanted !== '' && wanted !== judge.judgeId && wanted !== judge.name) {
    return [
      fault(
        'wrong-judge',
        sheet.name,
        judge.name,
        text(wanted, wanted),
        text(
          `这是${judge.name}（${judge.judgeId}）的评分表，不是${wanted}的：没有导入。`,
          `This is the sheet of ${judge.name} (${judge.judgeId}), not of ${wanted}: nothing was taken.`,
        ),
      ),
    ];
  }
  if (mark.fingerprint !== criteriaFingerprint(campaign.criteria)) {
    return [
      fault(
        'criteria-changed',
        sheet.name,
        mark.fingerprint,
        text(criteriaFingerprint(campaign.criteria), criteriaFingerprint(campaign.criteria)),
        text(
          '导出之后评分标准改过，文件按旧标准打分：请用现在的标准重新导出，请评委重新确认。',
          'The criteria changed since the file was handed out: hand it out anew and let the judge confirm.',
        ),
      ),
    ];
  }
  return { sheet, judge };
}

interface CheckedRows {
  /** Rows that may not be taken, 1-based. */
  readonly bad: ReadonlySet<number>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Rows that were added and titles that no longer belong to their number are left out; rows that are gone are named. */
function checkedRows({ campaign }: Situation, { sheet, judge }: Marked): CheckedRows | Problem[] {
  const found = recognizeJudgeSheet({ ...sheet, name: judge.name }, campaign.judges, campaign.criteria);
  if (!('judge' in found)) return found.map((problem) => ({ ...problem, sheet: sheet.name }));
  const { table } = found;
  const numberAt = table.columnOf['#number'] ?? -1;
  const titleAt = table.headers.findIndex((header) => /^(题目|title)$/i.test(cellText(header).trim()));
  const entryOf = new Map(
    campaign.entries.filter(({ eligible }) => eligible).map((entry) => [normalizeNumber(entry.blindNo), entry]),
  );
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const bad = new Set<number>();
  for (const row of [...table.leftOut, ...table.doubtful]) seen.add(normalizeNumber(cellText(row.cells[numberAt])));
  for (const row of table.dataRows) {
    const number = cellText(row.cells[numberAt]);
    const entry = entryOf.get(normalizeNumber(number));
    const title = titleAt < 0 ? '' : cellText(row.cells[titleAt]);
    const place = { table: scoreTableName(judge.judgeId), sheet: sheet.name, row: row.rowNumber };
    seen.add(normalizeNumber(number));
    if (!entry) {
      bad.add(row.rowNumber);
      problems.push({
        ...place,
        code: 'extra-row',
        column: table.headers[numberAt],
        found: number || title,
        expected: text('导出时就有的编号', 'a number that was handed out'),
        message: text(
          `第${row.rowNumber}行（${number || title || '空编号'}）不是导出的作品，未导入：请核对编号。`,
          `Row ${row.rowNumber} (${number || title || 'no number'}) is no entry that was handed out and is left out: check the number.`,
        ),
      });
    } else if (titleAt >= 0 && title.replace(/\s+/g, '') !== entry.title.replace(/\s+/g, '')) {
      bad.add(row.rowNumber);
      problems.push({
        ...place,
        code: 'title-differs',
        column: table.headers[titleAt],
        found: title,
        expected: text(entry.title, entry.title),
        message: text(
          `第${row.rowNumber}行编号${number}的题目与登记的《${entry.title}》不同，可能移了行，未导入：请与评委核对。`,
          `Row ${row.rowNumber}: the title of no. ${number} is not “${entry.title}”; rows may have been moved, so it is left out.`,
        ),
      });
    }
  }
  const missing = [...entryOf.entries()].filter(([number]) => !seen.has(number)).map(([, entry]) => entry.blindNo);
  const notices: Problem[] =
    missing.length === 0
      ? []
      : [
          {
            code: 'missing-rows',
            table: scoreTableName(judge.judgeId),
            sheet: sheet.name,
            found: missing.join('、'),
            expected: text('全部参评作品', 'every eligible entry'),
            message: text(
              `文件里没有${missing.join('、')}号：导出后新增，或被删行；工作簿里这些编号的评分没有改动。`,
              `The file lacks no. ${missing.join(', ')}: added since, or deleted; what the workbook has for them is unchanged.`,
            ),
          },
        ];
  return { bad, problems, notices };
}

/** Places in the sheet that the judge's name stands for, by the name that it has in the file. */
function inFile<Placed extends Pick<Problem, 'sheet'>>(placed: readonly Placed[], { sheet, judge }: Marked): Placed[] {
  return placed.map((each) => (each.sheet === judge.name ? { ...each, sheet: sheet.name } : each));
}

/** Takes a judge’s own file back: only the sheet that was handed out, only that judge’s rows, only cells that may be written. */
export function decideImportJudge(situation: Situation, input: ImportJudgeInput): Decision<ImportScoresResults> {
  const asked = askedSheets({ ...input, hidden: 'take' }, []);
  if (asked.sheets.every(isBlankSheet)) return stop([nothingInFile('Scores')]);
  const marked = trusted(situation, input, asked.sheets);
  if (!('sheet' in marked)) return stop(marked);
  const checked = checkedRows(situation, marked);
  if (!('bad' in checked)) return stop(checked);
  const { judge, sheet } = marked;
  const ready: SheetRows = {
    ...sheet,
    name: judge.name,
    leaveOut: new Set([...(sheet.leaveOut ?? []), ...checked.bad]),
  };
  const { decision, source } = decideScores(
    situation,
    [ready],
    input.overwrite,
    checked.problems.map((problem) => ({ ...problem, sheet: judge.name })),
  );
  const { preview } = decision;
  const rows = inFile(preview?.rows ?? [], marked).map((row) => ({
    ...row,
    problems: inFile(row.problems, marked),
    notices: inFile(row.notices, marked),
  }));
  const taken = withRequests(
    {
      ...decision,
      problems: inFile(decision.problems ?? [], marked),
      notices: [...checked.notices, ...inFile(decision.notices ?? [], marked)],
      preview: preview && { ...preview, rows, sheets: preview.sheets?.map((each) => ({ ...each, name: sheet.name })) },
      message: decision.stopped
        ? decision.message
        : text(
            `${judge.name}的评分表已读回。${decision.message.zh}`,
            `The sheet of ${judge.name} is read back. ${decision.message.en}`,
          ),
    },
    asked,
    source.map((table) => ({ ...table, sheet: sheet.name })),
    scoreTableName(judge.judgeId),
  );
  return beneathDecision(situation, input.decided, taken);
}
