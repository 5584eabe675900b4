// What an upgrade found and does, in words: the message, the preview, notices, log lines. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import type { TableUpgrade, UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import type { JobReport, Preview } from '../run/job';
import { questionAbout } from './upgradeAnswers';
import type { ReplacedCell } from '../run/replacedCell';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { CRITERIA } from '../../workbook/tables/judges/judges';
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
    expected: text(`表 ${spec.name}`, `a table ${spec.name}`),
    found: spec.sheet[language],
    message: text(
      `要补的表“${spec.sheet.zh}”已有同名工作表，但里面不是这张表：请先给那张工作表改名，再运行。`,
      `Table “${spec.sheet.en}” is to be added, but a sheet of that name holds something else: rename that sheet, then run this again.`,
    ),
  }));
}

const NO_TABLE: TableSnapshot = {
  name: '',
  sheet: '',
  top: 0,
  left: 0,
  headers: [],
  values: [],
  formulas: [],
  filtered: false,
  crowded: false,
};

function tableMessage(spec: TableSpec, rows: number): Text {
  const what =
    spec.name === SETTINGS.name
      ? text('各项为预设值', 'with preset values')
      : rows > 0
        ? text(`按评分表补回 ${rows} 行，其余内容空着`, `with ${rows} rows as the score sheets say them`)
        : text('没有内容', 'without content');
  return text(
    `表“${spec.sheet.zh}”已补上，${what.zh}：如果是误删，请先撤销删除，或从备份取回。`,
    `Table “${spec.sheet.en}” was added ${what.en}: if it was deleted by mistake, undo that or take it from a backup.`,
  );
}

/** Worth a look: what is empty now, what has a default, what was missing as a whole. */
export function upgradeNotices(
  { tables, made, settings, outcome, criteriaOpen, judgesWithoutSheet }: UpgradePlan,
  language: Language,
): Problem[] {
  const values = new Map(outcome.tables[SETTINGS.name]?.values.map((row) => [String(row[row.length - 1]), row]));
  const settingNotices = settings
    .filter(({ fixed }) => fixed !== true)
    .map(({ key, name }): Problem => {
      const value = String(values.get(key)?.[1] ?? '');
      return {
        code: 'setting-added',
        table: SETTINGS.name,
        row: key,
        expected: text('核对过的值', 'a value that was checked'),
        found: value,
        message: text(
          `设置“${name.zh}”已补上，值为${value === '' ? '空' : `“${value}”`}：请核对。`,
          `Setting “${name.en}” was added with ${value === '' ? 'no value' : `“${value}”`}: please check it.`,
        ),
      };
    });
  const tableNotices = made
    .filter(({ name }) => name !== 'Tracker' && name !== 'Standings')
    .map((spec): Problem => ({
      code: 'table-added',
      table: spec.name,
      sheet: spec.sheet[language],
      expected: text('原有内容', 'its former content'),
      found: '',
      message: tableMessage(spec, readRows(spec, outcome.tables[spec.name] ?? NO_TABLE).length),
    }));
  const columnNotices = tables.flatMap(({ spec, sheet, cells }) =>
    cells.empty.map(({ header }): Problem => ({
      code: 'column-empty',
      table: spec.name,
      sheet,
      column: header[language],
      expected: text('原有内容', 'its former content'),
      found: '',
      message: text(
        `“${sheet}”补上了列“${header.zh}”，内容空着：如果是误删，请先撤销删除，或从备份取回。`,
        `Column “${header.en}” was added to “${sheet}” and is empty: if it was deleted by mistake, undo that or take it from a backup.`,
      ),
    })),
  );
  const numbered = tables
    .filter(
      ({ spec, added, cells }) =>
        spec.name === CRITERIA.name &&
        added.some(({ key }) => key === 'criterionId') &&
        cells.edits.some(({ key }) => key === 'criterionId'),
    )
    .map(({ spec, sheet }): Problem => ({
      code: 'ids-renewed',
      table: spec.name,
      sheet,
      column: 'criterionId',
      expected: text('原来的编号', 'the former ids'),
      found: '',
      message: text(
        '评分标准的编号已按现在的顺序重编为 C1、C2……：设置里的“同分比较顺序”如果用到编号，请核对。',
        'The criteria were numbered anew in their present order, C1, C2…: check the tie-break order in Settings if it names ids.',
      ),
    }));
  const open: Problem[] = criteriaOpen
    ? [
        {
          code: 'criteria-incomplete',
          table: CRITERIA.name,
          sheet: CRITERIA.sheet[language],
          expected: text('每条标准的名称和满分', 'a name and a maximum for every criterion'),
          found: '',
          message: text(
            '评分标准缺名称或满分，评分表先不动：请补填，再运行一次“升级与修复”。',
            'Criteria lack a name or a maximum, so the score sheets are left alone: fill them in, then run “Upgrade and repair” again.',
          ),
        },
      ]
    : [];
  const sheets = judgesWithoutSheet.map(({ judgeId, name }): Problem => ({
    code: 'score-sheet-missing',
    table: 'Judges',
    row: judgeId,
    expected: text('评分表', 'a score sheet'),
    found: '',
    message: text(
      `评委“${name}”的评分表不在了，其分数已不可见：如果是误删，请先撤销删除，或从备份取回；否则请重新生成评分表并计算排名。`,
      `The score sheet of judge “${name}” is gone, and the scores with it: undo that or take it from a backup; else make the score sheets and rank again.`,
    ),
  }));
  const own = tables
    .filter((table) => table.ownBroken > 0)
    .map(({ spec, sheet, ownBroken }): Problem => ({
      code: 'broken-cells',
      table: spec.name,
      sheet,
      expected: text('没有 #REF!', 'no #REF!'),
      found: '#REF!',
      message: text(
        `“${sheet}”里自加的列有 ${ownBroken} 处公式含 #REF!：请自行改正，或删去这一列。`,
        `Columns that people added to “${sheet}” have ${ownBroken} formulas with #REF!: mend them, or delete the column.`,
      ),
    }));
  return [...tableNotices, ...own, ...sheets, ...open, ...columnNotices, ...numbered, ...settingNotices];
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
    if (touched)
      changed[table.spec.name] = { added: 0, updated: plan.basis.tables[table.spec.name]?.values.length ?? 0 };
  }
  for (const { spec, sheet } of plan.tables)
    if (plan.finished.includes(sheet)) changed[spec.name] ??= { added: 0, updated: 0 };
  if (plan.settings.length + plan.names.length > 0) changed[SETTINGS.name] ??= { added: 0, updated: 0 };
  const settings = changed[SETTINGS.name];
  if (settings && plan.settings.length > 0 && !plan.made.some(({ name }) => name === SETTINGS.name))
    settings.added = plan.settings.length;
  return changed;
}

/** One line: what is put right, or that nothing is to be done. */
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
  return text(`${told.map(({ zh }) => zh).join('；')}。`, `${told.map(({ en }) => en).join('; ')}.`);
}
