// The rooms and their doors, on the real sources.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOMS } from './doors';
import { importsOf, ROOT, sourceFiles } from './imports';
import { cycles, wrongDoor } from './judgeDoors';

const files = sourceFiles('src');
const imports = files.flatMap(importsOf);

test('every room of the table has files', () => {
  const rooms = new Set(files.map((file) => file.split('/')[1]));
  expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
});

test('every import goes through a door of the table, type-only ones too', () => {
  expect(imports.flatMap((item) => wrongDoor(item, ROOMS) ?? [])).toEqual([]);
});

test('every imported file exists', () => {
  const exists = (target: string): boolean =>
    ['', '.ts', '.tsx', '.d.ts', '.json'].some((ending) => existsSync(path.join(ROOT, target + ending)));
  expect(
    imports
      .filter((item) => !item.isPackage && !exists(item.to))
      .map((item) => `${item.from}:${item.line} → ${item.to}`),
  ).toEqual([]);
});

// A job names its decision, to load it when it is run; the decision takes its input's type from the job.
test('no files import each other in a circle, type-only imports counted and lazy ones not', () => {
  const edges = new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), [] as string[]]));
  for (const item of imports) if (!item.isPackage && !item.lazy) edges.get(item.from)?.push(item.to);
  expect(cycles(edges).map((circle) => circle.join(' → '))).toEqual([]);
});

/** A job’s own files: its offer (`rankJob.ts`) and its decision (`rank.ts`), both by the path of the decision. */
function jobOf(file: string): string | null {
  const decision = file.replace(/Job$/, '');
  return /^src\/app\/(?!run\/)/.test(file) && files.includes(`${decision}Job.ts`) ? decision : null;
}

test('a job is no library: its decision is imported by its own offer alone, and no job file imports another job’s', () => {
  const strays = imports.filter(({ from, to, isPackage, lazy }) => {
    if (isPackage || lazy || !from.startsWith('src/app/')) return false;
    const [own, other] = [jobOf(from), jobOf(to)];
    if (other === null || own === other) return false;
    return own !== null || other === to;
  });
  expect(strays.map(({ from, line, to }) => `${from}:${line} takes from ${to}`)).toEqual([]);
  expect(imports.filter(({ to }) => jobOf(to) !== null).length).toBeGreaterThan(30);
});

test('nothing imports the workbench', () => {
  expect(
    imports.filter((item) => item.to.startsWith('src/workbench/') && !item.from.startsWith('src/workbench/')),
  ).toEqual([]);
});

describe('the judge', () => {
  const item = { from: 'src/core/a', line: 3, to: 'src/workbook/b', isPackage: false, typeOnly: true, lazy: false };

  test('sees a room that has no door, even for types', () => {
    expect(wrongDoor(item, ROOMS)).toBe('src/core/a:3 core has no door to workbook (src/workbook/b)');
  });

  test('lets types through a door for types and holds values back', () => {
    const toWorkbook = { ...item, from: 'src/excel/a' };
    expect(wrongDoor(toWorkbook, ROOMS)).toBeNull();
    expect(wrongDoor({ ...toWorkbook, typeOnly: false }, ROOMS)).toContain('may not take this');
  });

  test('keeps a door that is one file’s own shut for the others', () => {
    const wiring = { ...item, from: 'src/taskpane/index', to: 'src/excel/excelPort', typeOnly: false };
    expect(wrongDoor(wiring, ROOMS)).toBeNull();
    expect(wrongDoor({ ...wiring, from: 'src/taskpane/Pane' }, ROOMS)).toContain('may not take this');
  });

  test('knows the packages of a room', () => {
    const lodash = { ...item, to: 'lodash', isPackage: true };
    expect(wrongDoor(lodash, ROOMS)).toContain('may not use the package lodash');
    expect(wrongDoor({ ...lodash, to: 'date-fns/format' }, ROOMS)).toBeNull();
  });

  test('finds a circle of three files once', () => {
    expect(
      cycles(
        new Map([
          ['a', ['b']],
          ['b', ['c', 'd']],
          ['c', ['a']],
          ['d', []],
        ]),
      ),
    ).toEqual([['a', 'b', 'c', 'a']]);
  });
});
