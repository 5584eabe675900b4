// By which headers the columns of a mailbox list are recognised. Knows no row.
import type { WantedColumn } from '../import/matchHeaders';

const MAIL_COLUMNS: readonly WantedColumn[] = [
  {
    key: 'time',
    headers: [
      '收件时间',
      '时间',
      '收到时间',
      '收文时间',
      '接收时间',
      '来件时间',
      '日期',
      'received at',
      'received',
      'time',
      'date',
    ],
    required: true,
    moment: true,
  },
  {
    key: 'unit',
    headers: ['发件单位', '单位', '报送单位', '来文单位', '单位名称', '发件人', 'unit', 'from', 'sender'],
    required: true,
  },
  { key: 'title', headers: ['邮件主题', '主题', '标题', '题目', '邮件标题', 'subject', 'title'], required: true },
  { key: 'attachments', headers: ['附件', '材料', '附件名称', 'attachments', 'attachment', 'files'], required: false },
  { key: 'note', headers: ['备注', '说明', 'note', 'remarks'], required: false },
];

/** What is handed in, where that has a column of its own beside the subject. */
const ITEM: WantedColumn = {
  key: 'item',
  headers: ['报送事项', '事项', '事项名称', '报送内容', '材料名称', '任务', 'item', 'requirement'],
  required: false,
};

/** With a subject; and without one, where what is handed in stands in its place. */
export const RECEIPT_COLUMNS: readonly WantedColumn[] = [...MAIL_COLUMNS, ITEM];
/** Of lists that no mail program made: the item’s column is read as the title. */
export const COLUMNS_WITHOUT_SUBJECT: readonly WantedColumn[] = MAIL_COLUMNS.map((column) =>
  column.key === 'title' ? { ...column, headers: ITEM.headers } : column,
);
