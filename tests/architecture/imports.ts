// Reads the real imports of the sources: static, dynamic, re-exports and `import('…')` types. Judges nothing.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(__dirname, '../..');

export interface Import {
  /** Repository path without ending, e.g. "src/core/text". */
  readonly from: string;
  readonly line: number;
  /** Repository path without ending for files; the specifier as written for packages. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Disappears at run time. */
  readonly typeOnly: boolean;
  /** `import('…')` as a value: what is loaded when it is wanted, not when the file is. */
  readonly lazy: boolean;
}

/** Repository paths of all TypeScript files under a folder of the repository. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

export function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

const withoutEnding = (file: string): string => file.replace(/\.(tsx?|json)$/, '');

/** `import { type A, type B }` has no values left either. */
function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

export function importsOf(file: string): readonly Import[] {
  const source = parse(file);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean, lazy = false): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const isPackage = !specifier.text.startsWith('.');
    found.push({
      from: withoutEnding(file),
      line: source.getLineAndCharacterOfPosition(specifier.getStart()).line + 1,
      to: isPackage
        ? specifier.text
        : withoutEnding(path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.text))),
      isPackage,
      typeOnly,
      lazy,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(node.expression) && node.expression.text === 'require'))
    )
      add(node.arguments[0], false, node.expression.kind === ts.SyntaxKind.ImportKeyword);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
