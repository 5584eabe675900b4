import { sameAlongRow } from '../../../src/workbench/grid/alongRow';

test.each([
  '=N($N5)>0',
  '=$L5="否"',
  '=$F5="A1"',
  "='评分 B2'!$F5>0",
  '=AND($A5<>"",ROUND(SUM($C$5:$C$1004),6)<>100)',
  '=ISNUMBER(FIND("[B5?]",$V5))',
  '=LOG10($A5)>2',
])('%s says the same for every cell of a row', (formula) => expect(sameAlongRow(formula)).toBe(true));

test.each(['=N(M28)>0', '=AND($A5<>"",B$1>0)', "='名册'!B5>0", '=SUM(A:A)>1', '=SUM($A5:C5)>1', '=MOD(COLUMN(),2)=0'])(
  '%s is another formula in each column',
  (formula) => expect(sameAlongRow(formula)).toBe(false),
);
