// How rows of other tables name an item: by its id, as people type it.
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';

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
