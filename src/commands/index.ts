// Wires the ribbon's buttons to their jobs: the only file of this room that knows Office and Excel.
import { jobNamed } from '../app/catalogue';
import type { JobInput } from '../app/catalogueEntry';
import type { Deps } from '../app/job';
import { computerTime, wallTimeAt } from '../app/wallClock';
import type { Language } from '../core/text';
import { createExcelPort } from '../excel/excelPort';
import { RIBBON_COMMANDS } from './ribbonCommands';
import { command, type CommandEvent, type CommandHost } from './runCommand';
import { sayInDialog } from './sayInDialog';

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith('en') ? 'en' : 'zh');

const deps = (): Deps => ({
  workbook: createExcelPort({ run: (batch) => Excel.run(batch), isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version) }),
  now: (zone) => wallTimeAt(Date.now(), zone),
  computerNow: () => computerTime(new Date()),
  language: language(),
});

const host: CommandHost = { deps, say: (message) => sayInDialog(Office.context.ui, location.href, message[language()]) };
const NO_OPTIONS: JobInput = { settings: {}, strict: false };

void Office.onReady(() => {
  const missing: string[] = [];
  for (const [functionName, jobName] of Object.entries(RIBBON_COMMANDS)) {
    const job = jobNamed(jobName);
    if (job) {
      const run = command(job.run, NO_OPTIONS, host);
      Office.actions.associate(functionName, (event: CommandEvent) => void run(event));
    } else {
      missing.push(`${functionName} → ${jobName}`);
    }
  }
  if (missing.length > 0) throw new Error(`the catalogue lacks the jobs of these buttons: ${missing.join(', ')}`);
});
