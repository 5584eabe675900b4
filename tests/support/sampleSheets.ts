// Sample workbooks as plain sheets, so that rules can be tested on input as offices send it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SheetRows } from '../../src/core/import/sheetRows';
import { readImportedFile } from '../../src/files/readFile';

/** Reads tests/samples/<name> as an import does. */
export async function sampleSheets(name: string): Promise<SheetRows[]> {
  const bytes = await readFile(path.join(__dirname, '..', 'samples', name));
  return [...(await readImportedFile(name, new Uint8Array(bytes))).sheets];
}
