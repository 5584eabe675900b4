// How a session hears of changes: as events of its runtime, which come at once, late, twice, in another order, or never. Knows no job.
import { lookAgain } from '../../app/care/restore';
import type { Problem } from '../../core/ground/problem';
import type { WorkbookEvent } from '../../workbook/contract/pointing';
import { watchWorkbook } from '../../excel/watchWorkbook';
import type { Deps } from '../../app/run/job';
import type { Bridge } from '../host/wire';

/** What becomes of a message about changes. */
export const MAIL = ['prompt', 'late', 'twice', 'out of order', 'lost'] as const;
/** What may become of a message on its way. */
export type Mail = (typeof MAIL)[number];

/** Number of the runtime for messages that tell events. */
const EVENTS = 3;

/** Brings a session the events of the workbook, as the network lets them through. */
export interface Postman {
  /** Says what becomes of the next message; null: all come at once, whole and in order. */
  rule: (() => { readonly mail: Mail; readonly turns: number }) | null;
  /** How often each happened since `rule` was set. */
  readonly met: Map<Mail, number>;
  /** What is still on its way, in the order of its arrival. */
  waiting: Promise<void>;
}

/** A postman who is given no rule yet. */
export function newPostman(): Postman {
  return { rule: null, met: new Map(), waiting: Promise.resolve() };
}

/** Turns of the event loop after which a message comes that nothing has followed. */
const END_OF_DAY = 60;

async function turnsOfLoop(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Puts the postman between host and runtime; answers to requests pass by him. */
export function deliverThrough(bridge: Bridge, postman: Postman): void {
  const receive = bridge.onMessageFromHost?.bind(bridge);
  if (!receive) throw new Error('the runtime listens first');
  let held: string | null = null;
  const later = (json: string, turns: number): void => {
    postman.waiting = Promise.all([postman.waiting, turnsOfLoop(turns).then(() => receive(json))]).then(
      () => undefined,
    );
  };
  const bring = (json: string, { mail, turns }: { readonly mail: Mail; readonly turns: number }): void => {
    postman.met.set(mail, (postman.met.get(mail) ?? 0) + 1);
    const overtaken = held;
    held = null;
    if (mail === 'prompt' || mail === 'twice') receive(json);
    if (mail === 'late' || mail === 'twice') later(json, 1 + turns);
    if (mail === 'out of order') {
      // It comes after the one that follows; when none does, at the end of the day.
      held = json;
      const arrival = turnsOfLoop(END_OF_DAY).then(() => {
        if (held !== json) return;
        held = null;
        receive(json);
      });
      postman.waiting = Promise.all([postman.waiting, arrival]).then(() => undefined);
    }
    if (overtaken !== null) receive(overtaken);
  };
  bridge.onMessageFromHost = (json) => {
    const message = JSON.parse(json) as { type?: number; message?: { entries?: readonly unknown[] } };
    if (!postman.rule || message.type !== EVENTS) return receive(json);
    // What the host tells at one time are single messages: each has its own way.
    for (const entry of message.message?.entries ?? [])
      bring(JSON.stringify({ ...message, message: { ...message.message, entries: [entry] } }), postman.rule());
  };
}

/** Who hears: a session with what it remembers of its writing. */
export interface Hearer {
  readonly run: typeof Excel.run;
  readonly deps: Deps;
  readonly postman: Postman;
}

/** A session that looks again when it is told. */
export interface Listening {
  /** What it was told so far. */
  readonly told: Problem[];
  /** How often it looked. */
  readonly looks: () => number;
  /** Resolves when nothing is on its way any more, and what was heard was looked at. */
  settled(): Promise<void>;
  /** The same; then it hears nothing further. */
  end(): Promise<void>;
}

/** A session that hears as the pane does: whatever changed, it looks again at what it wrote; `busy`: not yet, a job of its own is under way. */
export async function listen(session: Hearer, busy: () => boolean = () => false): Promise<Listening> {
  const told: Problem[] = [];
  let looks = 0;
  let heard = false;
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    heard = false;
    looking = looking.then(async () => {
      looks += 1;
      told.push(...(await lookAgain(session.deps)));
    });
  };
  const hear = (event: WorkbookEvent): void => {
    if (event.kind === 'selected') return;
    if (busy()) heard = true;
    else look();
  };
  const settled = async (): Promise<void> => {
    await session.postman.waiting;
    if (heard) look();
    await looking;
  };
  const stop = await watchWorkbook(session.run, hear, (context, batch) => session.run(context, batch));
  return {
    told,
    looks: () => looks,
    settled,
    end: async () => {
      await settled();
      await stop();
      await looking;
    },
  };
}
