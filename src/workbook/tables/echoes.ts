// What is said of the roster or of the items once, and only follows from it elsewhere.
import type { Problem } from '../../core/ground/problem';
import { retypedIds } from '../contract/retypedIds';
import type { TablesByName } from '../contract/snapshot';
import { REQUIREMENTS } from './requirements/requirements';
import { UNITS } from './units/units';

/** Ids of units and items that were typed over. */
export function formerNames(tables: TablesByName): ReadonlySet<string> {
  return new Set([UNITS, REQUIREMENTS].flatMap((spec) => retypedIds(spec, tables[spec.name]).map(({ was }) => was)));
}

/** So many rows that follow from names of others are named one by one; more only repeat what the roster says. */
const MOST_ROWS = 5;

/** Whether the names of the roster are said to stand in rows of others. */
export const areNamesMoved = (problems: readonly Problem[]): boolean =>
  problems.some(({ code, table, column }) => code === 'cells-moved' && table === UNITS.name && column === 'name');

/**
 * Without what only follows from something that is named: rows that say an id which was typed over, and that row itself when it has none; rows whose unit is
 * called otherwise, where the names of the roster stand in rows of others.
 */
export function withoutEchoes(problems: readonly Problem[], tables: TablesByName): readonly Problem[] {
  const former = formerNames(tables);
  const others = problems.filter(({ code }) => code === 'name-is-anothers').length;
  const areMoved = others > MOST_ROWS && areNamesMoved(problems);
  if (former.size === 0 && !areMoved) return problems;
  const named = new Set(problems.flatMap(({ code, table, row }) => (code === 'id-retyped' ? [`${table} ${row}`] : [])));
  return problems.filter(
    ({ code, table, row, found }) =>
      !((code === 'unknown-requirement' || code === 'unknown-unit') && former.has(found)) &&
      !(code === 'missing-id' && named.has(`${table} ${row}`)) &&
      !(areMoved && code === 'name-is-anothers'),
  );
}
