// What a deleted column held, where another column or another table still says it: units, judges and stories by their ids and names, settings by
// their keys. Guesses nothing: what two places say differently stays empty.
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { createUnitMatcher, type UnitMatcher } from '../../core/roster/unitMatcher';
import { labelOf } from '../contract/labels';
import type { CellWrite } from '../contract/plan';
import type { Preset } from '../presets/preset';
import { readRows } from '../contract/rows';
import type { TableRow } from '../contract/rows';
import { SCHEMA_VERSION, VERSION_KEY } from '../tables/settings/schemaVersion';
import { SETTING_ROWS } from '../tables/settings/settingRows';
import type { RowRecord } from '../contract/sheetOf';
import { type TablesByName, type TableSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import { ENTRIES } from '../tables/entries/entries';
import { EXCEPTIONS } from '../tables/exceptions/exceptions';
import { CRITERIA, JUDGES } from '../tables/judges/judges';
import { RECEIPTS } from '../tables/receipts/receipts';
import { REQUIREMENTS } from '../tables/requirements/requirements';
import { SCORE_TABLE_PREFIX, scoreSheetSpec, scoreTableName } from '../tables/scoreSheet/scoreSheet';
import { SETTINGS } from '../tables/settings/settings';
import { standingsSpec } from '../tables/standings/standings';
import { UNITS } from '../tables/units/units';
import { readUnits } from '../tables/units/readUnits';
import type { Recover } from './upgradeCells';

type Tables = TablesByName;
type Pairs = ReadonlyMap<string, string>;

/** Pairs of which the first is not empty and says one second only; `alone`: no other first says the same. */
function clear(pairs: Iterable<readonly [string, string]>, alone = true): Map<string, string> {
  const seconds = new Map<string, Set<string>>();
  const firsts = new Map<string, Set<string>>();
  for (const [first, second] of pairs) {
    if (first === '' || second === '' || second.startsWith('#')) continue;
    seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
    firsts.set(second, (firsts.get(second) ?? new Set()).add(first));
  }
  return new Map(
    [...seconds].flatMap(([first, set]) => {
      const [second] = set;
      return set.size === 1 && second !== undefined && (!alone || firsts.get(second)?.size === 1)
        ? [[first, second] as const]
        : [];
    }),
  );
}

/** Two columns of some tables, row by row. */
function columnsOf(
  specs: readonly TableSpec[],
  tables: Tables,
  from: string,
  to: string,
): (readonly [string, string])[] {
  return specs.flatMap((spec) => {
    const table = tables[spec.name];
    const says = [from, to].every((key) => spec.columns.some((column) => column.key === key));
    return table && says ? readRows(spec, table).map((row) => [row.text(from), row.text(to)] as const) : [];
  });
}

/** Score sheets and standings say number and title of every story, by its id. */
function storySpecs(tables: Tables, language: Language): TableSpec[] {
  const sheets = Object.keys(tables).filter((name) => name.startsWith(SCORE_TABLE_PREFIX));
  const spec = (name: string): TableSpec =>
    scoreSheetSpec(
      { judgeId: name.slice(SCORE_TABLE_PREFIX.length), name: '', unitId: '', active: true },
      [],
      language,
    );
  return [ENTRIES, standingsSpec([]), ...sheets.map(spec)];
}

const JUDGE_COLUMN = /^(.+?) ?[（(](J\d+)[)）]$/;

/** Judges by name: “评委1（J01）” heads a column of the standings, 评分·评委1 is the sheet of Score_J01. */
function judgesByName(tables: Tables, language: Language): Map<string, string> {
  const heads = (tables['Standings']?.headers ?? []).flatMap((header): [string, string][] => {
    const [, name, id] = JUDGE_COLUMN.exec(header) ?? [];
    return name === undefined || id === undefined ? [] : [[name, id]];
  });
  const begin = text('评分·', 'Scores ')[language];
  const sheets = Object.values(tables).flatMap((table): [string, string][] =>
    table?.name.startsWith(SCORE_TABLE_PREFIX) && table.sheet.startsWith(begin)
      ? [[table.sheet.slice(begin.length), table.name.slice(SCORE_TABLE_PREFIX.length)]]
      : [],
  );
  return clear([...heads, ...sheets]);
}

const SCORE_COLUMN = /^(.+?)(?:（|\s*\()(\d+(?:\.\d+)?)分?[）)]$/;

/** Name and maximum of the criteria, as the columns of the first score sheet say them, in their order. */
function criteriaHeads(tables: Tables): (readonly [string, string])[] {
  const sheet = Object.values(tables).find((table) => table?.name.startsWith(SCORE_TABLE_PREFIX));
  return (sheet?.headers ?? []).flatMap((header) => {
    const [, name, maximum] = SCORE_COLUMN.exec(header) ?? [];
    return name === undefined || maximum === undefined ? [] : [[name, maximum] as const];
  });
}

/** Names in the order of the score sheets, when there are as many as rows and no maximum that is there says otherwise. */
function criteriaNames(tables: Tables): Pairs {
  const heads = criteriaHeads(tables);
  const rows = tables[CRITERIA.name] ? readRows(CRITERIA, tables[CRITERIA.name] as TableSnapshot) : [];
  const agree =
    heads.length === rows.length &&
    rows.every((row, index) => row.text('maximum') === '' || Number(row.text('maximum')) === Number(heads[index]?.[1]));
  return new Map(agree ? rows.map((row, index) => [String(row.index), heads[index]?.[0] ?? '']) : []);
}

const presetPairs = (records: readonly RowRecord[], from: string, to: string): (readonly [string, string])[] =>
  records.map((record) => [String(record[from] ?? ''), String(record[to] ?? '')] as const);

/** The preset's ids where the workbook contradicts none of them. */
function withPreset(found: Pairs, preset: Pairs): Pairs {
  const agrees = [...found].every(([first, second]) => (preset.get(first) ?? second) === second);
  return agrees ? new Map([...preset, ...found]) : found;
}

/** A setting's own words, by its key or, when that was lost, by its name in either language. */
function settingCell(key: string, row: TableRow, preset: Preset, language: Language): CellWrite | undefined {
  const setting = SETTING_ROWS.find(
    (candidate) =>
      candidate.key === row.text('key') ||
      candidate.name.zh === row.text('name') ||
      candidate.name.en === row.text('name'),
  );
  if (!setting) return undefined;
  if (key === 'key') return setting.key;
  if (key === 'name') return setting.name[language];
  if (key === 'note') return setting.note[language];
  return setting.key === VERSION_KEY ? SCHEMA_VERSION : preset.settings(language)[setting.key];
}

/** Rows of a deleted register of the contest, as score sheets and standings still say them; of other tables none. */
export function remadeRecords(table: string, tables: Tables, preset: Preset, language: Language): readonly RowRecord[] {
  const yes = labelOf('yesNo', 'yes', language);
  if (table === JUDGES.name)
    return [...judgesByName(tables, language)]
      .filter(([, judgeId]) => tables[scoreTableName(judgeId)])
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([name, judgeId]) => ({ judgeId, name, active: yes }));
  if (table === CRITERIA.name) {
    const known = new Map(preset.criteria(language).map((record) => [record['name'], record]));
    return criteriaHeads(tables).map(([name, maximum], index) => ({
      ...known.get(name),
      criterionId: `C${index + 1}`,
      name,
      maximum: Number(maximum),
    }));
  }
  if (table !== ENTRIES.name) return [];
  const specs = storySpecs(tables, language);
  const read = (to: string): Pairs => clear(columnsOf(specs, tables, 'entryId', to), to === 'blindNo');
  const [numbers, titles, units] = [read('blindNo'), read('title'), read('unit')];
  return [...numbers].map(([entryId, blindNo]) => ({
    entryId,
    blindNo,
    title: titles.get(entryId) ?? '',
    unit: units.get(entryId) ?? '',
    eligible: yes,
  }));
}

