// Which job each function of the manifest runs. A new button is a new row here and in manifest.xml. Only these jobs are loaded for the ribbon.
import { makeBriefing } from '../app/briefing';
import { checkWorkbook } from '../app/checkWorkbook';
import type { Job } from '../app/job';
import { markOverdue } from '../app/overdue';
import { rank } from '../app/rank';

/** FunctionName in manifest.xml → the job, which needs no options. */
export const RIBBON_COMMANDS: Readonly<Record<string, Job<Record<string, never>>>> = {
  highlightOverdue: markOverdue,
  checkWorkbook,
  computeRanking: rank,
  makeBriefing,
};
