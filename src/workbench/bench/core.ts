// npm run bench -- core: what the rules cost from the cells' values on, beside the least that any program would have to do with them.
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { ContestRules } from '../../core/contest/contest';
import { computeStandings } from '../../core/contest/standings';
import type { TypedScores } from '../../core/contest/typedScores';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import { readReceipts } from '../../workbook/tables/receipts/readReceipts';
import { readRequirements } from '../../workbook/tables/requirements/readRequirements';
import { scoresReader, typedScores } from '../../workbook/tables/scoreSheet/readScores';
import { readUnits } from '../../workbook/tables/units/readUnits';
import { exponent } from './growth';
import { contestTables, LARGE_NOW, trackingTables, type ContestTables, type TrackingTables } from './largeSnapshot';

/** Best milliseconds of some rounds after one that warms up: what others do on the machine only adds. */
export function best(act: () => unknown, rounds = 7): number {
  act();
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    act();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** By the rules: every cell read and checked, every pair's status with quota, parts, corrections and lateness. */
export function statuses({ units, requirements, receipts }: TrackingTables): number {
  const roster = readUnits(units, []);
  const items = readRequirements(requirements, roster, []);
  const arrived = readReceipts(receipts, [], { units: roster, requirements: items });
  return trackUnits({ units: roster, requirements: items, exceptions: [], receipts: arrived }, LARGE_NOW).length;
}

/** The floor: receipts counted by pair and set against one due time; nothing is checked, and nothing but a count comes out. */
export function counted({ units, requirements, receipts }: TrackingTables): number {
  const place = (table: TableSnapshot, header: string): number => table.headers.indexOf(header);
  const idsOf = (table: TableSnapshot, header: string): Map<unknown, number> =>
    new Map(table.values.map((row, at) => [row[place(table, header)], at]));
  const [unitOf, itemOf] = [idsOf(units, '单位编号'), idsOf(requirements, '事项编号')];
  const width = requirements.values.length;
  const due = serialFromWallTime(LARGE_NOW);
  const [unit, item, time] = ['单位编号', '事项编号', '收到时间'].map((header) => place(receipts, header));
  const seen = new Uint8Array(units.values.length * width);
  for (const row of receipts.values) {
    const pair = (unitOf.get(row[unit ?? 0]) ?? 0) * width + (itemOf.get(row[item ?? 0]) ?? 0);
    if (Number(row[time ?? 0]) <= due) seen[pair] = (seen[pair] ?? 0) + 1;
  }
  return seen.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
}

/** Rules that cost most: trimmed from five judges on, places by the shown score (S-4, S-6). */
export const RULES: ContestRules = {
  aggregate: 'trimmed',
  trimFrom: 5,
  decimals: 2,
  shownDecides: true,
  method: 'competition',
  tieBreak: [],
  minimumScores: 1,
  awardQuota: 10,
  prize: 1000,
};

/** By the rules: every score read, checked against range and step, weighed, trimmed and ranked exactly. */
export function standings(tables: ContestTables): number {
  const { entries, judges, criteria } = tables;
  return computeStandings({ entries, judges, criteria, scores: scoresOf(tables), rules: RULES }).length;
}

/** All sheets read. */
export function scoresOf({ judges, criteria, sheets }: ContestTables): TypedScores {
  const reader = scoresReader(criteria, 'zh', []);
  const read = sheets.flatMap((sheet, at) => {
    const judge = judges[at];
    return judge ? [reader(sheet, judge)] : [];
  });
  return typedScores(read, criteria);
}

/** The floor: the same checks of range and step on plain numbers in typed arrays, trimmed means and an order; no names, no words, no ties. */
export function ordered({ entries, criteria, sheets }: ContestTables): number {
  const rowOf = new Map(entries.map(({ entryId }, at) => [entryId, at]));
  const most = criteria.map(({ maximum }) => Number(maximum) * 2);
  const totals = new Int32Array(entries.length * sheets.length);
  sheets.forEach(({ headers, values }, judge) => {
    const first = headers.findIndex((header) => header.startsWith('标准'));
    for (const row of values) {
      let sum = 0;
      for (let at = 0; at < most.length; at++) {
        const halves = Number(row[first + at]) * 2;
        if (!(halves >= 0 && halves <= (most[at] ?? 0) && Number.isInteger(halves))) sum = NaN;
        sum += halves;
      }
      totals[(rowOf.get(String(row[0])) ?? 0) * sheets.length + judge] = sum;
    }
  });
  const means = entries.map((_entry, at) => {
    const own = totals.subarray(at * sheets.length, (at + 1) * sheets.length);
    let [sum, low, high] = [0, Infinity, -Infinity];
    for (const total of own) {
      sum += total;
      low = Math.min(low, total);
      high = Math.max(high, total);
    }
    return sum - low - high;
  });
  return entries.map((_entry, at) => at).sort((a, b) => (means[b] ?? 0) - (means[a] ?? 0)).length;
}

function printed(name: string, ours: number, least: number): void {
  console.log(`${name}: ${ours.toFixed(0)} ms, floor ${least.toFixed(1)} ms, ${(ours / least).toFixed(0)} times`);
}

/** Prints four sizes, each beside its floor, and how the time grows. */
export function benchCore(): void {
  benchStatuses();
  benchStandings();
}

function benchStandings(): void {
  const sizes = [250, 500, 1_000, 2_000].map((works) => ({ works, tables: contestTables(works, 50) }));
  const own = sizes.map(({ works, tables }) => {
    const ours = best(() => standings(tables));
    printed(
      `values → standings, ${works} works × 50 judges`,
      ours,
      best(() => ordered(tables)),
    );
    return ours;
  });
  const grown = exponent(
    sizes.map(({ works }) => works),
    own,
  );
  console.log(`growth: exponent ${grown.toFixed(2)}`);
}

function benchStatuses(): void {
  const sizes = [1_500, 3_000, 6_000, 12_000].map(trackingTables);
  const own = sizes.map((tables) => best(() => statuses(tables)));
  const floor = sizes.map((tables) => best(() => counted(tables)));
  sizes.forEach(({ rows, receipts }, at) => {
    const [ours, least] = [own[at] ?? NaN, floor[at] ?? NaN];
    printed(`values → statuses, ${rows} tracker rows, ${receipts.values.length} receipts`, ours, least);
  });
  console.log(
    `growth: exponent ${exponent(
      sizes.map(({ rows }) => rows),
      own,
    ).toFixed(2)}`,
  );
}
