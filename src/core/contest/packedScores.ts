// A panel's scores as whole numbers of one small unit, in typed arrays: the same states and subtotals as `scoreTable`, for contests whose
// criteria allow it. Exact, or not at all: null sends the caller to fractions (S-6).
import type { Criterion, Entry, Judge } from './contest';
import { divide, fromDecimal, isDecimal, multiply, ratio, type Exact } from './exact';
import { isRecused, hasScores } from './recusal';
import { sameScore, type Ballot, type Contest } from './scoreTable';
import { pointsReader, type ScoreState } from './subtotal';
import { TypedScores, type ScoreColumns, type TypedCell } from './typedScores';

/** What stands in `states`; index = number. */
const STATES: readonly ScoreState[] = ['missing', 'partial', 'invalid', 'recused', 'scored'];
/** Places of two of the states. */
export const RECUSED = 3;
/** Place of 'scored' in `states`: its total counts. */
export const SCORED = 4;
const [MISSING, PARTIAL, INVALID] = [0, 1, 2];

/** All subtotals as whole numbers in one array, for ways of counting that are tried by the thousand. */
export interface PackedScores {
  /** Active judges, in order of judgeId. */
  readonly judges: readonly Judge[];
  /** Units of one point: a subtotal is `totals[i] / unit`. */
  readonly unit: number;
  /** Entry by entry, judge by judge. */
  readonly states: Uint8Array;
  readonly totals: Int32Array;
  /** Places in `states` of recused rows that hold scores. */
  readonly strays: ReadonlySet<number>;
  /** The ballots of the entry at that index, as `scoreTable` gives them. */
  ballots(entry: number): Ballot[];
}

/** How the judges stand to the entry at that index, in their order. */
export function statesOf({ states, judges }: PackedScores, entry: number): ScoreState[] {
  return judges.map((_judge, at) => STATES[states[entry * judges.length + at] ?? 0] ?? 'missing');
}

/** The same panel as if the judge at that index were not there. */
export function withoutJudge(packed: PackedScores, judge: number): PackedScores {
  const width = packed.judges.length;
  const others = <A extends Uint8Array | Int32Array>(all: A): A =>
    all.filter((_each: number, pair: number) => pair % width !== judge) as A;
  const left = packed.judges[judge]?.judgeId;
  return {
    judges: packed.judges.filter((_judge, at) => at !== judge),
    unit: packed.unit,
    states: others(packed.states),
    totals: others(packed.totals),
    strays: new Set(
      [...packed.strays]
        .filter((pair) => pair % width !== judge)
        .map((pair) => pair - Math.floor(pair / width) - (pair % width > judge ? 1 : 0)),
    ),
    ballots: (entry) => packed.ballots(entry).filter(({ judgeId }) => judgeId !== left),
  };
}

/** Subtotals stay below this, so that sums of a panel and their products with what rounding needs are doubles without error. */
const MOST_UNITS = 2 ** 31;

