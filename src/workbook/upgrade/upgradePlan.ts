// A workbook of an older build, or a damaged one, against the specs: the plan that adds what is missing. Deletes nothing, overwrites nothing typed.
import { readCriteria, readJudges } from '../tables/judges/readJudges';
import { readSettings } from '../tables/settings/readSettings';
import type { CellEdit } from '../contract/edits';
import { ISSUE } from '../contract/issueColumn';
import { issueNames, MATRIX_TYPED_OVER, NO_MATRIX } from '../tables/issueNames';
import { campaignNames } from '../presets/presetParts';
import { asItStands, findAsItStands } from '../contract/formerHeaders';
import type { PlanStep } from '../contract/plan';
import { SCHEMA_VERSION, schemaVersionOf } from '../tables/settings/schemaVersion';
import type { SettingRow } from '../tables/settings/settingRows';
import { countySaid } from '../tables/settings/settingText';
import { tablesByName, type TablesByName, type TableSnapshot, type WorkbookSnapshot } from '../contract/snapshot';
import type { ColumnSpec, FormulaWords, TableSpec } from '../contract/spec';
import { asOfCounty, NEW_TABLES, specFinder, TABLES, wordsFor } from '../tables/registry';
import { registeredObjections } from '../tables/objections/registeredNames';
import { SETTINGS } from '../tables/settings/settings';
import { NONE_REGISTERED } from '../tables/keepRegistered';
import { REGISTERED_ROWS } from '../tables/registeredRows';
import { repairCells } from './upgradeCells';
import type { CellRepairs } from './upgradeCells';
import { compareColumns } from './upgradeColumns';
import type { HeaderAnswer, RenamedColumn } from './upgradeColumns';
import { lostNames, standsIn } from './upgradeNames';
import { contestSpecs, openInContest, type OpenInContest } from './upgradeContest';
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
export interface UpgradePlan extends OpenInContest {
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
  /** Defined names that were missing or led nowhere. */
  readonly names: readonly string[];
}

const STANDINGS = 'Standings';
const PLAIN_TABLES = TABLES.filter(({ name }) => name !== STANDINGS);

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

/** The workbook without what was set aside or left unfinished, and what holds for every table of it. */
interface Ground {
  readonly input: UpgradeInput;
  readonly snapshot: WorkbookSnapshot;
  readonly former: ReturnType<typeof settleSetAside>;
  readonly unfinished: ReturnType<typeof settleUnfinished>['unfinished'];
  readonly version: number;
  /** Made by an older build: every formula is written anew. */
  readonly older: boolean;
  /** A county’s campaign: with what only a county has. */
  readonly county: boolean;
  /** Tables that are missing and made, and those whose sheet's name something else has. */
  readonly made: readonly TableSpec[];
  readonly taken: readonly TableSpec[];
  readonly stands: ReturnType<typeof standsIn>;
}

function groundOf(input: UpgradeInput): Ground {
  const { preset, language } = input;
  const former = settleSetAside(input.snapshot);
  const { snapshot, unfinished } = settleUnfinished(former.snapshot);
  const version = schemaVersionOf(snapshot);
  const sheetNames = new Set(snapshot.sheets.map(({ name }) => name));
  const missing = NEW_TABLES.filter(({ name }) => !snapshot.tables[name]);
  const taken = missing.filter(({ sheet }) => sheetNames.has(sheet[language]));
  const made = missing.filter((spec) => !taken.includes(spec));
  return {
    input,
    snapshot,
    former,
    unfinished,
    version,
    older: version < SCHEMA_VERSION,
    county: countySaid(snapshot) ?? preset.county,
    made,
    taken,
    stands: standsIn(new Set([...Object.keys(snapshot.tables), ...made.map(({ name }) => name)])),
  };
}

interface Repaired {
  readonly shape: ReshapedTable;
  readonly cells: CellRepairs;
  readonly table: TableSnapshot;
}

/** The cells of `shapes` put right, from what the other `tables` say. */
function repairedTables(
  { input: { preset, language }, older, stands }: Ground,
  shapes: readonly ReshapedTable[],
  tables: TablesByName,
  find: (name: string) => TableSpec,
): Repaired[] {
  const recover = recoverFrom(tables, preset, language);
  return shapes.map((shape) => {
    const own = asItStands(shape.spec, shape.table);
    const cells = repairCells(shape, wordsFor(own, language, find), { refresh: older, stands, recover });
    return { shape, cells, table: withEdits(shape.table, shape.places, cells.edits) };
  });
}

/** The tables that every campaign has, put right or made. */
interface PlainTables {
  readonly repaired: readonly Repaired[];
  readonly newSheets: ReturnType<typeof newTables>;
  readonly settings: ReturnType<typeof upgradeSettings> | null;
  readonly settingWords: FormulaWords;
  /** As all of them will read. */
  readonly tables: TablesByName;
}

