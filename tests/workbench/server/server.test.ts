// What the server of the workbench gives, packed and tagged, and what it keeps between two starts.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { putCell } from '../../../src/workbench/model/cells';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { newBook } from '../../../src/workbench/model/book';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { fingerprintOf, keepBundles, keptBundles, pack } from '../../../src/workbench/server/bundleCache';
import { serve } from '../../../src/workbench/server/server';
import type { Workbench } from '../../../src/workbench/server/server';
import { keptOffices } from '../../support/sampleOfficeBooks';

const bundles = {
  files: new Map([
    ['/page.js', pack(new TextEncoder().encode('1'))],
    ['/taskpane.js', pack(new TextEncoder().encode('2'))],
  ]),
  milliseconds: 0,
};
let workbench: Workbench;

beforeAll(async () => {
  workbench = await serve(process.cwd(), bundles, 0);
});
afterAll(() => workbench.close());

const get = async (path: string): Promise<[number, string, string]> => {
  const response = await fetch(workbench.url + path);
  return [response.status, response.headers.get('content-type') ?? '', await response.text()];
};

describe('the server of the workbench', () => {
  it('gives the page and the bundles', async () => {
    expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', expect.stringContaining('/page.js')]);
    expect(await get('/page.js')).toEqual([200, 'text/javascript; charset=utf-8', '1']);
  });

  it('loads the pinned runtime in the frame between the two halves of the link, first what says that it does not come, the add-in last; never the loader of the cloud', async () => {
    const [status, , html] = await get('/frame/taskpane.html');
    expect(status).toBe(200);
    const scripts = [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map((match) => match[1]);
    expect(scripts).toEqual([
      '/waiting.js',
      '/frameBefore.js',
      '/runtime/excel-web-16.00.js',
      '/frameAfter.js',
      '/taskpane.js',
    ]);
    expect(html).not.toContain('office.js');
  });

  it('serves the runtime from the installed package, and icons and manifest from the project', async () => {
    expect((await get('/runtime/excel-web-16.00.js'))[0]).toBe(200);
    expect((await get('/manifest.xml'))[0]).toBe(200);
    expect((await get('/assets/icons/app-32.png'))[1]).toBe('image/png');
  });

  it('prints for its own page alone, and says in so many words what it cannot', async () => {
    const print = async (body: Uint8Array, headers: Record<string, string>, query = ''): Promise<number> =>
      (
        await fetch(`${workbench.url}/print?now=44354${query}`, {
          method: 'POST',
          headers,
          body: body as Uint8Array<ArrayBuffer>,
        })
      ).status;
    const own = { 'x-workbench': 'print' };
    const book = await writeBook(newBook());
    expect((await get('/print'))[0]).toBe(405);
    expect(await print(book, {})).toBe(405);
    expect(await print(new TextEncoder().encode('no workbook'), own)).toBe(400);
    expect(await print(book, own, '&sheet=Nowhere')).toBe(400);
    const before = process.env['SOFFICE'];
    process.env['SOFFICE'] = '/nowhere/soffice';
    try {
      expect(await print(book, own)).toBe(501);
    } finally {
      if (before === undefined) delete process.env['SOFFICE'];
      else process.env['SOFFICE'] = before;
    }
  });

  it('asks before it prints a public page with a phone on it', async () => {
    const book = copyOfBook((await keptOffices()).decided);
    const list = book.sheets.find(({ name }) => name === '获奖名单');
    if (!list) throw new Error('no list');
    putCell(list, 40, 1, { value: '联系人 138-1234-5678' });
    const body = (await writeBook(book)) as Uint8Array<ArrayBuffer>;
    const ask = (query: string) =>
      fetch(`${workbench.url}/print?now=44357.375&sheet=${encodeURIComponent('获奖名单')}${query}`, {
        method: 'POST',
        headers: { 'x-workbench': 'print' },
        body,
      });
    const answer = await ask('');
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { zh: expect.stringContaining('“获奖名单”B41含手机号'), en: expect.stringContaining('B41 of “获奖名单”') },
    ]);
    const before = process.env['SOFFICE'];
    process.env['SOFFICE'] = '/nowhere/soffice';
    try {
      expect((await ask('&anyway=')).status).toBe(501);
    } finally {
      if (before === undefined) delete process.env['SOFFICE'];
      else process.env['SOFFICE'] = before;
    }
  });

  it('gives nothing else of the disk', async () => {
    for (const path of [
      '/package.json',
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/frame/commands.html',
      '/src/workbench/page/main.tsx',
    ]) {
      expect((await get(path))[0]).toBe(404);
    }
  });

  it('sends a bundle packed, and nothing again that the browser has already', async () => {
    const first = await fetch(`${workbench.url}/page.js`, { headers: { 'accept-encoding': 'br' } });
    expect([first.headers.get('content-encoding'), await first.text()]).toEqual(['br', '1']);
    const etag = first.headers.get('etag') ?? '';
    const ask = (tag: string) => fetch(`${workbench.url}/page.js`, { headers: { 'if-none-match': tag } });
    expect([(await ask(etag)).status, (await ask('"another"')).status]).toEqual([304, 200]);
  });

  it('keeps bundles on disk until a source or a package changes', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'workbench-bundles-'));
    mkdirSync(path.join(root, 'src'));
    writeFileSync(path.join(root, 'package-lock.json'), '{}');
    writeFileSync(path.join(root, 'src/a.ts'), 'one');
    const before = fingerprintOf(root, ['src']);
    expect(await keptBundles(root, before)).toBeUndefined();
    await keepBundles(root, before, bundles.files);
    const kept = await keptBundles(root, before);
    expect([...(kept ?? [])].map(([name, { plain }]) => [name, new TextDecoder().decode(plain)])).toEqual([
      ['/page.js', '1'],
      ['/taskpane.js', '2'],
    ]);
    writeFileSync(path.join(root, 'src/a.ts'), 'two');
    const after = fingerprintOf(root, ['src']);
    expect(after).not.toBe(before);
    await keepBundles(root, after, bundles.files);
    expect(await keptBundles(root, before)).toBeUndefined();
    rmSync(root, { recursive: true, force: true });
  });

  it('takes a free port when the wanted one is taken', async () => {
    const other = createServer().listen(0, 'localhost');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const second = await serve(process.cwd(), bundles, port);
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.close();
    other.close();
  });
});
