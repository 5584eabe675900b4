// Judges whose score sheet is called after another judge of the panel: names or numbers slipped into other rows of 评委. Scores and recusals go by the
// number; whose they are only people can tell.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { text, type Language } from '../../../core/ground/text';
import type { TablesByName } from '../../contract/snapshot';
import { scoreSheetSpec, scoreTableName } from './scoreSheet';

function anothers(judge: Judge, other: Judge, sheet: string): Problem {
  const [own, theirs] = [judge.name || judge.judgeId, other.name || other.judgeId];
  return {
    code: 'sheet-of-another-judge',
    table: 'Judges',
    row: judge.judgeId,
    column: 'name',
    found: own,
    expected: text(theirs, theirs),
    message: text(
      `“评委”表里 ${judge.judgeId} 是“${own}”，它的评分表却是“${sheet}”，而“${theirs}”现在是 ${other.judgeId}：多半是姓名或编号单独排过序、错了行，分数和回避就算到别人头上。请撤销或改回；确实是互换姓名的，请把评分表的工作表名也换过来。`,
      `On the sheet of judges ${judge.judgeId} is “${own}”, its score sheet is “${sheet}”, and “${theirs}” is ${other.judgeId} now: names or numbers were probably sorted by themselves, so that scores and recusals are another’s. Undo that or put them back; if the names were meant to change places, let the score sheets change names, too.`,
    ),
  };
}

/** Example: 姓名 alone was sorted; J01 is 评委2 now and scores on “评分·评委1”, the name of J02 → one problem with row J01. */
export function sheetsOfOthers(
  tables: TablesByName,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Problem[] {
  const called = judges.map((judge) => Object.values(scoreSheetSpec(judge, criteria, language).sheet));
  return judges.flatMap((judge, at): Problem[] => {
    const sheet = tables[scoreTableName(judge.judgeId)]?.sheet;
    if (sheet === undefined || called[at]?.includes(sheet)) return [];
    const other = judges.find((_other, place) => called[place]?.includes(sheet));
    return other ? [anothers(judge, other, sheet)] : [];
  });
}
