// How far the judging is: every judge and every entry, three states kept apart (S-1, S-2). Decides nothing.
import { compareNumbers } from './blindNumber';
import type { Entry, Judge } from './contest';
import type { Contest } from './scoreTable';
import { packScores, statesOf } from './packedScores';
import { createScoreTable } from './scoreTable';
import type { ScoreState } from './subtotal';

interface EntryProgress {
  readonly entry: Entry;
  /** By judge, in the order of `judges`. */
  readonly states: readonly ScoreState[];
  readonly scored: number;
  readonly recused: number;
  /** Not scored, half scored or wrong. */
  readonly open: number;
}

interface JudgeProgress {
  readonly judge: Judge;
  readonly scored: number;
  readonly recused: number;
  readonly open: number;
}

/** How far judging has come: by judge and by entry. Recused pairs are neither scored nor open. */
export interface JudgingProgress {
  readonly judges: readonly JudgeProgress[];
  /** Fewest scores first, then by blind number. Eligible entries only. */
  readonly entries: readonly EntryProgress[];
  readonly scored: number;
  readonly recused: number;
  readonly open: number;
}

interface Panel {
  readonly judges: readonly Judge[];
  /** Of the entry, which stands at that index. */
  states(entry: Entry, index: number): readonly ScoreState[];
}

function panelOf(contest: Contest): Panel {
  const packed = packScores(contest);
  if (packed) return { judges: packed.judges, states: (_entry, index) => statesOf(packed, index) };
  const table = createScoreTable(contest);
  return { judges: table.judges, states: (entry) => table.ballots(entry).map(({ state }) => state) };
}

/** Example: 7 judges, 48 entries, one recusal, nothing scored yet → scored 0, recused 1, open 335. */
export function judgingProgress(contest: Contest): JudgingProgress {
  const panel = panelOf(contest);
  const count = (states: readonly ScoreState[], wanted: (state: ScoreState) => boolean): number =>
    states.filter(wanted).length;
  const totals = (states: readonly ScoreState[]): { scored: number; recused: number; open: number } => ({
    scored: count(states, (state) => state === 'scored'),
    recused: count(states, (state) => state === 'recused'),
    open: count(states, (state) => state !== 'scored' && state !== 'recused'),
  });
  const entries = contest.entries
    .map((entry, index): EntryProgress => {
      const states = entry.eligible ? panel.states(entry, index) : [];
      return { entry, states, ...totals(states) };
    })
    .filter(({ entry }) => entry.eligible)
    .sort((a, b) => a.scored - b.scored || b.open - a.open || compareNumbers(a.entry.blindNo, b.entry.blindNo));
  const judges = panel.judges.map((judge, index) => ({
    judge,
    ...totals(entries.flatMap(({ states }) => states[index] ?? [])),
  }));
  return { judges, entries, ...totals(entries.flatMap(({ states }) => states)) };
}
