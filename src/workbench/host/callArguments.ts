// The arguments of one call, proxies already resolved, read with a check: a wrong type answers InvalidArgument.
import { refuse } from './apiError';
import { isHostObject, type HostObject, type ObjectOf, type Kind } from './hostObject';

/** Every reader takes the 0-based place and the name that the error says. */
export class CallArguments {
  constructor(
    private readonly member: string,
    private readonly values: readonly unknown[],
  ) {}

  private wrong(index: number, expected: string): never {
    refuse(
      'InvalidArgument',
      `${this.member}: argument ${index + 1} should be ${expected}, found ${JSON.stringify(this.values[index]) ?? 'nothing'}`,
    );
  }

  raw(index: number): unknown {
    return this.values[index] ?? null;
  }

  has(index: number): boolean {
    return this.raw(index) !== null;
  }

  text(index: number, name: string): string {
    const value = this.raw(index);
    return typeof value === 'string' ? value : this.wrong(index, `${name}, a text`);
  }

  textOr(index: number, name: string, otherwise: string): string {
    return this.has(index) ? this.text(index, name) : otherwise;
  }

  integer(index: number, name: string): number {
    const value = this.raw(index);
    return typeof value === 'number' && Number.isInteger(value) ? value : this.wrong(index, `${name}, a whole number`);
  }

  integerOr(index: number, name: string, otherwise: number): number {
    return this.has(index) ? this.integer(index, name) : otherwise;
  }

  flag(index: number, otherwise = false): boolean {
    const value = this.raw(index);
    if (value === null) return otherwise;
    return typeof value === 'boolean' ? value : this.wrong(index, 'true or false');
  }

  key(index: number): string | number {
    const value = this.raw(index);
    return typeof value === 'string' || typeof value === 'number'
      ? value
      : this.wrong(index, 'a name, an id or an index');
  }

  object<K extends Kind>(index: number, kind: K): ObjectOf<K> {
    const value = this.raw(index);
    return isHostObject(value) && value.kind === kind
      ? (value as HostObject as ObjectOf<K>)
      : this.wrong(index, `a ${kind}`);
  }

  isObject(index: number): boolean {
    return isHostObject(this.raw(index));
  }

  record(index: number, name: string): Record<string, unknown> {
    const value = this.raw(index);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : this.wrong(index, `${name}, an object`);
  }

  list(index: number, name: string): unknown[] {
    const value = this.raw(index);
    return Array.isArray(value) ? value : this.wrong(index, `${name}, a list`);
  }

  missing(index: number): never {
    refuse('ItemNotFound', `${this.member}: there is no item ${JSON.stringify(this.values[index])}`);
  }
}
