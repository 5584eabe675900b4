// Which id a story of the register had when it was scored, where somebody typed over it: the judges' sheets still show it beside number and title.
// Changes nothing.
import { normalizeNumber } from './blindNumber';

/** A story as the register or a judge's sheet shows it. */
export interface ShownStory {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
}

const called = ({ blindNo, title }: ShownStory): string =>
  blindNo === '' || title === '' ? '' : `${normalizeNumber(blindNo)}\n${title}`;

/**
 * By place in the register, the id that every row of the judges' sheets with the story's number and title has, where it is another one. Nothing for a story
 * that the sheets show under several ids, that the register has twice, or whose former id another story would keep.
 * Example: E003 (no. 3 《灯》) is E099 now and all sheets have E003 beside 3 《灯》 → `new Map([[2, 'E003']])`.
 */
export function formerIds(register: readonly ShownStory[], scored: readonly ShownStory[]): Map<number, string> {
  const shown = new Map<string, Set<string>>();
  for (const row of scored)
    if (row.entryId !== '' && called(row) !== '')
      shown.set(called(row), (shown.get(called(row)) ?? new Set()).add(row.entryId));
  const times = new Map<string, number>();
  for (const story of register) times.set(called(story), (times.get(called(story)) ?? 0) + 1);
  const wanted = new Map<number, string>();
  register.forEach((story, at) => {
    const [id, ...more] = shown.get(called(story)) ?? [];
    if (id !== undefined && more.length === 0 && id !== story.entryId && times.get(called(story)) === 1)
      wanted.set(at, id);
  });
  return withoutClashes(register, wanted);
}

/** An id that a story keeps, or that two would get, is given to nobody; and so on, until all differ. */
function withoutClashes(register: readonly ShownStory[], wanted: ReadonlyMap<number, string>): Map<number, string> {
  const times = new Map<string, number>();
  register.forEach(({ entryId }, at) => {
    const id = wanted.get(at) ?? entryId;
    times.set(id, (times.get(id) ?? 0) + 1);
  });
  const left = new Map([...wanted].filter(([, id]) => times.get(id) === 1));
  return left.size === wanted.size ? left : withoutClashes(register, left);
}
