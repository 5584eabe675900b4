// Workbooks that take seconds to make and that several test files look at: each is made once for a state of the sources and kept
// under node_modules/.cache. Knows no campaign.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Book } from '../../src/workbench/model/book';
import { bookFromText, textOfBook } from '../../src/workbench/page/bookText';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(ROOT, 'node_modules/.cache/made-books');
/** What a made workbook can depend on. */
const SOURCES = ['src', 'tests/support', 'package-lock.json'];
/** A maker that was killed leaves its mark behind; after so long another one makes the book. */
const PATIENCE = 300_000;

/** The workbook of that name, a copy of one's own; `make` is called when no test file has made it yet. */
export async function keptBook(name: string, make: () => Promise<Book>): Promise<Book> {
  const file = path.join(FOLDER, `${name}-${stateOfSources()}.json`);
  const mark = `${file}.being-made`;
  mkdirSync(FOLDER, { recursive: true });
  await othersToFinish(file, mark);
  if (!existsSync(file)) {
    try {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, textOfBook(await make()));
      renameSync(draft, file);
    } finally {
      rmSync(mark, { recursive: true, force: true });
    }
    for (const older of readdirSync(FOLDER))
      if (older.startsWith(`${name}-`) && older !== path.basename(file) && age(path.join(FOLDER, older)) > PATIENCE)
        rmSync(path.join(FOLDER, older), { recursive: true, force: true });
  }
  return bookFromText(readFileSync(file, 'utf8'));
}

/** Returns when the file is there, or when nobody makes it and the mark is ours. */
async function othersToFinish(file: string, mark: string): Promise<void> {
  while (!existsSync(file)) {
    try {
      mkdirSync(mark);
      if (!existsSync(file)) return;
      rmSync(mark, { recursive: true, force: true });
    } catch {
      if (age(mark) > PATIENCE) rmSync(mark, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Milliseconds since a file or folder was last written; 0 for one that is gone. */
function age(place: string): number {
  try {
    return Date.now() - statSync(place).mtimeMs;
  } catch {
    return 0;
  }
}

let state: string | undefined;
function stateOfSources(): string {
  if (state === undefined) {
    const hash = createHash('sha256');
    for (const place of SOURCES.flatMap(filesIn)) hash.update(place).update(readFileSync(path.join(ROOT, place)));
    state = hash.digest('hex').slice(0, 16);
  }
  return state;
}

function filesIn(place: string): string[] {
  if (!statSync(path.join(ROOT, place)).isDirectory()) return [place];
  return readdirSync(path.join(ROOT, place), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${place}/${entry.name}`) : [`${place}/${entry.name}`]));
}
