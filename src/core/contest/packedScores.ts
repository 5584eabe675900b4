// A panel's scores as whole numbers of one small unit, in one typed array: the same states and subtotals as `scoreTable`, for contests whose
// criteria allow it. Exact, or not at all: null sends the caller to fractions (S-6).
import type { Entry, Judge } from './contest';
import { multiply, ratio, toDecimal, type Exact } from './exact';
import { packCriteria, type PackedCriterion } from './packedCriteria';
import { isRecused, hasScores } from './recusal';
import { sameScore, type Ballot, type Contest } from './scoreTable';
import type { ScoreState } from './subtotal';
import { entryIdOf, TypedScores, type ScoreColumns, type TypedCell } from './typedScores';

/** What stands in `totals` for a pair without a subtotal that counts. */
const [MISSING, PARTIAL, INVALID] = [-1, -2, -3];
/** The same of a judge who must not score the entry (S-2). */
export const RECUSED = -4;
/** By −1 − what stands in `totals`. */
const STATES: readonly ScoreState[] = ['missing', 'partial', 'invalid', 'recused'];

const stateOf = (total: number): ScoreState => (total >= 0 ? 'scored' : (STATES[-1 - total] ?? 'missing'));

/** All subtotals as whole numbers in one array, for ways of counting that are tried by the thousand. */
export interface PackedScores {
  /** Active judges, in order of judgeId. */
  readonly judges: readonly Judge[];
  /** How many entries there are. */
  readonly entryCount: number;
  /** Units of one point: a subtotal is `totals[i] / unit`. */
  readonly unit: number;
  /** Judge by judge, entry by entry; below zero: no subtotal counts, and why. */
  readonly totals: Int32Array;
  /** Places in `totals` of recused rows that hold scores. */
  readonly strays: ReadonlySet<number>;
  /** The ballots of the entry at that index, as `scoreTable` gives them. */
  ballots(entry: number): Ballot[];
}

/** How the judges stand to the entry at that index, in their order. */
export function statesOf({ totals, judges, entryCount }: PackedScores, entry: number): ScoreState[] {
  return judges.map((_judge, at) => stateOf(totals[at * entryCount + entry] ?? MISSING));
}

/** By judge, by entry: the subtotal as a number with at most 6 decimals; NaN where none counts. */
export function marksOf({ totals, judges, entryCount, unit }: PackedScores): Float64Array[] {
  const known = new Map<number, number>();
  const markOf = (total: number): number => {
    let mark = known.get(total);
    if (mark === undefined) {
      mark = total < 0 ? NaN : Number(toDecimal(ratio(BigInt(total), BigInt(unit))));
      known.set(total, mark);
    }
    return mark;
  };
  return judges.map((_judge, at) => Float64Array.from(totals.subarray(at * entryCount, (at + 1) * entryCount), markOf));
}

/** The same panel as if the judge at that index were not there. */
export function withoutJudge(packed: PackedScores, judge: number): PackedScores {
  const { entryCount, judges, strays } = packed;
  const [first, next] = [judge * entryCount, (judge + 1) * entryCount];
  const totals = new Int32Array(packed.totals.length - entryCount);
  totals.set(packed.totals.subarray(0, first));
  totals.set(packed.totals.subarray(next), first);
  const left = judges[judge]?.judgeId;
  return {
    ...packed,
    judges: judges.filter((_judge, at) => at !== judge),
    totals,
    strays: new Set([...strays].flatMap((pair) => (pair < first ? [pair] : pair >= next ? [pair - entryCount] : []))),
    ballots: (entry) => packed.ballots(entry).filter(({ judgeId }) => judgeId !== left),
  };
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
    entryAt.has('') ||
    sheetOf.size < scores.sheets.length ||
    judgeIds.size < judges.length ||
    scores.sheets.some(({ places }) => places.length !== criteria.length)
  )
    return null;
  const packing = new Packing(scores, entries, judges, made.packed, made.unit);
  for (const [at, judge] of judges.entries()) {
    const sheet = sheetOf.get(judge.judgeId);
    if (sheet && !packing.take(sheet, at, entryAt)) return null;
    if (judge.unitId !== '') packing.recuse(judge, at);
  }
  return packing;
}

/** A judge's sheet, and which of its rows is whose. */
interface PlacedSheet {
  readonly sheet: ScoreColumns;
  /** So many rows stand in the order of the entries. */
  readonly inOrder: number;
  /** By entry 1 + its row, 0: none; where the rows are not all in that order. */
  readonly rowOf: Int32Array | null;
}

