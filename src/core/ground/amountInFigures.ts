// An amount of money in figures, written in one way on every page, in tables and in sentences.

/**
 * Thousands are set apart, as the cells of tables show them.
 * Example: `amountInFigures(12000) === '12,000'`.
 */
export function amountInFigures(yuan: number): string {
  const [whole = '', cents] = String(yuan).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...(cents === undefined ? [] : [cents])].join('.');
}
