// What an imported contact list would change in the roster. Decides row by row and writes nothing; knows no workbook.
import { recognizeSheets } from '../import/recognizeSheets';
import { inSheetOrder, passedOver, readRow, summarizeImport, type ImportSummary } from '../import/rowPlace';
import type { SheetRows } from '../import/sheetRows';
import type { Place, Problem } from '../ground/problem';
import { text } from '../ground/text';
import { categoryName } from './categoryNames';
import { checkEmail, checkPhone } from './checkContact';
import { proposeNewUnits } from './newUnits';
import { readRosterRow, ROSTER_COLUMNS, type RosterFields, type RosterRow } from './rosterRow';
import type { Category, Unit } from './unit';
import { createUnitMatcher, type UnitAnswers } from './unitMatcher';

interface UnitChange {
  readonly unitId: string;
  readonly field: keyof RosterFields;
  readonly before: string;
  readonly after: string;
}

/** What a contact list would change in the roster; a blank cell erases nothing. */
export interface RosterProposal extends ImportSummary {
  /** Complete units; one whose unitId is in the roster already fills the placeholder row of that id. */
  readonly newUnits: readonly Unit[];
  readonly changes: readonly UnitChange[];
  /** Ids of units that the file names and that stay as they are. */
  readonly unchanged: readonly string[];
  /** The row that each of these units was taken from, by unit id. */
  readonly rowOf: ReadonlyMap<string, Place>;
  /** Every row of the file that names one of these units, and exact repetitions within it. */
  readonly settled: readonly Place[];
  /** Every one of them kept a row out; a row may have several. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Same unit: the unit's id, else the new name. */
const identity = (row: RosterRow): string => (row.unit ? `id ${row.unit.unitId}` : `name ${row.key}`);
const content = (row: RosterRow): string => JSON.stringify([row.category, row.fields]);

/** False when it is not sure which unit the row is about. */
const namesOne = ({ unit, problems, reader }: RosterRow): boolean =>
  unit !== null || problems.every(({ column }) => column !== reader.placeOf('unit').column);

function groupRows(rows: readonly RosterRow[]): RosterRow[][] {
  const groups = new Map<string, RosterRow[]>();
  for (const row of rows.filter(namesOne)) {
    const group = groups.get(identity(row));
    if (group) group.push(row);
    else groups.set(identity(row), [row]);
  }
  return [...groups.values()];
}

/** So many other rows are named in a message. */
const OTHERS_NAMED = 5;

function duplicates(group: readonly RosterRow[]): { problems: Problem[]; notices: Problem[] } {
  const sound = group.every((row) => row.problems.length === 0);
  if (sound && new Set(group.map(content)).size === 1) {
    const notices = group.slice(1).map((row): Problem => ({
      ...row.reader.placeOf('unit'),
      code: 'repeated-row',
      found: row.reader.raw('unit'),
      expected: text('每家单位一行', 'One row for each unit'),
      message: text(
        `与第 ${group[0]?.place.row} 行完全相同，只采用那一行。`,
        `The same as row ${group[0]?.place.row}, which was taken.`,
      ),
    }));
    return { problems: [], notices };
  }
  const first = group.slice(0, OTHERS_NAMED + 1);
  const problems = group.map((row): Problem => {
    const named = first.filter((other) => other !== row).slice(0, OTHERS_NAMED);
    const others = named.map(({ place }) => place.row).join('、') + (group.length - 1 > named.length ? '…' : '');
    return {
      ...row.reader.placeOf('unit'),
      code: 'duplicate-unit',
      found: row.reader.raw('unit'),
      expected: text('每家单位一行', 'One row for each unit'),
      message: text(
        `“${row.name}”在第 ${others} 行又出现一次，内容不同，都没有采用：请只留一行。`,
        `“${row.name}” occurs again in row ${others} with other content, so neither was taken: leave one row.`,
      ),
    };
  });
  return { problems, notices: [] };
}

function categoryDiffers(row: RosterRow, county: boolean): Problem[] {
  if (!row.unit || row.category === null || row.category === row.unit.category) return [];
  const known = county ? categoryName(row.unit.category) : text(row.unit.category, row.unit.category);
  return [
    {
      ...row.reader.placeOf('category'),
      code: 'category-differs',
      found: row.reader.raw('category'),
      expected: known,
      message: text(
        `名册里“${row.unit.name}”的类别是${known.zh}：请改文件，或先改名册。`,
        `In the roster “${row.unit.name}” is one of the ${known.en}: correct the file, or the roster first.`,
      ),
    },
  ];
}

/** The same phone or mailbox in another spelling is no change. */
function sameValue(field: keyof RosterFields, before: string, after: string): boolean {
  if (before === after) return true;
  const checked =
    field === 'phone' || field === 'forcePhone' ? checkPhone(before) : field === 'email' ? checkEmail(before) : null;
  return checked !== null && 'value' in checked && checked.value === after;
}

function compare(unit: Unit, fields: RosterFields): UnitChange[] {
  const keys: readonly (keyof RosterFields)[] = [
    'contact',
    'phone',
    'email',
    'forceHead',
    'forceContact',
    'forcePhone',
    'note',
  ];
  return keys.flatMap((field): UnitChange[] => {
    const [before, after] = [unit[field], fields[field]];
    if (after === '' || sameValue(field, before, after)) return [];
    if (field === 'note' && before.trim() !== '') return [];
    return [{ unitId: unit.unitId, field, before, after }];
  });
}

function inactiveNotice(row: RosterRow): Problem[] {
  if (!row.unit || row.unit.active) return [];
  return [
    {
      ...row.reader.placeOf('unit'),
      code: 'inactive-unit',
      found: row.reader.raw('unit'),
      expected: text('启用的单位', 'An active unit'),
      message: text(
        `“${row.unit.name}”在名册里已停用：联系方式照改，但它不用报送。`,
        `“${row.unit.name}” is inactive in the roster: its contact is updated, but it owes nothing.`,
      ),
    },
  ];
}

/**
 * Compares contact lists with the roster. A row with a wrong or doubtful cell is left out whole, one problem per cell (table Units,
 * sheet, row number, header as found); of a wrong phone or mailbox only the cell, with a notice. A unit that stands twice with different content is left out everywhere ('duplicate-unit').
 * A blank cell never erases anything; position and note go only into an empty note. A name that nothing resembles becomes a
 * new unit while its category lacks units, else it is 'unexpected-unit'. Codes besides: 'category-differs', 'unknown-category',
 * 'doubtful-unit', 'missing-unit', 'formula-like', 'phone-digits', 'not-a-phone', 'not-an-email', 'no-header'.
 * `county`: the categories are a county's four; else any word may be one, and none is asked for.
 * Example: a list that only repeats what the roster has gives no new unit, no change and every unitId in `unchanged`.
 */
export function proposeRoster(
  sheets: readonly SheetRows[],
  existing: readonly Unit[],
  expected: Partial<Record<Category, number>>,
  answers: UnitAnswers = {},
  county = true,
): RosterProposal {
  const recognized = recognizeSheets(sheets, ROSTER_COLUMNS, 'Units');
  const matcher = createUnitMatcher(existing, answers);
  const rows = recognized.tables.flatMap(({ sheet, table }) =>
    table.dataRows.map((row) => readRosterRow(readRow(table, row, 'Units', sheet), matcher, { existing, county })),
  );
  const problems: Problem[] = [...recognized.problems, ...rows.flatMap((row) => row.problems)];
  const notices: Problem[] = [
    ...recognized.notices,
    ...recognized.tables.flatMap(({ sheet, table }) => passedOver(table, 'Units', sheet)),
    ...rows.flatMap((row) => row.notices),
  ];
  const changes: UnitChange[] = [];
  const unchanged: string[] = [];
  const unknown: RosterRow[] = [];
  const rowOf = new Map<string, Place>();
  const settled: Place[] = [];
  for (const group of groupRows(rows)) {
    const [row] = group;
    if (!row) continue;
    const twice = group.length > 1 ? duplicates(group) : { problems: [], notices: [] };
    const differs = group.flatMap((each) => categoryDiffers(each, county));
    problems.push(...twice.problems, ...differs);
    notices.push(...twice.notices);
    settled.push(...twice.notices.map(({ sheet, row: at }) => ({ sheet, row: at })));
    if (twice.problems.length + differs.length + row.problems.length > 0) continue;
    if (!row.unit) {
      unknown.push(row);
      continue;
    }
    notices.push(...inactiveNotice(row));
    rowOf.set(row.unit.unitId, row.place);
    const found = compare(row.unit, row.fields);
    changes.push(...found);
    if (found.length === 0) unchanged.push(row.unit.unitId);
  }
  const added = proposeNewUnits(unknown, existing, expected);
  notices.push(...added.notices);
  added.newUnits.forEach(({ unitId }, index) => rowOf.set(unitId, added.places[index] ?? {}));
  const all = inSheetOrder([...problems, ...added.problems]);
  return {
    ...summarizeImport(recognized.tables, all),
    newUnits: added.newUnits,
    changes,
    unchanged,
    rowOf,
    settled: [...settled, ...rowOf.values()],
    problems: all,
    notices: inSheetOrder(notices),
  };
}
