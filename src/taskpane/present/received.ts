// What follows when the same thing was registered a moment ago: the person says whether it is another one.
import type { JobReport } from '../../app/run/job';
import { text } from '../../core/ground/text';
import type { Presentation } from '../steps';

/** A button “register it again” where the job met a repeated arrival (code `repeated`); else nothing. */
export function presentReceived({ problems }: JobReport): Presentation {
  if (!problems.some(({ code }) => code === 'repeated')) return {};
  return {
    decision: {
      choices: [
        {
          label: text('再登记一次', 'Register it again'),
          detail: text('确是另一件', 'It is another one'),
          values: { again: true },
        },
      ],
    },
  };
}
