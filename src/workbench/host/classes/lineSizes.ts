// Column widths and row heights as the API has them: all in points.
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import { bottomOf, rightOf } from '../../model/area';
import { cellsIn, styleAt, valueAt } from '../../model/cells';
import { DEFAULT_CHARACTERS, DEFAULT_HEIGHT, pointsOfWidth, widthOfPoints } from '../../model/lineSizes';
import { formatValue } from '../../model/numberFormat';
import { refuse } from '../apiError';
import type { ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { RangeObject } from '../hostObject';
import { areaOf } from '../places';

function linesOf(range: RangeObject, axis: 'row' | 'column'): [number, number] {
  const area = areaOf(range);
  const all = axis === 'row' ? area.rows === MAX_ROWS : area.columns === MAX_COLUMNS;
  if (all) return axis === 'row' ? [0, Math.max(0, ...range.sheet.rows.keys())] : [0, 255];
  return axis === 'row' ? [area.row, bottomOf(area)] : [area.column, rightOf(area)];
}

/** The size that all lines share, or null. */
function shared(range: RangeObject, axis: 'row' | 'column', sizeOf: (line: number) => number): number | null {
  const [first, last] = linesOf(range, axis);
  const size = sizeOf(first);
  for (let line = first + 1; line <= last; line++) if (sizeOf(line) !== size) return null;
  return size;
}

/** Points of 255 characters, the widest column; of the highest row. */
const LARGEST = { column: pointsOfWidth(255), row: 409.5 };

const sizeIn = (axis: 'row' | 'column', value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= LARGEST[axis]
    ? value
    : refuse('InvalidArgument', `${String(value)} is no size of a ${axis}: 0 to ${LARGEST[axis]} points`);

type OfRange = { readonly range: RangeObject };

/** Points; null where lines of the range differ. */
export const lineSizes: Record<'columnWidth' | 'rowHeight', ScalarRow<OfRange>> = {
  columnWidth: {
    get: ({ range }) =>
      shared(range, 'column', (line) => {
        const entry = range.sheet.columns.get(line);
        return entry?.hidden ? 0 : pointsOfWidth(entry?.width ?? DEFAULT_CHARACTERS);
      }),
    set: ({ range }, value, cx) => {
      const points = sizeIn('column', value);
      const [first, last] = linesOf(range, 'column');
      for (let line = first; line <= last; line++) {
        const { hidden: _hidden, ...entry } = range.sheet.columns.get(line) ?? {};
        range.sheet.columns.set(
          line,
          points === 0 ? { ...entry, hidden: true } : { ...entry, width: widthOfPoints(points) },
        );
      }
      cx.touch(range.sheet, false);
    },
  },
  rowHeight: {
    get: ({ range }) =>
      shared(range, 'row', (line) => {
        const entry = range.sheet.rows.get(line);
        return entry?.hidden ? 0 : (entry?.height ?? DEFAULT_HEIGHT);
      }),
    set: ({ range }, value, cx) => {
      const points = sizeIn('row', value);
      const [first, last] = linesOf(range, 'row');
      for (let line = first; line <= last; line++) {
        const { hidden: _hidden, ...entry } = range.sheet.rows.get(line) ?? {};
        range.sheet.rows.set(line, points === 0 ? { ...entry, hidden: true } : { ...entry, height: points });
      }
      cx.touch(range.sheet, false);
    },
  },
};

/** Characters a text takes in one line: wide (Chinese) characters count as two. */
function widthOf(text: string): number {
  return Math.max(
    ...text
      .split('\n')
      .map((line) => [...line].reduce((sum, char) => sum + (/[\u1100-\uFFDC]/u.test(char) ? 2 : 1), 0)),
  );
}

/** Fits columns to their longest text, rows to their lines of text: an estimate without font metrics. Empty lines keep their size. */
export function autofit(range: RangeObject, axis: 'row' | 'column', cx: HostContext): void {
  const { sheet } = range;
  const wanted = new Map<number, number>();
  for (const { row, column } of cellsIn(sheet, areaOf(range))) {
    const style = styleAt(sheet, row, column);
    const text = formatValue(valueAt(sheet, row, column), style.numberFormat ?? 'General');
    if (
      text === '' ||
      sheet.merges.some(
        (merge) => row >= merge.row && row <= bottomOf(merge) && column >= merge.column && column <= rightOf(merge),
      )
    )
      continue;
    const size = (style.fontSize ?? 11) / 11;
    if (axis === 'column') wanted.set(column, Math.max(wanted.get(column) ?? 0, widthOf(text) * size + 1));
    else {
      const width = sheet.columns.get(column)?.width ?? DEFAULT_CHARACTERS;
      const lines = text
        .split('\n')
        .reduce(
          (sum, line) => sum + (style.wrap ? Math.max(1, Math.ceil((widthOf(line) * size) / width)) : 0),
          style.wrap ? 0 : 1,
        );
      wanted.set(row, Math.max(wanted.get(row) ?? 0, lines * DEFAULT_HEIGHT * size));
    }
  }
  for (const [line, size] of wanted) {
    const rounded = Math.round(size * 100) / 100;
    if (axis === 'column') sheet.columns.set(line, { ...sheet.columns.get(line), width: Math.min(255, rounded) });
    else sheet.rows.set(line, { ...sheet.rows.get(line), height: Math.min(409, rounded) });
  }
  cx.touch(sheet, false);
}
