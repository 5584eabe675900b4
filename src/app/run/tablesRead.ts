// Tables that decisions look at together, by what is found out from them. Settings are looked at by every job and need no mention.
import type { TableName } from '../../workbook/contract/keys';
import type { StopsAt } from './touches';

/** Who owes what by when, and what has arrived: the tracker follows from these. */
export const TRACKING: readonly TableName[] = ['Units', 'Requirements', 'Exceptions', 'Receipts'];

/** Scores and the rules they are counted by; whose units stories and judges are of. */
export const SCORING: readonly TableName[] = ['Units', 'Entries', 'Judges', 'Criteria', 'AwardTiers', 'Score_*'];

/** Scores, and what was settled about them: decisions, re-votes, rules on record. */
export const DECIDING: readonly TableName[] = [...SCORING, 'Decisions', 'Standings'];

/** What decides who wins what: a cell of these that cannot be read makes a list of winners untrue. */
export const PRIZES: readonly StopsAt[] = ['AwardTiers', 'Criteria', 'Settings:awardQuota', 'Settings:prize'];

/** The same, and what the last day of a notice is counted by. */
export const NOTICE_RESTS_ON: readonly StopsAt[] = [
  ...PRIZES,
  'Settings:noticeDays',
  'Settings:countPostingDay',
  'Settings:daysOff',
  'Settings:workDays',
];

/** How final the list of winners is: the record, and objections to it; and the sheet on which people look it up. */
export const LIST: readonly TableName[] = ['Units', 'Entries', 'Decisions', 'Objections', 'AwardTiers', 'Standings'];
