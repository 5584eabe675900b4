// Which judge a sheet belongs to and where its criteria stand. Knows the sheet's name and header, none of its rows.
import { foldText, cellText } from '../import/cellText';
import type { RecognizedTable } from '../import/recognizeTable';
import { recognizeTable } from '../import/recognizeTable';
import type { SheetRows } from '../import/sheetRows';
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Criterion, Judge } from './contest';
import { compare, fromDecimal } from './exact';

/** A sheet of a file that one judge filled in, with the columns of its criteria found. */
export interface JudgeSheet {
  readonly judge: Judge;
  readonly sheet: string;
  readonly table: RecognizedTable;
  /** 0-based column index of each criterion, by criterionId. */
  readonly columnOf: Readonly<Record<string, number>>;
}

/**
 * A judge's name or id in the spelling by which sheets are matched; numbered judges are the same in both languages.
 * Examples: "评分·张三 " → "张三"; "评委０1" and "Judge 1" → "judge1"; "J01" → "j1".
 */
function normalizeJudge(raw: string): string {
  const name = foldText(raw)
    .replace(/^(?:评分|scores?)[·•.:_-]?/, '')
    .replace(/(^|\D)0+(?=\d)/g, '$1');
  return name.replace(/^(?:评委|judge)(?=\d+$)/, 'judge');
}

/** The judges whose name or id the sheet carries. Example: sheet “评委1” and a judge named 评委1 → that judge. */
export function judgesOfSheet(sheetName: string, judges: readonly Judge[]): Judge[] {
  const wanted = normalizeJudge(sheetName);
  return judges.filter((judge) =>
    [judge.name, judge.judgeId].some((name) => name !== '' && normalizeJudge(name) === wanted),
  );
}

/**
 * Recognises one judge's sheet, or says why it is left out whole: nobody of that name, an inactive judge, no header, a
 * criterion without a column, or a header whose maximum is not the criterion's (“真实性（20分）” for one of 25).
 */
export function recognizeJudgeSheet(
  sheet: SheetRows,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
): JudgeSheet | readonly Problem[] {
  const place = { table: 'Scores', sheet: sheet.name };
  const [judge, second] = judgesOfSheet(sheet.name, judges);
  if (!judge || second) {
    const names = text(judges.map(({ name }) => name).join('、'), judges.map(({ name }) => name).join(', '));
    const message = judge
      ? text(
          `工作表名“${sheet.name}”对应几位评委，整表未导入：请改用评委编号命名。`,
          `Several judges are called “${sheet.name}”, so the sheet is left out: name it by the judge's id.`,
        )
      : text(
          `没有名为“${sheet.name}”的评委，整表未导入：请改工作表名，或先登记评委。`,
          `No judge is called “${sheet.name}”, so the sheet is left out: rename it, or register the judge first.`,
        );
    return [
      { ...place, code: judge ? 'doubtful-judge' : 'unknown-judge', expected: names, found: sheet.name, message },
    ];
  }
  const target = { ...place, table: `Score_${judge.judgeId}` };
  if (!judge.active) {
    return [
      {
        ...target,
        code: 'inactive-judge',
        expected: text('参加评审的评委', 'an active judge'),
        found: sheet.name,
        message: text(
          `${judge.name}已停用，整表未导入：请核对评委表。`,
          `${judge.name} is not active, so the sheet is left out: check the judges.`,
        ),
      },
    ];
  }
  const table = scoreTableOf(sheet, criteria);
  if ('problem' in table) return [{ ...table.problem, ...target }];
  const problems = criteria.flatMap((criterion) => checkColumn(criterion, table, target));
  if (problems.length > 0) return problems;
  const columnOf = Object.fromEntries(
    criteria.map(({ criterionId }) => [criterionId, table.columnOf[criterionId] ?? -1]),
  );
  return { judge, sheet: sheet.name, table, columnOf };
}

/** Headers that name the number judges see, where the register's own 参评编号 stands beside it. */
const NUMBERS = ['编号', '盲评号', '盲评编号', '作品编号'];

/** Numbers by the name of what is judged (照片编号), as campaigns and earlier versions call them; those of units and judges are others. */
const OWN_NUMBER = /^(?!单位|评委|标准|盲评)\p{Script=Han}{1,4}编号$/u;

