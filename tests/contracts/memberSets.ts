// Finds every use of an Office.js member above a requirement set, by the types' own “[Api set: …]” tags. Judges no guard.
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { ROOT, sourceFiles } from '../architecture/imports';

export interface Use {
  readonly file: string;
  readonly line: number;
  /** "Table.resize" */
  readonly member: string;
  /** "ExcelApi 1.13" */
  readonly set: string;
  readonly how: 'member' | 'set key' | 'load path' | 'enum';
}

const OFFICE_TYPES = createRequire(__filename).resolve('@types/office-js/index.d.ts');

/** A program over the given files of the repository and Office.js's types. */
export function officeProgram(folders: readonly string[], extra: ReadonlyMap<string, string> = new Map()): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    resolveJsonModule: true,
    esModuleInterop: true,
    noEmit: true,
    types: ['node', 'office-js'],
  };
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => extra.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, ...rest) => {
    const given = extra.get(file);
    if (given !== undefined) return ts.createSourceFile(file, given, ts.ScriptTarget.ES2022, true);
    if (!file.endsWith('.d.ts')) return getSourceFile.call(host, file, ...rest);
    if (!libraries.has(file)) libraries.set(file, getSourceFile.call(host, file, ...rest));
    return libraries.get(file);
  };
  const files = folders.flatMap(sourceFiles).map((file) => path.join(ROOT, file));
  return ts.createProgram([...files, ...extra.keys()], options, host);
}

/** Members whose tag names several sets for several ways of use: the set of the way it is used here. */
const BY_HAND: Readonly<Record<string, number>> = {
  // 1.1 for one row, 1.4 for several, 1.15 for its third argument, which is not used.
  'TableRowCollection.add': 4,
};

/** Parsed once: the type libraries are the same for every program. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function setOf(node: ts.Node): { readonly name: string; readonly minor: number } | null {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .map((tag) => tag.getText())
    .join('\n');
  const tag = /\[Api set: ([^\]]+)\]/.exec(comment)?.[1];
  if (tag === undefined) return null;
  const versions = [...tag.matchAll(/1\.(\d+)/g)].map((match) => Number(match[1]));
  const name = /ExcelApi\w*/.exec(tag)?.[0] ?? tag.trim();
  // A preview has no version: it is in no Excel that people have.
  return { name, minor: versions.length > 0 ? Math.max(...versions) : Infinity };
}

/** Members with no tag of their own take that of their class. */
function declaredSet(declaration: ts.Declaration): { readonly name: string; readonly minor: number } | null {
  return setOf(declaration) ?? (declaration.parent ? setOf(declaration.parent) : null);
}

function ofOffice(symbol: ts.Symbol | undefined): ts.Declaration | null {
  const declaration = symbol?.declarations?.[0];
  return declaration && declaration.getSourceFile().fileName === OFFICE_TYPES ? declaration : null;
}

function nameOf(declaration: ts.Declaration): string {
  const own = ts.getNameOfDeclaration(declaration)?.getText() ?? '?';
  const parent = declaration.parent && ts.getNameOfDeclaration(declaration.parent as ts.Declaration)?.getText();
  return parent ? `${parent}.${own}` : own;
}

/** The members that a load path names, from the loaded object's type on: “items/name”, “format/fill/color”. */
function loadedMembers(checker: ts.TypeChecker, type: ts.Type, loadPath: string): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  let at: ts.Type | undefined = type;
  for (const part of loadPath
    .split('/')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')) {
    const symbol: ts.Symbol | undefined = at?.getProperty(part);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration) break;
    found.push(symbol);
    const next: ts.Type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    at = checker.isArrayType(next) ? checker.getTypeArguments(next as ts.TypeReference)[0] : next;
  }
  return found;
}

function pathsIn(argument: ts.Expression | undefined): string[] {
  if (!argument) return [];
  if (ts.isStringLiteralLike(argument)) return argument.text.split(',');
  if (ts.isArrayLiteralExpression(argument)) return argument.elements.flatMap((element) => pathsIn(element));
  if (ts.isObjectLiteralExpression(argument))
    return argument.properties.flatMap((property) => (property.name ? [property.name.getText()] : []));
  return [];
}

/** Every use above `ExcelApi 1.<minor>`, or of a set that is not plain ExcelApi, in files that `chosen` accepts. */
export function usesAbove(program: ts.Program, minor: number, chosen: (file: string) => boolean): readonly Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile) continue;
    const file = path.relative(ROOT, source.fileName).replaceAll(path.sep, '/');
    if (!chosen(file)) continue;
    const note = (symbol: ts.Symbol | undefined, node: ts.Node, how: Use['how']): void => {
      const declaration = ofOffice(symbol);
      const set = declaration && declaredSet(declaration);
      if (!declaration || !set || !set.name.startsWith('ExcelApi')) return;
      const member = nameOf(declaration);
      const needed = BY_HAND[member] ?? set.minor;
      if (set.name === 'ExcelApi' && needed <= minor) return;
      uses.push({
        file,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        member,
        set: `${set.name} 1.${needed}`,
        how,
      });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const symbol = checker.getSymbolAtLocation(node.name);
        note(symbol, node.name, symbol && symbol.flags & ts.SymbolFlags.EnumMember ? 'enum' : 'member');
      }
      if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
        note(checker.getTypeAtLocation(node.expression).getProperty(node.argumentExpression.text), node, 'member');
      }
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const key = node.propertyName ?? node.name;
        if (ts.isIdentifier(key)) note(checker.getTypeAtLocation(node.parent).getProperty(key.text), node, 'member');
      }
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const target = checker.getTypeAtLocation(node.expression.expression);
        const called = node.expression.name.text;
        const isOffice = ofOffice(checker.getSymbolAtLocation(node.expression.name)) !== null;
        if (isOffice && called === 'load')
          for (const one of pathsIn(node.arguments[0]))
            for (const symbol of loadedMembers(checker, target, one)) note(symbol, node, 'load path');
        const [given] = node.arguments;
        if (isOffice && called === 'set' && given && ts.isObjectLiteralExpression(given)) {
          for (const property of given.properties)
            if (property.name) note(target.getProperty(property.name.getText()), property, 'set key');
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}
