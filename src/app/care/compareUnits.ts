// Do the roster's formulas say what the rules say of the tracker that stands beside them? Cell by cell; what is not worked out yet is passed over.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Status } from '../../core/tracker/trackerRow';
import { codeOf } from '../../workbook/contract/labels';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { UNITS } from '../../workbook/tables/units/units';
import { unitValuesOf, type UnitValues } from '../../workbook/tables/units/unitValues';
import type { Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import type { Agreement } from '../collect/compareTracker';

/** The statuses that the tracker shows, by unit: whether they are right is compared by themselves. */
function statusesOf({ snapshot }: Situation): Map<string, Status[]> {
  const statuses = new Map<string, Status[]>();
  for (const row of readRows(TRACKER, tableIn(snapshot, TRACKER))) {
    const status = codeOf('status', row.text('status'));
    if (status !== null) statuses.set(row.text('unitId'), [...(statuses.get(row.text('unitId')) ?? []), status]);
  }
  return statuses;
}

function differs(unit: string, key: keyof UnitValues, found: string, wanted: string): Problem {
  const header = UNITS.columns.find((column) => column.key === key)?.header ?? text(key, key);
  return {
    code: 'formula-differs',
    table: UNITS.name,
    row: unit,
    column: key,
    expected: text(wanted, wanted),
    found,
    message: text(
      `名册 ${unit} 的“${header.zh}”表里是“${found}”，按台账应为“${wanted}”：请先按 F9 重算；仍不一致，请点“改正”恢复公式。`,
      `Roster ${unit}, “${header.en}” shows “${found}”, by the tracker it is “${wanted}”: recalculate (F9); if it still differs, run “Mend” to put the formula back.`,
    ),
  };
}

/** Ids that stand twice and formulas that were typed over are named elsewhere. */
export function compareUnits(situation: Situation): Agreement {
  const statuses = statusesOf(situation);
  const table = tableIn(situation.snapshot, UNITS);
  const places = locateColumns(UNITS, table);
  const isTypedOver = (index: number, key: keyof UnitValues): boolean => {
    const cell = table.formulas[index]?.[places.get(key) ?? -1];
    return cell !== undefined && !String(cell).startsWith('=');
  };
  const byId = new Map(situation.campaign.units.map((unit) => [unit.unitId, unit]));
  const cells = readRows(UNITS, table).flatMap((row) => {
    const unit = byId.get(row.text('unitId'));
    if (!unit || unit.unitId === '') return [];
    const values = unitValuesOf(unit, statuses.get(unit.unitId) ?? []);
    return (Object.keys(values) as (keyof UnitValues)[])
      .filter((key) => row.text(key) !== '' && !isTypedOver(row.index, key))
      .map((key) => ({ unit: unit.unitId, key, found: row.text(key), wanted: String(values[key]) }));
  });
  const [first, ...others] = cells.filter(({ found, wanted }) => found !== wanted);
  return {
    cells: cells.length,
    differing: first ? 1 + others.length : 0,
    first: first ? differs(first.unit, first.key, first.found, first.wanted) : null,
  };
}
