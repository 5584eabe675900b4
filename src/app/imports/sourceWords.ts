// Rows and cells of a source out of words: “Sheet1!12，Sheet1!15-18” and “Sheet1!D12=139…”. Knows no file.
import type { MendedCell, RowName } from '../../core/import/rowRequests';
import { BadOption } from '../run/badOption';

const SEPARATORS = ',，、;；\\n';
/** A sheet as in a spreadsheet's own references, quoted where its name asks for it. */
const SHEET = "(?:'(?<quoted>(?:[^']|'')*)'[!！]|(?<plain>[^'!！=,，、;；\\n]+?)[!！])?";
const ROWS = new RegExp(
  `\\s*${SHEET}\\s*(?<from>\\d{1,7})(?:\\s*[-–—~～至]\\s*(?<to>\\d{1,7}))?\\s*(?:[${SEPARATORS}]|$)`,
  'uy',
);
const CELL = `${SHEET.replaceAll('?<quoted>', '?:').replaceAll('?<plain>', '?:')}\\s*[A-Za-z]{1,3}\\d{1,7}\\s*=`;
/** Where the next cell begins. */
export const NEXT_CELL = `[;；](?=[ \\t]*${CELL})`;
/** A value in double quotes is taken as it stands; any other ends at its line or before the next cell. */
const VALUE = '(?:[ \\t]*"(?<whole>(?:[^"\\n]|"")*)"[ \\t]*(?=[\\n;；]|$)|(?<value>.*?))';
const MEND = new RegExp(
  `\\s*(?<cell>${SHEET}\\s*(?<letters>[A-Za-z]{1,3})(?<row>\\d{1,7}))\\s*=${VALUE}(?:\\n|${NEXT_CELL}|[;；]?$)`,
  'uy',
);

const LAST_ROW = 1_048_576;

function nameOf({ quoted, plain }: Readonly<Record<string, string | undefined>>): string | null {
  return quoted !== undefined ? quoted.replaceAll("''", "'") : (plain?.trim() ?? null);
}

/** Each match of a sticky pattern up to the end; the option is refused with the rest where it does not fit. */
function pieces<Read>(
  option: string,
  expected: string,
  pattern: RegExp,
  words: string,
  read: (groups: Readonly<Record<string, string | undefined>>, whole: string) => Read | null,
): Read[] {
  const found: Read[] = [];
  pattern.lastIndex = 0;
  const end = words.trimEnd().length;
  while (pattern.lastIndex < end) {
    const begin = pattern.lastIndex;
    const match = pattern.exec(words);
    const one = match?.groups ? read(match.groups, match[0]) : null;
    if (one === null) throw new BadOption(option, expected, words.slice(begin).trim());
    found.push(one);
  }
  return found;
}

/**
 * Rows to leave out: `Sheet1!12`, `'a, b'!12-15`, `12` (the only sheet), separated by commas, 、 or semicolons. Throws BadOption.
 * Example: `rowNamesOf('名单!12,15-17').length === 2`.
 */
export function rowNamesOf(words: string | undefined): readonly RowName[] {
  return pieces('skip', 'Sheet1!12,Sheet1!15-18', ROWS, words ?? '', (groups, whole) => {
    const from = Number(groups['from']);
    const to = Number(groups['to'] ?? groups['from']);
    const fits = from >= 1 && to >= from && to <= LAST_ROW;
    return fits
      ? { sheet: nameOf(groups), from, to, written: whole.replace(new RegExp(`[${SEPARATORS}]$`, 'u'), '').trim() }
      : null;
  });
}

/** Example: `columnIndex('AA') === 26`. */
function columnIndex(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Cells to read as something else: `Sheet1!D12=13900001201`, one a line or separated by semicolons. Throws BadOption.
 * Example: `mendedCellsOf('D12=13900001201')[0]?.column === 3`.
 */
export function mendedCellsOf(words: string | undefined): readonly MendedCell[] {
  return pieces('mend', 'Sheet1!D12=…；Sheet1!E15=…', MEND, words ?? '', (groups) => {
    const row = Number(groups['row']);
    if (row < 1 || row > LAST_ROW) return null;
    return {
      sheet: nameOf(groups),
      row,
      column: columnIndex(groups['letters'] ?? ''),
      value: (groups['whole']?.replaceAll('""', '"') ?? groups['value'] ?? '').trim(),
      written: (groups['cell'] ?? '').trim(),
    };
  });
}
