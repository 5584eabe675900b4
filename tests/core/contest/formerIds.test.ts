// The id that a story had when it was scored.
import fc from 'fast-check';
import { formerIds, type ShownStory } from '../../../src/core/contest/formerIds';

const story = (entryId: string, blindNo: string, title = `题${blindNo}`): ShownStory => ({ entryId, blindNo, title });
const SCORED = ['1', '2', '3'].map((no) => story(`E00${no}`, no));
const given = (...register: readonly ShownStory[]): [number, string][] => [...formerIds(register, SCORED)];

it('is that of the sheets beside number and title, also for ids that were shifted by one or exchanged', () => {
  expect(given(story('E001', '01'), story('E099', '2'), story('E003', '3'))).toEqual([[1, 'E002']]);
  expect(given(story('E002', '1'), story('E003', '2'), story('E004', '3'))).toEqual([
    [0, 'E001'],
    [1, 'E002'],
    [2, 'E003'],
  ]);
  expect(given(story('', '1'), story('E002', '2'))).toEqual([[0, 'E001']]);
});

it('is nobody’s where it could mean more than one thing', () => {
  // Title or number is another, the story stands twice, another story has the id by right, or the sheets differ.
  expect(given(story('E099', '2', '别的'), story('E098', '9', '题2'))).toEqual([]);
  expect(given(story('E099', '2'), story('E098', '2'))).toEqual([]);
  expect(given(story('E099', '2'), story('E002', '8'))).toEqual([]);
  expect([...formerIds([story('E099', '2')], [...SCORED, story('E007', '2')])]).toEqual([]);
});

it('gives each id back, whatever the order of rows and ids, and finds nothing then', () => {
  const ids = ['E001', 'E002', 'E003', 'E050', 'E051'];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ids, { minLength: 3, maxLength: 3 }),
      fc.shuffledSubarray(SCORED, { minLength: 3 }),
      (now, rows) => {
        const register = rows.map((row, at) => ({ ...row, entryId: now[at] ?? '' }));
        const back = formerIds(register, SCORED);
        const mended = register.map((row, at) => ({ ...row, entryId: back.get(at) ?? row.entryId }));
        expect(mended).toEqual(rows);
        expect(formerIds(mended, SCORED).size).toBe(0);
      },
    ),
  );
});
