// The whole campaign out of a snapshot: all tables decoded, every unreadable place named. Decides nothing.
import type { Objection } from '../core/awards/objection';
import type { ProgrammeItem } from '../core/awards/timetable';
import type { Criterion, Entry, Judge } from '../core/contest/contest';
import type { TypedScores } from '../core/contest/typedScores';
import type { KeptPlace } from '../core/contest/keptPlace';
import type { Ruling } from '../core/contest/ruling';
import type { Problem } from '../core/ground/problem';
import type { Receipt } from '../core/receipts/receipt';
import type { Exception, Requirement } from '../core/requirements/requirement';
import type { Unit } from '../core/roster/unit';
import type { Activity } from '../core/campaign/activity';
import type { CampaignSettings } from '../core/campaign/settings';
import { text } from '../core/ground/text';
import { judgesShown } from './tables/standings/standings';
import { readCriteria, readJudges } from './tables/judges/readJudges';
import { readEntries } from './tables/entries/readEntries';
import { scoresReader, typedScores } from './tables/scoreSheet/readScores';
import { goneRows, withoutEchoes } from './tables/goneRows';
import { lostTables } from './tables/lostTables';
import { cellsMoved, columnsExchanged } from './tables/cellsMoved';
import { sumsInside } from './tables/sums';
import { damagedScoreSheets, goneCriteria, outdatedCriteria } from './tables/scoreSheet/criteriaInSheets';
import { sheetsOfOthers } from './tables/scoreSheet/othersSheets';
import { movedScores } from './tables/scoreSheet/keptScores';
import { wrongNumbers } from './tables/scoreSheet/wrongNumbers';
import { readActivities } from './tables/activities/readActivities';
import { readAwardTiers, typedOverTiers } from './tables/awardTiers/readAwardTiers';
import { settingText } from './tables/settings/settingText';
import { goneObjections, readObjections } from './tables/objections/readObjections';
import {
  readCertificateTemplate,
  templateBefore,
  typedOverTemplate,
} from './tables/certificateTemplate/readCertificateTemplate';
import { readPhases, typedOverPhases } from './tables/phases/readPhases';
import { readProgramme } from './tables/programme/readProgramme';
import { readExceptions } from './tables/exceptions/readExceptions';
import { readReceipts } from './tables/receipts/readReceipts';
import { readRequirements } from './tables/requirements/readRequirements';
import { namesMoved } from './tables/units/namesMoved';
import { readUnits } from './tables/units/readUnits';
import { ENTRIES } from './tables/entries/entries';
import { EXCEPTIONS } from './tables/exceptions/exceptions';
import { JUDGES } from './tables/judges/judges';
import { RECEIPTS } from './tables/receipts/receipts';
import { readSettings } from './tables/settings/readSettings';
import { actsNotAsRecorded } from './tables/decisions/keptActs';
import { keptPlaces, keptSince } from './tables/decisions/keptNames';
import { votesNotAsCounted } from './tables/decisions/keptVotes';
import { readRulings } from './tables/decisions/rulings';
import { findAsItStands } from './contract/formerHeaders';
import { missingColumns } from './contract/rows';
import { newerVersion, olderVersion, SCHEMA_VERSION, schemaVersionOf } from './tables/settings/schemaVersion';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from './contract/snapshot';
import type { TableName } from './contract/keys';
import type { TableSpec } from './contract/spec';
import { settingsBefore } from './presets/earlierSettings';
import { FIXED_TABLES, KEEPING_TABLES, LATER_TABLES, OPENING_TABLES, specFinder } from './tables/registry';
import { SCORE_TABLE_PREFIX, scoreTableName } from './tables/scoreSheet/scoreSheet';
import { deletedRows } from './tables/registeredRows';
import { languageOf } from './tables/workbookLanguage';

