// The part of Office that only Microsoft's loader defines: onReady, context, actions. Works in Node and in a page; claims nothing it cannot do.

export interface ShimOptions {
  /** e.g. '1.9'. */
  excelApi?: string;
  /** Language of the host's surface, e.g. 'zh-CN'. */
  language?: string;
  /** Office's own colours, #RRGGBB; white and black when left out. */
  theme?: { readonly background: string; readonly foreground: string };
  /** The workbook may be looked at only. */
  readOnly?: boolean;
  /** Versions of further requirement sets, by name. */
  sets?: Readonly<Record<string, string>>;
}

export interface ActionEvent {
  completed(): void;
}

/** Office beyond Excel: what the pane asks of its surface. */
export interface OfficeShim {
  /** Other claims or another language, from now on. */
  configure(options: ShimOptions): void;
  /** Runs a ribbon command that the add-in associated; resolves when it calls `event.completed()`. Rejects for an unknown id. */
  runAction(id: string): Promise<void>;
  readonly actionIds: readonly string[];
}

const atLeast = (have: string, need: string): boolean => {
  const [a = 0, b = 0] = have.split('.').map(Number);
  const [c = 0, d = 0] = need.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

type Callback = (result: { status: string; value?: unknown; error?: unknown }) => void;
type Action = (event: ActionEvent) => unknown;

function memorySettings() {
  const values = new Map<string, unknown>();
  const done = (callback?: Callback): void => void (callback && setTimeout(() => callback({ status: 'succeeded' }), 0));
  return {
    get: (key: string): unknown => values.get(key) ?? null,
    set: (key: string, value: unknown): void => void values.set(key, value),
    remove: (key: string): void => void values.delete(key),
    saveAsync: done,
    refreshAsync: done,
  };
}

function refuseDialog(_url: string, options: unknown, callback?: Callback): void {
  const answer = callback ?? (typeof options === 'function' ? (options as Callback) : undefined);
  const error = { code: 12007, name: 'Unsupported', message: 'This host has no dialogs.' };
  if (answer) setTimeout(() => answer({ status: 'failed', error }), 0);
}

/**
 * How a page loads the runtime: put `host.newBridge()` on `window._richApiNativeBridge`, load `excel-web-16.00.js` of the installed
 * package by a script tag (in place of office.js), call this, then load the add-in's own bundle. loadRuntime.ts does the same in Node.
 *
 * Completes `Office` in a realm where the runtime's host file (not office.js) was loaded. Call it after loading.
 * `scope` is the realm's global: `globalThis` or a page's `window`. Example: `installOffice(window, { language: 'zh-CN' })`.
 */
export function installOffice(scope: object, options: ShimOptions = {}): OfficeShim {
  const global = scope as { Office?: Record<string, unknown>; OSF?: Record<string, unknown> };
  if (!global.Office || !global.OSF) throw new Error('installOffice: the Excel runtime is not loaded in this realm');
  let claims = options;
  const actions = new Map<string, Action>();
  const info = { host: 'Excel', platform: 'OfficeOnline', addin: null };
  const context = {
    requirements: {
      isSetSupported: (name: string, version = '1.1'): boolean => {
        const have = {
          ExcelApi: claims.excelApi ?? '1.9',
          RichApiRuntime: '1.2',
          SharedRuntime: '1.1',
          ...claims.sets,
        }[name];
        return have !== undefined && atLeast(have, String(version));
      },
    },
    host: info.host,
    platform: info.platform,
    get displayLanguage() {
      return claims.language ?? 'zh-CN';
    },
    get contentLanguage() {
      return claims.language ?? 'zh-CN';
    },
    touchEnabled: false,
    diagnostics: { host: info.host, platform: info.platform, version: '16.0.0.0' },
    get officeTheme() {
      const { background, foreground } = claims.theme ?? { background: '#ffffff', foreground: '#000000' };
      return {
        bodyBackgroundColor: background,
        bodyForegroundColor: foreground,
        controlBackgroundColor: background,
        controlForegroundColor: foreground,
      };
    },
    document: {
      url: '',
      get mode() {
        return claims.readOnly ? 'readOnly' : 'readWrite';
      },
      settings: memorySettings(),
    },
    ui: { displayDialogAsync: refuseDialog, messageParent: () => undefined, closeContainer: () => undefined },
  };
  global.OSF['_OfficeAppFactory'] = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: 'excel', hostPlatform: 'preview', isDialog: false, flags: 0 }),
    getLoggingAllowed: () => false,
  };
  Object.assign(global.Office, {
    HostType: { Excel: 'Excel' },
    PlatformType: { PC: 'PC', Mac: 'Mac', OfficeOnline: 'OfficeOnline' },
    onReady: async (callback?: (result: typeof info) => unknown) => {
      await Promise.resolve();
      if (callback) await callback(info);
      return info;
    },
    actions: {
      associate: (id: string | Record<string, Action>, action?: Action): void => {
        const pairs = typeof id === 'string' ? [[id, action] as const] : Object.entries(id);
        for (const [name, act] of pairs) if (act) actions.set(name, act);
      },
    },
  });
  return {
    configure: (next) => void (claims = next),
    runAction: (id) => {
      const action = actions.get(id);
      if (!action) return Promise.reject(new Error(`no command ${id} is associated`));
      return new Promise<void>((resolve, reject) => {
        Promise.resolve(action({ completed: resolve })).catch(reject);
      });
    },
    get actionIds() {
      return [...actions.keys()];
    },
  };
}
