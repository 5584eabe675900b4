// Which tables are worth reading again when people changed cells of certain sheets. Knows which tables follow from which; reads nothing.
import type { TableName } from '../../workbook/contract/keys';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';

/** Tables with formula cells that follow from another table's cells: they change without an event of their own. */
const FOLLOWERS: { readonly [T in TableName]?: readonly TableName[] } = {
  Units: ['Receipts', 'Exceptions', 'Entries', 'Judges'],
  Requirements: ['Receipts', 'Exceptions'],
  AwardTiers: ['Settings'],
  Phases: ['Settings'],
  CertificateTemplate: ['Settings'],
};

/**
 * Names of the tables on these sheets and of those that follow from them. A sheet without a table gives none: made sheets are nobody's source.
 * Null: the snapshot does not know one of the sheets, so everything has to be read again.
 */
export function changedTables(
  sheets: ReadonlySet<string>,
  { tables, sheets: all }: WorkbookSnapshot,
): TableName[] | null {
  for (const name of sheets) if (!all.some((sheet) => sheet.name === name)) return null;
  const touched = everyTable(tables)
    .filter(({ sheet, unread }) => sheets.has(sheet) && unread !== true)
    .map(({ name }) => name);
  return [...new Set(touched.flatMap((name) => [name, ...(FOLLOWERS[name] ?? [])]))].filter((name) => tables[name]);
}
