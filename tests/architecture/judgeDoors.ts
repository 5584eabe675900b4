// Holds imports against the table of doors. Pure, so that the judge itself can be tested.
import type { Room, RoomRules } from './doors';
import type { Import } from './imports';

const roomOf = (file: string): string =>
  file.startsWith('src/') ? (file.split('/')[1] ?? '') : (file.split('/')[0] ?? '');

function packageAllowed(name: string, packages: readonly string[]): boolean {
  return packages.some(
    (allowed) => allowed === '*' || allowed === name || (allowed.endsWith('/') && name.startsWith(allowed)),
  );
}

/** Why this import is not allowed, or null. Example: core importing workbook gives “src/core/a:3 core has no door to workbook (src/workbook/b)”. */
export function wrongDoor(item: Import, rooms: Readonly<Record<Room, RoomRules>>): string | null {
  const room = roomOf(item.from);
  const rules = rooms[room as Room];
  const at = `${item.from}:${item.line}`;
  if (!rules) return `${at} stands in no known room`;
  if (item.isPackage)
    return packageAllowed(item.to, rules.packages) ? null : `${at} ${room} may not use the package ${item.to}`;
  const target = roomOf(item.to);
  if (target === room) return null;
  const doors = rules.doors.filter((door) => door.to === target);
  if (doors.length === 0) return `${at} ${room} has no door to ${target} (${item.to})`;
  const open = doors.some(
    (door) =>
      (door.onlyFrom?.includes(item.from) ?? true) &&
      (door.what === 'all' || item.typeOnly || (door.values?.includes(item.to) ?? false)),
  );
  return open ? null : `${at} ${room} may not take this from ${target} (${item.to})`;
}

/** One path round for every cycle among the given edges (file → files), each cycle once. */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    state.set(file, 'open');
    trail.push(file);
    for (const next of edges.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return found;
}
