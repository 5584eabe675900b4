// Job 'certificates', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { GATE_OPTIONS } from './gateOption';
import { LIST, PRIZES } from '../run/tablesRead';

const OPTIONS = options({
  date: {
    kind: 'date',
    label: text('落款日期', 'Day on them'),
    hint: text('不填为颁奖会当天', 'Empty: the ceremony'),
    detail: text('如 2021-06-26；不填为颁奖会当天', 'such as 2021-06-26; default: the ceremony'),
  },
  ...GATE_OPTIONS,
});

export type CertificatesInput = InputOf<typeof OPTIONS>;

export const CERTIFICATES = defineJob({
  name: 'certificates',
  words: {
    title: text('生成证书', 'Make the certificates'),
    summary: text(
      '按评定记录和“证书模板”，每个获奖作品一页 A4',
      'From the decision on record and the certificate template, an A4 page a winner',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'certificate', next: ['agenda'] },
  reads: { stopsAt: [...PRIZES, 'CertificateTemplate'], tables: [...LIST, 'CertificateTemplate', 'Phases'] },
  makes: 'Certificates',
  writes: 'made sheet',
  final: true,
  nothing: { certificates: [], date: '' },
  decide: async () => (await import('./certificates')).decideCertificates,
});
