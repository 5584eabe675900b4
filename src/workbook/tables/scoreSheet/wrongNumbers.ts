// Rows of a judge's sheet that show another story than the one whose scores they are: somebody pasted rows in another order, typed over a number, or
// gave the stories other ids. The scores count for the story of the row's hidden id; which one the judge meant only people can tell.
import { sameNumber } from '../../../core/contest/blindNumber';
import type { Criterion, Entry, Judge } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { text, type Language } from '../../../core/ground/text';
import { readRows, type TableRow } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { scoreKey, scoreSheetSpec } from './scoreSheet';

type ScoreRow = TableRow<ReturnType<typeof scoreKey> | 'entryId' | 'blindNo' | 'title' | 'recused' | 'remark'>;

interface Seen {
  readonly table: TableSnapshot;
  readonly row: ScoreRow;
  readonly found: string;
}

function otherNumber({ table, found }: Seen, { entryId, blindNo, title }: Entry): Problem {
  return {
    code: 'number-differs',
    table: table.name,
    sheet: table.sheet,
    row: entryId,
    column: 'blindNo',
    expected: text(blindNo, blindNo),
    found,
    message: text(
      `“${table.sheet}”里 ${blindNo}号《${title}》那一行的编号是“${found}”：分数现在算给 ${blindNo}号。如是整行粘贴错位，请撤销或重新导入这位评委的评分；只是编号错，请改回“${blindNo}”。`,
      `On “${table.sheet}” the row of no. ${blindNo} “${title}” shows number “${found}”; its scores count for no. ${blindNo}. Undo pasted rows or import the scores again; if only the number is wrong, put “${blindNo}” back.`,
    ),
  };
}

/** The row's id is another story's now, and its number with it. */
function otherTitle({ table, found }: Seen, own: Entry, meant: Entry): Problem {
  return {
    code: 'title-of-another',
    table: table.name,
    sheet: table.sheet,
    row: own.entryId,
    column: 'title',
    expected: text(own.title, own.title),
    found,
    message: text(
      `“${table.sheet}”里写着《${found}》的那一行，分数现在算给 ${own.blindNo}号《${own.title}》，而《${found}》现在是 ${meant.entryId}：多半是参评作品的编号被改过或错位了，请在“参评作品”改回；如只是改对了题目，请把这一行的题目也改过来。`,
      `On “${table.sheet}” the scores of the row that says “${found}” count for no. ${own.blindNo} “${own.title}”, while “${found}” is ${meant.entryId}: put the former ids of the entries back; if titles were corrected, correct this one too.`,
    ),
  };
}

/** No story has the row's id any more: what is in the row counts for nobody. */
function nobodys({ table, row }: Seen, meant: Entry | undefined): Problem {
  const [id, title] = [row.text('entryId'), row.text('title')];
  const now = meant?.entryId
    ? text(
        `；这篇现在的编号是 ${meant.entryId}：请在“参评作品”改回 ${id}（含义唯一的，“改正”会列出）。`,
        `; it is ${meant.entryId} now: put ${id} back (“Mend” offers it where it has one meaning).`,
      )
    : text(
        '。如是误删，请撤销或照旧补回；确已撤下，这一行可以留着。',
        '. Undo a deletion by mistake; if it was withdrawn, the row may stay.',
      );
  return {
    code: meant ? 'story-renumbered' : 'story-is-gone',
    table: table.name,
    sheet: table.sheet,
    row: id,
    column: 'entryId',
    expected: text('参评作品里的编号', 'an id of the register of entries'),
    found: id,
    message: text(
      `“${table.sheet}”第 ${row.seen.line} 行《${title}》的分数现在不算给任何作品：参评作品里没有 ${id} 了${now.zh}`,
      `The scores in row ${row.seen.line} of “${table.sheet}”, “${title}”, count for no story: the register of entries has no ${id} any more${now.en}`,
    ),
  };
}

/** Somebody typed a row, or cleared its hidden id: formulas and rules go by that id alone. */
function withoutStory({ table, row, found }: Seen, entries: readonly Entry[], rows: readonly ScoreRow[]): Problem {
  const meant = entries.find(({ blindNo }) => found !== '' && sameNumber(found, blindNo));
  const own = meant?.entryId ? rows.find((other) => other.text('entryId') === meant.entryId) : undefined;
  const { line } = row.seen;
  const cure = !meant
    ? text('不是作品的行（如平均、合计），请移到表格外面', 'move what is no story (a sum) outside of the table')
    : own
      ? text(
          `${meant.blindNo}号已有第 ${own.seen.line} 行，请把分数移到那一行，再删去这一行`,
          `no. ${meant.blindNo} has row ${own.seen.line} already: move the scores there and delete this row`,
        )
      : text('点“改正”可以补上它的编号', '“Mend” fills in its id');
  return {
    code: 'row-without-story',
    table: table.name,
    sheet: table.sheet,
    row: `#${row.index + 1}`,
    column: 'blindNo',
    expected: text('一篇作品的行', 'the row of a story'),
    found,
    message: text(
      `“${table.sheet}”第 ${line} 行（编号“${found}”）没有参评编号（隐藏列），这一行的分数不算给任何作品：${cure.zh}。`,
      `Row ${line} of “${table.sheet}” (no. “${found}”) has no entry id in its hidden column, and its scores count for no story: ${cure.en}.`,
    ),
  };
}

