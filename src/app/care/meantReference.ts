// What a cell means that only its table tells: a unit or an item otherwise than roster and items call it, a prize with its word. Never guesses.
import type { Requirement } from '../../core/requirements/requirement';
import type { UnitMatcher } from '../../core/roster/unitMatcher';
import { foldCell } from '../../workbook/contract/cellFold';
import { meantWhole } from '../../workbook/contract/meantValue';
import type { TableRow } from '../../workbook/contract/rows';
import type { CellValue } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import { AWARD_TIERS } from '../../workbook/tables/awardTiers/awardTiers';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';

/** What references are held to. */
export interface Known {
  readonly matcher: () => UnitMatcher;
  readonly requirements: readonly Requirement[];
}

/** The unit by its name in the roster, where the sheet does not know whom the row names and the rules do. */
function meantUnit(column: ColumnSpec, row: TableRow, spec: TableSpec, { matcher }: Known): string | null {
  if (column.key !== 'unit' || !spec.columns.some(({ key }) => key === 'unitId')) return null;
  if (row.text('unit') === '' || row.text('unitId') !== '') return null;
  const match = matcher().match(row.text('unit'));
  return match.kind === 'exact' && match.unit.name !== row.get('unit') ? match.unit.name : null;
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** The item by its id, where the cell has it in full width or gives the whole title of one item instead. */
function meantItem(
  { key, input }: ColumnSpec,
  row: TableRow,
  { name }: TableSpec,
  { requirements }: Known,
): string | null {
  if (key !== 'requirementId' || !input || name === REQUIREMENTS.name) return null;
  const found = row.text('requirementId');
  if (found === '') return null;
  if (requirements.some(({ requirementId }) => foldCell(requirementId) === foldCell(found))) return null;
  const [meant, ...others] = requirements.filter(({ requirementId, title }) =>
    [requirementId, title].some((words) => plain(words) === plain(found)),
  );
  return meant && others.length === 0 ? meant.requirementId : null;
}

/** The column of prizes takes words as well as numbers. */
const meantPrize = ({ key }: ColumnSpec, row: TableRow, { name }: TableSpec): number | null =>
  name === AWARD_TIERS.name && key === 'prize' ? meantWhole(row.get('prize')) : null;

/** What belongs into the cell; null when it is right as it is, or when nobody can tell. Examples: “Ｔ2” is T2, “宣传活动方案” is the id of that item. */
export function meantReference(column: ColumnSpec, row: TableRow, spec: TableSpec, known: Known): CellValue | null {
  return meantUnit(column, row, spec, known) ?? meantItem(column, row, spec, known) ?? meantPrize(column, row, spec);
}
