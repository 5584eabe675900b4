// Wires the pane to Excel: with opening.tsx the only file of this room that knows Office. Everything else gets what it needs as arguments.
import type { Root } from 'react-dom/client';
import { readCampaignState } from '../app/care/campaignState';
import { findPlace } from '../app/care/keyTarget';
import { CATALOGUE } from '../app/catalogue/catalogue';
import { RESTORE } from '../app/care/restoreJob';
import { readOwnLists } from '../app/imports/ownLists';
import type { Deps } from '../app/run/job';
import { columnTitle, isMadeSheet, rowTitle, tableTitle } from '../app/run/tableTitle';
import { createOwnWrites } from '../app/run/ownWrites';
import { readPeople } from '../app/run/whoActs';
import { computerTime, wallTimeAt } from '../app/run/wallClock';
import type { Language } from '../core/ground/text';
import { createExcelPort } from '../excel/excelPort';
import { isReadOnly, officeDoor } from '../excel/officeDoor';
import { pointAt } from '../excel/pointAt';
import { readSelection } from '../excel/readSelection';
import { watchWorkbook } from '../excel/watchWorkbook';
import { sharedWatch } from './sharedWatch';
import { officeZone } from './officeZone';
import { campaignSteps, CREATE_STEP, MEND_STEP, ROSTER_STEP } from './campaignSteps';
import { keptName } from '../app/run/keptName';
import { Pane } from './Pane';
import type { PaneHost } from './paneHost';
import { excelOrigin, preferredColours, preferredLanguage, whatIsMissing } from './paneReadiness';

const sync = (context: Excel.RequestContext): Promise<void> => context.sync();

/** Tells this session's acts from others'. */
const SESSION = Math.random().toString(36).slice(2, 8);
/** What this session wrote: a merge may lose it. */
const OWN = createOwnWrites();
/** Gone when the window closes, and no other site sees it. */
// eslint-disable-next-line no-restricted-globals -- a name in the workbook would be every co-author's
const WHO = keptName(() => sessionStorage);

function deps(language: Language, onProgress?: Deps['onProgress']): Deps {
  return {
    workbook: createExcelPort(officeDoor()),
    now: (zone) => wallTimeAt(Date.now(), zone),
    computerNow: () => computerTime(new Date()),
    language,
    onProgress,
    session: SESSION,
    own: OWN,
  };
}

function paneHost(inExcel: boolean): PaneHost {
  const query = new URLSearchParams(location.search);
  const zone = officeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return {
    language: preferredLanguage(Office.context),
    colours: preferredColours(Office.context, matchMedia('(forced-colors: active)').matches),
    missing: whatIsMissing(Office.context, inExcel),
    ...(zone && { zone }),
    outside: !inExcel,
    excelFrom: excelOrigin(location.ancestorOrigins?.[0] ?? document.referrer),
    readOnly: isReadOnly(Office.context),
    deps,
    readState: (language, alive, since, early) => readCampaignState(deps(language, alive), since, early),
    who: WHO,
    people: () => readPeople(deps('zh').workbook),
    vanished: async () => (OWN.tables.length === 0 ? [] : (await import('../app/care/restore')).lookAgain(deps('zh'))),
    leaveVanished: async () => {
      if (OWN.tables.length > 0) OWN.forget(OWN.vanishedIn(await deps('zh').workbook.read({ tables: OWN.tables })));
    },
    restoreStep: campaignSteps([RESTORE])[0],
    ownLists: () => readOwnLists(deps('zh')),
    watch: sharedWatch((tell) => watchWorkbook((batch) => Excel.run(batch), tell)),
    selection: () => Excel.run((context) => readSelection(context, sync)),
    show: async (target) => {
      const place = await findPlace(deps('zh').workbook, target);
      return place === null ? 'gone' : Excel.run((context) => pointAt(context, place, sync));
    },
    startStep: query.get('step') ?? undefined,
    ...(query.get('page') === 'history' && { startPage: 'history' }),
    startRun: query.has('run'),
    startCell: query.get('cell') ?? undefined,
    selfTest: async (tell) => {
      const { diagnostics, requirements } = Office.context;
      const result = await (
        await import('./selfTest')
      ).selfTest(
        `${diagnostics.host} ${diagnostics.platform} ${diagnostics.version}`,
        (version) => requirements.isSetSupported('ExcelApi', version),
        tell,
      );
      if (result === null) await Excel.createWorkbook();
      return result;
    },
    createStep: CREATE_STEP,
    listStep: ROSTER_STEP,
    mendStep: MEND_STEP,
    // The readers of files are large: they are loaded when the first file comes.
    readFile: async (file, signal, tell) =>
      (await import('../files/readFileAside')).readFileAside(
        { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
        signal,
        tell,
      ),
    readPaste: async (pasted) => (await import('../files/readFile')).readPastedText(pasted),
    tableTitle,
    columnTitle,
    isMadeSheet,
    rowTitle,
  };
}

/** Draws the pane, with all its jobs, in the place of what stood there. */
export function showPane(root: Root, inExcel: boolean): void {
  root.render(<Pane steps={campaignSteps(CATALOGUE)} host={paneHost(inExcel)} />);
}
