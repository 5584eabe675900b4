// The unit that a row of another table is about: what the cell 单位编号 shows. Who is meant by a name that shows none is only proposed.
// A row keeps the unit it was written for while its name stays as written: where the roster says otherwise by now, it is named.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import type { Unit } from '../../../core/roster/unit';
import type { UnitMatcher } from '../../../core/roster/unitMatcher';
import { unitProblem } from '../../../core/roster/unitProblem';
import { foldCell } from '../../contract/cellFold';
import type { TableRow } from '../../contract/rows';

/** Names a unit that the sheet does not know, or that it cannot tell from another; null where the row's unit counts. */
export function unitReferenceProblem(
  row: TableRow<'unit' | 'unitId'>,
  place: { readonly table: string; readonly row: string },
  matcher: () => UnitMatcher,
): Problem | null {
  if (row.text('unitId') !== '') return null;
  const written = row.text('unit');
  const match = matcher().match(written);
  const at = { ...place, column: 'unit' };
  if (match.kind !== 'exact') return unitProblem(written, match, at);
  const { name, shortName, aliases, unitId } = match.unit;
  const unknown = {
    ...at,
    code: 'unknown-unit',
    found: written,
    expected: text(`名册里的写法“${name}”`, `“${name}”, as in the roster`),
    choices: [{ value: unitId, label: name }],
  } as const;
  // The formula would know it (blanks are nothing to it); a carriage return that was pasted along keeps it from that, too.
  const typed = foldCell(String(row.get('unit')));
  if ([name, shortName, ...aliases].some((called) => called !== '' && foldCell(called) === typed))
    return {
      ...unknown,
      message: text(
        `${place.row} 的单位“${written}”名册里有，可这一行的“单位编号”是空的，不计入：公式不在了，点“改正”补上。`,
        `${place.row}: the roster has the unit “${written}”, but the row shows no Unit ID and does not count: its formula is gone, “Mend” puts it back.`,
      ),
    };
  return {
    ...unknown,
    message: text(
      `${place.row} 的单位“${written}”表里认不出，看来是“${name}”：请改成名册里的写法，这一行才会计入。`,
      `${place.row}: the sheet does not know the unit “${written}”; it seems to be ${name}: write it as in the roster, so that the row counts.`,
    ),
  };
}

interface Place {
  readonly table: string;
  readonly row: string;
}

function gone(written: string, unitId: string, place: Place): Problem {
  return {
    ...place,
    column: 'unit',
    code: 'unknown-unit',
    found: written,
    expected: text('名册里的单位', 'a unit of the roster'),
    message: text(
      `${place.row} 的“${written}”（${unitId}）名册里没有了，这一行不计入：名册那一行如是误删，请撤销或照旧补回编号和名称；否则请改单位。`,
      `${place.row}: ${written} (${unitId}) is no longer in the roster and the row does not count: if its row was deleted by mistake, undo that or put it back with id and name; else correct the unit.`,
    ),
  };
}

function anothers(written: string, { unitId, name }: Unit, other: string, place: Place): Problem {
  return {
    ...place,
    column: 'unit',
    code: 'name-is-anothers',
    found: written,
    expected: text(`“${name}”（${unitId}）现在的名称`, `what ${unitId} is called now: ${name}`),
    message: text(
      `${place.row} 登记时是 ${unitId}，写的是“${written}”，可名册里“${written}”现在是 ${other}，${unitId} 是“${name}”：这一行算给 ${unitId}。名册写串了行的，请改回；改了名的，请把这一行改成“${name}”。`,
      `${place.row} was written for ${unitId} as “${written}”, but in the roster “${written}” is ${other} now and ${unitId} is ${name}: the row counts for ${unitId}. Put names of the roster back that slipped; if units were renamed, write ${name} here.`,
    ),
  };
}

const NOTHING_WRONG: readonly Problem[] = [];

/** Whose name it is, by its folded form; '' where several units share it. */
function ownersOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { name, unitId } of units) {
    const called = name === '' ? '' : foldCell(name);
    if (called !== '') owners.set(called, owners.has(called) ? '' : unitId);
  }
  return owners;
}

/**
 * Asks of rows whose 单位编号 shows a unit: is it still in the roster, and is it another one that is called now as the row says?
 * Example: R0001 was written for 渣江镇 (U11); U11 is called 集兵镇 now and U02 渣江镇: 'name-is-anothers'.
 */
export function unitsAsWritten(
  units: readonly Unit[],
): (row: TableRow<'unit' | 'unitId'>, place: Place) => readonly Problem[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  // Of an id that was typed over the roster says it once.
  const former = new Set(units.map(({ formerId }) => formerId));
  let owners: ReadonlyMap<string, string> | undefined;
  const known = new Map<string, string>();
  const ownerOf = (written: string): string => {
    const owner = known.get(written) ?? (owners ??= ownersOf(units)).get(foldCell(written)) ?? '';
    known.set(written, owner);
    return owner;
  };
  return (row, place) => {
    const [unitId, written] = [row.text('unitId'), row.text('unit')];
    if (unitId === '' || byId.size === 0) return NOTHING_WRONG;
    const unit = byId.get(unitId);
    if (!unit) return former.has(unitId) ? NOTHING_WRONG : [gone(written, unitId, place)];
    if (unit.name === written) return NOTHING_WRONG;
    const owner = ownerOf(written);
    return owner === '' || owner === unitId ? NOTHING_WRONG : [anothers(written, unit, owner, place)];
  };
}
