// Titles inside of sentences: marks inside of the same marks, and line breaks.
import { expect, it } from '@jest/globals';
import { inOneLine, nestedMarks } from '../../../src/core/awards/titleWords';

it.each([
  [
    '《《归途》——一位缉毒警的《日记》》（讲述人：王芳），《灯》',
    '《〈归途〉——一位缉毒警的〈日记〉》（讲述人：王芳），《灯》',
  ],
  ['“The “long” way home” has been awarded', '“The ‘long’ way home” has been awarded'],
  ['《从“心”开始》在“讲述”评选中', '《从“心”开始》在“讲述”评选中'],
  ['《《归途》', '《《归途》'],
  ['》《', '》《'],
])('marks inside of the same are single ones, unless one has no partner: %s', (words, paper) => {
  expect(nestedMarks(words)).toBe(paper);
});

it.each([
  ['她照亮一条回家的路\n（续篇）', '她照亮一条回家的路（续篇）'],
  ['The long way\r\nhome', 'The long way home'],
  ['一行', '一行'],
])('a title of several lines takes one in a sentence: %j', (words, line) => {
  expect(inOneLine(words)).toBe(line);
});
