// Lets the references of a formula follow an insertion or deletion, dollar signs kept; what is deleted becomes #REF!.
import { columnLetters, parseArea } from './address';
import { rewrite, sameName } from './formulaText';
import { shiftArea, type Shift } from './shift';

const SIGNS = /(\$?)([A-Za-z]*)(\$?)(\d*)(?::(\$?)([A-Za-z]*)(\$?)(\d*))?/;

/** `standsOn`: name of the sheet where the formula is; `shifted`: name of the sheet whose lines move. */
export function shiftFormula(formula: string, standsOn: string | undefined, shifted: string, shift: Shift): string {
  return rewrite(formula, (piece) => {
    if (piece.kind !== 'cells') return piece;
    const sheet = piece.sheet ?? standsOn;
    if (sheet === undefined || !sameName(sheet, shifted)) return piece;
    const area = parseArea(piece.text);
    const next = area && shiftArea(area, shift);
    if (next === area) return piece;
    if (!next) return { kind: 'plain', text: '#REF!' };
    const [, c1 = '', letters = '', r1 = '', digits = '', c2 = c1, , r2 = r1] = SIGNS.exec(piece.text) ?? [];
    const right = columnLetters(next.column + next.columns - 1);
    const bottom = next.row + next.rows;
    // In `$1:$3` and `$A:$C` the first sign belongs to the only part there is.
    let text: string;
    if (letters === '') text = `${c1 || r1}${next.row + 1}:${c2 || r2}${bottom}`;
    else if (digits === '') text = `${c1}${columnLetters(next.column)}:${c2}${right}`;
    else {
      text = `${c1}${columnLetters(next.column)}${r1}${next.row + 1}`;
      if (piece.text.includes(':')) text += `:${c2}${right}${r2}${bottom}`;
    }
    return { ...piece, text };
  });
}
