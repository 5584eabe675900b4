// An act on which others rest is taken back only when a person says so: the question as a button, for this very act, beside the cells that it would change. Changes nothing itself.
import type { JobReport } from '../../app/run/job';
import { text } from '../../core/ground/text';
import type { Presentation } from '../steps';

/** A button “undo it all the same” where others rest on the act (code `built-upon`); an undo that gave nothing back is not called done. */
export function presentUndo({ stopped, problems, results }: JobReport): Presentation {
  if (!stopped) {
    const { restored, withdrawn } = results as { readonly restored: number; readonly withdrawn: number };
    return restored + withdrawn > 0 ? {} : { nothing: text('什么也没有恢复', 'Nothing was restored') };
  }
  if (!problems.some(({ code }) => code === 'built-upon')) return {};
  const { act } = results as { readonly act: string };
  return {
    decision: {
      choices: [
        {
          label: text('仍要撤销', 'Undo it all the same'),
          detail: text('会改哪些格，列在下面', 'Which cells change is listed below'),
          values: { act, anyway: true },
          sure: true,
        },
      ],
    },
  };
}
