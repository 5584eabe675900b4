// A workbook of an older build, or a damaged one, against the specs: the plan that adds what is missing. Deletes nothing, overwrites nothing typed.
import type { ContestRules, Criterion, Judge } from '../../core/contest/contest';
import type { Language } from '../../core/ground/text';
import { readCriteria, readJudges } from '../tables/judges/readJudges';
import { readSettings } from '../tables/settings/readSettings';
import type { CellEdit } from '../contract/edits';
import { ISSUE } from '../contract/issueColumn';
import { issueNames } from '../tables/issueNames';
import { campaignNames } from '../presets/newCampaign';
import { asItStands, findAsItStands } from '../contract/formerHeaders';
import type { PlanStep } from '../contract/plan';
import { SCHEMA_VERSION, schemaVersionOf } from '../tables/settings/schemaVersion';
import type { SettingRow } from '../tables/settings/settingRows';
import { countySaid } from '../tables/settings/settingText';
import { tablesByName, type TablesByName, type TableSnapshot, type WorkbookSnapshot } from '../contract/snapshot';
import { columnOf } from '../contract/spec';
import type { ColumnSpec, FormulaWords, TableSpec } from '../contract/spec';
import { asOfCounty, LATER_TABLES, NEW_TABLES, specFinder, wordsFor } from '../tables/registry';
import { scoreSheetSpec, scoreTableName } from '../tables/scoreSheet/scoreSheet';
import { registeredObjections } from '../tables/objections/registeredNames';
import { SETTINGS } from '../tables/settings/settings';
import { judgeKey, standingsSpec } from '../tables/standings/standings';
import { repairCells } from './upgradeCells';
import type { CellRepairs } from './upgradeCells';
import { compareColumns } from './upgradeColumns';
import type { HeaderAnswer, RenamedColumn } from './upgradeColumns';
import { lostNames, standsIn } from './upgradeNames';
import { newTables, sheetBefore, withRecords } from './upgradeNewTables';
import type { Making } from './upgradeNewTables';
import { repairLooks } from './upgradeLooks';
import type { LooksRepair } from './upgradeLooks';
import { recoverFrom } from './upgradeRecover';
import { upgradeSettings } from './upgradeSettings';
import { editSteps, reshapeTable, withEdits } from './upgradeTable';
import type { ReshapedTable } from './upgradeTable';
import { settleSetAside } from './upgradeSetAside';
import { finishSteps, settleUnfinished } from './upgradeUnfinished';

/** The workbook, and what is known of renamed headers. */
export interface UpgradeInput extends Making {
  /** With all tables, the formulas of every row, the looks, and the values of all sheets. */
  readonly snapshot: WorkbookSnapshot;
  readonly answer: (spec: TableSpec) => HeaderAnswer;
}

/** What was found and is put right in one table that is there. */
export interface TableUpgrade {
  readonly spec: TableSpec;
  readonly sheet: string;
  readonly renamed: readonly RenamedColumn[];
  readonly questions: readonly RenamedColumn[];
  readonly added: readonly ColumnSpec[];
  readonly cells: CellRepairs;
  readonly looks: LooksRepair;
  /** Cells with a formula that leads nowhere, in columns that people added: theirs to mend. */
  readonly ownBroken: number;
}

/** Everything that brings the workbook up to this build, and what it will be then. */
export interface UpgradePlan {
  readonly steps: readonly PlanStep[];
  /** What the steps are written on: the workbook with its tables in their new shape. */
  readonly basis: WorkbookSnapshot;
  /** How the workbook will read. */
  readonly outcome: WorkbookSnapshot;
  readonly words: (spec: TableSpec) => FormulaWords;
  readonly version: number;
  readonly tables: readonly TableUpgrade[];
  /** Tables that were missing. */
  readonly made: readonly TableSpec[];
  /** Sheets that a cut batch had left unfinished. */
  readonly finished: readonly string[];
  /** Sheets of the name of a missing table, which hold something else. */
  readonly taken: readonly TableSpec[];
  readonly settings: readonly SettingRow[];
  /** Criteria without name or maximum: what their score sheets lack cannot be said before people fill them in. */
  readonly criteriaOpen: boolean;
  /** Judges who have a column in the standings and no score sheet any more. */
  readonly judgesWithoutSheet: readonly Judge[];
  /** Judges who have a score sheet and no column in the standings: it was deleted, or they came after the ranking. */
  readonly judgesWithoutColumn: readonly Judge[];
  /** Defined names that were missing or led nowhere. */
  readonly names: readonly string[];
}

const STANDINGS = 'Standings';
const PLAIN_TABLES = [...NEW_TABLES, ...LATER_TABLES].filter(({ name }) => name !== STANDINGS);

