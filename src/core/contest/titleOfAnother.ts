// A row of scores whose title is another story's than its number: rows moved, or numbers filled down. Decides nothing about scores.
import { cellText, foldText } from '../import/cellText';
import type { DataRow } from '../import/recognizeTable';
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Entry } from './contest';
import type { JudgeSheet } from './judgeSheet';

const plain = (title: string): string => foldText(title).replace(/[《》“”"']/g, '');

/** Stories by their title as it compares; of several with one title the last. */
export function storiesByTitle(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [plain(entry.title), entry]));
}

/**
 * Null while the title may be meant for that story: equal, shortened, or nobody's. A title that is word for word another story's is no slip of the pen.
 * Example: number 1 with the title of story 2 → a problem at that cell, and nobody knows whose scores these are.
 */
export function titleOfAnother(
  sheet: JudgeSheet,
  row: DataRow,
  entry: Entry | undefined,
  byTitle: ReadonlyMap<string, Entry>,
): Problem | null {
  const column = sheet.table.columnOf['#title'] ?? -1;
  const title = plain(cellText(row.cells[column]));
  if (!entry || title === '' || plain(entry.title) === title) return null;
  const other = byTitle.get(title);
  if (!other) return null;
  return {
    code: 'title-differs',
    table: `Score_${sheet.judge.judgeId}`,
    sheet: sheet.sheet,
    row: row.rowNumber,
    column: sheet.table.headers[column],
    found: cellText(row.cells[column]),
    expected: text(entry.title, entry.title),
    message: text(
      `${sheet.judge.name}·${entry.blindNo}号登记的是《${entry.title}》，这一行写的题目是${other.blindNo || other.entryId}号的《${other.title}》，不知道是给哪一件的分，整行未导入：请核对编号和题目。`,
      `${sheet.judge.name}·${entry.blindNo} is registered as “${entry.title}”, but the row’s title is that of no. ${other.blindNo || other.entryId}, “${other.title}”. Whose scores these are is not known, so the row is left out: check number and title.`,
    ),
  };
}
