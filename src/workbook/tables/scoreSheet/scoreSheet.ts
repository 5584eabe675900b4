// 评分·<评委>: one entry before this judge. The table's columns follow from the criteria; nothing here shows other judges' scores.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Language } from '../../../core/ground/text';
import { resembles } from '../../../core/roster/resemblance';
import { text } from '../../../core/ground/text';
import { labelFormula, placeOfCode } from '../../contract/cellFormulas';
import { SCORE_DECIMALS } from '../../../core/contest/parseScore';
import { type ISSUE, withIssues } from '../../contract/issueColumn';
import { foldedHeader } from '../../contract/headerPlaces';
import { PALETTE } from '../../contract/palette';
import { defineTable } from '../../contract/spec';
import type { ColumnSpec, FormulaWords, TableSpec } from '../../contract/spec';
import type { WrongCell } from '../../contract/wrongCells';

/** The judge's id follows. It is part of workbooks, and so never changes. */
export const SCORE_TABLE_PREFIX = 'Score_';
type ScoreTable = `${typeof SCORE_TABLE_PREFIX}${string}`;
/** The column of a criterion. */
type ScoreColumn = `score.${string}`;
/** Said here too: names of tables are read off their keys, and this table's name is computed. */
type OwnKey = ScoreColumn | 'entryId' | 'blindNo' | 'title' | 'wrong' | 'subtotal' | 'recused' | 'done' | 'remark';
type ScoreSheetKey = OwnKey | typeof ISSUE;

declare module '../../contract/keys' {
  interface ColumnKeys {
    [table: ScoreTable]: ScoreSheetKey;
  }
}

/** Tab of a judge who scores, and of one who has left. */
export const SCORE_TAB = '#A78BFA';
/** Of a judge who has left: the sheet stays. */
export const RETIRED_TAB = '#9CA3AF';

/** Example: `scoreTableName("J01") === "Score_J01"`. */
export function scoreTableName(judgeId: string): ScoreTable {
  return `${SCORE_TABLE_PREFIX}${judgeId}`;
}

/** Key of a criterion's column in a score sheet. */
export function scoreKey(criterionId: string): ScoreColumn {
  return `score.${criterionId}`;
}

/** True for the key of a criterion's column. */
export const isScoreKey = (key: string): boolean => key.startsWith('score.');

/** How a formula names a limit or weight of a criterion. */
type Limit = (f: FormulaWords<never>, criterion: Criterion, key: 'weight' | 'minimum' | 'maximum' | 'step') => string;

const lookedUp: Limit = (f, { criterionId }, key) =>
  `INDEX(${f.column('Criteria', key)},MATCH("${criterionId}",${f.column('Criteria', 'criterionId')},0))`;
/** The same where an error counts as an empty cell; not for every limit, since the formula must not exceed the length that Excel takes. */
const orNothing = (limit: Limit): Limit =>
  limit === written ? written : (f, criterion, key) => `IFERROR(${limit(f, criterion, key)},0)`;
/** A sheet that is handed out alone has no criteria table beside it. */
const written: Limit = (_f, criterion, key) => String(Number(criterion[key] || '0'));

/** Characters that all scores together may take, so that eight criteria are still legible on one page across. */
const SCORES_WIDTH = 97;

/** Characters of a score's column among so many criteria. */
const scoreWidth = (criteria: number): number => Math.max(8, Math.min(17, Math.floor(SCORES_WIDTH / criteria)));

/** The name of a criterion in the header of its column. Example: "真实性（25分）" → "真实性"; null: a header of another kind. */
function criterionIn(header: string): string | null {
  const match = /^(.+?)\s*[（(]\s*[\d.]+\s*分?\s*[）)]$/.exec(header.trim());
  return match?.[1] === undefined ? null : foldedHeader(match[1]);
}

/** Whether a column is headed as those of criteria are. Example: "真实性（25分）". */
export const isCriterionHeader = (header: string): boolean => criterionIn(header) !== null;

/** Full marks or a letter of the name were changed among the criteria after the sheet was made. */
function standsFor(header: string, { name }: Criterion): boolean {
  const [said, own] = [criterionIn(header), foldedHeader(name)];
  return said !== null && said !== '' && (said === own || resembles(said, own));
}

function scoreColumn(criterion: Criterion, width: number): ColumnSpec<ScoreColumn, never> {
  const range = `${criterion.minimum}–${criterion.maximum}`;
  return {
    key: scoreKey(criterion.criterionId),
    header: text(`${criterion.name}（${criterion.maximum}分）`, `${criterion.name} (${criterion.maximum})`),
    likewise: (header) => standsFor(header, criterion),
    type: 'decimal',
    width,
    input: true,
    center: true,
    numberFormat: '0.0##',
    validation: () => ({ kind: 'decimal', min: Number(criterion.minimum), max: Number(criterion.maximum) }),
    prompt: text(
      `${range} 分，间隔 ${criterion.step}；没看完请留空，不要填 0`,
      `${range}, in steps of ${criterion.step}; leave it empty when not judged, do not type 0`,
    ),
  };
}

