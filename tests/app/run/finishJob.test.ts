// A job always ends: in a report, or in a sentence that says why there is none.
import { finishJob, withinTime } from '../../../src/app/run/finishJob';
import type { JobReport } from '../../../src/app/run/job';

const REPORT: JobReport = {
  job: 'x',
  asOf: 0,
  changed: {},
  problems: [],
  notices: [],
  results: null,
  stopped: false,
  message: { zh: '好', en: 'ok' },
};

test('what the job reports is handed on', async () => {
  await expect(finishJob(() => Promise.resolve(REPORT))).resolves.toEqual({ kind: 'report', report: REPORT });
});

test('what the job throws becomes a sentence, also when it throws before its first wait', async () => {
  const rejected = await finishJob(() => Promise.reject(Object.assign(new Error('raw'), { code: 'ItemNotFound' })));
  expect(rejected).toMatchObject({ kind: 'failed', why: { zh: expect.stringContaining('找不到') } });
  const thrown = await finishJob(() => {
    throw new Error('raw');
  });
  expect(thrown.kind).toBe('failed');
});

test('a job that never answers is given up after the time-out', async () => {
  const outcome = await finishJob(() => new Promise<JobReport>(() => undefined), 20);
  expect(outcome).toMatchObject({ kind: 'failed', why: { en: expect.stringContaining('run it again') } });
});

test('a job that says how far it is may take longer than the time-out; one that falls silent may not', async () => {
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const lively = await finishJob(async (alive) => {
    for (let piece = 0; piece < 8; piece += 1) {
      await wait(50);
      alive();
    }
    return REPORT;
  }, 200);
  expect(lively.kind).toBe('report');
  const silent = await finishJob(async (alive) => {
    alive();
    await wait(400);
    alive();
    return REPORT;
  }, 100);
  expect(silent).toMatchObject({ kind: 'failed', error: { code: 'TimedOut' } });
});

test('an answer in time leaves no timer behind', async () => {
  jest.useFakeTimers();
  await withinTime((alive) => {
    alive();
    return Promise.resolve(1);
  });
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});
