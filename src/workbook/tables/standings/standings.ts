// 成绩排名: one entry's result. A column a judge at the right end; score and rank are live formulas over them (S-4, S-6, R-1).
import type { ContestRules, Judge } from '../../../core/contest/contest';
import { text } from '../../../core/ground/text';
import { labelFormula, placeOfCode, wholeFormula } from '../../contract/cellFormulas';
import { ISSUE, withIssues } from '../../contract/issueColumn';
import type { CodeOf } from '../../contract/labels';
import { PALETTE } from '../../contract/palette';
import { isCalled } from '../../contract/headerPlaces';
import type { TableSnapshot } from '../../contract/snapshot';
import { columnOf, defineTable } from '../../contract/spec';
import type { ColumnSpec, FormulaWords, KeyOf } from '../../contract/spec';
import { scoreTableName } from '../scoreSheet/scoreSheet';

/** A judge’s column. */
type JudgeColumn = `judge.${string}`;

/** Key of the column with a judge’s total. */
export function judgeKey(judgeId: string): JudgeColumn {
  return `judge.${judgeId}`;
}

function judgeColumn(judge: Judge): ColumnSpec<JudgeColumn, 'entryId'> {
  const table = scoreTableName(judge.judgeId);
  return {
    key: judgeKey(judge.judgeId),
    header: text(
      `${judge.name || judge.judgeId}（${judge.judgeId}）`,
      `${judge.name || judge.judgeId} (${judge.judgeId})`,
    ),
    // A judge who got another name since keeps the column.
    likewise: (header) => header.endsWith(`（${judge.judgeId}）`) || header.endsWith(` (${judge.judgeId})`),
    type: 'decimal',
    width: 10,
    center: true,
    numberFormat: '0.00',
    formula: (f): string =>
      `=IFERROR(INDEX(${f.column(table, 'subtotal')},MATCH(${f.cell('entryId')},${f.column(table, 'entryId')},0)),"")`,
  };
}

/** Rows whose shown score and tie key are decided before this row's, and rows level with it. */
function ahead(f: FormulaWords<'shown' | 'tieKey'>): { before: string; level: string } {
  const shown = f.column('Standings', 'shown');
  const key = f.column('Standings', 'tieKey');
  const scored = `ISNUMBER(${shown})*(${f.column('Standings', 'eligible')}<>${f.label('yesNo', 'no')})`;
  const same = `(${shown}=${f.cell('shown')})`;
  return {
    before: `SUMPRODUCT(${scored}*((${shown}>${f.cell('shown')})+${same}*(${key}<${f.cell('tieKey')})))`,
    level: `SUMPRODUCT(${scored}*${same}*(${key}=${f.cell('tieKey')}))`,
  };
}

function rankFormula(f: FormulaWords<'shown' | 'tieKey' | 'eligible'>, method: ContestRules['method']): string {
  const { before, level } = ahead(f);
  const shown = f.column('Standings', 'shown');
  const distinct = `SUMPRODUCT(ISNUMBER(${shown})*(${f.column('Standings', 'eligible')}<>${f.label('yesNo', 'no')})*((${shown}>${f.cell('shown')})+(${shown}=${f.cell('shown')})*(${f.column('Standings', 'tieKey')}<${f.cell('tieKey')}))/(COUNTIFS(${shown},${shown},${f.column('Standings', 'tieKey')},${f.column('Standings', 'tieKey')},${f.column('Standings', 'eligible')},${f.column('Standings', 'eligible')})+(${shown}="")))`;
  const byMethod: Record<ContestRules['method'], string> = {
    competition: `1+${before}`,
    ordinal: `1+${before}`,
    modified: `${before}+${level}`,
    fractional: `${before}+(1+${level})/2`,
    dense: `1+ROUND(${distinct},0)`,
  };
  return `=IF(OR(NOT(ISNUMBER(${f.cell('shown')})),${f.cell('eligible')}=${f.label('yesNo', 'no')}),"",${byMethod[method]})`;
}

declare module '../../contract/keys' {
  interface ColumnKeys {
    Standings: KeyOf<ReturnType<typeof standingsSpec>>;
    /** Its name while the sheet is made anew, and after a cut. */
    Standings_old: KeyOf<ReturnType<typeof standingsSpec>>;
  }
}

const DEFAULT_METHOD = 'competition';

