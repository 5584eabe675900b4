// How rows of other tables name an item: by its id, as people type it.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { foldFormula } from '../../contract/cellFold';
import type { ColumnSpec, FormulaWords } from '../../contract/spec';

/** The row of the item in 报送事项, 0 where it names none. */
export const ITEM_ROW = {
  key: 'itemRow',
  header: text('事项行', 'Item row'),
  type: 'integer',
  width: 8,
  hidden: true,
  formula: (f: FormulaWords<'requirementId'>): string =>
    // An item without an id is nobody's: a cell without one must not find it.
    `=IFERROR(IF(TRIM(${f.cell('requirementId')})="",0,MATCH(${foldFormula(f.cell('requirementId'))},${f.column('Requirements', 'idKey')},0)),0)`,
} as const satisfies ColumnSpec<'itemRow', 'requirementId'>;

/** The problem of a cell that names an item which is not in the table of items. */
export function unknownItem(place: { readonly table: string; readonly row: string }, found: string): Problem {
  return {
    ...place,
    code: 'unknown-requirement',
    column: 'requirementId',
    found,
    expected: text('报送事项里的编号', 'an item ID'),
    message: text(
      `${place.row} 的事项编号“${found}”不在“报送事项”里，这一行不计入：请改正。`,
      `${place.row}: there is no item “${found}” in Requirements, so the row does not count: correct it.`,
    ),
  };
}
