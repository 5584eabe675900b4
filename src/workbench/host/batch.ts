// Carries out one batch: resolves object paths at their instantiate action, does the actions in order, stops at the first that fails.
// Knows the wire and the registry's shape; what a member does is in the registry.
import { ApiError, refuse } from './apiError';
import { CallArguments } from './callArguments';
import type { HostContext } from './hostContext';
import { isHostObject, NOTHING, type HostObject } from './hostObject';
import { loadBag, needsCalculation, selectTree, type Registry } from './loadBag';
import {
  ActionType,
  memberName,
  PathType,
  type WireAction,
  type WireArguments,
  type WireBody,
  type WirePath,
  type WireReply,
  type WireResult,
} from './wire';

/** What carrying out one request needs of the host. */
export interface BatchHost {
  readonly registry: Registry;
  readonly context: HostContext;
  readonly excelApi: string;
  /** Calculates when the book changed since the last time. */
  ensureCalculated(): Promise<void>;
  registerEvent(type: number, target: string, on: boolean): void;
}

const atLeast = (have: string, need: string): boolean => {
  const [a = 0, b = 0] = have.split('.').map(Number);
  const [c = 0, d = 0] = need.split('.').map(Number);
  return a > c || (a === c && b >= d);
};

/** One request: used once. */
export class Batch {
  private readonly objects = new Map<number, HostObject>();
  private cancelled = false;

  constructor(
    private readonly host: BatchHost,
    private readonly body: WireBody,
    /** Waited for before each action, with its place: what others do meanwhile. */
    private readonly before?: (action: number) => Promise<void>,
  ) {}

  /** Stops before the next action; what was done stays done. */
  cancel(): void {
    this.cancelled = true;
  }