/** A campaign workbook as the rules see it, read once from a snapshot. What could not be read stands beside it, as `cellProblems`. */
export interface Campaign {
  readonly settings: CampaignSettings;
  readonly units: readonly Unit[];
  readonly requirements: readonly Requirement[];
  readonly exceptions: readonly Exception[];
  readonly receipts: readonly Receipt[];
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
  /** All judges that have a sheet; scores as typed. */
  readonly scores: TypedScores;
  /** Judges whose score sheet exists. */
  readonly judgesWithSheet: readonly string[];
  /** What was settled about the contest so far; empty in workbooks without the table. */
  readonly rulings: readonly Ruling[];
  /** What was decided, as it was kept at that moment; none of decisions of older workbooks. */
  readonly kept: readonly KeptPlace[];
  /** Acts whose record of that kind was made later, from what stood then: since when it holds. */
  readonly keptSince: ReadonlyMap<string, string>;
  /** Objections to the result, closed ones too, and those whose row is gone; empty in workbooks that never had one. */
  readonly objections: readonly Objection[];
  /** Who leads what; empty in workbooks without the table. */
  readonly activities: readonly Activity[];
  /** Names of the phases, dated or not. */
  readonly phaseNames: readonly string[];
  /** Of the ceremony, in order; null in workbooks without the table. */
  readonly programme: readonly ProgrammeItem[] | null;
  /** The spec of any table of this workbook, with its judges and criteria. */
  readonly spec: (table: string) => TableSpec;
}

/** Tables whose rows are written for a unit. */
const WITH_UNITS: readonly TableSpec[] = [RECEIPTS, EXCEPTIONS, ENTRIES, JUDGES];

/** Wholly derived: ranking makes it anew whatever has become of it, so its absence or damage stops nothing. */
const STANDINGS = 'Standings';

/** The campaign, or why the workbook is none. */
export type CampaignReading =
  | {
      readonly kind: 'campaign';
      readonly campaign: Campaign;
      /** Cells that could not be read; the rest was. */ readonly cellProblems: readonly Problem[];
    }
  /** Not a campaign workbook, or its structure is damaged: nothing may be written. */
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** No table of a campaign is there. */
export function notACampaign(snapshot: WorkbookSnapshot): Problem {
  const found = snapshot.sheets.map((sheet) => sheet.name).join('、');
  return {
    code: 'not-a-campaign',
    expected: text(
      '有设置、单位名册、报送台账等表的活动工作簿',
      'a campaign workbook with Settings, Units, Tracker and so on',
    ),
    found,
    message: text(
      `这不是活动工作簿（工作表：${found}）。请打开活动工作簿，或先点“建立活动工作簿”。`,
      `This is not a campaign workbook (sheets: ${found}). Open the campaign workbook, or make one first.`,
    ),
  };
}

function missingTable(spec: TableSpec): Problem {
  return {
    code: 'missing-table',
    table: spec.name,
    expected: text(`“${spec.sheet.zh}”的表`, `the table of “${spec.sheet.en}”`),
    found: '',
    message: text(
      `工作表“${spec.sheet.zh}”里的表不见了。它可能被删除、改名或转成了普通区域：请撤销，或运行“升级与修复”。`,
      `The table of sheet “${spec.sheet.en}” is missing. It was deleted, renamed or turned into a plain range: undo that, or run “Upgrade and repair”.`,
    ),
  };
}

/** Seats and prizes as the table of tiers has them; a workbook without it has quota and prize alone. */
function withTiers(snapshot: WorkbookSnapshot, settings: CampaignSettings, problems: Problem[]): CampaignSettings {
  const table = snapshot.tables['AwardTiers'];
  const named = problems.length;
  const tiers = table ? readAwardTiers(table, problems) : [];
  if (tiers.length === 0) {
    // What follows from tiers that cannot be read is mended there, not in the settings.
    const follows = problems.findIndex(({ table: own, row }) => own === 'Settings' && row === 'awardQuota');
    if (follows >= 0 && problems.length > named) problems.splice(follows, 1);
    return settings;
  }
  const awardQuota = tiers.reduce((sum, { seats }) => sum + seats, 0);
  const prize = Math.max(0, ...tiers.map((tier) => tier.prize));
  problems.push(
    ...typedOverTiers('awardQuota', settingText(snapshot, 'awardQuota'), awardQuota),
    ...typedOverTiers('prize', settingText(snapshot, 'prize'), prize),
  );
  return { ...settings, rules: { ...settings.rules, awardQuota, prize, tiers } };
}

