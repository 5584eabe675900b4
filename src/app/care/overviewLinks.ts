// 首页 as it stands, whatever people call it, and whether it still calls the sheets by their names: it was made of them, and a sheet that somebody
// renames since is not found by its links. Changes nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { TableName } from '../../workbook/contract/keys';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { guidedTables } from '../../workbook/sheets/overviewGuide';
import { ownLine } from '../../workbook/sheets/overviewOwnLine';
import { madeSheetCalled } from '../run/sheetsMade';

export interface Misnamed {
  /** Name of 首页 in this workbook. */
  readonly overview: string;
  /** Sheets that it calls by another name. */
  readonly sheets: readonly string[];
}

/** The sheet of that name; where somebody renamed it, the one sheet that speaks of itself as 首页 does, kept copies apart. Undefined: none, or not known which. */
export function overviewIn(sheets: readonly SheetSnapshot[]): SheetSnapshot | undefined {
  const { zh, en } = MADE_SHEETS.Overview.sheet;
  const lines = [ownLine('zh').sheet, ownLine('en').sheet];
  const called = sheets.find(({ name }) => name === zh || name === en);
  if (called) return called;
  const [found, ...others] = sheets.filter(
    ({ name, values = [] }) =>
      madeSheetCalled(name) === null && values.some(([first]) => lines.includes(String(first))),
  );
  return others.length === 0 ? found : undefined;
}

/** Null where all names are right, or where there is no 首页 whose values were read. */
export function misnamedOnOverview({ sheets, tables }: Pick<WorkbookSnapshot, 'sheets' | 'tables'>): Misnamed | null {
  const overview = overviewIn(sheets);
  if (!overview?.values) return null;
  const said = new Set(overview.values.flat().map(String));
  const others = guidedTables().flatMap(({ name }) => {
    const sheet = tables[name as TableName]?.sheet;
    return sheet === undefined || said.has(sheet) ? [] : [sheet];
  });
  return others.length === 0 ? null : { overview: overview.name, sheets: others };
}

/** The notice of it; none where all names are right. */
export function overviewLinkNotices(snapshot: Pick<WorkbookSnapshot, 'sheets' | 'tables'>): Problem[] {
  const misnamed = misnamedOnOverview(snapshot);
  if (!misnamed) return [];
  const { overview, sheets } = misnamed;
  const names = sheets.map((name) => `“${name}”`);
  return [
    {
      code: 'links-stale',
      sheet: overview,
      expected: text(names.join('、'), names.join(', ')),
      found: '',
      message: text(
        `${names.join('、')}改过名，“${overview}”还用旧名，点“去看”到不了那里：请点“重做首页”或“升级与修复”。`,
        `${names.join(', ')} got another name, and “${overview}” still has the old one, so that its links lead nowhere: make the overview again, or run “Upgrade and repair”.`,
      ),
    },
  ];
}