/** More rows than this with another story's title have one cause, and are said in one. */
const MANY = 5;

function inOne(found: readonly Problem[]): Problem[] {
  const titles = found.filter(({ code }) => code === 'title-of-another');
  const [first, ...others] = titles;
  if (!first || titles.length <= MANY) return [...found];
  const { zh, en } = first.message;
  const message = text(`${zh}还有 ${others.length} 行也是这样。`, `${en} So do ${others.length} more rows.`);
  return [{ ...first, message }, ...found.filter(({ code }) => code !== first.code)];
}

/** A judge with the sheet of scores. */
export interface JudgeTable {
  readonly judge: Judge;
  readonly table: TableSnapshot;
}

/** All sheets say one number, and the register another: it was changed there. */
function otherInRegister({ entryId, title, blindNo }: Entry, found: string, sheet: string): Problem {
  return {
    code: 'number-differs',
    table: 'Entries',
    sheet,
    row: entryId,
    column: 'blindNo',
    expected: text(found, found),
    found: blindNo,
    message: text(
      `“${sheet}”里 ${entryId}《${title}》的盲评号是“${blindNo}”，评分表上都是“${found}”：请改回“${found}”；确要换号，评分表上也要改。`,
      `“${sheet}” gives ${entryId} “${title}” the number “${blindNo}”, all score sheets “${found}”: put it back, or change them, too.`,
    ),
  };
}

function byRegister(found: readonly Problem[], sheets: number, entries: readonly Entry[], sheet: string): Problem[] {
  const numbers = new Map<Problem['row'], string[]>();
  for (const { code, row, found: number } of found)
    if (code === 'number-differs') numbers.set(row, [...(numbers.get(row) ?? []), number]);
  const isChanged = ([number, ...others]: readonly string[]): boolean =>
    sheets > 1 && others.length + 1 >= sheets && others.every((other) => other === number);
  const changed = new Map(
    entries.flatMap((entry) => {
      const shown = numbers.get(entry.entryId) ?? [];
      return isChanged(shown) ? [[entry.entryId, otherInRegister(entry, shown[0] ?? '', sheet)] as const] : [];
    }),
  );
  const told = new Set<Problem>();
  return found.flatMap((problem): Problem[] => {
    const one = problem.code === 'number-differs' ? changed.get(String(problem.row)) : undefined;
    if (!one) return [problem];
    if (told.has(one)) return [];
    told.add(one);
    return [one];
  });
}

/** Of all sheets. `register`: the sheet of the entries. */
export function wrongNumbers(
  sheets: readonly JudgeTable[],
  criteria: readonly Criterion[],
  entries: readonly Entry[],
  register: string,
  language: Language,
): Problem[] {
  const found = sheets.flatMap((each) => wrongOnSheet(each, criteria, entries, language));
  return byRegister(found, sheets.length, entries, register);
}

/**
 * Example: the row of E003 (no. 3) shows “5” → 'number-differs', expected 3, found 5. E003 was renumbered E099 → 'story-renumbered'; E003 and E004 were
 * exchanged, numbers too → 'title-of-another' for both rows.
 */
function wrongOnSheet(
  { table, judge }: JudgeTable,
  criteria: readonly Criterion[],
  entries: readonly Entry[],
  language: Language,
): Problem[] {
  // An entry that nobody numbered yet is no row's.
  const entryOf = new Map(entries.flatMap((entry) => (entry.entryId === '' ? [] : [[entry.entryId, entry] as const])));
  const titled = new Map(entries.flatMap((entry) => (entry.title === '' ? [] : [[entry.title, entry] as const])));
  const keys = [...criteria.map(({ criterionId }) => scoreKey(criterionId)), 'recused', 'remark'] as const;
  const rows = readRows(scoreSheetSpec(judge, criteria, language), table);
  const shown = new Map(rows.map((row) => [row.text('entryId'), row.text('title')]));
  const found = rows.flatMap((row): Problem[] => {
    const entry = entryOf.get(row.text('entryId'));
    const [found, title] = [row.text('blindNo'), row.text('title')];
    if (!entry) {
      if (keys.every((key) => row.text(key) === '')) return [];
      if (row.text('entryId') === '') return [withoutStory({ table, row, found }, entries, rows)];
      const meant = titled.get(title) ?? entries.find(({ blindNo }) => found !== '' && sameNumber(found, blindNo));
      return [nobodys({ table, row, found }, meant)];
    }
    if (found !== '' && !sameNumber(found, entry.blindNo)) return [otherNumber({ table, row, found }, entry)];
    const meant = title === entry.title ? undefined : titled.get(title);
    // A story whose own row says its title was not exchanged: two had one title, and one of them was put right.
    return meant && shown.get(meant.entryId) !== meant.title
      ? [otherTitle({ table, row, found: title }, entry, meant)]
      : [];
  });
  return inOne(found);
}
