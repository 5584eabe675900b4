// Which cell of one row heads which wanted column. Knows nothing of the other rows.
import { cellText, foldText } from './cellText';
import type { ImportedCell } from './sheetRows';

/** A column that an import looks for, by the names that files give it. */
export interface WantedColumn {
  readonly key: string;
  /** Names of this column, the best first. Compared folded: width, case and blanks do not count. */
  readonly headers: readonly string[];
  readonly required: boolean;
  /** Days and times stand in it: numbers that look like days are what they should be. */
  readonly moment?: boolean;
  /** Others compute it, and nothing is taken from it. */
  readonly derived?: boolean;
}

/** A header may be longer than the name in it ("手机号码（务必准确）"), but a whole sentence is no header. */
const LONGEST_EXTRA = 10;

interface Fit {
  readonly key: string;
  readonly column: number;
  /** 0 equal · 1 equal without a remark in brackets · 2 ends with the name · 3 contains it. */
  readonly grade: number;
  readonly length: number;
  readonly preference: number;
}

/** Folded, without trailing colons and the star of obligatory columns. */
function foldHeader(cell: ImportedCell | undefined): string {
  return foldText(cellText(cell)).replace(/^[*]+|[*:]+$/g, '');
}

function withoutBrackets(header: string): string {
  return header.replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '');
}

function gradeOf(header: string, name: string): number | null {
  if (header === name) return 0;
  const bare = withoutBrackets(header);
  if (bare === name) return 1;
  if (header.length > name.length + LONGEST_EXTRA) return null;
  if (bare.endsWith(name)) return 2;
  return header.includes(name) ? 3 : null;
}

/**
 * Gives each wanted column at most one cell of the row: equal names first, then the name at the end of the header
 * ("单位联系人" is a 联系人), then anywhere in it; among equals the longer name, then the earlier one in the list, then the leftmost.
 * Example: `matchHeaders(['序号', '单位名称'], [{ key: 'unit', headers: ['单位'], required: true }])` is `{ unit: 1 }`.
 */
export function matchHeaders(cells: readonly ImportedCell[], wanted: readonly WantedColumn[]): Record<string, number> {
  const fits: Fit[] = [];
  const folded = cells.map(foldHeader);
  for (const { key, headers } of wanted) {
    const names = headers.map(foldText);
    folded.forEach((header, column) => {
      if (header === '') return;
      names.forEach((name, preference) => {
        const grade = gradeOf(header, name);
        if (grade !== null) fits.push({ key, column, grade, length: name.length, preference });
      });
    });
  }
  fits.sort((a, b) => a.grade - b.grade || b.length - a.length || a.preference - b.preference || a.column - b.column);
  const columnOf: Record<string, number> = {};
  const taken = new Set<number>();
  for (const { key, column } of fits) {
    if (key in columnOf || taken.has(column)) continue;
    columnOf[key] = column;
    taken.add(column);
  }
  return columnOf;
}
