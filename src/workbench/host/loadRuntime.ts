// Loads Microsoft's pinned Excel runtime into this Node realm, once; works under jest too, whose test global is a context of its own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { installOffice, type OfficeShim, type ShimOptions } from './officeShim';
import type { Bridge } from './wire';

const FILE = 'excel-web-16.00.debug.js';

interface Realm {
  _richApiNativeBridge?: Bridge;
  Excel?: typeof Excel;
  Office?: typeof Office;
}

/** The one bridge that the runtime knows for ever; the host behind it can be exchanged. */
export interface RuntimeBridge extends Bridge {
  connect(to: Bridge): void;
}

function exchangeableBridge(): RuntimeBridge {
  let target: Bridge | undefined;
  const bridge: RuntimeBridge = {
    sendMessageToHost: (json) => {
      if (!target) throw new Error('the Excel runtime has no host yet');
      target.sendMessageToHost(json);
    },
    connect: (to) => {
      target = to;
      to.onMessageFromHost = (json) => bridge.onMessageFromHost?.(json);
    },
  };
  return bridge;
}

/** What the file looks at while it loads, where there is no page. */
function pretendPage(realm: Record<string, unknown>): void {
  realm['window'] ??= realm;
  if (realm['document'] !== undefined) return;
  const absent: Record<string, unknown> = {
    location: {
      href: 'http://localhost/',
      hash: '',
      search: '',
      protocol: 'http:',
      host: 'localhost',
      origin: 'http://localhost',
    },
    name: '',
    parent: realm,
    top: realm,
    navigator: { userAgent: 'node' },
    addEventListener: () => undefined,
  };
  for (const [key, value] of Object.entries(absent)) realm[key] ??= value;
  realm['document'] = {
    readyState: 'loading',
    addEventListener: () => undefined,
    getElementById: () => null,
    getElementsByTagName: () => [],
  };
}

/** Where the runtime's files are: the installed package, never a copy. */
export function runtimeFile(file: string = FILE): string {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  return path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist', file);
}

interface Loaded {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly bridge: RuntimeBridge;
  readonly shim: OfficeShim;
}

let loaded: Loaded | undefined;
let furtherRuntime: vm.Script | undefined;

function load(options: ShimOptions): Loaded {
  const realm = globalThis as unknown as Realm & Record<string, unknown>;
  const bridge = exchangeableBridge();
  realm._richApiNativeBridge = bridge;
  pretendPage(realm);
  const code = `${readFileSync(runtimeFile(), 'utf8')}\n//# sourceURL=${FILE}`;
  // The file publishes through top-level `var`, so it must run as a script of this realm: an indirect eval under jest.
  const indirectEval = eval;
  if (process.env['JEST_WORKER_ID'] !== undefined) indirectEval(code);
  else vm.runInThisContext(code, { filename: FILE });
  // It has the bridge now; as a global it would be in the way of test runners that sweep globals up.
  delete realm._richApiNativeBridge;
  const shim = installOffice(realm, options);
  if (!realm.Excel || !realm.Office) throw new Error(`${FILE} did not define Excel and Office`);
  return { Excel: realm.Excel, Office: realm.Office, bridge, shim };
}

/** Loads on the first call in this realm; later calls change only the claims. */
export function loadRuntime(options: ShimOptions = {}): Loaded {
  loaded ??= load(options);
  loaded.shim.configure(options);
  return loaded;
}

/**
 * A further runtime in a realm of its own, as another person's Excel has one. `host` is where its requests go; loading takes a second.
 */
export function loadFurtherRuntime(host: Bridge, options: ShimOptions = {}): Omit<Loaded, 'bridge'> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const realm = vm.createContext({ console, setTimeout, clearTimeout, setInterval, clearInterval }) as Realm &
    Record<string, unknown>;
  realm._richApiNativeBridge = host;
  pretendPage(realm);
  furtherRuntime ??= new vm.Script(readFileSync(runtimeFile(), 'utf8'), { filename: FILE });
  furtherRuntime.runInContext(realm);
  const shim = installOffice(realm, options);
  if (!realm.Excel || !realm.Office) throw new Error(`${FILE} did not define Excel and Office`);
  return { Excel: realm.Excel, Office: realm.Office, shim };
}
