// Whose formula a column holds: ours however a program spells it, or one that somebody typed and Excel filled the column with.
import { oursIn, overwrittenFormulas } from '../../../src/app/run/overwrittenFormulas';
import type { TableSnapshot } from '../../../src/workbook/contract/snapshot';
import { UNITS } from '../../../src/workbook/tables/units/units';
import { newSnapshot, situationOf } from '../../support/situationOf';

describe('formulas of a column', () => {
  const situation = situationOf(newSnapshot());
  const units = situation.snapshot.tables['Units'] as TableSnapshot;
  const respelt = (spell: (formula: string, column: string) => string): TableSnapshot => ({
    ...units,
    formulas: units.formulas.map((row) =>
      row.map((cell, place) =>
        typeof cell === 'string' && cell.startsWith('=') ? spell(cell, units.headers[place] ?? '') : cell,
      ),
    ),
  });
  const found = (table: TableSnapshot): number => overwrittenFormulas(UNITS, table, oursIn(situation, UNITS)).length;

  it('are ours in every spelling: TRUE(), other references, a prefix before the name', () => {
    expect(found(units)).toBe(0);
    expect(found(respelt((formula) => formula.replace(/\b(TRUE|FALSE)\b/g, '$1()')))).toBe(0);
    expect(found(respelt((formula) => formula.replace(/\[\[#This Row\],\[[^\]]*\]\]/g, '!$B7')))).toBe(0);
    expect(found(respelt((formula) => formula.replace(/\bIFERROR\(/g, '_xlfn.IFERROR(')))).toBe(0);
  });

  it('are foreign where “replace all” went into their words', () => {
    const changed = respelt((formula) => formula.replace(/"乡镇"/g, '"镇"'));
    expect(found(changed)).toBeGreaterThanOrEqual(units.values.length);
  });

  it('are foreign in every row when one was typed and filled the column', () => {
    const rows = units.values.length;
    expect(found(respelt((formula, column) => (column === '应报项' ? '=5' : formula)))).toBe(rows);
    expect(found(respelt((formula, column) => (column === '应报项' ? '=VLOOKUP(A5,别处!A:C,3,0)' : formula)))).toBe(
      rows,
    );
  });
});
