// A story as one row of a file has it, before it is registered. Knows neither how it was read nor what stands in its way.
import type { Problem } from '../ground/problem';
import type { Entry } from './contest';
import type { StoryColumn } from './storyColumns';

/** A story of the file that can be registered; the id is given by whoever writes it. */
export interface ProposedEntry extends Omit<Entry, 'entryId'> {
  /** “字数：约2000；题目待定”, or ''. */
  readonly note: string;
  readonly sheet: string;
  /** 1-based row of the file. */
  readonly row: number;
}

/** One row of the file with everything that was understood of it. */
export interface StoryRow extends ProposedEntry {
  readonly problems: readonly Problem[];
  readonly place: (column: StoryColumn) => Pick<Problem, 'table' | 'sheet' | 'row' | 'column' | 'found'>;
}
