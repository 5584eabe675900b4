// Keeps the bundles on disk, packed, under a name that changes with any source, so that a second start builds nothing. Knows no bundler.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A file as it goes over the line, with and without packing. */
export interface Packed {
  readonly plain: Uint8Array;
  readonly brotli: Uint8Array;
}

/** Fast, and within a tenth of the best. */
const QUALITY = 5;

/** The file as it is and as Brotli, so that the server compresses nothing while it answers. */
export function pack(plain: Uint8Array): Packed {
  return { plain, brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }) };
}

/** Changes with the contents of any of these folders' files, and with the versions of the packages. In one go: a file at a time takes thrice as long. */
export function fingerprintOf(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of folders) {
    const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

const folderIn = (root: string): string => path.join(root, 'node_modules/.cache/campaign-workbench');

/** What was kept under this fingerprint; undefined: nothing, or not whole. */
export async function keptBundles(root: string, fingerprint: string): Promise<Map<string, Packed> | undefined> {
  const folder = path.join(folderIn(root), `bundles-${fingerprint}`);
  const names = await readdir(folder).catch(() => undefined);
  if (!names) return undefined;
  const files = names.filter((name) => !name.endsWith('.br'));
  const packed = await Promise.all(
    files.map(async (name): Promise<[string, Packed]> => {
      const [plain, brotli] = await Promise.all([
        readFile(path.join(folder, name)),
        readFile(path.join(folder, `${name}.br`)),
      ]);
      return [`/${name}`, { plain, brotli }];
    }),
  );
  return new Map(packed);
}

/** The folder is there whole or not at all; those of other sources go. */
export async function keepBundles(
  root: string,
  fingerprint: string,
  files: ReadonlyMap<string, Packed>,
): Promise<void> {
  const all = folderIn(root);
  const draft = path.join(all, `draft-${process.pid}`);
  await mkdir(draft, { recursive: true });
  for (const [name, { plain, brotli }] of files) {
    await writeFile(path.join(draft, name.slice(1)), plain);
    await writeFile(path.join(draft, `${name.slice(1)}.br`), brotli);
  }
  const name = `bundles-${fingerprint}`;
  // Another process may have kept the same at the same moment: the first one's stays.
  await rename(draft, path.join(all, name)).catch(() => rm(draft, { recursive: true, force: true }));
  for (const old of await readdir(all))
    if (old.startsWith('bundles-') && old !== name) await rm(path.join(all, old), { recursive: true, force: true });
}