class Packing implements PackedScores {
  readonly entryCount: number;
  readonly totals: Int32Array;
  readonly strays = new Set<number>();
  private readonly differing = new Set<number>();
  private readonly sheets: (PlacedSheet | undefined)[];
  private readonly ids: readonly string[];
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
    this.entryCount = entries.length;
    this.totals = new Int32Array(entries.length * judges.length).fill(MISSING);
    this.sheets = judges.map(() => undefined);
    this.ids = entries.map(({ entryId }) => entryId);
    this.scales = Float64Array.from(criteria, ({ scale }) => scale);
    this.least = Int32Array.from(criteria, ({ least }) => least);
    this.most = Int32Array.from(criteria, ({ most }) => most);
    this.steps = Int32Array.from(criteria, ({ step }) => step);
    this.weights = Float64Array.from(criteria, ({ weight }) => weight);
  }

  /** Reads a sheet into the judge's part; false when a score is no multiple of the unit. */
  take(sheet: ScoreColumns, judge: number, entryAt: ReadonlyMap<string, number>): boolean {
    const { totals, ids } = this;
    const { rows, entryPlace, recused } = sheet;
    const first = judge * this.entryCount;
    const places = Int32Array.from(sheet.places);
    // Sheets are made in the order of the entries: most are read without a look-up.
    let row = 0;
    for (; row < rows.length; row++) {
      const cells = rows[row] as readonly TypedCell[];
      if (row >= ids.length || cells[entryPlace] !== ids[row]) break;
      const total = this.total(cells, places);
      if (total === null) return false;
      totals[first + row] = total;
    }
    const rowOf = row < rows.length ? new Int32Array(this.entryCount) : null;
    this.sheets[judge] = { sheet, inOrder: row, rowOf };
    if (rowOf && !this.takeOthers(sheet, judge, rowOf, row, entryAt)) return false;
    for (const marked of recused) {
      const entry = entryAt.get(entryIdOf(sheet, marked));
      if (entry !== undefined && this.rowOf(judge, entry) === marked) this.markRecused(sheet, marked, first + entry);
    }
    return true;
  }

  /** Rows from `from` on, wherever they stand. */
  private takeOthers(
    sheet: ScoreColumns,
    judge: number,
    rowOf: Int32Array,
    from: number,
    entryAt: ReadonlyMap<string, number>,
  ): boolean {
    const places = Int32Array.from(sheet.places);
    for (let row = 0; row < from; row++) rowOf[row] = row + 1;
    for (let row = from; row < sheet.rows.length; row++) {
      const entry = entryAt.get(entryIdOf(sheet, row));
      if (entry === undefined) continue;
      const pair = judge * this.entryCount + entry;
      const before = rowOf[entry] ?? 0;
      if (before > 0 && this.differs(pair, sheet, before - 1, row)) {
        this.differing.add(pair);
        this.totals[pair] = INVALID;
        continue;
      }
      const total = this.total(sheet.rows[row] ?? [], places);
      if (total === null) return false;
      rowOf[entry] = row + 1;
      this.totals[pair] = total;
    }
    return true;
  }

  /** The row that counts for the entry before the judge; −1: none, or several that differ. */
  private rowOf(judge: number, entry: number): number {
    const placed = this.sheets[judge];
    if (!placed || this.differing.has(judge * this.entryCount + entry)) return -1;
    return placed.rowOf ? (placed.rowOf[entry] ?? 0) - 1 : entry < placed.inOrder ? entry : -1;
  }

  private differs(pair: number, sheet: ScoreColumns, a: number, b: number): boolean {
    return (
      this.differing.has(pair) ||
      !sameScore(this.typed.score(sheet, a), this.typed.score(sheet, b), this.typed.criteria)
    );
  }

  private markRecused(sheet: ScoreColumns, row: number, pair: number): void {
    this.totals[pair] = RECUSED;
    if (hasScores(this.typed.score(sheet, row))) this.strays.add(pair);
  }

  /** S-2: all entries of the judge's own unit. */
  recuse(judge: Judge, at: number): void {
    this.entries.forEach((entry, index) => {
      if (!isRecused(judge, entry)) return;
      const pair = at * this.entryCount + index;
      this.totals[pair] = RECUSED;
      const [placed, row] = [this.sheets[at], this.rowOf(at, index)];
      if (placed && row >= 0) this.markRecused(placed.sheet, row, pair);
    });
  }

  /** The total of a row, or the code of why it has none; null when a score is no multiple of the unit. */
  private total(cells: readonly TypedCell[], places: Int32Array): number | null {
    const { scales, least, most, steps, weights } = this;
    let total = 0;
    // Nearly all cells are plain numbers of their criteria.
    for (let at = 0; at < places.length; at++) {
      const cell = cells[places[at] as number];
      if (typeof cell !== 'number') return this.read(cells, places);
      const points = cell * (scales[at] as number);
      const whole = points | 0;
      if (whole !== points || whole < (least[at] as number) || whole > (most[at] as number))
        return this.read(cells, places);
      const step = steps[at] as number;
      if (step !== 1 && (whole - (least[at] as number)) % step !== 0) return this.read(cells, places);
      total += whole * (weights[at] as number);
    }
    return total;
  }

  /** The same of cells of any kind. */
  private read(cells: readonly TypedCell[], places: Int32Array): number | null {
    const { criteria } = this;
    let given = 0;
    let total = 0;
    let invalid = false;
    for (const [at, criterion] of criteria.entries()) {
      const units = this.unitsOf(cells[places[at] ?? -1] ?? '', criterion);
      if (units === null) return null;
      if (units === 'problem') invalid = true;
      else if (units !== 'missing') {
        given += 1;
        total += units;
      }
    }
    if (invalid) return INVALID;
    if (given < criteria.length) return given === 0 ? MISSING : PARTIAL;
    return total;
  }

  /** A cell of any kind: text, binary noise, off its range. Null: no multiple of the unit. */
  private unitsOf(cell: TypedCell, { slow }: PackedCriterion): number | 'missing' | 'problem' | null {
    const points = slow(this.typed.asTyped(cell) ?? '');
    if (typeof points !== 'object') return points;
    const units = multiply(points.weighed, ratio(BigInt(this.unit), 1n));
    return units.d === 1n ? Number(units.n) : null;
  }

  ballots(entry: number): Ballot[] {
    return this.judges.map(({ judgeId }, at): Ballot => {
      const pair = at * this.entryCount + entry;
      const total = this.totals[pair] ?? MISSING;
      const [placed, row] = [this.sheets[at], this.rowOf(at, entry)];
      const score = placed && row >= 0 ? this.typed.score(placed.sheet, row) : undefined;
      const scored = total >= 0 && score !== undefined;
      return {
        judgeId,
        state: stateOf(total),
        score,
        stray: this.strays.has(pair),
        subtotal: scored ? ratio(BigInt(total), BigInt(this.unit)) : null,
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
