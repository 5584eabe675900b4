// How a job is offered: its name, its words, and its options as words that are read here, once for all.
import type { Review } from '../../core/receipts/receipt';
import { text, type Text } from '../../core/ground/text';
import { codeOf } from '../../workbook/contract/labels';
import { BadOption } from './badOption';
import type { OfferedJob } from './defineJob';
import type { Deps, ImportedFile, JobReport, Mode } from './job';
import { optionHelp } from './readOptions';

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

/** The option of imports that answers what was doubtful. */
export const SAME = text(
  '拿不准的单位是哪一家：写法=单位编号，用“；”隔开',
  'which unit a doubtful spelling means: spelling=unit ID, separated by ;',
);

/** The options of imports that speak of single rows of the source. */
export const HIDDEN = text(
  '隐藏的行和工作表：ask 先列出来（默认）、take 一并导入、leave 不导入',
  'hidden rows and sheets: ask (list them first, the default), take, leave',
);
export const SKIP = text(
  '不导入这些行：工作表!行号，用逗号隔开，如 Sheet1!12,Sheet1!15-18',
  'rows to leave out: sheet!row, separated by commas, e.g. Sheet1!12,Sheet1!15-18',
);
export const MEND = text(
  '按改正读入的单元格，如 Sheet1!D12=13900001201；写入日志',
  'cells to read as corrected, e.g. Sheet1!D12=13900001201; kept in the log',
);

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

/** “教育=U36；某某局=U31”: what a file writes, and the unit that a person says it means. */
export function answersOf(word: string | undefined): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const piece of (word ?? '')
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const at = piece.lastIndexOf('=');
    if (at < 1 || at === piece.length - 1) throw new BadOption('same', '写法=单位编号；…', piece);
    answers[piece.slice(0, at).trim()] = piece.slice(at + 1).trim();
  }
  return answers;
}

/** yes/no in either language, true/false, 1/0; default no. */
export function yesOf(option: string, word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  const code = /^(true|1)$/i.test(word) ? 'yes' : /^(false|0)$/i.test(word) ? 'no' : codeOf('yesNo', word);
  if (code === null) throw new BadOption(option, '是 or 否', word);
  return code === 'yes';
}

/** One of a few words, or none. */
export function oneOf<Word extends string>(
  option: string,
  words: readonly Word[],
  word: string | undefined,
): Word | undefined {
  if (word === undefined || word === '') return undefined;
  const found = words.find((each) => each === word);
  if (found === undefined) throw new BadOption(option, words.join(', '), word);
  return found;
}

/** A defined job as an entry of before; it goes with the entries. */
export function asEntry({ name, words, options, takesFile, run }: OfferedJob): CatalogueEntry {
  const settings = Object.fromEntries(Object.entries(options).map(([key, option]) => [key, optionHelp(option)]));
  return { name, title: words.title, summary: words.summary, takesFile, settings, run };
}
