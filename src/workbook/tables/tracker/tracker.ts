// 报送台账: one unit × one requirement. Ids are values, everything else is a live formula of rules D-1…D-9 and D-11; notes are people's.
import { STATUSES } from '../../../core/tracker/trackerRow';
import { text } from '../../../core/ground/text';
import { PALETTE } from '../../contract/palette';
import { statusSign } from '../../contract/statusSigns';
import { labelOf, type CodeOf } from '../../contract/labels';
import { withIssues } from '../../contract/issueColumn';
import { defineTable, noNoughts } from '../../contract/spec';
import type { ColumnKeys } from '../../contract/keys';
import type { FormulaWords, KeyOf, RowHighlight } from '../../contract/spec';
import { momentOfKey, NEVER } from '../receipts/receiptOrder';
import { ifAny, mine, TRACKER_BLOCK } from './trackerBlock';

const requirementOf = (f: FormulaWords<'requirementRow'>, key: ColumnKeys['Requirements']): string =>
  `INDEX(${f.column('Requirements', key)},${f.cell('requirementRow')})`;

/** What the item says, or the exceptions of this unit where it has any; `otherwise` in a row that outlives its item (D-11). */
const termOf = (
  f: FormulaWords<'requirementRow' | 'exceptionRow'>,
  ofItem: ColumnKeys['Requirements'],
  ofUnit: ColumnKeys['Exceptions'],
  otherwise: string,
): string => {
  const own = `INDEX(${f.column('Exceptions', ofUnit)},${f.cell('exceptionRow')})`;
  return `=IFERROR(IF(${f.cell('exceptionRow')}=0,${requirementOf(f, ofItem)},${own}),${otherwise})`;
};

/** From the due time to the completion, or to now: MIN passes over an empty completion. */
const secondsLate = (f: FormulaWords<'due' | 'completedAt'>): string =>
  `ROUND((MIN(AsOf,${f.cell('completedAt')})-${f.cell('due')})*86400,0)`;

const HELP = { type: 'integer', width: 8, hidden: true } as const;

const lateness = (f: FormulaWords<'minutesLate'>): string => {
  const m = f.cell('minutesLate');
  const units = f.language === 'zh' ? ['天', '小时', '分'] : [' d ', ' h ', ' min'];
  // Nothing where there is none of a unit.
  const pieces = [`INT(${m}/1440)`, `INT(MOD(${m},1440)/60)`, `MOD(${m},60)`].map(
    (count, at) => `TEXT(${count},"0""${units[at]}"";;")`,
  );
  return `=${pieces.join('&')}`;
};

const byStatus = (status: CodeOf<'status'>, fill: string, color: string): RowHighlight<'status'> => ({
  when: (cell, f) => `${cell('status')}=${f.label('status', status)}`,
  columns: ['status'],
  fill,
  color,
});

/** The line above the tracker: as of when, and how many stand where. `values`: also that the rows do not follow by themselves. */
export function trackerHeadline(f: FormulaWords<never>, values: boolean): string {
  const count = (status: CodeOf<'status'>): string =>
    `COUNTIFS(${f.column('Tracker', 'status')},${f.label('status', status)})`;
  const asOf = `TEXT(TrackerAsOf,"yyyy-mm-dd hh:mm${values ? ':ss' : ''}")`;
  const done = `(${count('onTime')}+${count('late')})`;
  const unit = f.column('Tracker', 'unitId');
  /** Nothing is counted while its only row is empty. */
  const counts = (words: string): string => `IF(AND(ROWS(${unit})=1,INDEX(${unit},1)=""),"",${words})`;
  return f.language === 'zh'
    ? `="截至 "&${asOf}&"${values ? ' 的数值（行数多，不自动更新，点“标出逾期”刷新）' : ''}"&${counts(`"　逾期 "&${count('overdue')}&" 项　待审 "&${count('underReview')}&" 项　已完成 "&${done}&" 项"`)}`
    : `="As of "&${asOf}&"${values ? ' (values: so many rows do not follow by themselves; run “Mark what is overdue”)' : ''}"&${counts(`"   overdue "&${count('overdue')}&"   under review "&${count('underReview')}&"   done "&${done}`)}`;
}

declare module '../../contract/keys' {
  interface ColumnKeys {
    Tracker: KeyOf<typeof TRACKER>;
  }
}