/** The certificate as its template has it; a workbook without the table has what the settings say. */
function withTemplate(snapshot: WorkbookSnapshot, settings: CampaignSettings, problems: Problem[]): CampaignSettings {
  const table = snapshot.tables['CertificateTemplate'];
  const before = templateBefore(settings.words, settings.language);
  const certificate = table ? readCertificateTemplate(table, before, problems) : before;
  if (table) problems.push(...typedOverTemplate((key) => settingText(snapshot, key), certificate));
  return { ...settings, certificate };
}

/** The phases as their table has them; a workbook without it, or with none in it, has the one line of the settings. */
function withPhases(
  snapshot: WorkbookSnapshot,
  settings: CampaignSettings,
  problems: Problem[],
): { settings: CampaignSettings; names: readonly string[] } {
  const table = snapshot.tables['Phases'];
  const reading = table ? readPhases(table, problems) : { phases: [], names: [] };
  if (reading.names.length === 0) return { settings, names: settings.phases.map(({ name }) => name) };
  // The line follows from the table, and is read by people alone.
  const said = problems.findIndex(({ table: of, row }) => of === 'Settings' && row === 'phases');
  if (said >= 0) problems.splice(said, 1);
  problems.push(...typedOverPhases(settingText(snapshot, 'phases'), reading.phases, settings.year));
  return { settings: { ...settings, phases: reading.phases }, names: reading.names };
}

/** Tables and columns that every job needs; the standings are made anew by whoever needs them. */
function structureProblems({ tables }: WorkbookSnapshot): Problem[] {
  const fixed = FIXED_TABLES.filter(({ name }) => name !== STANDINGS).flatMap((spec) => {
    const table = tables[spec.name];
    return table ? missingColumns(spec, table) : [missingTable(spec)];
  });
  const others = [...OPENING_TABLES, ...LATER_TABLES].flatMap((spec) => {
    const table = tables[spec.name];
    return table ? missingColumns(spec, table) : [];
  });
  return [...fixed, ...others];
}

function sheetsWithoutJudge(
  { tables }: WorkbookSnapshot,
  judges: readonly Judge[],
  named: readonly Problem[],
): Problem[] {
  const known = new Set<string>(judges.map(({ judgeId }) => scoreTableName(judgeId)));
  const isNamed = (sheet: string): boolean =>
    named.some((lost) => lost.code === 'missing-table' && lost.sheet === sheet);
  return everyTable(tables)
    .filter(({ name, sheet }) => name.startsWith(SCORE_TABLE_PREFIX) && !known.has(name) && !isNamed(sheet))
    .map(({ name, sheet }): Problem => ({
      code: 'unknown-judge',
      table: name,
      sheet,
      expected: text('评委表里的一位评委', 'a judge of the Judges table'),
      found: name,
      message: text(
        `评分表“${sheet}”没有对应的评委，其分数不计。请在“评委”表补上这位评委。`,
        `Score sheet “${sheet}” belongs to no judge of the Judges table; its scores do not count. Add the judge.`,
      ),
    }));
}

/**
 * Reads all tables. Structure first: with a table or column missing, nothing else is trusted. `withScores` false: for those who look at no score,
 * and whom a score sheet without all its columns does not concern.
 */
