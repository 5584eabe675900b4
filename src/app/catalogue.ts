// Every job by name: what the command line, the ribbon and the pane offer. Input comes as words and is read here, once for all.
import type { Text } from '../core/text';
import { text } from '../core/text';
import type { Deps, ImportedFile, JobReport, Mode } from './job';
import { newCampaign } from './newCampaign';

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
];

export function jobNamed(name: string): CatalogueEntry | undefined {
  return CATALOGUE.find((entry) => entry.name === name);
}
