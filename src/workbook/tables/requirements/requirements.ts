// 报送事项: what has to be handed in or held, by whom, by when.
import { MAX_PARTS } from '../../../core/requirements/requirement';
import { text } from '../../../core/ground/text';
import { foldFormula } from '../../contract/cellFold';
import { momentFormula, wholeFormula } from '../../contract/cellFormulas';
import { withIssues } from '../../contract/issueColumn';
import { farYear, noHour } from '../../contract/wrongCells';
import { evenList } from '../../contract/evenList';
import { keptColumn } from '../../contract/kept';
import type { CodeOf } from '../../contract/labels';
import { defineTable, noNoughts } from '../../contract/spec';
import type { ColumnSpec, KeyOf } from '../../contract/spec';
import { LACKING_PARTS, LONGEST_PART } from './lackingParts';

/** Part1 … part6. */
type PartKey = `part${number}`;

/** The n-th required part as a help column, so that other formulas stay readable. */
function partColumn(n: number): ColumnSpec<PartKey, 'parts'> {
  return {
    key: `part${n}`,
    header: text(`材料${n}`, `Part ${n}`),
    type: 'text',
    width: 8,
    hidden: true,
    formula: (f): string => {
      return `=TRIM(MID(SUBSTITUTE(${evenList(f.cell('parts'))},"、",REPT(" ",${LONGEST_PART})),${(n - 1) * LONGEST_PART + 1},${LONGEST_PART}))`;
    },
  };
}

const PART_KEYS = Array.from({ length: MAX_PARTS }, (_, i): PartKey => `part${i + 1}`);

declare module '../../contract/keys' {
  interface ColumnKeys {
    Requirements: KeyOf<typeof REQUIREMENTS>;
  }
}

