// Programs of this project from one bundle, made on first use and kept under node_modules/.cache under a name that changes with any source in it.
// Where that cannot be (no bundler, a folder that takes no files) they run from the sources as they are.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(path.join(ROOT, 'package.json'));
/** Which sources the bundle was made of, beside the bundles. */
const LIST = 'sources.json';

/** Changes with the text of these sources, the folder that they name as theirs, and the versions of packages and Node. Throws where one is not there any more. */
function fingerprint(sources) {
  const hash = createHash('sha256')
    .update(process.version)
    .update(ROOT)
    .update(readFileSync(path.join(ROOT, 'package-lock.json')));
  for (const source of sources) hash.update(source).update(readFileSync(path.join(ROOT, source)));
  return hash.digest('hex').slice(0, 16);
}

/** Places that a source asks for stay those of the source. */
export const placesOfSources = {
  name: 'places of sources',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]src[\\/]workbench[\\/].*\.ts$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      return { contents: text.replaceAll('__dirname', JSON.stringify(path.dirname(file))), loader: 'ts' };
    }),
};

/** The folder of what was made of these very sources; undefined where there is none. */
function kept(home) {
  try {
    const folder = path.join(home, fingerprint(JSON.parse(readFileSync(path.join(home, LIST), 'utf8'))));
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function made(home, entries) {
  const draft = path.join(home, `draft-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  try {
    const { metafile } = await require('esbuild').build({
      entryPoints: entries,
      outdir: draft,
      outExtension: { '.js': '.cjs' },
      absWorkingDir: ROOT,
      bundle: true,
      metafile: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // It has a program of its own beside it.
      external: ['esbuild'],
      supported: { 'dynamic-import': false },
      minifyWhitespace: true,
      legalComments: 'none',
      logLevel: 'silent',
      plugins: [placesOfSources],
    });
    const sources = Object.keys(metafile.inputs)
      .filter((source) => source.startsWith('src/') || source.startsWith('assets/'))
      .sort();
    const folder = path.join(home, fingerprint(sources));
    // Several may make it at the same moment: the first one's stays.
    if (!existsSync(folder)) renameSync(draft, folder);
    const list = path.join(home, `draft-${process.pid}.json`);
    writeFileSync(list, JSON.stringify(sources));
    renameSync(list, path.join(home, LIST));
    for (const old of readdirSync(home))
      if (old !== path.basename(folder) && old !== LIST && !old.startsWith('draft-'))
        rmSync(path.join(home, old), { recursive: true, force: true });
    return folder;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A program that is ended from outside keeps what was compiled after so many milliseconds. */
const STARTED = 3_000;

/** Runs a bundle with what the engine compiled of it before, which is kept when the first run ends, or `lasts`. */
function run(file, lasts) {
  const compiled = `${file}.compiled`;
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new vm.Script(text, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file));
  if (cachedData && !script.cachedDataRejected) return;
  const keep = () => {
    try {
      writeFileSync(compiled, script.createCachedData());
    } catch {
      // The next run compiles again.
    }
  };
  if (lasts) setTimeout(keep, STARTED).unref();
  else process.on('exit', keep);
}

/**
 * Runs the program whose source is `entries[program]`. `cache`: its folder under node_modules/.cache. `tell` hears where the bundles are before it
 * runs. `lasts`: it runs until somebody ends it. Example: `await runKept('job', { cache: 'campaign-job', entries: { job: 'src/workbench/cli/job.ts' } })`.
 */
export async function runKept(program, { cache, entries, lasts = false, tell = () => undefined }) {
  const home = path.join(ROOT, 'node_modules/.cache', cache);
  const folder = kept(home) ?? (await made(home, entries).catch(() => undefined));
  if (folder === undefined) {
    require('tsx/cjs');
    return void require(`./${entries[program]}`);
  }
  tell(folder);
  run(path.join(folder, `${program}.cjs`), lasts);
}
