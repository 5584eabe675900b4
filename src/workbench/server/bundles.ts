// Bundles the workbench page, its calculation worker and the add-in's own entries, for the local server alone; what was built is kept.
// Nothing of this goes into the shipped add-in, which has its own build.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OutputFile } from 'esbuild';
import { PAGE_BUNDLE } from '../bundler/pageBundle';
import { plainFields } from '../calc/plainFields';
import { fingerprintOf, keepBundles, keptBundles, pack, type Packed } from './bundleCache';

/** What the page loads, and how long it took to make. */
export interface Bundles {
  /** Contents by address, such as `/page.js`. */
  readonly files: ReadonlyMap<string, Packed>;
  readonly milliseconds: number;
}

const ENTRIES: Readonly<Record<string, string>> = {
  page: 'src/workbench/page/main.tsx',
  calculation: 'src/workbench/page/calculationWorker.ts',
  bookReader: 'src/workbench/page/bookReader.worker.ts',
  frameBefore: 'src/workbench/page/frameBefore.ts',
  frameAfter: 'src/workbench/page/frameAfter.ts',
  taskpane: 'src/taskpane/opening.tsx',
  waiting: 'src/taskpane/waiting.ts',
  commands: 'src/commands/index.ts',
  message: 'src/commands/message.ts',
};

/** Whatever goes into a bundle or makes the sample lies here, or in packages. */
const SOURCES = ['src', 'assets/strings'] as const;

/** Changes with any of the sources. */
export const sourcesMark = (root: string): string => fingerprintOf(root, SOURCES);

/** Builds everything, or takes what was kept of the same sources. Throws with the bundler's own messages when a source does not compile. */
export async function makeBundles(root: string, fingerprint = sourcesMark(root)): Promise<Bundles> {
  const started = performance.now();
  const kept = await keptBundles(root, fingerprint);
  if (kept) return { files: kept, milliseconds: performance.now() - started };
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES)
      .filter(([, file]) => existsSync(path.join(root, file)))
      .map(([name, file]) => [name, path.join(root, file)]),
  );
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints,
    outdir: '/',
    absWorkingDir: root,
    ...PAGE_BUNDLE,
  });
  const files = new Map(result.outputFiles.map((file) => [`/${path.basename(file.path)}`, pack(contentsOf(file))]));
  await keepBundles(root, fingerprint, files);
  return { files, milliseconds: performance.now() - started };
}

/** The calculation is quicker with plain fields; the page's bundle stays as its packages are. */
function contentsOf({ path: file, contents, text }: OutputFile): Uint8Array {
  return path.basename(file) === 'calculation.js' ? new TextEncoder().encode(plainFields(text)) : contents;
}