interface PackedCriterion {
  /** Cells are whole multiples of 1 / scale. */
  readonly scale: number;
  readonly least: number;
  readonly most: number;
  /** Between two scores, in 1 / scale; 1: any. */
  readonly step: number;
  /** Units that one 1 / scale of a point weighs. */
  readonly weight: number;
  readonly slow: (raw: string) => { readonly value: Exact; readonly weighed: Exact } | 'missing' | 'problem';
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

/** Null where a criterion is no plain range with positive weight and step, or the numbers grow too large. */
function packCriteria(criteria: readonly Criterion[]): { unit: number; packed: PackedCriterion[] } | null {
  const plain = criteria.every(({ weight, minimum, maximum, step }) =>
    [weight, minimum, maximum, step === '' ? '0' : step].every((word) => isDecimal(word) && word.length <= 12),
  );
  if (!plain || criteria.length === 0 || new Set(criteria.map(({ criterionId }) => criterionId)).size < criteria.length)
    return null;
  const exact = criteria.map((criterion) => {
    const [minimum, maximum] = [fromDecimal(criterion.minimum), fromDecimal(criterion.maximum)];
    const step = fromDecimal(criterion.step === '' ? '0' : criterion.step);
    const scale = step.n > 0n ? lcm(lcm(minimum.d, maximum.d), step.d) : 1000n * lcm(minimum.d, maximum.d);
    return { criterion, minimum, maximum, step, scale };
  });
  const positive = exact.every(
    ({ criterion, maximum, minimum }) => maximum.n > 0n && minimum.n >= 0n && !criterion.weight.startsWith('-'),
  );
  if (!positive) return null;
  const share = exact.map(({ criterion, maximum, scale }) =>
    divide(divide(fromDecimal(criterion.weight), maximum), ratio(scale, 1n)),
  );
  const unit = share.reduce((all, { d }) => lcm(all, d), 1n);
  const whole = (value: Exact, times: bigint): number => Number((value.n * times) / value.d);
  const packed = exact.map(({ criterion, minimum, maximum, step, scale }, at): PackedCriterion => {
    const { n = 0n, d = 1n } = share[at] ?? {};
    return {
      scale: Number(scale),
      least: whole(minimum, scale),
      most: whole(maximum, scale),
      step: step.n > 0n ? whole(step, scale) : 1,
      weight: Number((n * unit) / d),
      slow: pointsReader(criterion),
    };
  });
  const most = packed.reduce((sum, { most: top, weight }) => sum + top * Math.abs(weight), 0);
  const small = most < MOST_UNITS && Number(unit) < MOST_UNITS && packed.every(({ most: top }) => top < MOST_UNITS);
  return small ? { unit: Number(unit), packed } : null;
}

/** Null when a pair, an entry or a judge is not told apart by its id, or a score is no multiple of the unit. */
export function packScores(contest: Contest): PackedScores | null {
  const { scores, entries, criteria } = contest;
  if (!(scores instanceof TypedScores)) return null;
  const made = packCriteria(criteria);
  const entryAt = new Map(entries.map(({ entryId }, at) => [entryId, at]));
  const judges = contest.judges.filter((judge) => judge.active).sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  const sheetOf = new Map(scores.sheets.map((sheet) => [sheet.judgeId, sheet]));
  const judgeIds = new Set(judges.map(({ judgeId }) => judgeId));
  if (
    !made ||
    entryAt.size < entries.length ||
    sheetOf.size < scores.sheets.length ||
    judgeIds.size < judges.length ||
    scores.sheets.some(({ places }) => places.length !== criteria.length)
  )
    return null;
  const packing = new Packing(scores, entries, judges, made.packed, made.unit);
  for (const [at, judge] of judges.entries()) {
    const sheet = sheetOf.get(judge.judgeId);
    if (sheet && !packing.take(sheet, at, entryAt)) return null;
    if (judge.unitId !== '') packing.recuse(judge, at, sheet);
  }
  return packing;
}

class Packing implements PackedScores {
  readonly states: Uint8Array;
  readonly totals: Int32Array;
  readonly strays = new Set<number>();
  /** 1 + row in the judge's sheet; 0: none. */
  private readonly rows: Int32Array;
  private readonly differing = new Set<number>();
  private readonly sheets: (ScoreColumns | undefined)[];
  /** What `criteria` say, side by side. */
  private readonly scales: Float64Array;
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly steps: Int32Array;
  private readonly weights: Float64Array;

  constructor(
    private readonly typed: TypedScores,
    private readonly entries: readonly Entry[],
    readonly judges: readonly Judge[],
    private readonly criteria: readonly PackedCriterion[],
    readonly unit: number,
  ) {
    const pairs = entries.length * judges.length;
    this.states = new Uint8Array(pairs);
    this.totals = new Int32Array(pairs);
    this.rows = new Int32Array(pairs);
    this.sheets = judges.map(() => undefined);
    this.scales = Float64Array.from(criteria, ({ scale }) => scale);
    this.least = Int32Array.from(criteria, ({ least }) => least);
    this.most = Int32Array.from(criteria, ({ most }) => most);
    this.steps = Int32Array.from(criteria, ({ step }) => step);
    this.weights = Float64Array.from(criteria, ({ weight }) => weight);
  }

  /** Reads a sheet into the judge's column; false when a score is no multiple of the unit. */
  take(sheet: ScoreColumns, judge: number, entryAt: ReadonlyMap<string, number>): boolean {
    const { states, totals, rows, entries } = this;
    const width = this.judges.length;
    const places = Int32Array.from(sheet.places);
    this.sheets[judge] = sheet;
    for (let row = 0; row < sheet.rows.length; row++) {
      // Sheets are made in the order of the entries: most rows need no look-up.
      const entryId = sheet.entryIds[row] ?? '';
      const entry = entries[row]?.entryId === entryId ? row : entryAt.get(entryId);
      if (entry === undefined || entryId === '') continue;
      const pair = entry * width + judge;
      const before = rows[pair] ?? 0;
      if (before > 0 && this.differs(pair, sheet, before - 1, row)) {
        this.differing.add(pair);
        states[pair] = INVALID;
        this.strays.delete(pair);
        continue;
      }
      rows[pair] = row + 1;
      const cells = sheet.rows[row] ?? [];
      const total = this.plainTotal(cells, places);
      if (total >= 0) {
        totals[pair] = total;
        states[pair] = SCORED;
      } else {
        const state = this.read(cells, places, pair);
        if (state < 0) return false;
        states[pair] = state;
      }
      if (sheet.recused.size > 0 && sheet.recused.has(row)) this.markRecused(sheet, row, pair);
    }
    return true;
  }

