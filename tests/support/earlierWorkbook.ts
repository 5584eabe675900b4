// A workbook as version 4 made it: its own headers, no words of the campaign in Settings, quota and prize typed there.
import { SETTINGS } from '../../src/workbook/tables/settings/settings';
import {
  everyTable,
  tablesByName,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';

const FORMER: Readonly<Record<string, string>> = { 参评编号: '故事编号', 参评人: '讲述人' };
/** Settings that came with version 5. */
export const WORD_SETTINGS = new Set([
  'entryWord',
  'personWord',
  'contestName',
  'honour',
  'memberName',
  'aliasCategories',
  'awardsTitle',
  'noticeTitle',
  'noticeText',
  'agendaTitle',
  'certificateTitle',
  'certificateText',
  'certificateHonour',
  'certificateClosing',
  'preset',
]);
const LATER_SETTINGS: Readonly<Record<string, CellValue>> = { schemaVersion: 4, awardQuota: 10, prize: 1000 };
const LATER_TABLES = new Set(['AwardTiers', 'Activities', 'Phases', 'CertificateTemplate']);

function settingsOfVersion4(table: TableSnapshot): TableSnapshot {
  const [value, key] = ['value', 'key'].map((wanted) => SETTINGS.columns.findIndex((column) => column.key === wanted));
  const values = table.values
    .filter((row) => !WORD_SETTINGS.has(String(row[key ?? -1])))
    .map((row) => {
      const former = LATER_SETTINGS[String(row[key ?? -1])];
      return former === undefined ? row : row.map((cell, index) => (index === value ? former : cell));
    });
  return { ...table, values, formulas: values };
}

/** `snapshot` in the shape of version 4. */
export function ofVersion4(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const tables = everyTable(snapshot.tables)
    .filter(({ name }) => !LATER_TABLES.has(name))
    .map((table) => {
      const former = { ...table, headers: table.headers.map((header) => FORMER[header] ?? header) };
      return table.name === SETTINGS.name ? settingsOfVersion4(former) : former;
    });
  const gone = everyTable(snapshot.tables).flatMap(({ name, sheet }) => (LATER_TABLES.has(name) ? [sheet] : []));
  return {
    ...snapshot,
    sheets: snapshot.sheets.filter(({ name }) => !gone.includes(name)),
    tables: tablesByName(tables),
  };
}
