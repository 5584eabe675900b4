// How files look: named exports only, no barrels, small files, each saying what it is for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT, parse, sourceFiles } from './imports';

const LONGEST = 400;
const MEDIAN = 100;

const files = sourceFiles('src');
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const linesOf = (file: string): number => textOf(file).trimEnd().split('\n').length;

/** All statements are re-exports: the file has nothing of its own. */
function isBarrel(source: ts.SourceFile): boolean {
  return (
    source.statements.length > 0 &&
    source.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  );
}

function defaultExports(source: ts.SourceFile): boolean {
  return source.statements.some(
    (statement) =>
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
  );
}

test('no file has a default export', () => {
  expect(files.filter((file) => defaultExports(parse(file)))).toEqual([]);
});

test('no file only passes on what others export', () => {
  expect(files.filter((file) => isBarrel(parse(file)))).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.|$)/i.test(file))).toEqual([]);
});

test(`no file is longer than ${LONGEST} lines, of tests either`, () => {
  const all = [...files, ...sourceFiles('tests')];
  expect(all.map((file) => [file, linesOf(file)] as const).filter(([, lines]) => lines > LONGEST)).toEqual([]);
});

test(`half of the files have at most ${MEDIAN} lines`, () => {
  const lengths = files.map(linesOf).sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN);
});

test('every file begins with a comment that says what it is for', () => {
  const silent = files.filter((file) => {
    const [first = '', second = ''] = textOf(file).split('\n');
    const opening = first.startsWith('#!') ? second : first;
    return !/^(\/\/|\/\*\*?) ?\S.{20,}/.test(opening);
  });
  expect(silent).toEqual([]);
});

test('no file speaks of paths of one machine, and none holds code that is switched off', () => {
  const machinePath = /\/work\/(main|shared)\b|\/home\/[a-z]+\//;
  const switchedOff = /^\s*\/\/\s*(import .* from|const \w+ =|let \w+ =|return .*;$|if \(.*\) \{$|\}\s*$)/m;
  expect(
    [...files, ...sourceFiles('tests')].filter(
      (file) =>
        !file.startsWith('tests/architecture/') && (machinePath.test(textOf(file)) || switchedOff.test(textOf(file))),
    ),
  ).toEqual([]);
});
