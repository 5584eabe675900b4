// Whatever people did to the structure of a workbook, upgrade and repair gives it back and loses nothing that was typed.
import fc from 'fast-check';
import type { CheckResults } from '../../../src/app/care/checkWorkbook';
import type { ImportedFile, JobReport } from '../../../src/app/run/job';
import type { UpgradeResults } from '../../../src/app/care/upgradeReport';
import { sampleReviewed, sampleScores, sampleStories } from '../../../src/workbench/samples/sampleFiles';
import type { Book } from '../../../src/workbench/model/book';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { readCampaign } from '../../../src/workbook/campaign';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { campaignHost, FEW_UNITS, newCampaignHost } from '../../support/campaignHost';
import type { CampaignHost } from '../../support/campaignHost';
import { damage, damages } from '../../support/workbookDamage';
import { runJob } from '../../support/runJob';

const NOW = '2021-06-12T09:00';

const run = <Results = unknown>(
  host: CampaignHost,
  job: string,
  settings: Record<string, string> = {},
  file?: ImportedFile,
): Promise<JobReport<Results>> => runJob(host.deps, job, settings, { file });

/** A campaign in full swing: receipts, stories, two judges with their sheets and scores, a ranking. */
async function fullCampaign(): Promise<Book> {
  const { host: begun } = await newCampaignHost({ now: NOW, units: FEW_UNITS });
  const host = campaignHost({ now: NOW, calculator: null, book: begun.book });
  await run(host, 'import-receipts', { review: 'accepted' }, sampleReviewed());
  await run(host, 'import-stories', {}, sampleStories());
  await run(host, 'make-judge-tabs', { judges: '2' });
  await run(host, 'import-scores', {}, sampleScores(2));
  await run(host, 'rank');
  return host.host.book;
}

let made: Book;
beforeAll(async () => {
  made = await fullCampaign();
}, 60_000);

/** Every literal cell that is no header of a table: how often each value stands in the workbook. */
function typedCells({ sheets }: Book): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cells, tables } of sheets) {
    for (const [place, { formula, value }] of cells) {
      const row = Number(place.split(',')[0]);
      if (
        formula !== undefined ||
        value === undefined ||
        value === null ||
        value === '' ||
        tables.some(({ range }) => range.row === row)
      )
        continue;
      counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
    }
  }
  return counts;
}

function lost(before: Map<string, number>, after: Map<string, number>): string[] {
  return [...before].filter(([value, count]) => (after.get(value) ?? 0) < count).map(([value]) => value);
}

/** Formulas and names that lead nowhere. Scores that are gone with a judge or a judge's sheet leave their column of the standings broken, for the next ranking. */
const broken = ({ sheets, names }: Book, judges: readonly string[], own: readonly string[]): string[] => [
  ...sheets
    .filter(
      ({ tables }) =>
        tables.length > 0 &&
        tables.every(
          ({ name }) =>
            (!name.startsWith('Score_') || judges.includes(name.slice(6))) &&
            (name !== 'Standings' || judges.length === 2),
        ),
    )
    .flatMap(({ name, cells, tables: [table] }) =>
      [...cells]
        .filter(
          ([place, cell]) =>
            cell.formula?.includes('#REF!') &&
            !own.includes(table?.columns[Number(place.split(',')[1]) - table.range.column]?.name ?? ''),
        )
        .map(([place]) => `${name} ${place}`),
    ),
  ...names.filter(({ formula }) => formula.includes('#REF!')).map(({ name }) => name),
];

/** Upgrades; questions are answered as proposed, or all with no. */
async function repair(host: CampaignHost, yes: boolean, refused: string[] = []): Promise<JobReport<UpgradeResults>> {
  const first = await run<UpgradeResults>(host, 'upgrade');
  if (first.results.questions.length === 0) return first;
  if (!yes) refused.push(...first.results.questions.map(({ header }) => header));
  return run<UpgradeResults>(host, 'upgrade', {
    column: yes ? '全部' : first.results.questions.map(({ table, header }) => `${table}.${header}=无`).join('；'),
  });
}

describe('upgrade and repair after random damage', () => {
  it('makes the structure whole, breaks no formula, loses no typed cell, and finds nothing to do the second time', async () => {
    await fc.assert(
      fc.asyncProperty(damages, fc.boolean(), async (acts, yes) => {
        const host = campaignHost({ now: NOW, calculator: null, book: copyOfBook(made) });
        for (const act of acts) await damage(host.Excel.run.bind(host.Excel), act);
        const before = typedCells(host.host.book);
        const own: string[] = [];
        const report = await repair(host, yes, own);
        expect({ stopped: report.stopped, problems: report.problems.map(({ message }) => message.zh) }).toEqual({
          stopped: false,
          problems: [],
        });
        expect(lost(before, typedCells(host.host.book))).toEqual([]);
        if (report.notices.some(({ code }) => code === 'criteria-incomplete')) return;
        const reading = readCampaign(await host.port.read({ tables: CAMPAIGN_TABLES }));
        if (reading.kind !== 'campaign') throw new Error(reading.problems.map(({ message }) => message.zh).join('\n'));
        expect(broken(host.host.book, reading.campaign.judgesWithSheet, own)).toEqual([]);
        const again = await run<UpgradeResults>(host, 'upgrade');
        expect({ changed: again.changed, added: again.preview?.added, questions: again.results.questions }).toEqual({
          changed: {},
          added: [],
          questions: [],
        });
      }),
      { numRuns: Number(process.env['UPGRADE_RUNS'] ?? 15), endOnFailure: true },
    );
  }, 600_000);

  it('leaves formulas and rules in agreement, with every formula calculated', async () => {
    await fc.assert(
      fc.asyncProperty(damages, async (acts) => {
        const host = campaignHost({ now: NOW, book: copyOfBook(made) });
        await host.host.calculateNow();
        for (const act of acts) await damage(host.Excel.run.bind(host.Excel), act);
        const report = await repair(host, true);
        const said = new Set(report.notices.map(({ code }) => code));
        if (said.has('criteria-incomplete') || said.has('score-sheet-missing')) return;
        await host.host.calculateNow();
        // A judge's deleted column comes back with the next ranking, as the notice says.
        if (said.has('standings-lack-judge')) await run(host, 'rank');
        const check = await run<CheckResults>(host, 'check');
        expect({
          stopped: check.stopped,
          first: check.results.firstDifference?.message.zh ?? null,
          differing: check.results.differing,
        }).toEqual({ stopped: false, first: null, differing: 0 });
        expect(
          check.problems
            .map(({ code }) => code)
            .filter((code) => ['missing-column', 'missing-table', 'needs-repair', 'older-version'].includes(code)),
        ).toEqual([]);
      }),
      { numRuns: Number(process.env['UPGRADE_RUNS'] ?? 2), endOnFailure: true },
    );
  }, 600_000);
});
