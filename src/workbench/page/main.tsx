// Starts the workbench page: clock, calculation beside the page, session, and the sample campaign as the first workbook.
import { createRoot } from 'react-dom/client';
import { text } from '../../core/ground/text';
import { App } from './App';
import { createClock } from './clock';
import { conditionsFrom } from './conditions';
import type { Host } from '../host/host';
import { FileActions } from './fileActions';
import { prepareFonts } from './fonts';
import './page.css';
import { TEXTS } from './pageTexts';
import { ribbonFromManifest } from './ribbonFromManifest';
import type { RibbonTab } from './ribbonFromManifest';
import { Session } from './session';
import type { SharedWorkbook } from './sharedWorkbook';
import { createWorkerCalculator } from './workerCalculator';

async function readRibbon(): Promise<RibbonTab | null> {
  const response = await fetch('/manifest.xml');
  return response.ok ? ribbonFromManifest(await response.text()) : null;
}

/** How often a second window looks whether the first is still there. */
const LOOK_MILLISECONDS = 3_000;

/** How a second window finds the workbook of the first. */
interface SharingWindow extends Window {
  workbenchHost?: Host;
  workbenchShared?: SharedWorkbook;
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const language = query.get('language') === 'en' ? 'en' : 'zh';
  const other = query.has('join') ? (window.opener as SharingWindow | null)?.workbenchShared : undefined;
  const session = new Session(
    createClock(location.search),
    createWorkerCalculator('/calculation.js'),
    language,
    conditionsFrom(location.search),
    other,
  );
  (window as SharingWindow).workbenchHost = session.host;
  (window as SharingWindow).workbenchShared = session.share;
  // A window that another one opens begins with what that one keeps; here another person sits.
  if (other) sessionStorage.clear();
  const files = new FileActions(session);
  const withSample = !other && query.get('book') !== 'blank';
  if (withSample) {
    files.fetchSample();
    session.frames.wait();
    session.expect(true);
  }
  window.addEventListener('error', (event) => {
    // The browser only puts a measurement off to its next frame: nothing has failed.
    if (event.message.startsWith('ResizeObserver loop')) return;
    session.notify('error', text(TEXTS.pageFailed.zh + event.message, TEXTS.pageFailed.en + event.message));
  });
  window.addEventListener('unhandledrejection', (event) => {
    const message = event.reason instanceof Error ? event.reason.message : String(event.reason);
    session.notify('error', text(TEXTS.pageFailed.zh + message, TEXTS.pageFailed.en + message));
  });
  // The workbook lives in the first window alone: closing or reloading that one loses it.
  window.addEventListener('beforeunload', (event) => {
    if (!other && session.store.get().unsaved) event.preventDefault();
  });
  const root = document.getElementById('workbench');
  if (!root) throw new Error('index.html has no #workbench');
  // No word is drawn before there is a workbook: the page stands while fonts and sample come.
  const fonts = prepareFonts();
  const addIn = await readRibbon();
  if (!withSample) await fonts;
  createRoot(root).render(<App session={session} files={files} addIn={addIn} />);
  if (other)
    setInterval(() => {
      if ((window.opener as Window | null)?.closed !== false) session.notify('error', TEXTS.firstClosed);
    }, LOOK_MILLISECONDS);
  else if (withSample)
    await fonts
      .then(() => files.sample())
      .finally(() => {
        session.expect(false);
        session.frames.waitNoLonger();
      });
}

void start();