  async run(): Promise<WireReply> {
    const results: WireResult[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      if (this.before) await this.before(index);
      if (this.cancelled) break;
      try {
        results.push({ ActionId: action.Id, Value: (await this.act(action)) ?? null });
        if (action.ActionType === ActionType.trace) traces.push(action.Id);
      } catch (error) {
        const known = error instanceof ApiError;
        const message = error instanceof Error ? error.message : String(error);
        return {
          Results: results,
          TraceIds: traces,
          Error: {
            Code: known ? error.code : 'GeneralException',
            Message: known ? message : `The host failed: ${message}`,
            Location: this.location(action),
            ActionIndex: index,
            HttpStatusCode: known ? 400 : 500,
          },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private location(action: WireAction): string {
    const path = this.body.ObjectPaths[action.ObjectPathId];
    const of = path === undefined ? '' : memberName(path.Name) || 'getItem';
    return action.Name ? `${of}.${memberName(action.Name)}` : of;
  }

  private async act(action: WireAction): Promise<unknown> {
    if (action.ActionType === ActionType.trace) return null;
    const object = await this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.instantiated(object);
      case ActionType.query:
        return this.query(object, action);
      case ActionType.method:
        return this.method(object, action);
      case ActionType.set:
        return this.set(object, action);
      default:
        return refuse('ApiNotFound', `actions of type ${action.ActionType} are not supported by this host`);
    }
  }

  private instantiated(object: HostObject): unknown {
    if (object.kind === 'Null') return null;
    if (object.kind === 'Range') return object.referenceId === undefined ? {} : { _ReferenceId: object.referenceId };
    return this.host.registry(object.kind).identity?.(object) ?? {};
  }

  private async query(object: HostObject, action: WireAction): Promise<unknown> {
    const query = action.QueryInfo ?? {};
    const tree = selectTree(query);
    if (needsCalculation(this.host.registry, object.kind, tree)) await this.host.ensureCalculated();
    return loadBag(this.host.registry, object, tree, this.host.context, query);
  }

  private async method(object: HostObject, action: WireAction): Promise<unknown> {
    const value = await this.call(object, action.Name, action.ArgumentInfo);
    return isHostObject(value) ? this.instantiated(value) : value;
  }

  private async set(object: HostObject, action: WireAction): Promise<null> {
    const member = memberName(action.Name);
    if (object.kind === 'Null')
      refuse('InvalidReference', `${member} cannot be set: there is no such object (isNullObject)`);
    const scalar = this.host.registry(object.kind).scalars?.[member];
    if (!scalar?.set) this.unknown(object, member);
    const [value] = await this.argumentsOf(action.ArgumentInfo);
    scalar.set(object, value ?? null, this.host.context);
    return null;
  }

  private unknown(object: HostObject, member: string): never {
    refuse('ApiNotFound', `${object.kind}.${member} is not supported by this host`);
  }

  private async call(object: HostObject, wire: string, info: WireArguments | undefined): Promise<unknown> {
    if (object.kind === 'Null') {
      if (/^(_|Get)/.test(wire)) return wire.startsWith('_') ? null : { _IsNull: true };
      refuse('InvalidReference', `${memberName(wire)} cannot be called: there is no such object (isNullObject)`);
    }
    const row = this.host.registry(object.kind);
    const event = /^_(Un)?[Rr]egister(\w+)$/.exec(wire);
    if (event) {
      const type = row.events?.[event[2] ?? ''];
      if (type === undefined || !row.eventTarget) this.unknown(object, wire);
      this.host.registerEvent(type, row.eventTarget(object), event[1] === undefined);
      return null;
    }
    const member = memberName(wire);
    const method = row.methods?.[member];
    const since = row.since?.[member];
    if (!method) this.unknown(object, member);
    if (since !== undefined && !atLeast(this.host.excelApi, since)) {
      refuse('ApiNotFound', `${object.kind}.${member} needs ExcelApi ${since}; this host claims ${this.host.excelApi}`);
    }
    const args = new CallArguments(`${object.kind}.${member}`, await this.argumentsOf(info));
    if (row.calculated?.includes(member)) await this.host.ensureCalculated();
    return method(object, args, this.host.context);
  }

  private async argumentsOf(info: WireArguments | undefined): Promise<unknown[]> {
    const values: unknown[] = [];
    for (const [i, value] of (info?.Arguments ?? []).entries()) {
      const reference = info?.ReferencedObjectPathIds?.[i] ?? 0;
      if (Array.isArray(reference)) {
        const list: HostObject[] = [];
        for (const id of reference) list.push(await this.resolve(id));
        values.push(list);
      } else {
        values.push(reference !== 0 ? await this.resolve(reference) : await this.inside(value));
      }
    }
    return values;
  }

  /** A proxy inside a plain object came as `{ _ObjectPathId: n }`. Blocks of cells are not searched. */
  private async inside(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const id = (value as { _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof id === 'number') return this.resolve(id);
    const copy: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) copy[key] = await this.inside(entry);
    return copy;
  }

  private async resolve(id: number): Promise<HostObject> {
    const known = this.objects.get(id);
    if (known) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) refuse('InvalidReference', `object path ${id} is missing from the request`);
    const object = await this.open(path);
    this.objects.set(id, object);
    return object;
  }

  private async open(path: WirePath): Promise<HostObject> {
    const { context, registry } = this.host;
    if (path.ObjectPathType === PathType.root) return { kind: 'Workbook' };
    if (path.ObjectPathType === PathType.nothing) return NOTHING;
    if (path.ObjectPathType === PathType.reference) return context.kept(path.Name);
    if (path.ObjectPathType === PathType.service) refuse('ApiNotFound', `${path.Name} is not supported by this host`);
    const parent = await this.resolve(path.ParentObjectPathId ?? -1);
    if (parent.kind === 'Null') return NOTHING;
    if (path.ObjectPathType === PathType.property) {
      const member = memberName(path.Name);
      const open = registry(parent.kind).navigations?.[member];
      return open ? open(parent, context) : this.unknown(parent, member);
    }
    if (path.ObjectPathType === PathType.indexer) return this.item(parent, path);
    const value = await this.call(parent, path.Name, path.ArgumentInfo);
    if (value === null || value === undefined) return NOTHING;
    return isHostObject(value)
      ? value
      : refuse('GeneralException', `${parent.kind}.${memberName(path.Name)} gave no object`);
  }

  private async item(parent: HostObject, path: WirePath): Promise<HostObject> {
    const find = this.host.registry(parent.kind).find;
    if (!find) this.unknown(parent, 'getItem');
    const [key] = await this.argumentsOf(path.ArgumentInfo);
    const args = new CallArguments(`${parent.kind}.getItem`, [key]);
    return find(parent, args.key(0), this.host.context) ?? args.missing(0);
  }
}
