// 收件登记: one thing that arrived. The hidden columns prepare what the tracker's formulas need (rules D-5, D-7, D-9).
import { text } from '../../../core/ground/text';
import { WITHDRAWN_MARKS } from '../../../core/receipts/withdrawn';
import { PALETTE } from '../../contract/palette';
import { keptColumn } from '../../contract/kept';
import type { CodeOf } from '../../contract/labels';
import { defineTable } from '../../contract/spec';
import type { ColumnKeys } from '../../contract/keys';
import type { ColumnSpec, FormulaWords, KeyOf } from '../../contract/spec';
import { momentFormula, placeOfCode } from '../../contract/cellFormulas';
import { withIssues } from '../../contract/issueColumn';
import { anyIn, farYear } from '../../contract/wrongCells';
import { evenList } from '../../contract/evenList';
import { ITEM_ROW } from '../requirements/itemReference';
import { ANOTHERS_NAME, UNIT_HELP, UNIT_ID, unitIsGone } from '../units/unitReference';
import { pairFormula, RECEIPT_ORDER } from './receiptOrder';

/** Twice as many versions up as the column `from`: corrections of corrections lead to the first version, up to eight deep (D-9). */
const climb = <const K extends string, From extends 'up1' | 'up2' | 'up4'>(
  key: K,
  zh: string,
  en: string,
  from: From,
): ColumnSpec<K, From | 'target'> => ({
  key,
  header: text(zh, en),
  type: 'id',
  width: 8,
  hidden: true,
  formula: (f): string => {
    const further = `INDEX(${f.column('Receipts', from)},MATCH(${f.cell(from)},${f.column('Receipts', 'receiptId')},0))`;
    return `=IF(${f.cell('target')}=0,${f.cell(from)},IFERROR(${further},${f.cell(from)}))`;
  },
});

declare module '../../contract/keys' {
  interface ColumnKeys {
    Receipts: KeyOf<typeof RECEIPTS>;
  }
}

/** How many receipts wait, count and were sent back; those returned that fit `but` alone. */
function countsLine(f: FormulaWords<never>, but: string): string {
  // By what each row counts as: one without a readable time does not count, an empty review is one that is under review.
  const count = (review: CodeOf<'review'>, fits = ''): string => {
    const code = f.column('Receipts', 'reviewCode');
    const place = placeOfCode('review', review);
    return `COUNTIFS(${f.column('Receipts', 'at')},">0",${code},">=${place}",${code},"<${place + 1}"${fits})`;
  };
  const returned = count('returned', but);
  return f.language === 'zh'
    ? `="待审 "&${count('pending')}&" 件　通过 "&${count('accepted')}&" 件　退回 "&${returned}&" 件"`
    : `="Under review "&${count('pending')}&"   accepted "&${count('accepted')}&"   sent back "&${returned}`;
}