/** The table of standings: it has a column for each judge, and the columns that the method calls for. */
export function standingsSpec(judges: readonly Judge[], method: ContestRules['method'] = DEFAULT_METHOD) {
  const first = judges[0];
  const last = judges[judges.length - 1];
  const all = (f: FormulaWords<JudgeColumn>): string =>
    first && last ? f.cells(judgeKey(first.judgeId), judgeKey(last.judgeId)) : '0';
  const none = judges.length === 0;
  const sheet = defineTable({
    name: 'Standings',
    sheet: text('成绩排名', 'Standings'),
    title: text('成绩与排名', 'Scores and ranking'),
    guide: text(
      '得分、名次是公式，随评分表即时变化；“决定”是按“计算排名”时的结果。并列如实标出。',
      'Scores and ranks are live formulas over the score sheets; the decision is the result of the last “Compute ranking”. Ties are shown.',
    ),
    typeInstead: text(
      '分数请在各位评委的评分表里改，得分和名次随之更新。',
      'Change scores on the judges’ own sheets; totals and places follow.',
    ),
    key: ['entryId'],
    tabColor: '#7C3AED',
    landscape: true,
    frozen: 4,
    rowHeight: 48,
    columns: [
      {
        key: 'entryId',
        header: text('参评编号', 'Entry ID'),
        formerly: ['故事编号'],
        type: 'id',
        width: 9,
        center: true,
        hidden: true,
      },
      {
        key: 'rank',
        header: text('名次', 'Rank'),
        type: 'decimal',
        width: 7,
        center: true,
        numberFormat: 'General',
        formula: (f): string => rankFormula(f, method),
      },
      {
        key: 'tied',
        header: text('并列', 'Tied'),
        type: 'text',
        width: 7,
        center: true,
        formula: (f): string =>
          `=IF(ISNUMBER(${f.cell('rank')}),IF(${ahead(f).level}>1,"${f.language === 'zh' ? '并列' : 'tied'}",""),"")`,
      },
      { key: 'blindNo', header: text('盲评号', 'Blind no.'), type: 'id', width: 8, center: true },
      { key: 'title', header: text('题目', 'Title'), type: 'longText', width: 24 },
      { key: 'unit', header: text('报送单位', 'Unit'), type: 'longText', width: 14 },
      {
        key: 'shown',
        header: text('得分', 'Score'),
        type: 'decimal',
        width: 9,
        center: true,
        numberFormat: '0.00####',
        formula: (f): string =>
          `=IF(ISNUMBER(${f.cell('score')}),ROUND(ROUND(${f.cell('score')},9),${wholeFormula(f.setting('decimals'), 0, 2)}),"")`,
      },
      { key: 'decision', header: text('决定', 'Decision'), type: 'choice', labels: 'decision', width: 9, center: true },
      {
        key: 'count',
        header: text('有效评委数', 'Judges'),
        type: 'integer',
        width: 8,
        center: true,
        formula: (f): string => (none ? '=0' : `=COUNT(${all(f)})`),
      },
      {
        key: 'high',
        header: text('最高分', 'Highest'),
        type: 'decimal',
        width: 9,
        center: true,
        numberFormat: '0.00',
        formula: (f): string => (none ? '=""' : `=IF(${f.cell('count')}>0,MAX(${all(f)}),"")`),
      },
      {
        key: 'low',
        header: text('最低分', 'Lowest'),
        type: 'decimal',
        width: 9,
        center: true,
        numberFormat: '0.00',
        formula: (f): string => (none ? '=""' : `=IF(${f.cell('count')}>0,MIN(${all(f)}),"")`),
      },
      {
        key: 'score',
        header: text('平均（未取整）', 'Unrounded score'),
        type: 'decimal',
        width: 11,
        center: true,
        numberFormat: '0.000000',
        formula: (f): string => {
          if (none) return '=""';
          const n = f.cell('count');
          const trimmed = `(SUM(${all(f)})-${f.cell('high')}-${f.cell('low')})/(${n}-2)`;
          const mean = `SUM(${all(f)})/${n}`;
          const isSet = (way: CodeOf<'aggregate'>): string =>
            `${labelFormula(f.setting('aggregate'), 'aggregate', 'trimmed')}=${placeOfCode('aggregate', way)}`;
          return `=IF(OR(${n}=0,${n}<${wholeFormula(f.setting('minimumScores'), 1, 1)}),"",IF(${isSet('median')},MEDIAN(${all(f)}),IF(AND(${isSet('trimmed')},${n}>=${wholeFormula(f.setting('trimFrom'), 3, 6)},${n}>2),${trimmed},${mean})))`;
        },
      },
      { key: 'tieKey', header: text('同分次序', 'Tie order'), type: 'integer', width: 9, center: true, hidden: true },
      {
        key: 'eligible',
        header: text('参评', 'Eligible'),
        type: 'choice',
        labels: 'yesNo',
        width: 7,
        center: true,
        hidden: true,
      },
      { key: 'why', header: text('名次说明', 'Why this place'), type: 'longText', width: 46 },
      ...judges.map(judgeColumn),
    ],
    highlights: [
      {
        when: (cell, f) => `${cell('decision')}=${f.label('decision', 'award')}`,
        columns: ['rank', 'tied', 'blindNo', 'title', 'unit', 'shown', 'decision'],
        fill: PALETTE.goodFill,
        color: PALETTE.goodInk,
        bold: true,
      },
      {
        when: (cell, f) => `${cell('decision')}=${f.label('decision', 'undecided')}`,
        columns: ['rank', 'tied', 'blindNo', 'title', 'unit', 'shown', 'decision'],
        fill: PALETTE.lateFill,
        color: PALETTE.lateInk,
        bold: true,
      },
      {
        when: (cell, f) => `${cell('decision')}=${f.label('decision', 'reserve')}`,
        columns: ['decision'],
        fill: PALETTE.waitFill,
        color: PALETTE.waitInk,
      },
    ],
  });
  const full = withIssues(sheet, [], false);
  const own = full.columns.filter(({ key }) => key === ISSUE);
  const before = sheet.columns.length - judges.length;
  return { ...full, columns: [...sheet.columns.slice(0, before), ...own, ...sheet.columns.slice(before)] };
}

/** The judges whose columns the standings show, under whatever name they had then: for the others ranking makes the sheet anew. */
export function judgesShown({ headers }: Pick<TableSnapshot, 'headers'>, judges: readonly Judge[]): Judge[] {
  return judges.filter((judge) => {
    const column = columnOf(standingsSpec([judge]), judgeKey(judge.judgeId));
    return headers.some((header) => isCalled(column, header) || column.likewise?.(header));
  });
}
