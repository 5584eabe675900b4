// One call for tests and the command line: Microsoft's runtime in this realm, over a host of our own.
import type { Calculator } from '../calc/calculator';
import { newBook, type Book } from '../model/book';
import { Host } from './host';
import type { HostOptions } from './hostState';
import { loadRuntime } from './loadRuntime';
import type { OfficeShim } from './officeShim';

export interface StartOptions extends Partial<Omit<HostOptions, 'language'>> {
  readonly book?: Book;
  readonly calculator?: Calculator;
  /** Language of the host's surface; default names in a new book follow it. Default 'zh-CN'. */
  readonly language?: 'zh-CN' | 'en-US';
}

/** Microsoft’s runtime and the host behind it. */
export interface StartedHost {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly host: Host;
  readonly shim: OfficeShim;
}

/** 2021-06-07T09:00:00, so that whoever does not care about the time gets the same every day. */
const SOME_DAY = 44354.375;

/**
 * Starts a host; the runtime is loaded once a realm and then belongs to the newest host.
 * Example: `const { Excel, host } = startHost(); await Excel.run(async (c) => { c.workbook.worksheets.add('A'); await c.sync(); })`.
 */
export function startHost(options: StartOptions = {}): StartedHost {
  const { language = 'zh-CN', ...rest } = options;
  const host = new Host({
    ...rest,
    book: options.book ?? newBook(),
    now: options.now ?? (() => SOME_DAY),
    language: language === 'zh-CN' ? 'zh' : 'en',
  });
  const { Excel, Office, bridge, shim } = loadRuntime({
    excelApi: typeof options.excelApi === 'function' ? options.excelApi() : options.excelApi,
    language,
  });
  bridge.connect(host.bridge);
  return { Excel, Office, host, shim };
}
