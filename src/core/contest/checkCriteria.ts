// Whether criteria and rules can be judged by. Knows no score.
import type { Problem } from '../ground/problem';
import type { ProblemCode } from '../ground/problemCodes';
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { ContestRules, Criterion } from './contest';
import { compare, fromDecimal, isDecimal, sum, toDecimal } from './exact';
import { tieStep } from './tieChain';

/**
 * Every fault of the criteria and of the rules that refer to them: no criteria, names missing or twice, numbers that are
 * none, an empty range, a step of 0 or less, weights that do not add up to 100, a tie-break by an unknown criterion.
 * Empty: the contest can be computed. Example: weights 25, 25, 25, 15 → one problem 'weights-not-100', found "90".
 */
export function checkCriteria(criteria: readonly Criterion[], rules: Pick<ContestRules, 'tieBreak'>): Problem[] {
  if (criteria.length === 0) {
    return [
      problem(
        'no-criteria',
        '',
        text('至少一项评分标准', 'at least one criterion'),
        '',
        text('还没有评分标准：请先填写“评分标准”表。', 'There are no criteria yet: fill in the Criteria table first.'),
      ),
    ];
  }
  const problems = criteria.flatMap((criterion) => [...checkName(criterion, criteria), ...checkNumbers(criterion)]);
  const weights = criteria.map((criterion) => criterion.weight);
  if (weights.every(isDecimal)) {
    const total = toDecimal(sum(weights.map(fromDecimal)));
    if (total !== '100') {
      problems.push(
        problem(
          'weights-not-100',
          '',
          text('权重合计100', 'weights that add up to 100'),
          total,
          text(
            `各项权重合计为${total}，应为100：请改“评分标准”表的权重。`,
            `The weights add up to ${total}, not 100: correct them in the Criteria table.`,
          ),
        ),
      );
    }
  }
  for (const id of rules.tieBreak) {
    if (tieStep(id, criteria)) continue;
    problems.push({
      code: 'unknown-criterion',
      table: 'Settings',
      found: id,
      expected: text(
        criteria.map((criterion) => criterion.name).join('、'),
        criteria.map((criterion) => criterion.name).join(', '),
      ),
      message: text(
        `同分排序依据“${id}”不是评分标准中的一项，也不是“最高分”“两两比较”“抽签:种子”：请在设置中改正。`,
        `The tie-break “${id}” is none of the criteria, nor highest score, head-to-head or lots:seed: correct it in the settings.`,
      ),
    });
  }
  return problems;
}

function checkName(criterion: Criterion, criteria: readonly Criterion[]): Problem[] {
  const twice = criteria.some(
    (other) => other !== criterion && (other.name === criterion.name || other.criterionId === criterion.criterionId),
  );
  if (criterion.name !== '' && !twice) return [];
  return [
    problem(
      'criterion-name',
      criterion.criterionId,
      text('不空、不重复的名称', 'a name that is filled in and unique'),
      criterion.name,
      text(
        `评分标准${criterion.criterionId}的名称为空或重复：请改正。`,
        `The name of criterion ${criterion.criterionId} is empty or there twice: correct it.`,
      ),
    ),
  ];
}

function checkNumbers(criterion: Criterion): Problem[] {
  const { criterionId, weight, minimum, maximum, step } = criterion;
  const wrong = (found: string, zh: string, en: string): Problem =>
    problem(
      'criterion-number',
      criterionId,
      text(zh, en),
      found,
      text(
        `“${criterion.name}”应填${zh}，现为“${found}”：请在“评分标准”表中改正。`,
        `“${criterion.name}” needs ${en}, found “${found}”: correct it in the Criteria table.`,
      ),
    );
  const positive = (decimal: string): boolean => isDecimal(decimal) && fromDecimal(decimal).n > 0n;
  const problems: Problem[] = [];
  if (!positive(weight)) problems.push(wrong(weight, '大于0的权重', 'a weight above 0'));
  if (!positive(maximum)) problems.push(wrong(maximum, '大于0的最高分', 'a maximum above 0'));
  if (!isDecimal(minimum)) problems.push(wrong(minimum, '数字形式的最低分', 'a minimum that is a number'));
  else if (positive(maximum) && compare(fromDecimal(minimum), fromDecimal(maximum)) >= 0) {
    problems.push(wrong(minimum, '小于最高分的最低分', 'a minimum below the maximum'));
  }
  if (step !== '' && !positive(step))
    problems.push(wrong(step, '大于0的步长（或留空）', 'a step above 0 (or nothing)'));
  return problems;
}

function problem(code: ProblemCode, row: string, expected: Text, found: string, message: Text): Problem {
  return { code, table: 'Criteria', row, expected, found, message };
}
