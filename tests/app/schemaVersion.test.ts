// What becomes of workbooks of another shape than this build makes.
import type { JobReport } from '../../src/app/run/job';
import { moment } from '../support/campaignHost';
import { memoryWorkbook } from '../support/memoryWorkbook';
import { newSnapshot, situationOf, withSetting } from '../support/situationOf';
import { SCHEMA_VERSION, schemaVersionOf } from '../../src/workbook/tables/settings/schemaVersion';
import type { WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { runJob } from '../support/runJob';

async function run(
  snapshot: WorkbookSnapshot,
  job: string,
  settings: Record<string, string> = {},
): Promise<{ report: JobReport; after: WorkbookSnapshot }> {
  const workbook = memoryWorkbook(snapshot, moment('2021-06-11T09:00'));
  const report = await runJob(workbook.deps, job, settings);
  return { report, after: workbook.snapshot };
}

const NEWER = withSetting(newSnapshot(), 'schemaVersion', SCHEMA_VERSION + 1);

describe('the version of a workbook’s shape', () => {
  it.each(['zh', 'en'] as const)('is written by new, as a setting with a defined name, in %s', (language) => {
    const made = newSnapshot(language);
    expect(schemaVersionOf(made)).toBe(SCHEMA_VERSION);
    expect(situationOf(made).campaign.settings.schemaVersion).toBe(SCHEMA_VERSION);
    expect(made.names['Set_schemaVersion']).toContain('MATCH("schemaVersion"');
  });

  it('is 1 where the workbook says none', () => {
    const made = newSnapshot();
    const settings = made.tables['Settings'];
    if (!settings) throw new Error('no settings');
    const older = {
      ...made,
      tables: {
        ...made.tables,
        Settings: { ...settings, values: settings.values.filter((row) => !row.includes('schemaVersion')) },
      },
    };
    expect(schemaVersionOf(older)).toBe(1);
    expect(situationOf(older).campaign.settings.schemaVersion).toBe(1);
    expect(situationOf(older).cellProblems).toEqual([]);
  });

  it('lets jobs read a newer workbook and say what they found', async () => {
    const { report } = await run(NEWER, 'check');
    expect(report).toMatchObject({ stopped: false, job: 'check' });
  });

  it('stops jobs that write into a newer workbook; what they found is still told', async () => {
    const { report, after } = await run(NEWER, 'overdue');
    expect(report).toMatchObject({
      stopped: true,
      changed: {},
      problems: [{ code: 'newer-version', found: String(SCHEMA_VERSION + 1) }],
    });
    expect((report.results as { overdue: unknown[] }).overdue.length).toBeGreaterThan(0);
    expect(after).toEqual(NEWER);
  });

  it('stops every job in a workbook that counts its days from 1904, as the known day in the settings tells', async () => {
    const made = newSnapshot();
    const settings = made.tables['Settings'];
    if (!settings) throw new Error('no settings');
    const pieces = settings.headers.indexOf('分项');
    const values = settings.values.map((row) =>
      row.map((cell, at) => (at === pieces && row[3] === 'zone' ? 35064 : cell)),
    );
    const from1904 = { ...made, tables: { ...made.tables, Settings: { ...settings, values } } };
    for (const job of ['check', 'overdue', 'remind']) {
      const { report, after } = await run(from1904, job);
      expect(report).toMatchObject({ stopped: true, changed: {}, problems: [{ code: 'date-system-1904' }] });
      expect(after).toEqual(from1904);
    }
    expect((await run(made, 'check')).report.stopped).toBe(false);
  });

  it('names the newer version first when a newer workbook also lacks what this build needs', async () => {
    const { Units: _units, ...tables } = NEWER.tables;
    const { report } = await run({ ...NEWER, tables }, 'overdue');
    expect(report.problems.map(({ code }) => code)).toEqual(['newer-version', 'missing-table']);
  });
});
