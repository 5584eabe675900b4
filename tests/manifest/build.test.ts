// What is shipped: builds it once, with settings of its own, and looks at every file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../architecture/imports';

const BASE_URL = 'https://campaign.example.gov.cn/addin';
const OFFICE_JS = 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js';

const folder = mkdtempSync(path.join(tmpdir(), 'campaign-dist-'));
const environment = { ...process.env, ADDIN_BASE_URL: `${BASE_URL}/`, OFFICE_JS_URL: OFFICE_JS, ADDIN_DIST: folder };
let files: readonly string[] = [];
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--mode', 'production'], { cwd: ROOT, env: environment, stdio: 'pipe' });
  files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')).sort();
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => `${file} ${Math.round(statSync(path.join(folder, file)).size / 1024)} KB`);
  console.info(`built: ${scripts.join(' · ')}`);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the pages, their scripts, the manifest and its icons are there', () => {
  expect(files).toEqual(expect.arrayContaining(['taskpane.html', 'taskpane.js', 'commands.html', 'commands.js', 'message.html', 'message.js', 'manifest.xml', 'assets/icons/app-32.png']));
});

test('the manifest names the place that the build was told, and no other', () => {
  expect(read('manifest.xml')).not.toContain('localhost');
  const addresses = [...read('manifest.xml').matchAll(/https:\/\/[^"]+/g)].map(([address]) => address);
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => !address.startsWith(`${BASE_URL}/`))).toEqual([]);
});

test('every file that the manifest names is built', () => {
  const named = [...read('manifest.xml').matchAll(/https:\/\/[^"]+/g)].map(([address]) => address.slice(BASE_URL.length + 1));
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

test('nothing of the workbench and nothing of Microsoft’s runtime is shipped', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => [file, read(file)] as const);
  for (const trace of [/excel-web/i, /univer(?!s)/i, /_richApiNativeBridge/, /workbench/i, /puppeteer/i, /OfficeExtension\s*=/]) {
    expect(scripts.filter(([, script]) => trace.test(script)).map(([file]) => `${file}: ${String(trace)}`)).toEqual([]);
  }
});

test('the readers of files come only when a file comes', () => {
  const isReader = (script: string): boolean => script.includes('exceljs') || script.includes('Papa Parse') || script.includes('ExcelJS');
  expect(files.filter((file) => file.endsWith('.js') && isReader(read(file))).filter((file) => ['taskpane.js', 'commands.js', 'message.js'].includes(file))).toEqual([]);
  expect(files.some((file) => file.endsWith('.js') && read(file).includes('ExcelJS'))).toBe(true);
});

test('the pane loads in under a megabyte, the commands in under a quarter of one', () => {
  expect(statSync(path.join(folder, 'taskpane.js')).size).toBeLessThan(1_000_000);
  expect(statSync(path.join(folder, 'commands.js')).size).toBeLessThan(250_000);
});

test('each page may load scripts only from its own place and from the host of Excel’s runtime, and connect to nowhere else', () => {
  for (const page of ['taskpane.html', 'commands.html', 'message.html']) {
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(read(page))?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'self' ${new URL(OFFICE_JS).origin};`);
    expect(policy).toContain("connect-src 'self'");
  }
});

test('the pane and the commands load Excel’s runtime from the address that the build was told', () => {
  for (const page of ['taskpane.html', 'commands.html']) expect(read(page)).toContain(OFFICE_JS);
  expect(read('message.html')).not.toContain('office.js');
});

test('an address that is not HTTPS is refused', () => {
  const build = (): Buffer => execFileSync(process.execPath, ['-e', "require('./webpack.config.js')"], { cwd: ROOT, env: { ...environment, ADDIN_BASE_URL: 'http://intranet/addin' }, stdio: 'pipe' });
  expect(build).toThrow(/ADDIN_BASE_URL must begin with https/);
});
