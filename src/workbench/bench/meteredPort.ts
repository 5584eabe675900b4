// A workbook port that says where the time of each job goes: reading, deciding, writing, checking; and in whose code. Changes nothing.
import type { Deps } from '../../app/run/job';
import type { Language } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import type { WallTime } from '../../core/ground/wallTime';
import { createExcelPort } from '../../excel/excelPort';
import type { Calculator } from '../calc/calculator';
import { startHost } from '../host/createHost';
import type { Host } from '../host/host';
import type { Book } from '../model/book';

/** What one phase of a job cost. Milliseconds of the wall clock; characters of requests and answers. */
export interface PhaseCost {
  trips: number;
  requested: number;
  answered: number;
  /** Inside the host: reading the request, doing it, writing the answer. */
  host: number;
  /** Inside Microsoft's runtime: making the request, spreading the answer. */
  runtime: number;
  /** In this project's code that reads and writes. */
  own: number;
}

export type PhaseName = 'read' | 'write' | 'verify';

/** Milliseconds, and bytes between add-in and host, by phase. */
export interface JobCost {
  readonly phases: Readonly<Record<PhaseName, PhaseCost>>;
  /** Between reading and writing, and after it: what the rules take. */
  decide: number;
  total: number;
  /** Milliseconds of processor time of this process, which other programs do not lengthen much. */
  cpu: number;
  largest: number;
  /** Largest resident memory seen after the job, in MB. */
  memory: number;
}

/** A workbook behind the real runtime whose requests are timed and counted. */
export interface MeteredWorkbook {
  readonly deps: Deps;
  readonly host: Host;
  /** Runs the work and says what it cost. */
  measure<T>(work: (deps: Deps) => Promise<T>): Promise<{ readonly result: T; readonly cost: JobCost }>;
}

const nothing = (): PhaseCost => ({ trips: 0, requested: 0, answered: 0, host: 0, runtime: 0, own: 0 });

/** Example: `(await meteredWorkbook({ book, now }).measure((deps) => rank(deps, {}, 'write'))).cost.phases.write.trips`. */
export function meteredWorkbook(options: {
  readonly book?: Book;
  readonly now: WallTime;
  readonly language?: Language;
  readonly calculator?: Calculator;
}): MeteredWorkbook {
  const { book, now, language = 'zh', calculator } = options;
  const { Excel, Office, host } = startHost({
    book,
    calculator,
    excelApi: '1.13',
    now: () => serialFromWallTime(now),
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    timeout: 600_000,
  });
  const { bridge } = host;
  let phases: Record<PhaseName, PhaseCost> = { read: nothing(), write: nothing(), verify: nothing() };
  let doing: PhaseName = 'read';
  let current: PhaseCost = phases.read;
  let sent = 0;
  let largest = 0;
  let requests = 0;
  const inHost = (): number => Object.values(phases).reduce((sum, { host }) => sum + host, 0);
  const send = bridge.sendMessageToHost.bind(bridge);
  bridge.sendMessageToHost = (json) => {
    current = phases[doing];
    requests += 1;
    current.requested += json.length;
    largest = Math.max(largest, json.length);
    sent = performance.now();
    send(json);
  };
  const receive = bridge.onMessageFromHost?.bind(bridge);
  bridge.onMessageFromHost = (json) => {
    current.host += performance.now() - sent;
    current.answered += json.length;
    largest = Math.max(largest, json.length);
    receive?.(json);
  };
  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
    Excel.run(async (context) => {
      const sync = context.sync.bind(context);
      // The runtime itself syncs once more at the end, and hands its result through.
      context.sync = async (passThroughValue) => {
        const start = performance.now();
        const before = inHost();
        const trips = requests;
        const value = await sync(passThroughValue);
        if (requests > trips) current.trips += 1;
        current.runtime += performance.now() - start - (inHost() - before);
        return value;
      };
      return batch(context);
    });
  const port = createExcelPort({
    run,
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  let inPort = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const spent = (): number => Object.values(phases).reduce((sum, phase) => sum + phase.host + phase.runtime, 0);
    const before = spent();
    try {
      return await work();
    } finally {
      const took = performance.now() - start;
      inPort += took;
      (doing === 'read' ? phases.read : phases.write).own += took - (spent() - before);
    }
  };
  const deps: Deps = {
    workbook: {
      read: (request) => timed(() => port.read(request)),
      // The port says before each wait what it waits for.
      write: (plan, basis) =>
        timed(() => port.write(plan, basis, (progress) => (doing = progress.doing))).finally(() => (doing = 'read')),
      get roundTrips() {
        return port.roundTrips;
      },
    },
    now: () => now,
    language,
  };
  return {
    deps,
    host,
    async measure(work) {
      await host.settled();
      phases = { read: nothing(), write: nothing(), verify: nothing() };
      [inPort, largest] = [0, 0];
      const [start, before] = [performance.now(), process.cpuUsage()];
      const result = await work(deps);
      const total = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      return {
        result,
        cost: {
          phases,
          decide: total - inPort,
          total,
          cpu: (user + system) / 1000,
          largest,
          memory: process.memoryUsage.rss() / 1e6,
        },
      };
    },
  };
}
