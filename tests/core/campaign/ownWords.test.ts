// The campaign's templates with their fields filled in.
import { expect, it } from '@jest/globals';
import { filled } from '../../../src/core/campaign/ownWords';
import type { ContestWords } from '../../../src/core/campaign/settings';

const settings = (noticeText: string) => ({ words: { noticeText } as ContestWords });

it('a text whose beginning is left out still begins with a capital', () => {
  const template = '[Under {basis}, ]after scoring by {judges} judges';
  const say = (basis: string): string => filled(settings(template), 'noticeText', { basis, judges: '2' });
  expect(say('No. 5')).toBe('Under No. 5, after scoring by 2 judges');
  expect(say('')).toBe('After scoring by 2 judges');
  expect(filled(settings('e家评选'), 'noticeText', {})).toBe('e家评选');
});
