// What was settled about the contest and put on record: the rules, the awards, a withdrawal. Append only; knows no workbook.
import type { WallTime } from '../ground/wallTime';
import type { TieChoice } from './tieChoice';

/** rules 规则确定 · decide 评定 · withdraw 退出递补 · notice 公示 · revote 复评 */
type RulingAct = 'rules' | 'decide' | 'withdraw' | 'notice' | 'revote';
/** award 获奖 · reserve 候补 · withdrawn 退出 · movedUp 递补获奖 */
export type RulingOutcome = 'award' | 'reserve' | 'withdrawn' | 'movedUp';

/** One row of the record. All rows of one act share `actId`, `act`, `at`, `by`, `reason` and `fingerprint`. */
export interface Ruling {
  /** "D01", in the order in which things were settled. */
  readonly actId: string;
  readonly act: RulingAct;
  readonly at: WallTime;
  readonly by: string;
  readonly reason: string;
  /** '' when the act is about no entry. */
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  /** The unit's name as the row has it; undefined where the row is only about to be written. */
  readonly unit?: string;
  readonly rank: number | null;
  /** The shown score at that moment. */
  readonly shown: string;
  /** What a re-vote gave the entry; null for every other act. */
  readonly votes: number | null;
  /** Null when the act is about no entry, or decides nothing about it. */
  readonly outcome: RulingOutcome | null;
  /** Name of the tier of its award; '' where there are no named tiers. */
  readonly tier: string;
  readonly tie: TieChoice | null;
  /** Seed of a draw; '' when there was none. */
  readonly seed: string;
  /** “name=value” joined by ；. For rules: all of them; for a notice: its days; for a decision: what was
   * chosen at each tied line, by tier. */
  readonly content: string;
  /** Of the rules (act 'rules'), of the list shown (act 'notice'), else of rules and counted scores together. */
  readonly fingerprint: string;
}

/** The rows in the order of their acts ("D2" before "D10"); rows of one act keep their order. */
export function inOrderOfActs(rulings: readonly Ruling[]): Ruling[] {
  const number = ({ actId }: Ruling): number => Number(/\d+/.exec(actId)?.[0] ?? 0);
  return rulings
    .map((ruling, index) => ({ ruling, index }))
    .sort((a, b) => number(a.ruling) - number(b.ruling) || a.index - b.index)
    .map(({ ruling }) => ruling);
}

/** The latest time that the rules were settled, or null. */
export function settledRules(rulings: readonly Ruling[]): Ruling | null {
  return (
    inOrderOfActs(rulings)
      .filter(({ act }) => act === 'rules')
      .at(-1) ?? null
  );
}
