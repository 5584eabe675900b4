// npm run job: runs any job of the add-in on an .xlsx file, without Excel, through the same Office.js code as the pane.
import { CATALOGUE, jobNamed } from '../../app/catalogue/catalogue';
import { BadOption } from '../../app/run/badOption';
import { optionHelp } from '../../app/run/readOptions';
import type { Text } from '../../core/ground/text';
import { endProgram } from './endProgram';
import { explainError } from '../../app/run/explainError';
import { sheetMade } from '../../app/run/sheetsMade';
import { EXPORT_JUDGE, PRINT, readCommandLine, USAGE, WrongUsage } from './commandLine';
import { clockAt, machineClock } from './machineClock';
import { reportAsJson, reportAsLines } from './printReport';
import { schema } from './schema';

function list(language: 'zh' | 'en', json: boolean): string {
  const jobs = CATALOGUE.map(({ name, words: { title, summary }, takesFile, options, makes }) => ({
    name,
    title: title[language],
    summary: summary[language],
    takesFile,
    ...(makes && { makes: sheetMade(makes)[language] }),
    settings: Object.fromEntries(Object.entries(options).map(([key, option]) => [key, optionHelp(option)[language]])),
  }));
  if (json) return JSON.stringify({ job: 'list', results: jobs }, null, 2);
  const own =
    language === 'zh'
      ? '导出评分表 — 把一位评委的评分表另存为一个文件（--set judge=J01 --out judge.xlsx）'
      : 'Hand out a score sheet — one judge’s sheet as a file of its own (--set judge=J01 --out judge.xlsx)';
  const print =
    language === 'zh'
      ? '打印 — 按各表的页面设置生成 PDF，需要 LibreOffice（--to FILE.pdf，可加 --set sheet=公示；公示等查出不可公开的内容就停下，仍要打印加 reason=理由）'
      : 'Print — the sheets as a PDF from their own page set-up, needs LibreOffice (--to FILE.pdf, also --set sheet=NAME; stops at a public page that must not leave the office, unless reason=WHY says why)';
  return [
    ...jobs.map((job) => `${job.name.padEnd(18)}${job.title} — ${job.summary}${job.makes ? ` → ${job.makes}` : ''}`),
    `${EXPORT_JUDGE.padEnd(18)}${own}`,
    `${PRINT.padEnd(18)}${print}`,
  ].join('\n');
}

/** The usage, and before it what the job is for and its options where one is named. */
function help(job: string, language: 'zh' | 'en'): string {
  const named = jobNamed(job);
  if (!named) return USAGE;
  const { title, summary } = named.words;
  const options = Object.entries(named.options).map(
    ([key, option]) => `  ${key.padEnd(12)}${optionHelp(option)[language]}`,
  );
  return [`${job}: ${title[language]} — ${summary[language]}`, ...options, '', USAGE].join('\n');
}

/** Where a person watches, one line on the error stream says how far the job is; pipes and files get none. */
function progressLine(language: 'zh' | 'en'): (step: Text) => void {
  if (!process.stderr.isTTY) return () => undefined;
  process.on('exit', () => process.stderr.write('\r\x1b[K'));
  return (step) => void process.stderr.write(`\r\x1b[K${step[language]}`);
}

// The files' and the engine's packages take half a second to load: they are loaded when there is a job for them.
async function main(args: readonly string[]): Promise<number> {
  const command = readCommandLine(args);
  if (command.help) {
    console.log(help(command.job, command.language));
    return 0;
  }
  if (command.job === 'list' || command.job === 'help') {
    console.log(list(command.language, command.json));
    return 0;
  }
  if (command.job === 'schema') {
    console.log(JSON.stringify({ job: 'schema', results: { tables: schema() } }, null, 2));
    return 0;
  }
  const entry = jobNamed(command.job);
  // Here alone the machine's clock is asked.
  const clock = command.now === null ? machineClock(new Date()) : clockAt(command.now);
  if (!entry && command.job !== EXPORT_JUDGE && command.job !== PRINT)
    throw new WrongUsage(
      `no job "${command.job}"; known: ${CATALOGUE.map((each) => each.name).join(', ')}, ${EXPORT_JUDGE}, ${PRINT}, schema, list`,
    );
  const { report, traffic, written } = entry
    ? await (await import('./runOnFile')).runOnFile(entry, command, clock, progressLine(command.language))
    : command.job === PRINT
      ? await (await import('./printFile')).printFile(command, clock)
      : await (await import('./exportJudge')).exportJudge(command, clock);
  console.log(
    command.json
      ? reportAsJson(report, traffic, command.language, command.preview)
      : reportAsLines(report, traffic, command.language, command.preview),
  );
  if (written !== null && !command.json) console.log(`→ ${written}`);
  return report.stopped ? 1 : 0;
}

main(process.argv.slice(2)).then(endProgram, (error: unknown) => {
  if (error instanceof WrongUsage || error instanceof BadOption) {
    console.error(`${error.message}\n\n${USAGE}`);
    endProgram(2);
    return;
  }
  console.error(explainError(error).en);
  console.error(error);
  endProgram(1);
});