  private differs(pair: number, sheet: ScoreColumns, a: number, b: number): boolean {
    return (
      this.differing.has(pair) ||
      !sameScore(this.typed.score(sheet, a), this.typed.score(sheet, b), this.typed.criteria)
    );
  }

  private markRecused(sheet: ScoreColumns, row: number, pair: number): void {
    this.states[pair] = RECUSED;
    if (hasScores(this.typed.score(sheet, row))) this.strays.add(pair);
  }

  /** S-2: all entries of the judge's own unit. */
  recuse(judge: Judge, at: number, sheet: ScoreColumns | undefined): void {
    this.entries.forEach((entry, index) => {
      if (!isRecused(judge, entry)) return;
      const pair = index * this.judges.length + at;
      this.states[pair] = RECUSED;
      const row = this.rows[pair] ?? 0;
      if (sheet && row > 0 && !this.differing.has(pair)) this.markRecused(sheet, row - 1, pair);
    });
  }

  /** The total of a row whose cells are all plain numbers of their criteria, as nearly all are; −1 of any other. */
  private plainTotal(cells: readonly TypedCell[], places: Int32Array): number {
    const { scales, least, most, steps, weights } = this;
    let total = 0;
    for (let at = 0; at < places.length; at++) {
      const cell = cells[places[at] as number];
      if (typeof cell !== 'number') return -1;
      const points = cell * (scales[at] as number);
      const whole = points | 0;
      if (whole !== points || whole < (least[at] as number) || whole > (most[at] as number)) return -1;
      const step = steps[at] as number;
      if (step !== 1 && (whole - (least[at] as number)) % step !== 0) return -1;
      total += whole * (weights[at] as number);
    }
    return total;
  }

  /** The state of any row, its total put in place; −1 when a score is no multiple of the unit. */
  private read(cells: readonly TypedCell[], places: Int32Array, pair: number): number {
    const { criteria } = this;
    let given = 0;
    let total = 0;
    let invalid = false;
    for (const [at, criterion] of criteria.entries()) {
      const units = this.unitsOf(cells[places[at] ?? -1] ?? '', criterion);
      if (units === null) return -1;
      if (units === 'problem') invalid = true;
      else if (units !== 'missing') {
        given += 1;
        total += units;
      }
    }
    if (invalid) return INVALID;
    if (given < criteria.length) return given === 0 ? MISSING : PARTIAL;
    this.totals[pair] = total;
    return SCORED;
  }

  /** A cell of any kind: text, binary noise, off its range. Null: no multiple of the unit. */
  private unitsOf(cell: TypedCell, { slow }: PackedCriterion): number | 'missing' | 'problem' | null {
    const points = slow(this.typed.asTyped(cell) ?? '');
    if (typeof points !== 'object') return points;
    const units = multiply(points.weighed, ratio(BigInt(this.unit), 1n));
    return units.d === 1n ? Number(units.n) : null;
  }

  ballots(entry: number): Ballot[] {
    const width = this.judges.length;
    return this.judges.map(({ judgeId }, at): Ballot => {
      const pair = entry * width + at;
      const state = STATES[this.states[pair] ?? 0] ?? 'missing';
      const [sheet, row] = [this.sheets[at], this.rows[pair] ?? 0];
      const score = sheet && row > 0 && !this.differing.has(pair) ? this.typed.score(sheet, row - 1) : undefined;
      const scored = state === 'scored' && score !== undefined;
      return {
        judgeId,
        state,
        score,
        stray: this.strays.has(pair),
        subtotal: scored ? ratio(BigInt(this.totals[pair] ?? 0), BigInt(this.unit)) : null,
        values: scored ? this.valuesOf(score.scores) : null,
      };
    });
  }

  private valuesOf(scores: Readonly<Record<string, string | null>>): Exact[] {
    return this.typed.criteria.flatMap(({ criterionId }, at) => {
      const points = this.criteria[at]?.slow(scores[criterionId] ?? '');
      return typeof points === 'object' ? [points.value] : [];
    });
  }
}
