// Tables that decisions look at together, by what is found out from them. Settings are looked at by every job and need no mention.

/** Who owes what by when, and what has arrived: the tracker follows from these. */
export const TRACKING: readonly string[] = ['Units', 'Requirements', 'Exceptions', 'Receipts'];

/** Scores and the rules they are counted by. */
export const SCORING: readonly string[] = ['Entries', 'Judges', 'Criteria', 'AwardTiers', 'Score_*'];

/** Scores, and what was settled about them: decisions, re-votes, rules on record. */
export const DECIDING: readonly string[] = [...SCORING, 'Decisions', 'Standings'];

/** What decides who wins what: a cell of these that cannot be read makes a list of winners untrue. */
export const PRIZES: readonly string[] = ['AwardTiers', 'Criteria', 'Settings:awardQuota', 'Settings:prize'];

/** The same, and what the last day of a notice is counted by. */
export const NOTICE_RESTS_ON: readonly string[] = [
  ...PRIZES,
  'Settings:noticeDays',
  'Settings:countPostingDay',
  'Settings:daysOff',
  'Settings:workDays',
];

/** How final the list of winners is: the record, and objections to it. */
export const LIST: readonly string[] = ['Entries', 'Decisions', 'Objections', 'AwardTiers'];
