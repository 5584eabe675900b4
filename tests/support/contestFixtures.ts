// Entries, judges, criteria and rules for tests, each complete and overridable.
import type { Ruling } from '../../src/core/contest/ruling';
import type { ContestRules, Criterion, Entry, Judge, Score } from '../../src/core/contest/contest';

export const CRITERIA: readonly Criterion[] = [
  { criterionId: 'C1', name: '真实性', weight: '25', minimum: '0', maximum: '25', step: '0.5' },
  { criterionId: 'C2', name: '感染力', weight: '25', minimum: '0', maximum: '25', step: '0.5' },
  { criterionId: 'C3', name: '教育意义', weight: '25', minimum: '0', maximum: '25', step: '0.5' },
  { criterionId: 'C4', name: '时代特色', weight: '15', minimum: '0', maximum: '15', step: '0.5' },
  { criterionId: 'C5', name: '表达质量', weight: '10', minimum: '0', maximum: '10', step: '0.5' },
];

/** One criterion that is the whole score: a subtotal is what was typed. */
export const WHOLE: readonly Criterion[] = [
  { criterionId: 'C1', name: '总评', weight: '100', minimum: '0', maximum: '100', step: '' },
];

export const RULES: ContestRules = {
  aggregate: 'trimmed',
  trimFrom: 6,
  decimals: 2,
  shownDecides: true,
  method: 'competition',
  tieBreak: ['C1'],
  minimumScores: 1,
  awardQuota: 10,
  prize: 1000,
};

export function entry(number: number, over: Partial<Entry> = {}): Entry {
  const text = String(number).padStart(3, '0');
  return {
    entryId: `E${text}`,
    blindNo: text,
    unitId: `U${text}`,
    title: `故事${text}`,
    category: '禁毒志愿者',
    storyteller: '',
    eligible: true,
    ...over,
  };
}

export function judge(number: number, over: Partial<Judge> = {}): Judge {
  return { judgeId: `J${String(number).padStart(2, '0')}`, name: `评委${number}`, unitId: '', active: true, ...over };
}

/** A score under WHOLE: entry and judge by number, the value as typed. */
export function whole(entryNumber: number, judgeNumber: number, value: string | null): Score {
  return {
    entryId: entry(entryNumber).entryId,
    judgeId: judge(judgeNumber).judgeId,
    scores: { C1: value },
    recused: false,
  };
}

/** Scores of one entry from J01 on, under WHOLE. */
export function wholeRow(entryNumber: number, values: readonly (string | null)[]): Score[] {
  return values.map((value, index) => whole(entryNumber, index + 1, value));
}

/** Scores from C1 on of one entry before one judge. */
export function score(
  entryNumber: number,
  judgeNumber: number,
  values: readonly (string | null)[],
  recused = false,
): Score {
  return {
    entryId: entry(entryNumber).entryId,
    judgeId: judge(judgeNumber).judgeId,
    recused,
    scores: Object.fromEntries(values.map((value, index) => [`C${index + 1}`, value])),
  };
}

/** A row of the record about no entry. */
export const PLAIN_RULING = {
  reason: '',
  entryId: '',
  blindNo: '',
  title: '',
  rank: null,
  shown: '',
  votes: null,
  outcome: null,
  tier: '',
  tie: null,
  seed: '',
  content: '',
  fingerprint: '',
} as const satisfies Partial<Ruling>;
