// How a job is offered: its name, its words, and its options as words that are read here, once for all.
import type { Review } from '../core/receipts/receipt';
import type { Text } from '../core/text';
import { codeOf } from '../workbook/labels';
import type { Deps, ImportedFile, JobReport, Mode } from './job';

export interface JobInput {
  readonly file?: ImportedFile;
  /** Options as words, e.g. {judges: '7'}. */
  readonly settings: Readonly<Record<string, string>>;
  readonly strict: boolean;
}

export interface CatalogueEntry {
  readonly name: string;
  readonly title: Text;
  readonly summary: Text;
  /** The job reads a file or a paste. */
  readonly takesFile: boolean;
  /** Options that it understands, with their meaning. */
  readonly settings: Readonly<Record<string, Text>>;
  readonly run: (deps: Deps, input: JobInput, mode: Mode) => Promise<JobReport>;
}

/** An option that cannot be read: what was expected and what was found. */
export class BadOption extends Error {
  constructor(option: string, expected: string, found: string) {
    super(`${option}: expected ${expected}, found "${found}"`);
  }
}

/** Whoever offers a job that takes a file gives one. */
export function fileOf(file: ImportedFile | undefined): ImportedFile {
  if (!file) throw new Error('this job needs a file');
  return file;
}

/** A label or a code; anything else is refused by name. */
export function reviewOf(word: string | undefined): Review | undefined {
  if (word === undefined || word === '') return undefined;
  const code = codeOf('review', word);
  if (code === null) throw new BadOption('review', '待审, 通过 or 退回', word);
  return code;
}

/** yes/no in either language, true/false, 1/0; default no. */
export function yesOf(option: string, word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  const code = /^(true|1)$/i.test(word) ? 'yes' : /^(false|0)$/i.test(word) ? 'no' : codeOf('yesNo', word);
  if (code === null) throw new BadOption(option, '是 or 否', word);
  return code === 'yes';
}

/** One of a few words, or none. */
export function oneOf<Word extends string>(option: string, words: readonly Word[], word: string | undefined): Word | undefined {
  if (word === undefined || word === '') return undefined;
  const found = words.find((each) => each === word);
  if (found === undefined) throw new BadOption(option, words.join(', '), word);
  return found;
}
