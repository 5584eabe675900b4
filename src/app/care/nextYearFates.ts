// What becomes of the rows of each table when a new campaign is made of last year's workbook. A table without a line does not compile.
import type { TableName } from '../../workbook/contract/keys';

/**
 * `stays`: as it is. `dates`: its rows stay, their dates are cleared or moved (newDates.ts). `emptied`: its rows go. `gone`: its sheet goes, it is
 * made when it is needed. `apart`: next year's own code says it (judges by choice, standings, log, settings, tracker).
 */
type Fate = 'stays' | 'dates' | 'emptied' | 'gone' | 'apart';

const FATES = {
  Units: 'stays',
  Activities: 'dates',
  Phases: 'dates',
  Requirements: 'dates',
  Exceptions: 'emptied',
  Receipts: 'emptied',
  Tracker: 'apart',
  Entries: 'emptied',
  Judges: 'apart',
  Criteria: 'stays',
  AwardTiers: 'stays',
  CertificateTemplate: 'stays',
  Standings: 'apart',
  Standings_old: 'apart',
  Reminders: 'emptied',
  Log: 'apart',
  Settings: 'apart',
  Decisions: 'gone',
  Objections: 'gone',
  Programme: 'stays',
} as const satisfies { readonly [T in TableName]: Fate };

/** A table whose rows stay without last year's dates. */
export type DatedTable = {
  [T in keyof typeof FATES]: (typeof FATES)[T] extends 'dates' ? T : never;
}[keyof typeof FATES];

/** undefined for score sheets, which go with their judges. Example: `fateOf('Receipts') === 'emptied'`. */
export const fateOf = (table: string): Fate | undefined => (FATES as Readonly<Record<string, Fate>>)[table];
