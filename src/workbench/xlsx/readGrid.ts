// Cells, styles, sizes, views and page setup of an ExcelJS worksheet → a sheet of the model. What ExcelJS cannot read is read elsewhere.
import type { Cell as FileCell, PageSetup, Worksheet } from 'exceljs';
import { parseA1 } from '../calc/a1';
import { cellKey, type PageLayout, type Sheet, type Style } from '../model/book';
import { widthFromFile } from '../model/lineSizes';
import { fromFileStyle } from './cellStyles';
import { shownSize } from './fileFonts';
import { fromFileCell } from './fileValue';
import { shownFormat } from './numberFormats';
import type { Palette } from './themeColors';

const INCH = 72;
/** Columns beyond this that hold nothing but a style are left out: some programs style all 16,384. */
const WIDEST_BLANK = 512;

const withShownSize = (style: FileCell['style']): FileCell['style'] =>
  style.font ? { ...style, font: { ...style.font, size: shownSize(style.font.size) } } : style;

/** Fills a fresh sheet. */
export function readGrid(file: Worksheet, sheet: Sheet, palette: Palette): void {
  const styles = new Map<unknown, Style | undefined>();
  const styleOf = (given: FileCell['style'] | undefined): Style | undefined => {
    if (!given) return undefined;
    if (!styles.has(given)) styles.set(given, fromFileStyle(withShownSize(given), shownFormat(given.numFmt), palette));
    const style = styles.get(given);
    return style && { ...style };
  };
  sheet.visibility = file.state;
  const tab = file.properties.tabColor?.argb;
  if (tab) sheet.tabColor = `#${tab.slice(-6).toUpperCase()}`;
  readColumns(file, sheet, styleOf);
  file.eachRow({ includeEmpty: true }, (row, number) => {
    const style = styleOf((row as unknown as { style?: FileCell['style'] }).style);
    const height = row.height as number | undefined;
    if (height !== undefined || row.hidden || style)
      sheet.rows.set(number - 1, {
        ...(height !== undefined ? { height } : {}),
        ...(row.hidden ? { hidden: true } : {}),
        ...(style ? { style } : {}),
      });
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      if (cell) readCell(cell, sheet, number - 1, column - 1, styleOf);
    }
  });
  sheet.merges = ((file.model as { merges?: string[] }).merges ?? []).flatMap((merge) => parseA1(merge) ?? []);
  readView(file, sheet);
  const { pageSetup, headerFooter } = file as {
    pageSetup?: Partial<PageSetup> | null;
    headerFooter?: { readonly [key in `${'odd' | 'first' | 'even'}${'Header' | 'Footer'}`]?: string } | null;
  };
  sheet.page = readPage(pageSetup ?? {}, headerFooter?.oddHeader, headerFooter?.oddFooter);
  const apart = (['first', 'even'] as const).flatMap((page) => {
    const [header, footer] = [headerFooter?.[`${page}Header`], headerFooter?.[`${page}Footer`]];
    if (!header && !footer) return [];
    return [
      [page, { ...(header && { header: sections(header) }), ...(footer && { footer: sections(footer) }) }] as const,
    ];
  });
  if (apart.length > 0) sheet.page.apart = Object.fromEntries(apart);
}

function readCell(
  cell: FileCell,
  sheet: Sheet,
  row: number,
  column: number,
  styleOf: (style: FileCell['style']) => Style | undefined,
): void {
  const covered = cell.isMerged && cell.master !== cell;
  const content = covered ? undefined : fromFileCell(cell);
  const style = styleOf(cell.style);
  if (!content && (!style || column > WIDEST_BLANK)) return;
  sheet.cells.set(cellKey(row, column), { ...content, ...(style ? { style } : {}) });
}

function readColumns(
  file: Worksheet,
  sheet: Sheet,
  styleOf: (style: FileCell['style'] | undefined) => Style | undefined,
): void {
  for (const column of file.columns ?? []) {
    const { number, width, hidden } = column as { number: number; width?: number; hidden?: boolean };
    const style = styleOf(column.style as FileCell['style'] | undefined);
    if (number > WIDEST_BLANK || (width === undefined && !hidden && !style)) continue;
    sheet.columns.set(number - 1, {
      ...(width !== undefined ? { width: widthFromFile(width) } : {}),
      ...(hidden ? { hidden: true } : {}),
      ...(style ? { style } : {}),
    });
  }
}

function readView(file: Worksheet, sheet: Sheet): void {
  const [view] = (file.views as Worksheet['views'] | null) ?? [];
  sheet.showGridlines = view?.showGridLines !== false;
  if (view?.state === 'frozen') sheet.freeze = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
}

function readPage(setup: Partial<PageSetup>, header: string | undefined, footer: string | undefined): PageLayout {
  const points = (inches: number | undefined): number | undefined =>
    inches === undefined ? undefined : Math.round(inches * INCH * 1000) / 1000;
  const { margins } = setup;
  const page: PageLayout = {};
  if (setup.orientation === 'landscape') page.orientation = 'landscape';
  if (setup.paperSize) page.paperSize = setup.paperSize;
  if (setup.fitToPage) {
    if (setup.fitToWidth) page.fitWide = setup.fitToWidth;
    if (setup.fitToHeight) page.fitTall = setup.fitToHeight;
  } else if (setup.scale && setup.scale !== 100) page.scale = setup.scale;
  if (margins && !isUsual(margins))
    page.margins = {
      top: points(margins.top),
      right: points(margins.right),
      bottom: points(margins.bottom),
      left: points(margins.left),
      header: points(margins.header),
      footer: points(margins.footer),
    };
  if (setup.horizontalCentered) page.centerHorizontally = true;
  if (setup.verticalCentered) page.centerVertically = true;
  if (setup.blackAndWhite) page.blackAndWhite = true;
  if (setup.showGridLines) page.printGridlines = true;
  if (header) page.header = sections(header);
  if (footer) page.footer = sections(footer);
  return page;
}

/** The margins of a new sheet. */
function isUsual({ top, bottom, left, right, header, footer }: NonNullable<PageSetup['margins']>): boolean {
  return top === 0.75 && bottom === 0.75 && left === 0.7 && right === 0.7 && header === 0.3 && footer === 0.3;
}

/** "&L…&C…&R…" → its three sections; text before the first mark is the centre. */
function sections(text: string): NonNullable<PageLayout['header']> {
  const found: NonNullable<PageLayout['header']> = {};
  const parts = text.split(/(&[LCR])(?![a-z])/);
  const names = { '&L': 'left', '&C': 'center', '&R': 'right' } as const;
  if (parts[0]) found.center = parts[0];
  for (let i = 1; i < parts.length; i += 2) {
    const name = names[parts[i] as keyof typeof names];
    if (parts[i + 1]) found[name] = parts[i + 1];
  }
  return found;
}
