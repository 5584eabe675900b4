// What Excel gives for formulas over one small sheet: facts to compare the engine with. Knows no engine.

const NA = { error: '#N/A' };

export type Fact = readonly [formula: string, result: string | number | boolean | { readonly error: string }];

/** Sheet "Data" from A1 on; null = empty, a text with a leading "=" is a formula. */
export const DATA: readonly (readonly (string | number | boolean | null | { readonly error: string })[])[] = [
  ['id', 'unit', 'number', 'mixed', 'date', 'list', 'score', 'sign', 'big', 'chain'],
  ['R1', '甲', 1, true, 44354.75, '甲、乙、丙', 9.5, '=IF(C2>0,"pos","")', '=C2>1', '=E2+1'],
  ['R2', '乙', 2.5, false, 44355, '乙', 8.1, '=IF(C3>0,"pos","")', '=C3>1', '=J2+1'],
  ['R3', '甲', -3, null, 44360.5, '=""', 9.5, '=IF(C4>0,"pos","")', '=C4>1', '=J3+1'],
  ['R4', '=""', null, 'x', null, '丙、甲', 7, '=IF(C5>0,"pos","")', '=C5>1', '=IF(B5="",B5,1)'],
  ['R5', null, 0, { error: '#N/A' }, 44400, '甲乙', null, '=IF(C6>0,"pos","")', '=C6>1', '=1/C6'],
  ['R6', '丙*', '7', 5, 44354, null, 8.1, '=IF(C7>0,"pos","")', '=N(C7)>1', '=B6'],
];

