// The messages between Microsoft's runtime and a host, as far as this host reads them. Private to that runtime's pinned version.

/** Arguments of a call, values beside objects. */
export interface WireArguments {
  Arguments?: unknown[];
  /** Same length: the object path id where the argument is a proxy, else 0; a list of ids for a list of proxies. */
  ReferencedObjectPathIds?: (number | number[])[];
}

/** How an object was come by: the numbers of the runtime. */
export const PathType = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** An object path as the runtime sends it. */
export interface WirePath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: WireArguments;
}

/** What is to be done with it: the numbers of the runtime. */
export const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** What is to be loaded of an object. */
export interface WireQuery {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

/** One call, setting or query of a batch. */
export interface WireAction {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: WireArguments;
  QueryInfo?: WireQuery;
}

/** The body of one request: paths and actions in their order. */
export interface WireBody {
  Actions: WireAction[];
  ObjectPaths: Record<string, WirePath>;
}

/** The answer to one action. */
export interface WireResult {
  ActionId: number;
  Value: unknown;
}

/** The error that ends a batch. */
export interface WireError {
  Code: string;
  Message: string;
  Location?: string;
  ActionIndex?: number;
  HttpStatusCode?: number;
}

/** The answer to one request. */
export interface WireReply {
  Results: WireResult[];
  /** Ids of the trace actions that were reached: registrations of the older kind of event wait for them. */
  TraceIds?: number[];
  Error?: WireError;
}

/** An event as the runtime is told of it. */
export interface WireEvent {
  messageCategory: number;
  messageType: number;
  targetId: string;
  /** A JSON text. */
  message: string;
}

/** What the runtime is given to talk to; it adds `onMessageFromHost` itself. */
export interface Bridge {
  sendMessageToHost(json: string): void;
  onMessageFromHost?: (json: string) => void;
}

/** As the runtime says a member. Example: `wireName('values') === 'Values'`. */
export const wireName = (member: string): string => member.charAt(0).toUpperCase() + member.slice(1);
/** The way back; names with a leading underscore are the runtime's own and stay. Example: `memberName('Values') === 'values'`. */
export const memberName = (wire: string): string =>
  wire.startsWith('_') ? wire : wire.charAt(0).toLowerCase() + wire.slice(1);
