// Rows of the tracker whose unit or item is in no table any more: somebody deleted its row. Reports go by the tables, so that without a word they
// would be short of a unit or an item.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../contract/rows';
import type { TablesByName, TableSnapshot } from '../contract/snapshot';
import { REQUIREMENTS } from './requirements/requirements';
import { retypedIds, retypedProblem } from '../contract/retypedIds';
import { UNITS } from './units/units';
import { TRACKER } from './tracker/tracker';

interface Known {
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
  readonly requirements: readonly { readonly requirementId: string }[];
}

interface Gone {
  /** A row of the tracker that names it. */
  readonly first: string;
  readonly rows: number;
}

function gone(table: 'Units' | 'Requirements', id: string, first: string, rows: number): Problem {
  const [zh, en] = table === 'Units' ? ['单位名册', 'the roster'] : ['报送事项', 'the table of items'];
  return {
    code: 'row-is-gone',
    table: TRACKER.name,
    row: first,
    column: table === 'Units' ? 'unitId' : 'requirementId',
    expected: text(`${zh}里的编号`, `an id in ${en}`),
    found: id,
    message: text(
      `${zh}里没有 ${id} 了${table === 'Units' ? '，或它的名称空了' : ''}，台账却还有它的 ${rows} 行：各表不再计它。如是误删，请撤销，或照旧补回；确不再要，请从台账删去这几行。`,
      `${id} is gone from ${en}${table === 'Units' ? ', or has no name there any more' : ''}, while the tracker has ${rows} rows of it: no report counts it. If that was a mistake, undo it or put it back as it was; else delete those rows of the tracker.`,
    ),
  };
}

const SPECS = { Units: UNITS, Requirements: REQUIREMENTS } as const;

/** One problem for each unit and each item, in the order of the tracker. `tables`: where its row may stand under another id. */
export function goneRows(tracker: TableSnapshot, { units, requirements }: Known, tables: TablesByName): Problem[] {
  const known = {
    Units: new Set(units.flatMap(({ unitId, name }) => (name === '' ? [] : [unitId]))),
    Requirements: new Set(requirements.map(({ requirementId }) => requirementId)),
  };
  const missing = { Units: new Map<string, Gone>(), Requirements: new Map<string, Gone>() };
  for (const row of readRows(TRACKER, tracker)) {
    const pair = [row.text('unitId'), row.text('requirementId')] as const;
    (['Units', 'Requirements'] as const).forEach((table, at) => {
      const id = pair[at] ?? '';
      if (id !== '' && !known[table].has(id))
        missing[table].set(id, {
          first: missing[table].get(id)?.first ?? pair.join(' ').trim(),
          rows: (missing[table].get(id)?.rows ?? 0) + 1,
        });
    });
  }
  return (['Units', 'Requirements'] as const).flatMap((table) =>
    [...missing[table]].map(([id, { first, rows }]) => {
      const retyped = retypedIds(SPECS[table], tables[table]).find(({ was }) => was === id);
      return retyped ? retypedProblem(SPECS[table], retyped, rows) : gone(table, id, first, rows);
    }),
  );
}
