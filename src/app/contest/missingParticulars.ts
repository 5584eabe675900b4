// Who decided, and why: what every act on record is asked for. Knows no job.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';

/** Who decided is always asked; why, when it is not simply the ranking that decides. */
export function missingWho(by: string | undefined): Problem[] {
  if ((by ?? '').trim() !== '') return [];
  return [
    {
      code: 'missing-by',
      table: 'Decisions',
      expected: text('作出决定的人或会议', 'who decided'),
      found: '',
      message: text('请写明由谁决定（by），它会记入评选决定。', 'State who decided (by): it is kept on record.'),
    },
  ];
}

/** A problem when a reason is asked for and only blanks were given; none otherwise. */
export function missingReason(reason: string | undefined, message: Problem['message']): Problem[] {
  return (reason ?? '').trim() !== ''
    ? []
    : [{ code: 'missing-reason', table: 'Decisions', expected: text('理由', 'a reason'), found: '', message }];
}
