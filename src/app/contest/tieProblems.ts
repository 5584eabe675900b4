// What people have to know and say about a tie across the quota. Chooses nothing.
import type { Decision as ContestDecision, TieChoice } from '../../core/contest/decisions';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';

type Tie = Extract<ContestDecision, { kind: 'tie' }>;

const CHOICES: readonly TieChoice[] = ['more', 'fewer', 'revote', 'lots'];

/** A choice needs its reason, lots a seed; a re-vote brought its own when it was put on record. Anything that is no choice is refused by name. */
export function tieInputProblems({
  tie,
  reason,
  seed,
}: {
  readonly tie?: string;
  readonly reason?: string;
  readonly seed?: string;
}): Problem[] {
  if (tie === undefined) return [];
  if (!CHOICES.some((choice) => choice === tie)) {
    return [
      {
        code: 'bad-choice',
        expected: text('more（增加）、fewer（减少）、revote（复评）或 lots（抽签）', 'more, fewer, revote or lots'),
        found: tie,
        message: text(
          `不认识的处理方式“${tie}”：请用 more、fewer、revote 或 lots。`,
          `Unknown choice “${tie}”: use more, fewer, revote or lots.`,
        ),
      },
    ];
  }
  const problems: Problem[] = [];
  if (tie !== 'revote' && (reason ?? '').trim() === '') {
    problems.push({
      code: 'missing-reason',
      expected: text('评委会决定的理由', 'the reason of the committee’s decision'),
      found: '',
      message: text(
        '请写明评委会这样决定的理由，它会印在名单上并记入日志。',
        'State why the committee decided so: it is printed on the list and kept in the log.',
      ),
    });
  }
  if (tie === 'lots' && (seed ?? '').trim() === '') {
    problems.push({
      code: 'missing-seed',
      expected: text('抽签种子，如会议纪要编号', 'a seed for the draw, such as the number of the minutes'),
      found: '',
      message: text(
        '抽签须有事先公布的种子（如会议纪要编号），以便任何人复核。',
        'Lots need a seed that was announced before (such as the number of the minutes), so that anyone can check the draw.',
      ),
    });
  }
  return problems;
}

/** A re-vote is chosen while none is on record that tells the contested entries apart. */
export function revoteNeeded(tie: Tie, standings: readonly Standing[]): Problem {
  const numbers = standings
    .filter(({ entryId }) => tie.contested.includes(entryId))
    .map(({ blindNo }) => blindNo)
    .join('、');
  return {
    code: 'revote-needed',
    table: 'Decisions',
    found: numbers,
    expected: text('分出先后的复评记录', 'a re-vote on record that tells them apart'),
    message: text(
      `${numbers}号还没有分出先后的复评：请评委只对这几篇重新投票，用“登记复评”登记得票后再评定。`,
      `No re-vote on record tells no. ${numbers} apart: let the judges vote again on these alone, put the votes on record with “Re-vote”, then decide.`,
    ),
  };
}

/** The tie that stops the award list: who, how many seats, and what each choice costs. `voted`: a re-vote left it so. */
export function tieAtQuota(tie: Tie, standings: readonly Standing[], voted = false): Problem {
  const contested = standings.filter(({ entryId }) => tie.contested.includes(entryId));
  const names = contested.map(({ blindNo, title }) => `${blindNo}号《${title}》`).join('、');
  const namesEn = contested.map(({ blindNo, title }) => `no. ${blindNo} “${title}”`).join(', ');
  const cost = (choice: TieChoice): { awards: number; cost: number } =>
    tie.choices.find((option) => option.choice === choice) ?? { awards: 0, cost: 0 };
  const [more, fewer, lots] = [cost('more'), cost('fewer'), cost('lots')];
  return {
    code: 'tie-at-quota',
    table: 'Standings',
    row: contested[0]?.entryId,
    found: contested.map(({ blindNo }) => blindNo).join('、'),
    expected: text(`剩余 ${tie.seatsLeft} 个名额`, `${tie.seatsLeft} places left`),
    message: text(
      `${names}${voted ? '复评后仍' : ''}并列，只剩 ${tie.seatsLeft} 个名额。请评委会决定：全部获奖（共 ${more.awards} 名，${more.cost} 元）、均不获奖（共 ${fewer.awards} 名，${fewer.cost} 元）、${voted ? '再次' : ''}重新投票（复评，只投这几篇，共 ${lots.awards} 名，${lots.cost} 元）或抽签（共 ${lots.awards} 名，${lots.cost} 元），并写明理由。`,
      `${namesEn} are ${voted ? 'still ' : ''}tied${voted ? ' after the re-vote' : ''} for ${tie.seatsLeft} places. Let the committee decide, with its reason: all win (${more.awards} awards, ${more.cost} yuan), none wins (${fewer.awards} awards, ${fewer.cost} yuan), ${voted ? 'another' : 'a'} re-vote on these alone (${lots.awards} awards, ${lots.cost} yuan), or lots (${lots.awards} awards, ${lots.cost} yuan).`,
    ),
  };
}
