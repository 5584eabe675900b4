// What the pane loads until it can be used, as it is shipped: the product's own build, beside a bare Fluent page built the same way.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack, { type Configuration } from 'webpack';

const ROOT = process.cwd();

const BARE = `
import { createRoot } from 'react-dom/client';
import { createElement } from 'react';
import { Button, Field, FluentProvider, Input, webLightTheme } from '@fluentui/react-components';
const root = document.getElementById('root');
if (root) createRoot(root).render(createElement(FluentProvider, { theme: webLightTheme }, createElement(Field, { label: 'x' }, createElement(Input)), createElement(Button, null, 'x')));
`;

/** The pane's own files in the order in which they are needed: until its frame stands, until home says what the tracker says, until it has looked closer. */
const NEEDED = { frame: /^(waiting|taskpane)\.js$/, home: /^home\./, checks: /^checks\./ } as const;

/** Gzipped bytes until that moment; each one with what came before it. */
export interface FirstLoad {
  readonly frame: number;
  readonly home: number;
  readonly whole: number;
}

const weightOf = (folder: string, file: string): number => gzipSync(readFileSync(path.join(folder, file))).length;

/** Of a built add-in. Throws where one of the files is missing. Example: `firstLoad('dist').frame` is some 125,000. */
export function firstLoad(folder: string): FirstLoad {
  const weigh = (name: RegExp): number => {
    const files = readdirSync(folder).filter((file) => name.test(file));
    if (files.length === 0) throw new Error(`${folder} has no ${String(name)}`);
    return files.reduce((sum, file) => sum + weightOf(folder, file), 0);
  };
  const frame = weigh(NEEDED.frame);
  const home = frame + weigh(NEEDED.home);
  return { frame, home, whole: home + weigh(NEEDED.checks) };
}

async function built(change: (settings: Configuration) => Configuration): Promise<string> {
  const settings = createRequire(__filename)(path.join(ROOT, 'webpack.config.js')) as (env: object) => Configuration;
  const folder = mkdtempSync(path.join(tmpdir(), 'campaign-dist-'));
  const asked = change(settings({}));
  await new Promise<void>((resolve, reject) => {
    webpack({ ...asked, output: { ...asked.output, path: folder } }, (error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    );
  });
  return folder;
}

/** The add-in and the bare page, built with the same settings. */
export async function firstLoads(): Promise<{ readonly own: FirstLoad; readonly bare: number }> {
  const own = await built((settings) => settings);
  // Inside the project, where its packages are found.
  const entry = path.join(ROOT, 'node_modules/.cache/barePage.js');
  writeFileSync(entry, BARE);
  const bare = await built((settings) => ({ ...settings, cache: false, entry: { bare: entry }, plugins: [] }));
  try {
    return { own: firstLoad(own), bare: weightOf(bare, 'bare.js') };
  } finally {
    for (const each of [own, bare, entry]) rmSync(each, { recursive: true });
  }
}
