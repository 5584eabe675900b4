// Which job each function of the manifest runs. A new button is a new row here and in manifest.xml.
import { OVERDUE } from '../app/collect/overdueJob';
import { RANK } from '../app/contest/rankJob';
import { BRIEFING } from '../app/publish/briefingJob';
import type { OfferedJob } from '../app/run/defineJob';

/** FunctionName in manifest.xml → the job, which is run without options. */
export const RIBBON_COMMANDS: Readonly<Record<string, OfferedJob>> = {
  highlightOverdue: OVERDUE,
  computeRanking: RANK,
  makeBriefing: BRIEFING,
};
