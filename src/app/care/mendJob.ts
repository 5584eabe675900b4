// Job 'mend', as it is offered.
import { text } from '../../core/ground/text';
import { DECIDED_OPTIONS } from '../contest/decidedOption';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

/** `slipped`: what becomes of columns that were sorted or shifted by themselves; absent, they are only named. `gone`: of rows that were deleted. */
const MEND_OPTIONS = options({
  slipped: {
    kind: 'choice',
    label: text('换到了别的行的列', 'Columns that slipped into other rows'),
    hint: text(
      '单独排过序、删过或插过单元格的列；不选就只列出',
      'sorted or shifted by themselves; without a choice they are only listed',
    ),
    choices: [
      { value: 'back', label: text('放回原行', 'Put back') },
      { value: 'keep', label: text('照现在的', 'Right as they are') },
    ],
  },
  gone: {
    kind: 'choice',
    label: text('登记过、现在没有了的行', 'Registered rows that are gone'),
    hint: text('不选就只列出', 'without a choice they are only listed'),
    choices: [{ value: 'keep', label: text('删得对', 'They were to go') }],
  },
  ...DECIDED_OPTIONS,
});

export type MendInput = InputOf<typeof MEND_OPTIONS>;

export const MEND = defineJob({
  name: 'mend',
  words: {
    title: text('改正', 'Mend'),
    summary: text(
      '把只有一种意思的写法改规范，恢复被手改的公式；先列出再改，原来的内容留在操作日志',
      'Writes properly what can mean one thing only, and puts back formulas that were typed over; lists them first, and the log keeps what stood there',
    ),
    help: text(
      '例：“2021.6.7 18:00”写成时间，“2份”写成 2，“通过。”写成“通过”，认得出的单位写成名册里的名称。看不准的只列出，不动。',
      'Such as “2021.6.7 18:00” as a moment, a number with its counting word as a number, a recognised unit by its name in the roster. What is not certain is listed and left alone.',
    ),
  },
  options: MEND_OPTIONS,
  place: { group: 'prepare', icon: 'repair', next: ['check'], previewFirst: true, atOnce: true },
  reads: { tables: ['*'], formulas: ['*'] },
  writes: 'tables',
  undoable: true,
  nothing: { cells: 0, formulas: 0, kept: 0, left: 0 },
  decide: async () => (await import('./mend')).decideMend,
});
