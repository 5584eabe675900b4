// A file of one sheet, as a test gives it to an import.
import type { ImportedFile, ImportedSheet } from '../../src/app/run/job';

/** `file`: its name; by default that of the sheet. Example: `oneSheet('名单', [['单位名称'], ['西渡镇']])`. */
export function oneSheet(name: string, rows: ImportedSheet['rows'], file = name): ImportedFile {
  return { name: file, sheets: [{ name, rows }] };
}
