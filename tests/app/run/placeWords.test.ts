// Places are keys and are said in the workbook's language: an English workbook hears no Chinese but what stands in its own cells.
import ts from 'typescript';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { inPlaceWords } from '../../../src/app/run/placeWords';
import type { Problem } from '../../../src/core/ground/problem';
import { wallTimeFromIso } from '../../../src/core/ground/wallTime';
import { columnOf, type TableSpec } from '../../../src/workbook/contract/spec';
import { everyTable, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { FIXED_TABLES } from '../../../src/workbook/tables/registry';
import { parse, sourceFiles } from '../../architecture/imports';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { newSnapshot } from '../../support/situationOf';

const HAN = /\p{Script=Han}/u;
const NOW = wallTimeFromIso('2021-07-06T09:00') ?? 0;
const problem = (part: Partial<Problem>): Problem => ({
  code: 'unreadable-cell',
  expected: { zh: '', en: '' },
  found: '',
  message: { zh: '', en: '' },
  ...part,
});

test('a column is said by its header in the language of the workbook, and its key is kept', () => {
  const active = problem({ table: 'Units', row: 'U01', column: 'active' });
  expect(inPlaceWords(active, 'en')).toMatchObject({ column: 'Active', columnKey: 'active' });
  expect(inPlaceWords(active, 'zh')).toMatchObject({ column: '启用', columnKey: 'active' });
  expect(inPlaceWords(problem({ table: 'Tracker', row: '', column: 'unitId、requirementId' }), 'en').column).toBe(
    'Unit ID, Item ID',
  );
});

test('a row without a number is told by its line, in the sentence too; what somebody typed stays as it is', () => {
  const message = { zh: '#2 的标题“#2 楼”：“收件登记”#2 有误', en: '#2: the title “#2 楼” of “收件登记” #2' };
  expect(inPlaceWords(problem({ table: 'Receipts', row: '#2', message }), 'zh').message).toEqual({
    zh: '第 6 行的标题“#2 楼”：“收件登记”第 6 行有误',
    en: 'row 6: the title “#2 楼” of “收件登记” row 6',
  });
  const quoted = { zh: '#2 的标题“东区 #2 楼”', en: '#2: “east, #2”' };
  expect(inPlaceWords(problem({ table: 'Receipts', row: '#2', message: quoted }), 'zh').message).toEqual({
    zh: '第 6 行的标题“东区 #2 楼”',
    en: 'row 6: “east, #2”',
  });
  const others = problem({ table: 'Receipts', row: 'R0002', message: { zh: '与 #2 相同', en: 'as #2' } });
  expect(inPlaceWords(others, 'zh').message).toEqual(others.message);
  expect(inPlaceWords(problem({ table: 'Foreign', row: '#2', message }), 'zh').message).toEqual(message);
});

test('headers of an imported file and names of options stay as they are', () => {
  expect(inPlaceWords(problem({ table: 'Units', row: 7, column: 'name' }), 'zh')).toEqual(
    problem({ table: 'Units', row: 7, column: 'name' }),
  );
  expect(inPlaceWords(problem({ table: 'Exceptions', column: 'to' }), 'zh').column).toBe('to');
});

test('a table that is missing as a whole is looked for on the sheet of its name', () => {
  expect(inPlaceWords(problem({ code: 'missing-table', table: 'Units' }), 'en').sheet).toBe('Units');
  expect(inPlaceWords(problem({ code: 'missing-table', table: 'Units' }), 'zh').sheet).toBe('单位名册');
});

/** The snapshot with rubbish in these columns of all rows of a table, or without them. */
function spoilt(snapshot: WorkbookSnapshot, spec: TableSpec, keys: readonly string[], lost: boolean): WorkbookSnapshot {
  const table = snapshot.tables[spec.name]!;
  const headers = keys.map((key) => columnOf(spec, key).header.en);
  const hit = table.headers.map((header) => headers.includes(header));
  const change = <Cell>(row: readonly Cell[], rubbish: Cell): Cell[] =>
    lost ? row.filter((_, at) => !hit[at]) : row.map((cell, at) => (hit[at] ? rubbish : cell));
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      [spec.name]: {
        ...table,
        headers: lost ? table.headers.filter((_, at) => !hit[at]) : table.headers,
        values: table.values.map((row) => change(row, 'rubbish ?')),
        formulas: table.formulas.map((row) => change(row, 'rubbish ?')),
      },
    },
  };
}

