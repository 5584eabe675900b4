// What has to be right before judges get their sheets: criteria, judges and blind numbers. Makes nothing.
import { normalizeNumber } from '../../core/contest/blindNumber';
import type { Entry, Judge } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { othersScores, ruleProblems } from './contestSituation';
import type { NumberedEntries } from './entryIds';
import { scoreSheetSpec } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from '../run/runJob';

/** Entries that are named one by one. */
const NAMED = 8;
/** More are a slip of the finger. */
const MOST_JUDGES = 50;

/** A whole number of judges that can be meant. */
export function isJudgeCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MOST_JUDGES;
}

/**
 * Why no sheet can be made: criteria, judges or entries are not ready. `panel`: those who left are among them. `count`: the number of judges
 * that was asked for, if one was.
 */
export function judgeTabObstacles(
  situation: Situation,
  numbered: NumberedEntries,
  panel: readonly Judge[],
  count: number | null,
): Problem[] {
  const judges = panel.filter(({ active }) => active);
  const problems = [...ruleProblems(situation), ...scoresOfOthers(situation, numbered)];
  const entries = numbered.entries.filter(({ eligible }) => eligible);
  if (count !== null && !isJudgeCount(count)) {
    problems.push({
      code: 'bad-count',
      table: 'Judges',
      expected: text(`1–${MOST_JUDGES} 的整数`, `a whole number, 1–${MOST_JUDGES}`),
      found: String(count),
      message: text(
        `评委人数应为 1–${MOST_JUDGES} 的整数。`,
        `The number of judges must be a whole number from 1 to ${MOST_JUDGES}.`,
      ),
    });
  } else if (judges.length === 0) {
    problems.push({
      code: 'no-judges',
      table: 'Judges',
      expected: text('至少一位启用的评委', 'at least one active judge'),
      found: '',
      message: text(
        '还没有启用的评委：请在“评委”表登记，或填写评委人数再运行。',
        'There is no active judge: register judges on the Judges sheet, or give their number.',
      ),
    });
  }
  if (entries.length === 0) {
    problems.push({
      code: 'no-entries',
      table: 'Entries',
      expected: text('至少一个参评的作品', 'at least one eligible entry'),
      found: '',
      message: text('还没有参评的作品：请先导入作品。', 'There is no eligible entry yet: import the entries first.'),
    });
  }
  return [...problems, ...numberProblems(entries), ...twinProblems(panel), ...lengthProblems(situation, judges)];
}

/** A row of scores whose story has another id now: the story would get a second, empty row. */
function scoresOfOthers(situation: Situation, { putsRight }: NumberedEntries): Problem[] {
  const renumbered = situation.cellProblems.filter(({ code }) => code === 'story-renumbered');
  return [...othersScores(situation), ...renumbered].filter((problem) => !putsRight(problem));
}

/** Characters that Excel takes in one formula. */
const LONGEST_FORMULA = 8192;

/** A score sheet checks all criteria in one formula: with very many, or very long names, Excel would refuse it. */
function lengthProblems({ campaign: { criteria }, language, words }: Situation, judges: readonly Judge[]): Problem[] {
  const [judge] = judges;
  if (!judge || criteria.length === 0) return [];
  const spec = scoreSheetSpec(judge, criteria, language);
  const longest = Math.max(...spec.columns.map(({ formula }) => formula?.(words(spec)).length ?? 0));
  if (longest <= LONGEST_FORMULA) return [];
  return [
    {
      code: 'too-many-criteria',
      table: 'Criteria',
      expected: text('较少的标准或较短的名称', 'fewer criteria or shorter names'),
      found: String(criteria.length),
      message: text(
        `评分标准有 ${criteria.length} 项，名称又长，公式会超过 Excel 的 ${LONGEST_FORMULA} 个字符：请合并几项或缩短名称。`,
        `With ${criteria.length} criteria and such names a formula would exceed the ${LONGEST_FORMULA} characters that Excel takes: merge some or shorten their names.`,
      ),
    },
  ];
}

/** Judges know a story by its number alone: it must be there, once. */
function numberProblems(entries: readonly Entry[]): Problem[] {
  const problem = (code: 'duplicate-number' | 'missing-number', entry: Entry, message: Text): Problem => ({
    code,
    table: 'Entries',
    row: entry.entryId,
    column: 'blindNo',
    expected: text('不空、不重复的盲评号', 'a blind number that is filled in and unique'),
    found: entry.blindNo,
    message,
  });
  const without = entries.filter(({ blindNo }) => normalizeNumber(blindNo) === '');
  const [first] = without;
  const missing = first ? [problem('missing-number', first, withoutNumber(without))] : [];
  const twins = entries.flatMap((entry): Problem[] => {
    const number = normalizeNumber(entry.blindNo);
    const twin = entries.find((other) => other !== entry && number !== '' && normalizeNumber(other.blindNo) === number);
    if (!twin) return [];
    return [
      problem(
        'duplicate-number',
        entry,
        text(
          `${entry.entryId} 与 ${twin.entryId} 的盲评号都是 ${entry.blindNo}：请在参评作品中改正。`,
          `${entry.entryId} and ${twin.entryId} both have number ${entry.blindNo}: correct it in the register of entries.`,
        ),
      ),
    ];
  });
  return [...missing, ...twins];
}

/** All of them in one; nothing here draws lots, so that nobody can say how they fell. */
function withoutNumber(entries: readonly Entry[]): Text {
  const named = entries.slice(0, NAMED);
  const rest = entries.length - named.length;
  return text(
    `${entries.length} 件作品没有盲评号：${named.map(({ entryId, title }) => `${entryId}《${title}》`).join('、')}${rest > 0 ? ` 等` : ''}。请抽签后在“参评作品”的“盲评号”列填上，如 101、102、103，各不相同。`,
    `${entries.length} entries have no blind number: ${named.map(({ entryId, title }) => `${entryId} “${title}”`).join(', ')}${rest > 0 ? ', …' : ''}. Draw lots and fill in the column Blind no. of the entries, e.g. 101, 102, 103, all different.`,
  );
}

/** The number of a judge who left stays taken, with its score sheet; the name does not. */
const areTwins = (one: Judge, other: Judge): boolean =>
  one.judgeId.toLowerCase() === other.judgeId.toLowerCase() || (one.active && other.active && one.name === other.name);

/** Judges of one name or id: every report calls them alike. */
export function twinProblems(panel: readonly Judge[]): Problem[] {
  return panel
    .filter((judge, index) => panel.findIndex((other) => areTwins(judge, other)) < index)
    .map((judge): Problem => ({
      code: 'duplicate-judge',
      table: 'Judges',
      row: judge.judgeId,
      column: 'name',
      expected: text('不重复的姓名和编号', 'a unique name and id'),
      found: judge.name,
      message: text(
        `有两位评委叫“${judge.name}”或编号相同：请在评委表加以区分。`,
        `Two judges share the name “${judge.name}” or the id: tell them apart on the Judges sheet.`,
      ),
    }));
}

/** A sheet of a judge's name is there, but it is no score sheet. */
export function sheetTaken(name: string): Problem {
  return {
    code: 'sheet-name-taken',
    sheet: name,
    expected: text('没有同名的工作表', 'no sheet of that name'),
    found: name,
    message: text(
      `已有名为“${name}”的工作表，但不是评分表：请先给它改名。`,
      `A sheet named “${name}” exists but is no score sheet: rename it first.`,
    ),
  };
}
