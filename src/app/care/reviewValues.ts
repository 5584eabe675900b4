// What “Review” is opened with for receipts that wait. Knows the job's fields, decides nothing.
import { isNumbered, type Receipt } from '../../core/receipts/receipt';
import type { Unit } from '../../core/roster/unit';
import type { ReviewInput } from '../collect/reviewJob';

/** The outcomes as the form chooses them: by the words of the cell it would show none as chosen. */
export const ACCEPTED = 'accepted' satisfies ReviewInput['to'];
/** Its reason is asked for in the form. */
export const RETURNED = 'returned' satisfies ReviewInput['to'];

/**
 * By their numbers; where none has one yet, by the first one's unit and item. Empty: nothing names them.
 * Example: R0003 and R0004 → `{ receipts: 'R0003,R0004' }`; a row without a number → `{ requirement: 'T1', unit: '西渡镇' }`.
 */
export function reviewValues(waiting: readonly Receipt[], units: readonly Unit[]): Readonly<Record<string, string>> {
  const numbers = waiting.filter(isNumbered).map(({ receiptId }) => receiptId);
  if (numbers.length > 0) return { receipts: numbers.join(',') };
  const [first] = waiting;
  const unit = units.find(({ unitId }) => unitId === first?.unitId)?.name;
  return unit && first?.requirementId ? { requirement: first.requirementId, unit } : {};
}
