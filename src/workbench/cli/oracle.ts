// npm run oracle -- FOLDER: workbooks that real Excel saved say what their formulas give; the engine works them out anew and is compared cell by cell.
// Reports the functions that the product's formulas use. Keeps no file of anybody's.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { createUniverCalculator } from '../calc/univerCalculator';
import type { Book, CellError, Value } from '../model/book';
import { callsIn } from '../model/formulaLimits';
import { formulaTree } from '../model/formulaTree';
import { FUNCTIONS_USED } from '../model/functionsUsed';
import { severalForOne } from '../model/implicitIntersection';
import { readBook } from '../xlsx/readBook';
import { openPackage, partText } from '../xlsx/zipPackage';
import { endProgram } from './endProgram';

/** Functions whose result depends on the moment or on the machine. */
const MOVING = new Set(['NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'CELL', 'INFO']);
/** One after the other, so that a workbook on which the engine stumbles costs only itself. */
const PATIENCE = 20_000;
const MOST_SHOWN = 40;

type CellResult = Value | CellError;

interface Tally {
  compared: number;
  differing: number;
  readonly firsts: string[];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(file) : /\.xlsx$/i.test(entry.name) ? [file] : [];
    })
    .sort();
}

function madeByExcel(bytes: Uint8Array): boolean {
  return /<Application>Microsoft (?:Macintosh )?Excel/.test(partText(openPackage(bytes), 'docProps/app.xml') ?? '');
}

const shown = (value: CellResult | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? value.error : String(value);

function same(a: CellResult | undefined, b: CellResult | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return shown(a) === shown(b);
}

interface Expected {
  readonly sheet: string;
  readonly key: string;
  readonly formula: string;
  readonly value: CellResult | undefined;
  readonly functions: readonly string[];
}

/** Cells whose formula has a stored result, calls nothing but functions that the product uses, and asks for no array: the product has none. */
function expectedOf(book: Book): Expected[] {
  return book.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([key, { formula, value }]): Expected[] => {
      const tree = formula === undefined ? null : formulaTree(formula);
      if (formula === undefined || !tree || value === null || value === undefined) return [];
      const functions = [...new Set(callsIn(tree).map(({ name }) => name.toUpperCase()))];
      const ours = functions.every((name) => FUNCTIONS_USED.includes(name) && !MOVING.has(name));
      return functions.length > 0 &&
        ours &&
        severalForOne(formula, () => undefined).length === 0 &&
        !formula.includes('{')
        ? [{ sheet: sheet.name, key, formula, value, functions }]
        : [];
    }),
  );
}

async function compare(file: string, tallies: Map<string, Tally>): Promise<'compared' | 'nothing' | 'failed'> {
  const bytes = new Uint8Array(readFileSync(file));
  if (!madeByExcel(bytes)) return 'nothing';
  const book = await readBook(bytes);
  const expected = expectedOf(book);
  if (expected.length === 0) return 'nothing';
  const calculator = createUniverCalculator();
  const patience = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE).unref());
  try {
    const ended = await Promise.race([calculator.recalculate(book, serialFromWallTime(Date.now() / 1000)), patience]);
    if (ended === 'late') return 'failed';
  } finally {
    calculator.dispose();
  }
  for (const { sheet, key, formula, value, functions } of expected) {
    const found = book.sheets.find(({ name }) => name === sheet)?.cells.get(key)?.value;
    const differs = !same(value, found);
    for (const name of functions) {
      const tally = tallies.get(name) ?? { compared: 0, differing: 0, firsts: [] };
      tallies.set(name, tally);
      tally.compared += 1;
      if (!differs) continue;
      tally.differing += 1;
      if (tally.firsts.length < MOST_SHOWN)
        tally.firsts.push(
          `${path.basename(file)} ${sheet}!${key} ${formula}: Excel ${shown(value)}, engine ${shown(found)}`,
        );
    }
  }
  return 'compared';
}

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('npm run oracle -- FOLDER with .xlsx files that Excel saved');
    return 2;
  }
  const tallies = new Map<string, Tally>();
  const counts = { compared: 0, nothing: 0, failed: 0 };
  for (const file of filesIn(folder)) {
    try {
      counts[await compare(file, tallies)] += 1;
    } catch (error) {
      counts.failed += 1;
      console.error(`${path.basename(file)}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  let differing = 0;
  for (const name of FUNCTIONS_USED) {
    const tally = tallies.get(name);
    console.log(`${name.padEnd(12)} ${tally ? `${tally.compared} compared, ${tally.differing} differ` : 'not met'}`);
    for (const first of tally?.firsts ?? []) console.log(`    ${first}`);
    differing += tally?.differing ?? 0;
  }
  console.log(`${counts.compared} files compared, ${counts.nothing} without such formulas, ${counts.failed} failed`);
  return differing === 0 && counts.failed === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then(endProgram);
