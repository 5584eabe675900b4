// The numbers by which the grid's data names kinds of values, alignments and lines, and its standard font. The type checker compares them with the
// grid's own; written out here, they can be used without loading the grid.
import type {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { Edge, Style } from '../model/book';

/** Cells that name no font show in this one. */
export const GRID_FONT = '等线';
/** Points. */
export const GRID_FONT_POINTS = 11;

/** The grid's data has numbers for yes and no. */
export const YES: BooleanNumber.TRUE = 1;
export const NO: BooleanNumber.FALSE = 0;

/** Kinds of values. */
export const TEXT: CellValueType.STRING = 1;
export const NUMBER: CellValueType.NUMBER = 2;
export const BOOLEAN: CellValueType.BOOLEAN = 3;
/** Text that was typed with a leading apostrophe. */
export const FORCED_TEXT: CellValueType.FORCE_STRING = 4;

/** Words go on in the next line of the cell. */
export const WRAPPED: WrapStrategy.WRAP = 3;

const LEFT: HorizontalAlign.LEFT = 1;
const CENTER: HorizontalAlign.CENTER = 2;
const RIGHT: HorizontalAlign.RIGHT = 3;
const JUSTIFIED: HorizontalAlign.JUSTIFIED = 4;

/** Several of the model's words may share a number: the first one is what the number means on the way back. */
export const HORIZONTAL: Readonly<Record<NonNullable<Style['horizontal']>, HorizontalAlign>> = {
  left: LEFT,
  center: CENTER,
  right: RIGHT,
  justify: JUSTIFIED,
  fill: LEFT,
  centerContinuous: CENTER,
  distributed: JUSTIFIED,
};

const TOP: VerticalAlign.TOP = 1;
const MIDDLE: VerticalAlign.MIDDLE = 2;
const BOTTOM: VerticalAlign.BOTTOM = 3;

/** The grid knows three of the model's five; what is shown in the middle comes back as 'center'. */
export const VERTICAL: Readonly<Record<NonNullable<Style['vertical']>, VerticalAlign>> = {
  top: TOP,
  center: MIDDLE,
  bottom: BOTTOM,
  justify: MIDDLE,
  distributed: MIDDLE,
};

const THIN: BorderStyleTypes.THIN = 1;
const HAIR: BorderStyleTypes.HAIR = 2;
const DOTTED: BorderStyleTypes.DOTTED = 3;
const DASHED: BorderStyleTypes.DASHED = 4;
const DOUBLE: BorderStyleTypes.DOUBLE = 7;
const MEDIUM: BorderStyleTypes.MEDIUM = 8;
const THICK: BorderStyleTypes.THICK = 13;

/** Lines round cells. */
export const EDGES: Readonly<Record<Edge['style'], BorderStyleTypes>> = {
  thin: THIN,
  medium: MEDIUM,
  thick: THICK,
  dashed: DASHED,
  dotted: DOTTED,
  double: DOUBLE,
  hair: HAIR,
};
