// What judges say of stories in words, as it goes back to the units: by unit and story, and by default without saying who said what. Knows no sheet.
import { shownName } from './hiddenName';
import { compareNumbers } from '../contest/blindNumber';
import type { Entry, Judge } from '../contest/contest';
import { isRecused } from '../contest/recusal';

/** What one judge wrote about one entry. */
export interface Remark {
  readonly judgeId: string;
  readonly entryId: string;
  /** As typed; never blank. */
  readonly remark: string;
  /** The row says 回避: what stands there is why, and names the judge to those who know. */
  readonly recused: boolean;
}

/** All remarks on one entry that may be told; `toldRemarks` says in which order. */
export interface RemarksOfStory {
  readonly entry: Entry;
  readonly remarks: readonly Remark[];
}

interface ToldRemarks {
  /** Stories with remarks, by blind number. */
  readonly stories: readonly RemarksOfStory[];
  /** Of recused judges (S-2), of judges who are no longer active, and of no story that is known: not told. */
  readonly heldBack: readonly Remark[];
}

/**
 * What is told of the stories. `named` false: remarks stand by their own words, in no judge's order, so that the first line
 * is not always the first judge's; true: in the order of the judges.
 */
export function toldRemarks(
  remarks: readonly Remark[],
  entries: readonly Entry[],
  judges: readonly Judge[],
  named: boolean,
): ToldRemarks {
  const active = new Map(judges.filter((judge) => judge.active).map((judge) => [judge.judgeId, judge]));
  const place = new Map([...active.keys()].map((judgeId, index) => [judgeId, index]));
  const told = new Map(entries.map((entry) => [entry.entryId, { entry, remarks: [] as Remark[] }]));
  const heldBack: Remark[] = [];
  for (const remark of remarks) {
    const [story, judge] = [told.get(remark.entryId), active.get(remark.judgeId)];
    if (!story || !judge || remark.recused || isRecused(judge, story.entry)) heldBack.push(remark);
    else story.remarks.push(remark);
  }
  const byWords = (a: Remark, b: Remark): number => (a.remark < b.remark ? -1 : a.remark > b.remark ? 1 : 0);
  const byJudge = (a: Remark, b: Remark): number => (place.get(a.judgeId) ?? 0) - (place.get(b.judgeId) ?? 0);
  const stories = [...told.values()]
    .filter((story) => story.remarks.length > 0)
    .sort((a, b) => compareNumbers(a.entry.blindNo, b.entry.blindNo))
    .map((story) => ({ entry: story.entry, remarks: story.remarks.sort(named ? byJudge : byWords) }));
  return { stories, heldBack };
}

/** The judge whom the words name, however the name is padded; undefined when they name none. Example: “同意评委2的意见” → 评委2. */
export function judgeNamedIn(words: string, judges: readonly Judge[]): string | undefined {
  return shownName(
    words,
    judges.map(({ name }) => name).filter((name) => Array.from(name).length > 1),
  );
}
