// The story contest: entries, judges, criteria and what each judge wrote down.

/** What is judged. Its unit is never shown to judges. */
export interface Entry {
  /** "E001"… */
  readonly entryId: string;
  /** The number judges see instead of the unit; kept as the file brought it, e.g. "1" or "001". Compare with sameNumber(). */
  readonly blindNo: string;
  readonly unitId: string;
  readonly title: string;
  /** '' = none given. Some categories want an alias in public. */
  readonly category: string;
  readonly storyteller: string;
  /** False: takes no place, and no judge is asked to score it. */
  readonly eligible: boolean;
}

/** Who scores; a judge of a reporting unit is recused from that unit's entries (S-2). */
export interface Judge {
  /** "J01"… */
  readonly judgeId: string;
  readonly name: string;
  /** '' when the judge belongs to no reporting unit. */
  readonly unitId: string;
  /** False: neither asked nor counted; what was scored stays on the sheet. */
  readonly active: boolean;
}

/** Weights add up to 100. Decimal texts keep scores exact (S-6): "24.5", never 24.499999. */
export interface Criterion {
  /** "C1"… */
  readonly criterionId: string;
  readonly name: string;
  /** What files may call it besides. */
  readonly aliases?: readonly string[];
  readonly weight: string;
  readonly minimum: string;
  readonly maximum: string;
  /** Smallest step between two scores, e.g. "0.5". */
  readonly step: string;
}

/** One entry before one judge. A missing score is null, never 0 (S-1). */
export interface Score {
  readonly judgeId: string;
  readonly entryId: string;
  /** Decimal text per criterionId; null = not given. */
  readonly scores: Readonly<Record<string, string | null>>;
  readonly recused: boolean;
}

/** mean 平均分 · trimmed 去掉一个最高分和一个最低分 · median 中位数 */
export type Aggregate = 'mean' | 'trimmed' | 'median';
/** 1224 · 1334 · 1223 · 1 2.5 2.5 4 · 1234, only with a chain that leaves no tie */
export type RankingMethod = 'competition' | 'modified' | 'dense' | 'fractional' | 'ordinal';

/** What so many of the best get: 一等奖, 二等奖… Best first. */
export interface AwardTier {
  readonly name: string;
  readonly seats: number;
  /** Yuan each, integer; 0 = certificate only. */
  readonly prize: number;
}

/** The rules of judging as the settings and 奖项设置 say them; none has a default here. */
export interface ContestRules {
  readonly aggregate: Aggregate;
  /** Trim from this many scores up; below it the plain mean, and said so (S-4). */
  readonly trimFrom: number;
  /** Shown decimals, 0–6; half up. */
  readonly decimals: number;
  /** True: the shown score decides places (default); false: full precision. */
  readonly shownDecides: boolean;
  readonly method: RankingMethod;
  /** The chain in order: criterionIds or the steps of tieChain.ts (“#high”, “#pairwise”, “#lots:seed”); then stays tied. */
  readonly tieBreak: readonly string[];
  /** Fewer scores than this: 待定, not ranked (S-5). */
  readonly minimumScores: number;
  /** Seats of all tiers. */
  readonly awardQuota: number;
  /** Yuan per award of the first tier, integer. */
  readonly prize: number;
  /** Best first; without them there is one, `awardQuota` × `prize`. */
  readonly tiers?: readonly AwardTier[];
}