/** The judges whose columns the standings show: for the others ranking makes the sheet anew. */
function judgesShown(standings: TableSnapshot, judges: readonly Judge[], language: Language): Judge[] {
  return judges.filter((judge) =>
    standings.headers.includes(columnOf(standingsSpec([judge]), judgeKey(judge.judgeId)).header[language]),
  );
}

/** Every criterion has a name of its own and a maximum: the headers of the score sheets say both. */
function haveNames(criteria: readonly Criterion[]): boolean {
  return (
    criteria.every(({ name, maximum }) => name !== '' && Number(maximum) > 0) &&
    new Set(criteria.map(({ name, maximum }) => `${name} ${maximum}`)).size === criteria.length
  );
}

/** Score sheets and standings as judges and criteria have them; without criteria nobody can say what a score sheet is. */
function contestSpecs(
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
  return standings ? [...sheets, standingsSpec(judgesShown(standings, judges, language), method)] : sheets;
}

/** What no job needs is added to `older` workbooks; elsewhere a person did without it. */
function reshapedTables(
  specs: readonly TableSpec[],
  { tables }: WorkbookSnapshot,
  { language, answer }: UpgradeInput,
  older: boolean,
): ReshapedTable[] {
  return specs.flatMap((spec) => {
    const table = tables[spec.name];
    if (!table) return [];
    const wanted = ({ optional, keeps }: ColumnSpec): boolean => optional !== true || older || keeps !== undefined;
    return [reshapeTable(spec, table, compareColumns(spec, table, language, answer(spec), wanted), language)];
  });
}

