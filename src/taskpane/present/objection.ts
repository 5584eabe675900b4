// What follows a founded objection: the steps that change a list, opened with what is known. Changes nothing itself.
import type { JobReport } from '../../app/run/job';
import { text } from '../../core/ground/text';
import type { FollowUp, Presentation } from '../steps';

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A withdrawal while the entry is on the list, or another decision; nothing for an objection that was not founded. */
export function presentObjection({ results }: JobReport): Presentation {
  if (!isRow(results) || results['status'] !== 'founded') return {};
  const withdraw = isRow(results['withdraw']) ? results['withdraw'] : null;
  const reason = typeof results['reason'] === 'string' ? results['reason'] : '';
  const choices: FollowUp[] = [];
  if (withdraw && typeof withdraw['entry'] === 'string') {
    choices.push({
      label: text('退出递补', 'Withdraw the entry'),
      detail: text(
        `${withdraw['entry']}号退出，下一位候补递补`,
        `No. ${withdraw['entry']} withdraws and the next in reserve moves up`,
      ),
      step: 'withdraw',
      values: { entry: withdraw['entry'], reason },
    });
  }
  choices.push({
    label: text('重新评定', 'Decide again'),
    detail: text('改正分数或资格之后，由评委会重新评定', 'After scores or eligibility have been put right'),
    step: 'decide',
    values: { again: true, reason },
  });
  return { decision: { choices } };
}
