// What an upgrade found, in words: results, questions, the message. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import type { TableUpgrade, UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import { questionAbout } from './upgradeAnswers';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';

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

/** How many looks of the table the upgrade puts back. */
export const looksOf = ({ looks }: TableUpgrade): number =>
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
