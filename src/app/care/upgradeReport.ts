// What an upgrade found and does, in words: the message, the preview, notices, log lines. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import type { TableUpgrade, UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import type { JobReport, Preview } from '../run/job';
import { questionAbout } from './upgradeAnswers';
import type { ReplacedCell } from '../run/replacedCell';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';

export interface UpgradeResults {
  /** The version that the workbook said it has, and the one it has now. */
  readonly from: number;
  readonly to: number;
  readonly tables: readonly string[];
  /** Sheets that a cut batch had left unfinished. */
  readonly finished: readonly string[];
  /** The overview is made again. */
  readonly overview: boolean;
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  readonly settings: readonly string[];
  readonly names: readonly string[];
  readonly renamed: readonly { readonly table: string; readonly from: string; readonly to: string }[];
  /** The answers as they were given. */
  readonly answers: string;
  /** Open questions: headers that look like a renamed column. */
  readonly questions: readonly {
    readonly table: string;
    readonly sheet: string;
    readonly header: string;
    readonly column: Text;
  }[];
  /** Cells whose formula was lost. */
  readonly formulas: number;
  /** Cells of columns without a single value that got their default, or what other tables say. */
  readonly filled: number;
  /** Columns whose formula is a newer one now. */
  readonly newerFormulas: number;
  /** Number formats, validations, conditional formats and headlines put back. */
  readonly looks: number;
}

const looksOf = ({ looks }: TableUpgrade): number =>
  looks.formats + looks.validations + looks.conditionals + looks.headlines;

/** What an upgrade found and did, as `--json` tells it. `answers`: what was answered to its questions; `overview`: name of the sheet that it made anew. */
export function resultsOf(
  { version, made, finished, tables, settings, names }: UpgradePlan,
  language: Language,
  answers = '',
  overview: string | null = null,
): UpgradeResults {
  return {
    overview: overview !== null,
    answers,
    from: version,
    to: SCHEMA_VERSION,
    tables: made.map(({ name }) => name),
    finished,
    columns: tables.flatMap(({ spec, added }) =>
      added.map(({ header }) => ({ table: spec.name, column: header[language] })),
    ),
    settings: settings.map(({ key }) => key),
    names,
    renamed: tables.flatMap(({ spec, renamed }) =>
      renamed.map(({ header, column }) => ({ table: spec.name, from: header, to: column.header[language] })),
    ),
    questions: tables.flatMap(({ spec, sheet, questions }) =>
      questions.map(({ header, column }) => ({ table: spec.name, sheet, header, column: column.header })),
    ),
    formulas: tables.reduce((sum, { cells }) => sum + cells.restored, 0),
    filled: tables.reduce((sum, { cells }) => sum + cells.filled, 0),
    newerFormulas: tables.reduce((sum, { cells }) => sum + cells.replaced.length, 0),
    looks: tables.reduce((sum, table) => sum + looksOf(table), 0),
  };
}

/** One problem for each thing that only a person can decide: it stops the upgrade until it is answered. */
export function questionsOf({ tables }: UpgradePlan): Problem[] {
  return tables.flatMap(({ spec, sheet, questions }) =>
    questions.map((question) => questionAbout(spec, sheet, question)),
  );
}

/** Sheets that have a table's name and hold something else: to be renamed by a person. */
export function takenProblems({ taken }: UpgradePlan, language: Language): Problem[] {
  return taken.map((spec) => ({
    code: 'sheet-name-taken',
    table: spec.name,
    sheet: spec.sheet[language],
    expected: text(`“${spec.sheet.zh}”的表`, `the table of “${spec.sheet.en}”`),
    found: spec.sheet[language],
    message: text(
      `要补的表“${spec.sheet.zh}”已有同名工作表，但里面不是这张表：请先给那张工作表改名，再运行。`,
      `Table “${spec.sheet.en}” is to be added, but a sheet of that name holds something else: rename that sheet, then run this again.`,
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
                row: summary('空列', 'empty columns'),
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

/** Nobody can tell a width or a margin that an older version wrote from one that a person chose. */
const PAGES_KEPT = text(
  '各登记表的页面设置、列宽和说明文字保持原样；由按钮生成的表，重新生成后即为新版式。',
  ' Page set-up, column widths and guides of the registers stay as they are; sheets that a button makes get the new layout when they are made again.',
);

/** One line: what is put right, or that nothing is to be done; on coming from an older version also what is left as it was. */
export function upgradeMessage({
  tables,
  finished,
  overview,
  columns,
  settings,
  names,
  renamed,
  formulas,
  filled,
  newerFormulas,
  looks,
  from,
  to,
}: UpgradeResults): Text {
  const count = (n: number, zh: string, en: string): Text[] => (n > 0 ? [text(zh, en)] : []);
  const told = [
    ...(from < to ? [text(`表结构版本 ${from} → ${to}`, `schema version ${from} → ${to}`)] : []),
    ...count(tables.length, `补上 ${tables.length} 张表`, `${tables.length} tables added`),
    ...count(
      finished.length,
      `完成 ${finished.length} 张没做完的工作表`,
      `${finished.length} unfinished sheets finished`,
    ),
    ...count(overview ? 1 : 0, '重做首页', 'overview made again'),
    ...count(columns.length, `补上 ${columns.length} 列`, `${columns.length} columns added`),
    ...count(renamed.length, `改回 ${renamed.length} 个表头`, `${renamed.length} headers given back`),
    ...count(settings.length, `补上 ${settings.length} 项设置`, `${settings.length} settings added`),
    ...count(names.length, `补上 ${names.length} 个名称`, `${names.length} defined names put right`),
    ...count(formulas, `恢复公式 ${formulas} 处`, `${formulas} formulas restored`),
    ...count(filled, `补填 ${filled} 格`, `${filled} cells filled in`),
    ...count(newerFormulas, `更新 ${newerFormulas} 列公式`, `formulas of ${newerFormulas} columns updated`),
    ...count(looks, `恢复格式、校验、标色 ${looks} 处`, `${looks} formats, validations and colours restored`),
  ];
  if (told.length === 0)
    return text(
      '工作簿齐全，不用升级，也没有要修复的。',
      'The workbook is complete: nothing to upgrade, nothing to repair.',
    );
  const kept = from < to ? PAGES_KEPT : text('', '');
  return text(
    `${told.map(({ zh }) => zh).join('；')}。${kept.zh}`,
    `${told.map(({ en }) => en).join('; ')}.${kept.en}`,
  );
}
