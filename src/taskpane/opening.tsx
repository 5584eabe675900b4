// What the pane's page loads first: the frame, which stands while the rest comes. Both are asked for at once. Knows no job and no workbook.
import { createRoot, type Root } from 'react-dom/client';
import { OpeningFrame } from './views/OpeningFrame';
import { preferredColours, preferredLanguage } from './paneReadiness';
import { fetchTheme } from './paneTheme';

/** All that home needs, in one file: it comes while Office.js starts. */
const HOME = import(/* webpackChunkName: "home" */ './index');

async function open(root: Root, inExcel: boolean): Promise<void> {
  const colours = preferredColours(Office.context, matchMedia('(forced-colors: active)').matches);
  // Light colours are better than none.
  await fetchTheme(colours).catch(() => undefined);
  root.render(<OpeningFrame language={preferredLanguage(Office.context)} colours={colours} />);
  try {
    (await HOME).showPane(root, inExcel);
  } catch (error) {
    // An empty page is waiting.ts's: it says which file did not come.
    root.unmount();
    throw error;
  }
}

// Where the runtime did not load, waiting.ts says so.
if (typeof Office !== 'undefined') {
  void Office.onReady((info) => {
    const root = document.getElementById('root');
    if (!root) throw new Error('taskpane.html has no #root');
    return open(createRoot(root), info.host === Office.HostType.Excel);
  });
}
