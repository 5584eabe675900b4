// Sheets that are a page that leaves the office, under a name of people's own: copied (“公示 (2)”), renamed, or saved as “最终版”. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { everyTable, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { marksOf, shareAsMade } from '../../workbook/sheets/rowsMade';
import { madeKey } from '../../workbook/sheets/madeSheets';
import { originalOf } from '../run/sheetCopies';
import { leavingKinds, madeSheetCalled, madeSheetNamed } from '../run/sheetsMade';

/** A sheet that a person copied or renamed. */
export interface PageCopy {
  readonly sheet: SheetSnapshot;
  /** The page that it is a copy of, by its name in plans and reports. */
  readonly kind: string;
}

/** Of the rows that the job made, this share on another sheet makes it a copy; a few lines taken over do not. */
const SHARE = 0.5;

function kindOf({ name, values = [] }: SheetSnapshot, names: WorkbookSnapshot['names']): string | undefined {
  const leaving = [...leavingKinds().keys()];
  const called = madeSheetCalled(originalOf(name));
  const own = leaving.find((kind) => kind === called);
  if (own) return own;
  const here = marksOf(values);
  return leaving.find((kind) => shareAsMade(names, madeKey(kind), here) >= SHARE);
}

/** By name or by what stands on it; hidden sheets too. Sheets of tables, made sheets and the copies that jobs keep are none. */
export function pageCopies({ sheets, tables, names }: WorkbookSnapshot): PageCopy[] {
  const ofTables = new Set(everyTable(tables).map(({ sheet }) => sheet));
  return sheets.flatMap((sheet): PageCopy[] => {
    if (!sheet.values || ofTables.has(sheet.name) || madeSheetCalled(sheet.name) !== null) return [];
    const kind = kindOf(sheet, names);
    return kind ? [{ sheet, kind }] : [];
  });
}

/** Each of them, named: it is not made again with its page. */
export function copiesNamed(snapshot: WorkbookSnapshot): Problem[] {
  return pageCopies(snapshot).map(({ sheet: { name }, kind }): Problem => {
    const page = madeSheetNamed(kind)?.sheet ?? text(kind, kind);
    return {
      code: 'sheet-copy',
      sheet: name,
      expected: text(`只有一张“${page.zh}”`, `one sheet “${page.en}”`),
      found: name,
      message: text(
        `“${name}”是“${page.zh}”的副本或改了名：重新生成“${page.zh}”时它不会跟着变。外发前请认准是哪一张；不用的请删去。`,
        `“${name}” is a copy of “${page.en}”, or that sheet under another name: it does not change when “${page.en}” is made again. Make sure which of them goes out; delete the one that does not.`,
      ),
    };
  });
}
