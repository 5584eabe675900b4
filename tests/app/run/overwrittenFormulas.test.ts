// Whose formula a column holds: ours however a program spells it, or one that somebody typed and Excel filled the column with.
import { oursIn, overwrittenFormulas } from '../../../src/app/run/overwrittenFormulas';
import type { CellValue, TableSnapshot } from '../../../src/workbook/contract/snapshot';
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

  it('are missed in a row that somebody emptied of its key and of one formula; an empty row that has them all is right', () => {
    const emptied = (place: number): TableSnapshot => {
      const computed = units.formulas.map((row) =>
        row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? cell : '')),
      );
      const cells = (rows: readonly (readonly CellValue[])[]): CellValue[][] =>
        rows.map((row, index) =>
          index === 2 ? (computed[2] ?? []).map((cell, at) => (at === place ? '' : cell)) : [...row],
        );
      return {
        ...units,
        values: cells(units.values).map((row, index) => (index === 2 ? row.map(() => '') : row)),
        formulas: cells(units.formulas),
      };
    };
    expect(found(emptied(-1))).toBe(0);
    const [one] = overwrittenFormulas(UNITS, emptied(units.headers.indexOf('应报项')), oursIn(situation, UNITS));
    expect(one).toMatchObject({ index: 2, row: '#3', found: '', column: { key: 'owed' } });
  });

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

  it('are foreign in every row when another number or column of the same functions filled the column', () => {
    const rows = units.values.length;
    const own = (change: (formula: string) => string): number =>
      found(respelt((formula, column) => (column === '应报项' ? change(formula) : formula)));
    expect(own((formula) => formula.replace('Tracker[单位编号]', 'Tracker[事项编号]'))).toBe(rows);
    expect(own((formula) => `${formula}*2`)).toBe(rows);
    expect(own((formula) => formula.replaceAll('[[#This Row],[单位编号]]', '[@单位编号]'))).toBe(0);
  });

  it('are foreign in the one row whose range is shifted, also where a program writes addresses', () => {
    const spelt = (line: (index: number) => string): TableSnapshot => ({
      ...units,
      formulas: units.formulas.map((row, index) =>
        row.map((cell, place) =>
          units.headers[place] === '应报项'
            ? `=COUNTIFS($B$5:$B$900,A${index + units.top + 2},$F$5:$F${line(index)},"<>"&"免报")`
            : cell,
        ),
      ),
    });
    expect(found(spelt(() => '$900'))).toBe(0);
    expect(found(spelt((index) => (index === 3 ? '$899' : '$900')))).toBe(1);
  });

  it('are foreign in every row when one was typed and filled the column', () => {
    const rows = units.values.length;
    expect(found(respelt((formula, column) => (column === '应报项' ? '=5' : formula)))).toBe(rows);
    expect(found(respelt((formula, column) => (column === '应报项' ? '=VLOOKUP(A5,别处!A:C,3,0)' : formula)))).toBe(
      rows,
    );
  });
});
