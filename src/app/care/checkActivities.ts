// Activities, phases and items against one another: names that lead nowhere. Looks at no cell but theirs.
import { foldActivity } from '../../core/campaign/activity';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { lazyMatcher } from '../../core/roster/unitMatcher';
import type { Situation } from '../run/runJob';

/** An item may name an activity, or a phase that is none's in particular. Nothing is said while nobody has listed any activity. */
function itemsOfNone({ campaign }: Situation): Problem[] {
  const { activities, phaseNames, requirements } = campaign;
  if (activities.length === 0) return [];
  const known = new Set([...activities.map(({ name }) => name), ...phaseNames].map(foldActivity));
  return requirements
    .filter(({ activity }) => activity !== '' && !known.has(foldActivity(activity)))
    .map(({ requirementId, activity }) => ({
      code: 'unknown-activity',
      table: 'Requirements',
      row: requirementId,
      column: 'activity',
      found: activity,
      expected: text('“活动安排”里的活动', 'an activity of the table of activities'),
      message: text(
        `事项 ${requirementId} 的所属活动“${activity}”不在“活动安排”里，汇总、催报说不出由谁牵头：请改成表里的写法，或在表里补上。`,
        `Item ${requirementId} names activity “${activity}”, which is not among the activities, so nobody can say who leads it: use the table’s words, or add it there.`,
      ),
    }));
}

function phasesOfNone({ campaign }: Situation): Problem[] {
  const { activities, phaseNames } = campaign;
  if (phaseNames.length === 0) return [];
  const known = new Set(phaseNames.map(foldActivity));
  return activities
    .filter(({ phase }) => phase !== '' && !known.has(foldActivity(phase)))
    .map(({ name, phase }) => ({
      code: 'unknown-phase',
      table: 'Activities',
      row: name,
      column: 'phase',
      found: phase,
      expected: text(phaseNames.join('、'), phaseNames.join(', ')),
      message: text(
        `活动“${name}”的所属阶段“${phase}”不在“活动阶段”里：请从下拉中选，或在那里补上。`,
        `Activity “${name}” names phase “${phase}”, which is not among the phases: choose one, or add it there.`,
      ),
    }));
}

/** Who leads may be an office that reports nothing; only a name that nearly is one of the roster's is asked about. */
function leadsNotInRoster({ campaign }: Situation): Problem[] {
  const matcher = lazyMatcher(campaign.units);
  return campaign.activities.flatMap(({ name, leads }) =>
    leads.flatMap((lead): Problem[] => {
      const match = matcher().match(lead);
      if (match.kind !== 'doubtful') return [];
      const near = match.candidates.map((unit) => unit.name).join('、');
      return [
        {
          code: 'doubtful-lead',
          table: 'Activities',
          row: name,
          column: 'leads',
          found: lead,
          expected: text(near, near),
          message: text(
            `活动“${name}”的牵头单位“${lead}”不在名册里，名册里有“${near}”：若是同一家，请改成名册的写法或加别名。`,
            `Activity “${name}” is led by “${lead}”, which is not in the roster; the roster has “${near}”: if it is the same, use the roster’s spelling or add an alias.`,
          ),
        },
      ];
    }),
  );
}

export interface ActivityFindings {
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Items and activities that name what is not listed are problems; a lead nearly called like a unit is a notice. */
export function checkActivities(situation: Situation): ActivityFindings {
  return {
    problems: [...itemsOfNone(situation), ...phasesOfNone(situation)],
    notices: leadsNotInRoster(situation),
  };
}
