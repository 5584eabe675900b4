// docs/rules.md is complete: every rule that code or tests name stands in it, and every rule in it is applied and proved.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourceFiles } from './imports';

const RULE = /(?<![\w-])[DSRA]-[1-9]\d?(?![\w-])/g;
const rulesIn = (content: string): readonly string[] => [...content.matchAll(RULE)].map(([id]) => id);
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const usedIn = (folder: string, part: (content: string) => string): ReadonlySet<string> =>
  new Set(
    sourceFiles(folder)
      .filter((file) => !file.startsWith('tests/architecture/'))
      .flatMap((file) => rulesIn(part(read(file)))),
  );

const listed = new Set([...read('docs/rules.md').matchAll(/^\| ([DSRA]-\d+) \|/gm)].map(([, id = '']) => id));
/** Ids such as “A-10” in a test's own data are no rules: in tests only titles count. */
const titles = (content: string): string =>
  [...content.matchAll(/\b(?:test|it|step|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1/g)]
    .map(([, , title]) => title)
    .join('\n');
const comments = (content: string): string =>
  [...content.matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map(([comment]) => comment).join('\n');

/** “D-1…D-9”, “D-1 to D-10”, “A-4…A-7”: every rule of the span is meant. */
function withSpans(content: string): string {
  return content.replace(/([DSRA])-(\d+)\s*(?:…|to)\s*\1-(\d+)/g, (_, kind: string, from: string, to: string) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_one, i) => `${kind}-${Number(from) + i}`).join(' '),
  );
}

const applied = usedIn('src', (content) => withSpans(comments(content)));
const proved = usedIn('tests', (content) => withSpans(titles(content)));

test('every rule that the code names is in the list', () => {
  expect([...applied].filter((id) => !listed.has(id)).sort()).toEqual([]);
});

test('every rule that a test’s title names is in the list', () => {
  expect([...proved].filter((id) => !listed.has(id)).sort()).toEqual([]);
});

test('every rule of the list is applied by code that says so', () => {
  expect([...listed].filter((id) => !applied.has(id))).toEqual([]);
});

test('every rule of the list is proved by a test whose title says so', () => {
  expect([...listed].filter((id) => !proved.has(id))).toEqual([]);
});