function plainTables(ground: Ground): PlainTables {
  const { input, snapshot, older, county, made } = ground;
  const { preset, language } = input;
  const specs = PLAIN_TABLES.map((spec) => asOfCounty(spec, county));
  const shapes = reshapedTables(specs, snapshot, input, older);
  const find = findAsItStands(specFinder([], [], language, county), snapshot.tables);
  const pass = (tables: TablesByName): Repaired[] =>
    repairedTables(ground, shapes, { ...snapshot.tables, ...tables }, find);
  // What one table gets back may be what another one needs: ids first, then the names by them.
  const repaired = settledPass(pass, tablesByName(shapes.map(({ table }) => table)));
  const standing = repaired.find((each) => each.shape.spec.name === SETTINGS.name);
  const settingWords = wordsFor(SETTINGS, language, specFinder([], [], language, county));
  const isMade = (table: string): boolean => made.some(({ name }) => name === table);
  const settings = standing
    ? upgradeSettings(standing.table, standing.shape.places, preset, settingWords, language, {
        tiers: isMade('AwardTiers'),
        phases: isMade('Phases'),
        template: isMade('CertificateTemplate'),
      })
    : null;
  const there = { ...snapshot.tables, ...tablesByName(repaired.map(({ table }) => table)) };
  const newSheets = newTables(made, there, input, county);
  const tables = { ...there, ...tablesByName(newSheets.map(({ table }) => table)) };
  return { repaired, newSheets, settings, settingWords, tables };
}

/** Score sheets and standings put right, by what the plain `tables` will say of judges and criteria. */
function contestTables(ground: Ground, tables: TablesByName) {
  const { input, snapshot, older, county } = ground;
  const judges = tables['Judges'] ? readJudges(tables['Judges'], []) : [];
  const criteria = tables['Criteria'] ? readCriteria(tables['Criteria'], []) : [];
  const settings = tables[SETTINGS.name];
  const method = settings ? readSettings(settings).settings.rules.method : 'competition';
  const find = findAsItStands(specFinder(judges, criteria, input.language, county), snapshot.tables);
  const specs = contestSpecs(snapshot.tables, judges, criteria, method, input.language);
  const shapes = reshapedTables(specs, snapshot, input, older);
  return { judges, criteria, find, repaired: repairedTables(ground, shapes, tables, find) };
}

/** Defined names that the workbook should have and has not, or that lead nowhere. */
function namesToDefine({ snapshot, county, stands }: Ground, all: readonly Repaired[], words: FormulaWords) {
  const counted = all.filter(({ shape }) => shape.places.has(ISSUE)).map(({ shape }) => shape.spec.name);
  const registered = registeredObjections(snapshot).map(({ objectionId }) => objectionId);
  const wanted = { ...campaignNames(words, county), ...issueNames(words, counted, registered) };
  const lost = lostNames(snapshot.names, wanted, stands);
  const begun = { [REGISTERED_ROWS]: NONE_REGISTERED, [MATRIX_TYPED_OVER]: NO_MATRIX };
  const absent = Object.entries(begun).filter(([name]) => snapshot.names[name] === undefined);
  return { ...lost, ...Object.fromEntries(absent) };
}

/**
 * Everything in one plan, so that a batch that is cut is repaired by planning again. Running it on its own outcome gives no steps.
 * Open questions are in `tables`; whoever writes the plan has them answered first.
 */
export function upgradePlan(input: UpgradeInput): UpgradePlan {
  const ground = groundOf(input);
  const { snapshot, unfinished, former, stands, made } = ground;
  const plain = plainTables(ground);
  const { newSheets, settings } = plain;
  const { judges, criteria, find, repaired } = contestTables(ground, plain.tables);

  const all = [...plain.repaired, ...repaired];
  const shaped = tablesByName(all.map(({ shape }) => shape.table));
  const words = (spec: TableSpec): FormulaWords =>
    wordsFor(asItStands(spec, shaped[spec.name] ?? snapshot.tables[spec.name]), input.language, find);
  const looks = new Map(all.map(({ shape }) => [shape, repairLooks(shape, words(shape.spec), stands)]));
  const editsOf = ({ shape, cells }: Repaired): readonly CellEdit[] =>
    shape.spec.name === SETTINGS.name ? [...cells.edits, ...(settings?.edits ?? [])] : cells.edits;
  const finish = finishSteps(
    all.map(({ shape }) => shape),
    unfinished,
    ({ spec }) => sheetBefore(spec, snapshot.tables),
    ({ spec }) => words(spec),
  );
  const names = namesToDefine(ground, all, words(SETTINGS));
  const standing = {
    ...snapshot.tables,
    ...tablesByName(all.map((each) => withEdits(each.shape.table, each.shape.places, editsOf(each)))),
  };
  return {
    version: ground.version,
    made,
    taken: ground.taken,
    words,
    ...openInContest(snapshot, judges, criteria),
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
        ...withRecords(standing, settings?.records ?? [], plain.settingWords),
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
