// What is worth a look after an upgrade: what is empty now, what has a default, what was missing as a whole. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnSpec, TableSpec } from '../../workbook/contract/spec';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { CRITERIA, JUDGES } from '../../workbook/tables/judges/judges';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';

const NO_TABLE: TableSnapshot = {
  name: SETTINGS.name,
  sheet: '',
  top: 0,
  left: 0,
  headers: [],
  values: [],
  formulas: [],
  filtered: false,
  crowded: false,
};

/** Tables whose rows score sheets still say. */
const BY_SCORE_SHEETS: ReadonlySet<string> = new Set([ENTRIES.name, JUDGES.name, CRITERIA.name]);

function rowsAdded({ name }: TableSpec, rows: number): Text {
  if (name === SETTINGS.name) return text('各项为预设值', 'with preset values');
  if (rows === 0) return text('没有内容', 'without content');
  return BY_SCORE_SHEETS.has(name)
    ? text(`按评分表补回 ${rows} 行，其余内容空着`, `with ${rows} rows as the score sheets say them`)
    : text(`内有 ${rows} 行，来自预设或原来的设置`, `with ${rows} rows from the preset or from what the settings said`);
}

/** Something is there again that may never have been there: in workbooks of an older version nobody need have deleted it. */
function ifDeleted(older: boolean, thing: Text): Text {
  return older
    ? text(
        `旧版工作簿可能没有${thing.zh}；如果原来有、是误删的，请先撤销删除，或从备份取回。`,
        `workbooks of older versions may not have had ${thing.en}; if this one had and it was deleted by mistake, undo that or take it from a backup.`,
      )
    : text(
        '如果是误删，请先撤销删除，或从备份取回。',
        'if it was deleted by mistake, undo that or take it from a backup.',
      );
}

function tableMessage(spec: TableSpec, rows: number, older: boolean): Text {
  const what = rowsAdded(spec, rows);
  const then = ifDeleted(older, text('这张表', 'it'));
  return text(
    `表“${spec.sheet.zh}”已补上，${what.zh}：${then.zh}`,
    `Table “${spec.sheet.en}” was added ${what.en}: ${then.en}`,
  );
}

function settingsAdded({ settings, outcome }: UpgradePlan): Problem[] {
  const table = outcome.tables[SETTINGS.name];
  const values = new Map((table ? readRows(SETTINGS, table) : []).map((row) => [row.text('key'), row.text('value')]));
  return settings
    .filter(({ fixed }) => fixed !== true)
    .map(({ key, name }): Problem => {
      const value = values.get(key) ?? '';
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
}

function tablesAdded({ made, outcome }: UpgradePlan, older: boolean, language: Language): Problem[] {
  return made
    .filter(({ name }) => name !== 'Tracker' && name !== 'Standings')
    .map((spec): Problem => ({
      code: 'table-added',
      table: spec.name,
      sheet: spec.sheet[language],
      expected: text('原有内容', 'its former content'),
      found: '',
      message: tableMessage(spec, readRows(spec, outcome.tables[spec.name] ?? NO_TABLE).length, older),
    }));
}

/** Of a column that was added; what it lacks is what it had. */
function ofColumn(
  code: 'column-empty' | 'column-refilled',
  { spec, sheet }: UpgradePlan['tables'][number],
  { header }: ColumnSpec,
  language: Language,
  message: Text,
): Problem {
  const expected = text('原有内容', 'its former content');
  return { code, table: spec.name, sheet, column: header[language], expected, found: '', message };
}

function columnsAdded({ tables }: UpgradePlan, older: boolean, language: Language): Problem[] {
  const then = ifDeleted(older, text('这一列', 'it'));
  return tables.flatMap((table) =>
    table.cells.empty.map((column) =>
      ofColumn(
        'column-empty',
        table,
        column,
        language,
        text(
          `“${table.sheet}”补上了列“${column.header.zh}”，内容空着：${then.zh}`,
          `Column “${column.header.en}” was added to “${table.sheet}” and is empty: ${then.en}`,
        ),
      ),
    ),
  );
}

/** Columns that are there again as their rows were written, or with what they begin with. */
function columnsRefilled({ tables }: UpgradePlan, language: Language): Problem[] {
  const then = ifDeleted(false, text('这一列', 'it'));
  return tables.flatMap((table) =>
    table.cells.refilled.map(({ column, asWritten, assumed, begins: value }) => {
      const begins = String(value as CellValue);
      const zh = [
        ...(asWritten > 0 ? [`${asWritten} 行照登记时的内容放回（之后手改的不在内）`] : []),
        ...(assumed > 0 ? [`${assumed} 行没有别处可查，填了“${begins}”`] : []),
      ];
      const en = [
        ...(asWritten > 0 ? [`${asWritten} rows as they were written (without what people changed since)`] : []),
        ...(assumed > 0 ? [`${assumed} rows, of which nothing is known, with “${begins}”`] : []),
      ];
      return ofColumn(
        'column-refilled',
        table,
        column,
        language,
        text(
          `“${table.sheet}”补上了列“${column.header.zh}”：${zh.join('，')}。请核对；${then.zh}`,
          `Column “${column.header.en}” was added to “${table.sheet}”: ${en.join(', ')}. Check it; ${then.en}`,
        ),
      );
    }),
  );
}

/** Ids of criteria that were typed over or gone. */
function criteriaNumbered({ tables }: UpgradePlan): Problem[] {
  return tables
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
}

function criteriaLeftOpen({ criteriaOpen }: UpgradePlan, language: Language): Problem[] {
  return criteriaOpen
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
}

function judgesGone({ judgesWithoutSheet }: UpgradePlan): Problem[] {
  return judgesWithoutSheet.map(({ judgeId, name }): Problem => ({
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
}

function judgesNotRanked({ judgesWithoutColumn }: UpgradePlan): Problem[] {
  return judgesWithoutColumn.map(({ judgeId, name }): Problem => ({
    code: 'standings-lack-judge',
    table: 'Standings',
    row: judgeId,
    expected: text('每位评委一列', 'a column for each judge'),
    found: '',
    message: text(
      `成绩排名没有评委“${name}”的列，其分数没有算进名次：请重新计算排名。`,
      `The standings have no column of judge “${name}”, whose scores do not count in the ranks: please rank again.`,
    ),
  }));
}

function ownColumnsBroken({ tables }: UpgradePlan): Problem[] {
  return tables
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
}

/** Worth a look: what is empty now, what has a default, what was missing as a whole. */
export function upgradeNotices(plan: UpgradePlan, language: Language): Problem[] {
  const older = plan.version < SCHEMA_VERSION;
  return [
    ...tablesAdded(plan, older, language),
    ...ownColumnsBroken(plan),
    ...judgesGone(plan),
    ...judgesNotRanked(plan),
    ...criteriaLeftOpen(plan, language),
    ...columnsAdded(plan, older, language),
    ...columnsRefilled(plan, language),
    ...criteriaNumbered(plan),
    ...settingsAdded(plan),
  ];
}
