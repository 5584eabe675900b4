// Wires the ribbon's buttons to their jobs: the only file of this room that knows Office and Excel.
import type { Deps } from '../app/run/job';
import { computerTime, wallTimeAt } from '../app/run/wallClock';
import type { Language } from '../core/ground/text';
import { RIBBON } from '../app/run/whoActs';
import { createExcelPort } from '../excel/excelPort';
import { officeDoor } from '../excel/officeDoor';
import { RIBBON_COMMANDS } from './ribbonCommands';
import { command, type CommandEvent, type CommandHost } from './runCommand';
import { sayInDialog } from './sayInDialog';

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith('en') ? 'en' : 'zh');

const deps = (): Deps => ({
  workbook: createExcelPort(officeDoor()),
  now: (zone) => wallTimeAt(Date.now(), zone),
  computerNow: () => computerTime(new Date()),
  language: language(),
  by: RIBBON[language()],
});

const host: CommandHost = {
  deps,
  say: (message) => sayInDialog(Office.context.ui, location.href, message[language()]),
};

void Office.onReady(() => {
  for (const [functionName, job] of Object.entries(RIBBON_COMMANDS)) {
    const run = command((jobDeps, _input, mode) => job.run(jobDeps, { settings: {}, strict: false }, mode), {}, host);
    Office.actions.associate(functionName, (event: CommandEvent) => void run(event));
  }
});
