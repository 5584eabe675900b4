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

/** What was sent and answered since it was cleared, by what the port was doing. */
class Meter {
  phases: Record<PhaseName, PhaseCost> = { read: nothing(), write: nothing(), verify: nothing() };
  doing: PhaseName = 'read';
  largest = 0;
  private current: PhaseCost = this.phases.read;
  private requests = 0;

  clear(): void {
    this.phases = { read: nothing(), write: nothing(), verify: nothing() };
    this.largest = 0;
  }

  /** Milliseconds in host and runtime. */
  spent(): number {
    return Object.values(this.phases).reduce((sum, { host, runtime }) => sum + host + runtime, 0);
  }

  /** Counts and times every message between runtime and host. */
  listen({ bridge }: Host): void {
    let sent = 0;
    const send = bridge.sendMessageToHost.bind(bridge);
    bridge.sendMessageToHost = (json) => {
      this.current = this.phases[this.doing];
      this.requests += 1;
      this.current.requested += json.length;
      this.largest = Math.max(this.largest, json.length);
      sent = performance.now();
      send(json);
    };
    const receive = bridge.onMessageFromHost?.bind(bridge);
    bridge.onMessageFromHost = (json) => {
      this.current.host += performance.now() - sent;
      this.current.answered += json.length;
      this.largest = Math.max(this.largest, json.length);
      receive?.(json);
    };
  }

  /** Times every sync of `context`: what the host did not take is the runtime's. */
  watch(context: Excel.RequestContext): void {
    const sync = context.sync.bind(context);
    const inHost = (): number => Object.values(this.phases).reduce((sum, { host }) => sum + host, 0);
    // The runtime itself syncs once more at the end, and hands its result through.
    context.sync = async (passThroughValue) => {
      const [start, before, trips] = [performance.now(), inHost(), this.requests];
      const value = await sync(passThroughValue);
      if (this.requests > trips) this.current.trips += 1;
      this.current.runtime += performance.now() - start - (inHost() - before);
      return value;
    };
  }
}

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
  const meter = new Meter();
  meter.listen(host);
  const port = createExcelPort({
    run: (batch) =>
      Excel.run(async (context) => {
        meter.watch(context);
        return batch(context);
      }),
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
  });
  let inPort = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const before = meter.spent();
    try {
      return await work();
    } finally {
      const took = performance.now() - start;
      inPort += took;
      (meter.doing === 'read' ? meter.phases.read : meter.phases.write).own += took - (meter.spent() - before);
    }
  };
  const deps: Deps = {
    workbook: {
      read: (request) => timed(() => port.read(request)),
      // The port says before each wait what it waits for.
      write: (plan, basis) =>
        timed(() => port.write(plan, basis, (progress) => (meter.doing = progress.doing))).finally(
          () => (meter.doing = 'read'),
        ),
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
      meter.clear();
      inPort = 0;
      const [start, before] = [performance.now(), process.cpuUsage()];
      const result = await work(deps);
      const total = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      return {
        result,
        cost: {
          phases: meter.phases,
          decide: total - inPort,
          total,
          cpu: (user + system) / 1000,
          largest: meter.largest,
          memory: process.memoryUsage.rss() / 1e6,
        },
      };
    },
  };
}
