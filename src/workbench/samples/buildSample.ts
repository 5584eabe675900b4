// The sample campaign, made by the add-in's own jobs on the host: what a county office might have on 11 June 2021.
import { jobNamed } from '../../app/catalogue/catalogue';
import type { ImportedFile } from '../../app/run/job';
import type { Language } from '../../core/ground/text';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import { readRows } from '../../workbook/contract/rows';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { createUniverCalculator } from '../calc/univerCalculator';
import { startHost } from '../host/createHost';
import { newBook } from '../model/book';
import type { Book } from '../model/book';
import { sampleReviewed, sampleRoster, sampleScores, sampleStories, sampleWaiting } from './sampleFiles';

/** The sample's as-of time: one day after the stories were due. */
export const SAMPLE_AS_OF = '2021-06-11T10:00';
const JUDGES = 7;

function moment(iso: string): WallTime {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return time;
}

/** Node only. Throws when a job of the sample stops: the sample must never be half made. */
export async function buildSample(language: Language): Promise<Book> {
  const clock = moment(SAMPLE_AS_OF);
  const calculator = createUniverCalculator();
  const { Excel, Office, host } = startHost({
    book: newBook(),
    calculator,
    now: () => serialFromWallTime(clock),
    excelApi: '1.13',
    language: language === 'zh' ? 'zh-CN' : 'en-US',
  });
  const workbook = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  const run = async (job: string, settings: Record<string, string> = {}, file?: ImportedFile): Promise<void> => {
    const entry = jobNamed(job);
    if (!entry) throw new Error(`No job ${job}`);
    const report = await entry.run(
      { workbook, now: () => clock, language },
      { file, settings, strict: false },
      'write',
    );
    if (report.stopped)
      throw new Error(`${job} stopped: ${report.problems.map((problem) => problem.message.en).join(' ')}`);
  };
  await run('new');
  await freezeAsOf(workbook, host, clock);
  await run('import-roster', {}, sampleRoster());
  await run('import-receipts', { review: 'accepted' }, sampleReviewed());
  await run('import-receipts', {}, sampleWaiting());
  await run('import-stories', {}, sampleStories());
  await run('make-judge-tabs', { judges: String(JUDGES) });
  await run('import-scores', {}, sampleScores(JUDGES));
  await run('rank');
  await run('summary');
  await run('briefing');
  await run('overdue');
  await host.calculateNow();
  calculator.dispose();
  return host.book;
}

/** Types the as-of time into the settings, as a person would: the sample speaks of June 2021 whatever today is. */
async function freezeAsOf(
  workbook: ReturnType<typeof createExcelPort>,
  host: ReturnType<typeof startHost>['host'],
  clock: WallTime,
): Promise<void> {
  const snapshot = await workbook.read({ tables: [SETTINGS.name] });
  const table = snapshot.tables[SETTINGS.name];
  const row = table && readRows(SETTINGS, table).find((candidate) => candidate.text('key') === 'asOf');
  const sheet = host.book.sheets.find((candidate) => candidate.name === table?.sheet);
  if (!table || !row || !sheet) throw new Error('The settings have no as-of row');
  const typed = new Date(clock * 1000).toISOString().slice(0, 16).replace('T', ' ');
  host.edit(
    sheet.id,
    table.top + 1 + row.index,
    table.left + SETTINGS.columns.findIndex((column) => column.key === 'value'),
    typed,
  );
}
