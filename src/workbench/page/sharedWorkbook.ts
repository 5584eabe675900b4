// What a second window needs of the first, where the workbook lives.
import type { Host } from '../host/host';

/** A window's workbook, as another window that shows it needs it. */
export interface SharedWorkbook {
  readonly host: Host;
  readonly fileName: () => string;
  /** The other window has changed what this one is to save. */
  readonly changed: () => void;
}
