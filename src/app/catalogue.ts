// Every job by name: what the command line, the ribbon and the pane offer. Input comes as words and is read here, once for all.
import type { Review } from '../core/receipts/receipt';
import type { Text } from '../core/text';
import { text } from '../core/text';
import { codeOf } from '../workbook/labels';
import { makeBriefing } from './briefing';
import { checkWorkbook } from './checkWorkbook';
import { importReceipts } from './importReceipts';
import { importRoster } from './importRoster';
import type { Deps, ImportedFile, JobReport, Mode } from './job';
import { newCampaign } from './newCampaign';
import { markOverdue } from './overdue';
import { makeSummary } from './summary';

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

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    name: 'new', takesFile: false,
    title: text('建立活动工作簿', 'Make the campaign workbook'),
    summary: text('在空白工作簿里建好名册、事项、台账、收件、评选各表', 'Makes the roster, items, tracker, receipts and contest tables in an empty workbook'),
    settings: { preset: text('预设，默认 2021-6-26', 'the preset, default 2021-6-26') },
    run: (deps, input, mode) => newCampaign(deps, { preset: input.settings['preset'] }, mode),
  },
  {
    name: 'import-roster', takesFile: true,
    title: text('导入联络员名单', 'Import the contact list'),
    summary: text('逐行核对后补进单位名册；有错的行不采用并说明', 'Checks each row and fills in the roster; rows with errors are left out and named'),
    settings: {},
    run: (deps, { file, strict }, mode) => importRoster(deps, { file: fileOf(file), strict }, mode),
  },
  {
    name: 'import-receipts', takesFile: true,
    title: text('导入收件清单', 'Import the mailbox list'),
    summary: text('认出单位、事项、材料和更正稿，登记到收件登记', 'Recognises unit, item, parts and corrections, and registers what arrived'),
    settings: { review: text('新收件的审核：待审（默认）、通过、退回', 'review of new receipts: Under review (default), Accepted, Sent back') },
    run: (deps, { file, strict, settings }, mode) => importReceipts(deps, { file: fileOf(file), strict, review: reviewOf(settings['review']) }, mode),
  },
  {
    name: 'check', takesFile: false,
    title: text('检查工作簿', 'Check the workbook'),
    summary: text('找出看不懂、对不上、重复或被手改的内容，核对公式与规则是否一致；不改动任何内容', 'Finds what is unreadable, contradictory, repeated or typed over, and compares formulas with the rules; changes nothing'),
    settings: {},
    run: (deps, _input, mode) => checkWorkbook(deps, {}, mode),
  },
  {
    name: 'overdue', takesFile: false,
    title: text('标出逾期', 'Mark what is overdue'),
    summary: text('补齐台账、恢复公式和标色，列出谁逾期、逾期多久', 'Completes the tracker, restores formulas and colours, lists who is overdue and by how long'),
    settings: {},
    run: (deps, _input, mode) => markOverdue(deps, {}, mode),
  },
  {
    name: 'summary', takesFile: false,
    title: text('生成汇总', 'Make the summary'),
    summary: text('各事项、各类别、各单位的完成情况，A4 横向', 'How items, categories and units stand, A4 landscape'),
    settings: {},
    run: (deps, _input, mode) => makeSummary(deps, {}, mode),
  },
  {
    name: 'briefing', takesFile: false,
    title: text('生成领导简报', 'Make the leaders’ briefing'),
    summary: text('一页 A4：进展、逾期、评选、下一步', 'One A4 page: progress, overdue, contest, next'),
    settings: {},
    run: (deps, _input, mode) => makeBriefing(deps, {}, mode),
  },
];

/** Whoever offers a job that takes a file gives one. */
function fileOf(file: ImportedFile | undefined): ImportedFile {
  if (!file) throw new Error('this job needs a file');
  return file;
}

/** A label or a code; anything else is refused by name. */
function reviewOf(word: string | undefined): Review | undefined {
  if (word === undefined || word === '') return undefined;
  const code = codeOf('review', word);
  if (code === null) throw new RangeError(`review: expected 待审, 通过 or 退回, found "${word}"`);
  return code;
}

export function jobNamed(name: string): CatalogueEntry | undefined {
  return CATALOGUE.find((entry) => entry.name === name);
}
