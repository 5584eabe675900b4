// Cuts the text of a formula into pieces that can be looked up and replaced. Knows no book, no table, no engine.

import { remembered } from '../../core/ground/remembered';

export type TokenKind =
  | 'string' // "…" with "" inside
  | 'sheet' // a sheet name in front of "!", without its quotes; the "!" belongs to the token
  | 'brackets' // […] with everything nested in it
  | 'word' // a name, function name, cell reference or number
  | 'other'; // one operator, bracket, comma or space

/** A piece of a formula; all of them one after the other are the formula. */
export interface Token {
  readonly kind: TokenKind;
  /** As it stood in the formula. */
  readonly text: string;
  /** kind 'sheet': the plain name. */
  readonly sheet?: string;
}

const WORD = /[\p{L}\p{N}\p{M}_.\\$?#·]+/uy;

/**
 * Cuts a formula (with or without the leading "=") into tokens; joined, their texts give the formula again.
 * Tables are looked at again whenever one grows, and their formulas stay the same: what was cut before is remembered.
 * Text that is not closed runs to the end: the engine then reports the formula as malformed.
 * Example: `formulaTokens('SUM(T[a])').map((t) => t.text)` is `['SUM', '(', 'T', '[a]', ')']`.
 */
export const formulaTokens: (formula: string) => readonly Token[] = remembered(5_000, cut);

function cut(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = nextToken(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function nextToken(formula: string, at: number): Token {
  const first = formula.charAt(at);
  if (first === '"') return { kind: 'string', text: formula.slice(at, quotedEnd(formula, at, '"')) };
  if (first === '[') return { kind: 'brackets', text: formula.slice(at, bracketsEnd(formula, at)) };
  if (first === "'") {
    const end = quotedEnd(formula, at, "'");
    if (formula.charAt(end) === '!') {
      return {
        kind: 'sheet',
        text: formula.slice(at, end + 1),
        sheet: formula.slice(at + 1, end - 1).replaceAll("''", "'"),
      };
    }
    return { kind: 'other', text: formula.slice(at, end) };
  }
  if (first === '#') return errorLiteral(formula, at);
  const word = wordAt(formula, at);
  if (word === '') return { kind: 'other', text: String.fromCodePoint(formula.codePointAt(at) ?? 0) };
  const end = at + word.length;
  return formula.charAt(end) === '!' ? { kind: 'sheet', text: `${word}!`, sheet: word } : { kind: 'word', text: word };
}

function errorLiteral(formula: string, at: number): Token {
  const match = /^#(?:N\/A|[A-Z]+(?:\/0)?[!?])/i.exec(formula.slice(at, at + 10));
  return { kind: 'other', text: match?.[0] ?? '#' };
}

function wordAt(formula: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(formula)?.[0] ?? '';
}

function quotedEnd(formula: string, at: number, quote: string): number {
  for (let i = at + 1; i < formula.length; i++) {
    if (formula.charAt(i) !== quote) continue;
    if (formula.charAt(i + 1) !== quote) return i + 1;
    i++;
  }
  return formula.length;
}

function bracketsEnd(formula: string, at: number): number {
  let depth = 0;
  for (let i = at; i < formula.length; i++) {
    const character = formula.charAt(i);
    if (character === "'")
      i++; // escapes the next character inside a structured reference
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return i + 1;
  }
  return formula.length;
}
