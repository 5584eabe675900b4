// Problems say their place by keys: a table or a column that is written down in them is one that there is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { CATALOGUE } from '../../src/app/catalogue/catalogue';
import { ownSheets } from '../../src/app/run/definedJobs';
import { MADE_SHEETS } from '../../src/workbook/sheets/madeSheets';
import { FIXED_TABLES, LATER_TABLES, OPENING_TABLES } from '../../src/workbook/tables/registry';
import { scoreSheetSpec } from '../../src/workbook/tables/scoreSheet/scoreSheet';
import { ROOT, sourceFiles } from './imports';

const keysOf = new Map<string, ReadonlySet<string>>(
  [...FIXED_TABLES, ...OPENING_TABLES, ...LATER_TABLES].map(({ name, columns }) => [
    name,
    new Set(columns.map(({ key }) => key)),
  ]),
);
/** Made sheets, and what imports call the rows of scores, which stand in no single table. */
const OTHERS = new Set<string>(['Scores', ...Object.keys(MADE_SHEETS), ...ownSheets().map(({ key }) => key)]);
const judge = { judgeId: 'J01', name: '', unitId: '', active: true };
const columns = new Set([
  ...[...keysOf.values()].flatMap((keys) => [...keys]),
  ...scoreSheetSpec(judge, [], 'zh').columns.map(({ key }) => key),
]);
const options = new Set(CATALOGUE.flatMap((job) => Object.keys(job.options)));

/** The text of a property of an object literal that is a plain string; undefined where it is absent or computed. */
function literal(object: ts.ObjectLiteralExpression, name: string): string | undefined {
  const property = object.properties.find((each) => each.name?.getText() === name);
  if (!property || !ts.isPropertyAssignment(property)) return undefined;
  return ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined;
}

/** Object literals that are problems or places: they say a table or a column beside a code, a row or what was expected. */
function strays(file: string, text: string): string[] {
  if (!/\b(?:table|column): '/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [table, column] = [literal(node, 'table'), literal(node, 'column')];
      const at = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (table !== undefined && table !== '' && !keysOf.has(table) && !OTHERS.has(table))
        found.push(`${at} table ${table}`);
      const keys = table === undefined ? undefined : keysOf.get(table);
      const known = (key: string): boolean => keys?.has(key) ?? columns.has(key);
      if (column !== undefined && column !== '' && !known(column) && !options.has(column))
        found.push(`${at} column ${column}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('a table or a column that a problem names is one that there is, or an option of a job', () => {
  const files = sourceFiles('src').filter((file) => /^src\/(core|workbook|app)\//.test(file));
  expect(files.flatMap((file) => strays(file, readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

test('a misspelt one is seen, with its line', () => {
  const wrong = `const a = 1;\nconst p = [{ table: 'Unit', column: 'name' }, { table: 'Units', column: 'nmae' }, { column: 'dueX' }];`;
  expect(strays('x.ts', wrong)).toEqual(['x.ts:2 table Unit', 'x.ts:2 column nmae', 'x.ts:2 column dueX']);
});
