// Rows of the tracker whose unit or item is in no table any more: somebody deleted its row, or typed over its id. Reports go by the tables, so that
// without a word they would be short of a unit or an item. And what only follows from something that is named here, or of the roster.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { readRows } from '../contract/rows';
import { columnOf, type TableSpec } from '../contract/spec';
import type { TablesByName, TableSnapshot } from '../contract/snapshot';
import { REQUIREMENTS } from './requirements/requirements';
import { retypedIds, type RetypedId } from '../contract/kept';
import { UNITS } from './units/units';
import { TRACKER } from './tracker/tracker';

/** `rows`: how many of the tracker name the former id. */
function retypedProblem(spec: TableSpec, { row, was, is }: RetypedId, rows: number): Problem {
  const [id = ''] = spec.key;
  const { sheet, line } = row.seen;
  const { header } = columnOf(spec, id);
  const [nowZh, nowEn] = is === '' ? ['现在空了', 'is empty now'] : [`现在是“${is}”`, `is “${is}” now`];
  return {
    code: 'id-retyped',
    table: spec.name,
    sheet,
    row: is || `#${row.index + 1}`,
    column: id,
    found: is,
    expected: text(was, was),
    message: text(
      `“${sheet}”第 ${line} 行的“${header.zh}”登记时是“${was}”，${nowZh}：台账 ${rows} 行和收件等都还写着 ${was}，现在都不计入。点“改正”改回“${was}”。`,
      `“${header.en}” in row ${line} of “${sheet}” was “${was}” and ${nowEn}: ${rows} rows of the tracker, receipts and others still say so and do not count. “Mend” puts it back.`,
    ),
  };
}

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
  return (['Units', 'Requirements'] as const).flatMap((table) => {
    if (missing[table].size === 0) return [];
    const retyped = new Map(retypedIds(SPECS[table], tables[table]).map((each) => [each.was, each]));
    return [...missing[table]].map(([id, { first, rows }]) => {
      const there = retyped.get(id);
      return there ? retypedProblem(SPECS[table], there, rows) : gone(table, id, first, rows);
    });
  });
}

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