const ITEMS = defineTable({
  name: 'Requirements',
  sheet: text('报送事项', 'Requirements'),
  title: text('报送事项与截止时间', 'What to hand in, and by when'),
  guide: text(
    '截止时间按设置里的时区，精确到分；恰在截止那一刻报送算按时。截止时间留空表示未定，不会逾期。',
    'Due times are of the zone in Settings, to the minute; exactly at the due second is on time. No due time means it is never overdue.',
  ),
  typeInstead: text(
    '它按报送台账计数：应报的由本行“报送单位”定，收到的在“收件登记”登记。',
    'It counts the tracker: who owes it follows from Who in this row, and arrivals are entered in the register of receipts.',
  ),
  key: ['requirementId'],
  tabColor: '#0F4C5C',
  landscape: true,
  frozen: 2,
  columns: [
    { key: 'requirementId', header: text('事项编号', 'Item ID'), type: 'id', width: 10, center: true },
    { key: 'title', header: text('事项', 'Item'), type: 'longText', width: 24, input: true },
    {
      key: 'activity',
      header: text('所属活动', 'Activity'),
      type: 'longText',
      width: 24,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('activityNames')}` }),
      lenient: true,
    },
    {
      key: 'kind',
      header: text('性质', 'Kind'),
      type: 'choice',
      labels: 'kind',
      width: 8,
      input: true,
      center: true,
      initial: 'report',
    },
    { key: 'opens', header: text('开始时间', 'Opens'), type: 'moment', width: 19, input: true, center: true },
    {
      key: 'due',
      header: text('截止时间', 'Due'),
      type: 'moment',
      width: 19,
      input: true,
      center: true,
      prompt: text('例：2021-06-07 18:00；留空为未定', 'e.g. 2021-06-07 18:00; empty = none'),
    },
    {
      key: 'who',
      header: text('报送单位', 'Who'),
      type: 'longText',
      width: 32,
      input: true,
      prompt: text(
        '名册里的类别或单位名称，用“、”隔开；全部＝各单位',
        'Categories or units of the roster, separated by 、; all = every unit',
      ),
    },
    {
      key: 'quota',
      header: text('应报数', 'Quota'),
      type: 'integer',
      width: 8,
      input: true,
      center: true,
      initial: 1,
      limits: [1, 99],
    },
    {
      key: 'parts',
      header: text('须含材料', 'Required parts'),
      type: 'list',
      width: 34,
      input: true,
      prompt: text(`最多 ${MAX_PARTS} 项，用“、”隔开`, `At most ${MAX_PARTS}, separated by 、`),
    },
    {
      key: 'keywords',
      header: text('识别词', 'Keywords'),
      type: 'list',
      width: 26,
      input: true,
      prompt: text('邮件主题里出现即认作此项', 'Words that identify it in a mail subject'),
    },
    {
      key: 'must',
      header: text('应报单位', 'Units'),
      type: 'integer',
      width: 9,
      center: true,
      formula: (f): string =>
        `=COUNTIFS(${f.column('Tracker', 'requirementId')},${f.cell('requirementId')},${f.column('Tracker', 'status')},"<>"&${f.label('status', 'exempt')})`,
    },
    {
      key: 'done',
      header: text('已完成', 'Done'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string => {
        const count = (status: CodeOf<'status'>): string =>
          `COUNTIFS(${f.column('Tracker', 'requirementId')},${f.cell('requirementId')},${f.column('Tracker', 'status')},${f.label('status', status)})`;
        return `=${count('onTime')}+${count('late')}`;
      },
    },
    {
      key: 'overdue',
      header: text('逾期', 'Overdue'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string =>
        `=COUNTIFS(${f.column('Tracker', 'requirementId')},${f.cell('requirementId')},${f.column('Tracker', 'status')},${f.label('status', 'overdue')})`,
    },
    ...PART_KEYS.map((_, i) => partColumn(i + 1)),
    {
      key: 'partCount',
      header: text('材料数', 'Part count'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string => `=${PART_KEYS.map((key) => `(${f.cell(key)}<>"")`).join('+')}`,
    },
    // What the tracker reads of an item: its id folded, its due time and quota where they can be read, all its parts.
    {
      key: 'idKey',
      header: text('编号索引', 'ID key'),
      type: 'text',
      width: 8,
      hidden: true,
      formula: (f): string => `=${foldFormula(f.cell('requirementId'))}`,
    },
    {
      key: 'dueAt',
      header: text('截止索引', 'Due key'),
      type: 'moment',
      width: 8,
      hidden: true,
      formula: (f): string => `=${momentFormula(f.cell('due'))}`,
    },
    {
      key: 'quotaAt',
      header: text('应报数索引', 'Quota key'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string => `=${wholeFormula(f.cell('quota'), 1, 1)}`,
    },
    {
      key: 'allParts',
      header: text('全部材料', 'All parts'),
      type: 'text',
      width: 8,
      hidden: true,
      formula: (f): string =>
        `=MID(${PART_KEYS.map((key) => `IF(${f.cell(key)}="","","、"&${f.cell(key)})`).join('&')},2,600)`,
    },
    {
      key: 'dueShown',
      header: text('截止显示', 'Due as shown'),
      type: 'moment',
      width: 8,
      hidden: true,
      formula: (f): string => `=IF(${f.cell('dueAt')}>0,${f.cell('dueAt')},"")`,
    },
    ...LACKING_PARTS,
    keptColumn('requirementId', 'title', 'activity', 'kind', 'opens', 'due', 'who', 'quota', 'parts', 'keywords'),
  ],
  highlights: [
    noNoughts('requirementId', ['must', 'done', 'overdue']),
    { when: (cell) => `N(${cell('overdue')})>0`, columns: ['overdue'], fill: '#FAD4D4', color: '#8B1A1A', bold: true },
  ],
});

/** One item a row. Marked: an id that is missing or there twice; doubtful: a due time of another year, or without an hour. */
export const REQUIREMENTS = withIssues(ITEMS, [
  {
    columns: ['requirementId'],
    when: (f): string =>
      `IF(${f.cell('idKey')}="",${f.cell('title')}<>"",SUMPRODUCT(--(${f.column('Requirements', 'idKey')}=${f.cell('idKey')}))>1)`,
  },
  { columns: ['who'], when: (f): string => `IF(${f.cell('idKey')}="",FALSE,TRIM(${f.cell('who')})="")` },
  {
    columns: ['due'],
    when: (f): string => `OR(${farYear(f.cell('due'))},${noHour(f.cell('due'))})`,
    doubtful: true,
  },
]);
