// Job 'seal', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  by: { kind: 'text', label: text('封存人', 'Who seals it'), hint: text('不填：操作人', 'Default: who acts') },
  personal: {
    kind: 'choice',
    choices: [
      { value: 'keep', label: text('保留', 'Keep') },
      { value: 'contacts', label: text('删去联系人、电话、邮箱', 'Remove contacts, phones, mailboxes') },
      { value: 'all', label: text('再删去须用化名者的真名和异议人', 'Also names behind an alias, and who objected') },
    ],
    default: 'keep',
    label: text('个人信息', 'Personal data'),
  },
  copy: {
    kind: 'switch',
    label: text('现在打开的是归档用的副本', 'The open workbook is the copy for the archive'),
    hint: text('删去的个人信息找不回来，请先另存一份', 'What is removed cannot be had back: save a copy first'),
  },
});

export type SealInput = InputOf<typeof OPTIONS>;

export const SEAL = defineJob({
  name: 'seal',
  words: {
    title: text('封存归档', 'Seal for the archive'),
    summary: text(
      '固定截至时间，随时钟变的公式改成数值，各表加保护（无密码），可删去个人信息；封存后各项操作不再写入',
      'Fixes the as-of moment, turns formulas that follow the clock into values, protects the sheets (no password), removes personal data by choice; afterwards no job writes',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'repair', next: ['unseal'], previewFirst: true },
  reads: { tables: ['*'], formulas: ['*'], sheets: [text('*', '*')], withLog: true },
  writes: 'tables',
  final: true,
  onCopy: true,
  nothing: { sealed: '', frozen: 0, protected: [], removed: 0 },
  decide: async () => (await import('./seal')).decideSeal,
});
