// npm run bench -- core: what the rules cost from the cells' values on, beside the least that any program would have to do with them.
import { serialFromWallTime } from '../../core/ground/wallTime';
import { trackUnits } from '../../core/tracker/trackUnits';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import { readReceipts } from '../../workbook/tables/receipts/readReceipts';
import { readRequirements } from '../../workbook/tables/requirements/readRequirements';
import { readUnits } from '../../workbook/tables/units/readUnits';
import { LARGE_NOW, trackingTables, type TrackingTables } from './largeSnapshot';

/** Best milliseconds of some rounds after one that warms up: what others do on the machine only adds. */
function best(act: () => unknown, rounds = 7): number {
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
function statuses({ units, requirements, receipts }: TrackingTables): number {
  const roster = readUnits(units, []);
  const items = readRequirements(requirements, roster, []);
  const arrived = readReceipts(receipts, [], { units: roster, requirements: items });
  return trackUnits({ units: roster, requirements: items, exceptions: [], receipts: arrived }, LARGE_NOW).length;
}

/** The floor: receipts counted by pair and set against one due time; nothing is checked, and nothing but a count comes out. */
function counted({ units, requirements, receipts }: TrackingTables): number {
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

/** Slope of the logarithms: 1 is linear, 2 quadratic. */
export function exponent(sizes: readonly number[], times: readonly number[]): number {
  const [xs, ys] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [x, y] = [mean(xs), mean(ys)];
  return (
    xs.reduce((sum, one, at) => sum + (one - x) * ((ys[at] ?? 0) - y), 0) /
    xs.reduce((sum, one) => sum + (one - x) ** 2, 0)
  );
}

/** Prints four sizes, each beside its floor, and how the time grows. */
export function benchCore(): void {
  const sizes = [1_500, 3_000, 6_000, 12_000].map(trackingTables);
  const own = sizes.map((tables) => best(() => statuses(tables)));
  const floor = sizes.map((tables) => best(() => counted(tables)));
  sizes.forEach(({ rows, receipts }, at) => {
    const [ours, least] = [own[at] ?? NaN, floor[at] ?? NaN];
    console.log(
      `values → statuses, ${rows} tracker rows, ${receipts.values.length} receipts: ${ours.toFixed(0)} ms, floor ${least.toFixed(1)} ms, ${(ours / least).toFixed(0)} times`,
    );
  });
  console.log(
    `growth: exponent ${exponent(
      sizes.map(({ rows }) => rows),
      own,
    ).toFixed(2)}`,
  );
}
