// npm run bench: from one bundle, as what is measured is shipped; maps lead a profile back to the sources.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { placesOfSources } from '../bundler/keptProgram.mjs';

const outfile = path.resolve('node_modules/.cache/campaign-bench/bench.cjs');
await build({
  entryPoints: ['src/workbench/bench/bench.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'error',
  plugins: [placesOfSources],
});
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
