// What all contest jobs ask of the workbook: the judges who count, the rules by id, and what forbids computing at all.
import { checkCriteria } from '../../core/contest/checkCriteria';
import type { ContestRules, Judge } from '../../core/contest/contest';
import { revotesOnRecord } from '../../core/contest/revote';
import type { ContestInput } from '../../core/contest/standings';
import { tieToken } from '../../core/contest/tieChain';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { PLACE_SETTINGS } from '../../workbook/tables/settings/placeSettings';
import { SCORE_TABLE_PREFIX, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from '../run/runJob';

/** Settings that decide places: unreadable, they stop every computation. */
const RULE_SETTINGS: ReadonlySet<string> = new Set([...PLACE_SETTINGS, 'prize']);

/** Active judges that have a score sheet, in the order of the Judges table. */
export function judgesWhoScore(campaign: Campaign): Judge[] {
  return campaign.judges.filter((judge) => judge.active && campaign.judgesWithSheet.includes(judge.judgeId));
}

/** Judges whose sheets stand there and do not count: somebody set them inactive. One notice each. */
export function judgesOff({ judges, judgesWithSheet, spec, settings: { language } }: Campaign): Problem[] {
  return judges
    .filter(({ active, judgeId }) => !active && judgesWithSheet.includes(judgeId))
    .map(({ judgeId, name }): Problem => {
      const sheet = spec(scoreTableName(judgeId)).sheet[language];
      return {
        code: 'inactive-judge',
        table: 'Judges',
        row: judgeId,
        column: 'active',
        found: name,
        expected: text('启用的评委', 'an active judge'),
        message: text(
          `${name}已停用，“${sheet}”的分数都不计，“计算排名”之后成绩排名也不再显示。确要计入，请把“启用”改回“是”。`,
          `${name} is inactive: no score of “${sheet}” counts, and none is shown once ranked again. If they are to count, set the judge active.`,
        ),
      };
    });
}

/** The rules with the tie-break as criterion ids: people may also have written the criteria's names. */
export function rulesOf(campaign: Campaign): ContestRules {
  const idOf = (word: string): string =>
    campaign.criteria.find(({ criterionId, name }) => criterionId === word || name === word)?.criterionId ??
    tieToken(word) ??
    word;
  return { ...campaign.settings.rules, tieBreak: campaign.settings.rules.tieBreak.map(idOf) };
}

/** Everything that `computeStandings` needs. */
export function contestOf(campaign: Campaign): ContestInput {
  return {
    entries: campaign.entries,
    judges: judgesWhoScore(campaign),
    criteria: campaign.criteria,
    scores: campaign.scores,
    rules: rulesOf(campaign),
    revotes: revotesOnRecord(campaign.rulings),
    reservePlaces: campaign.settings.reserve,
  };
}

/** Faults of criteria and rules, and cells of theirs that could not be read. Empty: scores can be computed. */
export function ruleProblems({ campaign, cellProblems }: Situation): Problem[] {
  const unreadable = cellProblems.filter(
    ({ table, row }) =>
      table === 'Criteria' || table === 'AwardTiers' || (table === 'Settings' && RULE_SETTINGS.has(String(row))),
  );
  return [...unreadable, ...faultsOfRules({ campaign, cellProblems })];
}

/** A criterion that the judges still see was deleted: nothing that is computed from their scores is to be relied on. */
export const isCriterionGone = (cellProblems: readonly Problem[]): boolean =>
  cellProblems.some(({ code }) => code === 'criterion-gone');

/** Faults of criteria and rules. Weights that do not add up follow from a criterion that is gone, which is named. */
export function faultsOfRules({ campaign, cellProblems }: Pick<Situation, 'campaign' | 'cellProblems'>): Problem[] {
  const isGone = isCriterionGone(cellProblems);
  return checkCriteria(campaign.criteria, rulesOf(campaign)).filter(
    ({ code }) => !isGone || (code !== 'weights-not-100' && code !== 'no-criteria'),
  );
}

/** Cells of the contest's own tables that could not be read: worth a look, stopping nothing. */
export function contestCellProblems({ cellProblems }: Situation): Problem[] {
  return cellProblems.filter(
    ({ table }) => table === 'Entries' || table === 'Judges' || (table ?? '').startsWith('Score_'),
  );
}

/**
 * Scores that count for another story than the one they were given to (ids of stories were exchanged, or two have one), or for none because a judge's
 * table is lost. Nothing may be ranked by them.
 */
export function othersScores({ cellProblems }: Situation): Problem[] {
  return cellProblems.filter(
    ({ code, table = '' }) =>
      code === 'title-of-another' ||
      (code === 'duplicate-id' && table === 'Entries') ||
      (code === 'missing-table' && table.startsWith(SCORE_TABLE_PREFIX)),
  );
}

/** Whether any judge has given any number yet: from then on a change of rules needs a reason. */
export function hasAnyScore({ campaign }: Pick<Situation, 'campaign'>): boolean {
  return campaign.scores.any;
}