/** Headers of the sheet that name a number by what is judged. */
function ownNumbers({ rows }: SheetRows): string[] {
  const words = rows.flat().map((cell) => foldText(cellText(cell)));
  return [...new Set(words)].filter((word) => OWN_NUMBER.test(word) && !NUMBERS.includes(word));
}

/**
 * The table of a score sheet. A tab of the campaign workbook has the register's 参评编号 in a hidden column beside the number;
 * in a judge's own file the number may well be called that.
 */
function scoreTableOf(sheet: SheetRows, criteria: readonly Criterion[]): ReturnType<typeof recognizeTable> {
  const own = ownNumbers(sheet);
  const rest = [
    ...criteria.map(({ criterionId, name, aliases = [] }) => ({
      key: criterionId,
      headers: [name, criterionId, ...aliases],
      required: false,
    })),
    {
      key: '#total',
      headers: ['总分', '合计', '总成绩', '小计', '得分', 'total', 'subtotal'],
      required: false,
      derived: true,
    },
    { key: '#recusal', headers: ['回避', '是否回避', 'recused'], required: false },
    { key: '#remark', headers: ['评语', '评价', '意见', '备注', '说明', 'remark', 'comment', 'note'], required: false },
    // What the workbook has on its own score sheets, and nothing is taken from.
    { key: '#title', headers: ['题目', '作品题目', '标题', 'title'], required: false, derived: true },
    { key: '#wrong', headers: ['不合规项', 'wrong cells'], required: false, derived: true },
    { key: '#done', headers: ['完成', 'done'], required: false, derived: true },
    { key: '#issue', headers: ['待改正', 'to correct'], required: false, derived: true },
  ];
  const both = recognizeTable(
    sheet.rows,
    [
      { key: '#number', headers: NUMBERS, required: true },
      { key: '#entry', headers: ['参评编号', ...own], required: true },
      ...rest,
    ],
    sheet,
  );
  if (!('problem' in both) && NUMBERS.includes(foldText(both.headers[both.columnOf['#number'] ?? -1] ?? '')))
    return both;
  return recognizeTable(
    sheet.rows,
    [
      {
        key: '#number',
        headers: ['编号', '作品编号', ...own, '盲评编号', '盲评号', '序号', 'number', 'no.'],
        required: true,
      },
      ...rest,
    ],
    sheet,
  );
}

/** True when the sheet has a number and any criterion for columns, whoever's it is. Example: a register of stories has not. */
export function looksLikeScores(sheet: SheetRows, criteria: readonly Criterion[]): boolean {
  const table = scoreTableOf(sheet, criteria);
  return !('problem' in table) && criteria.some(({ criterionId }) => table.columnOf[criterionId] !== undefined);
}

function checkColumn(
  criterion: Criterion,
  table: RecognizedTable,
  target: { table: string; sheet: string },
): Problem[] {
  const column = table.columnOf[criterion.criterionId];
  const row = table.headerRow;
  const expected = text(`${criterion.name}（${criterion.maximum}分）`, `${criterion.name} (${criterion.maximum})`);
  if (column === undefined) {
    return [
      {
        ...target,
        row,
        code: 'missing-criterion',
        expected,
        found: '',
        message: text(
          `没有“${criterion.name}”一列，整表未导入：请补上该列。`,
          `There is no column for “${criterion.name}”, so the sheet is left out: add it.`,
        ),
      },
    ];
  }
  const header = table.headers[column] ?? '';
  const stated = statedMaximum(header, criterion.name);
  if (stated === null || compare(fromDecimal(stated), fromDecimal(criterion.maximum)) === 0) return [];
  return [
    {
      ...target,
      row,
      column: header,
      code: 'criterion-maximum-differs',
      expected,
      found: header,
      message: text(
        `表头写的满分${stated}与评分标准的${criterion.maximum}不同，整表未导入：请核对后统一。`,
        `The header says ${stated} but the criterion's maximum is ${criterion.maximum}, so the sheet is left out: make them agree.`,
      ),
    },
  ];
}

/** The maximum that a header states, or null. Examples: “真实性（25分）” → "25"; “真实性 0-25分” → "25"; “真实性” → null. */
function statedMaximum(header: string, name: string): string | null {
  const rest = foldText(cellText(header)).replace(foldText(name), '');
  const match = /(\d+(?:\.\d+)?)(?:分|points?)/.exec(rest) ?? /\((?:满分|max\.?|\d+[-–~])?(\d+(?:\.\d+)?)\)/.exec(rest);
  return match?.[1] ?? null;
}
