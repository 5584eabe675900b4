// What people have to know and say about a tie across the quota. Chooses nothing.
import type { Decision as ContestDecision } from '../../core/contest/decisions';
import type { TieChoice } from '../../core/contest/tieChoice';
import type { ContestRules } from '../../core/contest/contest';
import { readLineChoices, strayLineChoices } from '../../core/contest/lineChoices';
import type { Resolution } from '../../core/contest/resolveTie';
import { tiersOf } from '../../core/contest/tiers';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { tieCostInSentence } from './tieCost';

/** How ties at a line are settled, as options say it. */
export interface TieInput {
  readonly tie?: TieChoice;
  /** “一等奖=more；三等奖=lots”: for lines by name; `tie` is for the first of the others. */
  readonly ties?: string;
  /** What the committee said: without it no choice is taken. */
  readonly reason?: string;
  readonly seed?: string;
}

type Tie = Extract<ContestDecision, { kind: 'tie' }>;

const CHOICES: readonly TieChoice[] = ['more', 'fewer', 'revote', 'lots'];

/** A choice needs its reason, lots a seed; a re-vote brought its own when it was put on record. Anything that is no choice is refused by name. */
export function tieInputProblems({
  tie,
  ties,
  reason,
  seed,
}: {
  readonly tie?: string;
  readonly ties?: string;
  readonly reason?: string;
  readonly seed?: string;
}): Problem[] {
  const named = Object.values(readLineChoices(ties ?? ''));
  if (tie === undefined && named.length === 0) return [];
  if (tie !== undefined && !CHOICES.some((choice) => choice === tie)) {
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
  if ((tie !== 'revote' || named.length > 0) && (reason ?? '').trim() === '') {
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
  if ((tie === 'lots' || named.includes('lots')) && (seed ?? '').trim() === '') {
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

/** What was chosen, as the core carries it out; a re-vote carries itself out. */
export function resolutionOf({ tie, ties, seed }: TieInput): Resolution {
  return {
    ...(tie !== undefined && tie !== 'revote' && { choice: tie }),
    ties: readLineChoices(ties ?? ''),
    ...((seed ?? '').trim() !== '' && { seed }),
  };
}

/** Pieces of `ties` that name no tier of the campaign, or no choice. */
export function strayTies({ ties }: TieInput, rules: ContestRules): Problem[] {
  const names = tiersOf(rules).map(({ name }) => name);
  return strayLineChoices(ties ?? '', names).map((found) => ({
    code: 'bad-choice',
    column: 'ties',
    found,
    expected: text(`${names.join('、')}＝more、fewer 或 lots`, `${names.join(', ')} = more, fewer or lots`),
    message: text(
      `看不懂“${found}”：请写成“奖项=more”之类，奖项为 ${names.join('、')}，处理为 more、fewer 或 lots。`,
      `“${found}” is not clear: write “tier=more” with a tier of ${names.join(', ')} and more, fewer or lots.`,
    ),
  }));
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

/** The tie that stops the award list: who, how many seats, and what each choice costs. `voted`: a re-vote left it so; `several`: there
 * are several tiers, so that it has to be said which. */
export function tieAtQuota(
  tie: Tie,
  standings: readonly Standing[],
  { voted = false, several = false }: { readonly voted?: boolean; readonly several?: boolean } = {},
): Problem {
  const contested = standings.filter(({ entryId }) => tie.contested.includes(entryId));
  const names = contested.map(({ blindNo, title }) => `${blindNo}号《${title}》`).join('、');
  const namesEn = contested.map(({ blindNo, title }) => `no. ${blindNo} “${title}”`).join(', ');
  const cost = (choice: TieChoice): Text =>
    tieCostInSentence(tie.choices.find((option) => option.choice === choice) ?? { awards: 0, cost: 0 });
  const [more, fewer, lots] = [cost('more'), cost('fewer'), cost('lots')];
  const tier = tie.tier && several ? text(`“${tie.tier}”`, ` of “${tie.tier}”`) : text('', '');
  return {
    code: 'tie-at-quota',
    table: 'Standings',
    row: contested[0]?.entryId,
    found: contested.map(({ blindNo }) => blindNo).join('、'),
    expected: text(`剩余 ${tie.seatsLeft} 个名额`, `${tie.seatsLeft} places left`),
    message: text(
      `${names}${voted ? '复评后仍' : ''}并列，${tier.zh}只剩 ${tie.seatsLeft} 个名额。请评委会决定：全部获奖（${more.zh}）、均不获奖（${fewer.zh}）、${voted ? '再次' : ''}重新投票（复评，只投这几篇，${lots.zh}）或抽签（${lots.zh}），并写明理由。`,
      `${namesEn} are ${voted ? 'still ' : ''}tied${voted ? ' after the re-vote' : ''} for ${tie.seatsLeft} places${tier.en}. Let the committee decide, with its reason: all win (${more.en}), none wins (${fewer.en}), ${voted ? 'another' : 'a'} re-vote on these alone (${lots.en}), or lots (${lots.en}).`,
    ),
  };
}
