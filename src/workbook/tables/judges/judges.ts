// 评委 and 评分标准: who scores, and by what.
import { text } from '../../../core/ground/text';
import { PALETTE } from '../../contract/palette';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';
import { withIssues } from '../../contract/issueColumn';
import { ANOTHERS_NAME, UNIT_HELP, UNIT_ID } from '../units/unitReference';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Judges: KeyOf<typeof JUDGES>;
    Criteria: KeyOf<typeof CRITERIA>;
  }
}

const PANEL = defineTable({
  name: 'Judges',
  sheet: text('评委', 'Judges'),
  title: text('专家评委', 'Judges'),
  guide: text(
    '评委属于某报送单位的，请填单位：本单位的作品自动回避。评委退出请把“启用”改为“否”。',
    'Fill in the unit of a judge who belongs to one: stories of that unit are recused. Set Active to No for a judge who leaves.',
  ),
  key: ['judgeId'],
  tabColor: '#7C3AED',
  landscape: false,
  frozen: 2,
  columns: [
    { key: 'judgeId', header: text('评委编号', 'Judge ID'), type: 'id', width: 10, center: true },
    { key: 'name', header: text('姓名', 'Name'), type: 'text', width: 16, input: true },
    { key: 'unit', header: text('所属单位', 'Unit'), type: 'text', width: 20, input: true },
    {
      key: 'active',
      header: text('启用', 'Active'),
      type: 'choice',
      labels: 'yesNo',
      width: 8,
      input: true,
      center: true,
      initial: 'yes',
    },
    { key: 'seat', header: text('席位', 'Seat'), type: 'text', width: 10, input: true, center: true, optional: true },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 26, input: true },
    UNIT_ID,
    ...UNIT_HELP,
  ],
  highlights: [
    { when: (cell, f) => `${cell('active')}=${f.label('yesNo', 'no')}`, fill: PALETTE.offFill, color: PALETTE.offInk },
  ],
});

const STANDARDS = defineTable({
  name: 'Criteria',
  sheet: text('评分标准', 'Criteria'),
  title: text('评分标准', 'Scoring criteria'),
  guide: text(
    '权重合计应为 100。小计 = 各项 权重 × 得分 ÷ 满分 之和。评分开始后请勿改动。',
    'Weights add up to 100. Subtotal = Σ weight × score ÷ maximum. Do not change them once scoring has begun.',
  ),
  headline: (f): string =>
    `="${f.language === 'zh' ? '权重合计 ' : 'Weights add up to '}"&SUMIF(${f.column('Criteria', 'weight')},">0")`,
  key: ['criterionId'],
  tabColor: '#7C3AED',
  landscape: false,
  frozen: 2,
  columns: [
    { key: 'criterionId', header: text('标准编号', 'Criterion ID'), type: 'id', width: 10, center: true },
    { key: 'name', header: text('标准', 'Criterion'), type: 'longText', width: 18, input: true },
    {
      key: 'weight',
      header: text('权重', 'Weight'),
      type: 'decimal',
      width: 8,
      input: true,
      center: true,
      limits: [0, 100],
    },
    { key: 'minimum', header: text('最低分', 'Minimum'), type: 'decimal', width: 8, input: true, center: true },
    { key: 'maximum', header: text('满分', 'Maximum'), type: 'decimal', width: 8, input: true, center: true },
    { key: 'step', header: text('最小间隔', 'Step'), type: 'decimal', width: 10, input: true, center: true },
    { key: 'note', header: text('评分要点', 'What to look for'), type: 'longText', width: 46, input: true },
  ],
  highlights: [
    {
      when: (cell, _f, range) => `AND(${cell('criterionId')}<>"",ROUND(SUMIF(${range('weight')},">0"),6)<>100)`,
      columns: ['weight'],
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
  ],
});

/** One judge a row. Marked: a name without a number, a number that is there twice. */
export const JUDGES = withIssues(PANEL, [
  {
    columns: ['judgeId'],
    when: (f): string =>
      `IF(${f.cell('judgeId')}="",${f.cell('name')}<>"",COUNTIF(${f.column('Judges', 'judgeId')},${f.cell('judgeId')})>1)`,
  },
  ANOTHERS_NAME,
]);

/** One criterion a row, in the order of the score sheets. Marked: a maximum that is none. */
export const CRITERIA = withIssues(STANDARDS, [
  {
    columns: ['maximum'],
    when: (f): string =>
      `IF(ISNUMBER(${f.cell('maximum')}),${f.cell('maximum')}<=N(${f.cell('minimum')}),${f.cell('name')}&${f.cell('maximum')}<>"")`,
  },
]);
