// Where sources say that Excel is unkind the host is: one test for each switch, and what the kind side does.
import { describe, expect, it } from '@jest/globals';
import { inShort } from '../../../src/workbench/model/ownReferences';
import { plainFormula, sameFormula } from '../../../src/workbook/contract/sameFormula';
import { cellsOf, onHost, withTable } from './onHost';

const list = (source: string): Excel.DataValidationRule => ({ list: { inCellDropDown: true, source } });

describe('the unkind host', () => {
  it('refuses inside borders of one row or one column (VBA raises 1004 there)', async () => {
    const draw = (address: string, edge: 'InsideHorizontal' | 'InsideVertical') => (context: Excel.RequestContext) => {
      cellsOf(context, address).format.borders.getItem(edge).style = 'Continuous';
    };
    const host = onHost();
    expect(await host.code(draw('A1:C1', 'InsideHorizontal'))).toBe('InvalidArgument');
    expect(await host.code(draw('A1:A3', 'InsideVertical'))).toBe('InvalidArgument');
    expect(await host.code(draw('A1:B2', 'InsideHorizontal'))).toBe('none');
    const kind = onHost({ manners: { insideBordersOfOneLine: 'ignored' } });
    expect(await kind.code(draw('A1:C1', 'InsideHorizontal'))).toBe('none');
  });

  it('refuses a rule over cells with several rules until they are cleared (office-js #2594)', async () => {
    const mixed = async (clear: boolean, host = onHost()): Promise<string> => {
      await host.run(async (context) => {
        cellsOf(context, 'A1').dataValidation.rule = list('a,b');
        cellsOf(context, 'A2').dataValidation.rule = list('c,d');
        await context.sync();
      });
      return host.code((context) => {
        const { dataValidation } = cellsOf(context, 'A1:A3');
        if (clear) dataValidation.clear();
        dataValidation.rule = list('e,f');
      });
    };
    expect(await mixed(false)).toBe('InvalidArgument');
    expect(await mixed(true)).toBe('none');
    expect(await mixed(false, onHost({ manners: { ruleOverMixedValidation: 'taken' } }))).toBe('none');
  });

  it('brings conditional formats along with pasted formats, as further rules (T001143)', async () => {
    const rules = async (host = onHost()): Promise<[string, unknown][]> => {
      await host.run(async (context) => {
        const { custom } = cellsOf(context, 'A2:B4').conditionalFormats.add('Custom');
        custom.rule.formula = '=$A2>1';
        cellsOf(context, 'A6:B7').copyFrom(cellsOf(context, 'A2:B2'), 'Formats');
        await context.sync();
      });
      return host.first.conditionals.map(({ formula, ranges }) => [formula, ranges]);
    };
    expect(await rules()).toEqual([
      ['$A2>1', [{ row: 1, column: 0, rows: 3, columns: 2 }]],
      ['$A6>1', [{ row: 5, column: 0, rows: 2, columns: 2 }]],
    ]);
    expect(await rules(onHost({ manners: { formatsCarryConditionals: false } }))).toHaveLength(1);
  });

  it('shows formulas of a table without its name, and takes them back so (ImportExcel #1180)', async () => {
    const host = onHost();
    await withTable(host, [
      ['a', 'b b', 'c', 'd'],
      [1, 2, '', ''],
    ]);
    const shown = await host.run(async (context) => {
      const cells = cellsOf(context, 'C2:D2');
      cells.formulas = [
        ['=SUM(T[[#This Row],[a]:[b b]])', '=T[[#This Row],[b b]]+T[[#This Row],[a]]+SUM(T[a])&"T[a]"'],
      ];
      const beside = cellsOf(context, 'F2');
      beside.formulas = [['=SUM(T[a])']];
      cells.load('formulas');
      beside.load('formulas');
      await context.sync();
      return [...(cells.formulas[0] ?? []), beside.formulas[0]?.[0]] as string[];
    });
    expect(shown).toEqual(['=SUM([@[a]:[b b]])', '=[@[b b]]+[@a]+SUM([a])&"T[a]"', '=SUM(T[a])']);
    const again = await host.code((context) => {
      cellsOf(context, 'C2:D2').formulas = [shown.slice(0, 2)];
    });
    expect(again).toBe('none');
  });

  it('fills a column from a formula in one of its cells, unless a constant stands in another (office-js #2093, #5909)', async () => {
    const column = async (
      cells: readonly (string | number)[],
      formulas: Readonly<Record<string, string>>,
      host = onHost(),
    ): Promise<unknown[]> => {
      await withTable(host, [['a', 'b'], ...cells.map((cell, at) => [at, cell])]);
      return host.run(async (context) => {
        for (const [address, formula] of Object.entries(formulas)) cellsOf(context, address).formulas = [[formula]];
        const body = cellsOf(context, `B2:B${cells.length + 1}`).load('formulas');
        await context.sync();
        return body.formulas.map(([formula]: unknown[]) => formula);
      });
    };
    expect(await column(['', '', ''], { B3: '=A3*2' })).toEqual(['=A2*2', '=A3*2', '=A4*2']);
    expect(await column(['=A2+1', '=A3+1', '=A4+1'], { B4: '=A4*2' })).toEqual(['=A2*2', '=A3*2', '=A4*2']);
    expect(await column(['', 7, ''], { B2: '=A2*2' })).toEqual(['=A2*2', 7, '']);
    expect(await column(['=A2+1', 7, '=A4+1'], { B2: '=A2*2' })).toEqual(['=A2*2', 7, '=A4+1']);
    const kind = onHost({ manners: { formulasFillColumns: false } });
    expect(await column(['', '', ''], { B3: '=A3*2' }, kind)).toEqual(['', '=A3*2', '']);
  });

  it('leaves rows that hold nothing outside when they are added at the end (office-js #3191)', async () => {
    const rows = async (host = onHost()): Promise<number | undefined> => {
      const table = await withTable(host, [
        ['a', 'b'],
        [1, 2],
      ]);
      await host.run(async (context) => {
        context.workbook.tables.getItem('T').rows.add(undefined, [
          [3, ''],
          ['', ''],
        ]);
        await context.sync();
      });
      return table.range.rows - 1;
    };
    expect(await rows()).toBe(2);
    expect(await rows(onHost({ manners: { blankRowsAtTheEnd: 'taken' } }))).toBe(3);
  });

  it('keeps of a name that is a column of a table the cells it has then (office-js #740)', async () => {
    const formula = async (reference: string, host = onHost()): Promise<unknown> => {
      await withTable(host, [
        ['a', 'b'],
        [1, 2],
      ]);
      return host.run(async (context) => {
        const item = context.workbook.names.add('Listed', reference).load('formula');
        await context.sync();
        return item.formula;
      });
    };
    expect(await formula('=T[a]')).toBe('=Sheet1!$A$2');
    expect(await formula('=INDEX(T[a],0)')).toBe('=INDEX(T[a],0)');
    expect(await formula('=T[a]', onHost({ manners: { namesOfColumns: 'as columns' } }))).toBe('=T[a]');
  });
});

