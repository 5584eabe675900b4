// Job 'extend', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  unit: {
    kind: 'unit',
    label: text('单位', 'Unit'),
    hint: text('名称、简称、别名或编号', 'Name, short name, alias or id'),
    required: true,
  },
  requirement: {
    kind: 'text',
    label: text('事项', 'Item'),
    hint: text('编号或名称', 'Id or title'),
    required: true,
    suggest: 'requirement',
  },
  to: {
    kind: 'moment',
    label: text('延期到', 'Extended to'),
    hint: text('活动时区的时刻；不延期就留空', 'A moment in the campaign’s zone; empty when nothing is extended'),
  },
  quota: {
    kind: 'number',
    label: text('应报数量', 'Quota'),
    min: 1,
    max: 99,
    hint: text('与别的单位不同时才填', 'Only when it differs from the other units'),
  },
  exempt: { kind: 'switch', label: text('免报', 'Exempt') },
  approvedBy: { kind: 'text', label: text('批准人', 'Approved by') },
  reason: { kind: 'multiline', label: text('理由', 'Reason') },
});

export type ExtendInput = InputOf<typeof OPTIONS>;

export const EXTEND = defineJob({
  name: 'extend',
  words: {
    title: text('延期与免报', 'Extend or exempt'),
    summary: text(
      '给一家单位的一个事项延期、另定数量或免报，须写批准人和理由；原截止保留',
      'Another due time, quota or an exemption for one unit and item, with approver and reason; the old due time is kept',
    ),
  },
  options: OPTIONS,
  place: { group: 'collect', icon: 'extend', next: ['overdue'], previewFirst: true },
  reads: { tables: ['Units', 'Requirements', 'Exceptions'] },
  writes: 'tables',
  undoable: true,
  nothing: { unitId: '', requirementId: '', formerDue: '', due: '', quota: 0, exempt: false },
  decide: async () => (await import('./extend')).decideExtend,
});
