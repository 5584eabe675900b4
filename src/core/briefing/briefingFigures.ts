// The figures of the leaders' one-page sheet, at a stated moment. Knows no layout and writes no sentence.
import type { ContestRules } from '../contest/contest';
import type { Decision } from '../contest/decisions';
import { decisions } from '../contest/decisions';
import type { Standing } from '../contest/standing';
import { remindedAt, type Reminder } from '../reminders/reminder';
import type { Requirement } from '../requirements/requirement';
import type { Category, Unit } from '../roster/unit';
import { categoriesOf } from '../roster/categoryNames';
import { leadsOf, type Activity } from '../campaign/activity';
import { activityGroups } from '../campaign/activityGroups';
import type { Phase } from '../campaign/settings';
import type { TrackerRow } from '../tracker/trackerRow';
import type { WallTime } from '../ground/wallTime';
import { dueFigures, type DueFigures } from './dueFigures';
import type { Tally } from './tally';
import { tally } from './tally';

/** One item over all units that owe it. */
export interface RequirementFigures extends Tally {
  readonly requirementId: string;
  readonly title: string;
  /** The item's own, without anybody's extension; null: it has none. */
  readonly due: WallTime | null;
  /** Of what is due by now. */
  readonly soFar: DueFigures;
}

/** A unit with all that it owes and has not handed in. */
export interface OverdueUnit {
  readonly unitId: string;
  readonly name: string;
  /** Longest lateness of its overdue items, started minutes. */
  readonly minutesLate: number;
  /** How often it was reminded of anything that is overdue now. */
  readonly reminders: number;
  /** Longest first. */
  readonly items: readonly {
    readonly requirementId: string;
    readonly title: string;
    readonly due: WallTime | null;
    readonly minutesLate: number;
  }[];
}

/** due: a due time comes up, `open` units are not complete. phase: a phase begins. */
export interface NextStep {
  readonly kind: 'due' | 'phase';
  readonly time: WallTime;
  readonly title: string;
  readonly open: number;
  /** Who leads the item's activity, as written; absent when nobody is named. */
  readonly leads?: readonly string[];
}

/** How far the contest is; names winners only when a decision is on record. */
export interface ContestFigures {
  readonly entries: number;
  /** Eligible entries with enough scores to take a place. */
  readonly ranked: number;
  readonly judges: number;
  /** Judges who have scored, or are recused from, every eligible entry. */
  readonly judgesDone: number;
  readonly decision: Decision;
  /** Winners in order of place; empty unless a decision is on record. */
  readonly winners: readonly Standing[];
}

/** The items of one activity together, with who leads it. */
export interface ActivityFigures extends Tally {
  /** '' = items of no activity. */
  readonly activity: string;
  readonly leads: readonly string[];
  readonly requirementIds: readonly string[];
}

/** Every figure of briefing and summary as of one moment; `briefingFigures` says which of them add up. */
export interface BriefingFigures {
  /** What arrived later is in none of the figures (D-10). */
  readonly asOf: WallTime;
  readonly total: Tally;
  /** Of everything that is due by now. */
  readonly soFar: DueFigures;
  readonly requirements: readonly RequirementFigures[];
  readonly categories: readonly (Tally & { readonly category: Category; readonly units: number })[];
  /** Activity by activity, who leads it with it; their tallies add up to `total`. */
  readonly activities: readonly ActivityFigures[];
  readonly overdueUnits: readonly OverdueUnit[];
  readonly phasesNow: readonly Phase[];
  /** The next three, soonest first. */
  readonly next: readonly NextStep[];
  /** Null before anything is registered for the contest. */
  readonly contest: ContestFigures | null;
}

/** The state that the figures are taken from; `trackerRows` as of the same `asOf`. */
export interface BriefingInput {
  readonly units: readonly Unit[];
  readonly requirements: readonly Requirement[];
  readonly trackerRows: readonly TrackerRow[];
  readonly phases: readonly Phase[];
  readonly activities?: readonly Activity[];
  readonly asOf: WallTime;
  readonly reminders?: readonly Reminder[];
  /** Standings and the rules they were computed by. */
  readonly standings?: readonly Standing[];
  readonly rules?: ContestRules;
  /** A decision is on record: places that only follow from scores name no winner. */
  readonly decided?: boolean;
}

const NEXT_STEPS = 3;

