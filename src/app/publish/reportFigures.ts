// The figures that the made sheets of the reporting side share: one state of the tracker and, where it can be computed, the contest.
import { briefingFigures, type BriefingFigures } from '../../core/briefing/briefingFigures';
import { withFrozenDecisions } from '../../core/contest/frozenDecision';
import { computeStandings } from '../../core/contest/standings';
import type { Standing } from '../../core/contest/standing';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { Problem } from '../../core/ground/problem';
import { readReminders } from '../../workbook/tables/records/readRecords';
import { REMINDERS } from '../../workbook/tables/records/records';
import { contestOf, ruleProblems, rulesOf } from '../contest/contestSituation';
import { decisionInForce } from '../contest/decisionRecord';
import { asOfRecord } from './asOfRecord';
import type { Situation } from '../run/runJob';

/** The tracker by the rules at the moment of a report, and what is counted of it. */
export interface ReportFigures {
  readonly rows: readonly TrackerRow[];
  readonly figures: BriefingFigures;
}

/** What was decided stands as it is on record. Nothing is said about the contest while its criteria or rules are unsound: the check names why. */
function standingsOf(situation: Situation): Standing[] | undefined {
  const { campaign } = situation;
  if (campaign.entries.length === 0 || ruleProblems(situation).length > 0) return undefined;
  return withFrozenDecisions(computeStandings(contestOf(campaign)), decisionInForce(situation));
}

/** `unreadable` collects reminders whose moment cannot be read. */
export function reportFigures(given: Situation, unreadable: Problem[] = []): ReportFigures {
  const situation = asOfRecord(given);
  const { campaign, asOf } = situation;
  const rows = trackUnits(campaign, asOf);
  const reminders = situation.snapshot.tables[REMINDERS.name];
  const { units, requirements, settings } = campaign;
  return {
    rows,
    figures: briefingFigures({
      activities: campaign.activities,
      units,
      requirements,
      trackerRows: rows,
      phases: settings.phases,
      asOf,
      reminders: reminders ? readReminders(reminders, unreadable) : [],
      standings: standingsOf(situation),
      rules: rulesOf(campaign),
      decided: decisionInForce(situation) !== null,
    }),
  };
}
