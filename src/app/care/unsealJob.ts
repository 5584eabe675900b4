// Job 'unseal', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  by: { kind: 'text', label: text('谁解除', 'Who breaks it'), hint: text('不填：操作人', 'Default: who acts') },
  reason: { kind: 'text', label: text('理由', 'The reason'), required: true },
});

export type UnsealInput = InputOf<typeof OPTIONS>;

export const UNSEAL = defineJob({
  name: 'unseal',
  words: {
    title: text('解除封存', 'Break the seal'),
    summary: text(
      '撤去封存时加的保护，各项操作又能写入；谁、为什么记入日志。删去的个人信息不会回来',
      'Takes the protection off, so that jobs write again; the log keeps who and why. Personal data that was removed does not come back',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'repair', previewFirst: true },
  reads: { tables: [] },
  writes: 'tables',
  opensSeal: true,
  final: true,
  nothing: { sealed: '', opened: [] },
  decide: async () => (await import('./unseal')).decideUnseal,
});
