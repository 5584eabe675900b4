// Bundles the workbench page, its calculation worker and the add-in's own entries into memory, for the local server alone.
// Nothing of this goes into the shipped add-in, which has its own build.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export interface Bundles {
  /** Contents by address, such as `/page.js`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly milliseconds: number;
}

const ENTRIES: Readonly<Record<string, string>> = {
  page: 'src/workbench/page/main.tsx',
  calculation: 'src/workbench/page/calculationWorker.ts',
  bookReader: 'src/workbench/page/bookReader.worker.ts',
  frameBefore: 'src/workbench/page/frameBefore.ts',
  frameAfter: 'src/workbench/page/frameAfter.ts',
  taskpane: 'src/taskpane/index.tsx',
  commands: 'src/commands/index.ts',
  message: 'src/commands/message.ts',
};

/** Builds everything. Throws with the bundler's own messages when a source does not compile. */
export async function makeBundles(root: string): Promise<Bundles> {
  const started = performance.now();
  const entryPoints = Object.fromEntries(
    Object.entries(ENTRIES)
      .filter(([, file]) => existsSync(path.join(root, file)))
      .map(([name, file]) => [name, path.join(root, file)]),
  );
  const result = await build({
    entryPoints,
    outdir: '/',
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'dataurl', '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
  });
  return {
    files: new Map(result.outputFiles.map((file) => [`/${path.basename(file.path)}`, file.contents])),
    milliseconds: performance.now() - started,
  };
}
