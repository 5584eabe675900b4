// The catalogue's jobs in the pane: all of them, in order, with options as words.
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import type { CatalogueEntry, JobInput } from '../../src/app/run/catalogueEntry';
import type { Deps, JobReport } from '../../src/app/run/job';
import { campaignSteps, CREATE_STEP, MEND_STEP } from '../../src/taskpane/campaignSteps';
import { STEP_PLACES } from '../../src/taskpane/stepPlaces';

const steps = campaignSteps(CATALOGUE);

test('every job of the catalogue is a step and has a place of its own', () => {
  expect(steps.map(({ id }) => id).sort()).toEqual(CATALOGUE.map(({ name }) => name).sort());
  const placed = new Set(STEP_PLACES.map(({ name }) => name));
  expect(CATALOGUE.map(({ name }) => name).filter((name) => !placed.has(name))).toEqual([]);
});

test('the steps of the big buttons exist', () => {
  const ids = steps.map(({ id }) => id);
  expect(ids).toContain(CREATE_STEP);
  expect(ids).toContain(MEND_STEP);
});

test('a job that takes a file is an import', () => {
  for (const step of steps)
    expect(step.kind === 'import').toBe(CATALOGUE.find(({ name }) => name === step.id)?.takesFile);
});

test('fields ask only for options that the job knows', () => {
  for (const step of steps) {
    const known = Object.keys(CATALOGUE.find(({ name }) => name === step.id)?.settings ?? {});
    for (const field of step.fields ?? []) expect(known).toContain(field.name);
  }
});

test('what was filled in reaches the job as words, and nothing else', async () => {
  const given: JobInput[] = [];
  const entry: CatalogueEntry = {
    name: 'make-judge-tabs',
    title: { zh: '', en: '' },
    summary: { zh: '', en: '' },
    takesFile: false,
    settings: { judges: { zh: '', en: '' } },
    run: (_deps, input) => {
      given.push(input);
      return Promise.resolve({} as JobReport);
    },
  };
  const [step] = campaignSteps([entry]);
  if (step?.kind !== 'action') throw new Error('no action');
  await step.job({} as Deps, { judges: 7, all: true }, 'write');
  expect(given).toEqual([{ settings: { judges: '7', all: 'true' }, strict: false }]);
});
