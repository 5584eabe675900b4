// The words of the command line → what to do. Wrong usage is a message, never a guess.
import { parseArgs } from 'node:util';
import type { Language } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { wallTimeFromIso } from '../../core/ground/wallTime';

/** Null: not said. */
export interface CommandLine {
  readonly job: string;
  readonly book: string | null;
  readonly out: string | null;
  readonly from: string | null;
  /** Where a printed PDF goes; null = not said. */
  readonly to?: string | null;
  /** The clock of the job (--now), in the campaign's zone. */
  readonly now: WallTime | null;
  readonly language: Language;
  readonly settings: Readonly<Record<string, string>>;
  readonly json: boolean;
  readonly strict: boolean;
  readonly preview: boolean;
  /** Who acts, for the log; null = not said. */
  readonly by?: string | null;
  /** What the job takes is asked; nothing is done. */
  readonly help?: boolean;
}

/** Printed with wrong usage. Names and exit codes are an interface: nothing here is renamed. */
export const USAGE = `npm run --silent job -- <job> [book.xlsx] [--out FILE] [--from FILE] [--now 2021-06-08T09:00]
                          [--lang zh-CN|en-US] [--set key=value …] [--strict] [--preview] [--json] [--by NAME]

  <job>       one of the names that "list" prints
  book.xlsx   the campaign workbook (not for new, schema, list)
  --out       where the workbook goes; without it book.xlsx itself is changed and the former one kept as book.xlsx.bak
  --from      the file to import (.xlsx, .tsv, .csv)
  --to        print: where the PDF goes; "print book.xlsx --to FILE.pdf [--set sheet=NAME reason=WHY]", through LibreOffice
  --now       the clock of the job, as wall-clock time of the campaign
  --by        who acts: the log keeps it with the act
  --strict    any problem stops the job
  --set       an option of the job; several pairs may follow: --set unit=西渡镇 requirement=T2
  --preview   decides and reports everything, writes nothing
  --json      one JSON object on standard output
  --help      this; after a job its options
exit: 0 done · 1 stopped by problems, nothing written · 2 wrong usage`;

/** Named like a job, and only here: it makes a file of its own. */
export const EXPORT_JUDGE = 'export-judge';

/** The same: it makes a PDF. */
export const PRINT = 'print';

/** What is wrong with the command line, for exit code 2. */
export class WrongUsage extends Error {}

function languageOf(tag: string | undefined): Language {
  if (tag === undefined || /^zh/i.test(tag)) return 'zh';
  if (/^en/i.test(tag)) return 'en';
  throw new WrongUsage(`--lang: expected zh-CN or en-US, found "${tag}"`);
}

function momentOf(iso: string | undefined): WallTime | null {
  if (iso === undefined) return null;
  const time = wallTimeFromIso(iso);
  if (time === null) throw new WrongUsage(`--now: expected a moment such as 2021-06-08T09:00, found "${iso}"`);
  return time;
}

function settingOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new WrongUsage(`--set: expected key=value, found "${pair}"`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** Example: `readCommandLine(['overdue', 'b.xlsx', '--now', '2021-06-10T18:00:01']).job === 'overdue'`. Throws WrongUsage. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          out: { type: 'string' },
          from: { type: 'string' },
          to: { type: 'string' },
          now: { type: 'string' },
          lang: { type: 'string' },
          set: { type: 'string', multiple: true },
          json: { type: 'boolean' },
          strict: { type: 'boolean' },
          preview: { type: 'boolean' },
          by: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      });
    } catch (error) {
      throw new WrongUsage(error instanceof Error ? error.message : String(error));
    }
  })();
  const { values, positionals } = parsed;
  // Further pairs may follow one --set: key=value is no job and no file.
  const isPair = (word: string): boolean => values.set !== undefined && /^[a-z]+=/i.test(word);
  const help = values.help ?? false;
  const [job = help ? 'help' : undefined, book = null, ...more] = positionals.filter((word) => !isPair(word));
  if (job === undefined) throw new WrongUsage('no job named');
  if (more.length > 0) throw new WrongUsage(`too many words: ${more.join(' ')}`);
  return {
    job,
    book,
    out: values.out ?? null,
    from: values.from ?? null,
    to: values.to ?? null,
    now: momentOf(values.now),
    language: languageOf(values.lang),
    settings: Object.fromEntries([...(values.set ?? []), ...positionals.filter(isPair)].map(settingOf)),
    json: values.json ?? false,
    strict: values.strict ?? false,
    preview: values.preview ?? false,
    by: values.by?.trim() || null,
    help,
  };
}
