// Which jobs can be taken back with one click after them. Knows their names only.

/** The step that takes acts back. */
export const UNDO_STEP = 'undo';

const CAN_BE: ReadonlySet<string> = new Set([
  'import-roster',
  'import-receipts',
  'import-stories',
  'import-scores',
  'import-judge',
  'receive',
]);

/** Example: `canTakeBack('receive') === true`. */
export const canTakeBack = (job: string): boolean => CAN_BE.has(job);
