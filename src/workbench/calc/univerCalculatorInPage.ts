// The calculator for a web page: the page's bundler brings the engine. Knows nothing of Node.
import { calculatorOver } from './bookCalculation';
import type { Calculator } from './calculator';
import { createFormulaEngine } from './formulaEngine';

/** The same calculator as in Node, for code that runs in a page. */
export function createUniverCalculatorInPage(): Calculator {
  return calculatorOver(async () => createFormulaEngine());
}
