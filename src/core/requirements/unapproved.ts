// Exceptions that nobody is said to have allowed, which count all the same, and those that grant nothing. Knows no sheet.
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

/** An exception without quota, extension or exemption, which changes nothing: its cell was emptied, or never filled in. Empty for others. */
export function grantsNothing({ unitId, requirementId, quota, extendedTo, exempt }: Exception): Problem[] {
  if (quota !== null || extendedTo !== null || exempt) return [];
  const row = `${unitId} ${requirementId}`;
  return [
    {
      code: 'missing-change',
      table: 'Exceptions',
      row,
      expected: text('另定数量、延期或免报', 'a quota, an extension or an exemption'),
      found: '',
      message: text(
        `“例外与延期”里 ${row} 没有写数量、延期或免报，不起作用，按事项本身算：被清空的请撤销或补上，不再例外的请删去这一行。`,
        `Exceptions, ${row}: it grants neither quota nor extension nor exemption, and the item's own terms count. Undo it if a cell was emptied, or fill it in; delete the row if it no longer holds.`,
      ),
    },
  ];
}
