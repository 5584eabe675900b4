// What the pages of a case must say, counted from the case alone: no rule, no reader and no formula of the product is used here.
import type { PrintedCase } from './cases';

const UNITS = 53;
const TOWNSHIPS_AND_PARK = 26;
/** Places on the roster, from 0, of the units that owe the record of broadcasts. */
const BROADCASTERS = [41, 42, 43];

interface Item {
  readonly due: string;
  readonly owed: readonly number[];
  /** Everything that is sent is sent for this item. */
  readonly sent: boolean;
}

const places = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const ITEMS: readonly Item[] = [
  { due: '2021-06-07T18:00', owed: places(UNITS), sent: true },
  { due: '2021-06-10T18:00', owed: places(UNITS), sent: true },
  { due: '2021-06-30T23:59', owed: places(TOWNSHIPS_AND_PARK), sent: false },
  { due: '2021-06-30T23:59', owed: BROADCASTERS, sent: false },
  { due: '2021-07-03T18:00', owed: places(UNITS), sent: true },
];

export interface Recount {
  readonly due: number;
  readonly received: number;
  readonly accepted: number;
  readonly late: number;
  readonly waiting: number;
  readonly overdue: number;
  /** Places on the roster. */
  readonly overdueUnits: readonly number[];
  /** One decimal, half up. */
  readonly rate: string;
}

export function recount({ asOf, silent }: PrintedCase): Recount {
  const items = ITEMS.filter(({ due }) => due < asOf);
  const sends = (unit: number): boolean => unit < UNITS - silent;
  const each = items.flatMap(({ owed, sent }) => owed.map((unit) => ({ unit, come: sent && sends(unit) })));
  const come = each.filter(({ come: has }) => has);
  const waiting = come.filter(({ unit }) => unit === 2).length;
  const tenths = each.length === 0 ? 0 : Math.floor((come.length * 2000 + each.length) / (2 * each.length));
  return {
    due: each.length,
    received: come.length,
    waiting,
    accepted: come.length - waiting,
    late: come.filter(({ unit }) => unit < 2).length,
    overdue: each.length - come.length,
    overdueUnits: [...new Set(each.filter(({ come: has }) => !has).map(({ unit }) => unit))],
    rate: tenths === 0 || tenths === 1000 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`,
  };
}
