// The calculator for Node: command line, server and tests. Knows nothing of pages.
import { calculatorOver, type CalculationOptions } from './bookCalculation';
import { startBundledEngine } from './bundledEngine';
import type { Calculator } from './calculator';

/**
 * A calculator with headless Univer; the engine starts with the first formula and is kept until `dispose`.
 * Example: `await createUniverCalculator().recalculate(book, 44354.75)`.
 */
export function createUniverCalculator(options: CalculationOptions = {}): Calculator {
  return calculatorOver(startBundledEngine, options);
}
