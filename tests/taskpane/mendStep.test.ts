// What a problem is mended by: the page that names it has the button.
import type { Problem } from '../../src/core/ground/problem';
import { mendStep } from '../../src/taskpane/mendStep';

const problem = (code: Problem['code']): Problem => ({
  code,
  expected: { zh: '', en: '' },
  found: '',
  message: { zh: '', en: '' },
});

test('a row without a number and a cell that cannot be read lead to 改正, a missing column to the repair before them', () => {
  expect(mendStep([problem('missing-id')])).toBe('mend');
  expect(mendStep([problem('unreadable-cell')])).toBe('mend');
  expect(mendStep([problem('missing-id'), problem('missing-column')])).toBe('upgrade');
  expect(mendStep([problem('missing-column'), problem('newer-version')])).toBeNull();
  expect(mendStep([problem('unknown-unit')])).toBeNull();
});
