// Rows and cells of a source in words, as the options of an import read them: “Sheet1!12，Sheet1!15-18” and “Sheet1!D12=139…”. Knows no file.
import { columnLetters } from '../../core/import/columnLetters';
import { NEXT_CELL } from './sourceWords';

const NEEDS_QUOTES = new RegExp(`^"|${NEXT_CELL}`, 'u');

/** “名单!” or “'a, b'!”; nothing for a paste, whose sheet has no name. */
function sheetWords(sheet: string): string {
  if (sheet === '') return '';
  return `${/^[\p{L}\p{N}_.·（）() -]+$/u.test(sheet) && sheet.trim() === sheet ? sheet : `'${sheet.replaceAll("'", "''")}'`}!`;
}

/** Runs of rows joined, in the order of first mention of their sheets. Example: rows 12, 13 and 15 of 名单 are `名单!12-13,名单!15`. */
export function rowsAsWords(rows: readonly { readonly sheet: string; readonly row: number }[]): string {
  const bySheet = new Map<string, number[]>();
  for (const { sheet, row } of rows) {
    const own = bySheet.get(sheet);
    if (own) own.push(row);
    else bySheet.set(sheet, [row]);
  }
  return [...bySheet]
    .flatMap(([sheet, numbers]) => {
      const runs: [number, number][] = [];
      for (const row of [...new Set(numbers)].sort((a, b) => a - b)) {
        const last = runs[runs.length - 1];
        if (last && last[1] === row - 1) last[1] = row;
        else runs.push([row, row]);
      }
      return runs.map(([from, to]) => `${sheetWords(sheet)}${from}${to > from ? `-${to}` : ''}`);
    })
    .join(',');
}

/** Example: `cellWords({ sheet: '名单', row: 12, column: 3 }) === '名单!D12'`. */
export function cellWords({
  sheet,
  row,
  column,
}: {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}): string {
  return `${sheetWords(sheet)}${columnLetters(column)}${row}`;
}

function valueWords(value: string): string {
  const line = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  return NEEDS_QUOTES.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** One a line, each line ended: a value may hold semicolons, one that reads like the next cell is quoted. Line ends inside a value become blanks. */
export function mendsAsWords(
  mends: readonly { readonly sheet: string; readonly row: number; readonly column: number; readonly value: string }[],
): string {
  return mends.map((mend) => `${cellWords(mend)}=${valueWords(mend.value)}\n`).join('');
}
