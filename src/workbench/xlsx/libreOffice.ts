// LibreOffice without a window: a second, independent reader, calculator and printer of the files. Node only.
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Book } from '../model/book';
import { readBook } from './readBook';
import { closePackage, openPackage, partText, setPart } from './zipPackage';

const MINUTES = 2;

/** LibreOffice is not on this machine. */
export class NoLibreOffice extends Error {
  constructor() {
    super('soffice was not found: install LibreOffice Calc (Debian: libreoffice-calc) or set SOFFICE to its path');
    this.name = 'NoLibreOffice';
  }
}

/**
 * Has LibreOffice work out every formula of an .xlsx file and gives the book that comes of it. Stored results are taken out first:
 * LibreOffice would believe them. With `now` (an Excel serial) NOW() and TODAY() are that moment, else the machine's clock; the
 * formulas of the book that comes back then show it. Throws NoLibreOffice, NotAWorkbook, or an Error when nothing comes back.
 * Example: `(await recalculate(await writeBook(book), 44354.75)).sheets[0]`.
 */
export async function recalculate(bytes: Uint8Array, now?: number): Promise<Book> {
  const asked = withoutResults(bytes);
  return readBook(await recalculatedFile(now === undefined ? asked : withClock(asked, now)));
}

/** The file as LibreOffice writes it after it has worked out what has no stored result. */
function recalculatedFile(bytes: Uint8Array): Promise<Uint8Array> {
  return convert(bytes, 'xlsx');
}

/** What LibreOffice did with a file, and its processor seconds. */
export interface Measured {
  /** By their names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly processor: number;
}

/**
 * Every sheet as text, worked out as above: so hardly anything is written besides. Every column is there, hidden ones too. POSIX systems only.
 * Example: the file `book-报送台账.csv` has a line for each row of the tracker.
 */
export function measuredResults(bytes: Uint8Array): Promise<Measured> {
  return convertAll(bytes, EVERY_SHEET_AS_TEXT, measuredRun);
}

/** The same file with every formula written again. */
export function measuredRewriting(bytes: Uint8Array): Promise<Measured> {
  return convertAll(bytes, 'xlsx', measuredRun);
}

/** Commas, quotes, UTF-8, as shown; -1: all sheets, each into a file of its own. */
const EVERY_SHEET_AS_TEXT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Prints every sheet with its page setup; with `now` as it is at that moment. Example: `await writeFile('book.pdf', await toPdf(bytes))`. */
export async function toPdf(bytes: Uint8Array, now?: number): Promise<Uint8Array> {
  const asked = withoutResults(bytes);
  return convert(now === undefined ? asked : withClock(asked, now), 'pdf');
}

/** The file with no formula's result in it. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = openPackage(bytes);
  for (const path of Object.keys(parts).filter((one) => /^xl\/worksheets\/[^/]+\.xml$/.test(one))) {
    const xml = partText(parts, path) ?? '';
    setPart(parts, path, xml.replace(/(<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>))\s*<v\b(?:[^>]*\/>|[^>]*>[^<]*<\/v>)/g, '$1'));
  }
  return closePackage(parts);
}

/** The file with a moment in place of NOW() and TODAY(), in cells and in names; texts in quotes stay. */
function withClock(bytes: Uint8Array, now: number): Uint8Array {
  const parts = openPackage(bytes);
  for (const path of Object.keys(parts).filter((one) => /^xl\/(?:worksheets\/[^/]+|workbook)\.xml$/.test(one))) {
    const xml = partText(parts, path) ?? '';
    setPart(
      parts,
      path,
      xml.replace(
        /(<(?:f|definedName)\b[^>]*>)([^<]*)</g,
        (_all, open: string, formula: string) =>
          `${open}${formula.replace(/("|&quot;).*?\1|\b(NOW|TODAY)\(\)/g, (found, _quote, called: string | undefined) => (called ? String(called === 'NOW' ? now : Math.floor(now)) : found))}<`,
      ),
    );
  }
  return closePackage(parts);
}

async function convert(bytes: Uint8Array, format: 'xlsx' | 'pdf'): Promise<Uint8Array> {
  const { files } = await convertAll(bytes, format, async (parameters) => ({
    said: await run(parameters),
    processor: 0,
  }));
  return [...files.values()][0] as Uint8Array;
}

/** Each call has a user profile of its own: LibreOffice runs once a profile. */
async function convertAll(
  bytes: Uint8Array,
  format: string,
  convertBy: (parameters: readonly string[]) => Promise<{ readonly said: string; readonly processor: number }>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'campaign-calc-'));
  try {
    const profile = join(folder, 'profile');
    const input = join(folder, 'book.xlsx');
    const output = join(folder, 'out');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    await writeFile(input, bytes);
    const { said, processor } = await convertBy([
      '--headless',
      '--norestore',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      format,
      '--outdir',
      output,
      input,
    ]);
    const names = await readdir(output).catch(() => []);
    if (names.length === 0) throw new Error(`LibreOffice made no ${format} file: ${said.trim()}`);
    const files = await Promise.all(
      names.map(async (name) => [name, new Uint8Array(await readFile(join(output, name)))] as const),
    );
    return { files: new Map(files), processor };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Work out all formulas of an .xlsx file on loading: 0 = always. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function run(parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.env.SOFFICE ?? 'soffice',
      [...parameters],
      { timeout: MINUTES * 60_000 },
      (error, stdout, stderr) => {
        if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') reject(new NoLibreOffice());
        else if (error)
          reject(
            new Error(
              `LibreOffice failed: ${error.killed ? `no answer within ${MINUTES} minutes` : stderr.trim() || error.message}`,
            ),
          );
        else resolve(`${stdout}\n${stderr}`);
      },
    );
  });
}

/** A shell that says what its children took in the last line of its errors; it is ended with all that it started. */
function measuredRun(parameters: readonly string[]): Promise<{ said: string; processor: number }> {
  return new Promise((resolve, reject) => {
    const shell = spawn(
      'sh',
      ['-c', '"$0" "$@"; ended=$?; times >&2; exit $ended', process.env.SOFFICE ?? 'soffice', ...parameters],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const late = setTimeout(() => shell.pid !== undefined && process.kill(-shell.pid), MINUTES * 60_000);
    let said = '';
    shell.stderr.on('data', (piece) => (said += String(piece)));
    shell.on('error', reject);
    shell.on('close', (code) => {
      clearTimeout(late);
      const took = [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
      if (code === 127) reject(new NoLibreOffice());
      else if (code !== 0 || took.length !== 2) reject(new Error(`LibreOffice failed: ${said.trim()}`));
      else
        resolve({
          said,
          processor: took.reduce((sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest), 0),
        });
    });
  });
}
