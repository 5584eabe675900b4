import { sameFormula } from '../../../src/workbook/contract/sameFormula';

describe('formulas in Excel’s own spelling', () => {
  it.each([
    ['=SUM(T[[#This Row],[a]])', '=sum([@a])'],
    ['=T[[#This Row],[得分 (1)]]&"x"', '=T[@[得分 (1)]] & "x"'],
    // A file that another program made, opened in an Excel with dynamic arrays: what might give several cells is shown with @.
    [
      '=IFERROR(INDEX(Units[单位名称],MATCH([@单位编号],Units[单位编号],0)),"")',
      '=IFERROR(@INDEX(Units[单位名称],MATCH([@单位编号],Units[单位编号],0)),"")',
    ],
    ['=IF(AsOf>0,Set_theme&"","")', '=IF(@AsOf>0,@Set_theme&"","")'],
  ])('%s and %s mean the same', (a, b) => {
    expect(sameFormula(a, b)).toBe(true);
  });

  it.each([
    ['="a@b"', '="ab"'],
    ['=T[@a]', '=T[a]'],
    ['="x"', '="X"'],
  ])('%s and %s do not', (a, b) => {
    expect(sameFormula(a, b)).toBe(false);
  });
});
