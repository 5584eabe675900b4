// Answers a load: from the selected paths to the bag of values the runtime expects. Knows the registry's shape, no single class.
import { refuse } from './apiError';
import type { ClassRow } from './classRow';
import type { HostContext } from './hostContext';
import type { HostObject, Kind } from './hostObject';
import { wireName, type WireQuery } from './wire';

/** Members that `load` asks for, one below the other. */
export interface SelectTree {
  [member: string]: SelectTree;
}

/** `["values", "format/fill/color"]` to a tree; nothing selected means all own properties. */
export function selectTree(query: WireQuery): SelectTree {
  const tree: SelectTree = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let node = tree;
    for (const member of path.split('/')) node = node[member] ??= {};
  }
  return Object.keys(tree).length > 0 ? tree : { '*': {} };
}

/** The class of an object’s kind. */
export type Registry = (kind: Kind) => ClassRow<HostObject>;

const CALCULATED = /^(values|text|valueTypes|value|rows|columns)$/;

/** True when one of the selected properties may depend on formulas, so that the book is to be calculated first. */
export function needsCalculation(registry: Registry, kind: Kind, tree: SelectTree): boolean {
  const named = (node: SelectTree): boolean =>
    Object.entries(node).some(([member, below]) => CALCULATED.test(member) || named(below));
  if (named(tree)) return true;
  if (!('*' in tree)) return false;
  const row = registry(kind);
  const own = row.itemKind === undefined ? row : registry(row.itemKind);
  return Object.keys(own.scalars ?? {}).some((member) => CALCULATED.test(member));
}

function notHere(kind: Kind, member: string): never {
  refuse('ApiNotFound', `${kind}.${member} is not supported by this host`);
}

/** The bag of one object: own properties by wire name, collections as `_Items`, each item with what identifies it. */
export function loadBag(
  registry: Registry,
  object: HostObject,
  tree: SelectTree,
  cx: HostContext,
  query?: WireQuery,
): unknown {
  if (object.kind === 'Null') return null;
  const row = registry(object.kind);
  const bag: Record<string, unknown> = { ...row.identity?.(object) };
  if (row.items) {
    const own = Object.keys(tree).filter((member) => member === 'count' && row.scalars?.[member]);
    for (const member of own) bag[wireName(member)] = row.scalars?.[member]?.get?.(object, cx);
    const rest = Object.fromEntries(Object.entries(tree).filter(([member]) => !own.includes(member)));
    if (Object.keys(rest).length === 0) return bag;
    const from = query?.Skip ?? 0;
    const items = row.items(object, cx).slice(from, query?.Top === undefined ? undefined : from + query.Top);
    bag['_Items'] = items.map((item) => loadBag(registry, item, rest, cx));
    return bag;
  }
  for (const [member, below] of Object.entries(tree)) {
    if (member === '*') {
      for (const [name, scalar] of Object.entries(row.scalars ?? {}))
        if (scalar.get && !scalar.onRequest) bag[wireName(name)] = scalar.get(object, cx);
      continue;
    }
    const scalar = row.scalars?.[member];
    const open = row.navigations?.[member];
    if (scalar?.get) bag[wireName(member)] = scalar.get(object, cx);
    else if (open)
      bag[wireName(member)] = loadBag(
        registry,
        open(object, cx),
        Object.keys(below).length > 0 ? below : { '*': {} },
        cx,
      );
    else notHere(object.kind, member);
  }
  return bag;
}
