// Finds a browser and starts it, for measuring and for the end-to-end tests: the machine’s own Chrome, Edge or Chromium, else the one in node_modules.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

const PROGRAM_FILES = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);

const CANDIDATES: readonly string[] = [
  ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...PROGRAM_FILES.flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'),
    path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

/** The packaged browser unpacks itself on the first call. It is an ES module, which the tests’ module system cannot load: hence the process. */
function packagedBrowser(): string {
  const script =
    "import('@sparticuz/chromium').then((module) => module.default.executablePath()).then((path) => process.stdout.write(path))";
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    cwd: process.cwd(),
  });
}

/** Path of the program: CHROME_PATH first, then the usual places, then the packaged one, which is unpacked on the first call. */
export function browserPath(): string {
  return CANDIDATES.find((candidate) => existsSync(candidate)) ?? packagedBrowser();
}

/** A headless browser with a fresh profile and a window of 1440 × 860 pixels. */
export function startBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: browserPath(),
    headless: true,
    userDataDir: mkdtempSync(path.join(tmpdir(), 'workbench-browser-')),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    defaultViewport: { width: 1440, height: 860 },
  });
}
