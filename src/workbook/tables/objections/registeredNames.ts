// Which objections were registered, kept in defined names: a row of the register that somebody deletes is missed. No person's name is kept there.
import { wallTimeFromIso, type WallTime } from '../../../core/ground/wallTime';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { textOf } from '../../contract/textNames';

const NAME = /^Objected_(\w+)$/;
/** Between the entry's id and the moment. */
export const BETWEEN = '|';

/** An objection as the job that registered it kept it. */
export interface RegisteredObjection {
  readonly objectionId: string;
  /** '' = against the result as a whole. */
  readonly entryId: string;
  readonly receivedAt: WallTime | null;
}

/** All that were kept, by their ids; names that were emptied hold none. */
export function registeredObjections({ names }: Pick<WorkbookSnapshot, 'names'>): RegisteredObjection[] {
  return Object.entries(names)
    .flatMap(([name, formula]): RegisteredObjection[] => {
      const [, objectionId] = NAME.exec(name) ?? [];
      const words = textOf(formula);
      if (objectionId === undefined || words === null || words === '') return [];
      const [entryId = '', received = ''] = words.split(BETWEEN);
      return [{ objectionId, entryId, receivedAt: wallTimeFromIso(received) }];
    })
    .sort((one, other) => (one.objectionId < other.objectionId ? -1 : 1));
}
