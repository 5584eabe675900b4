// What is to be written, as plain data. Made by pure code, carried out by excel/ in one sync.
// A plain string is always text, whatever it begins with; only `{ formula }` becomes a formula.
import type { TableName } from './keys';

/** What goes into a cell; null leaves it as it is, `=…` in a plain string is text and no formula. */
export type CellWrite = string | number | boolean | null | { readonly formula: string };

/** Columns that name a row, as 0-based places. Formulas are no identity: they are stale while calculation waits. */
export interface RowIdentity {
  /** Of the table's key. */
  readonly key: readonly number[];
  /** All that people or jobs fill: they name a row whose key is empty or stands twice. */
  readonly inputs: readonly number[];
}

/** 0-based rectangle on a sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is absent stays as the sheet has it. Colours are '#RRGGBB', sizes points. */
export interface CellFormat {
  readonly fill?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly numberFormat?: string;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  /** Smaller type where a line has no room: nothing is cut, whoever types. */
  readonly shrink?: boolean;
  readonly indent?: number;
  /** All four edges and the inside lines, thin; colour as #RRGGBB. */
  readonly border?: string;
  /** Only the lower edge, thin. */
  readonly borderBottom?: string;
}

/** A look for an area of a sheet. */
export interface FormatRun {
  readonly area: Area;
  readonly format: CellFormat;
}

/** A block of cells; null leaves the cell as it is. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellWrite[])[];
}

/** What may be typed; a list's source is "a,b,c" or "=…". */
export type ValidationRule =
  | { readonly kind: 'list'; readonly source: string }
  | {
      readonly kind: 'decimal' | 'whole' | 'date' | 'textLength';
      readonly min: number | string;
      readonly max: number | string;
    }
  | { readonly kind: 'custom'; readonly formula: string };

/** A rule for an area, and what Excel says when somebody types there. */
export interface Validation {
  readonly area: Area;
  /** `list.source` is "a,b,c" (≤ 255 characters) or "=…" (a range or a name). min/max: numbers (dates as serials) or "=…". */
  readonly rule: ValidationRule;
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error?: {
    readonly title: string;
    readonly message: string;
    readonly style: 'Stop' | 'Warning' | 'Information';
  };
}

/** A conditional format by formula, relative to the area's top-left cell. */
export interface ConditionalFormat {
  readonly area: Area;
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
}

/** How a sheet is printed; rows and columns are 0-based, lengths are points. */
export interface PageSetup {
  readonly orientation: 'Portrait' | 'Landscape';
  readonly area?: Area;
  /** Rows repeated on each page, 0-based first and last. */
  readonly titleRows?: readonly [number, number];
  /** Columns repeated on each page across, 0-based first and last. */
  readonly titleColumns?: readonly [number, number];
  /** 0-based rows that begin a new page. Excel heeds them unless the height is fitted too. */
  readonly breaks?: readonly number[];
  readonly fitWide?: number;
  readonly fitTall?: number;
  /** Millimetres. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly centerHorizontally?: boolean;
  readonly footerLeft?: string;
  readonly footerCenter?: string;
  readonly footerRight?: string;
}

interface TablePlan {
  readonly name: TableName;
  /** Header and body. */
  readonly area: Area;
  readonly style: string;
}

/** One line of figures of a chart. */
export interface ChartSeriesPlan {
  /** What the legend says. */
  readonly name: string;
  /** A line of cells of the sheet. */
  readonly values: Area;
  readonly fill: string;
  /** Outline of its bars: what tells them apart when they are printed without colour. */
  readonly outline: string;
  /** Labels at the bars: number format and colour. A format such as `"●"0;;` shows no zeros. */
  readonly label: { readonly format: string; readonly color: string };
  /** Bars that look different, by 0-based place. */
  readonly other?: Readonly<Record<number, { readonly fill: string; readonly outline: string }>>;
}

/** A native chart of cells of its sheet. Bars lie, the first category on top; columns stand, the first category on the left; their lengths are said by labels, not by an axis. */
export interface ChartPlan {
  /** Unique on the sheet. Screen readers say it: Office.js has no alternative text for charts, so what a chart tells stands in a cell too. */
  readonly name: string;
  readonly kind: 'stackedBars' | 'bars' | 'stackedColumns';
  readonly title: string;
  /** The cells it lies over, edge to edge. */
  readonly place: Area;
  readonly categories: Area;
  /** At least one. */
  readonly series: readonly ChartSeriesPlan[];
  readonly legend: boolean;
  /** Where bars begin; absent: 0. */
  readonly minimum?: number;
  /** Where the longest bar would end; absent: by the values. */
  readonly maximum?: number;
  readonly look: {
    readonly fontName: string;
    readonly fontSize: number;
    readonly color: string;
    readonly titleFontName: string;
    readonly titleFontSize: number;
    readonly titleColor: string;
  };
}