/** What is said in English, without what was quoted from cells. */
function chineseIn(problems: readonly Problem[], snapshot: WorkbookSnapshot): string[] {
  const cells = everyTable(snapshot.tables).flatMap(({ values }) => values.flat().map(String));
  const quoted = [
    ...new Set(cells.filter((cell) => HAN.test(cell)).flatMap((cell) => [cell, ...cell.split(/[、；]/)])),
  ];
  const longest = quoted.sort((a, b) => b.length - a.length);
  return problems.flatMap(({ table = '', sheet = '', row = '', column = '', expected, found, message }) =>
    [table, sheet, String(row), column, expected.en, message.en]
      .map((words) => [found, ...longest].filter(Boolean).reduce((left, cell) => left.replaceAll(cell, ''), words))
      .filter((words) => HAN.test(words)),
  );
}

const ENGLISH = newSnapshot('en');

test('whatever table of an English workbook is full of rubbish or lacks columns, the check says so without a Chinese word', async () => {
  const said: string[] = [];
  const places = new Set<string>();
  for (const spec of FIXED_TABLES) {
    const all = spec.columns.map(({ key }) => key);
    const spoilings = [
      spoilt(
        ENGLISH,
        spec,
        all.filter((key) => !spec.key.includes(key)),
        false,
      ),
      spoilt(ENGLISH, spec, all, false),
      spoilt(ENGLISH, spec, all, true),
    ];
    for (const snapshot of spoilings) {
      const { problems, notices } = await CHECK.perform(memoryWorkbook(snapshot, NOW).deps, {}, 'preview');
      for (const { table, columnKey } of problems) places.add(`${table} ${columnKey}`);
      said.push(...chineseIn([...problems, ...notices], snapshot));
    }
  }
  expect([...new Set(said)]).toEqual([]);
  expect(places.size).toBeGreaterThan(100);
});

/** Calls and properties of the sources that say something, and what they say wrongly. */
function faultsIn(file: string): string[] {
  const source = parse(file);
  const faults: string[] = [];
  const tell = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    faults.push(`${file}:${line + 1} ${node.getText(source).slice(0, 80)}`);
  };
  const visit = (node: ts.Node): void => {
    const english =
      ts.isCallExpression(node) && node.expression.getText(source) === 'text' ? node.arguments[1] : undefined;
    if (english && (HAN.test(literals(english)) || /\.zh\b/.test(english.getText(source)))) tell(node);
    if (ts.isObjectLiteralExpression(node)) {
      const named = new Map(
        node.properties.flatMap((each) =>
          ts.isPropertyAssignment(each) ? [[each.name.getText(source), each.initializer]] : [],
        ),
      );
      const place = [named.get('column'), named.get('sheet'), named.get('found')];
      if (named.has('code') && named.has('message'))
        for (const each of place)
          if (each && (HAN.test(literals(each)) || /\.(header|sheet)\.zh\b/.test(each.getText(source)))) tell(each);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

/** The texts that stand in the expression itself, not those of what it interpolates. */
function literals(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => literal.text).join('');
  if (ts.isConditionalExpression(node)) return literals(node.whenTrue) + literals(node.whenFalse);
  if (ts.isBinaryExpression(node)) return literals(node.left) + literals(node.right);
  return '';
}

test('no English sentence of the sources has a Chinese word, and no problem names its place by a Chinese header', () => {
  const files = sourceFiles('src').filter((file) => /^src\/(core|workbook|app|excel|files)\//.test(file));
  expect(files.flatMap(faultsIn)).toEqual([]);
});
