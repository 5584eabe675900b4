// Tables that readers do without, whose sheet stands all the same: somebody renamed the table or turned it into plain cells. What is in it counts
// nowhere, and nothing else would say so. Knows no rules.
import type { Criterion, Judge } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import { text, type Language, type Text } from '../../core/ground/text';
import { everyTable, type WorkbookSnapshot } from '../contract/snapshot';
import { LATER_TABLES, OPENING_TABLES } from './registry';
import { SCHEMA_VERSION, schemaVersionOf } from './settings/schemaVersion';
import { SCORE_TABLE_PREFIX, scoreSheetSpec, scoreTableName } from './scoreSheet/scoreSheet';

function lost(table: string, sheet: string, also: Text): Problem {
  return {
    code: 'missing-table',
    table,
    sheet,
    expected: text(`名为 ${table} 的表`, `a table called ${table}`),
    found: '',
    message: text(
      `工作表“${sheet}”上没有名为 ${table} 的表，那里的内容现在都不计：多半是改了表名或转成了普通区域，请撤销；还是表格的，点其中一格，在“表设计”里把表名改回 ${table}。${also.zh}`,
      `No table on the sheet “${sheet}” is called ${table}, and nothing on it counts: undo what renamed it or made it plain cells; if it is a table still, put the name ${table} back under Table Design. ${also.en}`,
    ),
  };
}

const OWN_SHEET = text('若是自己另建的同名工作表，请给它改名。', 'If it is a sheet of your own, give it another name.');
const LEFT = text(
  '评委确已退出的，请在“评委”表把“启用”改为“否”。',
  'If the judge has left, set Active to No on the sheet of judges.',
);

function lostSheet({ judgeId, name }: Judge): Problem {
  const table = scoreTableName(judgeId);
  return {
    code: 'missing-table',
    table,
    row: judgeId,
    expected: text(`名为 ${table} 的表`, `a table called ${table}`),
    found: '',
    message: text(
      `评委“${name || judgeId}”在“成绩排名”里有一列，评分表却找不到了（表 ${table}）：这位评委的分数现在都不计。请撤销删除或改名。${LEFT.zh}`,
      `Judge “${name || judgeId}” has no score sheet (table ${table}) any more: none of the scores counts. Undo the deletion or renaming. ${LEFT.en}`,
    ),
  };
}

/** The sheet of that judge's name holds the table of an id that no judge has: the id was typed over. Null: it does not. */
function formerJudgeId(
  { tables }: Pick<WorkbookSnapshot, 'tables'>,
  sheet: string,
  judges: readonly Pick<Judge, 'judgeId'>[],
): string | null {
  const own = everyTable(tables).find((table) => table.sheet === sheet && table.name.startsWith(SCORE_TABLE_PREFIX));
  const former = own?.name.slice(SCORE_TABLE_PREFIX.length);
  return former === undefined || judges.some(({ judgeId }) => judgeId === former) ? null : former;
}

function renumbered({ judgeId, name }: Judge, sheet: string, former: string): Problem {
  return {
    code: 'missing-table',
    table: scoreTableName(judgeId),
    sheet,
    expected: text(former, former),
    found: judgeId,
    message: text(
      `“评委”表里“${name}”的编号现在是 ${judgeId}，评分表“${sheet}”却是 ${former} 的，分数都不计：请在“评委”改回 ${former}。`,
      `The id of “${name}” is ${judgeId} now, the score sheet “${sheet}” is ${former}’s and counts for nobody: put ${former} back.`,
    ),
  };
}

/** Typed into the panel after the others got their sheets: ranking would go on without a word of this judge. */
function noSheet({ judgeId, name }: Judge): Problem {
  return {
    code: 'no-score-sheet',
    table: 'Judges',
    row: judgeId,
    column: 'name',
    expected: text('有评分表的评委', 'a judge with a score sheet'),
    found: name,
    message: text(
      `“评委”表里的“${name}”（${judgeId}）还没有评分表，得分和排名里没有这位评委：请运行“生成评分表”；${LEFT.zh}`,
      `“${name}” (${judgeId}) has no score sheet yet and is in no ranking: run “Make judges’ sheets”. ${LEFT.en}`,
    ),
  };
}

/**
 * Tables of this build's workbooks that are not there while a sheet of theirs is; score sheets of judges who score as well where the standings still
 * have a column of theirs, and judges who never got one while others did. Example: AwardTiers is called 表1 → one problem 'missing-table' with table AwardTiers.
 */
export function lostTables(
  snapshot: Pick<WorkbookSnapshot, 'sheets' | 'tables' | 'names'>,
  judges: readonly Judge[],
  criteria: readonly Criterion[],
  language: Language,
): Problem[] {
  const { sheets, tables } = snapshot;
  const named = new Set(sheets.map(({ name }) => name));
  const sheetOf = ({ zh, en }: Text): string | undefined => [zh, en].find((name) => named.has(name));
  // An older workbook gets these tables by upgrading; until then a sheet of the name is people's own.
  const opening = schemaVersionOf(snapshot) < SCHEMA_VERSION ? [] : OPENING_TABLES;
  const plain = [...opening, ...LATER_TABLES].flatMap(({ name, sheet }): Problem[] => {
    const at = tables[name] ? undefined : sheetOf(sheet);
    return at === undefined ? [] : [lost(name, at, OWN_SHEET)];
  });
  const columns = tables['Standings']?.headers ?? [];
  const begun = judges.some(({ judgeId }) => tables[scoreTableName(judgeId)]);
  const scores = judges.flatMap((judge): Problem[] => {
    const name = scoreTableName(judge.judgeId);
    if (!judge.active || tables[name]) return [];
    const at = sheetOf(scoreSheetSpec(judge, criteria, language).sheet);
    const former = at === undefined ? null : formerJudgeId(snapshot, at, judges);
    if (at !== undefined) return [former === null ? lost(name, at, LEFT) : renumbered(judge, at, former)];
    if (columns.some((header) => /[（(](J\d+)[)）]$/.exec(header)?.[1] === judge.judgeId)) return [lostSheet(judge)];
    return begun && judge.name !== '' ? [noSheet(judge)] : [];
  });
  return [...plain, ...scores];
}
