// Score sheets and standings in an upgrade: which there should be, by judges and criteria, and what of them only people can settle.
import type { ContestRules, Criterion, Judge } from '../../core/contest/contest';
import type { Language } from '../../core/ground/text';
import type { TablesByName, WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import { scoreSheetSpec, scoreTableName } from '../tables/scoreSheet/scoreSheet';
import { judgesShown, standingsSpec } from '../tables/standings/standings';

const STANDINGS = 'Standings';

/** Every criterion has a name of its own and a maximum: the headers of the score sheets say both. */
function haveNames(criteria: readonly Criterion[]): boolean {
  return (
    criteria.every(({ name, maximum }) => name !== '' && Number(maximum) > 0) &&
    new Set(criteria.map(({ name, maximum }) => `${name} ${maximum}`)).size === criteria.length
  );
}

/** Score sheets and standings as judges and criteria have them; without criteria nobody can say what a score sheet is. */
export function contestSpecs(
  tables: TablesByName,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  method: ContestRules['method'],
  language: Language,
): TableSpec[] {
  const sheets =
    criteria.length === 0 || !haveNames(criteria)
      ? []
      : judges
          .filter(({ judgeId }) => tables[scoreTableName(judgeId)])
          .map((judge) => scoreSheetSpec(judge, criteria, language));
  const standings = tables[STANDINGS];
  return standings ? [...sheets, standingsSpec(judgesShown(standings, judges), method)] : sheets;
}

/** What people have to settle about judges and criteria themselves. */
export interface OpenInContest {
  /** Criteria without name or maximum: what their score sheets lack cannot be said before people fill them in. */
  readonly criteriaOpen: boolean;
  /** Judges who have a column in the standings and no score sheet any more. */
  readonly judgesWithoutSheet: readonly Judge[];
  /** Judges who have a score sheet and no column in the standings: it was deleted, or they came after the ranking. */
  readonly judgesWithoutColumn: readonly Judge[];
}

/** Judges and criteria as the tables say, against the score sheets and the standings that are there. */
export function openInContest(
  { tables }: WorkbookSnapshot,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
): OpenInContest {
  const hasSheet = ({ judgeId }: Judge): boolean => tables[scoreTableName(judgeId)] !== undefined;
  const standings = tables[STANDINGS];
  const shown = standings ? judgesShown(standings, judges) : [];
  return {
    criteriaOpen: criteria.length > 0 && !haveNames(criteria) && judges.some(hasSheet),
    judgesWithoutSheet: shown.filter((judge) => !hasSheet(judge)),
    judgesWithoutColumn: standings
      ? judges.filter((judge) => judge.active && hasSheet(judge) && !shown.includes(judge))
      : [],
  };
}
