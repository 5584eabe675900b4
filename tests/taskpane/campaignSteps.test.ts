// The catalogue's jobs in the pane: all of them, in order, with the fields that their options say.
import { CATALOGUE, jobNamed } from '../../src/app/catalogue/catalogue';
import { defineJob } from '../../src/app/run/defineJob';
import type { Deps, JobReport } from '../../src/app/run/job';
import { STEP_GROUPS } from '../../src/app/run/place';
import { campaignSteps, CREATE_STEP, MEND_STEP } from '../../src/taskpane/campaignSteps';
import { readFields } from '../../src/taskpane/fieldValues';
import { PRESENTERS } from '../../src/taskpane/present/presenters';

const steps = campaignSteps(CATALOGUE);

test('every job of the catalogue is a step, under its own name, once', () => {
  expect(steps.map(({ id }) => id)).toEqual(CATALOGUE.map(({ name }) => name));
  expect(new Set(CATALOGUE.map(({ name }) => name)).size).toBe(CATALOGUE.length);
});

test('the catalogue goes through the groups in the order in which they are shown', () => {
  const groups = CATALOGUE.map(({ place }) => STEP_GROUPS.indexOf(place.group));
  expect(groups).toEqual([...groups].sort((a, b) => a - b));
});

test('what a step offers next, the step of the big button and the one that mends exist', () => {
  const ids = new Set(steps.map(({ id }) => id));
  const named = [CREATE_STEP, MEND_STEP, ...Object.keys(PRESENTERS), ...steps.flatMap(({ next = [] }) => next)];
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

test('a job that takes a file is an import, and says what the file should look like', () => {
  for (const step of steps) expect(step.kind === 'import').toBe(jobNamed(step.id)?.takesFile);
  expect(steps.filter((step) => step.kind === 'import' && step.expects === undefined)).toEqual([]);
});

test('what is answered elsewhere has no field; fields that follow from another name one of the same job', () => {
  const asked = Object.fromEntries(steps.map(({ id, fields = [] }) => [id, fields.map(({ name }) => name)]));
  expect(asked['awards']).toEqual([]);
  expect(asked['decide']).toEqual(['by', 'reason', 'again', 'anyway']);
  expect(asked['import-receipts']).toEqual(['review', 'hidden']);
  for (const { id, fields = [] } of steps)
    for (const field of fields) if ('of' in field) expect(asked[id]).toContain(field.of);
});

test('the pane has the limits of the command line: fifty judges, and not one more', async () => {
  const step = steps.find(({ id }) => id === 'make-judge-tabs');
  const read = (judges: string): string => readFields(step?.fields ?? [], { judges }, 'zh').kind;
  expect([read('50'), read('51'), read('0'), read('1.5')]).toEqual(['values', 'wrong', 'wrong', 'wrong']);
  const job = jobNamed('make-judge-tabs');
  await expect(job?.run({} as Deps, { settings: { judges: '51' }, strict: false }, 'write')).rejects.toThrow(/1 to 50/);
});

test('what was filled in reaches the job as what its options say, and nothing else', async () => {
  const given: unknown[] = [];
  const job = defineJob({
    name: 'x',
    words: { title: { zh: '', en: '' }, summary: { zh: '', en: '' } },
    options: {
      judges: { kind: 'number', label: { zh: '', en: '' }, min: 1, max: 9 },
      all: { kind: 'switch', label: { zh: '', en: '' } },
      days: { kind: 'number', label: { zh: '', en: '' }, min: 0, max: 9, default: 2 },
    },
    place: { group: 'judge', icon: 'judges' },
    reads: { tables: [] },
    writes: 'nothing',
    nothing: null,
    act: () =>
      Promise.resolve((_deps: Deps, input: object) => {
        given.push(input);
        return Promise.resolve({} as JobReport<null>);
      }),
  });
  const [step] = campaignSteps([job]);
  if (step?.kind !== 'action') throw new Error('no action');
  await step.job({} as Deps, { judges: 7, all: true, other: 'x' }, 'write');
  expect(given).toEqual([{ judges: 7, all: true, days: 2 }]);
});
