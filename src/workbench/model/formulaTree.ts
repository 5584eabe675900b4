// A formula as a tree of calls, operators and references: enough to ask what it would be given, not to work it out.
import { formulaPieces } from './formulaPieces';

/** A formula as it is worked out: what is inside comes first. */
export type FormulaNode =
  /** A number, text, truth value, error or `{…}`; `many` for an array of several. */
  | { readonly kind: 'constant'; readonly text: string; readonly many: boolean }
  /** Cells; `many` when they are, or may be, more than one. */
  | { readonly kind: 'reference'; readonly text: string; readonly many: boolean }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  /** Arithmetic, comparison, joining: all take single values. Order of operators is of no interest here. */
  | { readonly kind: 'operator'; readonly signs: readonly string[]; readonly operands: readonly FormulaNode[] }
  /** Union `(a,b)`, intersection `a b`, range `a:b` of references. */
  | { readonly kind: 'combined'; readonly sign: string; readonly operands: readonly FormulaNode[] }
  /** An argument that is left out. */
  | { readonly kind: 'missing' };

interface Token {
  readonly kind: 'constant' | 'reference' | 'name' | 'call' | 'sign';
  readonly text: string;
  readonly many?: boolean;
}

const PLAIN =
  /"(?:[^"]|"")*"|#(?:N\/A|[A-Z]+(?:\/0)?[!?])|\{(?:"(?:[^"]|"")*"|[^"{}])*\}|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|[\p{L}_\\][\p{L}\p{N}_.\\]*|<=|>=|<>|\s+|[\s\S]/giu;

/** Example: `[[#This Row],[分]]` is one cell, `[分]` and `[[#This Row],[甲]:[乙]]` are several. */
function isOneCell(inner: string): boolean {
  const thisRow = /#This Row|^\s*@/i.test(inner);
  return (
    (thisRow && !/\]\s*:\s*\[/.test(inner) && !/^\s*#This Row\s*$|^\s*@\s*$/i.test(inner)) || /#Headers/i.test(inner)
  );
}

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  for (const piece of formulaPieces(formula.replace(/^=/, ''))) {
    if (piece.kind === 'cells') found.push({ kind: 'reference', text: piece.text, many: piece.text.includes(':') });
    else if (piece.kind === 'structured')
      found.push({ kind: 'reference', text: `${piece.table}[${piece.inner}]`, many: !isOneCell(piece.inner) });
    else if (piece.kind === 'name') found.push({ kind: 'name', text: piece.text });
    else for (const [text] of piece.text.matchAll(PLAIN)) found.push(plainToken(text));
  }
  return found.flatMap((token, index): Token[] => {
    if (token.kind === 'sign' && /^\s+$/.test(token.text))
      return meets(found[index - 1], found[index + 1]) ? [{ kind: 'sign', text: ' ' }] : [];
    if (token.kind !== 'call') return [token];
    const next = found.slice(index + 1).find(({ text }) => text.trim() !== '');
    return [next?.text === '(' ? token : { kind: 'constant', text: token.text }];
  });
}

const meets = (before: Token | undefined, after: Token | undefined): boolean =>
  (before?.kind === 'reference' || before?.kind === 'name') && (after?.kind === 'reference' || after?.kind === 'name');

function plainToken(text: string): Token {
  if (text.startsWith('{')) return { kind: 'constant', text, many: /[,;]/.test(text) };
  if (/^["#]./.test(text) || /^[\d.]/.test(text)) return { kind: 'constant', text };
  return /^[\p{L}_\\]/u.test(text) ? { kind: 'call', text } : { kind: 'sign', text };
}

/** Null when the text is not well formed. Example: `formulaTree('=SUM(T[a])')` is a call of SUM with one reference. */
export function formulaTree(formula: string): FormulaNode | null {
  const all = tokens(formula);
  let at = 0;
  const is = (text: string): boolean => all[at]?.kind === 'sign' && all[at]?.text === text;

  const item = (): FormulaNode | null => {
    const token = all[at++];
    if (!token) return null;
    if (token.kind === 'constant') return { kind: 'constant', text: token.text, many: token.many ?? false };
    if (token.kind === 'reference') return { kind: 'reference', text: token.text, many: token.many ?? false };
    if (token.kind === 'name') return { kind: 'name', text: token.text };
    if (token.kind === 'call') {
      at++;
      const args = list();
      return args && { kind: 'call', name: token.text.replace(/^_xlfn\.(?:_xlws\.)?/i, '').toUpperCase(), args };
    }
    if ('+-@'.includes(token.text)) {
      const inner = item();
      return (
        inner &&
        (token.text === '@'
          ? { kind: 'call', name: '@', args: [inner] }
          : { kind: 'operator', signs: [token.text], operands: [inner] })
      );
    }
    if (token.text !== '(') return null;
    const inside = list();
    if (!inside || inside.length === 0) return null;
    return inside.length === 1 ? (inside[0] ?? null) : { kind: 'combined', sign: ',', operands: inside };
  };

  const chain = (): FormulaNode | null => {
    const first = item();
    if (!first) return null;
    const operands = [first];
    const signs: string[] = [];
    for (;;) {
      if (is('%')) at++;
      const sign = all[at];
      if (sign?.kind !== 'sign' || !/^(?:[-+*/^&=<>: ]|<=|>=|<>)$/.test(sign.text)) break;
      at++;
      const next = item();
      if (!next) return null;
      if (sign.text === ':' || sign.text === ' ')
        operands.push({ kind: 'combined', sign: sign.text, operands: [operands.pop() as FormulaNode, next] });
      else {
        signs.push(sign.text);
        operands.push(next);
      }
    }
    return signs.length === 0 ? (operands[0] ?? null) : { kind: 'operator', signs, operands };
  };

  /** Arguments up to the closing bracket, which is taken too. */
  const list = (): FormulaNode[] | null => {
    if (is(')')) {
      at++;
      return [];
    }
    const args: FormulaNode[] = [];
    for (;;) {
      const argument: FormulaNode | null = is(',') || is(')') ? { kind: 'missing' } : chain();
      if (!argument) return null;
      args.push(argument);
      if (is(')')) {
        at++;
        return args;
      }
      if (!is(',')) return null;
      at++;
    }
  };

  const tree = chain();
  return at === all.length ? tree : null;
}
