// Titles on judges' sheets that are not those of the register: corrected there since the sheets were made, or dragged and typed over on a sheet. Scores count
// by the row's id, judges go by what they read. Decides nothing.
import { sameNumber } from '../../core/contest/blindNumber';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text } from '../../core/ground/text';
import { readRows, type TableRow } from '../../workbook/contract/rows';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from '../run/runJob';

/** Lines that are named one by one. */
const LINES = 8;

/** While ids or titles of the register are in question, the sheets are what tells of them. */
const IN_QUESTION: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...(['story-renumbered', 'story-is-gone', 'title-of-another', 'number-differs', 'number-twice'] as const),
  ...(['duplicate-id', 'missing-id', 'cells-moved', 'columns-exchanged', 'row-deleted'] as const),
]);

/** A row of a judge's sheet, and the title that belongs into it. */
export interface OtherTitle {
  readonly table: string;
  readonly row: TableRow;
  readonly blindNo: string;
  readonly before: string;
  readonly after: string;
}

/** None while it is doubtful which story a row is for. */
export function otherTitles({ campaign, snapshot, cellProblems }: Situation): OtherTitle[] {
  const inQuestion = cellProblems.some(
    ({ code, table = '' }) => IN_QUESTION.has(code) && (table === 'Entries' || table.startsWith('Score_')),
  );
  if (inQuestion) return [];
  const entryOf = new Map(campaign.entries.map((entry) => [entry.entryId, entry]));
  return campaign.judgesWithSheet.flatMap((judgeId) => {
    const name = scoreTableName(judgeId);
    const table = snapshot.tables[name];
    if (!table || table.unread) return [];
    return readRows(campaign.spec(name), table).flatMap((row): OtherTitle[] => {
      const entry = entryOf.get(row.text('entryId'));
      const [number, before] = [row.text('blindNo'), row.text('title')];
      if (!entry || entry.title === '' || before === entry.title || !sameNumber(number, entry.blindNo)) return [];
      return [{ table: name, row, blindNo: entry.blindNo, before, after: entry.title }];
    });
  });
}

/** One problem for each sheet. */
export function titlesOnSheets(situation: Situation): Problem[] {
  const bySheet = new Map<string, OtherTitle[]>();
  for (const each of otherTitles(situation)) bySheet.set(each.table, [...(bySheet.get(each.table) ?? []), each]);
  return [...bySheet].flatMap(([table, titles]): Problem[] => {
    const [first] = titles;
    if (!first) return [];
    const { sheet, line } = first.row.seen;
    const lines = `${titles
      .slice(0, LINES)
      .map(({ row }) => row.seen.line)
      .join('、')}${titles.length > LINES ? '…' : ''}`;
    return [
      {
        code: 'title-differs',
        table,
        sheet,
        row: first.blindNo,
        column: 'title',
        expected: text(first.after, first.after),
        found: first.before,
        message: text(
          `“${sheet}”有 ${titles.length} 行的题目与“参评作品”不同（第 ${lines} 行；如第 ${line} 行是“${first.before}”，登记的是“${first.after}”）：分数按编号算。登记的对，运行“改正”更新评分表；评委照表上的题目打过分的，请先核实。`,
          `${titles.length} rows of “${sheet}” have another title than the register of entries (rows ${lines.replaceAll('、', ', ')}; row ${line}: “${first.before}”, registered “${first.after}”). Scores count by the number. If the register is right, “Mend” brings the sheet up to it; if the judge scored by the title on the sheet, ask first.`,
        ),
      },
    ];
  });
}