/** What people have to settle about judges and criteria themselves. */
function openInContest(
  { tables }: WorkbookSnapshot,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Pick<UpgradePlan, 'criteriaOpen' | 'judgesWithoutSheet' | 'judgesWithoutColumn'> {
  const hasSheet = ({ judgeId }: Judge): boolean => tables[scoreTableName(judgeId)] !== undefined;
  const standings = tables[STANDINGS];
  const shown = standings ? judgesShown(standings, judges, language) : [];
  return {
    criteriaOpen: criteria.length > 0 && !haveNames(criteria) && judges.some(hasSheet),
    judgesWithoutSheet: shown.filter((judge) => !hasSheet(judge)),
    judgesWithoutColumn: standings
      ? judges.filter((judge) => judge.active && hasSheet(judge) && !shown.includes(judge))
      : [],
  };
}

/**
 * Everything in one plan, so that a batch that is cut is repaired by planning again. Running it on its own outcome gives no steps.
 * Open questions are in `tables`; whoever writes the plan has them answered first.
 */
export function upgradePlan(input: UpgradeInput): UpgradePlan {
  const { preset, language } = input;
  const former = settleSetAside(input.snapshot);
  const { snapshot, unfinished } = settleUnfinished(former.snapshot);
  const version = schemaVersionOf(snapshot);
  const older = version < SCHEMA_VERSION;
  const sheetNames = new Set(snapshot.sheets.map(({ name }) => name));
  const missing = NEW_TABLES.filter(({ name }) => !snapshot.tables[name]);
  const taken = missing.filter(({ sheet }) => sheetNames.has(sheet[language]));
  const made = missing.filter((spec) => !taken.includes(spec));
  const county = countySaid(snapshot) ?? preset.county;
  const stands = standsIn(new Set([...Object.keys(snapshot.tables), ...made.map(({ name }) => name)]));

  const reshaped = (specs: readonly TableSpec[]): ReshapedTable[] => reshapedTables(specs, snapshot, input, older);
  const repaired = (
    shapes: readonly ReshapedTable[],
    tables: TablesByName,
    find: (name: string) => TableSpec,
  ): Repaired[] => {
    const recover = recoverFrom(tables, preset, language);
    return shapes.map((shape) => {
      const own = asItStands(shape.spec, shape.table);
      const cells = repairCells(shape, wordsFor(own, language, find), { refresh: older, stands, recover });
      return { shape, cells, table: withEdits(shape.table, shape.places, cells.edits) };
    });
  };

  const plainShapes = reshaped(PLAIN_TABLES.map((spec) => asOfCounty(spec, county)));
  const plainFinder = findAsItStands(specFinder([], [], language, county), snapshot.tables);
  const plainPass = (tables: TablesByName): Repaired[] =>
    repaired(plainShapes, { ...snapshot.tables, ...tables }, plainFinder);
  // What one table gets back may be what another one needs: ids first, then the names by them.
  const plain = settledPass(plainPass, tablesByName(plainShapes.map(({ table }) => table)));
  const settingsShape = plain.find(({ shape }) => shape.spec.name === SETTINGS.name);
  const settingWords = wordsFor(SETTINGS, language, specFinder([], [], language, county));
  const settings = settingsShape
    ? upgradeSettings(settingsShape.table, settingsShape.shape.places, preset, settingWords, language, {
        tiers: made.some(({ name }) => name === 'AwardTiers'),
        phases: made.some(({ name }) => name === 'Phases'),
        template: made.some(({ name }) => name === 'CertificateTemplate'),
      })
    : null;

  const repairedPlain = { ...snapshot.tables, ...tablesByName(plain.map(({ table }) => table)) };
  const newSheets = newTables(made, repairedPlain, input, county);
  const plainTables = { ...repairedPlain, ...tablesByName(newSheets.map(({ table }) => table)) };
  const judges = plainTables['Judges'] ? readJudges(plainTables['Judges'], []) : [];
  const criteria = plainTables['Criteria'] ? readCriteria(plainTables['Criteria'], []) : [];
  const method = plainTables[SETTINGS.name]
    ? readSettings(plainTables[SETTINGS.name] as TableSnapshot).settings.rules.method
    : undefined;
  const find = findAsItStands(specFinder(judges, criteria, language, county), snapshot.tables);
  const contest = repaired(
    reshaped(contestSpecs(snapshot.tables, judges, criteria, method ?? 'competition', language)),
    plainTables,
    find,
  );

  const all = [...plain, ...contest];
  const words = (spec: TableSpec): FormulaWords =>
    wordsFor(asItStands(spec, snapshot.tables[spec.name]), language, find);
  const looks = new Map(all.map(({ shape }) => [shape, repairLooks(shape, words(shape.spec), stands)]));
  const editsOf = ({ shape, cells }: Repaired): readonly CellEdit[] =>
    shape === settingsShape?.shape ? [...cells.edits, ...(settings?.edits ?? [])] : cells.edits;
  const finish = finishSteps(
    all.map(({ shape }) => shape),
    unfinished,
    ({ spec }) => sheetBefore(spec, snapshot.tables),
    ({ spec }) => words(spec),
  );
  const counted = all.filter(({ shape }) => shape.places.has(ISSUE)).map(({ shape }) => shape.spec.name);
  const registered = registeredObjections(snapshot).map(({ objectionId }) => objectionId);
  const wanted = { ...campaignNames(words(SETTINGS), county), ...issueNames(words(SETTINGS), counted, registered) };
  const names = lostNames(snapshot.names, wanted, stands);

  const standing = {
    ...snapshot.tables,
    ...tablesByName(all.map((each) => withEdits(each.shape.table, each.shape.places, editsOf(each)))),
  };
  return {
    version,
    made,
    taken,
    words,
    ...openInContest(snapshot, judges, criteria, language),
    names: Object.keys(names),
    settings: settings?.added ?? [],
    tables: all.map(({ shape, cells }) => ({
      spec: shape.spec,
      sheet: shape.table.sheet,
      renamed: shape.comparison.renamed,
      questions: shape.comparison.questions,
      added: shape.added,
      cells,
      looks: looks.get(shape) ?? repairLooks(shape, words(shape.spec), stands),
      ownBroken: ownBroken(shape),
    })),
    basis: { ...snapshot, tables: { ...snapshot.tables, ...tablesByName(all.map(({ shape }) => shape.table)) } },
    outcome: {
      ...snapshot,
      tables: {
        ...withRecords(standing, settings?.records ?? [], settingWords),
        ...tablesByName(newSheets.map(({ table }) => table)),
      },
    },
    finished: [...unfinished.keys(), ...former.steps.flatMap(({ table }) => snapshot.tables[table]?.sheet ?? [])],
    // Looks come before cells: a text format would turn formulas into text.
    steps: [
      ...former.steps,
      ...finish,
      ...all.flatMap(({ shape }) => shape.steps),
      ...newSheets.map(({ step }) => step),
      ...(Object.keys(names).length > 0 ? [{ kind: 'names' as const, names }] : []),
      ...[...looks.values()].flatMap(({ steps }) => steps),
      ...all.flatMap((each) => editSteps(each.shape, editsOf(each))),
      ...(settings?.steps ?? []),
    ],
  };
}

interface Repaired {
  readonly shape: ReshapedTable;
  readonly cells: CellRepairs;
  readonly table: TableSnapshot;
}

function ownBroken({ table, places }: ReshapedTable): number {
  const ours = new Set(places.values());
  return table.formulas.flatMap((row) =>
    row.filter(
      (cell, place) => !ours.has(place) && typeof cell === 'string' && cell.startsWith('=') && cell.includes('#REF!'),
    ),
  ).length;
}

/** Passes over the tables until one finds no more than the one before. */
function settledPass(pass: (tables: TablesByName) => Repaired[], from: TablesByName): Repaired[] {
  const countOf = (all: readonly Repaired[]): number => all.reduce((sum, { cells }) => sum + cells.edits.length, 0);
  let last = pass(from);
  for (let more = true; more;) {
    const next = pass(tablesByName(last.map(({ table }) => table)));
    more = countOf(next) > countOf(last);
    last = next;
  }
  return last;
}
