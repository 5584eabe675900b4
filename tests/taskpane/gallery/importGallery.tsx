// Draws the pane over the real imports and a campaign workbook in memory, for looking at their previews in a browser and for the test.
import { createRoot } from 'react-dom/client';
import { CATALOGUE } from '../../../src/app/catalogue/catalogue';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import { columnTitle, isMadeSheet, rowTitle, tableTitle } from '../../../src/app/run/tableTitle';
import { campaignSteps } from '../../../src/taskpane/campaignSteps';
import { Pane } from '../../../src/taskpane/Pane';
import type { ImportStep, PaneStep } from '../../../src/taskpane/steps';
import { everythingIn, memoryWorkbook } from '../../support/memoryWorkbook';
import { newSnapshot } from '../../support/situationOf';
import { sampleHost } from './samples';
import { oneSheet } from '../../support/oneSheet';

const query = new URLSearchParams(location.search);
const book = memoryWorkbook(newSnapshot(), 1_623_315_600);

/** What was asked of the imports, and the workbook, for the test to look at. */
const seen = Object.assign(window, {
  modes: [] as string[],
  options: [] as unknown[],
  reports: [] as JobReport[],
  everything: () => everythingIn(book.snapshot),
});

const cells = (line: string): (string | null)[] => line.split('\t').map((cell) => (cell === '' ? null : cell));
const pasted = (words: string): ImportedFile => oneSheet('', words.split(/\r?\n/).map(cells));

const watchedJob =
  (job: ImportStep['job']): ImportStep['job'] =>
  async (deps, input, mode) => {
    seen.modes.push(mode);
    seen.options.push(input.options);
    const report = await job({ ...deps, workbook: book.port, now: book.deps.now }, input, mode);
    seen.reports.push(report);
    return report;
  };
const watched = (step: PaneStep): PaneStep => (step.kind === 'action' ? step : { ...step, job: watchedJob(step.job) });

const host = {
  ...sampleHost(query),
  readPaste: (words: string) => Promise.resolve(pasted(words)),
  tableTitle,
  columnTitle,
  isMadeSheet,
  rowTitle,
};
const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(<Pane steps={campaignSteps(CATALOGUE).map(watched)} host={host} />);
