// What the pane is given to show: the steps of the campaign. Knows the shape of a step, not one step's rules.
import type { ImportedFile, Job, JobReport } from '../app/run/job';
import type { Text } from '../core/ground/text';
import type { StepIcon } from './parts/StepIcon';

export type FieldValue = string | number | boolean;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** 准备 · 收件与催报 · 评选 · 成果, in the order they are shown. */
export const STEP_GROUPS = ['prepare', 'collect', 'judge', 'publish'] as const;
export type StepGroup = (typeof STEP_GROUPS)[number];

interface FieldBase {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
}

/** Of what the workbook has names to offer while a field is typed in. */
export type Suggestion = 'unit' | 'requirement' | 'story';

/**
 * unit: chosen among the workbook's by typing. item: what the unit in the field `of` may be handing in, its id. parts: those of the item in the
 * field `of`, joined by 、. date: 'YYYY-MM-DD'; moment: 'YYYY-MM-DDTHH:mm' on the campaign's wall clock. Empty optional
 * fields are left out of the values.
 */
export type StepField =
  | (FieldBase & {
      readonly kind: 'text';
      readonly initial?: string;
      readonly suggest?: Suggestion;
      readonly placeholder?: Text;
    })
  | (FieldBase & { readonly kind: 'unit'; readonly initial?: string })
  | (FieldBase & { readonly kind: 'item'; readonly of: string; readonly initial?: string })
  | (FieldBase & { readonly kind: 'parts'; readonly of: string; readonly initial?: string })
  | (FieldBase & { readonly kind: 'multiline' | 'date' | 'moment'; readonly initial?: string })
  | (FieldBase & {
      readonly kind: 'number';
      readonly initial?: number;
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
    })
  | (FieldBase & { readonly kind: 'switch'; readonly initial?: boolean })
  | (FieldBase & {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: Text }[];
      readonly initial?: string;
    });

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
}

/** What the result leaves to people. `ask` is needed for every choice, e.g. the reason. */
export interface OpenDecision {
  readonly ask?: Question;
  readonly choices: readonly FollowUp[];
}

export interface Presentation {
  readonly blocks?: readonly ResultBlock[];
  readonly decision?: OpenDecision;
}

interface StepBase {
  readonly id: string;
  readonly group: StepGroup;
  readonly title: Text;
  /** One line. */
  readonly summary: Text;
  /** What the step does and does not do, before it is run. */
  readonly help?: Text;
  readonly icon: StepIcon;
  readonly fields?: readonly StepField[];
  /** Steps offered when this one went well. */
  readonly next?: readonly string[];
  /** What to show of `report.results`, beyond the message. */
  readonly present?: (report: JobReport) => Presentation;
}

export interface ActionStep extends StepBase {
  readonly kind: 'action';
  readonly job: Job<FieldValues>;
  /** Shows what would change and asks before it writes. */
  readonly previewFirst?: boolean;
  /** Many are done one after the other: Enter runs it, and when it went well the form is empty again. Label of the button. */
  readonly repeat?: Text;
}

export type ImportInput = ImportedFile & { readonly options: FieldValues };

export interface ImportStep extends StepBase {
  readonly kind: 'import';
  readonly job: Job<ImportInput>;
  /** What the file or the paste should look like, in one sentence. */
  readonly expects?: Text;
}

export type PaneStep = ActionStep | ImportStep;
