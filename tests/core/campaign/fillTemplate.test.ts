// Texts with fields, as the office edits them in Settings.
import { expect, it } from '@jest/globals';
import { fillTemplate } from '../../../src/core/campaign/fillTemplate';

const VALUES = { 题目: '重生', 参评人: '', title: '重生', entrant: '', 活动: '安全月' };

it('puts values in, and leaves out what stands in brackets around an empty one', () => {
  expect(fillTemplate('《{题目}》[（{参评人}）]，在{活动}中', VALUES)).toEqual({
    words: '《重生》，在安全月中',
    unknown: [],
  });
  expect(fillTemplate('[{活动}：]{ Title }', VALUES).words).toBe('安全月：重生');
});

it('takes full-width braces, and names what is no field and leaves it as it stands', () => {
  expect(fillTemplate('｛题目｝{奖金}', VALUES)).toEqual({ words: '重生{奖金}', unknown: ['奖金'] });
});

it('never reads a value as a template', () => {
  expect(fillTemplate('{题目}', { 题目: '{活动}[x]' }).words).toBe('{活动}[x]');
});