export function readCampaign(snapshot: WorkbookSnapshot, withScores = true): CampaignReading {
  const present = FIXED_TABLES.filter((spec) => snapshot.tables[spec.name]);
  if (present.length === 0) return { kind: 'broken', problems: [notACampaign(snapshot)] };
  const version = schemaVersionOf(snapshot);
  const structural = structureProblems(snapshot);
  if (structural.length > 0) {
    if (version < SCHEMA_VERSION) return { kind: 'broken', problems: [olderVersion(version, structural.length)] };
    return { kind: 'broken', problems: version > SCHEMA_VERSION ? [newerVersion(version), ...structural] : structural };
  }

  const problems: Problem[] = [];
  const table = (name: TableName): TableSnapshot => {
    const found = snapshot.tables[name];
    if (!found) throw new Error(`${name} was checked to be there`);
    return found;
  };
  const { settings: said, problems: settingProblems } = readSettings(table('Settings'), settingsBefore(snapshot));
  problems.push(...settingProblems);
  const { settings, names: phaseNames } = withPhases(
    snapshot,
    withTemplate(snapshot, withTiers(snapshot, { ...said, language: languageOf(snapshot) }, problems), problems),
    problems,
  );
  const units = readUnits(table('Units'), problems, settings.county);
  const criteria = readCriteria(table('Criteria'), problems);
  const judges = readJudges(table('Judges'), problems, units);
  const spec = findAsItStands(
    specFinder(
      judges,
      criteria,
      settings.language,
      settings.county,
      settings.rules.method,
      snapshot.tables.Standings && judgesShown(snapshot.tables.Standings, judges),
    ),
    snapshot.tables,
  );
  const withSheet = judges.filter((judge) => snapshot.tables[scoreTableName(judge.judgeId)]);
  const damagedSheets = damagedScoreSheets(snapshot.tables, withSheet, criteria, settings.language);
  const lost = lostTables(snapshot, judges, criteria, settings.language);
  problems.push(...sheetsWithoutJudge(snapshot, judges, lost));
  if (damagedSheets.length > 0 && withScores) {
    // The columns of score sheets are called by the criteria: a criterion that cannot be read is what is to be mended.
    const unread = problems.filter((problem) => problem.table === 'Criteria');
    return { kind: 'broken', problems: [...unread, ...damagedSheets] };
  }
  problems.push(
    ...outdatedCriteria(snapshot.tables, withSheet, criteria, settings.language),
    ...goneCriteria(snapshot.tables, withSheet, criteria, settings.language),
  );
  problems.push(...lost, ...sumsInside(snapshot, spec));
  problems.push(...sheetsOfOthers(snapshot.tables, judges, criteria, settings.language));
  const entries = readEntries(table('Entries'), problems, units);
  const sheets = withSheet.map((judge) => ({ judge, table: table(scoreTableName(judge.judgeId)) }));
  problems.push(...wrongNumbers(sheets, criteria, entries, table('Entries').sheet, settings.language));
  for (const { judgeId } of withSheet) {
    const [own, sheet] = [spec(scoreTableName(judgeId)), table(scoreTableName(judgeId))];
    problems.push(...cellsMoved(own, sheet, movedScores(own, sheet, snapshot)));
  }
  const objections = snapshot.tables['Objections'] ? readObjections(table('Objections'), entries, problems) : [];
  const rulings = snapshot.tables['Decisions'] ? readRulings(table('Decisions'), problems) : [];
  if (snapshot.tables['Decisions'])
    problems.push(...votesNotAsCounted(snapshot, rulings, entries), ...actsNotAsRecorded(snapshot, rulings));
  const requirements = readRequirements(table('Requirements'), units, problems, settings.county);
  problems.push(...goneRows(table('Tracker'), { units, requirements }, snapshot.tables), ...deletedRows(snapshot));
  problems.push(...WITH_UNITS.flatMap((each) => namesMoved(each, table(each.name as TableName))));
  problems.push(
    ...KEEPING_TABLES.flatMap((each) => {
      const keeping = snapshot.tables[each.name];
      return keeping ? [...columnsExchanged(each, keeping), ...cellsMoved(each, keeping)] : [];
    }),
  );
  const readScores = scoresReader(criteria, settings.language, problems);
  return {
    kind: 'campaign',
    campaign: {
      settings,
      units,
      criteria,
      judges,
      spec,
      requirements,
      exceptions: readExceptions(table('Exceptions'), problems, units, requirements),
      receipts: readReceipts(table('Receipts'), problems, { units, requirements }),
      entries,
      scores: typedScores(
        withSheet.map((judge) => readScores(table(scoreTableName(judge.judgeId)), judge)),
        criteria,
      ),
      judgesWithSheet: withSheet.map((judge) => judge.judgeId),
      rulings,
      kept: keptPlaces(snapshot),
      keptSince: keptSince(snapshot),
      objections: [...objections, ...goneObjections(snapshot, objections)],
      activities: snapshot.tables['Activities'] ? readActivities(table('Activities'), problems) : [],
      phaseNames,
      programme: snapshot.tables['Programme'] ? readProgramme(table('Programme'), problems) : null,
    },
    // Behind all that is read above, which names what it cannot read.
    cellProblems: withoutEchoes(problems, snapshot.tables),
  };
}
