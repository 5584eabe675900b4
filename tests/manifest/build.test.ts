// What is shipped: builds it once, with settings of its own, and looks at every file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from 'exceljs';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { startBrowser } from '../e2e/browser';
import { firstLoad } from '../../src/workbench/bench/firstLoad';
import { ROOT } from '../architecture/imports';

const BASE_URL = 'https://campaign.example.gov.cn/addin';
const OFFICE_JS = 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js';

const folder = mkdtempSync(path.join(tmpdir(), 'campaign-dist-'));
const environment = { ...process.env, ADDIN_BASE_URL: `${BASE_URL}/`, OFFICE_JS_URL: OFFICE_JS, ADDIN_DIST: folder };
let files: readonly string[] = [];
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

beforeAll(() => {
  execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--mode', 'production'], {
    cwd: ROOT,
    env: environment,
    stdio: 'pipe',
  });
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const scripts = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => `${file} ${Math.round(statSync(path.join(folder, file)).size / 1024)} KB`);
  console.info(`built: ${scripts.join(' · ')}`);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the pages, their scripts, the manifest and its icons are there', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'taskpane.html',
      'waiting.js',
      'taskpane.js',
      'commands.html',
      'commands.js',
      'message.html',
      'message.js',
      'manifest.xml',
      'assets/icons/app-32.png',
    ]),
  );
});