const ROWS = defineTable({
  name: 'Tracker',
  sheet: text('报送台账', 'Tracker'),
  title: text('报送台账', 'Submission tracker'),
  guide: text(
    '状态由收件登记自动得出，请勿手改；需要说明请写在“备注”。名册或事项有变，点“标出逾期”即可补齐。',
    'Statuses follow from the register of receipts; do not type over them. Use Note for remarks. After changes to units or items, run “Mark overdue”.',
  ),
  headline: (f): string => trackerHeadline(f, false),
  typeInstead: text(
    '收到的请在“收件登记”登记、审核；要说明的写在“备注”。',
    'Enter and review arrivals in the register of receipts; remarks go under Note.',
  ),
  key: ['unitId', 'requirementId'],
  tabColor: '#C2410C',
  landscape: true,
  frozen: 3,
  columns: [
    { key: 'unitId', header: text('单位编号', 'Unit ID'), type: 'id', width: 9, center: true },
    {
      key: 'unit',
      header: text('单位', 'Unit'),
      type: 'text',
      shrink: true,
      width: 18,
      typeInstead: text('单位名称请在“单位名册”改。', 'Change the name of a unit in the roster.'),
      formula: (f): string => `=IFERROR(INDEX(${f.column('Units', 'name')},${f.cell('unitRow')})&"","")`,
    },
    { key: 'requirementId', header: text('事项编号', 'Item ID'), type: 'id', width: 9, center: true },
    {
      key: 'requirement',
      header: text('事项', 'Item'),
      type: 'text',
      shrink: true,
      width: 22,
      typeInstead: text('事项请在“报送事项”改。', 'Change an item on the sheet of items.'),
      formula: (f): string => `=IFERROR(${requirementOf(f, 'title')}&"","")`,
    },
    {
      key: 'mark',
      header: text('标记', 'Mark'),
      type: 'text',
      width: 11,
      center: true,
      formula: (f): string => {
        const marked = (status: CodeOf<'status'>, sign: string): string =>
          `${f.cell('status')}=${f.label('status', status)},"${sign}${labelOf('status', status, f.language)}"`;
        return `=IF(${marked('overdue', '▲')},IF(${marked('late', '△')},""))`;
      },
    },
    {
      key: 'status',
      header: text('状态', 'Status'),
      type: 'text',
      shows: 'status',
      width: 10,
      center: true,
      formula: (f): string => {
        const s = (code: CodeOf<'status'>): string => f.label('status', code);
        const open = `${f.cell('completedAt')}=""`;
        const allArrived = `${open},${f.cell('arrived')}>=${f.cell('quota')},${f.cell('missingParts')}=""`;
        const late = `IF(ISNUMBER(${f.cell('due')}),${secondsLate(f)}>0,FALSE)`;
        const inTime = `IF(${open},IF(${f.cell('arrived')}>0,${s('incomplete')},${s('pending')}),${s('onTime')})`;
        return `=IF(${f.cell('exempt')}>0,IF(${f.cell('rowKey')}=" ","",${s('exempt')}),IF(AND(${allArrived}),${s('underReview')},IF(${late},IF(${open},${s('overdue')},${s('late')}),${inTime})))`;
      },
    },
    {
      key: 'due',
      header: text('截止时间', 'Due'),
      type: 'moment',
      width: 21,
      center: true,
      typeInstead: text(
        '截止时间请在“报送事项”改；只给一家延期的，在“例外与延期”登记。',
        'Change the due time on the sheet of items; an extension of one unit goes to the exceptions.',
      ),
      formula: (f): string => termOf(f, 'dueShown', 'dueHere', '""'),
    },
    {
      key: 'completedAt',
      header: text('完成时间', 'Completed'),
      type: 'moment',
      width: 22,
      center: true,
      numberFormat: 'yyyy-mm-dd hh:mm:ss',
      formula: (f): string => {
        const done = f.cell('doneAll');
        return `=IF(${done}<${NEVER},${momentOfKey(done, f.cell('pair'))},"")`;
      },
    },
    {
      key: 'minutesLate',
      header: text('迟报分钟', 'Minutes late'),
      type: 'integer',
      width: 10,
      center: true,
      // Only what is late or overdue has a mark. The due time first: LibreOffice, while it works out the status, may take a due time that it has begun for 0.
      formula: (f): string =>
        `=IF(ISNUMBER(${f.cell('due')}),IF(${f.cell('mark')}="",0,ROUNDUP(${secondsLate(f)}/60,0)),0)`,
    },
    { key: 'lateness', header: text('迟了多久', 'Late by'), type: 'text', width: 14, formula: lateness },
    {
      key: 'quota',
      header: text('应报数', 'Quota'),
      type: 'integer',
      width: 8,
      center: true,
      typeInstead: text(
        '应报数请在“报送事项”改；只给一家另定的，在“例外与延期”登记。',
        'Change the quota on the sheet of items; another one for a single unit goes to the exceptions.',
      ),
      // The one row of a tracker that has none yet owes nothing, which is no 0.
      formula: (f): string => termOf(f, 'quotaAt', 'quotaHere', `IF(${f.cell('rowKey')}=" ","",0)`),
    },
    {
      key: 'accepted',
      header: text('已通过', 'Accepted'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string => `=${ifAny(f, `COUNTIF(${mine(f, 'first')},"<="&${f.cell('cut')})`, '0')}`,
    },
    {
      key: 'arrived',
      header: text('已收到', 'Arrived'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string => `=${ifAny(f, `COUNT(${mine(f, 'first')})`, '0')}`,
    },
    {
      key: 'missingParts',
      header: text('缺少材料', 'Missing parts'),
      type: 'text',
      shrink: true,
      width: 42,
      formula: (f): string => {
        const some = `INDEX(${f.column('Receipts', 'lacking')},${f.cell('cut')})`;
        return `=IFERROR(${ifAny(f, some, requirementOf(f, 'allParts'))},"")`;
      },
    },
    {
      key: 'reminders',
      header: text('催报次数', 'Reminders'),
      type: 'integer',
      width: 9,
      center: true,
      typeInstead: text('它数“催报记录”的行，请在那里登记。', 'It counts the rows of the reminders: enter them there.'),
      formula: (f): string =>
        `=COUNTIFS(${f.column('Reminders', 'unitId')},${f.cell('unitId')},${f.column('Reminders', 'requirementId')},${f.cell('requirementId')})`,
    },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 23, input: true },
    {
      ...HELP,
      key: 'requirementRow',
      header: text('事项行', 'Item row'),
      // LibreOffice finds an empty cell in the empty row of the items; a number it does not.
      formula: (f): string =>
        `=MATCH(IF(${f.cell('requirementId')}="",0,${f.cell('requirementId')}),${f.column('Requirements', 'idKey')},0)`,
    },
    { key: 'dropped', header: text('不再应报', 'No longer owed'), type: 'integer', width: 8, hidden: true },
    {
      ...HELP,
      key: 'exempt',
      header: text('免报数', 'Exempt'),
      formula: (f): string => {
        const active = `IFERROR(INDEX(${f.column('Units', 'takesPart')},${f.cell('unitRow')})*(${f.cell('requirementRow')}>0),0)`;
        const said = `IF(${f.cell('exceptionRow')}=0,0,INDEX(${f.column('Exceptions', 'exemptions')},${f.cell('exceptionRow')}))`;
        return `=${said}+1-${active}+N(${f.cell('dropped')})`;
      },
    },
    {
      key: 'rowKey',
      header: text('行键', 'Row key'),
      type: 'text',
      width: 8,
      hidden: true,
      formula: (f): string => `=${f.cell('unitId')}&" "&${f.cell('requirementId')}`,
    },
    {
      key: 'sign',
      header: text('记号', 'Sign'),
      type: 'text',
      width: 8,
      hidden: true,
      formula: (f): string => {
        const [words, signs] = [
          STATUSES.map((status) => f.label('status', status)).join(','),
          STATUSES.map((status) => statusSign(status, f.language)).join(''),
        ];
        return `=IFERROR(MID("${signs}",MATCH(${f.cell('status')},{${words}},0),1),"")`;
      },
    },
    {
      ...HELP,
      key: 'arrivedAny',
      header: text('有收件', 'Any arrival'),
      formula: (f): string => `=${f.cell('cut')}-${f.cell('from')}+1`,
    },
    ...TRACKER_BLOCK,
  ],
  highlights: [
    noNoughts('unitId', ['minutesLate', 'accepted', 'arrived', 'reminders']),
    {
      when: (cell, f) => `${cell('status')}=${f.label('status', 'overdue')}`,
      columns: [
        'unitId',
        'unit',
        'requirementId',
        'requirement',
        'mark',
        'status',
        'due',
        'completedAt',
        'minutesLate',
        'lateness',
      ],
      fill: PALETTE.overdueFill,
      color: PALETTE.overdueInk,
      bold: true,
    },
    byStatus('late', PALETTE.lateFill, PALETTE.lateInk),
    byStatus('onTime', PALETTE.goodFill, PALETTE.goodInk),
    byStatus('underReview', PALETTE.waitFill, PALETTE.waitInk),
    byStatus('incomplete', PALETTE.partFill, PALETTE.partInk),
    byStatus('exempt', PALETTE.offFill, PALETTE.offInk),
  ],
});

/** Nobody types rows below it: they come from the roster and the items. */
export const TRACKER = withIssues(ROWS, [], false);
