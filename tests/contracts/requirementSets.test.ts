// The gate of ExcelApi 1.9: newer members of Office.js only in places that ask first and do the job without them too.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/imports';
import { officeProgram, usesAbove } from './memberSets';

const ROOMS = ['src/excel', 'src/app', 'src/taskpane', 'src/commands'];
const ALLOWED_MINOR = 9;

/** Places that ask `isSetSupported` before they use a newer member. */
const GUARDED: readonly { readonly file: string; readonly member: string }[] = [
  { file: 'src/excel/growTable.ts', member: 'Table.resize' },
];

const program = officeProgram([...ROOMS, 'src/probes']);
const uses = usesAbove(program, ALLOWED_MINOR, (file) => ROOMS.some((room) => file.startsWith(`${room}/`)));

test('nothing above ExcelApi 1.9 is used outside the guarded places', () => {
  const unguarded = uses.filter(
    ({ file, member }) => !GUARDED.some((place) => place.file === file && place.member === member),
  );
  expect(unguarded.map(({ file, line, member, set }) => `${file}:${line} ${member} ${set}`)).toEqual([]);
});

test('every guarded place uses its member and asks isSetSupported', () => {
  for (const { file, member } of GUARDED) {
    expect(uses.filter((use) => use.file === file && use.member === member)).not.toEqual([]);
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain('isSetSupported');
  }
});

test('the gate really sees Office.js: the Excel room uses members of ExcelApi 1.1 to 1.9', () => {
  expect(usesAbove(program, 0, (file) => file.startsWith('src/excel/')).length).toBeGreaterThan(50);
});

const membersIn = (room: string): string[] => [
  ...new Set(usesAbove(program, 0, (file) => file.startsWith(room)).map(({ member }) => member)),
];

test('nothing is pasted, and nothing is asked in the language of the Excel at hand (docs/excel-truth.md 1, 16, 17)', () => {
  const used = membersIn('src/excel/');
  expect(used).toContain('Range.formulas');
  expect(used.filter((member) => /\.copyFrom$|Local$|\.numberFormatCategories$/.test(member))).toEqual([]);
});

test('each member of Office.js that the Excel room uses is tried by a question of the self-test', () => {
  const tried = new Set(membersIn('src/probes/'));
  expect(membersIn('src/excel/').filter((member) => !tried.has(member))).toEqual([]);
});

describe('the gate itself', () => {
  const file = path.join(ROOT, 'src/excel/sample-of-the-gate.ts');
  const found = (body: string): string[] => {
    const text = `export async function sample(context: Excel.RequestContext, table: Excel.Table, sheet: Excel.Worksheet, range: Excel.Range, pivot: Excel.PivotTable) { ${body} }`;
    const one = officeProgram([], new Map([[file, text]]));
    return usesAbove(one, ALLOWED_MINOR, () => true).map(({ member, set, how }) => `${member} ${set} ${how}`);
  };

  test('sees a call of a newer method', () => {
    expect(found('table.resize("A1:B2");')).toEqual(['Table.resize ExcelApi 1.13 member']);
  });

  test('sees a newer member by its quoted name and in a destructuring', () => {
    expect(found('table["resize"]("A1:B2");')).toEqual(['Table.resize ExcelApi 1.13 member']);
    expect(found('const { onRowSorted } = sheet; onRowSorted.add(async () => undefined);')).toContain(
      'Worksheet.onRowSorted ExcelApi 1.10 member',
    );
  });

  test('sees a newer member in a load path and in an object given to load', () => {
    expect(found('range.load("values,height");')).toEqual(['Range.height ExcelApi 1.10 load path']);
    expect(found('range.load(["values", "savedAsArray"]);')[0]).toMatch(/^Range\.savedAsArray .* load path$/);
    expect(found('context.workbook.worksheets.load("items/tabId");')[0]).toMatch(/^Worksheet\.tabId .* load path$/);
  });

  test('sees a key given to set', () => {
    expect(found('pivot.set({ name: "x", refreshOnOpen: true });')).toEqual([
      'PivotTable.refreshOnOpen ExcelApi 1.13 set key',
    ]);
  });

  test('sees a newer value of an enumeration', () => {
    expect(found('return Excel.CalculationType.full === Excel.CellValueType.entity;')).toEqual([
      'CellValueType.entity ExcelApi 1.16 enum',
      'CellValueType ExcelApi 1.16 member',
    ]);
  });

  test('lets what ExcelApi 1.9 has pass', () => {
    expect(
      found(
        'sheet.pageLayout.zoom = { horizontalFitToPages: 1 }; sheet.freezePanes.freezeRows(1); range.load("values,formulas"); await context.sync();',
      ),
    ).toEqual([]);
  });
});