test('the manifest names the place that the build was told, and no other', () => {
  expect(read('manifest.xml')).not.toContain('localhost');
  const addresses = [...read('manifest.xml').matchAll(/https:\/\/[^"]+/g)].map(([address]) => address);
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => !address.startsWith(`${BASE_URL}/`))).toEqual([]);
});

test('every file that the manifest names is built', () => {
  const named = [...read('manifest.xml').matchAll(/https:\/\/[^"]+/g)].map(([address]) =>
    address.slice(BASE_URL.length + 1).replace(/\?.*$/, ''),
  );
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});

test('nothing of the workbench and nothing of Microsoft’s runtime is shipped', () => {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => [file, read(file)] as const);
  for (const trace of [
    /excel-web/i,
    /univer(?!s)/i,
    /_richApiNativeBridge/,
    /workbench/i,
    /puppeteer/i,
    /OfficeExtension\s*=/,
  ]) {
    expect(scripts.filter(([, script]) => trace.test(script)).map(([file]) => `${file}: ${String(trace)}`)).toEqual([]);
  }
});

test('the readers of files come only when a file comes', () => {
  const isReader = (script: string): boolean =>
    script.includes('Unsupported ZIP encryption') || script.includes('Papa Parse') || script.includes('ExcelJS');
  expect(
    files
      .filter((file) => file.endsWith('.js') && isReader(read(file)))
      .filter((file) => ['taskpane.js', 'commands.js', 'message.js'].includes(file)),
  ).toEqual([]);
  expect(files.some((file) => file.endsWith('.js') && read(file).includes('Unsupported ZIP encryption'))).toBe(true);
});

test('the pane loads little before its frame stands, and as little as now before home can be read', () => {
  const { frame, home, whole } = firstLoad(folder);
  // Gzipped bytes. Whoever needs more says in the commit what for.
  expect(frame).toBeLessThan(128_000);
  expect(home).toBeLessThan(277_000);
  expect(whole).toBeLessThan(345_000);
  expect(statSync(path.join(folder, 'commands.js')).size).toBeLessThan(100_000);
});

test('each page may load scripts only from its own place and from the host of Excel’s runtime, and connect to nowhere else', () => {
  for (const page of ['taskpane.html', 'commands.html', 'message.html']) {
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(read(page))?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'self' ${new URL(OFFICE_JS).origin};`);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain(`frame-src ${new URL(OFFICE_JS).origin};`);
  }
});

test('the pane and the commands load Excel’s runtime from the address that the build was told', () => {
  for (const page of ['taskpane.html', 'commands.html']) expect(read(page)).toContain(OFFICE_JS);
  expect(read('message.html')).not.toContain('office.js');
});

describe('in a browser, under its own content policy', () => {
  /** Office as the pane meets it in an Excel that answers no request: enough to see that everything shipped loads and runs. */
  const OFFICE_STUB = `
    window.Office = { HostType: { Excel: 'Excel' }, context: { displayLanguage: 'zh-CN', requirements: { isSetSupported: () => true } }, onReady: (then) => Promise.resolve(then({ host: 'Excel' })) };
    window.Excel = { run: () => Promise.reject(Object.assign(new Error('stub'), { code: 'ConnectionFailure' })) };`;
  const TYPES: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
  };
  let browser: Browser;
  const refused: string[] = [];
  /** Microsoft’s own loader, and whatever it asks for beside it, from the installed package. */
  const REAL = 'real';
  const LIBRARY = OFFICE_JS.replace(/office\.js$/, '');
  const OFFICE_PACKAGE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
  const loaded: string[] = [];

  /** `office`: what comes in place of Excel's runtime; null when the network refuses it. `refusedFile`: one of the add-in's own that it refuses. */
  async function openBuilt(page: string, office: string | null = OFFICE_STUB, refusedFile = ''): Promise<Page> {
    const tab = await browser.newPage();
    await tab.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' }));
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const url = request.url();
      const library =
        office === REAL && url.startsWith(LIBRARY) ? url.slice(LIBRARY.length).replace(/[?#].*$/, '') : '';
      if (library !== '') {
        loaded.push(library);
        return void request.respond({
          contentType: TYPES['.js'],
          headers: { 'access-control-allow-origin': '*' },
          body: readFileSync(path.join(OFFICE_PACKAGE, library)),
        });
      }
      if (url === OFFICE_JS)
        return office === null
          ? void request.abort()
          : void request.respond({ contentType: TYPES['.js'], body: office });
      if (!url.startsWith(`${BASE_URL}/`)) {
        refused.push(url);
        return void request.abort();
      }
      const file = url.slice(BASE_URL.length + 1).split(/[?#]/)[0] ?? '';
      if (file === refusedFile) return void request.abort();
      return void request.respond({
        contentType: TYPES[path.extname(file)] ?? 'application/octet-stream',
        body: readFileSync(path.join(folder, file)),
      });
    });
    tab.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text());
    });
    tab.on('pageerror', (error) => refused.push(error instanceof Error ? error.message : String(error)));
    await tab.goto(`${BASE_URL}/${page}`);
    return tab;
  }
  const reads = (tab: Page, words: string): Promise<unknown> =>
    tab.waitForFunction((wanted) => document.body.textContent?.includes(wanted), { timeout: 20_000 }, words);

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test('the pane draws itself, and a lost connection is a sentence', async () => {
    const tab = await openBuilt('taskpane.html');
    await reads(tab, '数据只留在本工作簿，不外传');
    await reads(tab, '与 Excel 的连接断了');
    expect(refused.filter((line) => !line.includes('favicon'))).toEqual([]);
  });

  test('a chosen workbook is read by the chunk that comes on demand', async () => {
    const book = new Workbook();
    book.addWorksheet('名册').addRow(['单位名称', '联系电话']);
    const file = path.join(folder, 'roster.xlsx');
    await book.xlsx.writeFile(file);
    const tab = await openBuilt('taskpane.html');
    await reads(tab, '联络员');
    await tab.evaluate(() =>
      [...document.querySelectorAll('button')].find((one) => one.textContent?.includes('联络员'))?.click(),
    );
    const chooser = await tab.waitForSelector('input[type=file]');
    await (chooser as ElementHandle<HTMLInputElement>).uploadFile(file);
    // The file was read: what failed is the request to Excel that follows.
    await reads(tab, '与 Excel 的连接断了');
    expect(
      await tab.evaluate(
        () => performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.js')).length,
      ),
    ).toBeGreaterThan(2);
    expect(refused.filter((line) => !line.includes('favicon'))).toEqual([]);
  });

  test('a network that refuses Excel’s runtime: the pane says from where it should come and what to ask for', async () => {
    const tab = await openBuilt('taskpane.html', null);
    await reads(tab, '没有加载到 Excel 的接口（office.js）');
    await reads(tab, new URL(OFFICE_JS).origin);
    await reads(tab, '世纪互联');
    expect(refused.filter((line) => !line.includes('favicon'))).toEqual([]);
  });

  test('an Excel that never gets ready is told from a runtime that was not loaded', async () => {
    const tab = await openBuilt('taskpane.html', 'window.Office = { onReady: () => new Promise(() => undefined) };');
    await reads(tab, '接口已加载，但 Excel 没有应答');
    await reads(tab, `放行这个地址下的全部文件：${new URL(OFFICE_JS).origin}`);
  });

  test('a network that refuses the pane’s own program: the pane names it, in the language that Office says', async () => {
    const tab = await openBuilt('taskpane.html?_host_Info=Excel$Win32$16.01$en-US$$$$16', OFFICE_STUB, 'taskpane.js');
    await reads(tab, `The pane’s own program was not loadedIt should come from: ${BASE_URL}/taskpane.js`);
    await tab.close();
  });

  test('a network that refuses home’s own program: the frame goes, and the file is named', async () => {
    const home = files.find((file) => file.startsWith('home.')) ?? '';
    const tab = await openBuilt('taskpane.html', OFFICE_STUB, home);
    await reads(tab, `没有加载到面板自己的程序应当来自：${BASE_URL}/${home}`);
    expect(refused.splice(0).filter((line) => !/favicon|ChunkLoadError/.test(line))).toEqual([]);
    await tab.close();
  });

  test('three files of its own bring the pane as far as it asks Excel; what looks closer comes after that', async () => {
    const silent = OFFICE_STUB.replace(/Promise\.reject\(.*\) \};/, 'new Promise(() => undefined) };');
    const tab = await openBuilt('taskpane.html', silent);
    await tab.waitForSelector('button');
    await reads(tab, '正在读取工作簿');
    const fetched = await tab.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
    );
    expect(fetched.filter((file) => file.endsWith('.js') && file !== 'office.js').sort()).toEqual(
      files.filter((file) => /^(home\..*|taskpane|waiting)\.js$/.test(file)).sort(),
    );
    await tab.close();
  });

  test('Microsoft’s real loader brings Excel’s runtime under the policy, from its own place alone', async () => {
    // First: the loader keeps in which program it was.
    const outside = await openBuilt('taskpane.html', REAL);
    await reads(outside, '请从 Excel 里打开这个面板');
    await outside.close();
    for (const page of ['taskpane.html', 'commands.html']) {
      loaded.length = 0;
      const tab = await openBuilt(`${page}?_host_Info=Excel$Win32$16.01$zh-CN$$$$16`, REAL);
      await tab.waitForFunction(() => typeof Excel === 'object' && typeof Excel.run === 'function', {
        timeout: 20_000,
      });
      expect(loaded).toEqual(['office.js', 'excel-win32-16.01.js', 'zh-cn/office_strings.js']);
      await tab.close();
    }
    // The runtime’s own telemetry would be a frame elsewhere: the policy keeps it out, and nothing else.
    expect(refused.filter((line) => !/favicon|Framing 'https:\/\/telemetryservice\./.test(line))).toEqual([]);
  });

  test('the message window shows its message as text', async () => {
    const tab = await openBuilt(`message.html#${encodeURIComponent('请先按 <b>Enter</b>')}`);
    await reads(tab, '请先按 <b>Enter</b>');
  });
});

test('an address that is not HTTPS is refused', () => {
  const build = (): Buffer =>
    execFileSync(process.execPath, ['-e', "require('./webpack.config.js')"], {
      cwd: ROOT,
      env: { ...environment, ADDIN_BASE_URL: 'http://intranet/addin' },
      stdio: 'pipe',
    });
  expect(build).toThrow(/ADDIN_BASE_URL must begin with https/);
});
