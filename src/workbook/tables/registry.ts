// All tables of a campaign workbook, in the order of their sheets, and the spec of any table by its name.
import type { ContestRules, Criterion, Judge } from '../../core/contest/contest';
import type { Language } from '../../core/ground/text';
import { ISSUE } from '../contract/issueColumn';
import { keptOf } from '../contract/kept';
import { formulaWords } from '../contract/formulaWords';
import type { TableName } from '../contract/keys';
import type { FormulaWords, TableSpec } from '../contract/spec';
import { ACTIVITIES } from './activities/activities';
import { AWARD_TIERS } from './awardTiers/awardTiers';
import { CERTIFICATE_TEMPLATE } from './certificateTemplate/certificateTemplate';
import { DECISIONS } from './decisions/decisions';
import { ENTRIES } from './entries/entries';
import { EXCEPTIONS } from './exceptions/exceptions';
import { CRITERIA, JUDGES } from './judges/judges';
import { OBJECTIONS } from './objections/objections';
import { PHASES } from './phases/phases';
import { PROGRAMME } from './programme/programme';
import { RECEIPTS } from './receipts/receipts';
import { LOG, REMINDERS } from './records/records';
import { REQUIREMENTS } from './requirements/requirements';
import { SCORE_TABLE_PREFIX, scoreSheetSpec } from './scoreSheet/scoreSheet';
import { SETTINGS } from './settings/settings';
import { standingsSpec } from './standings/standings';
import { TRACKER } from './tracker/tracker';
import { OWN_UNITS, UNITS } from './units/units';

/** The tables that every campaign workbook has from the start. */
export const FIXED_TABLES: readonly TableSpec[] = [
  UNITS,
  REQUIREMENTS,
  EXCEPTIONS,
  RECEIPTS,
  TRACKER,
  ENTRIES,
  JUDGES,
  CRITERIA,
  standingsSpec([]),
  REMINDERS,
  LOG,
  SETTINGS,
];

/** Tables that a new workbook has from the start and an older one gets by upgrading; readers do without them. */
export const OPENING_TABLES: readonly TableSpec[] = [ACTIVITIES, PHASES, AWARD_TIERS, CERTIFICATE_TEMPLATE];

/** The sheet behind whose table each of them goes. */
export const OPENING_AFTER: { readonly [T in TableName]?: TableName } = {
  Activities: 'Units',
  Phases: 'Activities',
  AwardTiers: 'Criteria',
  CertificateTemplate: 'AwardTiers',
};

function withOpening(spec: TableSpec): TableSpec[] {
  return [spec, ...OPENING_TABLES.filter(({ name }) => OPENING_AFTER[name] === spec.name).flatMap(withOpening)];
}

/** Tables that say themselves what is to be corrected in them. */
export const ISSUE_TABLES: readonly TableSpec[] = [...FIXED_TABLES, ...OPENING_TABLES].filter(({ columns }) =>
  columns.some(({ key }) => key === ISSUE),
);

/** The tables of a new workbook, in the order of their sheets. */
export const NEW_TABLES: readonly TableSpec[] = FIXED_TABLES.flatMap(withOpening);

/** The spec as it is in a workbook whose units are of a county's categories, or not. */
export function asOfCounty(spec: TableSpec, county: boolean): TableSpec {
  return spec.name === UNITS.name && !county ? OWN_UNITS : spec;
}

/** Tables that are made when they are first needed; a workbook without them is sound. */
export const LATER_TABLES: readonly TableSpec[] = [DECISIONS, OBJECTIONS, PROGRAMME];

/** Every table of a campaign but the judges' sheets, in the order of their sheets. */
export const TABLES: readonly TableSpec[] = [...NEW_TABLES, ...LATER_TABLES];

/** Tables whose rows keep what they were written with. */
export const KEEPING_TABLES: readonly TableSpec[] = TABLES.filter((spec) => keptOf(spec));

/** What readers ask the workbook for: the fixed tables, those made later, every judge's score sheet, and what a cut may have left. */
export const CAMPAIGN_TABLES: readonly TableName[] = [
  ...TABLES.map((spec) => spec.name),
  'Standings_old',
  `${SCORE_TABLE_PREFIX}*`,
];

/** Finds specs by table name; score sheets and the judge columns of the standings follow from judges and criteria. `county`: units are of a county's categories. */
export function specFinder(
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
  county = true,
  method?: ContestRules['method'],
  shown: readonly Judge[] = judges,
): (table: string) => TableSpec {
  const specs = new Map<string, TableSpec>(TABLES.map((spec) => [spec.name, asOfCounty(spec, county)]));
  specs.set('Standings', standingsSpec(shown, method));
  for (const judge of judges) {
    const spec = scoreSheetSpec(judge, criteria, language);
    specs.set(spec.name, spec);
  }
  return (table) => {
    const spec = specs.get(table);
    if (!spec) throw new Error(`No table ${table}`);
    return spec;
  };
}

/** Names of columns and tables as the formulas of this table use them, in the workbook’s language. */
export function wordsFor(spec: TableSpec, language: Language, find: (table: string) => TableSpec): FormulaWords {
  return formulaWords(spec, language, find);
}
