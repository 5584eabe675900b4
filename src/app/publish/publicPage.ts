// A page that is to be public: what the guard finds on it. Knows no particular page.
import { guardPublic } from '../../core/awards/publicGuard';
import type { Problem } from '../../core/ground/problem';
import { columnName } from '../../workbook/contract/a1';
import type { SheetPlan } from '../../workbook/contract/plan';
import { plannedCells } from '../../workbook/sheets/madeSheet';
import type { Situation } from '../run/runJob';
import { hiddenNames } from './winners';

/** Numbers in the office's own contact line are meant to be public. */
function numbersOf(contact: string): string[] {
  return contact.normalize('NFKC').match(/\d[\d -]{5,}\d/g) ?? [];
}

/** Every cell of the sheet that must not be public, by its address. Nothing found: an empty list. */
export function publicProblems(sheet: SheetPlan, { campaign }: Situation, contact = ''): Problem[] {
  const cells = plannedCells(sheet).flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === null || value === ''
        ? []
        : [{ sheet: sheet.name, address: `${columnName(c)}${r + 1}`, text: String(value) }],
    ),
  );
  return guardPublic(cells, hiddenNames(campaign), numbersOf(contact));
}
