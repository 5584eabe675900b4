// Job 'remarks', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  unit: {
    kind: 'unit',
    label: text('单位', 'Unit'),
    hint: text('不填为全部', 'Empty: all of them'),
    detail: text('名称、简称或编号；不填为全部', 'name, short name or id; empty: all'),
  },
  judges: {
    kind: 'choice',
    label: text('评委', 'Judges'),
    choices: [
      { value: 'hidden', label: text('不写是谁说的', 'Do not say who said it') },
      { value: 'named', label: text('写评委姓名', 'By name') },
    ],
    default: 'hidden',
  },
});

export type PrintRemarksInput = InputOf<typeof OPTIONS>;

export const REMARKS = defineJob({
  name: 'remarks',
  words: {
    title: text('生成评语', 'Make the sheet of remarks'),
    summary: text(
      '按单位、作品列出评委写的评语，供反馈给报送单位；不写是谁说的，除非选择写',
      'What judges wrote, by unit and entry, to go back to the units; without saying who said it unless asked to',
    ),
    help: text(
      '回避的评委和已停用的评委写的不列；评语里有电话、证号或应化名的姓名时不生成，并指出是哪一格。',
      'Words of recused and former judges are left out; a phone, an id number or a name under an alias in a remark stops it, and the cell is named.',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'requirements' },
  reads: { tables: ['Units', 'Entries', 'Judges', 'Criteria', 'Score_*', 'Objections'] },
  makes: 'Remarks',
  writes: 'made sheet',
  final: true,
  nothing: { units: [], remarks: 0, heldBack: 0 },
  decide: async () => (await import('./printRemarks')).decidePrintRemarks,
});
