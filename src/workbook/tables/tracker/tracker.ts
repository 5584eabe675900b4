// 报送台账: one unit × one requirement. Ids are values, everything else is a live formula of rules D-1…D-9 and D-11; notes are people's.
import { MAX_PARTS } from '../../../core/requirements/requirement';
import { STATUSES } from '../../../core/tracker/trackerRow';
import { text } from '../../../core/ground/text';
import { placeOfCode } from '../../contract/cellFormulas';
import { PALETTE } from '../../contract/palette';
import { statusSign } from '../../contract/statusSigns';
import type { CodeOf } from '../../contract/labels';
import { withIssues } from '../../contract/issueColumn';
import { defineTable } from '../../contract/spec';
import type { ColumnKeys } from '../../contract/keys';
import type { FormulaWords, KeyOf, RowHighlight } from '../../contract/spec';
import { momentOfKey, NEVER } from '../receipts/receiptOrder';
import { ifAny, largest, mineUpTo, TRACKER_BLOCK } from './trackerBlock';

const PARTS = Array.from({ length: MAX_PARTS }, (_, i) => i + 1);

const requirementOf = (f: FormulaWords<'requirementRow'>, key: ColumnKeys['Requirements']): string =>
  `INDEX(${f.column('Requirements', key)},${f.cell('requirementRow')})`;

/** Whether the item of this row is still among the requirements: a row that outlives its item shows no error (D-11). */
const known = (f: FormulaWords<'requirementRow'>): string => `ISNUMBER(${f.cell('requirementRow')})`;

const seconds = (later: string, earlier: string): string => `ROUND((${later}-${earlier})*86400,0)`;

const HELP = { type: 'integer', width: 8, hidden: true } as const;

