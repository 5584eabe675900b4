// What people call a table: the name of its sheet. Knows the tables of a campaign, not those of a particular workbook.
import { text, type Text } from '../core/text';
import { FIXED_TABLES } from '../workbook/tables/registry';
import { SCORE_TABLE_PREFIX } from '../workbook/tables/scoreSheet';

/** Example: `tableTitle('Units').zh === '单位名册'`; a judge's table is “评分 J01”; an unknown table keeps its name. */
export function tableTitle(table: string): Text {
  const spec = FIXED_TABLES.find(({ name }) => name === table);
  if (spec) return spec.sheet;
  if (!table.startsWith(SCORE_TABLE_PREFIX)) return text(table, table);
  const judge = table.slice(SCORE_TABLE_PREFIX.length);
  return text(`评分 ${judge}`, `Scores ${judge}`);
}