/**
 * All figures of the briefing from one state of the tracker, so that every line reconciles with every other:
 * the requirements' and the categories' tallies each add up to `total`.
 */
export function briefingFigures(input: BriefingInput): BriefingFigures {
  const { units, requirements, trackerRows, asOf } = input;
  const categoryOf = new Map(units.map((unit) => [unit.unitId, unit.category]));
  return {
    asOf,
    total: tally(trackerRows),
    soFar: dueFigures(trackerRows, asOf),
    requirements: requirements.map(({ requirementId, title, due }) => {
      const rows = trackerRows.filter((row) => row.requirementId === requirementId);
      return { requirementId, title, due, soFar: dueFigures(rows, asOf), ...tally(rows) };
    }),
    categories: categoriesOf(units)
      .map((category) => {
        const rows = trackerRows.filter((row) => categoryOf.get(row.unitId) === category);
        return { category, units: new Set(rows.map((row) => row.unitId)).size, ...tally(rows) };
      })
      .filter(({ units: count }) => count > 0),
    activities: activityGroups(requirements, input.activities ?? []).map(({ name, leads, things }) => {
      const ids = things.map(({ requirementId }) => requirementId);
      const rows = trackerRows.filter((row) => ids.includes(row.requirementId));
      return { activity: name, leads, requirementIds: ids, ...tally(rows) };
    }),
    overdueUnits: overdueUnits(input),
    phasesNow: input.phases.filter((phase) => phase.from <= asOf && asOf <= phase.to),
    next: nextSteps(input),
    contest:
      input.standings && input.rules && input.standings.length > 0
        ? contestFigures(input.standings, input.rules, input.decided === true)
        : null,
  };
}

function overdueUnits({ units, requirements, trackerRows: rows, reminders = [], asOf }: BriefingInput): OverdueUnit[] {
  const titleOf = new Map(requirements.map(({ requirementId, title }) => [requirementId, title]));
  return units
    .map(({ unitId, name }) => {
      const items = rows
        .filter((row) => row.unitId === unitId && row.status === 'overdue')
        .map(({ requirementId, due, minutesLate }) => ({
          requirementId,
          title: titleOf.get(requirementId) ?? requirementId,
          due,
          minutesLate,
        }))
        .sort((a, b) => b.minutesLate - a.minutesLate);
      const late = new Set(items.map(({ requirementId }) => requirementId));
      const own = reminders.filter(({ requirementId, at }) => late.has(requirementId) && at <= asOf);
      return {
        unitId,
        name,
        minutesLate: items[0]?.minutesLate ?? 0,
        reminders: remindedAt(own, unitId).length,
        items,
      };
    })
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => b.minutesLate - a.minutesLate);
}

function nextSteps({ requirements, trackerRows, phases, activities = [], asOf }: BriefingInput): NextStep[] {
  const steps = new Map<string, NextStep>();
  for (const { requirementId, title, activity } of requirements) {
    const leads = leadsOf(activities, activity);
    for (const row of trackerRows) {
      if (row.requirementId !== requirementId || row.due === null || row.due <= asOf || row.status === 'exempt')
        continue;
      const key = `${requirementId} ${row.due}`;
      const open = row.status === 'onTime' || row.status === 'late' ? 0 : 1;
      steps.set(key, {
        kind: 'due',
        time: row.due,
        title,
        open: (steps.get(key)?.open ?? 0) + open,
        ...(leads.length > 0 && { leads }),
      });
    }
  }
  const begins = phases
    .filter(({ from }) => from > asOf)
    .map(({ name, from }): NextStep => ({ kind: 'phase', time: from, title: name, open: 0 }));
  return [...steps.values(), ...begins].sort((a, b) => a.time - b.time).slice(0, NEXT_STEPS);
}

function contestFigures(standings: readonly Standing[], rules: ContestRules, decided: boolean): ContestFigures {
  const eligible = standings.filter(({ decision }) => decision !== 'ineligible');
  const judges = Object.keys(standings[0]?.subtotals ?? {});
  const unfinished = new Set(eligible.flatMap(({ missingJudges }) => missingJudges));
  const decision = decisions(standings, rules);
  return {
    entries: standings.length,
    ranked: eligible.filter(({ rank }) => rank !== null).length,
    judges: judges.length,
    judgesDone: judges.filter((judgeId) => !unfinished.has(judgeId)).length,
    decision,
    winners: decided ? standings.filter((standing) => standing.decision === 'award') : [],
  };
}