/** A number without the noise that copied cells bring along, as the rules read it. */
const withoutNoise = (number: string): string => `ROUND(${number},${SCORE_DECIMALS})`;

/** 1 when the cell holds a number off the criterion's range or step (steps count from the minimum), else 0. */
function wrongCell(f: FormulaWords<ScoreColumn>, criterion: Criterion, limit: Limit): string {
  const cell = f.cell(scoreKey(criterion.criterionId));
  const score = withoutNoise(`N(${cell})`);
  const minimum = limit(f, criterion, 'minimum');
  const step = limit(f, criterion, 'step');
  const steps = `(${score}-${minimum})/IF(N(${step})>0,${step},1)`;
  // How far it is to the nearest step, said once: with many criteria the formula would exceed the length that Excel takes.
  const outside = `(${score}<${minimum})+(${score}>${orNothing(limit)(f, criterion, 'maximum')})`;
  // Against a minimum or a step that is an error nothing can be said; the criterion's row names it.
  return `ISNUMBER(${cell})*IFERROR(${outside}+(ABS(MOD(${steps}+0.5,1)-0.5)>0.000000001)>0,0)`;
}

/** Up to so many criteria are looked at step by step: the formula must not exceed the length that Excel takes. */
const TO_THE_STEP = 9;

/** Another number than that of the story whose scores the row holds. */
const OTHER_NUMBER: WrongCell<'blindNo' | 'entryId'> = {
  columns: ['blindNo'],
  when: (f): string => {
    const shown = f.cell('blindNo');
    const at = `MATCH(${f.cell('entryId')},${f.column('Entries', 'entryId')},0)`;
    const own = `IFERROR(INDEX(${f.column('Entries', 'blindNo')},${at}),"")`;
    // 01 is 1.
    return `IF(TRIM(${shown})="",FALSE,IFERROR(IFERROR(0+${own}<>0+${shown},TRIM(${own})<>TRIM(${shown})),FALSE))`;
  },
  doubtful: true,
};

/** Text is no score for the formulas, whatever number it spells. */
function wrongScores(criteria: readonly Criterion[]): WrongCell<ScoreColumn>[] {
  return criteria.map((criterion): WrongCell<ScoreColumn> => {
    const key = scoreKey(criterion.criterionId);
    return {
      columns: [key],
      when: (f): string => {
        const cell = f.cell(key);
        const score = withoutNoise(cell);
        const outside = `IFERROR(OR(${score}<N(${lookedUp(f, criterion, 'minimum')}),${score}>${lookedUp(f, criterion, 'maximum')}),FALSE)`;
        const wrong = criteria.length > TO_THE_STEP ? outside : `${wrongCell(f, criterion, lookedUp)}>0`;
        return `IF(ISNUMBER(${cell}),${wrong},IF(ISERROR(${cell}),TRUE,TRIM(${cell})<>""))`;
      },
    };
  });
}

