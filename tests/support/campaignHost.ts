// A campaign workbook behind the real Office.js runtime, for tests that want the whole path.
import { createHash } from 'node:crypto';
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
import type { WorkbookPort } from '../../src/workbook/contract/port';
import { fewerUnits } from '../../src/workbench/hands/sampleOffice';
import { keptBook } from './keptBook';

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

/** Milliseconds that a batch may take: a busy machine is no reason to be red. */
const PATIENCE = 240_000;

export interface CampaignHostOptions {
  readonly now?: string;
  readonly language?: Language;
  readonly excelApi?: string;
  readonly book?: Book;
  /** null: cells keep the results that the book came with, e.g. those of another program. */
  readonly calculator?: null;
  /** Only these of the preset's units: where their number proves nothing, a tenth of the tracker does. */
  readonly units?: readonly string[];
}

/** Three towns, and every office that the preset names in an item or an exception. */
// prettier-ignore
export const FEW_UNITS = [
  '西渡镇', '集兵镇', '杉桥镇', '县公安局', '县人民检察院', '县人民法院', '县教育局', '团县委', '县文旅广体局', '县卫健局', '县市场监管局',
  '县邮政分公司', '县交通运输局', '县城市执法局', '县广电台',
];

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
    timeout: PATIENCE,
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

/** The same with the campaign of the preset made in it, calculated. Made once for all test files, then copied. */
export async function newCampaignHost(options: CampaignHostOptions = {}): Promise<CampaignHost> {
  if (options.book) return withNewCampaign(options);
  const book = await keptBook(
    `new-${createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16)}`,
    async () => {
      const host = await withNewCampaign(options);
      if (options.units) await fewerUnits(host.Excel.run.bind(host.Excel) as typeof Excel.run, options.units);
      return host.host.calculatedCopy();
    },
  );
  return openedHost({ ...options, book });
}

/** A host of a book that says of which moment its results are: they are taken as they are before anything changes. */
export async function openedHost({
  book,
  ...options
}: CampaignHostOptions & { readonly book: Book }): Promise<CampaignHost> {
  const host = campaignHost({ ...options, book });
  if (options.calculator !== null && book.calculatedAt !== undefined) await host.host.calculateNow();
  delete book.calculatedAt;
  return host;
}

/** The same, made here and now, by a port that knows of it. */
export async function withNewCampaign(options: CampaignHostOptions): Promise<CampaignHost> {
  const host = campaignHost(options);
  const report = await NEW.perform(host.deps, {}, 'write');
  if (report.stopped) throw new Error(report.problems.map((problem) => problem.message.en).join('\n'));
  return host;
}
