// Tests that need openpyxl, a reader of .xlsx in Python, are skipped, and say so, where it is not installed; REQUIRE_OPENPYXL demands it.
// A development tool under the MIT licence: nothing of it is shipped.
import { describe } from '@jest/globals';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The system's Python has what the system's packages bring; another one may stand before it. */
const PYTHONS = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter((one) => one !== undefined);

const python = PYTHONS.find((one) => {
  try {
    execFileSync(one, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (python === undefined && process.env['REQUIRE_OPENPYXL'])
  throw new Error('openpyxl is required here and not installed');
if (python === undefined) console.warn('openpyxl is not installed: its tests are skipped');

export const describeWithOpenpyxl = python === undefined ? describe.skip : describe;

export interface ReadSheet {
  readonly name: string;
  readonly state: string;
  readonly formulas: number;
  readonly filled: number;
  readonly merges: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly ref: string;
    readonly columns: readonly string[];
    readonly calculated: readonly (string | null)[];
    readonly style: string | null;
  }[];
  readonly validations: readonly {
    readonly type: string;
    readonly sqref: string;
    readonly operator: string | null;
    readonly allowBlank: boolean;
    readonly errorStyle: string | null;
    readonly formulas: readonly (string | null)[];
    /** Title and text of the prompt, title and text of the refusal. */
    readonly texts: readonly (string | null)[];
  }[];
  readonly conditionals: readonly {
    readonly sqref: string;
    readonly formulas: readonly string[];
    readonly priority: number;
    readonly stop: boolean;
    readonly looks: boolean;
  }[];
  /** The first cell that moves. */
  readonly freeze: string | null;
  readonly charts: number;
  readonly page: {
    readonly orientation: string | null;
    readonly paper: number | null;
    readonly fits: boolean;
    readonly wide: number | null;
    readonly tall: number | null;
    readonly titleRows: string | null;
    readonly area: readonly string[] | string | null;
    readonly breaks: readonly number[];
    /** Inches. */
    readonly top: number;
  };
}

export interface ReadByOpenpyxl {
  /** Warnings, and what it stumbled over. */
  readonly faults: readonly string[];
  readonly names?: readonly (readonly [string, string])[];
  readonly sheets?: readonly ReadSheet[];
}

/** What openpyxl finds in each file, by the files' names. Example: `(await readByOpenpyxl({ a: bytes })).a?.faults`. */
export async function readByOpenpyxl(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Record<string, ReadByOpenpyxl>> {
  const folder = await mkdtemp(join(tmpdir(), 'openpyxl-'));
  try {
    const entries = Object.entries(files);
    const paths = entries.map((_entry, at) => join(folder, `${at}.xlsx`));
    await Promise.all(entries.map(([, bytes], at) => writeFile(paths[at] ?? '', bytes)));
    const said = await new Promise<string>((resolve, reject) => {
      execFile(
        python ?? '',
        [join(__dirname, 'readByOpenpyxl.py'), ...paths],
        { maxBuffer: 256e6 },
        (error, stdout, stderr) => (error ? reject(new Error(stderr || error.message)) : resolve(stdout)),
      );
    });
    const found = JSON.parse(said) as Record<string, ReadByOpenpyxl>;
    return Object.fromEntries(entries.map(([name], at) => [name, found[paths[at] ?? ''] ?? { faults: ['not read'] }]));
  } finally {
    await rm(folder, { recursive: true });
  }
}
