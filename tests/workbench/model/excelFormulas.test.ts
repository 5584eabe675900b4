// What Excel refuses in formulas although their grammar is right, and what older versions work out differently.
import { newBook } from '../../../src/workbench/model/book';
import { excelFunction, parameterAt } from '../../../src/workbench/model/excelFunctions';
import { formulaFault } from '../../../src/workbench/model/formulaCheck';
import { limitFault, ruleFault } from '../../../src/workbench/model/formulaLimits';
import { formulaTree } from '../../../src/workbench/model/formulaTree';
import { severalForOne } from '../../../src/workbench/model/implicitIntersection';

const nested = (depth: number): string => `=${'ABS('.repeat(depth)}1${')'.repeat(depth)}`;

describe('limits of formulas', () => {
  test.each([
    ['=IF(A1)', 'IF takes at least 2 arguments, found 1'],
    ['=IFERROR(A1,1,2)', 'IFERROR takes at most 2 arguments, found 3'],
    ['=NOW(1)', 'NOW takes at most 0 arguments, found 1'],
    ['=ROUND(1)', 'ROUND takes at least 2 arguments, found 1'],
    ['=_xlfn.IFNA(1)', 'IFNA takes at least 2 arguments, found 1'],
    ['=1+SUM()', 'SUM takes at least 1 arguments, found 0'],
    [nested(65), 'functions go at most 64 deep, found 65'],
    [`=1${'+1'.repeat(4100)}`, 'a formula holds at most 8192 characters, found 8202'],
    [`="${'a'.repeat(256)}"`, 'a text within a formula holds at most 255 characters'],
  ])('%.40s is refused', (formula, fault) => {
    expect(limitFault(formula)).toBe(fault);
    expect(formulaFault(newBook(), formula, undefined)).toBe(fault);
  });

  test.each([
    '=IF(A1,,2)',
    '=IF(A1,1)',
    '=SUM((A1,B2),C3)',
    '=ROW()',
    nested(64),
    `="${'a'.repeat(255)}"`,
    '=COUNTIFS(A1:A9,"(,")',
    '=-A1%^2',
    '=A1:INDEX(B1:B9,2)',
    '=UNKNOWN(1,2,3)',
    '=\'a "b" c\'!A1',
  ])('%.40s is taken', (formula) => {
    expect(limitFault(formula)).toBeNull();
  });
});

describe('formulas of validations and conditional formats', () => {
  test.each([
    ['T[a]="x"', /structured references/],
    ['=COUNTIF(T[a],A1)>1', /structured references/],
    ['SUM((A1,B1))>1', /unions/],
    ['SUM(A1:B2 B1:C2)>1', /intersections/],
    ['MATCH(A1,{1,2},0)', /array constants/],
    ["'[b.xlsx]a'!A1>1", /other workbooks/],
    ['[b.xlsx]a!A1>1', /structured references|other workbooks/],
  ])('%s is refused', (formula, fault) => {
    expect(ruleFault(formula)).toMatch(fault);
  });

  test.each([
    '$F5="[x]"',
    'Set_unitNames',
    'AND($A5<>"",ROUND(SUM($C$5:$C$1004),6)<>100)',
    "COUNTIF('a b'!$A:$A,A1)=1",
  ])('%s is taken', (formula) => {
    expect(ruleFault(formula)).toBeNull();
  });
});

describe('places where one value is wanted and several cells are given', () => {
  test.each([
    ['=MAX((T[a]="x")*T[b])', ['= between several cells', '* between several cells']],
    ['=MAX(IF(T[a]="x",T[b]))', ['= between several cells']],
    ['=T[a]', ['spills']],
    ['=INDEX(T[a],0)', ['spills']],
    ['=ABS(T[a])', ['argument 1 of ABS']],
    ['=SUMPRODUCT(IF(T[a]="x",T[b]))', ['= between several cells']],
    ['=COUNTIFS(T[a],T[b])', ['argument 2 of COUNTIFS']],
    ['=IF(A1,T[a],1)', ['spills']],
    ['=SUM(--(T[a]=1))', ['= between several cells']],
    ['=ROW(T[a])', ['spills']],
    ['=Names&""', ['& between several cells']],
    ['=SUMPRODUCT(INDEX(T[a],T[b]))', ['argument 2 of INDEX']],
    ['=T[[#This Row],[a]:[b]]', ['spills']],
    ['=LARGE(T[a]*T[b],1)', ['* between several cells']],
  ])('%s has them', (formula, places) => {
    expect(severalForOne(formula, (name) => (name === 'Names' ? '=T[a]' : undefined))).toEqual(places);
  });

  test.each([
    '=SUMPRODUCT(MAX((T[a]="x")*T[b]))',
    '=SUM(T[a])',
    '=T[[#This Row],[a]]&"x"',
    '=[@a]*2',
    '=IFERROR(INDEX(T[a],MATCH([@b],T[b],0)),"")',
    '=COUNTIFS(T[a],[@a],T[b],"<>"&"x")',
    '=SUMIFS(T[a],T[b],1,T[c],2)',
    '=SUMPRODUCT((T[a]<[@a])+(T[a]=[@a])*(ROW(T[a])<ROW()))',
    '=SUMPRODUCT(ISNUMBER(SEARCH("x"&INDEX(T[[a]:[b]],2,0),[@c]))*(INDEX(T[[a]:[b]],2,0)<>""))',
    '=One&""',
    '=MEDIAN(T[[#This Row],[a]:[c]])',
    '=SMALL(T[a],COUNTIF(T[a],"<"&One)+1)',
    '=T[[#Headers],[a]]',
    '=@T[a]',
    '=AND(T[a],T[b])',
  ])('%s has none', (formula) => {
    expect(
      severalForOne(formula, (name) =>
        name === 'One' ? '=IF(N(INDEX(S[v],MATCH("k",S[k],0)))=0,NOW(),INDEX(S[v],MATCH("k",S[k],0)))' : undefined,
      ),
    ).toEqual([]);
  });
});

test('of functions with pairs of arguments each range and each criterion is told', () => {
  const sumifs = excelFunction('sumifs')!;
  expect([0, 1, 2, 3, 4, 5, 6].map((place) => parameterAt(sumifs, place))).toEqual([
    'range',
    'range',
    'one',
    'range',
    'one',
    'range',
    'one',
  ]);
});

test('what is not well formed has no tree', () => {
  for (const formula of ['=', '=1+', '=SUM(', '=(1', '=1)', '=,', '=*2']) expect(formulaTree(formula)).toBeNull();
});
