// A table that the campaign was read from, out of the snapshot. Knows no job.
import type { TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';

/** Throws when it is not there: readCampaign has refused such a workbook before any job decides. */
export function tableIn(snapshot: WorkbookSnapshot, spec: Pick<TableSpec, 'name'>): TableSnapshot {
  const table = snapshot.tables[spec.name];
  if (!table) throw new Error(`${spec.name} was not read`);
  return table;
}
