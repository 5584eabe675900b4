// What the rows of a score file change on one judge's sheet: scores, recusal, and the judge's own words. Decides about no score.
import type { Judge } from '../../core/contest/contest';
import { FILE_GOES_FIRST } from '../../core/contest/fileGoesFirst';
import type { ProposedRemark, ProposedScore } from '../../core/contest/proposeScores';
import type { Place, Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { updateCells, type CellEdit } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import type { PlanStep } from '../../workbook/contract/plan';
import { readRows } from '../../workbook/contract/rows';
import { columnOf } from '../../workbook/contract/spec';
import { scoreKey, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { RowWrite } from '../imports/importPreview';
import type { ReplacedCell } from '../run/replacedCell';
import type { Situation } from '../run/runJob';

/** What a file changes on one judge’s sheet. */
export interface SheetEdits {
  readonly steps: readonly PlanStep[];
  readonly changes: readonly ReplacedCell[];
  readonly writes: readonly RowWrite[];
  /** Rows of the file that change no cell. */
  readonly settled: readonly Place[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  readonly updated: number;
}

/** A missing score is an empty cell, never 0 (S-1). */
function scoreCell(score: string | null | undefined): number | '' {
  return score === null || score === undefined || score === '' ? '' : Number(score);
}

interface FileRow {
  readonly entryId: string;
  readonly sheet: string;
  readonly row: number;
  readonly score?: ProposedScore['score'];
  readonly remark: string;
}

/** One for each row of the file that says anything new. */
function fileRows(proposed: readonly ProposedScore[], remarks: readonly ProposedRemark[]): FileRow[] {
  const rows = new Map<string, FileRow>();
  for (const { score, sheet, row } of proposed)
    rows.set(score.entryId, { entryId: score.entryId, sheet, row, score, remark: '' });
  for (const { entryId, sheet, row, remark } of remarks)
    rows.set(entryId, { ...(rows.get(entryId) ?? { entryId, sheet, row }), remark });
  return [...rows.values()];
}

function notOnSheet(judge: Judge, table: string, { sheet, row }: FileRow, blindNo: string): Problem {
  return {
    code: 'not-on-sheet',
    table,
    sheet,
    row,
    expected: text('评分表中的作品', 'an entry on the score sheet'),
    found: blindNo,
    message: text(
      `${judge.name}的评分表里没有 ${blindNo} 号：请先运行“生成评分表”补上。`,
      `No. ${blindNo} is not on ${judge.name}'s score sheet: run “Make judges' sheets” first.`,
    ),
  };
}

/** Cells that hold the same already are left alone; words that are there stay, unless the file goes before the workbook. */
export function scoreEdits(
  { campaign, snapshot, language }: Situation,
  judge: Judge,
  proposed: readonly ProposedScore[],
  remarks: readonly ProposedRemark[],
  overwrite: boolean,
): SheetEdits {
  const name = scoreTableName(judge.judgeId);
  const table = snapshot.tables[name];
  if (!table) throw new Error(`${name} was checked to be there`);
  const spec = campaign.spec(name);
  const rowOf = new Map(readRows(spec, table).map((row) => [row.text('entryId'), row]));
  const numberOf = new Map(campaign.entries.map(({ entryId, blindNo }) => [entryId, blindNo]));
  const edits: CellEdit[] = [];
  const changes: ReplacedCell[] = [];
  const writes: RowWrite[] = [];
  const settled: Place[] = [];
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  for (const fileRow of fileRows(proposed, remarks)) {
    const { entryId, score, remark, sheet, row: at } = fileRow;
    const row = rowOf.get(entryId);
    const blindNo = numberOf.get(entryId) ?? entryId;
    if (!row) {
      problems.push(notOnSheet(judge, name, fileRow, blindNo));
      continue;
    }
    const known = row.text('remark');
    const kept = remark !== '' && known !== '' && known !== remark && !overwrite;
    if (kept) notices.push(remarkKept(name, { sheet, row: at }, judge, blindNo, remark, known));
    const scored = score
      ? [
          ...campaign.criteria.map(({ criterionId }) => ({
            key: scoreKey(criterionId),
            value: scoreCell(score.scores[criterionId]),
          })),
          { key: 'recused', value: score.recused ? labelOf('yesNo', 'yes', language) : row.get('recused') },
        ]
      : [];
    const wanted = [...scored, ...(remark === '' || kept ? [] : [{ key: 'remark', value: remark }])];
    const changed = wanted
      .filter((cell) => cell.value !== row.get(cell.key))
      .map(({ key, value }): ReplacedCell => {
        edits.push({ index: row.index, key, value });
        return {
          table: name,
          row: blindNo,
          column: columnOf(spec, key).header[language],
          before: row.text(key),
          after: String(value),
          exact: { before: row.get(key), after: value },
        };
      });
    if (changed.length === 0) {
      settled.push({ sheet, row: at });
      continue;
    }
    changes.push(...changed);
    const nothingThere = wanted.every(({ key }) => row.text(key) === '' || (key === 'recused' && !score?.recused));
    writes.push({
      place: { sheet, row: at },
      state: nothingThere ? 'added' : 'changed',
      table: name,
      target: blindNo,
      cells: changed.map(({ column, before, after }) => ({ column, before, after })),
    });
  }
  const updated = new Set(edits.map(({ index }) => index)).size;
  return { steps: updateCells(spec, table, edits), changes, writes, settled, problems, notices, updated };
}

function remarkKept(
  table: string,
  place: Required<Pick<Place, 'sheet' | 'row'>>,
  judge: Judge,
  blindNo: string,
  found: string,
  known: string,
): Problem {
  return {
    ...place,
    code: 'remark-differs',
    table,
    found,
    expected: text(known, known),
    message: text(
      `工作簿里${judge.name}对 ${blindNo} 号已有别的评语，保持不变：确需以文件为准时，勾选“${FILE_GOES_FIRST.zh}”再导入。`,
      `The workbook has other words of ${judge.name} on no. ${blindNo} and keeps them: if the file is right, tick “${FILE_GOES_FIRST.en}” and import again.`,
    ),
  };
}
