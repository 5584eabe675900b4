// Job 'receive', as it is offered.
import { text } from '../../core/ground/text';
import { codeOf } from '../../workbook/contract/labels';
import { defineJob } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';
import { TRACKING } from '../run/tablesRead';

/** A receipt id or 'auto'; a plain yes means auto, a plain no none. */
function correctsOf(word: string): string {
  const code = /^(true|1)$/i.test(word) ? 'yes' : /^(false|0)$/i.test(word) ? 'no' : codeOf('yesNo', word);
  return code === 'yes' ? 'auto' : code === 'no' ? '' : word;
}

const OPTIONS = options({
  unit: {
    kind: 'unit',
    label: text('单位', 'Unit'),
    required: true,
    detail: text('名称、简称、别名或编号', 'name, short name, alias or id'),
  },
  requirement: {
    kind: 'item',
    label: text('事项', 'Item'),
    of: 'unit',
    detail: text('编号或名称；不填按单位所欠', 'id or title; else what the unit owes'),
  },
  parts: {
    kind: 'parts',
    label: text('材料', 'Parts'),
    of: 'requirement',
    detail: text('用“、”隔开；或“全部”', 'separated by 、; or “all”'),
  },
  at: {
    kind: 'text',
    label: text('收到时间', 'Received'),
    placeholder: text('现在；也可写 6月7日下午4点', 'now; or a moment such as 2021-06-07 16:00'),
    detail: text('不填为现在', 'else now'),
  },
  title: { kind: 'text', label: text('标题', 'Title') },
  review: {
    kind: 'choice',
    label: text('审核', 'Review'),
    required: true,
    choices: choicesOf('review'),
    default: 'pending',
  },
  note: { kind: 'text', label: text('备注', 'Note') },
  corrects: {
    kind: 'own',
    read: correctsOf,
    field: {
      kind: 'switch',
      label: text('是更正稿，代替之前的一稿', 'A corrected version of an earlier one'),
      detail: text('或收件编号；auto 为之前的一稿', 'or its receipt id; auto: the earlier one'),
    },
  },
  again: { kind: 'switch', label: text('同一分钟内再登记一次', 'Register again within the minute'), inPane: false },
});

export type ReceiveInput = InputOf<typeof OPTIONS>;

export const RECEIVE = defineJob({
  name: 'receive',
  words: {
    title: text('登记收件', 'Register one arrival'),
    summary: text(
      '收到一件登记一件：选单位，事项和时间自动给出，勾材料',
      'One thing that has arrived: choose the unit; item and time are proposed; tick the parts',
    ),
  },
  options: OPTIONS,
  place: {
    group: 'collect',
    icon: 'mail',
    next: ['overdue'],
    repeat: text('登记，接着下一件', 'Register, then the next'),
  },
  reads: { tables: TRACKING },
  writes: 'tables',
  undoable: true,
  nothing: {
    receiptId: '',
    unitId: '',
    unit: '',
    requirementId: '',
    requirement: '',
    receivedAt: '',
    parts: [],
    replaces: '',
    status: '',
    missingParts: [],
  },
  decide: async () => (await import('./receive')).decideReceive,
});
