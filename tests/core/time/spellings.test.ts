import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isoFromWallTime } from '../../../src/core/ground/wallTime';
import { parseMoment } from '../../../src/core/time/parseMoment';
import { MOMENT_SPELLINGS } from '../../../src/core/time/spellings';
import { spellingsPage } from '../../support/spellingsPage';

const PAGE = path.join(__dirname, '..', '..', '..', 'docs', 'spellings.md');

describe('the table of spellings', () => {
  test.each(MOMENT_SPELLINGS.map(({ written, read }) => [written, read] as const))(
    'D-1: %s is %s',
    (written, expected) => {
      const parsed = parseMoment(written, 2021);
      expect(parsed.kind === 'moment' ? isoFromWallTime(parsed.time) : null).toBe(expected);
    },
  );

  test('is what docs/spellings.md prints (UPDATE_DOCS=1 writes it)', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, spellingsPage());
    expect(readFileSync(PAGE, 'utf8')).toBe(spellingsPage());
  });
});
