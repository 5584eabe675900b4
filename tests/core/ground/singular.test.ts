// One thing is said as one, in English, wherever a message counts.
import { singular } from '../../../src/core/ground/singular';
import { text } from '../../../src/core/ground/text';
import { say } from '../../../src/taskpane/language';

test.each([
  ['1 rows left out', '1 row left out'],
  ['44 units updated, 1 units added, 1 rows were left out', '44 units updated, 1 unit added, 1 row was left out'],
  ['1 score sheets made; 1 judges', '1 score sheet made; 1 judge'],
  ['1 entries are open, 2 rows are not', '1 entry is open, 2 rows are not'],
  ['8 units: 1 are still missing', '8 units: 1 is still missing'],
])('%s → %s', (many, one) => {
  expect(singular(many)).toBe(one);
});

test.each([
  '21 rows are',
  'row 1 items',
  '1.1 rows',
  'T1 rows',
  '1 of 7 scores',
  'No. 1 has',
  '“1 rows” was found',
  '0–1 rows',
])('%s stays', (words) => {
  expect(singular(words)).toBe(words);
});

test('every message and every string of the pane goes by it', () => {
  expect(text('1 件', '1 items')).toEqual({ zh: '1 件', en: '1 item' });
  expect(say('en', 'history.more', { count: 1 })).not.toMatch(/\b1 (?:more )?rows\b/);
});
