// Draws the PNG icons of the manifest and the ribbon: `npx tsx assets/icons/drawIcons.mts`. Run by hand when a drawing changes;
// it needs a Chromium (CHROME_PATH or a usual place) and is no part of the build. Glyphs: Fluent UI System Icons (MIT).
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createElement } from 'react';
import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import puppeteer from 'puppeteer-core';
import {
  ClockAlarm16Color,
  ClockAlarm32Color,
  ClockAlarm48Color,
  DocumentText16Color,
  DocumentText32Color,
  DocumentText48Color,
  MegaphoneLoud16Filled,
  MegaphoneLoud32Filled,
  ShieldCheckmark16Color,
  ShieldCheckmark48Color,
  Trophy16Color,
  Trophy32Color,
  Trophy48Color,
  Mail16Color,
  Mail32Color,
  Mail48Color,
  BookDatabase16Color,
  BookDatabase32Color,
  MailAlert16Color,
  MailAlert32Color,
  PeopleList16Color,
  PeopleList32Color,
  CheckmarkCircle16Color,
  CheckmarkCircle32Color,
  CheckmarkCircle48Color,
  ClipboardTextEdit20Color,
  ClipboardTextEdit32Color,
  Ribbon16Color,
  Ribbon32Color,
  Certificate16Color,
  Certificate32Color,
  History16Color,
  History32Color,
  History48Color,
} from '@fluentui/react-icons';

type Glyph = ComponentType<object>;

const markup = (glyph: Glyph): string => renderToStaticMarkup(createElement(glyph));

/** The product's own mark: a megaphone on a rounded tile; the tile fills the whole square so that it stays readable at 16 px. */
function tile(glyph: Glyph, size: number): string {
  const inner = Math.round(size * 0.72);
  const radius = Math.max(3, Math.round(size * 0.22));
  return `<div style="width:${size}px;height:${size}px;border-radius:${radius}px;background:linear-gradient(145deg,#17a589,#0b6b5d);color:#fff;display:flex;align-items:center;justify-content:center">
    <div style="width:${inner}px;height:${inner}px" class="fit">${markup(glyph)}</div></div>`;
}

const plain = (glyph: Glyph, size: number): string =>
  `<div class="fit" style="width:${size}px;height:${size}px">${markup(glyph)}</div>`;

const DRAWINGS: readonly (readonly [name: string, size: number, html: string])[] = [
  ['app', 16, tile(MegaphoneLoud16Filled, 16)],
  ['app', 32, tile(MegaphoneLoud32Filled, 32)],
  ['app', 64, tile(MegaphoneLoud32Filled, 64)],
  ['app', 80, tile(MegaphoneLoud32Filled, 80)],
  ['overdue', 16, plain(ClockAlarm16Color, 16)],
  ['overdue', 32, plain(ClockAlarm32Color, 32)],
  ['overdue', 80, plain(ClockAlarm48Color, 80)],
  ['ranking', 16, plain(Trophy16Color, 16)],
  ['ranking', 32, plain(Trophy32Color, 32)],
  ['ranking', 80, plain(Trophy48Color, 80)],
  ['check', 16, plain(ShieldCheckmark16Color, 16)],
  ['check', 32, plain(ShieldCheckmark48Color, 32)],
  ['check', 80, plain(ShieldCheckmark48Color, 80)],
  ['briefing', 16, plain(DocumentText16Color, 16)],
  ['briefing', 32, plain(DocumentText32Color, 32)],
  ['briefing', 80, plain(DocumentText48Color, 80)],
  ['receive', 16, plain(Mail16Color, 16)],
  ['receive', 32, plain(Mail32Color, 32)],
  ['receive', 80, plain(Mail48Color, 80)],
  ['import', 16, plain(BookDatabase16Color, 16)],
  ['import', 32, plain(BookDatabase32Color, 32)],
  ['import', 80, plain(BookDatabase32Color, 80)],
  ['remind', 16, plain(MailAlert16Color, 16)],
  ['remind', 32, plain(MailAlert32Color, 32)],
  ['remind', 80, plain(MailAlert32Color, 80)],
  ['judge-tabs', 16, plain(PeopleList16Color, 16)],
  ['judge-tabs', 32, plain(PeopleList32Color, 32)],
  ['judge-tabs', 80, plain(PeopleList32Color, 80)],
  ['decide', 16, plain(CheckmarkCircle16Color, 16)],
  ['decide', 32, plain(CheckmarkCircle32Color, 32)],
  ['decide', 80, plain(CheckmarkCircle48Color, 80)],
  ['notice', 16, plain(ClipboardTextEdit20Color, 16)],
  ['notice', 32, plain(ClipboardTextEdit32Color, 32)],
  ['notice', 80, plain(ClipboardTextEdit32Color, 80)],
  ['awards', 16, plain(Ribbon16Color, 16)],
  ['awards', 32, plain(Ribbon32Color, 32)],
  ['awards', 80, plain(Ribbon32Color, 80)],
  ['certificates', 16, plain(Certificate16Color, 16)],
  ['certificates', 32, plain(Certificate32Color, 32)],
  ['certificates', 80, plain(Certificate32Color, 80)],
  ['undo', 16, plain(History16Color, 16)],
  ['undo', 32, plain(History32Color, 32)],
  ['undo', 80, plain(History48Color, 80)],
];

const CHROME = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((candidate) => candidate !== undefined && existsSync(candidate));
if (CHROME === undefined) throw new Error('No Chromium found: set CHROME_PATH.');

const folder = path.dirname(fileURLToPath(import.meta.url));
const browser = await puppeteer.launch({
  executablePath: CHROME,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, size, html] of DRAWINGS) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>*{margin:0}.fit svg{width:100%;height:100%;display:block}</style>${html}`);
  writeFileSync(
    path.join(folder, `${name}-${size}.png`),
    await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }),
  );
}
await browser.close();
