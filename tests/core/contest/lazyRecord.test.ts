import { describe, expect, it } from '@jest/globals';
import { lazyRecord } from '../../../src/core/contest/lazyRecord';

describe('a record that is made at the first look', () => {
  it('is made once, not before, and looks like any other', () => {
    let made = 0;
    const record = lazyRecord(() => ((made += 1), { J01: '80', J02: null }));
    expect(made).toBe(0);
    expect(record).toEqual({ J01: '80', J02: null });
    expect([Object.entries(record), JSON.stringify(record), 'J02' in record, { ...record }]).toEqual([
      [
        ['J01', '80'],
        ['J02', null],
      ],
      '{"J01":"80","J02":null}',
      true,
      { J01: '80', J02: null },
    ]);
    expect(made).toBe(1);
  });

  it('cannot be written to', () => {
    const record = lazyRecord(() => ({ J01: '80' })) as Record<string, string>;
    expect(() => (record['J01'] = '90')).toThrow(TypeError);
  });
});
