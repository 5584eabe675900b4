// npm run vocabulary -- FOLDER --for book.xlsx …: what workbooks that real Excel saved use of the elements that our own files use, as JSON.
// Only names come out of them, no content: the facts are kept beside the test that holds our files to them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { collectUsages, typesOf, type Usages } from '../xlsx/vocabulary';
import { openPackage, partText, type ZipPackage } from '../xlsx/zipPackage';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(file) : /\.xls[xm]$/i.test(entry.name) ? [file] : [];
    })
    .sort();
}

const open = (file: string): ZipPackage => openPackage(new Uint8Array(readFileSync(file)));

/** Excel notes its name and build; ExcelJS notes 9303 in all that it writes, and programs that prefix each element are others. */
function savedByExcel(parts: ZipPackage): boolean {
  const build = /<fileVersion appName="xl"[^>]*\brupBuild="(\d+)"/.exec(partText(parts, 'xl/workbook.xml') ?? '')?.[1];
  return build !== undefined && build !== '9303';
}

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { for: { type: 'string', multiple: true } },
  });
  const [folder] = positionals;
  if (folder === undefined || !values.for) {
    console.error('npm run vocabulary -- FOLDER --for book.xlsx, with .xlsx files that Excel saved in the folder');
    return 2;
  }
  const ours: Usages = new Map();
  const ourTypes = new Set<string>();
  for (const file of values.for) {
    collectUsages(open(file), ours);
    for (const type of typesOf(open(file))) ourTypes.add(type);
  }
  const theirs: Usages = new Map();
  const types = new Set<string>();
  let files = 0;
  for (const file of filesIn(folder)) {
    try {
      const parts = open(file);
      if (!savedByExcel(parts)) continue;
      collectUsages(parts, theirs);
      for (const type of typesOf(parts)) if (ourTypes.has(type)) types.add(type);
      files += 1;
    } catch (error) {
      console.error(`${path.basename(file)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const elements = [...theirs]
    .filter(([key]) => ours.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { attributes, children, orders }]) => {
      const used = [...children].filter((name) => ours.get(key)?.children.has(name));
      return [
        key,
        [...[...attributes].sort().map((name) => `@${name}`), ...inOrder(used, orders, ours.get(key)?.orders)].join(
          ' ',
        ),
      ];
    });
  console.log(JSON.stringify({ files, types: [...types].sort(), elements: Object.fromEntries(elements) }, null, 2));
  return 0;
}

/**
 * Each name after those that mostly stood before it: a few files in any collection were changed by other hands. Names that never stand
 * together in Excel's files go as ours do.
 */
function inOrder(
  names: readonly string[],
  orders: ReadonlyMap<string, number>,
  ours: ReadonlyMap<string, number> = new Map(),
): string[] {
  const goesBefore = (one: string, other: string): boolean => {
    const [there, back] = [`${one} ${other}`, `${other} ${one}`];
    const known = orders.has(there) || orders.has(back) ? orders : ours;
    return (known.get(there) ?? 0) > (known.get(back) ?? 0);
  };
  const rest = [...names].sort();
  const placed: string[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex((name) => !rest.some((other) => goesBefore(other, name)));
    placed.push(...rest.splice(Math.max(0, next), 1));
  }
  return placed;
}

process.exitCode = main();
