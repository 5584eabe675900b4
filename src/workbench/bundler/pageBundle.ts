// How scripts and styles of a local page are bundled, for whoever serves one. Nothing of this goes into the shipped add-in, which has its own build.
import type { BuildOptions } from 'esbuild';

/** What every local bundle has; entries and where they go are whoever's builds it. The files come back as bytes, none is written. */
export const PAGE_BUNDLE = {
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
} as const satisfies BuildOptions;
