import { describe, expect, test } from '@jest/globals';
import { categoryKey, plainNumber, titleKey } from '../../../src/core/contest/storyWords';
import { personName } from '../../../src/core/import/cellText';

describe('spellings of one thing', () => {
  test.each(['《重生》', '“重生”', '重 生', '重生', '「重生」'])('%s is the title 重生', (title) => {
    expect(titleKey(title)).toBe('重生');
  });

  test('a title of quotes alone stays itself', () => expect(titleKey('《》')).toBe('《》'));

  test.each(['1.禁毒志愿者', '（一）、禁毒志愿者', '“禁毒志愿者”', '禁毒志愿者类', '一、禁毒志愿者'])(
    '%s is the category 禁毒志愿者',
    (category) => expect(categoryKey(category)).toBe('禁毒志愿者'),
  );

  test('two categories in one cell are neither', () => {
    expect(categoryKey('禁毒志愿者/最美禁毒人')).not.toBe('禁毒志愿者');
  });

  test.each([
    ['8号', '8'],
    ['9、', '9'],
    ['第10号', '10'],
    ['No. 7', '7'],
    ['NO：8', '8'],
    ['编号8', '8'],
    ['（8）', '8'],
    ['8#', '8'],
    ['8.0', '8'],
    ['００7', '007'],
    ['A-007', 'A-007'],
    ['6-1', '6-1'],
    ['', ''],
  ])('%j is the number %j', (written, number) => expect(plainNumber(written)).toBe(number));

  test.each([
    ['王　芳', '王芳'],
    ['欧阳 娜', '欧阳 娜'],
    ['李 小 明', '李小明'],
    ['Anna Lee', 'Anna Lee'],
  ])('%j is the person %j', (written, name) => expect(personName(written)).toBe(name));
});
