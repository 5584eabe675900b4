// Lists that stand in the workbook itself, on sheets that are none of the campaign's: they can be imported like a file. Reads only.
import { everyTable, type CellValue, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { CAMPAIGN_TABLES } from '../../workbook/tables/registry';
import type { Deps, ImportedSheet } from '../run/job';
import { madeSheetCalled } from '../run/sheetsMade';

const LEAST_ROWS = 2;

const filled = (cell: CellValue): boolean => String(cell).trim() !== '';

/** Sheets with at least a header and one row below it. The campaign's own tables and what is made of them, kept copies too, are no foreign lists. */
export function foreignLists({ sheets, tables }: Pick<WorkbookSnapshot, 'sheets' | 'tables'>): ImportedSheet[] {
  const own = new Set(everyTable(tables).map(({ sheet }) => sheet));
  return sheets.flatMap((sheet): ImportedSheet[] => {
    if (own.has(sheet.name) || madeSheetCalled(sheet.name) !== null) return [];
    const rows = (sheet.values ?? []).map((row) => row.map((cell) => (filled(cell) ? cell : null)));
    const lines = rows.filter((row) => row.filter((cell) => cell !== null).length > 1);
    if (lines.length < LEAST_ROWS) return [];
    return [{ name: sheet.name, rows, ...(!sheet.visible && { hidden: true }) }];
  });
}

/** Two syncs. */
export async function readOwnLists({ workbook }: Pick<Deps, 'workbook'>): Promise<ImportedSheet[]> {
  return foreignLists(await workbook.read({ tables: CAMPAIGN_TABLES, heads: CAMPAIGN_TABLES, sheets: ['*'] }));
}
