// What every use case is: a function of its ports and its input that gives a report. It knows no Excel, no file, no clock.
import type { SheetRows } from '../../core/import/sheetRows';
import type { Problem } from '../../core/ground/problem';
import type { Language, Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { PortProgress, WorkbookPort } from '../../workbook/contract/port';
import type { OwnWrites } from './ownWrites';
import type { Written } from './writtenBy';

/** Who acts. Office.js gives no user name: people are asked once a session (whoActs.ts), and the log keeps it with every act. */
export interface Who {
  /** As they said it; absent where nobody was asked. */
  readonly by?: string;
  /** A few characters that no other session has. */
  readonly session?: string;
}

/** What a job is given of the world: the workbook, the clock, who acts. */
export interface Deps extends Who {
  /** What this session has written, to be looked for again (ownWrites.ts); absent where a session is one job. */
  readonly own?: OwnWrites;
  readonly workbook: WorkbookPort;
  /** What the person saw who confirmed it: anything more is shown first, not written. Absent where nobody was shown anything. */
  readonly agreed?: Preview;
  /** What a clock in that zone (IANA name) shows at this moment, asked once per job (D-1). Null: there is no such zone. */
  readonly now: (zone: string) => WallTime | null;
  /** What the computer's own clock shows at this moment, as NOW() in the sheets will; absent where it is the campaign's. */
  readonly computerNow?: () => WallTime;
  /** Language of a workbook made from nothing; an existing workbook keeps its own. */
  readonly language: Language;
  /** `part`: which part of the work it is, and how far. What it throws ends the job there. */
  readonly onProgress?: (step: Text, part?: PortProgress) => void;
}

/** preview: decides everything and writes nothing. write: does it. */
export type Mode = 'preview' | 'write';

/** One cell that changes: shown before anything is written. */
export interface CellChange {
  readonly table: string;
  readonly row: string;
  /** Words by which people know the row; absent where its key says it. */
  readonly name?: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What becomes of a row of the source. added, changed: it is written. unchanged: the workbook says so already, or there is nothing to take.
 * leftOut: a problem keeps it out. ask: it waits only for an answer. skipped: it was to be left out.
 */
export const ROW_STATES = ['added', 'changed', 'ask', 'leftOut', 'unchanged', 'skipped'] as const;
/** What becomes of a row of a file. */
export type RowState = (typeof ROW_STATES)[number];

/** One row of an imported source, in the order of the source. */
export interface PreviewRow {
  readonly sheet: string;
  /** 1-based row of the sheet, or line of a paste. */
  readonly row: number;
  readonly state: RowState;
  /** Nothing in it could be taken: a story that the judge has not scored yet. */
  readonly blank?: true;
  /** Where it is written: table and row as people know it. '' when it is not. */
  readonly table: string;
  readonly target: string;
  /** Cells that are written, the former value beside the new; none when nothing is. */
  readonly cells: readonly Omit<CellChange, 'table' | 'row'>[];
  /** Why it is left out, or what is asked. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** The row's cells as the source has them, in the order of its headers. */
  readonly source: readonly string[];
}

interface PreviewSheet {
  readonly name: string;
  readonly headers: readonly string[];
}

/** What would be written, before it is; `row` is the key as people read it. */
export interface Preview {
  readonly added: readonly { readonly table: string; readonly row: string; readonly summary: string }[];
  readonly changed: readonly CellChange[];
  readonly unchanged: number;
  /** Imports: every data row of the source, and the headers of its sheets. */
  readonly rows?: readonly PreviewRow[];
  readonly sheets?: readonly PreviewSheet[];
}

/** What every job gives back. `asOf` is the moment that its figures speak of; `changed` counts rows by table. */
export interface JobReport<Results = unknown> {
  readonly job: string;
  readonly asOf: WallTime;
  readonly changed: Readonly<Record<string, { readonly added: number; readonly updated: number }>>;
  /** What stopped the job, or (imports) each row that was left out. */
  readonly problems: readonly Problem[];
  /** Taken or done, but worth a look. Never stops anything. */
  readonly notices: readonly Problem[];
  readonly results: Results;
  readonly preview?: Preview;
  /** Of a job that wrote: each cell and row of it. */
  readonly written?: Written;
  /** True when the job could not be done: nothing was written. */
  readonly stopped: boolean;
  /** Stopped since more would be written than was agreed to: `preview` is what it would be now. */
  readonly unagreed?: true;
  /** Of an import whose file is meant for another one: the name of the job that takes it. */
  readonly takenBy?: string;
  /** By the name of their table: sheets that are called otherwise in this workbook than in others, such as each judge's. */
  readonly sheetNames?: Readonly<Record<string, string>>;
  /** One line for the pane: what was found or done, and what to do next. */
  readonly message: Text;
}

/** A sheet as files/ read it; nothing of it is left out yet. */
export type ImportedSheet = Omit<SheetRows, 'leaveOut'>;

/** A file or a paste, already read into plain cells by files/. */
export interface ImportedFile {
  readonly name: string;
  readonly sheets: readonly ImportedSheet[];
}

/** A job as it is run. Rejects only for faults of the program, of Excel, or of the way there. */
export type Job<Input, Results = unknown> = (deps: Deps, input: Input, mode: Mode) => Promise<JobReport<Results>>;
