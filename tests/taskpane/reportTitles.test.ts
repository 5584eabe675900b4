// What a report's tables, columns and options are called before a person.
import { columnTitle, rowTitle, tableTitle } from '../../src/app/run/tableTitle';
import { text } from '../../src/core/ground/text';
import { placedInForm, reportTitles } from '../../src/taskpane/reportTitles';
import type { StepField } from '../../src/taskpane/steps';

const titles = { tableTitle, rowTitle, columnTitle };
const fields: readonly StepField[] = [{ kind: 'unit', name: 'unit', label: text('单位', 'Unit') }];

test('a judge’s sheet has the name that it has in this workbook', () => {
  const { tableTitle: called } = reportTitles(titles, { sheetNames: { Score_J01: '评分·王芳' } });
  expect([called('Score_J01').zh, called('Score_J02').zh, called('Units').zh]).toEqual([
    '评分·王芳',
    '评分 J02',
    '单位名册',
  ]);
});

test('what is wrong with an option is said of its field, by its label, and of no sheet', () => {
  const problem = {
    code: 'unknown-unit' as const,
    table: 'Units',
    column: 'unit',
    expected: text('', ''),
    found: '胡说',
    message: text('名册里没有“胡说”。', 'none'),
  };
  const [placed] = placedInForm([problem], fields);
  expect(placed).not.toHaveProperty('table');
  expect(reportTitles(titles, {}, fields).columnTitle(placed?.table, 'unit').zh).toBe('单位');
  const inRow = { ...problem, row: 'U01' };
  expect(placedInForm([inRow], fields)).toEqual([inRow]);
});
