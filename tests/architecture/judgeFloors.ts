// Holds imports inside one room against its table of floors. Pure, so that the judge itself can be tested.
import type { Floors } from './floors';
import type { Import } from './imports';

/**
 * The folder of the room that a file stands in, as the table names it: the longest line that fits, else the file's first folder. Null: not in the room.
 * Example: `folderOf('src/workbook/tables/units/units.ts', 'workbook', floors) === 'tables/units'`.
 */
export function folderOf(file: string, room: string, floors: Floors): string | null {
  const prefix = `src/${room}/`;
  if (!file.startsWith(prefix)) return null;
  const folders = file.slice(prefix.length).split('/').slice(0, -1);
  if (folders.length === 0) return '.';
  const deep = folders.slice(0, 2).join('/');
  const hasDeep = Object.keys(floors).some((name) => name.startsWith(`${folders[0]}/`));
  return hasDeep && folders.length > 1 ? deep : (folders[0] ?? '.');
}

/** Why this import is not allowed, or null. */
export function closedDoor(item: Import, room: string, floors: Floors): string | null {
  if (item.isPackage) return null;
  const [from, to] = [folderOf(item.from, room, floors), folderOf(item.to, room, floors)];
  if (from === null || to === null || from === to) return null;
  const open = (floors[from] ?? []).some(
    (name) => name === to || (name.endsWith('/*') && to.startsWith(name.slice(0, -1))),
  );
  return open ? null : `${item.from}:${item.line} ${from} has no door to ${to} (${item.to})`;
}
