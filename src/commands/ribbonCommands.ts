// Which job each function of the manifest runs. A new button is a new row here and in manifest.xml. Only these jobs are loaded for the ribbon.
import { makeBriefing } from '../app/publish/briefing';
import { checkWorkbook } from '../app/care/checkWorkbook';
import type { Job } from '../app/run/job';
import { markOverdue } from '../app/collect/overdue';
import { rank } from '../app/contest/rank';

/** FunctionName in manifest.xml → the job, which needs no options. */
export const RIBBON_COMMANDS: Readonly<Record<string, Job<Record<string, never>>>> = {
  highlightOverdue: markOverdue,
  checkWorkbook,
  computeRanking: rank,
  makeBriefing,
};
