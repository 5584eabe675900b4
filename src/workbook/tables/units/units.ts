// 单位名册: who must report.
import { text } from '../../../core/ground/text';
import { keptColumn } from '../../contract/kept';
import { PALETTE } from '../../contract/palette';
import { foldListFormula } from '../../contract/cellFold';
import { labelFormula, placeOfCode } from '../../contract/cellFormulas';
import { defineTable, noNoughts } from '../../contract/spec';
import type { ColumnSpec, KeyOf } from '../../contract/spec';
import type { WrongCell } from '../../contract/wrongCells';
import { withIssues } from '../../contract/issueColumn';
import { UNIT_NAMES } from './unitReference';

/** Categories whose number Settings may expect. */
const EXPECTED = ['township', 'park', 'member'] as const;

declare module '../../contract/keys' {
  interface ColumnKeys {
    Units: KeyOf<typeof UNITS>;
  }
}

const ROSTER = defineTable({
  name: 'Units',
  sheet: text('单位名册', 'Units'),
  title: text('报送单位名册', 'Roster of reporting units'),
  guide: text(
    '单位编号不要改动。名称空着的行等待补填；单位退出请把“启用”改为“否”，不要删行。',
    'Never change a unit ID. Rows without a name are still to be filled in; set Active to No instead of deleting a row.',
  ),
  headline: (f): string => {
    const part = (category: (typeof EXPECTED)[number]): string =>
      `${f.label('category', category)}&" "&COUNTIFS(${f.column('Units', 'category')},${f.label('category', category)},${f.column('Units', 'name')},"?*")&IF(IFERROR(N(${f.setting(`expected.${category}`)}),0)=0,""," / "&${f.setting(`expected.${category}`)})`;
    const [begin, gap] = f.language === 'zh' ? ['已登记 / 应有：', '　'] : ['Entered / expected: ', '   '];
    return `="${begin}"&${EXPECTED.map(part).join(`&"${gap}"&`)}`;
  },
  typeInstead: text(
    '它按报送台账计数：谁该报什么在“报送事项”改，收到的在“收件登记”登记。',
    'It counts the tracker: change who owes what on the sheet of items, and enter arrivals in the register of receipts.',
  ),
  key: ['unitId'],
  tabColor: '#0F4C5C',
  landscape: true,
  frozen: 2,
  columns: [
    { key: 'unitId', header: text('单位编号', 'Unit ID'), type: 'id', width: 10, center: true },
    { key: 'name', header: text('单位名称', 'Unit'), type: 'text', shrink: true, width: 20, input: true },
    { key: 'shortName', header: text('简称', 'Short name'), type: 'text', width: 14, input: true },
    {
      key: 'category',
      header: text('类别', 'Category'),
      type: 'choice',
      labels: 'category',
      width: 11,
      input: true,
      center: true,
    },
    { key: 'contact', header: text('联络员', 'Contact'), type: 'text', width: 12, input: true },
    {
      key: 'phone',
      header: text('联系电话', 'Phone'),
      type: 'text',
      width: 16,
      input: true,
      validation: () => ({ kind: 'textLength', min: 0, max: 24 }),
      prompt: text('手机 11 位，或固定电话 7–8 位', 'Mobile with 11 digits, or a landline with 7–8'),
    },
    { key: 'email', header: text('邮箱', 'Mailbox'), type: 'text', width: 22, input: true },
    {
      key: 'forceHead',
      header: text('专班负责人', 'Task force head'),
      type: 'text',
      width: 12,
      input: true,
      optional: true,
    },
    {
      key: 'forceContact',
      header: text('专班联系人', 'Task force contact'),
      type: 'text',
      width: 12,
      input: true,
      optional: true,
    },
    {
      key: 'forcePhone',
      header: text('专班电话', 'Task force phone'),
      type: 'text',
      width: 16,
      input: true,
      optional: true,
      validation: () => ({ kind: 'textLength', min: 0, max: 24 }),
    },
    {
      key: 'aliases',
      header: text('别名', 'Aliases'),
      type: 'list',
      width: 26,
      input: true,
      prompt: text('其他写法，用“、”隔开', 'Other spellings, separated by 、'),
    },
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
    {
      key: 'owed',
      header: text('应报项', 'Owed'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string =>
        `=COUNTIFS(${f.column('Tracker', 'unitId')},${f.cell('unitId')},${f.column('Tracker', 'status')},"<>"&${f.label('status', 'exempt')})`,
    },
    {
      key: 'overdue',
      header: text('逾期项', 'Overdue'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string =>
        `=COUNTIFS(${f.column('Tracker', 'unitId')},${f.cell('unitId')},${f.column('Tracker', 'status')},${f.label('status', 'overdue')})`,
    },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 33, input: true },
    {
      key: 'aliasKey',
      header: text('别名索引', 'Alias key'),
      type: 'text',
      width: 10,
      hidden: true,
      formula: (f): string => `=IF(${f.cell('nameKey')}="","",${foldListFormula(f.cell('aliases'))})`,
    },
    ...UNIT_NAMES,
    {
      key: 'takesPart',
      header: text('在册', 'Takes part'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string =>
        `=IF(OR(${f.cell('nameKey')}="",${labelFormula(f.cell('active'), 'yesNo', 'yes')}=${placeOfCode('yesNo', 'no')}),0,1)`,
    },
    keptColumn(
      'unitId',
      'name',
      'shortName',
      'category',
      'aliases',
      { print: 'contact' },
      { print: 'phone' },
      { print: 'email' },
      { print: 'forceHead' },
      { print: 'forceContact' },
      { print: 'forcePhone' },
    ),
  ],
  highlights: [
    noNoughts('unitId', ['owed', 'overdue']),
    {
      when: (cell) => `TRIM(${cell('name')})=""`,
      columns: ['unitId', 'name', 'category'],
      fill: PALETTE.partFill,
      color: PALETTE.partInk,
    },
    { when: (cell, f) => `${cell('active')}=${f.label('yesNo', 'no')}`, color: PALETTE.offInk, fill: PALETTE.offFill },
    {
      when: (cell) => `N(${cell('overdue')})>0`,
      columns: ['unitId', 'name', 'overdue'],
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
  ],
});

const SHARED: readonly WrongCell<KeyOf<typeof ROSTER>>[] = [
  {
    columns: ['unitId'],
    when: (f): string =>
      `IF(${f.cell('unitId')}="",${f.cell('name')}<>"",COUNTIF(${f.column('Units', 'unitId')},${f.cell('unitId')})>1)`,
  },
  // Whom a shared name means nobody can tell: rows that use it count for none of them.
  { columns: ['name'], when: (f): string => `${f.cell('nameCount')}>1` },
  { columns: ['shortName'], when: (f): string => `${f.cell('shortCount')}>1` },
];

const [SHARED_ID, ...SHARED_NAMES] = SHARED;

/** One unit a row, of a county's four categories. Marked: an id that is missing or there twice, no category, and names that two units share. */
export const UNITS = withIssues(ROSTER, [
  ...(SHARED_ID ? [SHARED_ID] : []),
  // Without a category a unit counts among those of the county itself, which owe least.
  {
    columns: ['category'],
    when: (f): string => `IF(${f.cell('nameKey')}="",FALSE,TRIM(${f.cell('category')})="")`,
    doubtful: true,
  },
  ...SHARED_NAMES,
]);

/** A choice among a county's four becomes any word, or none. */
function anyWord<K extends string>({ labels: _labels, ...column }: ColumnSpec<K>): ColumnSpec<K> {
  return { ...column, type: 'text' };
}

/** The same table where a category is whatever word the office writes: nothing in it says a county's words. */
export const OWN_UNITS: typeof UNITS = withIssues(
  {
    ...ROSTER,
    headline: (f): string =>
      `="${text('已登记：', 'Entered: ')[f.language]}"&COUNTIFS(${f.column('Units', 'name')},"?*")`,
    columns: ROSTER.columns.map((column) => (column.key === 'category' ? anyWord(column) : column)),
  },
  SHARED,
);
