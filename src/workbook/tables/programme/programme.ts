// 会议程序: the programme of the ceremony, as the office edits it. Made from the preset when the agenda is made for the first time.
import { text } from '../../../core/ground/text';
import { withIssues } from '../../contract/issueColumn';
import { isTotalFormula } from '../../contract/totalRows';
import { anyIn } from '../../contract/wrongCells';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Programme: KeyOf<typeof PROGRAMME>;
  }
}

const ITEMS = defineTable({
  name: 'Programme',
  sheet: text('会议程序', 'Programme'),
  title: text('颁奖会程序', 'Programme of the ceremony'),
  guide: text(
    '按次序一行一项。只填第一项的开始时间和各项时长，其余时间自动接排；改好后再点“生成颁奖会议程”。',
    'A row an item, in order. Fill in when the first begins and how long each takes; the other times follow. Then make the agenda again.',
  ),
  key: ['item'],
  tabColor: '#7C3AED',
  landscape: false,
  frozen: 0,
  columns: [
    { key: 'item', header: text('环节', 'Item'), type: 'longText', width: 22, input: true },
    {
      key: 'start',
      header: text('开始时间', 'Begins'),
      type: 'text',
      width: 10,
      input: true,
      center: true,
      prompt: text(
        '如 9:00；只有第一项和另有固定时间的才填',
        'Such as 9:00; only for the first item and those with a fixed time',
      ),
    },
    {
      key: 'minutes',
      header: text('时长（分钟）', 'Minutes'),
      type: 'integer',
      width: 13,
      input: true,
      center: true,
      validation: () => ({ kind: 'whole', min: 0, max: 600 }),
    },
    { key: 'who', header: text('主讲、出场', 'Who'), type: 'longText', width: 20, input: true },
    {
      key: 'winners',
      header: text('列出获奖者', 'Lists winners'),
      type: 'choice',
      labels: 'yesNo',
      width: 12,
      input: true,
      center: true,
    },
    { key: 'note', header: text('备注', 'Note'), type: 'longText', width: 24, input: true },
  ],
});

/** One item a row, in its order. Marked: a row without an item or with a sum, a beginning that is no time of day. */
export const PROGRAMME = withIssues(ITEMS, [
  {
    columns: ['item'],
    when: (f): string =>
      `IF(TRIM(${f.cell('item')})="",${anyIn(f.cells('item', 'note'))},${isTotalFormula(f.cell('item'))})`,
  },
  {
    columns: ['start'],
    when: (f): string => {
      const start = f.cell('start');
      const said = `SUMPRODUCT(--ISNUMBER(FIND({":","：","点","點","时","時"},${start})))>0`;
      return `IF(ISERROR(${start}),TRUE,IF(ISNUMBER(${start}),OR(${start}<0,${start}>=1),IF(TRIM(${start})="",FALSE,NOT(${said}))))`;
    },
  },
]);
