// The doors inside core, workbook and workbench, on the real sources.
import { FLOORS, type Floors } from './floors';
import { importsOf, sourceFiles } from './imports';
import { closedDoor, folderOf } from './judgeFloors';
import { cycles } from './judgeDoors';

const files = sourceFiles('src');
const imports = files.flatMap(importsOf);

describe.each(Object.entries(FLOORS))('%s', (room, floors) => {
  test('has a line for each of its folders, and no line too many', () => {
    const folders = files.flatMap((file) => folderOf(file, room, floors) ?? []);
    expect([...new Set(folders)].sort()).toEqual(Object.keys(floors).sort());
  });

  test('has doors that lead one way only', () => {
    const open = (names: readonly string[]): string[] =>
      names.flatMap((name) =>
        name.endsWith('/*') ? Object.keys(floors).filter((each) => each.startsWith(name.slice(0, -1))) : [name],
      );
    expect(cycles(new Map(Object.entries(floors).map(([folder, names]) => [folder, open(names)])))).toEqual([]);
  });

  test('imports between its folders go through these doors, type-only ones too', () => {
    expect(imports.flatMap((item) => closedDoor(item, room, floors) ?? [])).toEqual([]);
  });

  test('has no door that nobody uses', () => {
    const used = new Set(
      imports.flatMap((item) => {
        const [from, to] = [folderOf(item.from, room, floors), folderOf(item.to, room, floors)];
        return !item.isPackage && from !== null && to !== null ? [`${from} → ${to}`] : [];
      }),
    );
    const doors = Object.entries(floors).flatMap(([folder, names]) =>
      names.filter((name) => !name.endsWith('/*')).map((name) => `${folder} → ${name}`),
    );
    expect(doors.filter((door) => !used.has(door))).toEqual([]);
  });
});

describe('the judge of floors', () => {
  const floors: Floors = { low: [], 'mid/a': ['low'], high: ['low', 'mid/*'] };
  const item = {
    from: 'src/core/low/x',
    line: 7,
    to: 'src/core/high/y',
    isPackage: false,
    typeOnly: true,
    lazy: false,
  };

  test('sees who looks up, even for a type', () => {
    expect(closedDoor(item, 'core', floors)).toBe('src/core/low/x:7 low has no door to high (src/core/high/y)');
  });

  test('lets whoever is higher look down, one by one or by a star', () => {
    expect(closedDoor({ ...item, from: 'src/core/high/y', to: 'src/core/low/x' }, 'core', floors)).toBeNull();
    expect(closedDoor({ ...item, from: 'src/core/high/y', to: 'src/core/mid/a/z' }, 'core', floors)).toBeNull();
  });

  test('leaves other rooms and a folder’s own files alone', () => {
    expect(closedDoor({ ...item, to: 'src/app/high/y' }, 'core', floors)).toBeNull();
    expect(closedDoor({ ...item, to: 'src/core/low/y' }, 'core', floors)).toBeNull();
  });
});
