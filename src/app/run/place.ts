// Where in the pane a job is offered. Knows the pane's groups and pictures by name only.
import type { Text } from '../../core/ground/text';

/** 准备 · 收件与催报 · 评选 · 成果, in the order they are shown. */
export const STEP_GROUPS = ['prepare', 'collect', 'judge', 'publish'] as const;
type StepGroup = (typeof STEP_GROUPS)[number];

/** Names of the pane's pictures; the pane has one for each. */
export type JobIcon =
  | 'campaign'
  | 'roster'
  | 'requirements'
  | 'mail'
  | 'receipt'
  | 'overdue'
  | 'remind'
  | 'extend'
  | 'stories'
  | 'judges'
  | 'scores'
  | 'rules'
  | 'ranking'
  | 'decide'
  | 'withdraw'
  | 'notice'
  | 'briefing'
  | 'summary'
  | 'accountability'
  | 'certificate'
  | 'agenda'
  | 'awards'
  | 'check'
  | 'repair';

/** The order within a group is the catalogue's. */
export interface JobPlace {
  readonly group: StepGroup;
  readonly icon: JobIcon;
  /** Names of jobs that are offered when this one went well. */
  readonly next?: readonly string[];
  /** Shows what would change and asks before it writes. Imports always do. */
  readonly previewFirst?: boolean;
  /** Nothing has to be filled in: a button that names it runs it at once, or shows at once what would change. */
  readonly atOnce?: true;
  /** Many are done one after the other: Enter runs it, and when it went well the form is empty again. Label of the button. */
  readonly repeat?: Text;
}
