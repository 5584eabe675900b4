// Whether the winners would be others under another way of counting, or without any one judge. A comparison: it decides nothing.
import type { Aggregate } from './contest';
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { Standing } from './standing';
import { countingOf, type ContestInput } from './standings';

/** Another way of counting, and what it would change among the winners. */
export interface Alternative {
  /** "mean", "trimmed", "median", "z-score", or "without J03". */
  readonly way: string;
  readonly name: Text;
  /** entryIds that would win, or be in a tie across the line, and do not now; in order of id. */
  readonly comesIn: readonly string[];
  /** The other way round. */
  readonly goesOut: readonly string[];
}

const AGGREGATES: readonly { readonly aggregate: Aggregate; readonly name: Text }[] = [
  { aggregate: 'mean', name: text('直接取平均分', 'by the plain mean') },
  { aggregate: 'trimmed', name: text('去掉一个最高分和一个最低分', 'by the trimmed mean') },
  { aggregate: 'median', name: text('取中位数', 'by the median') },
];

/** Winners and those in a tie across the line: whoever might get an award. */
function candidates(standings: readonly Standing[]): Set<string> {
  return new Set(
    standings
      .filter(({ rank, decision }) => rank !== null && (decision === 'award' || decision === 'undecided'))
      .map(({ entryId }) => entryId),
  );
}

/** An entry that has a place. */
interface Ranked {
  readonly entryId: string;
  /** Its index among the entries. */
  readonly at: number;
}

/**
 * Winners by z-score: every judge's subtotals are centred on the judge's own mean and divided by the judge's own spread, then
 * averaged per entry, so that a strict judge weighs no more than a generous one. Spread is irrational, so these are rounded
 * to 9 decimals: good enough to compare, never used to decide.
 */
function byZScore(ranked: readonly Ranked[], marks: readonly Float64Array[], seats: number): Set<string> {
  const sums = new Float64Array(ranked.length);
  const counts = new Float64Array(ranked.length);
  for (const own of marks) {
    const given = ranked.map(({ at }) => own[at] as number).filter((mark) => !Number.isNaN(mark));
    const mean = given.reduce((sum, mark) => sum + mark, 0) / Math.max(given.length, 1);
    const spread = Math.sqrt(given.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / Math.max(given.length, 1));
    ranked.forEach(({ at }, place) => {
      const mark = own[at] as number;
      if (Number.isNaN(mark)) return;
      sums[place] = (sums[place] as number) + (spread === 0 ? 0 : (mark - mean) / spread);
      counts[place] = (counts[place] as number) + 1;
    });
  }
  const scored = ranked
    .map(({ entryId }, place) => ({
      entryId,
      value: Number(((sums[place] as number) / Math.max(counts[place] as number, 1)).toFixed(9)),
    }))
    .sort((a, b) => b.value - a.value);
  const line = scored[seats - 1]?.value ?? -Infinity;
  return new Set(scored.filter(({ value }) => seats > 0 && value >= line).map(({ entryId }) => entryId));
}

/**
 * The alternatives under which the winners would be others, in a fixed order; empty: the winners stand however one counts.
 * Example: an entry that one generous judge carries over the line → an alternative "without J03" with it in `goesOut`.
 */
export function robustness(input: ContestInput): Alternative[] {
  const counting = countingOf(input);
  const now = counting.standings(input.rules);
  const winners = candidates(now);
  const indexOf = new Map(input.entries.map(({ entryId }, at) => [entryId, at]));
  const ranked = now.flatMap(({ entryId, rank }) =>
    rank === null ? [] : [{ entryId, at: indexOf.get(entryId) ?? -1 }],
  );
  const compare = (way: string, name: Text, others: ReadonlySet<string>): Alternative[] => {
    const comesIn = [...others].filter((id) => !winners.has(id)).sort();
    const goesOut = [...winners].filter((id) => !others.has(id)).sort();
    return comesIn.length + goesOut.length === 0 ? [] : [{ way, name, comesIn, goesOut }];
  };
  const active = counting.judges;
  return [
    ...AGGREGATES.filter(({ aggregate }) => aggregate !== input.rules.aggregate).flatMap(({ aggregate, name }) =>
      compare(aggregate, name, counting.candidates({ ...input.rules, aggregate })),
    ),
    ...compare(
      'z-score',
      text('按评委标准分（z 分数）', 'by z-scores per judge'),
      byZScore(ranked, counting.marks(), input.rules.awardQuota),
    ),
    ...(active.length < 2
      ? []
      : active.flatMap((judge, at) => {
          const rules = { ...input.rules, minimumScores: Math.min(input.rules.minimumScores, active.length - 1) };
          return compare(
            `without ${judge.judgeId}`,
            text(`不计${judge.name || judge.judgeId}的评分`, `without ${judge.name || judge.judgeId}`),
            counting.candidates(rules, at),
          );
        })),
  ];
}
