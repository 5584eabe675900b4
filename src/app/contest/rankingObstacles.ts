// What forbids a ranking: faults of the rules, nobody who scores, places that no two may share. Asked by all who rank, decide or list.
import type { ContestRules } from '../../core/contest/contest';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { judgesWhoScore, othersScores, ruleProblems } from './contestSituation';
import type { Situation } from '../run/runJob';

/** What forbids any ranking: faults of the rules, stories whose scores are another's, no judges, no scores. */
export function rankingObstacles(situation: Situation): Problem[] {
  const { campaign } = situation;
  const problems = [...ruleProblems(situation), ...othersScores(situation), ...withoutIds(situation)];
  const lacks = (code: ProblemCode, table: string, expected: Text, message: Text): void =>
    void problems.push({ code, table, expected, found: '', message });
  if (judgesWhoScore(campaign).length === 0) {
    lacks(
      'no-judges',
      'Judges',
      text('有评分表的评委', 'judges with score sheets'),
      text(
        '还没有评委的评分表：请先运行“生成评分表”。',
        "No judge has a score sheet yet: run “Make judges' sheets” first.",
      ),
    );
  } else if (!campaign.scores.any) {
    lacks(
      'no-scores',
      'Judges',
      text('评委的评分', 'scores'),
      text(
        '评分表里还没有分数：请等评委打分，或导入评分。',
        'The score sheets hold no scores yet: wait for the judges, or import scores.',
      ),
    );
  }
  return problems;
}

/** Scores, places and awards go by the id. */
function withoutIds({ campaign: { entries } }: Situation): Problem[] {
  const without = entries.filter(({ entryId, eligible }) => entryId === '' && eligible);
  const [first] = without;
  if (!first) return [];
  const numbers = without.map(({ blindNo, title }) => blindNo || title);
  return [
    {
      code: 'entry-without-id',
      table: 'Entries',
      column: 'entryId',
      expected: text('参评编号', 'an entry ID'),
      found: first.blindNo,
      message: text(
        `参评作品有 ${without.length} 件还没有参评编号（盲评号 ${numbers.join('、')}），分数算不到它们：请运行“生成评分表”补上编号，已填的分数都留着。`,
        `${without.length} entries have no entry ID yet (no. ${numbers.join(', ')}), so that no score counts for them: run “Make the score sheets”, which numbers them; what was typed stays.`,
      ),
    },
  ];
}

/** places that no two may share need a chain that leaves no tie. */
export function unbrokenTies(standings: readonly Standing[], { method }: Pick<ContestRules, 'method'>): Problem[] {
  const tied = method === 'ordinal' ? standings.filter((standing) => standing.tied) : [];
  if (tied.length === 0) return [];
  const numbers = tied.map(({ blindNo }) => blindNo).join('、');
  return [
    {
      code: 'tie-break-incomplete',
      table: 'Settings',
      row: 'tieBreak',
      found: numbers,
      expected: text('分出全部先后的同分比较顺序', 'a chain that leaves no tie'),
      message: text(
        `规则不许并列，但${numbers}号按现有比较顺序仍相同：请在“同分比较顺序”末尾加“抽签:种子”，或改用允许并列的名次办法。`,
        `The rules allow no ties, but no. ${numbers} are still equal: end the tie-break order with “lots:seed”, or choose a method that allows ties.`,
      ),
    },
  ];
}
