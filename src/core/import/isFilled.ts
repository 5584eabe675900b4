// Whether a row of a list says anything. Knows no columns.
import { cellText } from './cellText';
import type { ImportedCell } from './sheetRows';

/** Whether any cell of the row holds more than blanks. */
export const isFilled = (cells: readonly ImportedCell[] | undefined): boolean =>
  cells !== undefined && cells.some((cell) => cellText(cell) !== '');
