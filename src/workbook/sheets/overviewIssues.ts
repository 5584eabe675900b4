// What 首页 counts of one table, live: rows that stand below it and do not count, cells to correct, and a link to the first of them. Of arrivals it asks the
// clock, which the tables' own columns do not know.
import { quoted } from '../contract/formulaWords';
import { ISSUE } from '../contract/issueColumn';
import type { ColumnKeys, TableName } from '../contract/keys';
import type { FormulaWords, TableSpec } from '../contract/spec';
import type { Counted } from '../tables/issueNames';
import { RECEIPTS } from '../tables/receipts/receipts';
import { wholeColumn, type TablePlace } from './overviewPlaces';

/** Columns that are looked at below a table: a row is filled in at least one of the first. */
const LOOKED_AT = 4;

/** What 首页 says is to be put right in a table. */
export interface TableIssues {
  /** Formulas without "=". */
  readonly below: string;
  readonly wrong: string;
  /** `below` and `wrong` by the cells that show them. */
  readonly link: (below: string, wrong: string) => string;
}

const key = (name: string): ColumnKeys[TableName] => name as ColumnKeys[TableName];

/** Formula for the last row of the table on its sheet. */
function lastRow(f: FormulaWords, table: TableName, column: string): string {
  return `(ROW(${f.head(table, key(column))})+ROWS(${f.whole(table, key(column))})-1)`;
}

function rowsBelow(f: FormulaWords, spec: TableSpec, place: TablePlace): string {
  const columns = spec.columns
    .filter(({ input, hidden, formula }) => input && !hidden && !formula)
    .slice(0, LOOKED_AT)
    .flatMap((column) => {
      const at = place.columnOf(column.key);
      if (at === null) return [];
      const whole = wholeColumn(place.sheet, at);
      const inside = `INDEX(${whole},1):INDEX(${whole},${lastRow(f, spec.name as TableName, column.key)})`;
      return [`COUNTA(${whole})-COUNTA(${inside})`];
    });
  return columns.length === 0 ? '0' : `MAX(0,${columns.join(',')})`;
}

/** Of sheets that come and go, by the names that count them: no address of theirs is known here. */
export function namedIssues({ language }: FormulaWords, { wrong, where }: Counted): TableIssues {
  const show = `HYPERLINK("#"&${where},"${language === 'zh' ? '去看' : 'Show'}")`;
  return {
    below: '0',
    wrong: `IFERROR(${wrong},1)`,
    link: (_below, count) => `IF(${count}=0,"",IFERROR(IF(${where}="","",${show}),""))`,
  };
}

/** Arrivals later than now: doubtful as long as nobody has said another moment to go by. Null for other tables. */
function arrivedLater(f: FormulaWords, { name }: TableSpec): { readonly count: string; readonly last: string } | null {
  if (name !== RECEIPTS.name) return null;
  const at = f.column('Receipts', 'at');
  return {
    count: `IF(IFERROR(N(${f.setting('asOf')}),0)=0,COUNTIF(${at},">"&AsOf),0)`,
    last: `MATCH(MAX(${at}),${at},0)`,
  };
}

/** Null where the table is not there, or is older than its column of issues. `typed`: people type rows below it. */
export function tableIssues(
  f: FormulaWords,
  spec: TableSpec,
  place: TablePlace | null,
  typed: boolean,
): TableIssues | null {
  if (!place || place.columnOf(ISSUE) === null) return null;
  const table = spec.name as TableName;
  const issue = f.column(table, key(ISSUE));
  const shown = spec.columns.find(({ hidden, key: own }) => !hidden && place.columnOf(own) !== null)?.key ?? ISSUE;
  const later = arrivedLater(f, spec);
  const first = `IFERROR(MATCH("?*",${issue},0),${later ? `IFERROR(${later.last},1)` : '1'})`;
  const row = (wrong: string): string =>
    `IF(${wrong}>0,ROW(${f.head(table, key(ISSUE))})+${first},${lastRow(f, table, ISSUE)}+1)`;
  const target = (wrong: string): string =>
    `${quoted(`#'${place.sheet.replaceAll("'", "''")}'!`)}&ADDRESS(${row(wrong)},COLUMN(${f.head(table, key(shown))}),4)`;
  return {
    below: typed ? rowsBelow(f, spec, place) : '0',
    // A column that cannot be read itself is one thing to correct.
    wrong: `IFERROR(SUMPRODUCT(LEN(${issue})-LEN(SUBSTITUTE(${issue},"[",""))),1)${later ? `+${later.count}` : ''}`,
    link: (below, wrong) =>
      `IF(${below}+${wrong}=0,"",HYPERLINK(${target(wrong)},"${f.language === 'zh' ? '去看' : 'Show'}"))`,
  };
}
