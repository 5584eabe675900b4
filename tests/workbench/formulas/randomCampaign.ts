// One book with many random histories in it: each unit × requirement is a case of its own. Built from a seed, so that a failure repeats.
import { owed } from '../../../src/core/requirements/owed';
import { serialFromWallTime, type WallTime } from '../../../src/core/ground/wallTime';
import { sheetOf, type RowRecord } from '../../../src/workbook/contract/sheetOf';
import type { PlanStep, WritePlan } from '../../../src/workbook/contract/plan';
import { newCampaignPlan } from '../../../src/workbook/presets/newCampaign';
import { labelOf } from '../../../src/workbook/contract/labels';
import { CAMPAIGN_2021 } from '../../../src/workbook/presets/campaign2021';
import { specFinder, wordsFor } from '../../../src/workbook/tables/registry';
import { RECEIPTS } from '../../../src/workbook/tables/receipts/receipts';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { at, requirement, unit } from '../../support/reportFixtures';

export const DUE = at('2021-06-07 18:00');
const PARTS = ['方案文本', '活动 照片', 'MP4', '视频'];

/** A small generator (mulberry32): the same seed gives the same campaign. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = randomFrom(seed);
  }
  /** 0 … below − 1 */
  roll(below: number): number {
    return Math.floor(this.next() * below);
  }
  one<T>(choices: readonly T[]): T {
    return choices[this.roll(choices.length)] as T;
  }
  some<T>(choices: readonly T[]): T[] {
    return choices.filter(() => this.next() < 0.5);
  }
  chance(of: number): boolean {
    return this.next() < of;
  }
}

/** Mostly within three hours of the due second, often exactly on it or a second off: where mistakes hide. */
function momentNear(dice: Dice): WallTime {
  const offset = dice.one([
    0,
    1,
    -1,
    59,
    60,
    61,
    -60,
    dice.roll(10800) - 5400,
    dice.roll(10800) - 5400,
    dice.roll(400000) - 200000,
  ]);
  return DUE + offset;
}

/** Parts of a second that people type or paste: halves, just less, and noise. */
const RAGGED = [0, 0.5, -0.5, 0.499, 0.4, -0.4, 0.001, 1e-6] as const;

/** A cell with the moment; `ragged`: not on the second. */
type Serial = (time: WallTime) => number;
const onSecond: Serial = (time) => serialFromWallTime(time);
const ragged =
  (dice: Dice): Serial =>
  (time) =>
    serialFromWallTime(time) + dice.one(RAGGED) / 86400;

export interface RandomCampaign {
  readonly plan: WritePlan;
  /** Pairs of unit and requirement in the tracker. */
  readonly cases: number;
}

const REQUIREMENTS: readonly { readonly due: WallTime | null; readonly quota: number; readonly parts: string }[] = [
  { due: DUE, quota: 1, parts: '方案文本' },
  { due: DUE, quota: 2, parts: '方案文本、活动 照片' },
  { due: null, quota: 1, parts: '视频，MP4' },
  { due: DUE + 3600, quota: 3, parts: '' },
  { due: DUE, quota: 1, parts: ' 方案文本 ；活动  照片,MP4\n视频' },
];

/** What is registered of one pair: which of its own earlier receipts it replaces, when it came, with what, and its review. */
interface Arrival {
  readonly replaces: number | null;
  readonly at: WallTime;
  readonly parts: readonly string[];
  readonly review: 'accepted' | 'pending' | 'returned';
}

function anyHistory(dice: Dice): Arrival[] {
  return Array.from({ length: dice.one([0, 1, 1, 2, 2, 3, 4]) }, (_, own) => ({
    replaces: dice.chance(0.4) && own > 0 ? dice.roll(own) : null,
    at: momentNear(dice),
    parts: dice.some([...PARTS, '其他']),
    review: dice.one(['accepted', 'accepted', 'pending', 'returned'] as const),
  }));
}

/** Two to five items whose first versions have arrived by the moment, and versions of them about it: what is known of an item by then is seldom all. */
function historyAbout(dice: Dice, moment: WallTime): Arrival[] {
  const items = Array.from({ length: 2 + dice.roll(4) }, (): Arrival => ({
    replaces: null,
    at: moment - dice.one([0, 1, 600, 3600, 7200, 7201]),
    parts: PARTS.filter(() => dice.chance(0.9)),
    review: dice.one(['accepted', 'pending', 'pending', 'returned'] as const),
  }));
  const versions = Array.from({ length: 1 + dice.roll(4) }, (): Arrival => ({
    replaces: dice.roll(items.length),
    at: moment + dice.one([-60, 0, 1, 600, 3600]),
    parts: PARTS.filter(() => dice.chance(0.6)),
    review: dice.one(['accepted', 'accepted', 'pending', 'returned'] as const),
  }));
  const last = { ...versions[0], replaces: items.length, at: moment + dice.one([0, 2, 7200]) } as Arrival;
  return [...items, ...versions, ...(dice.chance(0.3) ? [last] : [])];
}

