// The option of jobs that wait until the notice is over: why they are run before. Knows no job.
import { text } from '../../core/ground/text';
import { options } from '../run/options';

/** `reason`: without it the job stops while the notice runs or an objection is open. */
export const GATE_OPTIONS = options({
  reason: {
    kind: 'text',
    label: text('公示未满仍要生成的理由', 'Why before the notice is over'),
    hint: text(
      '公示期满、无异议时不用填；填写的记入日志',
      'Empty once the notice is over; what is written goes into the log',
    ),
  },
});