/** A whole sheet to be made. Everything on it is described here, so making it again makes the same sheet. */
export interface SheetPlan {
  readonly name: string;
  /** A working sheet that people are not shown. */
  readonly hidden?: true;
  readonly tabColor?: string;
  readonly gridlines?: boolean;
  /** Widths in characters of the default font, from column A on. 0 hides the column. */
  readonly columnWidths: readonly number[];
  /** Row heights in points: [0-based row, number of rows, height]. */
  readonly rowHeights?: readonly (readonly [number, number, number])[];
  readonly blocks: readonly CellBlock[];
  readonly formats: readonly FormatRun[];
  readonly merges?: readonly Area[];
  readonly table?: TablePlan;
  readonly validations?: readonly Validation[];
  readonly conditionals?: readonly ConditionalFormat[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly charts?: readonly ChartPlan[];
  readonly page: PageSetup;
}

/** A column that a table is given, with empty cells. */
interface NewColumn {
  /** 0-based place at which it is put in, counted with those that the step put in before; null = at the right end. */
  readonly at: number | null;
  /** 0-based place when all columns of the step are in. */
  readonly place: number;
  readonly header: string;
  /** Look of its body. */
  readonly look: CellFormat;
}

/** One change of the workbook, as data. The order of a plan is the order of writing. */
export type PlanStep =
  /** Makes a sheet that does not exist: behind `after`, before all others with `first`, else behind all. */
  | { readonly kind: 'addSheet'; readonly sheet: SheetPlan; readonly after?: string; readonly first?: true }
  /** Makes the sheet anew in the place of the one of that name; with `keepAs` the old one is kept under that name, else deleted. */
  | { readonly kind: 'replaceSheet'; readonly sheet: SheetPlan; readonly replaces: string; readonly keepAs?: string }
  /** Writes into the body of a table: a block of the body's shape, null = leave. `by`: what names its rows, so that each cell finds its own wherever it stands. */
  | {
      readonly kind: 'updateRows';
      readonly table: TableName;
      readonly cells: readonly (readonly CellWrite[])[];
      readonly by: RowIdentity;
    }
  /**
   * Adds rows where the table ends then (into empty rows at its end first). `heights`: points of each row, null = as the program has it.
   * `unique`: places of a key that no two rows may share.
   */
  | {
      readonly kind: 'appendRows';
      readonly table: TableName;
      readonly rows: readonly (readonly CellWrite[])[];
      readonly formats?: readonly (string | null)[];
      /** Look of all new cells. */
      readonly body?: CellFormat;
      /** What a column has besides, null = nothing. */
      readonly looks?: readonly (CellFormat | null)[];
      readonly heights?: readonly (number | null)[];
      readonly unique?: readonly number[];
    }
  /** Takes so many rows into the table that stand directly below it, and gives them its formulas where nothing was typed. */
  | { readonly kind: 'takeIn'; readonly table: TableName; readonly rows: number }
  /** Puts the table's conditional formats (as given, areas relative to the table's header cell) in place of those its range has. */
  | { readonly kind: 'conditionals'; readonly table: TableName; readonly rules: readonly ConditionalFormat[] }
  /** Finishes a sheet that stands under another name: its name and place, and its looks if they are given. The basis knows it by its name. */
  | {
      readonly kind: 'finishSheet';
      readonly from: string;
      readonly name: string;
      readonly after?: string;
      readonly look?: SheetPlan;
    }
  /**
   * Takes back a sheet that a cut left half made beside the one that it was to replace: deletes it, and gives the table that was set aside its
   * name again. `names`: defined names that spoke of the half-made table already. The basis knows the table by its name.
   */
  | {
      readonly kind: 'takeBackSheet';
      readonly table: TableName;
      readonly unfinished?: string;
      readonly names: Readonly<Record<string, string>>;
    }
  /** Gives columns of a table another header: [header now, header then]. Formulas that name them follow. */
  | {
      readonly kind: 'renameColumns';
      readonly table: TableName;
      readonly headers: readonly (readonly [string, string])[];
    }
  /** Puts columns into a table; what stands right of them moves. The basis holds the table as it is with them. `widths`: [0-based place, characters; 0 hides, null = only shown]. */
  | {
      readonly kind: 'addColumns';
      readonly table: TableName;
      readonly columns: readonly NewColumn[];
      readonly headerLook: CellFormat;
      readonly widths: readonly (readonly [number, number | null])[];
    }
  /** Puts looks, validation and single cells of a sheet right; leaves everything else on it. */
  | {
      readonly kind: 'mendSheet';
      readonly sheet: string;
      readonly blocks: readonly CellBlock[];
      readonly formats: readonly FormatRun[];
      readonly validations: readonly Validation[];
    }
  /** Takes conditional formats of a table's sheet away by id, and adds others. */
  | {
      readonly kind: 'mendConditionals';
      readonly table: TableName;
      readonly drop: readonly string[];
      readonly rules: readonly ConditionalFormat[];
    }
  /** Takes a sheet away with all that stands on it, before anything else is written. Whoever plans it has named it first. */
  | { readonly kind: 'removeSheet'; readonly sheet: string }
  /** Takes the rows of a table away but for one, which then holds `row` (null = as it is), before anything is written to other tables. */
  | { readonly kind: 'emptyTable'; readonly table: TableName; readonly row: readonly CellWrite[] }
  /** Protects sheets without a password, after everything else; or takes the protection off, before everything else. */
  | { readonly kind: 'protection'; readonly sheets: readonly string[]; readonly on: boolean }
  /** Defined names with their formulas. `last`: no formula of a new sheet speaks of them, so they come when all sheets are made and all rows are written. */
  | { readonly kind: 'names'; readonly names: Readonly<Record<string, string>>; readonly last?: true }
  /** Colours the tab of a sheet that exists, #RRGGBB. */
  | { readonly kind: 'tabColor'; readonly sheet: string; readonly color: string }
  /** Removes a sheet that the basis showed to be empty. */
  | { readonly kind: 'deleteSheet'; readonly sheet: string }
  | { readonly kind: 'activate'; readonly sheet: string };

/** New sheets stand under their name with this prefix until everything on them is made: whoever finds one knows that a batch was cut. */
export type UnfinishedPrefix = '~';

/** The table of a sheet that is made anew stands under its name with this ending until the new sheet takes its place. */
export type SetAsideEnding = '_old';

/** Everything that a job writes, in one request where it fits. */
export interface WritePlan {
  readonly steps: readonly PlanStep[];
}
