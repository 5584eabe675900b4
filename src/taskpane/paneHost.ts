// What the pane needs from outside. index.tsx wires it to Excel; a test or a preview page gives its own.
import type { Deps, ImportedFile } from '../app/job';
import type { Language, Text } from '../core/text';
import type { Status } from '../core/tracker/trackerRow';

/** How the workbook stands, as the home view shows it. Everything is already worded. */
export type HomeState =
  | { readonly kind: 'notCampaign'; /** Why, when the workbook has traces of a campaign. */ readonly why?: Text }
  | {
      readonly kind: 'campaign';
      readonly title: Text;
      /** “截至 6月10日 18:05（北京时间）” */
      readonly asOf: Text;
      /** Tracker rows by status. */
      readonly counts: Readonly<Partial<Record<Status, number>>>;
      /** “逾期 6 家 8 项，最长 3 天 2 小时”; null when nobody is overdue. */
      readonly overdue: Text | null;
      /** The next due times, soonest first. */
      readonly nextDue: readonly { readonly title: Text; readonly due: Text; readonly left: Text }[];
      /** Things worth a look: roster incomplete, tracker out of date… */
      readonly hints: readonly Text[];
      /** Id of the step to do next, marked in the list. */
      readonly suggested?: string;
    };

export interface PaneHost {
  readonly language: Language;
  /** Dark when Office is; absent = light. */
  readonly dark?: boolean;
  /** What this Excel lacks; empty when it can run everything. */
  readonly missing: readonly Text[];
  readonly deps: (language: Language, onProgress: (step: Text) => void) => Deps;
  readonly readHome: (language: Language) => Promise<HomeState>;
  /** The step that makes a campaign workbook: the big button of an empty workbook. */
  readonly createStep: string;
  /** Rejects with an error that carries a bilingual `text` when the file cannot be read. */
  readonly readFile: (file: File) => Promise<ImportedFile>;
  readonly readPaste: (pasted: string) => Promise<ImportedFile>;
  /** What people call a table; the name itself when it is unknown. */
  readonly tableTitle: (table: string) => Text;
}
