// What the formula of 单位编号 gives in rows that the add-in wrote, where nothing calculates: the id that was written with the name.
import type { CellValue, TableSnapshot } from '../../src/workbook/contract/snapshot';

type Row = readonly CellValue[];

/** Rows whose name is still the one they were written with show the id that they were written with. */
export function withLiveIds(table: TableSnapshot): TableSnapshot {
  const at = (header: string): number => table.headers.indexOf(header);
  const either = (zh: string, en: string): number => (at(zh) >= 0 ? at(zh) : at(en));
  const [unit, id] = [
    either('单位', 'Unit') >= 0 ? either('单位', 'Unit') : either('报送单位', '所属单位'),
    either('单位编号', 'Unit ID'),
  ];
  const [anchorId, anchorName] = [either('登记时编号', 'Unit ID as written'), either('登记时名称', 'Unit as written')];
  if (unit < 0 || id < 0 || anchorId < 0) return table;
  const shown = (row: Row, index: number): Row => {
    const live = String(table.formulas[index]?.[id] ?? '').startsWith('=');
    if (!live || row[id] !== '' || row[unit] === '' || row[unit] !== row[anchorName]) return row;
    return row.map((cell, place) => (place === id ? (row[anchorId] ?? '') : cell));
  };
  return { ...table, values: table.values.map(shown) };
}

export const LIVE_ID = '单位编号';

/** A record by header as the add-in writes it: with the id and the name that it was written with. */
export function anchorsOf(record: Readonly<Record<string, CellValue>>): Readonly<Record<string, CellValue>> {
  const unit = record['单位'] ?? record['报送单位'] ?? record['所属单位'];
  return record[LIVE_ID] === undefined || unit === undefined ? {} : { 登记时编号: record[LIVE_ID], 登记时名称: unit };
}