function receiptsOf(
  dice: Dice,
  pairs: readonly { unitId: string; requirementId: string }[],
  serial: Serial,
  history: (dice: Dice) => Arrival[],
): RowRecord[] {
  const receipts: RowRecord[] = [];
  for (const pair of pairs) {
    const own: string[] = [];
    for (const { replaces, at, parts, review } of history(dice)) {
      const receiptId = dice.chance(0.03) ? '' : `R${String(receipts.length + 1).padStart(4, '0')}`;
      const stranger = receipts.length > 0 ? String(dice.one(receipts)['receiptId'] ?? '') : '';
      const odd = dice.chance(0.04) ? dice.one([stranger, 'R9999']) : '';
      receipts.push({
        ...pair,
        receiptId,
        replaces: (replaces === null ? '' : own[replaces]) || odd,
        unit: pair.unitId,
        receivedAt: dice.chance(0.02) ? '' : serial(at),
        parts: parts.join(dice.one(['、', ' 、', '，', ';', '\n'])),
        review: dice.chance(0.03) ? '' : labelOf('review', review, 'zh'),
      });
      own.push(receiptId);
    }
  }
  // In any order of rows: nothing may depend on it.
  for (let i = receipts.length - 1; i > 0; i -= 1) {
    const j = dice.roll(i + 1);
    [receipts[i], receipts[j]] = [receipts[j] as RowRecord, receipts[i] as RowRecord];
  }
  return receipts;
}

function exceptionsOf(
  dice: Dice,
  pairs: readonly { unitId: string; requirementId: string }[],
  serial: Serial,
): RowRecord[] {
  return pairs
    .filter(() => dice.chance(0.25))
    .flatMap((pair) =>
      Array.from({ length: dice.one([1, 1, 2]) }, () => ({
        ...pair,
        unit: pair.unitId,
        quota: dice.chance(0.4) ? 1 + dice.roll(3) : '',
        extendedTo: dice.chance(0.5) ? serial(DUE + dice.one([0, 1, 3600, 7200])) : '',
        exempt: dice.chance(0.2) ? '是' : dice.one(['', '否']),
      })),
    );
}

/** Its as-of time left to the clock instead of fixed; more versions of the items, closely before and after the as-of time; moments that are not on the second. */
export interface RandomOptions {
  readonly fixed?: boolean;
  readonly versionsToCome?: boolean;
  readonly offTheSecond?: boolean;
}

/** The whole workbook as a plan, its as-of time `fixed` or left to the clock, so that what arrives later is still to come. Units are active, inactive and nameless; corrections go several versions deep. */
export function randomCampaign(
  seed: number,
  unitCount: number,
  asOf: WallTime,
  { fixed = true, versionsToCome = false, offTheSecond = false }: RandomOptions = {},
): RandomCampaign {
  const dice = new Dice(seed);
  const serial = offTheSecond ? ragged(dice) : onSecond;
  const units = Array.from({ length: unitCount }, (_, i) =>
    unit(i + 1, { active: !dice.chance(0.08), name: dice.chance(0.04) ? '' : `U${i + 1}镇` }),
  );
  const requirements = REQUIREMENTS.map((over, i) => ({ ...over, ...requirement(i + 1), due: over.due }));
  // The tracker has rows of all units, also of those that have left: they were owed once.
  const pairs = owed(
    units.map((each) => ({ ...each, active: true, name: each.unitId })),
    requirements,
  );
  const preset = {
    ...CAMPAIGN_2021,
    units: () =>
      units.map(({ unitId, name, active }) => ({
        unitId,
        name,
        category: '乡镇',
        active: active ? dice.one(['是', '']) : '否',
      })),
    requirements: () =>
      REQUIREMENTS.map(({ due, quota, parts }, i) => ({
        requirementId: `T${i + 1}`,
        title: `事项${i + 1}`,
        kind: '报送',
        due: due === null ? '' : serial(due),
        who: '乡镇',
        quota,
        parts,
      })),
    exceptions: () => exceptionsOf(dice, pairs, serial),
    settings: () => ({ ...CAMPAIGN_2021.settings('zh'), ...(fixed && { asOf: serial(asOf) }) }),
  };
  const find = specFinder([], [], 'zh');
  const made = newCampaignPlan(preset, 'zh');
  const filled: Readonly<Record<string, readonly RowRecord[]>> = {
    [RECEIPTS.name]: receiptsOf(dice, pairs, serial, (dice) =>
      versionsToCome ? historyAbout(dice, asOf) : anyHistory(dice),
    ),
    [TRACKER.name]: pairs.map((pair) => ({ ...pair })),
  };
  const steps = made.steps.map((step): PlanStep => {
    const records = step.kind === 'addSheet' ? filled[step.sheet.table?.name ?? ''] : undefined;
    if (step.kind !== 'addSheet' || !records) return step;
    const spec = find(step.sheet.table?.name ?? '');
    return { ...step, sheet: sheetOf(spec, records, wordsFor(spec, 'zh', find)) };
  });
  return { plan: { steps }, cases: pairs.length };
}
