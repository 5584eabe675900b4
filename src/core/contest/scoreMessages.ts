// The sentences for a wrong score cell, shared by the check of the workbook and the import. Knows no place.
import type { Text } from '../ground/text';
import { text } from '../ground/text';
import type { Criterion } from './contest';
import { expectedScore, type ScoreProblemCode } from './parseScore';

/** What is wrong with the cell of that criterion and how to mend it. `who`: "评委1·012", shown as it is; `found`: what stands there. */
export function scoreCellMessage(
  code: ScoreProblemCode | 'missing-score',
  who: string,
  criterion: Criterion,
  found = '',
): Text {
  const range = expectedScore(criterion);
  const ask = text(`请与评委核实后填写（${range.zh}）`, `ask the judge and fill in ${range.en}`);
  switch (code) {
    case 'missing-score':
      return text(
        `${who}号“${criterion.name}”未打分，整行不计：${ask.zh}。`,
        `${who}: “${criterion.name}” has no score, so the row does not count: ${ask.en}.`,
      );
    case 'not-a-number':
      if (/[%％]\s*$/.test(found))
        return text(
          `${who}号“${criterion.name}”是百分比（${found}），不是得分，整行不计：${ask.zh}。`,
          `${who}: “${criterion.name}” is a percentage (${found}), not a score, so the row does not count: ${ask.en}.`,
        );
      return text(
        `${who}号“${criterion.name}”不是数字，整行不计：${ask.zh}。`,
        `${who}: “${criterion.name}” is not a number, so the row does not count: ${ask.en}.`,
      );
    case 'out-of-range':
      return text(
        `${who}号“${criterion.name}”超出范围，整行不计：${ask.zh}。`,
        `${who}: “${criterion.name}” is out of range, so the row does not count: ${ask.en}.`,
      );
    case 'off-step':
      return text(
        `${who}号“${criterion.name}”不在步长上，整行不计：${ask.zh}。`,
        `${who}: “${criterion.name}” is off the step, so the row does not count: ${ask.en}.`,
      );
  }
}
