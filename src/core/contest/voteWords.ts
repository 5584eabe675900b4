// The result of a re-vote as people write it, and whether it can be one. Knows entries by what is said of them, no table.
import type { Problem } from '../ground/problem';
import type { ProblemCode } from '../ground/problemCodes';
import { text } from '../ground/text';
import { sameNumber } from './blindNumber';

/** An entry that a re-vote is held on. */
export interface Contested {
  readonly entryId: string;
  readonly blindNo: string;
  /** How many judges may vote on it: those who are not recused (S-2). */
  readonly voters: number;
}

type VoteReading =
  | { readonly kind: 'votes'; /** By entryId, of every contested entry. */ readonly votes: ReadonlyMap<string, number> }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] };

const PIECE = /^(.+?)号?\s*[=:]\s*(\d+)\s*票?$/;

/**
 * Every contested entry with its votes, and no other: “10=4、11=2、12=1”, “10号：4票；11号：2票；12号：1票”. All that is wrong is named at once: what cannot
 * be read, numbers that are not contested or stand twice, entries that are left out, more votes than judges who may vote.
 */
export function readVotes(words: string, contested: readonly Contested[]): VoteReading {
  const numbers = contested.map(({ blindNo }) => blindNo).join('、');
  const example = contested.map(({ blindNo }, index) => `${blindNo}=${contested.length - index}`).join('、');
  const problems: Problem[] = [];
  const complain = (code: ProblemCode, found: string, zh: string, en: string): void =>
    void problems.push({
      code,
      table: 'Decisions',
      column: 'votes',
      found,
      expected: text(example, example),
      message: text(zh, en),
    });
  const votes = new Map<string, number>();
  for (const piece of words
    .normalize('NFKC')
    .split(/[、,;\n]|(?<=\d|票)\s+(?=[^\s=:票])/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [, word = '', count = ''] = PIECE.exec(piece) ?? [];
    const entry = contested.find(({ entryId, blindNo }) => entryId === word.trim() || sameNumber(blindNo, word.trim()));
    if (word === '')
      complain(
        'unreadable-votes',
        piece,
        `“${piece}”看不懂：请写成 ${example}。`,
        `“${piece}” cannot be read: write ${example}.`,
      );
    else if (!entry)
      complain(
        'not-contested',
        word.trim(),
        `${word.trim()}号不在并列之中：只对 ${numbers}号重新投票。`,
        `No. ${word.trim()} is not contested: only no. ${numbers} are voted on.`,
      );
    else if (votes.has(entry.entryId))
      complain(
        'votes-twice',
        piece,
        `${entry.blindNo}号写了两次得票。`,
        `The votes of no. ${entry.blindNo} stand there twice.`,
      );
    else {
      votes.set(entry.entryId, Number(count));
      if (Number(count) > entry.voters)
        complain(
          'too-many-votes',
          piece,
          `${entry.blindNo}号得票 ${count}，多于可以投票的 ${entry.voters} 位评委（回避的不投）。`,
          `No. ${entry.blindNo} has ${count} votes, more than the ${entry.voters} judges who may vote on it (recused ones may not).`,
        );
    }
  }
  const without = contested.filter(({ entryId }) => !votes.has(entryId)).map(({ blindNo }) => blindNo);
  if (without.length > 0)
    complain(
      'missing-votes',
      words,
      `还缺 ${without.join('、')}号的得票：每篇都要写，没有得票写 0，如 ${example}。`,
      `The votes of no. ${without.join(', ')} are missing: write every one, 0 for none, such as ${example}.`,
    );
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'votes', votes };
}
