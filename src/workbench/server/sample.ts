// The sample campaign for the page. The add-in's own jobs make it, which takes seconds: so a process of its own does it,
// and what it made is kept until a source changes.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '../../core/ground/text';

/** The sample campaign, made once a language. */
export interface Samples {
  /** The sample as text for the page. Rejects, with the reason, when one of its jobs stops. */
  text(language: Language): Promise<string>;
}

const MOST_BYTES = 256 * 1024 * 1024;

/** `root` is the project's folder; `mark` changes with the sources. */
export function createSamples(root: string, mark: () => string): Samples {
  const made = new Map<Language, Promise<string>>();
  return {
    text(language) {
      const known = made.get(language);
      if (known) return known;
      const sample = keptOrMade(root, language, mark());
      made.set(language, sample);
      sample.catch(() => made.delete(language));
      return sample;
    },
  };
}

async function keptOrMade(root: string, language: Language, mark: string): Promise<string> {
  const folder = path.join(root, 'node_modules/.cache/campaign-workbench');
  const file = path.join(folder, `sample-${language}-${mark}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const text = await make(root, language);
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder))
    if (old.startsWith(`sample-${language}-`)) await rm(path.join(folder, old), { force: true });
  await writeFile(file, text);
  return text;
}

async function make(root: string, language: Language): Promise<string> {
  const command = [
    path.join(root, 'node_modules/tsx/dist/cli.mjs'),
    path.join(root, 'src/workbench/server/sampleProcess.ts'),
    language,
  ];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: MOST_BYTES });
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(stderr?.trim().split('\n').at(-1) || String(error), { cause: error });
  }
}