const numberIn = (word: string | undefined): number | undefined => (word === undefined ? undefined : Number(word));

const WITH_UNIT = [RECEIPTS, EXCEPTIONS, ENTRIES, JUDGES];

/**
 * The unit for which a row was written, out of the id that stands there: unless the name in the row is by now another unit's, for what people
 * see and choose counts.
 */
function anchorId(row: TableRow, matcher: UnitMatcher): CellWrite | undefined {
  const id = row.text('unitId');
  const match = matcher.match(row.text('unit'));
  return id === '' || (match.kind === 'exact' && match.unit.unitId !== id) ? undefined : id;
}

/** `tables`: as they will stand. Example: a receipt whose 单位 was deleted gets the name of its 单位编号 again. */
export function recoverFrom(tables: Tables, preset: Preset, language: Language): Recover {
  const lookups = new Map<string, Pairs>();
  const by = (name: string, pairs: () => Pairs): Pairs => {
    const known = lookups.get(name) ?? pairs();
    lookups.set(name, known);
    return known;
  };
  const stories = (from: string, to: string): Pairs =>
    by(`${from} ${to}`, () => clear(columnsOf(storySpecs(tables, language), tables, from, to), to !== 'title'));
  const units = (): Pairs =>
    by(
      'units',
      () =>
        new Map([
          ...clear(columnsOf(WITH_UNIT, tables, 'unitId', 'unit')),
          ...clear(columnsOf([UNITS], tables, 'unitId', 'name')),
        ]),
    );
  const unitIds = (): Pairs =>
    by('unit ids', () =>
      withPreset(
        clear(columnsOf(WITH_UNIT, tables, 'unit', 'unitId')),
        clear(presetPairs(preset.units(language), 'name', 'unitId')),
      ),
    );
  const requirementIds = (): Pairs =>
    by('items', () => clear(presetPairs(preset.requirements(language), 'title', 'requirementId')));
  const judgeIds = (): Pairs => by('judges', () => judgesByName(tables, language));
  let known: UnitMatcher | undefined;
  const matcher = (): UnitMatcher =>
    (known ??= createUnitMatcher(tables[UNITS.name] ? readUnits(tables[UNITS.name] as TableSnapshot, []) : []));
  return (table, key, row) => {
    const isStory = table === ENTRIES.name || table === 'Standings' || table.startsWith(SCORE_TABLE_PREFIX);
    if (table === SETTINGS.name) return settingCell(key, row, preset, language);
    if (isStory && key === 'entryId') return stories('blindNo', 'entryId').get(row.text('blindNo'));
    if (isStory && (key === 'blindNo' || key === 'title')) return stories('entryId', key).get(row.text('entryId'));
    if (table === UNITS.name && key === 'unitId') return unitIds().get(row.text('name'));
    if (table === UNITS.name && key === 'name') return units().get(row.text('unitId'));
    if (table === REQUIREMENTS.name && key === 'requirementId') return requirementIds().get(row.text('title'));
    if (table === JUDGES.name && key === 'judgeId') return judgeIds().get(row.text('name'));
    if (table === CRITERIA.name && key === 'name')
      return by('criteria', () => criteriaNames(tables)).get(String(row.index));
    if (table === CRITERIA.name && key === 'maximum')
      return numberIn(by('maxima', () => clear(criteriaHeads(tables), false)).get(row.text('name')));
    if (table === CRITERIA.name && key === 'criterionId') return `C${row.index + 1}`;
    if (!WITH_UNIT.some(({ name }) => name === table)) return undefined;
    if (key === 'anchorId') return anchorId(row, matcher());
    if (key === 'anchorName') return row.get('unit');
    return key === 'unit' ? row.text('anchorName') || units().get(row.text('unitId')) : undefined;
  };
}
