// Serves the workbench on this machine alone: the page, the bundles from memory, the runtime straight from the installed package.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sourcesMark, type Bundles } from './bundles';
import { framePage, looksOf, messagePage } from './frames';
import { SAID_BESIDE } from '../page/saidBeside';
import { createSamples } from './sample';
import type { Samples } from './sample';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.ico': 'image/x-icon',
};

interface Served {
  readonly root: string;
  readonly bundles: Bundles;
  readonly samples: Samples;
}

interface Answer {
  readonly type: string;
  readonly body: Uint8Array | string;
  /** The same, packed. */
  readonly brotli?: Uint8Array;
}

async function answer({ root, bundles, samples }: Served, url: URL): Promise<Answer | undefined> {
  const { pathname } = url;
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  const bundled = bundles.files.get(pathname);
  if (bundled) return { type, body: bundled.plain, brotli: bundled.brotli };
  if (pathname === '/')
    return { type: 'text/html; charset=utf-8', body: await readFile(path.join(root, 'src/workbench/page/index.html')) };
  const frame = /^\/frame\/(taskpane|commands)\.html$/.exec(pathname)?.[1];
  if (frame && bundles.files.has(`/${frame}.js`)) {
    const looks = looksOf(await readFile(path.join(root, 'src/taskpane/taskpane.html'), 'utf8'));
    const hasStyles = bundles.files.has(`/${frame}.css`);
    return { type, body: framePage(frame, hasStyles, url.searchParams.get('language') ?? 'zh', looks) };
  }
  if (pathname === '/frame/message.html')
    return { type, body: messagePage(await readFile(path.join(root, 'src/commands/message.html'), 'utf8')) };
  if (pathname === '/manifest.xml') return { type, body: await readFile(path.join(root, 'manifest.xml')) };
  if (pathname === '/runtime/excel-web-16.00.js') {
    const office = createRequire(path.join(root, 'package.json')).resolve('@microsoft/office-js/package.json');
    return { type, body: await readFile(path.join(path.dirname(office), 'dist/excel-web-16.00.js')) };
  }
  if (pathname === '/sample.json')
    return { type, body: await samples.text(url.searchParams.get('language') === 'en' ? 'en' : 'zh') };
  const asset = /^\/assets\/((?:[\w-]+\/)*[\w-]+\.(?:png|svg|ico))$/.exec(pathname)?.[1];
  return asset ? { type, body: await readFile(path.join(root, 'assets', asset)) } : undefined;
}

const tags = new WeakMap<Uint8Array, string>();

/** Of bundles, which stay the same objects, it is worked out once. */
function tagOf(body: Uint8Array | string): string {
  const known = typeof body === 'string' ? undefined : tags.get(body);
  if (known !== undefined) return known;
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`;
  if (typeof body !== 'string') tags.set(body, tag);
  return tag;
}

async function respond(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = { 'content-type': 'text/plain; charset=utf-8' };
  try {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/print') {
      // Another site's page must not print here: only the workbench's own page sends this header.
      if (request.method !== 'POST' || request.headers['x-workbench'] === undefined)
        return void response.writeHead(405, text).end('405\n');
      const { printRequest } = await import('./printing');
      const { status, body, said } = await printRequest(request, url);
      const pdf = { 'content-type': 'application/pdf', 'cache-control': 'no-store' };
      const type = status === 200 ? { ...pdf, [SAID_BESIDE]: encodeURIComponent(JSON.stringify(said)) } : text;
      return void response.writeHead(status, type).end(body);
    }
    const found = await answer(served, url);
    if (!found) return void response.writeHead(404, text).end('404\n');
    const etag = tagOf(found.body);
    // The browser keeps it and asks each time whether it is still so.
    const headers = { 'content-type': found.type, 'cache-control': 'no-cache', etag, vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    const packed = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? '')) ? found.brotli : undefined;
    if (packed) response.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(packed);
    else response.writeHead(200, headers).end(found.body);
  } catch (error) {
    response.writeHead(500, text).end(error instanceof Error ? error.message : String(error));
  }
}

/** A running server. */
export interface Workbench {
  /** With the port, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on the loopback address. A port that is taken gives way to a free one; `0` asks for a free one from the start.
 * Example: `const { url, close } = await serve(root, await makeBundles(root), 4321)`.
 */
export async function serve(
  root: string,
  bundles: Bundles,
  port: number,
  samples: Samples = createSamples(root, () => sourcesMark(root)),
): Promise<Workbench> {
  const served = { root, bundles, samples };
  const server = createServer((request, response) => void respond(served, request, response));
  const taken = await listen(server, port).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return true;
      throw error;
    },
  );
  if (taken) await listen(server, 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
