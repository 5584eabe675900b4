// Job 'deactivate', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { TRACKING } from '../run/tablesRead';

const OPTIONS = options({
  unit: {
    kind: 'unit',
    label: text('单位', 'Unit'),
    required: true,
    detail: text('名称、简称、别名或编号', 'name, short name, alias or id'),
  },
  reason: { kind: 'multiline', label: text('理由', 'Reason'), required: true },
});

export type DeactivateInput = InputOf<typeof OPTIONS>;

export const DEACTIVATE = defineJob({
  name: 'deactivate',
  words: {
    title: text('停用单位', 'Deactivate a unit'),
    summary: text(
      '单位退出后不再应报，收件和台账各行保留',
      'A unit that leaves owes nothing any more; its receipts and tracker rows stay',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'withdraw', next: ['check'], previewFirst: true },
  reads: { tables: TRACKING },
  writes: 'tables',
  undoable: true,
  nothing: { unitId: '', unit: '', released: [], receipts: 0 },
  decide: async () => (await import('./deactivate')).decideDeactivate,
});
