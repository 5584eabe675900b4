// The moment as of which the tracker speaks: a defined name that follows AsOf while the tracker is live, and stands still while it holds values.
import { serialFromWallTime, wallTimeFromSerial, type WallTime } from '../../../core/ground/wallTime';
import { fingerprintOfText } from '../../contract/fingerprint';
import { quoted } from '../../contract/formulaWords';
import type { CellValue, WorkbookSnapshot } from '../../contract/snapshot';

/** Used by the tracker's headline, the overview and the matrix. */
export const TRACKER_AS_OF = 'TrackerAsOf';
/** Remembers the values that were written, so that values which people typed over can be told from values that have grown old. */
const CONTENT = 'Made_tracker';
const LIVE = '=AsOf';
const NUMBER = /^=\d+(\.\d+)?$/;

/** The name that formulas about the tracker's moment go by: workbooks of older builds have only the one for all. */
export function trackerAsOfName(names: WorkbookSnapshot['names']): string {
  return names[TRACKER_AS_OF] === undefined ? 'AsOf' : TRACKER_AS_OF;
}

/** Null while the tracker is live, or in a workbook that never had a stamp. */
export function trackerStamp(names: WorkbookSnapshot['names']): WallTime | null {
  const formula = names[TRACKER_AS_OF] ?? '';
  return NUMBER.test(formula) ? wallTimeFromSerial(Number(formula.slice(1))) : null;
}

/** Fingerprint of rows of values, wherever they are sorted to; the first cell of a row is its key. */
export function valuesFingerprint(rows: readonly (readonly CellValue[])[]): string {
  const lines = rows.map((cells) =>
    cells
      .map((cell) => (typeof cell === 'number' ? String(Number(cell.toPrecision(12))) : String(cell)))
      .join('\u0001'),
  );
  return fingerprintOfText(lines.sort().join('\u0002'));
}

/** The names of a tracker that holds these values, or (null) of a live one. */
export function trackerNames(
  values: { readonly asOf: WallTime; readonly content: string } | null,
): Record<string, string> {
  if (values === null) return { [TRACKER_AS_OF]: LIVE };
  return { [TRACKER_AS_OF]: `=${serialFromWallTime(values.asOf)}`, [CONTENT]: `=${quoted(values.content)}` };
}

/** The tracker's values are those that were last written. */
export function isAsWritten(names: WorkbookSnapshot['names'], content: string): boolean {
  return names[CONTENT] === `=${quoted(content)}`;
}
