// Every error code that Excel documents has a sentence of its own, or cannot come from what this add-in does.
import { readFileSync } from 'node:fs';
import { explainError } from '../../src/app/run/explainError';

/** Of things that the add-in does not use, and the code that says nothing itself. */
const NOT_OURS = new Set([
  'GeneralException',
  'DirtySupportingFormula',
  'EmptyChartSeries',
  'InvalidBinding',
  'InvalidSelection',
  'OpenWorkbookLinksBlocked',
  'PowerQueryRefreshResourceChallenge',
  'RangeImageExceedsLimit',
  'RefreshWorkbookLinksBlocked',
  'UnsupportedFillType',
]);

function documented(): string[] {
  const types = readFileSync(require.resolve('@types/office-js/index.d.ts'), 'utf8');
  const body = /enum ErrorCodes \{([^}]*invalidOperationInCellEditMode[^}]*)\}/.exec(types)?.[1] ?? '';
  return [...body.matchAll(/= "(\w+)"/g)].map(([, code = '']) => code);
}

it('is explained in words', () => {
  const codes = documented();
  expect(codes.length).toBeGreaterThan(25);
  expect(codes.filter((code) => !NOT_OURS.has(code) && explainError({ code }).en.includes(code))).toEqual([]);
  expect([...NOT_OURS].filter((code) => !codes.includes(code))).toEqual([]);
});
