// A record that is put together when somebody looks into it: thousands are handed out, of which most are never read.

interface Lazy {
  make: (() => object) | null;
  made: object;
}

const madeOf = (lazy: Lazy): object => {
  if (lazy.make) [lazy.made, lazy.make] = [lazy.make(), null];
  return lazy.made;
};

const LOOKS: ProxyHandler<Lazy> = {
  get: (lazy, key) => Reflect.get(madeOf(lazy), key) as unknown,
  has: (lazy, key) => Reflect.has(madeOf(lazy), key),
  ownKeys: (lazy) => Reflect.ownKeys(madeOf(lazy)),
  getOwnPropertyDescriptor: (lazy, key) => Reflect.getOwnPropertyDescriptor(madeOf(lazy), key),
  set: () => false,
};

const NOTHING = {};

/**
 * Like the record that `make` gives, which is asked for at the first look and then kept; read only.
 * Example: `Object.keys(lazyRecord(() => ({ J01: '80' })))` → ["J01"].
 */
export function lazyRecord<Value>(make: () => Record<string, Value>): Readonly<Record<string, Value>> {
  return new Proxy({ make, made: NOTHING } as Lazy, LOOKS) as unknown as Readonly<Record<string, Value>>;
}
