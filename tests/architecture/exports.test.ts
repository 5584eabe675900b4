// What is exported is used elsewhere. Types are passed over: whoever calls a function has its result, whether he names its type or not.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parse, ROOT, sourceFiles } from './imports';

const FILES = [...sourceFiles('src'), ...sourceFiles('tests')];
const words = new Map(
  FILES.map((file) => [file, new Set(readFileSync(path.join(ROOT, file), 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? [])]),
);

/** Names of the functions, constants and classes that a file exports. */
function exported(file: string): string[] {
  return parse(file).statements.flatMap((statement): string[] => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
    const isValue = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
    return isValue && statement.name ? [statement.name.text] : [];
  });
}

test('no function, constant or class is exported that no other file uses', () => {
  const unused = sourceFiles('src').flatMap((file) =>
    exported(file)
      .filter((name) => !FILES.some((other) => other !== file && words.get(other)?.has(name)))
      .map((name) => `${file} ${name}`),
  );
  expect(unused).toEqual([]);
});
