// Draws the pane over made-up steps, for looking at it in a browser and for the pane's browser test.
import { createRoot } from 'react-dom/client';
import type { Job } from '../../../src/app/run/job';
import { Pane } from '../../../src/taskpane/Pane';
import { fetchTheme } from '../../../src/taskpane/paneTheme';
import type { PaneStep } from '../../../src/taskpane/steps';
import { sampleHost } from './samples';
import { sampleSteps } from './sampleSteps';

/** What the pane asked of the steps, for the test to look at. */
const seen = Object.assign(window, { modes: [] as string[], inputs: [] as unknown[] });

function watch<Input>(job: Job<Input>): Job<Input> {
  return (deps, input, mode) => {
    seen.modes.push(mode);
    seen.inputs.push(input);
    return job(deps, input, mode);
  };
}

const watched = (step: PaneStep): PaneStep =>
  step.kind === 'import' ? { ...step, job: watch(step.job) } : { ...step, job: watch(step.job) };

/** Nobody waits for ten seconds of silence to look at it. */
const HURRY = 40;
if (location.search.includes('state=silent')) {
  const setTimer = window.setTimeout;
  window.setTimeout = ((work: () => void, milliseconds = 0) =>
    setTimer(work, milliseconds / HURRY)) as typeof setTimeout;
}

const root = document.getElementById('root');
if (!root) throw new Error('no #root');
const host = sampleHost(new URLSearchParams(location.search));
void fetchTheme(host.colours ?? 'light').then(() =>
  createRoot(root).render(<Pane steps={sampleSteps.map(watched)} host={host} />),
);
