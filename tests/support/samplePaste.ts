// Sample texts as plain sheets: tab-separated lines, as they come out of a mail program or a paste.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SheetRows } from '../../src/core/import/sheetRows';

/** Reads tests/samples/<name>; every cell is text, '' becomes an empty cell. */
export function samplePaste(name: string): SheetRows[] {
  const lines = readFileSync(path.join(__dirname, '..', 'samples', name), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return [{ name: '', rows: lines.map((line) => line.split('\t').map((cell) => (cell === '' ? null : cell))) }];
}
