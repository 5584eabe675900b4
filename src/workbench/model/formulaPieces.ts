// Cuts a formula into pieces, so that references can be moved or renamed without touching texts, numbers or function names.
// Knows the grammar of references only: it evaluates nothing and knows no book.

import { remembered } from '../../core/ground/remembered';

/** Of a formula cut where it refers to something; put together they are the formula. */
export type FormulaPiece =
  /** Anything that refers to nothing: operators, numbers, strings, function names, errors. */
  | { kind: 'plain'; text: string }
  /** `A1`, `$A$1:B2`, `A:C`, `1:3`; sheet without quotes. */
  | { kind: 'cells'; sheet: string | undefined; text: string }
  /** `Table[inner]`; table '' when the formula stands in the table and leaves it out. */
  | { kind: 'structured'; table: string; inner: string }
  /** A defined name or a table's name. */
  | { kind: 'name'; sheet: string | undefined; text: string };

const STRING = /"(?:[^"]|"")*"/y;
const ERROR = /#(?:REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!)/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;
const AREA =
  /\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(])|\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_.])/uy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Position just after the bracket that closes the one at `open`; -1 when it is never closed. `'` escapes the next character. */
function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const char = text[i];
    if (char === "'") i++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return i + 1;
  }
  return -1;
}

interface Cut {
  readonly piece: FormulaPiece;
  readonly end: number;
}

const plainCut = (text: string, at: number): Cut => ({ piece: { kind: 'plain', text }, end: at + text.length });

/** What can begin a reference: letters, quotes, dollar signs, digits (whole rows), brackets. */
const MAY_REFER = /[\p{L}_\\$'[\d]/u;

function pieceAt(text: string, at: number): Cut {
  const first = text[at] ?? '';
  if (first === '"' || first === '#') {
    const fixed = match(first === '"' ? STRING : ERROR, text, at);
    return plainCut(fixed ? fixed[0] : first, at);
  }
  if (!MAY_REFER.test(first)) return plainCut(first === '.' ? (match(NUMBER, text, at)?.[0] ?? first) : first, at);
  const prefix = match(SHEET, text, at);
  return referenceAt(text, at, prefix) ?? plainCut(prefix ? prefix[0] : (match(NUMBER, text, at)?.[0] ?? first), at);
}

/** Cells, a structured reference, a name or a function's name, behind the sheet that `prefix` names; null where none begins. */
function referenceAt(text: string, at: number, prefix: RegExpExecArray | null): Cut | null {
  const sheet = prefix ? (prefix[1]?.replace(/''/g, "'") ?? prefix[2]) : undefined;
  const start = at + (prefix?.[0].length ?? 0);
  const cells = match(AREA, text, start);
  if (cells) return { piece: { kind: 'cells', sheet, text: cells[0] }, end: start + cells[0].length };
  const word = match(WORD, text, start)?.[0] ?? '';
  const end = start + word.length;
  const closed = text[end] === '[' ? closingBracket(text, end) : 0;
  if (closed > 0)
    return { piece: { kind: 'structured', table: word, inner: text.slice(end + 1, closed - 1) }, end: closed };
  if (word === '') return null;
  const isCall = text[end] === '(' || /^(TRUE|FALSE)$/i.test(word);
  return isCall && !prefix ? plainCut(word, at) : { piece: { kind: 'name', sheet, text: word }, end };
}

function cut(formula: string): FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  for (let at = 0; at < formula.length;) {
    const { piece, end } = pieceAt(formula, at);
    const last = pieces[pieces.length - 1];
    if (piece.kind === 'plain' && last?.kind === 'plain') last.text += piece.text;
    else pieces.push(piece);
    at = end;
  }
  return pieces;
}

/**
 * Cuts a formula, with or without its leading "="; `printPieces` of the result gives the text back, quotes normalised. Not to be changed in place.
 * A column of formulas is one text over and over: what was cut before is remembered.
 */
export const formulaPieces: (formula: string) => readonly FormulaPiece[] = remembered(20_000, cut);
