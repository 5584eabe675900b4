// Scores that have nowhere to stand, or that nobody has given yet, as problems of whoever reads them.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';

/** Numbers, and no score beside them. */
export function noScoresYet(rows: number): Problem {
  return {
    code: 'no-scores-yet',
    table: 'Scores',
    expected: text('填了分数的行', 'rows with scores'),
    found: String(rows),
    message: text(
      `文件里的 ${rows} 行都还没有打分，没有可以导入的：请等评委打完分再来。`,
      `None of the ${rows} rows of the file has a score yet, so there is nothing to take: come back when the judge has scored.`,
    ),
  };
}

/** Scores have nowhere to stand yet. */
export function noTabs(): Problem {
  return {
    code: 'no-score-sheets',
    table: 'Judges',
    expected: text('每位评委一张评分表', 'a score sheet for each judge'),
    found: '',
    message: text(
      '还没有评分表：请先运行“生成评分表”。',
      "There are no score sheets yet: run “Make judges' sheets” first.",
    ),
  };
}
