// What the add-in needs of Office.js, so that whoever has an Excel can give it.
/** What the add-in needs of Office.js. */
export interface ExcelDoor {
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** `isSetSupported('1.13')` asks for ExcelApi 1.13. */
  readonly isSetSupported: (version: string) => boolean;
  /** Bytes of contents per writing request; default: what Excel on the web takes well. */
  readonly bytesPerRequest?: number;
  /** Office says that the workbook may be looked at only: then nothing is tried. */
  readonly isReadOnly?: () => boolean;
}
