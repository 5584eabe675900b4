// A campaign workbook behind the real Office.js runtime, for tests that want the whole path.
import { createExcelPort } from '../../src/excel/excelPort';
import { NEW } from '../../src/app/care/newCampaignJob';
import type { Deps } from '../../src/app/run/job';
import type { Language } from '../../src/core/ground/text';
import { serialFromWallTime, wallTimeFromIso } from '../../src/core/ground/wallTime';
import type { WallTime } from '../../src/core/ground/wallTime';
import { createUniverCalculator } from '../../src/workbench/calc/univerCalculator';
import { startHost } from '../../src/workbench/host/createHost';
import type { StartedHost } from '../../src/workbench/host/createHost';
import type { Book } from '../../src/workbench/model/book';
import { bookFromText, textOfBook } from '../../src/workbench/page/bookText';
import type { WorkbookPort } from '../../src/workbook/contract/port';

export function moment(iso: string): WallTime {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`Not a moment: ${iso}`);
  return time;
}

export interface CampaignHost extends StartedHost {
  readonly port: WorkbookPort;
  readonly deps: Deps;
  /** Moves the clock of add-in and workbook. */
  setNow(iso: string): void;
}

export interface CampaignHostOptions {
  readonly now?: string;
  readonly language?: Language;
  readonly excelApi?: string;
  readonly book?: Book;
  /** null: cells keep the results that the book came with, e.g. those of another program. */
  readonly calculator?: null;
}

/** A host with an empty workbook (or `book`), the calculation engine and the add-in's own port. */
export function campaignHost({
  now = '2021-06-01T09:00',
  language = 'zh',
  excelApi = '1.13',
  book,
  calculator: none,
}: CampaignHostOptions = {}): CampaignHost {
  let clock = moment(now);
  const calculator = none === null ? undefined : createUniverCalculator();
  const started = startHost({
    book,
    calculator,
    now: () => serialFromWallTime(clock),
    excelApi,
    language: language === 'zh' ? 'zh-CN' : 'en-US',
  });
  const { Excel, Office } = started;
  const port = createExcelPort({
    run: Excel.run.bind(Excel),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  return {
    ...started,
    port,
    deps: { workbook: port, now: () => clock, language },
    setNow: (iso) => (clock = moment(iso)),
  };
}

/** Books that were made in this test file, as text, by what they were made with. */
const madeBefore = new Map<string, string>();

/** The same with the campaign of the preset made in it, calculated. Made once a test file, then copied. */
export async function newCampaignHost(options: CampaignHostOptions = {}): Promise<CampaignHost> {
  if (options.book) return withNewCampaign(options);
  const made = JSON.stringify(options);
  let text = madeBefore.get(made);
  if (text === undefined) {
    const host = await withNewCampaign(options);
    await host.host.settled();
    text = textOfBook(host.host.book);
    madeBefore.set(made, text);
  }
  return campaignHost({ ...options, book: bookFromText(text) });
}

/** The same, made here and now, by a port that knows of it. */
export async function withNewCampaign(options: CampaignHostOptions): Promise<CampaignHost> {
  const host = campaignHost(options);
  const report = await NEW.perform(host.deps, {}, 'write');
  if (report.stopped) throw new Error(report.problems.map((problem) => problem.message.en).join('\n'));
  return host;
}
