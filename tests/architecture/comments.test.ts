// Exported names say what they are, or a comment does: how many say it by their name alone is counted, and never grows.
import ts from 'typescript';
import { parse, sourceFiles } from './imports';

/** Names that say all: a new one that does not gets its comment (unit, range, empty value, source of a rule). Lower a number where fewer are left. */
const BY_NAME_ALONE = { function: 1, constant: 3, interface: 63, type: 18 };
type Kind = keyof typeof BY_NAME_ALONE;

function kindOf(statement: ts.Statement): Kind | null {
  if (ts.isFunctionDeclaration(statement)) return 'function';
  if (ts.isInterfaceDeclaration(statement)) return 'interface';
  if (ts.isTypeAliasDeclaration(statement)) return 'type';
  return ts.isVariableStatement(statement) ? 'constant' : null;
}

/** Declarations that say it themselves: a job’s offer (its words stand in it), the input that follows from its options, a class of the host by its name. */
const SELF_SAYING =
  /^export (?:const \w+ = define(?:Job|Import)\(|const \w+: ClassRow<|type \w+ = (?:InputOf<|WithFile))/;

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The comment right above it, of either shape. */
function isTold(source: ts.SourceFile, statement: ts.Statement): boolean {
  const above = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? [];
  const last = above.at(-1);
  if (!last) return false;
  // The opening comment of a file that begins with an export is the file's.
  return last.pos > 0 && !source.text.slice(last.end, statement.getStart(source)).includes('\n\n');
}

function silent(file: string): { readonly kind: Kind; readonly at: string }[] {
  const source = parse(file);
  return source.statements.flatMap((statement) => {
    const kind = kindOf(statement);
    if (!kind || !isExported(statement) || isTold(source, statement)) return [];
    if (SELF_SAYING.test(statement.getText(source))) return [];
    const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1;
    return [{ kind, at: `${file}:${line}` }];
  });
}

const found = sourceFiles('src').flatMap(silent);

test.each(Object.keys(BY_NAME_ALONE) as Kind[])('no more exports of the kind %s go without a comment', (kind) => {
  const bare = found.filter((each) => each.kind === kind).map(({ at }) => at);
  // Beyond the number the list is shown, so that the new one is seen.
  expect(bare.length > BY_NAME_ALONE[kind] ? bare : []).toEqual([]);
});
