// Job 'upgrade', as it is offered.
import { text } from '../../core/ground/text';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  column: {
    kind: 'text',
    label: text('改过名的表头', 'Renamed headers'),
    detail: text(
      '表.现表头=原表头，用“；”隔开；“=无”为不是；“全部”为都照建议',
      'table.header=column, separated by ;; “=none” when it is none; “all” takes every proposal',
    ),
    inPane: false,
  },
});

export type UpgradeInput = InputOf<typeof OPTIONS>;

export const UPGRADE = defineJob({
  name: 'upgrade',
  words: {
    title: text('升级与修复', 'Upgrade and repair'),
    summary: text(
      '把较早版本建的或被误删过的工作簿补齐：缺的表、列、设置、名称、公式、格式；不删不改任何填写的内容',
      'Adds what a workbook of an older version, or one damaged by mistake, lacks: tables, columns, settings, names, formulas, formats; deletes and changes nothing typed',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'repair', next: ['check', 'overdue'], previewFirst: true },
  reads: { tables: ['*'], formulas: ['*'] },
  writes: 'tables',
  nothing: {
    from: SCHEMA_VERSION,
    to: SCHEMA_VERSION,
    tables: [],
    finished: [],
    overview: false,
    columns: [],
    settings: [],
    names: [],
    renamed: [],
    answers: '',
    questions: [],
    formulas: 0,
    filled: 0,
    newerFormulas: 0,
    looks: 0,
  },
  act: async () => (await import('./upgrade')).upgrade,
});
