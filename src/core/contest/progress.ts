// How far the judging is: every judge and every entry, three states kept apart (S-1, S-2). Decides nothing.
import { compareNumbers } from './blindNumber';
import type { Entry, Judge } from './contest';
import type { Contest } from './scoreTable';
import { createScoreTable } from './scoreTable';
import type { ScoreState } from './subtotal';

export interface EntryProgress {
  readonly entry: Entry;
  /** By judge, in the order of `judges`. */
  readonly states: readonly ScoreState[];
  readonly scored: number;
  readonly recused: number;
  /** Not scored, half scored or wrong. */
  readonly open: number;
}

export interface JudgeProgress {
  readonly judge: Judge;
  readonly scored: number;
  readonly recused: number;
  readonly open: number;
}

export interface JudgingProgress {
  readonly judges: readonly JudgeProgress[];
  /** Fewest scores first, then by blind number. Eligible entries only. */
  readonly entries: readonly EntryProgress[];
  readonly scored: number;
  readonly recused: number;
  readonly open: number;
}

/** Example: 7 judges, 48 entries, one recusal, nothing scored yet → scored 0, recused 1, open 335. */
export function judgingProgress(contest: Contest): JudgingProgress {
  const table = createScoreTable(contest);
  const count = (states: readonly ScoreState[], wanted: (state: ScoreState) => boolean): number =>
    states.filter(wanted).length;
  const totals = (states: readonly ScoreState[]): { scored: number; recused: number; open: number } => ({
    scored: count(states, (state) => state === 'scored'),
    recused: count(states, (state) => state === 'recused'),
    open: count(states, (state) => state !== 'scored' && state !== 'recused'),
  });
  const entries = contest.entries
    .filter(({ eligible }) => eligible)
    .map((entry): EntryProgress => {
      const states = table.ballots(entry).map(({ state }) => state);
      return { entry, states, ...totals(states) };
    })
    .sort((a, b) => a.scored - b.scored || b.open - a.open || compareNumbers(a.entry.blindNo, b.entry.blindNo));
  const judges = table.judges.map((judge, index) => ({
    judge,
    ...totals(entries.flatMap(({ states }) => states[index] ?? [])),
  }));
  return { judges, entries, ...totals(entries.flatMap(({ states }) => states)) };
}
