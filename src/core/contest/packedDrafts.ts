// Entries before they are placed, from packed scores: whole numbers all the way to the texts. Gives what `draftOf` gives, or null (S-6).
import type { ContestRules, Entry } from './contest';
import { counts, decidingText, unplaced, type Counted, type Draft, type Placing } from './draft';
import { ratio, toDecimal } from './exact';
import { lazyRecord } from './lazyRecord';
import { RECUSED, type PackedScores } from './packedScores';
import { summarize, trims, usedOf, type PackedSummary } from './packedSummary';
import { exactTextOf, roundedUnits, unitsText } from './smallFractions';
import type { Standing } from './standing';

const NOBODY: readonly string[] = [];

const roundedText = (n: number, d: number, decimals: number): string =>
  unitsText(roundedUnits(n, d, decimals) ?? 0, decimals);

/** Null where a value would leave the range of exact doubles. */
export function packedDrafts(
  packed: PackedScores,
  entries: readonly Entry[],
  rules: ContestRules,
): readonly Draft[] | null {
  const summary = summarize(packed, rules);
  if (!summary) return null;
  const panel = new Panel(packed, rules, summary);
  return entries.map((entry, index) => new PackedDraft(panel, entry, index));
}

class PackedDraft implements Draft {
  readonly entryId: string;
  readonly deciding: Draft['deciding'];

  constructor(
    private readonly panel: Panel,
    private readonly entry: Entry,
    private readonly index: number,
  ) {
    this.entryId = entry.entryId;
    this.deciding = entry.eligible ? panel.deciding(index) : null;
  }

  standing(placing: Placing = unplaced(this.entry)): Standing {
    return this.panel.standing(this.entry, this.index, placing);
  }

  counted(): readonly Counted[] {
    return this.panel.packed.ballots(this.index).filter(counts);
  }
}

/** What the entries of one panel, counted by one set of rules, have in common. */
class Panel {
  private readonly ids: readonly string[];
  /** Texts of subtotals: a panel gives the same few over and over. */
  private readonly known = new Map<number, string>();

  constructor(
    readonly packed: PackedScores,
    private readonly rules: ContestRules,
    private readonly summary: PackedSummary,
  ) {
    this.ids = packed.judges.map(({ judgeId }) => judgeId);
  }

  private textOf(total: number): string {
    let words = this.known.get(total);
    if (words === undefined) this.known.set(total, (words = toDecimal(ratio(BigInt(total), BigInt(this.packed.unit)))));
    return words;
  }

  /** The value that decides; null: too few scores. */
  deciding(index: number): Draft['deciding'] {
    const { rules, summary, packed } = this;
    const [n, d] = [summary.n[index] as number, (summary.d[index] as number) * packed.unit];
    if (d === 0) return null;
    return rules.shownDecides ? { n: roundedUnits(n, d, rules.decimals) ?? 0, d: 10 ** rules.decimals } : { n, d };
  }

  private total(index: number, judge: number): number {
    return this.packed.totals[judge * this.packed.entryCount + index] as number;
  }

  private where(index: number, holds: (total: number) => boolean): readonly string[] {
    return this.ids.filter((_id, judge) => holds(this.total(index, judge)));
  }

  private subtotals(index: number): Record<string, string | null> {
    return Object.fromEntries(
      this.ids.map((id, judge): [string, string | null] => {
        const total = this.total(index, judge);
        return [id, total >= 0 ? this.textOf(total) : null];
      }),
    );
  }

  private strays(index: number): readonly string[] {
    const { strays, entryCount } = this.packed;
    return strays.size === 0 ? NOBODY : this.ids.filter((_id, judge) => strays.has(judge * entryCount + index));
  }

  standing(entry: Entry, index: number, placing: Placing): Standing {
    const { rules, summary, ids, packed } = this;
    const count = summary.count[index] as number;
    const [n, d] = [summary.n[index] as number, (summary.d[index] as number) * packed.unit];
    const [low, high] = [summary.low[index] as number, summary.high[index] as number];
    const whole = count === ids.length;
    const valued = d > 0;
    const deciding = this.deciding(index);
    const trimmed = trims(rules, count);
    const standing: Standing = {
      entryId: entry.entryId,
      blindNo: entry.blindNo,
      unitId: entry.unitId,
      title: entry.title,
      subtotals: lazyRecord(() => this.subtotals(index)),
      count,
      exact: valued ? exactTextOf(n, d) : '',
      score: valued ? roundedText(n, d, 6) : '',
      shown: valued ? roundedText(n, d, rules.decimals) : '',
      deciding: deciding ? decidingText(deciding) : '',
      rank: placing.rank,
      tied: placing.tied,
      decision: placing.decision,
      tieBreak: placing.tieBreak,
      used: usedOf(rules, count),
      differently: rules.aggregate === 'trimmed' && !trimmed && count > 0,
      high: count > 0 ? this.textOf(high) : null,
      low: count > 0 ? this.textOf(low) : null,
      range: count > 0 ? this.textOf(high - low) : null,
      trimmedJudges: trimmed
        ? [ids[summary.lowest[index] ?? -1] ?? '', ids[summary.highest[index] ?? -1] ?? '']
        : NOBODY,
      recusedJudges: whole ? NOBODY : this.where(index, (total) => total === RECUSED),
      missingJudges: whole ? NOBODY : this.where(index, (total) => total < 0 && total !== RECUSED),
      stray: this.strays(index),
    };
    return placing.tier === undefined ? standing : { ...standing, tier: placing.tier };
  }
}
