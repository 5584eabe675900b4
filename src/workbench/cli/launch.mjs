// npm run job: the command line from one bundle, made on first use and kept under node_modules/.cache under a name that changes with any source.
// Where that cannot be (no bundler, a folder that takes no files) it runs from the sources as they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(path.join(ROOT, 'package.json'));
const SOURCES = path.join(ROOT, 'src');
/** Folders of the sources that no job reaches. */
const APART = new Set([
  'taskpane',
  'commands',
  'workbench/page',
  'workbench/server',
  'workbench/bench',
  'workbench/hands',
]);
const FOLDER = path.join(ROOT, 'node_modules/.cache/campaign-job');

/** Changes with the text of any source that a job may reach, and with the versions of packages and Node. */
function fingerprint() {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(path.join(ROOT, 'package-lock.json')));
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(SOURCES, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!APART.has(name)) walk(name);
      } else hash.update(name).update(readFileSync(path.join(SOURCES, name)));
    }
  };
  walk('');
  return hash.digest('hex').slice(0, 16);
}

/** Places that a source asks for stay those of the source. */
const placesOfSources = {
  name: 'places of sources',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]src[\\/]workbench[\\/].*\.ts$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      return { contents: text.replaceAll('__dirname', JSON.stringify(path.dirname(file))), loader: 'ts' };
    }),
};

/** The folder of the bundles of these sources, made when it is not there; those of other sources go. */
async function made() {
  const name = fingerprint();
  const folder = path.join(FOLDER, name);
  if (existsSync(folder)) return folder;
  const draft = path.join(FOLDER, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    await require('esbuild').build({
      entryPoints: {
        job: path.join(ROOT, 'src/workbench/cli/job.ts'),
        reader: path.join(ROOT, 'src/workbench/cli/readAside.worker.ts'),
      },
      outdir: draft,
      outExtension: { '.js': '.cjs' },
      absWorkingDir: ROOT,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [placesOfSources],
    });
    // Several may make it at the same moment: the first one's stays.
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  for (const old of readdirSync(FOLDER))
    if (old !== name && !old.startsWith('draft-')) rmSync(path.join(FOLDER, old), { recursive: true, force: true });
  return folder;
}

/** Runs a bundle with what the engine compiled of it before, which is kept when the first run ends. */
function run(file) {
  const compiled = `${file}.compiled`;
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new vm.Script(text, { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected)
    process.on('exit', () => {
      try {
        writeFileSync(compiled, script.createCachedData());
      } catch {
        // The next run compiles again.
      }
    });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
}

const folder = await made().catch(() => undefined);
if (folder === undefined) {
  require('tsx/cjs');
  require('./src/workbench/cli/job.ts');
} else {
  process.env.CAMPAIGN_READER = path.join(folder, 'reader.cjs');
  run(path.join(folder, 'job.cjs'));
}