describe('formulas in Excel’s own spelling', () => {
  it('are the same formulas, escapes and ranges of columns too', () => {
    for (const formula of [
      '=T[[#This Row],[甲]]&T[[#This Row],[甲]:[乙 丙]]',
      '=COUNTIFS(T[单位编号],T[[#This Row],[单位编号]],U[状态],"T[状态]")+SUM(T[[a]:[b]])+T[[#This Row],[a\'#b]]',
      '=T[@甲]+T[@[甲 乙]]',
    ]) {
      const short = inShort(formula, 'T');
      expect(short).not.toBe(formula);
      expect(plainFormula(short, 'T')).toBe(plainFormula(formula, 'T'));
    }
  });

  it('are other formulas when another table, column or text is named', () => {
    expect(sameFormula('=SUM(U[a])', '=SUM([a])', 'T')).toBe(false);
    expect(sameFormula('=SUM(T[a])', '=SUM([b])', 'T')).toBe(false);
    expect(sameFormula('=SUM(T[a])&"T[a]"', '=SUM([a])&"[a]"', 'T')).toBe(false);
    expect(sameFormula('=SUM(AT[a])', '=SUM([a])', 'T')).toBe(false);
    expect(sameFormula('=T[[#This Row],[a]:[b]]', '=[@[a]:[c]]', 'T')).toBe(false);
  });
});
