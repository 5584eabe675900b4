// 催报记录 and 操作日志: append only. The log keeps every value that an act replaced.
import { text } from '../../../core/ground/text';
import { withIssues } from '../../contract/issueColumn';
import { keptColumn } from '../../contract/kept';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Reminders: KeyOf<typeof REMINDERS>;
    Log: KeyOf<typeof LOG>;
  }
}

const SENT = defineTable({
  name: 'Reminders',
  sheet: text('催报记录', 'Reminders'),
  title: text('催报记录', 'Reminders sent by hand'),
  guide: text(
    '只增不改：每次催报一行。本插件不发送任何消息。',
    'Append only: one row per reminder. Nothing is ever sent by the add-in.',
  ),
  key: ['at', 'unitId', 'requirementId'],
  tabColor: '#6B7280',
  landscape: false,
  frozen: 0,
  columns: [
    { key: 'at', header: text('时间', 'When'), type: 'moment', width: 19, input: true, center: true },
    { key: 'unitId', header: text('单位编号', 'Unit ID'), type: 'id', width: 10, input: true, center: true },
    { key: 'requirementId', header: text('事项编号', 'Item ID'), type: 'id', width: 10, input: true, center: true },
    { key: 'by', header: text('催报人', 'By'), type: 'text', width: 12, input: true },
    { key: 'text', header: text('内容', 'Text'), type: 'longText', width: 60, input: true },
    keptColumn('at', 'unitId', 'requirementId'),
  ],
});

const unknown = (known: string, cell: string): string => `IF(${cell}="",FALSE,COUNTIF(${known},${cell})=0)`;

/** One reminder of one item a row. Doubtful: a unit or an item that is no longer there. */
export const REMINDERS = withIssues(SENT, [
  {
    columns: ['unitId'],
    when: (f): string => unknown(f.column('Units', 'unitId'), f.cell('unitId')),
    doubtful: true,
  },
  {
    columns: ['requirementId'],
    when: (f): string => unknown(f.column('Requirements', 'requirementId'), f.cell('requirementId')),
    doubtful: true,
  },
]);

/** One line a cell, a row or a whole act; `act` puts the lines of one act together. */
export const LOG = defineTable({
  name: 'Log',
  sheet: text('操作日志', 'Log'),
  title: text('操作日志', 'Log of acts'),
  guide: text(
    '只增不改：每次操作与被替换的原值都在这里，可据此恢复。',
    'Append only: every act, and every value that an act replaced.',
  ),
  key: ['at', 'job', 'row'],
  tabColor: '#6B7280',
  landscape: true,
  frozen: 0,
  // Values before and after are kept as they were: a number must not become text.
  columns: [
    {
      key: 'at',
      header: text('时间', 'When'),
      type: 'moment',
      width: 22,
      center: true,
      numberFormat: 'yyyy-mm-dd hh:mm:ss',
    },
    // Names of job and table, for undo and whoever filters; people read the words beside them.
    { key: 'job', header: text('操作', 'Act'), type: 'text', width: 15, hidden: true },
    { key: 'jobName', header: text('操作名称', 'Job'), type: 'text', width: 23, optional: true },
    { key: 'table', header: text('表', 'Table'), type: 'text', width: 14, hidden: true },
    { key: 'tableName', header: text('工作表', 'Sheet'), type: 'text', width: 13, optional: true },
    { key: 'row', header: text('行', 'Row'), type: 'text', width: 12, shrink: true },
    { key: 'column', header: text('列', 'Column'), type: 'text', width: 14 },
    { key: 'before', header: text('原值', 'Before'), type: 'text', width: 23, numberFormat: 'General' },
    { key: 'after', header: text('新值', 'After'), type: 'text', width: 23, numberFormat: 'General' },
    { key: 'summary', header: text('摘要', 'Summary'), type: 'text', width: 42 },
    { key: 'by', header: text('操作人', 'By'), type: 'text', width: 12, optional: true },
    // Which act a line belongs to, and whether it still says what was written: actLog.ts.
    { key: 'act', header: text('操作编号', 'Act no.'), type: 'id', width: 22, optional: true, hidden: true },
  ],
});
