// The unit that a row of another table is about: what the cell 单位编号 shows. Who is meant by a name that shows none is only proposed.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import type { UnitMatcher } from '../../../core/roster/unitMatcher';
import { unitProblem } from '../../../core/roster/unitProblem';
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
  const { name, unitId } = match.unit;
  return {
    ...at,
    code: 'unknown-unit',
    found: written,
    expected: text(`名册里的写法“${name}”`, `“${name}”, as in the roster`),
    choices: [{ value: unitId, label: name }],
    message: text(
      `${place.row} 的单位“${written}”表里认不出，看来是“${name}”：请改成名册里的写法，这一行才会计入。`,
      `${place.row}: the sheet does not know the unit “${written}”; it seems to be ${name}: write it as in the roster, so that the row counts.`,
    ),
  };
}
