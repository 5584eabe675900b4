// What the sheets of a workbook are called where that is not what they are called in every one: judges' sheets, and what people have renamed.
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { JobReport } from './job';
import { tableTitle } from './tableTitle';

/** Example: `{ sheetNames: { Score_J01: '评分·王芳' } }`; nothing where every sheet has its own name. */
export function sheetNamesIn({ tables }: Pick<WorkbookSnapshot, 'tables'>): Pick<JobReport, 'sheetNames'> {
  const others = everyTable(tables).filter(({ name, sheet }) => {
    const title = tableTitle(name);
    return sheet !== title.zh && sheet !== title.en;
  });
  if (others.length === 0) return {};
  return { sheetNames: Object.fromEntries(others.map(({ name, sheet }) => [name, sheet])) };
}
