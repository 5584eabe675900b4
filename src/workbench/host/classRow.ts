// The shape of the registry: one row a member, how to get, set or call it. Knows no class.
import type { CallArguments } from './callArguments';
import type { HostContext } from './hostContext';
import type { HostObject, Kind } from './hostObject';

/** A property that is loaded as a value, and set where `set` stands. */
export interface ScalarRow<T> {
  get?(object: T, cx: HostContext): unknown;
  set?(object: T, value: unknown, cx: HostContext): void;
  /** Left out when all properties are asked for at once. */
  readonly onRequest?: boolean;
}

/** What an Office.js class can do here: its scalars, its ways to other objects, its methods. */
export interface ClassRow<T> {
  readonly scalars?: Record<string, ScalarRow<T>>;
  readonly navigations?: { [member: string]: { open(object: T, cx: HostContext): HostObject }['open'] };
  /** A host object, a plain value, or nothing. */
  readonly methods?: { [member: string]: { call(object: T, args: CallArguments, cx: HostContext): unknown }['call'] };
  /** Methods whose outcome depends on formulas. */
  readonly calculated?: readonly string[];
  /** Requirement set of members above 1.9; without that set claimed they do not exist. */
  readonly since?: Record<string, string>;
  /** Only collections have these two. */
  items?(object: T, cx: HostContext): HostObject[];
  find?(object: T, key: string | number, cx: HostContext): HostObject | null;
  readonly itemKind?: Kind;
  /** What the runtime needs to find the object again. */
  identity?(object: T): { Id: string | number } | { _Id: string };
  /** Event's wire name without `_Register`, e.g. `DataChangedEvent`, to message number and target. */
  readonly events?: Record<string, number>;
  eventTarget?(object: T): string;
}

/** Members that every collection has. `find` answers null when there is no such item. */
export function collectionRow<T>(
  itemKind: Kind,
  items: (object: T, cx: HostContext) => HostObject[],
  find: (object: T, key: string | number, cx: HostContext) => HostObject | null,
): ClassRow<T> & { methods: NonNullable<ClassRow<T>['methods']>; scalars: NonNullable<ClassRow<T>['scalars']> } {
  return {
    itemKind,
    items,
    find,
    scalars: { count: { get: (object, cx) => items(object, cx).length } },
    methods: {
      getCount: (object, _args, cx) => items(object, cx).length,
      getItem: (object, args, cx) => find(object, args.key(0), cx) ?? args.missing(0),
      getItemOrNullObject: (object, args, cx) => find(object, args.key(0), cx),
      getItemAt: (object, args, cx) => items(object, cx)[args.integer(0, 'index')] ?? args.missing(0),
    },
  };
}
