// Finds where a formula gives several cells to something that takes one value. Excel before dynamic arrays then takes the cell in the
// formula's own row or column; newer ones work the formula out for each cell and let the results spill, which a table refuses.
// A formula without such a place means the same in every version, in WPS and in a file. Works nothing out.
import { excelFunction, parameterAt, type Parameter } from './excelFunctions';
import { formulaTree, type FormulaNode } from './formulaTree';

/** What a defined name stands for, with or without "="; undefined when there is no such name. */
export type NameLookup = (name: string) => string | undefined;

interface Result {
  readonly many: boolean;
  readonly places: readonly string[];
}

const ONE: Result = { many: false, places: [] };
/** Inside of what works cell by cell, these still take one value where older versions are concerned. */
const STUBBORN: Readonly<Record<string, readonly number[]>> = {
  IF: [0],
  IFERROR: [0, 1],
  IFNA: [0, 1],
  INDEX: [1, 2, 3],
};
const DEEPEST_NAME = 8;

const isZeroOrMissing = (node: FormulaNode | undefined): boolean =>
  node?.kind === 'missing' || (node?.kind === 'constant' && /^0+(?:\.0*)?$/.test(node.text));

/** True for calls that give several cells whatever they are given. */
function givesMany(name: string, args: readonly FormulaNode[], parts: readonly Result[]): boolean {
  if (name === 'INDEX')
    return args.length > 1
      ? isZeroOrMissing(args[1]) || (args.length > 2 && isZeroOrMissing(args[2]))
      : (parts[0]?.many ?? false);
  if (['FILTER', 'SORT', 'UNIQUE', 'SEQUENCE', 'MMULT', 'FREQUENCY', 'OFFSET'].includes(name)) return true;
  return (name === 'ROW' || name === 'COLUMN') && (parts[0]?.many ?? false);
}

/**
 * Descriptions of the places, outermost last; empty when there are none. The last is "spills" when the whole formula gives several cells.
 * Example: `severalForOne('=MAX((T[a]="x")*T[b])')` names `=` and `*`; `severalForOne('=SUMPRODUCT(MAX((T[a]="x")*T[b]))')` is empty.
 */
export function severalForOne(formula: string, lookup: NameLookup = () => undefined): readonly string[] {
  const walk = (node: FormulaNode, byCell: boolean, depth: number): Result => {
    if (node.kind === 'constant' || node.kind === 'reference') return { many: node.many, places: [] };
    if (node.kind === 'missing') return ONE;
    if (node.kind === 'name') {
      const meaning = depth < DEEPEST_NAME ? lookup(node.text) : undefined;
      const tree = meaning === undefined ? null : formulaTree(meaning);
      // Names are always worked out cell by cell; what matters is what comes out of them.
      return tree ? { many: walk(tree, true, depth + 1).many, places: [] } : ONE;
    }
    if (node.kind === 'combined')
      return { many: true, places: node.operands.flatMap((operand) => walk(operand, byCell, depth).places) };
    if (node.kind === 'operator') {
      const parts = node.operands.map((operand) => walk(operand, byCell, depth));
      const many = parts.some((part) => part.many);
      const places = parts.flatMap((part) => part.places);
      return many && !byCell
        ? { many: false, places: [...places, `${node.signs.join(' ')} between several cells`] }
        : { many, places };
    }
    if (node.name === '@')
      return { many: false, places: walk(node.args[0] ?? { kind: 'missing' }, byCell, depth).places };
    return call(node.name, node.args, byCell, depth);
  };

  const call = (name: string, args: readonly FormulaNode[], byCell: boolean, depth: number): Result => {
    const known = excelFunction(name);
    const how = (place: number): Parameter => (known ? parameterAt(known, place) : 'range');
    const stubborn = (place: number): boolean => STUBBORN[name]?.includes(place) ?? false;
    const parts = args.map((argument, place) =>
      walk(argument, how(place) === 'array' || (byCell && !stubborn(place)), depth),
    );
    const places = parts.flatMap((part) => part.places);
    let many = givesMany(name, args, parts);
    parts.forEach((part, place) => {
      if (!part.many || how(place) !== 'one') return;
      // IF, IFERROR and CHOOSE hand on what they are given.
      const handsOn = (name === 'IF' && place > 0) || (name === 'CHOOSE' && place > 0);
      if (handsOn || (byCell && !stubborn(place))) many = true;
      else places.push(`argument ${place + 1} of ${name}`);
    });
    return { many, places };
  };

  const tree = formulaTree(formula);
  if (!tree) return ['it is not well formed'];
  const { many, places } = walk(tree, false, 0);
  return many ? [...places, 'spills'] : places;
}
