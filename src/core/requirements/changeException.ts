// What an extension, another quota or an exemption makes of a unit's terms, and what speaks against it (D-2). Knows no table.
import type { Problem } from '../ground/problem';
import type { Unit } from '../roster/unit';
import { text } from '../ground/text';
import { formatMoment } from '../time/formatMoment';
import { isoFromWallTime, type WallTime } from '../ground/wallTime';
import { appliesTo } from './appliesTo';
import { effective, type EffectiveTerms } from './effective';
import type { Exception, Requirement } from './requirement';

/** What is to be different for one unit and item; what is null stays. */
export interface ExceptionRequest {
  /** New due time of this unit; null leaves it. */
  readonly to: WallTime | null;
  /** New quota of this unit, integer ≥ 1; null leaves it. */
  readonly quota: number | null;
  readonly exempt: boolean;
  /** Blank is refused: an exception has somebody who approved it, and a reason. */
  readonly approvedBy: string;
  readonly reason: string;
}

/** Something left out that has to be given. */
function missingInput(column: 'change' | 'approvedBy' | 'reason', zh: string, en: string): Problem {
  return {
    code: `missing-${column}`,
    table: 'Exceptions',
    column,
    expected: text(zh, en),
    found: '',
    message: text(`请写明${zh}，没有写入。`, `Give ${en}; nothing was written.`),
  };
}

function timeProblems(requirement: Requirement, unit: Unit, terms: EffectiveTerms, to: WallTime): Problem[] {
  const place = {
    table: 'Exceptions',
    row: `${unit.unitId} ${requirement.requirementId}`,
    column: 'to',
    found: isoFromWallTime(to).replace('T', ' '),
  };
  const { due } = terms;
  if (due === null) {
    return [
      {
        ...place,
        code: 'no-due-time',
        expected: text('有截止时间的事项', 'an item with a due time'),
        message: text(
          `${requirement.requirementId} 没有截止时间，不会逾期，不需要延期。`,
          `${requirement.requirementId} has no due time and is never overdue: nothing to extend.`,
        ),
      },
    ];
  }
  if (to > due) return [];
  const present = { zh: formatMoment(due, 'zh', 'full'), en: formatMoment(due, 'en', 'full') };
  return [
    {
      ...place,
      code: 'not-later',
      expected: text(`晚于 ${present.zh}`, `later than ${present.en}`),
      message: text(
        `${unit.name}的 ${requirement.requirementId} 现在的截止时间是 ${present.zh}，延期须晚于它，没有写入。`,
        `${requirement.requirementId} is now due from ${unit.name} at ${present.en}: an extension must be later; nothing was written.`,
      ),
    },
  ];
}

/**
 * Everything that speaks against the request, all at once: the unit does not owe the item, no change is named, the moment is not after
 * the present due time, the quota is no whole number from 1 up, approver or reason is missing. An empty list: it may be done.
 * Example: an extension to the very due second gives one problem 'not-later'.
 */
export function checkException(
  requirement: Requirement,
  unit: Unit,
  exceptions: readonly Exception[],
  request: ExceptionRequest,
): Problem[] {
  const { to, quota, exempt } = request;
  const problems: Problem[] = [];
  const row = `${unit.unitId} ${requirement.requirementId}`;
  if (!appliesTo(requirement, unit)) {
    problems.push({
      code: 'not-owed',
      table: 'Exceptions',
      row,
      expected: text('应报这一事项的单位', 'a unit that owes the item'),
      found: unit.name || unit.unitId,
      message: text(
        `${unit.name || unit.unitId}不在 ${requirement.requirementId} 的报送范围内（或已停用），没有写入。`,
        `${unit.name || unit.unitId} does not owe ${requirement.requirementId} (or is inactive); nothing was written.`,
      ),
    });
  }
  if (to === null && quota === null && !exempt)
    problems.push(missingInput('change', '延期至何时、另定数量或免报', 'a new due time, a quota or an exemption'));
  if (to !== null) problems.push(...timeProblems(requirement, unit, effective(requirement, unit, exceptions), to));
  if (quota !== null && !(Number.isInteger(quota) && quota >= 1 && quota <= 99)) {
    problems.push({
      code: 'bad-quota',
      table: 'Exceptions',
      row,
      column: 'quota',
      expected: text('1 到 99 的整数', 'a whole number, 1–99'),
      found: String(quota),
      message: text(
        `另定数量应为 1 到 99 的整数，现在是“${quota}”，没有写入。`,
        `The quota must be a whole number from 1 to 99, found “${quota}”; nothing was written.`,
      ),
    });
  }
  if (request.approvedBy.trim() === '') problems.push(missingInput('approvedBy', '批准人', 'who approved it'));
  if (request.reason.trim() === '') problems.push(missingInput('reason', '理由', 'the reason'));
  return problems;
}
