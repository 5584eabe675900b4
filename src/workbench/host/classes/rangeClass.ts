// Registry row of Range: what it shows, what can be set, the ranges it leads to and what it can do.
import { bottomOf, isUnbounded, rightOf } from '../../model/area';
import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Style } from '../../model/book';
import { restyle } from '../../model/styles';
import { setStyle, styleAt } from '../../model/cells';
import { refuse } from '../apiError';
import type { ClassRow, ScalarRow } from '../classRow';
import type { HostContext } from '../hostContext';
import type { RangeObject } from '../hostObject';
import { areaOf } from '../places';
import { blockOf, requireUnlocked, writeCells } from '../writeCells';
import { rangeActions } from './rangeActions';
import { rangePaths } from './rangePaths';
import { readScalars } from './rangeValues';

function write(range: RangeObject, value: unknown, cx: HostContext): void {
  const area = areaOf(range);
  if (isUnbounded(area)) refuse('InvalidArgument', 'values cannot be set on whole rows or columns');
  writeCells(cx, range.sheet, area, value);
}

function setNumberFormat(range: RangeObject, value: unknown, cx: HostContext): void {
  const area = areaOf(range);
  requireUnlocked(range.sheet, area);
  const single: unknown =
    Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1
      ? value[0][0]
      : value;
  if (typeof single === 'string') restyle(range.sheet, area, (style) => ({ ...style, numberFormat: single }));
  else {
    if (isUnbounded(area)) refuse('InvalidArgument', 'whole rows and columns take one format, not a block');
    const at = blockOf(value, area);
    const made = new Map<Style, Map<string, Style>>();
    for (let r = 0; r < area.rows; r++) {
      for (let c = 0; c < area.columns; c++) {
        const format = at(r, c);
        if (typeof format !== 'string') continue;
        const style = styleAt(range.sheet, area.row + r, area.column + c);
        const shared = made.get(style) ?? new Map<string, Style>();
        made.set(style, shared);
        if (!shared.has(format)) shared.set(format, { ...style, numberFormat: format });
        setStyle(range.sheet, area.row + r, area.column + c, shared.get(format));
      }
    }
  }
  cx.touch(range.sheet, false);
}

/** Hides or shows the lines of the range. */
function hide(axis: 'row' | 'column'): (range: RangeObject, value: unknown, cx: HostContext) => void {
  return (range, value, cx) => {
    const area = areaOf(range);
    const lines: Map<number, { hidden?: boolean }> = axis === 'row' ? range.sheet.rows : range.sheet.columns;
    const [first, last] = axis === 'row' ? [area.row, bottomOf(area)] : [area.column, rightOf(area)];
    if (last - first + 1 === (axis === 'row' ? MAX_ROWS : MAX_COLUMNS))
      refuse('InvalidArgument', 'not all lines of a sheet can be hidden');
    for (let line = first; line <= last; line++) lines.set(line, { ...lines.get(line), hidden: value === true });
    cx.touch(range.sheet, false);
  };
}

const setters: Record<string, NonNullable<ScalarRow<RangeObject>['set']>> = {
  values: write,
  formulas: write,
  formulasLocal: write,
  numberFormat: setNumberFormat,
  numberFormatLocal: setNumberFormat,
  rowHidden: hide('row'),
  columnHidden: hide('column'),
};

const scalars = Object.fromEntries(
  Object.entries(readScalars).map(([name, row]) => [name, setters[name] ? { ...row, set: setters[name] } : row]),
);

export const rangeRow: ClassRow<RangeObject> = {
  scalars,
  navigations: {
    worksheet: (range) => ({ kind: 'Worksheet', sheet: range.sheet }),
    format: (range) => ({ kind: 'RangeFormat', range }),
    sort: (range) => ({ kind: 'RangeSort', range }),
    dataValidation: (range) => ({ kind: 'DataValidation', range }),
    conditionalFormats: (range) => ({ kind: 'ConditionalFormatCollection', range }),
  },
  methods: {
    ...rangePaths,
    ...rangeActions,
    // The runtime asks this before it cuts a block of more than 1,500 cells into several writes.
    _ValidateArraySize: (range, args) => {
      const { rows, columns } = areaOf(range);
      const found = [args.integer(0, 'rows'), args.integer(1, 'columns')];
      if (found[0] !== rows || found[1] !== columns) {
        refuse(
          'InvalidArgument',
          `the number of rows or columns does not match the range: expected ${rows} × ${columns}, found ${found.join(' × ')}`,
        );
      }
      return null;
    },
    _KeepReference: (range, _args, cx) => {
      cx.keep(range);
      return null;
    },
  },
  calculated: ['copyFrom'],
};
