// Reads a job's options out of words, and says what they are: the command line's parsing and its help, once for all jobs.
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text, type Text } from '../../core/ground/text';
import { codeOf } from '../../workbook/contract/labels';
import { BadOption } from './badOption';
import { fieldOf, type Option, type Options, type PlainOption, type SaidOf } from './options';

/** Options as words, e.g. {judges: '7'}; an empty word says nothing. */
export type OptionWords = Readonly<Record<string, string>>;

interface OptionsReading<Own extends Options> {
  readonly said: SaidOf<Own>;
  /** Numbers that are none, or beyond their limits. */
  readonly problems: readonly Problem[];
}

const folded = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/** yes/no in either language, true/false, 1/0. */
export function readSwitch(option: string, word: string): boolean {
  const code = /^(true|1)$/i.test(word) ? 'yes' : /^(false|0)$/i.test(word) ? 'no' : codeOf('yesNo', word);
  if (code === null) throw new BadOption(option, '是 or 否', word);
  return code === 'yes';
}

/** Numbers with a code of their own; any other is a 'bad-count'. */
const NUMBER_CODES: Readonly<Record<string, ProblemCode>> = { days: 'bad-days', quota: 'bad-quota' };

function readNumber(name: string, { min, max }: Extract<Option, { kind: 'number' }>, word: string): number | Problem {
  const typed = folded(word);
  const count = Number(typed);
  if (/^\d+$/.test(typed) && count >= min && count <= max) return count;
  return {
    code: NUMBER_CODES[name] ?? 'bad-count',
    column: name,
    expected: text(`${min} 到 ${max} 的整数`, `a whole number, ${min}–${max}`),
    found: word,
    message: text(
      `${name}应为 ${min} 到 ${max} 的整数，现在是“${word}”，没有写入。`,
      `${name}: a whole number from ${min} to ${max} is expected, found “${word}”; nothing was written.`,
    ),
  };
}

/** A code, or what people call it. */
function readChoice(name: string, option: Extract<Option, { kind: 'choice' }>, word: string): string {
  if (option.loose) return word;
  const found = option.choices.find(({ value, label }) =>
    [value, label.zh, label.en].some((each) => folded(each) === folded(word)),
  );
  if (!found)
    throw new BadOption(name, option.choices.map(({ value, label }) => `${label.zh}/${value}`).join(', '), word);
  return found.value;
}

function readOption(name: string, option: Option, word: string | undefined): unknown {
  if (word === undefined || word.trim() === '') return undefined;
  switch (option.kind) {
    case 'own':
      return option.read(word);
    case 'switch':
      return readSwitch(name, word);
    case 'number':
      return readNumber(name, option, word);
    case 'choice':
      return readChoice(name, option, word);
    default:
      return word;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'message' in value;

/** Throws BadOption for words that are no choice; options that the job does not know are not looked at. */
export function readOptions<Own extends Options>(own: Own, words: OptionWords): OptionsReading<Own> {
  const read = Object.entries(own).map(([name, option]) => [name, readOption(name, option, words[name])] as const);
  const given = read.filter(([, value]) => value !== undefined && !isProblem(value));
  return {
    // Every value was read by its option: the one place where the compiler takes the table's word for it.
    said: Object.fromEntries(given) as SaidOf<Own>,
    problems: read.map(([, value]) => value).filter(isProblem),
  };
}

function limitsOf(option: PlainOption): Text[] {
  if (option.kind === 'number') {
    const limits = text(`${option.min}–${option.max}`, `${option.min}–${option.max}`);
    return option.default === undefined
      ? [limits]
      : [limits, text(`默认 ${option.default}`, `default ${option.default}`)];
  }
  if (option.kind === 'switch') return [text('是/否，默认否', 'yes/no, default no')];
  if (option.kind !== 'choice') return [];
  const { choices, default: first } = option;
  const words = (to: 'zh' | 'en'): string => choices.map(({ value, label }) => `${value}=${label[to]}`).join(', ');
  return [text(words('zh'), words('en')), ...(first === undefined ? [] : [text(`默认 ${first}`, `default ${first}`)])];
}

/** The help of an option in one line. Example: “几天内截止的也提醒（0–60，默认 2）”. */
export function optionHelp(option: Option): Text {
  const field = fieldOf(option);
  const { label, hint, detail = hint } = field;
  const limits = limitsOf(field);
  const line = (to: 'zh' | 'en', open: string, close: string, join: string, colon: string): string =>
    [
      label[to],
      ...(limits.length > 0 ? [`${open}${limits.map((each) => each[to]).join(join)}${close}`] : []),
      ...(detail ? [`${colon}${detail[to]}`] : []),
    ].join('');
  return text(line('zh', '（', '）', '，', '：'), line('en', ' (', ')', ', ', ': '));
}
