// Whether there can be charts; asked by whoever reads, too. Draws none.

/** The newest requirement set that a chart needs (number formats of labels). */
export const CHARTS_NEED = '1.8';

/** Whether this Excel has ExcelApi 1.8; asked before a plan with charts is written. */
export const canDrawCharts = (isSetSupported: (version: string) => boolean): boolean => isSetSupported(CHARTS_NEED);
