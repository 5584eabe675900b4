// Exceptions that nobody is said to have allowed: they count all the same, and are named. Knows no sheet.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Exception } from './requirement';

/** Empty for an exception that somebody approved, or that changes nothing. */
export function unapproved({ unitId, requirementId, approvedBy, quota, extendedTo, exempt }: Exception): Problem[] {
  if (approvedBy.trim() !== '' || (quota === null && extendedTo === null && !exempt)) return [];
  const row = `${unitId} ${requirementId}`;
  return [
    {
      code: 'missing-approvedBy',
      table: 'Exceptions',
      row,
      column: 'approvedBy',
      expected: text('批准人', 'who approved it'),
      found: '',
      message: text(
        `“例外与延期”里 ${row} 没有批准人，现仍按它计：请补上批准人；没有批准的，请删去这一行。`,
        `Exceptions, ${row}: nobody is said to have approved it, and it counts all the same: say who did, or delete the row.`,
      ),
    },
  ];
}
