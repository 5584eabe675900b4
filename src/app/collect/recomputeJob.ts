// Job 'recompute', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { TRACKING } from '../run/tablesRead';

const OPTIONS = options({
  requirement: {
    kind: 'text',
    label: text('事项', 'Item'),
    suggest: 'requirement',
    detail: text('编号或名称', 'id or title'),
  },
  due: {
    kind: 'text',
    label: text('新的截止时间', 'New due time'),
    hint: text('如 2021-06-12 18:00；“无”为不定期限', 'Such as 2021-06-12 18:00; “none” for none'),
  },
  quota: { kind: 'number', label: text('新的应报数', 'New quota'), min: 1, max: 99 },
  parts: {
    kind: 'text',
    label: text('新的须含材料', 'New required parts'),
    hint: text('用“、”隔开；“无”为不要求', 'Separated by 、; “none” for none'),
  },
  who: {
    kind: 'text',
    label: text('新的报送单位', 'Who owes it now'),
    hint: text('类别或单位，用“、”隔开', 'Categories or units, separated by 、'),
  },
});

export type RecomputeInput = InputOf<typeof OPTIONS>;

export const RECOMPUTE = defineJob({
  name: 'recompute',
  words: {
    title: text('改规则并重算', 'Change rules and recompute'),
    summary: text(
      '先看改截止、数量、材料或报送单位会改变台账哪些行，再写入；不填改动则只补齐和恢复台账',
      'Shows which tracker rows another due time, quota, parts or units would change, then writes; without a change it only completes and restores the tracker',
    ),
    help: text(
      '改一个事项的截止、数量、材料或报送单位，先列出台账哪些行会变，确认后才写入。都不填，则只补齐台账、恢复公式和标色。',
      'Changes the due time, quota, parts or units of an item: first lists every tracker row that would change, writes only when you confirm. With nothing filled in it only completes the tracker and restores formulas and colours.',
    ),
  },
  options: OPTIONS,
  place: { group: 'collect', icon: 'requirements', next: ['overdue'], previewFirst: true },
  reads: { tables: [...TRACKING, 'Tracker'], formulas: ['Tracker'], sampled: true },
  writes: 'tables',
  undoable: true,
  nothing: { statuses: [], added: 0, released: 0, formulasRestored: 0 },
  decide: async () => (await import('./recompute')).decideRecompute,
});