const REGISTER = defineTable({
  name: 'Receipts',
  sheet: text('收件登记', 'Receipts'),
  title: text('收件登记簿', 'Register of what arrived'),
  guide: text(
    '收到一件登记一行；审核改为“通过”才计入完成，“退回”不计。更正稿在“更正哪件”填原件的收件编号。',
    'One row per arrival. Only Accepted counts as complete; Sent back does not count. A corrected version names the first version under Replaces.',
  ),
  headline: (f): string => {
    // What was taken back is as if it had never come: nobody sent it back.
    const withdrawn = Object.values(WITHDRAWN_MARKS)
      .flatMap(({ zh, en }) => [zh, en])
      .map((mark) => `,${f.column('Receipts', 'note')},"<>*${mark}"`)
      .join('');
    return countsLine(f, withdrawn);
  },
  formerHeadline: (f) => countsLine(f, ''),
  key: ['receiptId'],
  tabColor: '#1F4E8C',
  landscape: true,
  frozen: 3,
  columns: [
    { key: 'receiptId', header: text('收件编号', 'Receipt ID'), type: 'id', width: 10, center: true },
    {
      key: 'receivedAt',
      header: text('收到时间', 'Received'),
      type: 'moment',
      width: 22,
      input: true,
      center: true,
      numberFormat: 'yyyy-mm-dd hh:mm:ss',
    },
    {
      key: 'unit',
      header: text('单位', 'Unit'),
      type: 'text',
      shrink: true,
      width: 18,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('unitNames')}` }),
    },
    {
      key: 'requirementId',
      header: text('事项编号', 'Item ID'),
      type: 'id',
      width: 9,
      center: true,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('requirementIds')}` }),
    },
    {
      key: 'requirement',
      header: text('事项', 'Item'),
      type: 'text',
      shrink: true,
      width: 22,
      typeInstead: text('请改同一行的“事项编号”。', 'Change the item ID in this row.'),
      formula: (f): string =>
        `=IFERROR(IF(${f.cell('itemRow')}=0,"",INDEX(${f.column('Requirements', 'title')},${f.cell('itemRow')})&""),"")`,
    },
    { key: 'title', header: text('标题', 'Title'), type: 'text', shrink: true, width: 34, input: true },
    { key: 'parts', header: text('含材料', 'Parts'), type: 'list', width: 30, input: true },
    {
      key: 'review',
      header: text('审核', 'Review'),
      type: 'choice',
      labels: 'review',
      width: 8,
      input: true,
      center: true,
      initial: 'pending',
    },
    { key: 'reviewer', header: text('审核人', 'Reviewer'), type: 'text', width: 10, input: true },
    {
      key: 'reviewedAt',
      header: text('审核时间', 'Reviewed at'),
      type: 'moment',
      width: 19,
      input: true,
      center: true,
    },
    { key: 'replaces', header: text('更正哪件', 'Replaces'), type: 'id', width: 10, center: true, input: true },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 34, input: true },
    UNIT_ID,
    ...UNIT_HELP,
    keptColumn(
      'receiptId',
      'receivedAt',
      'requirementId',
      'parts',
      'review',
      'reviewedAt',
      'replaces',
      { print: 'reviewer' },
      { print: 'note' },
      { print: 'title' },
    ),
    {
      key: 'at',
      header: text('时刻', 'At'),
      type: 'moment',
      width: 8,
      hidden: true,
      formula: (f): string => `=${momentFormula(f.cell('receivedAt'))}`,
    },
    ITEM_ROW,
    { key: 'pair', header: text('对号', 'Pair'), type: 'integer', width: 8, hidden: true, formula: pairFormula },
    {
      key: 'partsKey',
      header: text('材料索引', 'Parts key'),
      type: 'text',
      width: 8,
      hidden: true,
      formula: (f): string => `="、"&${evenList(f.cell('parts'))}&"、"`,
    },
    {
      key: 'target',
      header: text('更正行', 'Corrected row'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string => {
        const typed = `TRIM(${f.cell('replaces')})`;
        return `=IFERROR(IF(${typed}="",0,MATCH(${typed},${f.column('Receipts', 'receiptId')},0)),0)`;
      },
    },
    {
      // A version that is of another unit or item, or has no time of arrival, is none that could be corrected.
      key: 'up1',
      header: text('上一件', 'Corrects'),
      type: 'id',
      width: 8,
      hidden: true,
      formula: (f): string => {
        const of = (key: ColumnKeys['Receipts']): string => `INDEX(${f.column('Receipts', key)},${f.cell('target')})`;
        const own = `IF(${f.cell('receiptId')}="","#"&ROW(),${f.cell('receiptId')})`;
        const same = `AND(${of('pair')}=${f.cell('pair')},${f.cell('pair')}<>"",${of('at')}>0)`;
        return `=IF(IF(${f.cell('target')}=0,FALSE,${same}),${of('receiptId')},${own})`;
      },
    },
    climb('up2', '上两件', 'Corrects, 2 up', 'up1'),
    climb('up4', '上四件', 'Corrects, 4 up', 'up2'),
    climb('item', '所属件', 'Part of', 'up4'),
    ...RECEIPT_ORDER,
    {
      // Something is typed in the row: what is missing there is missed.
      key: 'begun',
      header: text('已填', 'Begun'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string => `=IF(${anyIn(f.cells('receiptId', 'note'))},1,0)`,
    },
  ],
  highlights: [
    {
      when: (cell, f) => `${cell('review')}=${f.label('review', 'returned')}`,
      fill: PALETTE.offFill,
      color: PALETTE.offInk,
      strike: true,
    },
    {
      when: (cell, f) => `${cell('review')}=${f.label('review', 'pending')}`,
      columns: ['review'],
      fill: PALETTE.waitFill,
      color: PALETTE.waitInk,
    },
    {
      when: (cell, f) => `${cell('review')}=${f.label('review', 'accepted')}`,
      columns: ['review'],
      fill: PALETTE.goodFill,
      color: PALETTE.goodInk,
    },
  ],
});

/** One arrival a row. Marked: unit, item, time or review that cannot be read; doubtful: another year, a correction of itself or of nothing. */
export const RECEIPTS = withIssues(REGISTER, [
  {
    columns: ['unit', 'unitId'],
    when: (f): string => `IF(${f.cell('unitId')}="",${f.cell('begun')},${unitIsGone(f)})`,
  },
  ANOTHERS_NAME,
  { columns: ['requirementId'], when: (f): string => `IF(${f.cell('itemRow')}=0,${f.cell('begun')},FALSE)` },
  { columns: ['receivedAt'], when: (f): string => `IF(${f.cell('at')}=0,${f.cell('begun')},FALSE)` },
  { columns: ['receivedAt'], when: (f): string => farYear(f.cell('at')), doubtful: true },
  {
    columns: ['review'],
    when: (f): string => `${f.cell('reviewCode')}<>INT(${f.cell('reviewCode')})`,
    seesErrors: true,
  },
  {
    columns: ['replaces'],
    when: (f): string =>
      `IF(TRIM(${f.cell('replaces')})="",FALSE,OR(${f.cell('up1')}=${f.cell('receiptId')},LEFT(${f.cell('up1')},1)="#"))`,
    doubtful: true,
  },
]);
