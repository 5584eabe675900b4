// What the upgrade shows before it writes and keeps afterwards: the preview, log lines, rows that changed. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language } from '../../core/ground/text';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import type { JobReport, Preview } from '../run/job';
import type { ReplacedCell } from '../run/replacedCell';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { looksOf } from './upgradeReport';

/** Sheets that have a table's name and hold something else: to be renamed by a person. */
export function takenProblems({ taken }: UpgradePlan, language: Language): Problem[] {
  return taken.map((spec) => ({
    code: 'sheet-name-taken',
    table: spec.name,
    sheet: spec.sheet[language],
    expected: text(`“${spec.sheet.zh}”的表`, `the table of “${spec.sheet.en}”`),
    found: spec.sheet[language],
    message: text(
      `“${spec.sheet.zh}”这张工作表上没有名为 ${spec.name} 的表：转成了普通区域的，请撤销，或选中表头到最后一行按 Ctrl+T，再在“表设计”里把表名改成 ${spec.name}；是另一张表的，请先给工作表改名。然后再运行。`,
      `No table on the sheet “${spec.sheet.en}” is called ${spec.name}: where it was turned into a plain range, undo that, or select from its header to its last row, press Ctrl+T and call it ${spec.name} under Table Design; where the sheet holds something else, rename it. Then run this again.`,
    ),
  }));
}

const HEADER_LINE = text('表头', 'header');

/** Values that give way, for preview and log: headers, and formulas of an earlier version, one line for a column. */
export function replacedBy({ tables, version }: UpgradePlan, language: Language): ReplacedCell[] {
  const formula = text('（公式）', '(formula)')[language];
  return [
    ...tables.flatMap(({ spec, renamed, cells }) => [
      ...renamed.map(({ header, column }) => ({
        table: spec.name,
        row: HEADER_LINE[language],
        column: header,
        before: header,
        after: column.header[language],
      })),
      ...cells.replaced.map(({ column, before, cells: count }) => ({
        table: spec.name,
        row: text(`${count} 行`, `${count} rows`)[language],
        column: column.header[language],
        before,
        after: formula,
      })),
    ]),
    ...(version !== SCHEMA_VERSION
      ? [
          {
            table: SETTINGS.name,
            row: 'schemaVersion',
            column: '',
            before: String(version),
            after: String(SCHEMA_VERSION),
          },
        ]
      : []),
  ];
}

/** What the upgrade would add and change, cell by cell, in the words of the workbook. */
export function upgradePreview(plan: UpgradePlan, language: Language, overview: string | null = null): Preview {
  const summary = (zh: string, en: string): string => text(zh, en)[language];
  return {
    added: [
      ...plan.made.map((spec) => ({
        table: spec.name,
        row: spec.sheet[language],
        summary: summary('补上整张表', 'the whole table'),
      })),
      ...(overview === null ? [] : [{ table: 'Overview', row: overview, summary: summary('重做首页', 'made again') }]),
      ...plan.finished.map((sheet) => ({
        table: sheet,
        row: sheet,
        summary: summary('完成没做完的工作表', 'unfinished sheet'),
      })),
      ...plan.tables.flatMap(({ spec, added }) =>
        added.map(({ header, formula, hidden }) => ({
          table: spec.name,
          row: header[language],
          summary: formula
            ? summary(hidden ? '补上隐藏的公式列' : '补上公式列', hidden ? 'hidden formula column' : 'formula column')
            : summary('补上列', 'column'),
        })),
      ),
      ...plan.settings.map(({ key, name }) => ({ table: SETTINGS.name, row: key, summary: name[language] })),
      ...plan.names.map((name) => ({ table: SETTINGS.name, row: name, summary: summary('名称', 'defined name') })),
      ...plan.tables.flatMap(({ spec, cells }) =>
        cells.restored > 0
          ? [
              {
                table: spec.name,
                row: summary('公式', 'formulas'),
                summary: summary(`恢复 ${cells.restored} 处`, `${cells.restored} restored`),
              },
            ]
          : [],
      ),
      ...plan.tables.flatMap(({ spec, cells }) =>
        cells.filled > 0
          ? [
              {
                table: spec.name,
                row: summary('空着的格', 'empty cells'),
                summary: summary(`补填 ${cells.filled} 格`, `${cells.filled} cells filled in`),
              },
            ]
          : [],
      ),
      ...plan.tables.flatMap((table) =>
        looksOf(table) > 0
          ? [
              {
                table: table.spec.name,
                row: summary('格式、校验、标色', 'formats, validation, colours'),
                summary: summary(`恢复 ${looksOf(table)} 处`, `${looksOf(table)} restored`),
              },
            ]
          : [],
      ),
    ],
    changed: replacedBy(plan, language).map(({ table, row, column, before, after }) => ({
      table,
      row,
      column,
      before,
      after,
    })),
    unchanged: 0,
  };
}

/** Rows touched, by table. A table that only got its looks back counts too: it was written to. */
export function changedBy(plan: UpgradePlan, overview: string | null = null): JobReport['changed'] {
  const changed: Record<string, { added: number; updated: number }> =
    overview === null ? {} : { Overview: { added: 1, updated: 0 } };
  for (const { name } of plan.made)
    changed[name] = { added: plan.outcome.tables[name]?.values.length ?? 0, updated: 0 };
  for (const table of plan.tables) {
    const touched =
      table.added.length + table.renamed.length + looksOf(table) > 0
        ? table.spec.name in plan.basis.tables
        : table.cells.edits.length > 0;
    // A header that gets its name back, or a colour, is no row that changed.
    const rows =
      table.added.length > 0
        ? (plan.basis.tables[table.spec.name]?.values.length ?? 0)
        : new Set(table.cells.edits.map(({ index }) => index)).size;
    if (touched) changed[table.spec.name] = { added: 0, updated: rows };
  }
  for (const { spec, sheet } of plan.tables)
    if (plan.finished.includes(sheet)) changed[spec.name] ??= { added: 0, updated: 0 };
  if (plan.settings.length + plan.names.length > 0) changed[SETTINGS.name] ??= { added: 0, updated: 0 };
  const settings = changed[SETTINGS.name];
  if (settings && plan.settings.length > 0 && !plan.made.some(({ name }) => name === SETTINGS.name))
    settings.added = plan.settings.length;
  return changed;
}