export const FACTS: readonly Fact[] = [
  // Blank and text
  ['=B6=""', true], ['=B5=""', true], ['=C5=0', true], ['=C5=""', true], ['=B6', 0], ['=B6&""', ''], ['=IF(B6="","blank","full")', 'blank'],
  ['=ISBLANK(B6)', true], ['=ISBLANK(B5)', false], ['="abc"="ABC"', true], ['=EXACT("abc","ABC")', false], ['="1"=1', false],
  ['="b">"a"', true], ['="z">5', true], ['=TRUE>"z"', true], ['=1&2', '12'], ['="a"&TRUE', 'aTRUE'], ['="a"&1/4', 'a0.25'], ['=""=0', false],
  ['=COUNTBLANK(B2:B7)', 2], ['=COUNTA(B2:B7)', 5], ['=COUNT(C2:C7)', 4], ['=COUNT(D2:D7)', 1],
  ['=LEN(B6)', 0], ['=LEN("甲、乙")', 3], ['=TRIM("  a   b ")', 'a b'], ['=MID("甲乙丙丁",2,2)', '乙丙'], ['=LEFT("甲乙",1)', '甲'],
  ['=RIGHT("甲乙",1)', '乙'], ['=SUBSTITUTE("a-b-c","-","")', 'abc'], ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'], ['=SUBSTITUTE("a b",CHAR(10),"、")', 'a b'], ['=SUBSTITUTE("a"&CHAR(10)&"b",CHAR(10),"、")', 'a、b'],
  ['=SUBSTITUTE("aaa","aa","b")', 'ba'], ['=SUBSTITUTE("Aa","a","")', 'A'], ['=SUBSTITUTE("ab","","x")', 'ab'], ['=SUBSTITUTE("ab","b","x",0)', { error: '#VALUE!' }], ['=SUBSTITUTE(123,2,"x")', '1x3'], ['=REPT("ab",3)', 'ababab'],
  ['=REPT("█",2.9)', '██'], ['=SEARCH("B","abc")', 2], ['=FIND("b","abc")', 2], ['=IFERROR(FIND("B","abc"),"none")', 'none'],
  ['=SEARCH("?c","abc")', 2], ['=ISNUMBER(SEARCH("、甲、","、"&F2&"、"))', true], ['=ISNUMBER(SEARCH("、甲、","、"&F6&"、"))', false],
  ['=VALUE("12.5")', 12.5], ['=VALUE("x")', { error: '#VALUE!' }], ['=ISNUMBER(C7)', false], ['=ISNUMBER(C5)', false], ['=C7+1', 8], ['=--"3"', 3],
  ['=CONCATENATE("a",1,TRUE)', 'a1TRUE'], ['=CHOOSE(2,"a","b","c")', 'b'], ['=HYPERLINK("https://example.com","shown")', 'shown'],
  ['=HYPERLINK("https://example.com")', 'https://example.com'], ['=UPPER("ab")', 'AB'], ['=T(5)', ''], ['=N("x")', 0], ['=N(TRUE)', 1],
  ['=CHAR(10)', '\n'], ['=TEXT(0.256,"0.0%")', '25.6%'], ['=TEXT(1234.5,"#,##0.00")', '1,234.50'], ['=TEXT(7,"000")', '007'], ['=TEXT("x","0")', 'x'],
  ['=TEXT(8.125,"0.00")', '8.13'], ['=TEXT(5,"0.##")', '5.'],
  ['=IF(TRUE,"1/2","")', '1/2'], ['=IFERROR("6-7","")', '6-7'], ['=CHOOSE(1,"50%","b")', '50%'], ['=ISTEXT("6-7")', true], ['=SUBSTITUTE("6-7","x","")', '6-7'], ['=ISTEXT("1,000")', true],
  ['=LEN("2021/6/7 18:00")', 14], ['="007"&""', '007'], ['=VALUE("2021-06-07")', 44354], ['="2021-06-07"+0', 44354], ['="50%"*2', 1], ['="3"*2', 6], ['=VALUE("50%")', 0.5], ['=VALUE("1,000")', 1000],
  ['=WORKDAY("2021-06-07",1)', 44355], ['=YEAR("2021-06-07")', 2021], ['=TEXT("2021-06-07","m月d日")', '6月7日'], ['=COUNTIF(E2:E7,">=2021-06-08")', 3], ['=SUMPRODUCT(--({"6-7","x"}="6-7"))', 1],
  // Logic and errors
  ['=IF(TRUE,1)', 1], ['=IF(FALSE,1)', false], ['=AND(TRUE,1)', true], ['=OR(FALSE,0)', false], ['=NOT(0)', true], ['=NOT(B6)', true],
  ['=IFERROR(1/0,"bad")', 'bad'], ['=1/0', { error: '#DIV/0!' }], ['=D6', NA], ['=IF(D6,1,2)', NA], ['=IFERROR(D6,"")', ''], ['=ISERROR(D6)', true],
  ['=ISNA(D6)', true], ['=IFNA(D6,3)', 3], ['=SUM(D2:D7)', NA], ['=SQRT(-1)', { error: '#NUM!' }], ['=NOSUCH(1)', { error: '#NAME?' }],
  ['="a"+1', { error: '#VALUE!' }], ['=AND(C2>0,C3>0)', true], ['=IF(AND(B2="甲",C2>=1),"yes","no")', 'yes'], ['=IF(OR(B2="乙",C2=1),"yes","no")', 'yes'],
  ['=AND("x"="x",B6="")', true], ['=ISTEXT(B2)', true], ['=ISLOGICAL(D2)', true], ['=D2', true], ['=D3', false], ['=IF(D2,"t","f")', 't'], ['=D2+1', 2],
  // Counting and adding up
  ['=COUNTIF(B2:B7,"甲")', 2], ['=COUNTIF(B2:B7,"丙~*")', 1], ['=COUNTIF(B2:B7,"*")', 5], ['=COUNTIF(B2:B7,"")', 2], ['=COUNTIF(B2:B7,"<>")', 5],
  ['=COUNTIF(C2:C7,">0")', 2], ['=COUNTIF(C2:C7,7)', 1], ['=COUNTIF(C2:C7,0)', 1], ['=COUNTIF(F2:F7,"*甲*")', 3], ['=COUNTIF(D2:D7,TRUE)', 1],
  ['=COUNTIF(E2:E7,"<="&44355)', 3], ['=COUNTIF(E2:E7,">"&E2)', 3], ['=COUNTIF(B2:B7,B6)', 0], ['=COUNTIF(A2:A7,"r1")', 1], ['=COUNTIF(B2:B7,"<>甲")', 4],
  ['=COUNTIFS(B2:B7,"甲",C2:C7,">0")', 1], ['=COUNTIFS(F2:F7,"*、甲*")', 1], ['=COUNTIFS(F2:F7,"*、*",B2:B7,"甲")', 1],
  ['=COUNTIFS(B2:B7,B2,E2:E7,">="&E2)', 2], ['=COUNTIFS(B2:B7,"甲",D2:D7,"")', 1],
  ['=SUMIFS(C2:C7,B2:B7,"甲")', -2], ['=SUMIFS(C2:C7,B2:B7,"戊")', 0], ['=SUMIF(B2:B7,"甲",C2:C7)', -2], ['=AVERAGEIF(B2:B7,"甲",C2:C7)', -1],
  ['=SUMPRODUCT((B2:B7="甲")*(C2:C7>0))', 1], ['=SUMPRODUCT(--(B2:B7="甲"))', 2], ['=SUMPRODUCT((B2:B7="甲")*(C2:C7))', -2],
  ['=SUMPRODUCT(C2:C4,G2:G4)', 1.25], ['=SUMPRODUCT(MAX((B2:B7="甲")*(E2:E7)))', 44360.5], ['=SUMPRODUCT(--(B2:B7=""))', 2],
  ['=SUMPRODUCT(--ISNUMBER(SEARCH("甲",F2:F7)))', 3], ['=SUMPRODUCT((LEN(F2:F7)>0)*1)', 4], ['=SUMPRODUCT(--(G2:G7>G2))', 0],
  ['=SUMPRODUCT((G2:G7<>"")/COUNTIF(G2:G7,G2:G7&""))', 3], ['=SUMPRODUCT(1*(E2:E7>44355)*(E2:E7<44400))', 1], ['=SUMPRODUCT((B2:B7="甲")*(C2:C7))', -2],
  ['=SUM(C2:C7)', 0.5], ['=SUM("3",TRUE)', 4], ['=MAX(C2:C7)', 2.5], ['=MIN(C2:C7)', -3], ['=MAX(F2:F7)', 0], ['=AVERAGE(C2:C7)', 0.125],
  ['=AVERAGE(F2:F7)', { error: '#DIV/0!' }], ['=MEDIAN(G2:G7)', 8.1], ['=LARGE(G2:G7,2)', 9.5], ['=SMALL(G2:G7,1)', 7], ['=LARGE(G2:G7,9)', { error: '#NUM!' }],
  ['=SUM(LARGE(G2:G7,{1,2}))', 19], ['=RANK(G3,G2:G7)', 3], ['=RANK.EQ(G3,G2:G7)', 3], ['=RANK(G3,G2:G7,1)', 2], ['=_xlfn.RANK.EQ(G2,G2:G7)', 1], ['=SUM(C2:C7,G2)', 10],
  ['=SUM(0.1,0.2)=0.3', true], ['=0.1+0.2=0.3', true], ['=SUBTOTAL(3,A2:A7)', 6],
  // Rounding
  ['=ROUND(2.675,2)', 2.68], ['=ROUND(1.005,2)', 1.01], ['=ROUND(-2.5,0)', -3], ['=ROUND(8.885,2)', 8.89], ['=ROUND(1234.5,-2)', 1200], ['=ROUND(0.5,0)', 1],
  ['=ROUND(90.45,1)', 90.5], ['=ROUND(1.15*100,0)', 115], ['=ROUNDUP(2.1,0)', 3], ['=ROUNDUP(-2.1,0)', -3], ['=ROUNDDOWN(2.99,1)', 2.9], ['=ROUNDDOWN(-2.99,0)', -2], ['=INT(-1.5)', -2],
  ['=INT(7.999999)', 7], ['=MOD(-1,3)', 2], ['=MOD(5.5,2)', 1.5], ['=ABS(-4)', 4], ['=SIGN(-9)', -1], ['=CEILING(2.1,1)', 3], ['=FLOOR(2.9,1)', 2], ['=TRUNC(-2.7)', -2],
  ['=1/3', 0.3333333333333333], ['=2^10', 1024], ['=-2^2', 4], ['=50%', 0.5], ['=10%*200', 20],
  // Look-up
  ['=INDEX(C2:C7,2)', 2.5], ['=INDEX(A2:C7,3,2)', '甲'], ['=MATCH("乙",B2:B7,0)', 2], ['=MATCH("戊",B2:B7,0)', NA], ['=MATCH(44355,E2:E4,1)', 2],
  ['=INDEX(A2:A7,MATCH("乙",B2:B7,0))', 'R2'], ['=IFERROR(INDEX(A2:A7,MATCH("戊",B2:B7,0)),"")', ''], ['=INDEX(B2:B7,5)=""', true],
  ['=MATCH(1,INDEX((B2:B7="甲")*(C2:C7<0),0),0)', 3], ['=VLOOKUP("R3",A2:C7,3,FALSE)', -3], ['=INDEX(F2:F7,MATCH(B3,B2:B7,0))', '乙'], ['=MATCH("丙~*",B2:B7,0)', 6],
  ['=ROW(A5)', 5], ['=ROWS(A2:A7)', 6], ['=COLUMN(C1)', 3], ['=COLUMNS(A1:C1)', 3], ['=INDEX(C2:C7,99)', { error: '#REF!' }], ['=LOOKUP(2,1/(B2:B7="甲"),A2:A7)', 'R3'],
  // Dates
  ['=TEXT(E2,"yyyy-mm-dd hh:mm")', '2021-06-07 18:00'], ['=TEXT(E2,"m月d日 hh:mm")', '6月7日 18:00'], ['=TEXT(E2,"yyyy年m月d日")', '2021年6月7日'], ['=TEXT(E3,"hh:mm:ss")', '00:00:00'],
  ['=TEXT(E2,"yyyymmdd")', '20210607'], ['=TEXT(44354.999999,"yyyy-mm-dd hh:mm:ss")', '2021-06-08 00:00:00'], ['=DATE(2021,6,7)', 44354], ['=TIME(18,0,0)', 0.75], ['=DATE(2021,6,7)+TIME(18,0,0)', 44354.75], ['=YEAR(E2)', 2021], ['=MONTH(E2)', 6], ['=DAY(E2)', 7],
  ['=HOUR(E2)', 18], ['=MINUTE(E2)', 0], ['=WEEKDAY(44354)', 2], ['=WEEKDAY(44354,2)', 1], ['=WORKDAY(44354,5)', 44361], ['=WORKDAY(44354,5,44361)', 44362],
  ['=NETWORKDAYS(44354,44361)', 6], ['=NETWORKDAYS(44354,44361,E3)', 5], ['=DATEVALUE("2021-06-07")', 44354], ['=EDATE(44354,1)', 44384], ['=E4-E2', 5.75],
  ['=INT((E4-E2)*24)', 138], ['=TEXT(E4-E2,"[h]:mm")', '138:00'], ['=IF(E2<=44354.75,"on time","late")', 'on time'], ['=TODAY()', 44500], ['=NOW()', 44500.5], ['=IF(NOW()>E2,"past","ahead")', 'past'],
  // Results of other formulas
  ['=COUNTIF(H2:H7,"pos")', 3], ['=COUNTIF(H2:H7,"")', 3], ['=COUNTA(H2:H7)', 6], ['=COUNTBLANK(H2:H7)', 3], ['=ISBLANK(H4)', false], ['=H4=""', true], ['=LEN(H4)', 0],
  ['=COUNTIFS(H2:H7,"pos",B2:B7,"甲")', 1], ['=COUNTIF(I2:I7,TRUE)', 1], ['=SUMPRODUCT(--(I2:I7))', 1], ['=SUMPRODUCT((H2:H7="")*1)', 3], ['=SUM(I2:I7)', 0], ['=AND(I2:I7)', false],
  ['=J4', 44357.75], ['=J5', ''], ['=J5=""', true], ['=J6', { error: '#DIV/0!' }], ['=J7', 0], ['=MATCH(44357.75,J2:J7,0)', 3], ['=INDEX(H2:H7,3)&"!"', '!'], ['=COUNTIF(J2:J7,">44356")', 2],
  ['=SUMPRODUCT((H2:H7<>"")*(B2:B7="甲"))', 1], ['=H4+1', { error: '#VALUE!' }], ['=N(H4)+1', 1], ['=MAX(H2:H7)', 0], ['=MAX(J2:J4)', 44357.75], ['=IFERROR(J6,"-")', '-'],
  ['=COUNTIF(J2:J7,"#DIV/0!")', 1], ['=SUM(INDEX(C2:C7,1):INDEX(C2:C7,3))', 0.5], ['=COUNTIF(B:B,"甲")', 2], ['=MATCH("R3",A:A,0)', 4], ['=IF(J5="","none",J5)', 'none'],
  ['=SUMIFS(G2:G7,H2:H7,"pos")', 25.7], ['=AVERAGE(G2:G7)', 8.44], ['=COUNTIFS(E2:E7,">="&44354.75,E2:E7,"<"&44355)', 1], ['=IF(COUNTIF(B2:B7,"甲")>=2,TEXT(MAX(E2:E7),"m月d日"),"")', '7月23日'],
  ['=LARGE(G2:G7*(B2:B7="甲"),2)', 9.5], ['=SUMPRODUCT(LARGE((B2:B7="甲")*E2:E7,1))', 44360.5], ['=SUMPRODUCT(SMALL(G2:G7,{1,2}))', 15.1],
  ['=SUMPRODUCT((A2:A7<>"")*(COUNTIF(B2:B7,B2:B7)=2))', 3], ['=SUMPRODUCT(--(MATCH(A2:A7,A2:A7,0)=ROW(A2:A7)-ROW(A2)+1))', 6], ['=MIN(IF(B2:B7="甲",E2:E7))', 44354.75], ['=SUMPRODUCT(MIN(IF(B2:B7="甲",E2:E7,99999)))', 44354.75],
  ['=TEXT(E5,"yyyy-mm-dd")', '1900-01-00'], ['=AGGREGATE(14,6,E2:E7/(B2:B7="甲"),1)', 44360.5], ['=COUNTIF(A2:A7,"R?")', 6], ['=COUNTIF(A2:A7,"=R1")', 1], ['=COUNTIF(C2:C7,"<>0")', 5],
  ['=SUM(--(G2:G7=8.1))', 2], ['=ROUND(AVERAGE(9.1,9.2,9.4),2)', 9.23], ['=9.1*0.3+9.2*0.3+9.4*0.4', 9.25],
];
