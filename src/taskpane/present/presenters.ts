// Which results are shown in the pane beyond their message, by the job's name. What is shown is in the files of the presenters.
import type { JobReport } from '../../app/run/job';
import {
  presentAwards,
  presentExplained,
  presentOverdue,
  presentProgress,
  presentRanking,
  presentReminders,
} from './lists';
import { presentObjection } from './objection';
import { presentReview } from './review';
import { presentReceived } from './received';
import { presentUndo } from './undo';
import { presentUpgrade } from './upgrade';
import type { PaneStep, Presentation } from '../steps';

/** By the job's name; a job that is not here shows its message, and problems and notices, alone. */
export const PRESENTERS: Readonly<Record<string, (report: JobReport) => Presentation>> = {
  undo: presentUndo,
  upgrade: presentUpgrade,
  receive: presentReceived,
  review: presentReview,
  overdue: presentOverdue,
  remind: presentReminders,
  progress: presentProgress,
  rank: presentRanking,
  explain: presentExplained,
  decide: presentAwards,
  awards: presentAwards,
  'close-objection': presentObjection,
};

/** What is shown of a report beyond its message; nothing where nobody says it. */
export const presentationOf = (step: PaneStep, report: JobReport): Presentation =>
  (step.present ?? PRESENTERS[step.id])?.(report) ?? {};
