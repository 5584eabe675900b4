// What the pane needs from outside. index.tsx wires it to Excel; a test or a preview page gives its own.
import type { Behind, CampaignState } from '../app/care/campaignState';
import type { KeyTarget } from '../workbook/contract/pointing';
import type { Deps, ImportedFile, ImportedSheet } from '../app/run/job';
import type { Problem } from '../core/ground/problem';
import type { Language, Text } from '../core/ground/text';
import type { KeptName } from '../app/run/keptName';
import type { Colours } from './paneTheme';
import type { PaneStep } from './steps';
import type { SelectedRow, Shown, WorkbookEvent } from '../workbook/contract/pointing';

/** What the self-test found: one line for each behaviour that is not as expected, and all answers as text. */
export interface SelfTestResult {
  readonly asked: number;
  readonly differences: readonly { readonly what: Text; readonly expected: string; readonly found: string }[];
  readonly text: string;
}

/** How far the reading of a file is: its share between 0 and 1. */
export type TellReading = (progress: { readonly share: number; readonly words: Text }) => void;

/** All that the pane asks of the world outside, so that tests and galleries can stand for it. */
export interface PaneHost {
  readonly language: Language;
  /** The colours of Office; absent = light. */
  readonly colours?: Colours;
  /** What this Excel lacks; empty when it can run everything. */
  readonly missing: readonly Text[];
  /** IANA name of the computer's time zone, for a new campaign; absent where it says nothing about the office. */
  readonly zone?: string;
  /** There is no Excel around the pane. */
  readonly outside?: boolean;
  /** Where Excel itself comes from in a browser, such as `https://excel.example.com`; absent in Excel's own program. */
  readonly excelFrom?: string;
  /** The workbook may be looked at only. */
  readonly readOnly?: boolean;
  readonly deps: (language: Language, onProgress: Deps['onProgress']) => Deps;
  /** Who acts in this window, once they have said so; absent: known by this pane alone. */
  readonly who?: KeptName;
  /** Who the log says has acted; absent where nobody is to be asked. */
  readonly people?: () => Promise<readonly string[]>;
  /** What this session wrote and is not there any more, though nobody here took it away; absent where nothing is remembered. */
  readonly vanished?: () => Promise<readonly Problem[]>;
  /** The loss is accepted: it is not named again. */
  readonly leaveVanished?: () => Promise<void>;
  /** Writes it again. */
  readonly restoreStep?: PaneStep;
  /** Lists on other sheets of this workbook, which may be imported like a file; absent where there is no workbook. */
  readonly ownLists?: () => Promise<readonly ImportedSheet[]>;
  /** `alive` is called as long as Excel goes on answering. `since`: only what changed after that state is read. `early` is told what is known before the closer look. */
  readonly readState: (
    language: Language,
    alive: () => void,
    since?: { readonly behind: Behind; readonly changed: ReadonlySet<string> },
    early?: (state: CampaignState) => void,
  ) => Promise<CampaignState>;
  /** Tells what happens in the workbook until it is taken off; absent where there is no workbook. */
  readonly watch?: (tell: (event: WorkbookEvent) => void) => Promise<() => Promise<void>>;
  /** The row that is selected now. */
  readonly selection?: () => Promise<SelectedRow | null>;
  /** Brings cells in sight and selects them. */
  readonly show?: (target: KeyTarget) => Promise<Shown>;
  /** The step that the pane opens with, as a button of the ribbon asked; absent or unknown = home. */
  readonly startStep?: string;
  /** The page that the pane opens with, as a button of the ribbon asked. */
  readonly startPage?: 'history';
  /** The start step is run at once. */
  readonly startRun?: boolean;
  /** The act that a command of the cells' menu asked for: the pane reads itself which row is selected, and fills the form in. */
  readonly startCell?: string;
  /** Tries this Excel in an empty workbook; null where the workbook is not empty, and an empty one is opened. Absent where there is no Excel. */
  readonly selfTest?: (tell: (done: number, all: number) => void) => Promise<SelfTestResult | null>;
  /** The step that mends a damaged workbook. */
  readonly mendStep: string;
  /** The step that makes a campaign workbook: the big button of an empty workbook. */
  readonly createStep: string;
  /** The step that takes a contact list. */
  readonly listStep: string;
  /** Rejects with an error that carries a bilingual `text` when the file cannot be read. */
  /** May be given up by the signal; `tell` hears how far it is. */
  readonly readFile: (file: File, signal: AbortSignal, tell: TellReading) => Promise<ImportedFile>;
  readonly readPaste: (pasted: string) => Promise<ImportedFile>;
  /** What people call a table; the name itself when it is unknown. */
  readonly tableTitle: (table: string) => Text;
  /** What people call a row that a problem names by its key. */
  readonly rowTitle: (table: string | undefined, row: string) => Text;
  /** True for what is made as a whole sheet, where counting rows says nothing. */
  readonly isMadeSheet: (name: string) => boolean;
  /** The header of a column that a problem names by its key; a header comes back as it is. */
  readonly columnTitle: (table: string | undefined, column: string) => Text;
}
