// Limits that Excel sets to formulas beyond their grammar: length, depth, number of arguments, and what rules may not refer to.
import { remembered } from '../../core/ground/remembered';
import { excelFunction } from './excelFunctions';
import { formulaPieces } from './formulaPieces';
import { formulaTree, type FormulaNode } from './formulaTree';

const LONGEST = 8192;
const DEEPEST = 64;
const LONGEST_TEXT = 255;

const inner = (node: FormulaNode): readonly FormulaNode[] =>
  node.kind === 'call' ? node.args : node.kind === 'operator' || node.kind === 'combined' ? node.operands : [];

/** Calls within calls. Example: of `=IF(A1,SUM(B1),1)` it is 2. */
function callDepth(node: FormulaNode): number {
  return (node.kind === 'call' ? 1 : 0) + Math.max(0, ...inner(node).map(callDepth));
}

/** Every call in the tree. */
export function callsIn(node: FormulaNode): Extract<FormulaNode, { kind: 'call' }>[] {
  return [...(node.kind === 'call' ? [node] : []), ...inner(node).flatMap(callsIn)];
}

function argumentFault(node: FormulaNode): string | null {
  for (const { name, args } of callsIn(node)) {
    const known = excelFunction(name);
    const given = args.length === 1 && args[0]?.kind === 'missing' ? 0 : args.length;
    if (known && given < known.least) return `${name} takes at least ${known.least} arguments, found ${given}`;
    if (known && given > known.most) return `${name} takes at most ${known.most} arguments, found ${given}`;
  }
  return null;
}

/**
 * Null when Excel takes a formula of this size; else why not. A text that is no formula at all is not its business.
 * A column of formulas is one text over and over: what was looked at before is remembered.
 */
export const limitFault = remembered(2_000, findLimitFault);

function findLimitFault(formula: string): string | null {
  if (formula.length > LONGEST) return `a formula holds at most ${LONGEST} characters, found ${formula.length}`;
  const long = /"((?:[^"]|"")*)"/g;
  for (const [, text = ''] of formula.replace(/'(?:[^']|'')*'!/g, '').matchAll(long)) {
    if (text.replaceAll('""', '"').length > LONGEST_TEXT)
      return `a text within a formula holds at most ${LONGEST_TEXT} characters`;
  }
  const tree = formulaTree(formula);
  if (!tree) return null;
  const depth = callDepth(tree);
  return depth > DEEPEST ? `functions go at most ${DEEPEST} deep, found ${depth}` : argumentFault(tree);
}

function forbiddenIn(node: FormulaNode): string | null {
  if (node.kind === 'combined' && node.sign !== ':') return 'unions and intersections';
  if (node.kind === 'constant' && node.text.startsWith('{')) return 'array constants';
  for (const part of inner(node)) {
    const found = forbiddenIn(part);
    if (found) return found;
  }
  return null;
}

/** Null when the formula of a conditional format or a validation refers to nothing that is forbidden there. */
export function ruleFault(formula: string): string | null {
  if (formulaPieces(formula.replace(/^=/, '')).some(({ kind }) => kind === 'structured'))
    return 'structured references cannot be used here: use plain ones or a name';
  if (/\[[^\]]*\.xl\w+\]/i.test(formula.replace(/"(?:[^"]|"")*"/g, '')))
    return 'references to other workbooks cannot be used here';
  const tree = formulaTree(formula);
  const forbidden = tree && forbiddenIn(tree);
  return forbidden ? `${forbidden} cannot be used here` : null;
}