const lateness = (f: FormulaWords<'minutesLate'>): string => {
  const m = f.cell('minutesLate');
  const [day, hour, minute] = f.language === 'zh' ? ['天', '小时', '分'] : [' d ', ' h ', ' min'];
  return `=IF(N(${m})=0,"",IF(${m}>=1440,INT(${m}/1440)&"${day}","")&IF(MOD(${m},1440)>=60,INT(MOD(${m},1440)/60)&"${hour}","")&IF(MOD(${m},60)>0,MOD(${m},60)&"${minute}",""))`;
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
  return f.language === 'zh'
    ? `="截至 "&${asOf}&"${values ? ' 的数值（行数多，不自动更新，点“标出逾期”刷新）' : ''}　逾期 "&${count('overdue')}&" 项　待审 "&${count('underReview')}&" 项　已完成 "&${done}&" 项"`
    : `="As of "&${asOf}&"${values ? ' (values: so many rows do not follow by themselves; run “Mark what is overdue”)' : ''}   overdue "&${count('overdue')}&"   under review "&${count('underReview')}&"   done "&${done}`;
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
      width: 18,
      typeInstead: text('单位名称请在“单位名册”改。', 'Change the name of a unit in the roster.'),
      formula: (f): string =>
        `=IFERROR(IF(${f.cell('unitRow')}=0,"",INDEX(${f.column('Units', 'name')},${f.cell('unitRow')})&""),"")`,
    },
    { key: 'requirementId', header: text('事项编号', 'Item ID'), type: 'id', width: 9, center: true },
    {
      key: 'requirement',
      header: text('事项', 'Item'),
      type: 'text',
      width: 22,
      typeInstead: text('事项请在“报送事项”改。', 'Change an item on the sheet of items.'),
      formula: (f): string => `=IFERROR(${requirementOf(f, 'title')}&"","")`,
    },
    {
      key: 'mark',
      header: text('标记', 'Mark'),
      type: 'text',
      width: 9,
      center: true,
      formula: (f): string =>
        `=IF(${f.cell('status')}=${f.label('status', 'overdue')},"▲"&${f.label('status', 'overdue')},IF(${f.cell('status')}=${f.label('status', 'late')},"△"&${f.label('status', 'late')},""))`,
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
        const dueKnown = `ISNUMBER(${f.cell('due')})`;
        const onTime = `IF(${dueKnown},IF(${seconds(f.cell('completedAt'), f.cell('due'))}<=0,${s('onTime')},${s('late')}),${s('onTime')})`;
        const allArrived = `AND(${f.cell('arrived')}>=${f.cell('quota')},${f.cell('missingParts')}="")`;
        const passed = `IF(${dueKnown},${seconds('AsOf', f.cell('due'))}>0,FALSE)`;
        return `=IF(${f.cell('exempt')}>0,${s('exempt')},IF(ISNUMBER(${f.cell('completedAt')}),${onTime},IF(${allArrived},${s('underReview')},IF(${passed},${s('overdue')},IF(${f.cell('arrived')}>0,${s('incomplete')},${s('pending')})))))`;
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
      formula: (f): string => {
        const extended = largest(f, 'extendedAt');
        const own = requirementOf(f, 'dueAt');
        const otherwise = `IF(${own}>0,${own},"")`;
        return `=IF(${known(f)},IF(${f.cell('exceptionRow')}=0,${otherwise},IF(${extended}>0,${extended},${otherwise})),"")`;
      },
    },
    {
      key: 'completedAt',
      header: text('完成时间', 'Completed'),
      type: 'moment',
      width: 22,
      center: true,
      numberFormat: 'yyyy-mm-dd hh:mm:ss',
      formula: (f): string => {
        const done = f.cell('doneNow');
        return `=IF(${known(f)},IF(${done}>=${NEVER},"",${momentOfKey(done, f.cell('pair'))}),"")`;
      },
    },
    {
      key: 'minutesLate',
      header: text('迟报分钟', 'Minutes late'),
      type: 'integer',
      width: 10,
      center: true,
      formula: (f): string => {
        const late = (moment: string): string => `ROUNDUP(${seconds(moment, f.cell('due'))}/60,0)`;
        const byStatus = `IF(${f.cell('status')}=${f.label('status', 'late')},${late(f.cell('completedAt'))},IF(${f.cell('status')}=${f.label('status', 'overdue')},${late('AsOf')},0))`;
        // The due time first: LibreOffice, while it works out the status, may take a due time that it has begun for 0.
        return `=IF(ISNUMBER(${f.cell('due')}),${byStatus},0)`;
      },
    },
    { key: 'lateness', header: text('迟了多久', 'Late by'), type: 'text', width: 16, formula: lateness },
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
      formula: (f): string => {
        const other = largest(f, 'quotaAt');
        const own = requirementOf(f, 'quotaAt');
        return `=IF(${known(f)},IF(${f.cell('exceptionRow')}=0,${own},IF(${other}>0,${other},${own})),0)`;
      },
    },
    {
      key: 'accepted',
      header: text('已通过', 'Accepted'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string =>
        `=${ifAny(f, `COUNTIFS(${mineUpTo(f, 'first', 'cut')},1,${mineUpTo(f, 'acceptedAt', 'cut')},"<="&${f.cell('cut')})`, '0')}`,
    },
    {
      key: 'arrived',
      header: text('已收到', 'Arrived'),
      type: 'integer',
      width: 8,
      center: true,
      formula: (f): string => `=${ifAny(f, `SUM(${mineUpTo(f, 'first', 'cut')})`, '0')}`,
    },
    {
      key: 'missingParts',
      header: text('缺少材料', 'Missing parts'),
      type: 'text',
      width: 26,
      formula: (f): string => {
        const piece = (n: number): string => {
          const part = requirementOf(f, `part${n}` as 'part1');
          return `IF(${part}="","",IF(COUNTIF(${mineUpTo(f, 'partsAt', 'cut')},"*、"&${part}&"、*")>0,"","、"&${part}))`;
        };
        const some = `MID(${PARTS.map(piece).join('&')},2,600)`;
        return `=IF(${known(f)},IF(${requirementOf(f, 'partCount')}=0,"",${ifAny(f, some, requirementOf(f, 'allParts'))}),"")`;
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
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 26, input: true },
    {
      ...HELP,
      key: 'requirementRow',
      header: text('事项行', 'Item row'),
      formula: (f): string => `=MATCH(${f.cell('requirementId')},${f.column('Requirements', 'idKey')},0)`,
    },
    { key: 'dropped', header: text('不再应报', 'No longer owed'), type: 'integer', width: 8, hidden: true },
    {
      ...HELP,
      key: 'exempt',
      header: text('免报数', 'Exempt'),
      formula: (f): string => {
        const active = `IF(${f.cell('unitRow')}=0,0,IF(${known(f)},INDEX(${f.column('Units', 'takesPart')},${f.cell('unitRow')}),0))`;
        const said = `IF(${f.cell('exceptionRow')}=0,0,COUNTIFS(${f.column('Exceptions', 'pair')},${f.cell('pair')},${f.column('Exceptions', 'exemptCode')},${placeOfCode('yesNo', 'yes')}))`;
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
      formula: (f): string =>
        STATUSES.reduceRight(
          (otherwise, status) =>
            `IF(${f.cell('status')}=${f.label('status', status)},"${statusSign(status, f.language)}",${otherwise})`,
          '""',
        ).replace(/^/, '='),
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
