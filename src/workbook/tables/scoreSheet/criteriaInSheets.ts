// The columns of the score sheets beside the criteria as they stand: criteria are added, renamed and given other full marks by hand after the sheets
// were made.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { text, type Language } from '../../../core/ground/text';
import { headerPlaces, isCalled } from '../../contract/headerPlaces';
import { missingColumns } from '../../contract/rows';
import type { TableSnapshot, TablesByName } from '../../contract/snapshot';
import { isCriterionHeader, isScoreKey, scoreKey, scoreSheetSpec, scoreTableName } from './scoreSheet';

type Sheet = readonly [Judge, TableSnapshot];

const sheetsOf = (tables: TablesByName, judges: readonly Judge[]): Sheet[] =>
  judges.flatMap((judge): Sheet[] => {
    const table = tables[scoreTableName(judge.judgeId)];
    return table ? [[judge, table]] : [];
  });

/** The criterion's column is in none of the sheets: it came later. */
function cameLater({ criterionId, name }: Criterion, sheets: readonly Sheet[]): Problem {
  return {
    code: 'missing-column',
    table: 'Criteria',
    row: criterionId,
    column: 'name',
    expected: text('各评分表都有的一项', 'a criterion that the score sheets have'),
    found: name,
    message: text(
      `“评分标准”里的“${name}”，${sheets.length} 张评分表都没有这一列，评委无处可填：确要增加，请点“升级与修复”补上这一列；不要，就从“评分标准”删去这一行。`,
      `“${name}” stands among the criteria, and none of the ${sheets.length} score sheets has a column for it: if it is wanted, “Upgrade and repair” adds it; if not, delete its row among the criteria.`,
    ),
  };
}

/** Columns that score sheets lack; scores cannot be counted until they are back. A criterion that all of them lack is said once. */
export function damagedScoreSheets(
  tables: TablesByName,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Problem[] {
  const sheets = sheetsOf(tables, judges);
  const missing = sheets.map(([judge, table]) => missingColumns(scoreSheetSpec(judge, criteria, language), table));
  const lackedByAll = criteria.filter(({ criterionId }) =>
    missing.every((problems) => problems.some(({ column }) => column === scoreKey(criterionId))),
  );
  if (sheets.length < 2 || lackedByAll.length === 0) return missing.flat();
  const said = new Set<string | undefined>(lackedByAll.map(({ criterionId }) => scoreKey(criterionId)));
  return [
    ...lackedByAll.map((criterion) => cameLater(criterion, sheets)),
    ...missing.flat().filter(({ column }) => !said.has(column)),
  ];
}

/** Sheets whose column of that criterion is called by other words, and those words. */
function calledOtherwise(
  sheets: readonly Sheet[],
  criteria: readonly Criterion[],
  language: Language,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [judge, table] of sheets) {
    const spec = scoreSheetSpec(judge, criteria, language);
    const places = headerPlaces(spec, table.headers);
    for (const column of spec.columns) {
      const { key } = column;
      const words = table.headers[places.get(key) ?? -1];
      if (!isScoreKey(key) || words === undefined || isCalled(column, words)) continue;
      found.set(key, (found.get(key) ?? new Set()).add(words));
    }
  }
  return found;
}

/** Criteria that judges still see under other words or full marks. Example: 满分 was changed from 25 to 30, the sheets say 真实性（25分） → one problem. */
export function outdatedCriteria(
  tables: TablesByName,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Problem[] {
  const sheets = sheetsOf(tables, judges);
  const otherwise = calledOtherwise(sheets, criteria, language);
  return criteria.flatMap(({ criterionId, name, maximum }): Problem[] => {
    const words = otherwise.get(scoreKey(criterionId));
    if (!words || maximum === '0') return []; // Full marks that cannot be read are named by themselves.
    const found = [...words].join('、');
    const now = text(`${name}（${maximum}分）`, `${name} (${maximum})`);
    return [
      {
        code: 'criterion-changed',
        table: sheets[0] ? scoreTableName(sheets[0][0].judgeId) : 'Criteria',
        row: criterionId,
        expected: now,
        found,
        message: text(
          `“评分标准”现在是“${now.zh}”，评分表的表头还是“${found}”：成绩按“评分标准”算，评委看到的却是旧的。请核对已打的分；改得对，就点“升级与修复”更新评分表，否则把“评分标准”改回。`,
          `The criteria say “${now.en}” now, the score sheets still “${found}”: results go by the criteria, judges see the former. Check what was scored; if the change is right, “Upgrade and repair” brings the sheets up to it, else change the criteria back.`,
        ),
      },
    ];
  });
}

/**
 * Criteria that every judge still sees and that stand no more among the criteria: what is scored there counts for nothing. One problem for all of them.
 * Example: the row 教育意义 was deleted, the sheets have 教育意义（25分） → one problem, found "教育意义（25分）".
 */
export function goneCriteria(
  tables: TablesByName,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Problem[] {
  const sheets = sheetsOf(tables, judges);
  const strangers = sheets.map(([judge, { headers }]) => {
    const own = new Set(headerPlaces(scoreSheetSpec(judge, criteria, language), headers).values());
    return headers.filter((header, place) => !own.has(place) && isCriterionHeader(header));
  });
  const gone = (strangers[0] ?? []).filter((header) => strangers.every((others) => others.includes(header)));
  if (gone.length === 0) return [];
  const scores = sheets
    .flatMap(([, { headers, values }]) => gone.map((header) => values.map((row) => row[headers.indexOf(header)])))
    .flat()
    .filter((cell) => typeof cell === 'number').length;
  const [zh, en] = [gone.map((header) => `“${header}”`).join(''), gone.map((header) => `“${header}”`).join(', ')];
  return [
    {
      code: 'criterion-gone',
      table: 'Criteria',
      expected: text('评分表各项标准都在“评分标准”里', 'every criterion of the score sheets among the criteria'),
      found: gone.join('、'),
      message: text(
        `“评分标准”里没有了${zh}，${sheets.length} 张评分表还有，${scores} 个分数不计入：误删的，请在“评分标准”补回这一行（名称、满分、权重照原来的）；确实取消的，请调好权重，再把各评分表的这一列删去。`,
        `${en} of the ${sheets.length} score sheets ${gone.length === 1 ? 'stands' : 'stand'} no more among the criteria; ${scores} scores count for nothing: put the row back (name, full marks and weight as they were) if it was deleted by mistake; else set the weights right and delete the column on each score sheet.`,
      ),
    },
  ];
}
