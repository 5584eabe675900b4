// The codes of problems: each has its words, and each is used.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROBLEM_CODES, type ProblemCode } from '../../../src/core/ground/problemCodes';
import { ROOT, sourceFiles } from '../../architecture/imports';

const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];

test('every code says in both languages what kind of trouble it is, and no two say the same in both', () => {
  const words = codes.map((code) => PROBLEM_CODES[code]);
  expect(
    words.filter(({ zh, en }) => !/\p{Script=Han}|OpenDocument|PDF/u.test(zh) || /\p{Script=Han}/u.test(en)),
  ).toEqual([]);
  expect(new Set(words.map(({ zh, en }) => `${zh} ${en}`)).size).toBe(codes.length);
});

test('codes stand in alphabetical order and none is left that no source uses', () => {
  expect(codes).toEqual([...codes].sort());
  const sources = sourceFiles('src')
    .filter((file) => file !== 'src/core/ground/problemCodes.ts')
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
    .join('\n');
  const isUsed = (code: string): boolean =>
    sources.includes(`'${code}'`) ||
    (code.startsWith('missing-') &&
      sources.includes(`'${code.slice('missing-'.length)}'`) &&
      sources.includes('`missing-${'));
  expect(codes.filter((code) => !isUsed(code))).toEqual([]);
});
