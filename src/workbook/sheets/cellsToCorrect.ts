// How many cells cannot be read or name nobody, as a live formula of the overview: what every job would name, without the add-in.
import type { FormulaWords } from '../contract/spec';

/** Text where a moment or a number belongs, a unit or an item that is not known: none of them counts. */
export function cellsToCorrect(f: FormulaWords<never>): string {
  const texts = [
    f.column('Receipts', 'receivedAt'),
    f.column('Requirements', 'opens'),
    f.column('Requirements', 'due'),
    f.column('Requirements', 'quota'),
    f.column('Exceptions', 'extendedTo'),
    f.column('Exceptions', 'quota'),
  ].map((column) => `SUMPRODUCT(--ISTEXT(${column}))`);
  const units = (['Receipts', 'Exceptions', 'Entries'] as const).map(
    (table) => `SUMPRODUCT((${f.column(table, 'unit')}<>"")*(${f.column(table, 'unitId')}=""))`,
  );
  const items = (['Receipts', 'Exceptions'] as const).map(
    (table) => `SUMPRODUCT((${f.column(table, 'requirementId')}<>"")*(${f.column(table, 'itemRow')}=0))`,
  );
  return [...texts, ...units, ...items].join('+');
}
