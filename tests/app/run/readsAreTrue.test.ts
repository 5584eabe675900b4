// What a job says that it reads is what its decision depends on: everything else may change and the job says and writes the same.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../../../src/app/catalogue/catalogue';
import type { OfferedJob } from '../../../src/app/run/defineJob';
import type { Deps, ImportedFile, JobReport } from '../../../src/app/run/job';
import type { WritePlan } from '../../../src/workbook/contract/plan';
import {
  everyTable,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/contract/snapshot';
import { receiptsFile, rosterFile, scoresFile, storiesFile } from '../../../src/workbench/hands/sampleOffice';
import { campaignHost, moment } from '../../support/campaignHost';
import { madeEverySheet } from '../../support/madeBooks';

interface Input {
  readonly settings?: Readonly<Record<string, string>>;
  readonly file?: ImportedFile;
}

/** What a job is called with where it asks for something; a job that is not named here is called with nothing. */
const INPUTS: Readonly<Record<string, Input>> = {
  'import-roster': { file: rosterFile(77) },
  'import-receipts': { file: receiptsFile(7) },
  'import-stories': { file: storiesFile(60, 3), settings: { decided: '是' } },
  'import-scores': { file: scoresFile(3, 6, 2), settings: { overwrite: '是', decided: '是' } },
  'import-judge': { file: scoresFile(1, 6, 2), settings: { judge: 'J01', overwrite: '是', decided: '是' } },
  'compare-scores': { file: scoresFile(3, 6, 2) },
  deactivate: { settings: { unit: '渣江镇', reason: '撤并' } },
  receive: { settings: { unit: '集兵镇', title: '故事素材', parts: '全部', at: '2021-06-09 08:00' } },
  'as-of': { settings: { at: '2021-06-10 18:00:01' } },
  remind: { settings: { days: '2', by: '办公室' } },
  review: { settings: { requirement: 'T1', to: '通过', reviewer: '办公室' } },
  extend: {
    settings: { unit: '集兵镇', requirement: 'T1', to: '2021-06-20T18:00', approvedBy: '县禁毒办', reason: '防汛' },
  },
  recompute: { settings: { requirement: 'T3', due: '2021-07-05T18:00' } },
  rank: { settings: { again: '是' } },
  explain: { settings: { entry: '2' } },
  revote: { settings: { by: '评委会' } },
  decide: { settings: { by: '评委会', again: '是', reason: '复核', anyway: '是' } },
  withdraw: { settings: { entry: '13', reason: '抄袭', by: '评委会' } },
  certificates: { settings: { reason: '先做样张' } },
  'prize-receipt': { settings: { reason: '先备款' } },
  agenda: { settings: { start: '9:00' } },
  object: { settings: { entry: '2', by: '某单位', how: '书面', text: '与往年相似', at: '2021-06-09T11:00' } },
  unseal: { settings: { by: '办公室', reason: '更正' } },
  'close-objection': { settings: { to: '不成立', outcome: '核实为原创', by: '县禁毒办' } },
};

/** Jobs that the workbook of these tests has nothing for: no tie to vote on again, no judge's own file. */
const NOTHING_TO_DO = new Set(['revote', 'import-judge']);

/** A job that owns its order of things, or that looks at everything, promises nothing here. */
const promises = (job: OfferedJob): boolean => !('act' in job) && !job.reads.tables.includes('*');

const named = (names: readonly string[], table: string): boolean =>
  names.some((name) => (name.endsWith('*') ? table.startsWith(name.slice(0, -1)) : name === table));

/** Every second row is gone, and what text the rest holds is another. Names and points of criteria head the judges' sheets: there, weights change. */
function changed(table: TableSnapshot): TableSnapshot {
  if (table.name === 'Criteria') {
    const weight = table.headers.indexOf('权重');
    return {
      ...table,
      values: table.values.map((row) => row.map((value, at) => (at === weight ? Number(value) * 2 : value))),
    };
  }
  const rows = table.values.map((_row, at) => at).filter((at) => at % 2 === 1 || table.values.length === 1);
  const other = (value: CellValue): CellValue => (typeof value === 'string' && value !== '' ? `${value}另` : value);
  return {
    ...table,
    values: rows.map((at) => (table.values[at] ?? []).map(other)),
    formulas: rows.map((at) => table.formulas[at] ?? table.formulas[0] ?? []),
  };
}

/** A judge has written a word beside the scores of the first story: job 'remarks' has something to print. */
function withRemark(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const table = snapshot.tables['Score_J01'];
  if (!table) throw new Error('J01 has a sheet');
  const at = table.headers.indexOf('评语');
  const values = table.values.map((row, index) =>
    index === 0 ? row.map((cell, column) => (column === at ? '感人' : cell)) : row,
  );
  return { ...snapshot, tables: { ...snapshot.tables, Score_J01: { ...table, values } } };
}

let everything: WorkbookSnapshot;

beforeAll(async () => {
  const { port } = campaignHost({ book: await madeEverySheet('zh'), calculator: null });
  everything = withRemark(await port.read({ tables: ['*'], formulas: ['*'], sheets: ['*'] }));
}, 240_000);

/** What a job says of a workbook, and what it writes there: rows are named by their keys in it, so a step tells all. */
async function said(job: OfferedJob, snapshot: WorkbookSnapshot): Promise<{ report: JobReport; steps: unknown[] }> {
  const plans: WritePlan[] = [];
  const deps: Deps = {
    workbook: {
      read: () => Promise.resolve(snapshot),
      write: (plan) => {
        plans.push(plan);
        return Promise.resolve([]);
      },
      roundTrips: 0,
    },
    now: () => moment('2021-06-16T09:00'),
    language: 'zh',
  };
  const { file, settings = {} } = INPUTS[job.name] ?? {};
  const report = await job.run(deps, { file, settings, strict: false }, 'write');
  const steps = plans.flatMap(({ steps: planned }) => planned);
  return { report, steps };
}

describe('what a job says that it reads', () => {
  it.each(CATALOGUE.filter(promises).map((job) => [job.name, job] as const))(
    'is all that %s depends on besides the settings',
    async (_name, job) => {
      const before = await said(job, everything);
      expect(before.report.stopped).toBe(NOTHING_TO_DO.has(job.name));
      const others = everyTable(everything.tables).filter(
        // A setting follows from the phases: who looks at Settings looks at them.
        ({ name }) => !['Settings', 'Log', 'Phases'].includes(name) && !named(job.reads.tables, name),
      );
      const told: string[] = [];
      for (const table of others) {
        const tables = { ...everything.tables, [table.name]: changed(table) };
        const after = await said(job, { ...everything, tables });
        if (JSON.stringify(after) !== JSON.stringify(before)) told.push(table.name);
      }
      expect(told).toEqual([]);
    },
  );
});
