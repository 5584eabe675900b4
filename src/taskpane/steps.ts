// What the pane is given to show: the steps of the campaign. Knows the shape of a step, not one step's rules.
import type { ImportedFile, Job, JobReport } from '../app/run/job';
import type { PlainOption } from '../app/run/options';
import type { JobPlace } from '../app/run/place';
import type { Text } from '../core/ground/text';

/** What a field holds, read. */
export type FieldValue = string | number | boolean;
/** By the field's name; an empty field is absent or ''. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** How an option of a job is asked for; see PlainOption for its kinds. Empty optional fields are left out of the values. */
export type StepField = PlainOption & { readonly name: string };

/** A titled list under a result, e.g. the top of the ranking, or a reminder to copy. */
export interface ResultBlock {
  readonly title: Text;
  readonly lines: readonly Text[];
  /** With it the block gets a button that copies this text. */
  readonly copy?: Text;
  /** With it the block gets a link that the person may follow, e.g. to open a text as mail. */
  readonly link?: { readonly label: Text; readonly href: string };
}

/** A text that must be given before a choice can be taken; it joins the values under `name`. */
export interface Question {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** One choice of a decision: a button that runs a step again with these values. */
export interface FollowUp {
  readonly label: Text;
  readonly detail?: Text;
  /** Needed for this choice only, e.g. the seed of a draw. */
  readonly ask?: Question;
  /** Id of the step to run; the step itself when left out. */
  readonly step?: string;
  readonly values: FieldValues;
  /** What it writes has been seen, or stands in the preview of the same report: it is run without another one. */
  readonly sure?: true;
  /** A file that is in hand already: the step previews it. */
  readonly file?: ImportedFile;
}

/** What the result leaves to people. `ask` is needed for every choice, e.g. the reason. */
export interface OpenDecision {
  readonly ask?: Question;
  readonly choices: readonly FollowUp[];
}

/** What the pane shows of a job’s results beyond its message. */
export interface Presentation {
  /** In the place of “done”, where a job went its way and nothing came of it. */
  readonly nothing?: Text;
  /** What the form holds for the next thing of the same kind. */
  readonly onward?: FieldValues;
  readonly blocks?: readonly ResultBlock[];
  readonly decision?: OpenDecision;
}

interface StepBase extends Pick<JobPlace, 'group' | 'icon' | 'next' | 'atOnce'> {
  readonly id: string;
  readonly title: Text;
  /** One line. */
  readonly summary: Text;
  /** What the step does and does not do, before it is run. */
  readonly help?: Text;
  readonly fields?: readonly StepField[];
  /** What it did can be taken back. */
  readonly undoable?: true;
  /** What to show of `report.results`, beyond the message; absent: what the presenters know of the job (`presentationOf`). */
  readonly present?: (report: JobReport) => Presentation;
}

/** A job with a form. */
export interface ActionStep extends StepBase, Pick<JobPlace, 'previewFirst' | 'repeat'> {
  readonly kind: 'action';
  readonly job: Job<FieldValues>;
}

export type ImportInput = ImportedFile & { readonly options: FieldValues };

/** A job with a file or a paste. */
export interface ImportStep extends StepBase {
  readonly kind: 'import';
  readonly job: Job<ImportInput>;
  /** What the file or the paste should look like, in one sentence. */
  readonly expects?: Text;
}

export type PaneStep = ActionStep | ImportStep;
