// One entry's result, as plain data that can be written, shown and stored. Knows no workbook and computes nothing.
import type { Aggregate } from './contest';

/** award 获奖 · reserve 候补 · none 未获奖 · undecided 待定 · ineligible 不参评 */
export type Decided = 'award' | 'reserve' | 'none' | 'undecided' | 'ineligible';

/** What one step of the tie-break chain says; for a criterion its mean over the judges that count, trimmed ones too. */
export interface TieBreakValue {
  /** criterionId, or the token of another step. */
  readonly criterionId: string;
  readonly name: string;
  /** Decimal text with at most 6 decimals; '' when no score counts, or when nobody was equal in all before this step. */
  readonly value: string;
  /** The same, lossless ("61/7"); '' as above. */
  readonly exact: string;
}

/** One entry with its mark, place and decision, as 成绩排名 shows it. */
export interface Standing {
  readonly entryId: string;
  readonly blindNo: string;
  readonly unitId: string;
  readonly title: string;
  /** By judgeId of every active judge: decimal text, or null when that judge's score does not count. */
  readonly subtotals: Readonly<Record<string, string | null>>;
  /** How many scores count. */
  readonly count: number;
  /** The aggregate, lossless ("8635/100" in lowest terms); '' when the entry has too few scores (S-5). */
  readonly exact: string;
  /** The aggregate with 6 decimals, half up; '' as above. */
  readonly score: string;
  /** The aggregate with the shown decimals, half up; '' as above. */
  readonly shown: string;
  /** The value that decides the place, lossless: the shown one or the exact one (S-6). */
  readonly deciding: string;
  /** Null: takes no place, because it is ineligible or has too few scores. */
  readonly rank: number | null;
  /** Another entry has the same rank. */
  readonly tied: boolean;
  readonly decision: Decided;
  /** Name of the tier of its award; absent without an award, and where there are no named tiers. */
  readonly tier?: string;
  /** In the order of the chain; empty when the entry takes no place. */
  readonly tieBreak: readonly TieBreakValue[];
  readonly used: Aggregate;
  /** Trimming was agreed on, but this entry is a plain mean for want of scores (S-4). */
  readonly differently: boolean;
  /** Decimal texts of the highest and lowest subtotal and their distance; null when no score counts. */
  readonly high: string | null;
  readonly low: string | null;
  readonly range: string | null;
  /** Judges whose lowest and highest subtotal was left out, in that order; empty when nothing was trimmed. */
  readonly trimmedJudges: readonly string[];
  /** judgeIds, each list in order of id. Missing: active, not recused, and without a score that counts. */
  readonly recusedJudges: readonly string[];
  readonly missingJudges: readonly string[];
  /** Recused judges whose score is there all the same: kept, listed, not counted (S-2). */
  readonly stray: readonly string[];
}