/** The score sheet of one judge; `alone`: for a workbook that holds nothing else. Sheet titles hold at most 31 characters and none of : \ / ? * [ ]. */
export function scoreSheetSpec(
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
  alone = false,
): TableSpec<ScoreSheetKey> {
  const limit = alone ? written : lookedUp;
  const keys = criteria.map((criterion) => scoreKey(criterion.criterionId));
  const count = (f: FormulaWords<ScoreColumn>): string => `COUNT(${keys.map((key) => f.cell(key)).join(',')})`;
  const wrong = (f: FormulaWords<ScoreColumn>): string =>
    `=${criteria.map((criterion) => wrongCell(f, criterion, limit)).join('+')}`;
  const shownName = (judge.name || judge.judgeId).replace(/[:\\/?*[\]]/g, ' ').slice(0, 24);
  const word = (zh: string, en: string): string => `"${language === 'zh' ? zh : en}"`;
  const isRecused = (f: FormulaWords<'recused'>): string =>
    `${labelFormula(f.cell('recused'), 'yesNo', 'no')}=${placeOfCode('yesNo', 'yes')}`;
  const sheet = defineTable<OwnKey>({
    name: scoreTableName(judge.judgeId),
    sheet: text(`评分·${shownName}`, `Scores ${shownName}`),
    title: text(`评分表　${judge.name || judge.judgeId}`, `Score sheet: ${judge.name || judge.judgeId}`),
    guide: text(
      '只填白色格子。需要回避的在“回避”选“是”。没看完的留空，不要填 0。',
      'Fill in the white cells only. Choose Yes under Recused where you must not judge. Leave empty what you have not judged.',
    ),
    headline: (f): string => {
      const done = `(COUNTIFS(${f.column(scoreTableName(judge.judgeId), 'done')},"✓*")+COUNTIFS(${f.column(scoreTableName(judge.judgeId), 'done')},${word('回避', 'Recused')}))`;
      const all = `COUNTIFS(${f.column(scoreTableName(judge.judgeId), alone ? 'blindNo' : 'entryId')},"?*")`;
      const left = `(${all}-${done})`;
      const retired = (formula: string): string =>
        alone
          ? `=${formula}`
          : `=IF(COUNTIFS(${f.column('Judges', 'judgeId')},"${judge.judgeId}",${f.column('Judges', 'active')},${f.label('yesNo', 'no')})>0,${word('已停用：所填保留，不计入成绩', 'Retired: what is here is kept and does not count')},${formula})`;
      return retired(
        language === 'zh'
          ? `IF(${left}<=0,"全部 "&${all}&" 篇已评完","共 "&${all}&" 篇，还差 "&${left}&" 篇")`
          : `IF(${left}<=0,"All "&${all}&" entries judged",${all}&" entries, "&${left}&" to go")`,
      );
    },
    typeInstead: text(
      '请填同一行各项的分数；要回避的在“回避”选“是”。',
      'Enter the scores of this row; choose Yes under Recused where you must not judge.',
    ),
    key: [alone ? 'blindNo' : 'entryId'],
    tabColor: SCORE_TAB,
    landscape: true,
    signed: text(
      '评委签名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日',
      'Judge’s signature: ____________________    Date: ______________',
    ),
    frozen: alone ? 2 : 3,
    columns: [
      ...(alone
        ? []
        : [
            {
              key: 'entryId',
              header: text('参评编号', 'Entry ID'),
              formerly: ['故事编号'],
              type: 'id',
              width: 8,
              hidden: true,
            } as const,
          ]),
      { key: 'blindNo', header: text('编号', 'No.'), type: 'id', width: 8, center: true },
      { key: 'title', header: text('题目', 'Title'), type: 'longText', width: 23 },
      ...criteria.map((criterion) => scoreColumn(criterion, scoreWidth(criteria.length))),
      {
        key: 'wrong',
        header: text('不合规项', 'Wrong cells'),
        type: 'integer',
        width: 8,
        hidden: true,
        formula: wrong,
      },
      {
        key: 'subtotal',
        header: text('小计', 'Subtotal'),
        type: 'decimal',
        width: 10,
        center: true,
        numberFormat: '0.00',
        formula: (f): string => {
          const sum = criteria
            .map(
              (c) =>
                `${orNothing(limit)(f, c, 'weight')}*${withoutNoise(f.cell(scoreKey(c.criterionId)))}/${limit(f, c, 'maximum')}`,
            )
            .join('+');
          return `=IF(OR(${isRecused(f)},${count(f)}<${criteria.length},${f.cell('wrong')}>0),"",IFERROR(ROUND(${sum},11),""))`;
        },
      },
      {
        key: 'recused',
        header: text('回避', 'Recused'),
        type: 'choice',
        labels: 'yesNo',
        width: 9,
        input: true,
        center: true,
      },
      {
        key: 'done',
        header: text('完成', 'Done'),
        type: 'text',
        width: 12,
        center: true,
        formula: (f): string =>
          `=IF(${isRecused(f)},${word('回避', 'Recused')},IF(${count(f)}=0,${word('未评', 'To do')},IF(${f.cell('wrong')}>0,${word('分值不对', 'Wrong value')},IF(${count(f)}<${criteria.length},${word('缺', 'Missing ')}&(${criteria.length}-${count(f)})&${word('项', '')},${word('✓ 已评', '✓ Done')}))))`,
      },
      { key: 'remark', header: text('评语', 'Remark'), type: 'longText', width: 22, input: true },
    ],
    highlights: [
      {
        when: (cell) => `${cell('done')}=${word('回避', 'Recused')}`,
        fill: PALETTE.offFill,
        color: PALETTE.offInk,
      },
      {
        when: (cell) => `LEFT(${cell('done')},1)="✓"`,
        columns: ['done'],
        fill: PALETTE.goodFill,
        color: PALETTE.goodInk,
      },
      {
        when: (cell) => `${cell('done')}=${word('分值不对', 'Wrong value')}`,
        columns: ['done'],
        fill: PALETTE.overdueFill,
        color: PALETTE.overdueInk,
        bold: true,
      },
      {
        when: (cell) => `LEFT(${cell('done')},1)=${word('缺', 'M')}`,
        columns: ['done'],
        fill: PALETTE.partFill,
        color: PALETTE.partInk,
      },
    ],
  });
  // A sheet that is handed out says it to its judge under 完成.
  return alone ? sheet : withIssues<OwnKey>(sheet, [OTHER_NUMBER, ...wrongScores(criteria)], false);
}
