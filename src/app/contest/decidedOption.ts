// The option of jobs that change what a decision on record rests on: to do it all the same. Knows no job.
import { text } from '../../core/ground/text';
import { options } from '../run/options';

/** `decided`: absent or false, the job stops where a decision is on record. */
export const DECIDED_OPTIONS = options({
  decided: {
    kind: 'switch',
    label: text('已经评定，仍要改动', 'Change it although it is decided'),
    hint: text('名单不会自动变动', 'the list changes nothing by itself'),
  },
});
