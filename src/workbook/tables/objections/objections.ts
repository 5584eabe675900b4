// 异议登记: who objects to the result, how it was answered. Made when the first objection comes in; it holds real names and is never printed publicly.
import { text } from '../../../core/ground/text';
import { PALETTE } from '../../contract/palette';
import { labelFormula, placeOfCode } from '../../contract/cellFormulas';
import { withIssues } from '../../contract/issueColumn';
import { defineTable } from '../../contract/spec';
import type { FormulaWords, KeyOf } from '../../contract/spec';
import { farYear } from '../../contract/wrongCells';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Objections: KeyOf<typeof OBJECTIONS>;
  }
}

const REGISTER = defineTable({
  name: 'Objections',
  sheet: text('异议登记', 'Objections'),
  title: text('评选结果异议登记', 'Objections to the result'),
  guide: text(
    '内部使用：含异议人姓名，不得公开。一行一件；有“受理”的，名单为待定。“成立”不自动改变名单，须另作退出递补或重新评定。',
    'For internal use: it holds real names. A row is one objection; while one is open the list is pending. A founded one changes no list by itself: withdraw the entry or decide again.',
  ),
  key: ['objectionId'],
  tabColor: '#7C3AED',
  landscape: true,
  frozen: 2,
  rowHeight: 48,
  columns: [
    { key: 'objectionId', header: text('异议编号', 'Objection'), type: 'id', width: 9, center: true },
    { key: 'receivedAt', header: text('收到时间', 'Received'), type: 'moment', width: 19, center: true, input: true },
    { key: 'timing', header: text('是否期内', 'In time'), type: 'choice', labels: 'timing', width: 9, center: true },
    { key: 'way', header: text('方式', 'How'), type: 'choice', labels: 'way', width: 8, center: true, input: true },
    {
      key: 'objector',
      header: text('异议人（实名）', 'Who objects (real name)'),
      type: 'text',
      width: 16,
      input: true,
    },
    { key: 'contact', header: text('联系方式', 'How to reach them'), type: 'longText', width: 16, input: true },
    {
      key: 'blindNo',
      header: text('盲评号', 'Blind no.'),
      type: 'id',
      width: 8,
      center: true,
      input: true,
      prompt: text('针对哪篇；对整个结果的异议留空', 'Which entry; empty = the result as a whole'),
    },
    { key: 'title', header: text('题目', 'Title'), type: 'longText', width: 20 },
    { key: 'statement', header: text('异议内容', 'What is objected'), type: 'longText', width: 32, input: true },
    {
      key: 'status',
      header: text('状态', 'Status'),
      type: 'choice',
      labels: 'objection',
      width: 9,
      center: true,
      input: true,
    },
    { key: 'handledBy', header: text('承办人', 'Handled by'), type: 'longText', width: 14, input: true },
    { key: 'outcome', header: text('处理结果', 'Answer'), type: 'longText', width: 28, input: true },
    { key: 'closedAt', header: text('办结时间', 'Closed'), type: 'moment', width: 19, center: true, input: true },
    {
      key: 'entryId',
      header: text('参评编号', 'Entry ID'),
      formerly: ['故事编号'],
      type: 'id',
      width: 9,
      center: true,
    },
  ],
  highlights: [
    {
      when: (cell, f) => `${cell('status')}=${f.label('objection', 'open')}`,
      columns: ['status'],
      fill: PALETTE.lateFill,
      color: PALETTE.lateInk,
      bold: true,
    },
    {
      when: (cell, f) => `${cell('status')}=${f.label('objection', 'founded')}`,
      columns: ['status'],
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
    {
      when: (cell, f) => `${cell('status')}=${f.label('objection', 'unfounded')}`,
      columns: ['status'],
      fill: PALETTE.goodFill,
      color: PALETTE.goodInk,
    },
    {
      when: (cell, f) => `${cell('status')}=${f.label('objection', 'withdrawn')}`,
      columns: ['status'],
      fill: PALETTE.offFill,
      color: PALETTE.offInk,
    },
    {
      when: (cell, f) =>
        `OR(${cell('timing')}=${f.label('timing', 'late')},${cell('timing')}=${f.label('timing', 'early')})`,
      columns: ['timing'],
      fill: PALETTE.partFill,
      color: PALETTE.partInk,
    },
  ],
});

const status = (f: FormulaWords<'status'>): string => labelFormula(f.cell('status'), 'objection', 'open');
const isClosed = (f: FormulaWords<'status'>): string => `${status(f)}<>${placeOfCode('objection', 'open')}`;

/** Closed without an answer; one that was taken back needs none. */
const unanswered = (f: FormulaWords<'status' | 'outcome'>): string =>
  `IF(TRIM(${f.cell('outcome')})="",AND(${isClosed(f)},${status(f)}<>${placeOfCode('objection', 'withdrawn')}),FALSE)`;

/** Closed at no moment, or before it came in. */
const wronglyClosed = (f: FormulaWords<'status' | 'closedAt' | 'receivedAt'>): string => {
  const [closed, received] = [f.cell('closedAt'), f.cell('receivedAt')];
  const early = `IF(COUNT(${closed},${received})=2,${closed}<${received},FALSE)`;
  return `IF(${isClosed(f)},IF(${closed}="",TRUE,${early}),FALSE)`;
};

/** One objection a row. Marked: an entry that there is not; doubtful: one that is closed without an answer or a moment, or before it came. */
export const OBJECTIONS = withIssues(REGISTER, [
  {
    columns: ['blindNo'],
    when: (f): string => {
      const [id, number] = [f.cell('entryId'), f.cell('blindNo')];
      const byId = `IF(${id}="",FALSE,COUNTIF(${f.column('Entries', 'entryId')},${id})>0)`;
      return `IF(${byId},FALSE,IF(${number}="",${id}<>"",COUNTIF(${f.column('Entries', 'blindNo')},${number})=0))`;
    },
  },
  { columns: ['outcome'], when: unanswered, doubtful: true },
  {
    columns: ['closedAt'],
    when: (f): string => `OR(${farYear(f.cell('closedAt'))},${wronglyClosed(f)})`,
    doubtful: true,
  },
]);
