// Wires the ribbon's buttons to their jobs: the only file of this room that knows Office and Excel.
import type { Deps } from '../app/run/job';
import { keptName } from '../app/run/keptName';
import { computerTime, wallTimeAt } from '../app/run/wallClock';
import type { Language } from '../core/ground/text';
import { RIBBON } from '../app/run/whoActs';
import { createExcelPort } from '../excel/excelPort';
import { officeDoor } from '../excel/officeDoor';
import { RIBBON_COMMANDS } from './ribbonCommands';
import { command, type CommandEvent, type CommandHost } from './runCommand';
import { sayInDialog } from './sayInDialog';

/** Who said in the pane that they act; Excel keeps it apart where pane and ribbon run in processes of their own. */
// eslint-disable-next-line no-restricted-globals -- as the pane keeps it
const WHO = keptName(() => sessionStorage);

const language = (): Language => (Office.context.displayLanguage.toLowerCase().startsWith('en') ? 'en' : 'zh');

const deps = (): Deps => ({
  workbook: createExcelPort(officeDoor()),
  now: (zone) => wallTimeAt(Date.now(), zone),
  computerNow: () => computerTime(new Date()),
  language: language(),
  by: WHO.read() || RIBBON[language()],
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
