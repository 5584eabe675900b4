// A campaign of any size as the snapshot that reading its workbook would give, without a workbook: for measuring what decides alone.
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { labelOf } from '../../workbook/contract/labels';
import type { CellWrite } from '../../workbook/contract/plan';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { CAMPAIGN_2021 } from '../../workbook/presets/campaign2021';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { UNITS } from '../../workbook/tables/units/units';

export const LARGE_NOW = wallTimeFromIso('2021-06-10T18:00:01') ?? 0;

type Cells = Readonly<Record<string, CellWrite | undefined>>;

const valueOf = (cell: CellWrite | undefined): CellValue =>
  cell === null || cell === undefined || typeof cell === 'object' ? '' : cell;

/** A table whose rows are given by key; a cell that is not given is empty. */
export function tableOf(spec: TableSpec, rows: readonly Cells[]): TableSnapshot {
  const values = rows.map((row) => spec.columns.map(({ key }) => valueOf(row[key])));
  return {
    name: spec.name,
    sheet: spec.sheet.zh,
    top: 0,
    left: 0,
    headers: spec.columns.map(({ header }) => header.zh),
    values,
    formulas: values.slice(0, 1),
    filtered: false,
    crowded: false,
  };
}

export interface TrackingTables {
  readonly units: TableSnapshot;
  readonly requirements: TableSnapshot;
  readonly receipts: TableSnapshot;
  /** Pairs of unit and item: rows of the tracker. */
  readonly rows: number;
}

/** So many townships that owe what a township of 2021 owes; every second pair has a receipt, every twentieth of these a corrected version. */
export function trackingTables(unitCount: number): TrackingTables {
  const township = labelOf('category', 'township', 'zh');
  const units = Array.from({ length: unitCount }, (_none, at) => ({
    unitId: `V${String(at + 1).padStart(5, '0')}`,
    name: `第${at + 1}镇`,
    category: township,
    active: '是',
  }));
  const requirements = CAMPAIGN_2021.requirements('zh').filter(({ who }) => String(who).includes(township));
  const pairs = units.flatMap(({ unitId, name }) =>
    requirements.map(({ requirementId, parts }) => ({ unitId, unit: name, requirementId, parts })),
  );
  const first = serialFromWallTime(LARGE_NOW) - 5;
  const receipts = pairs
    .filter((_pair, at) => at % 2 === 0)
    .flatMap((pair, at): Cells[] => {
      const receipt = {
        ...pair,
        receiptId: `R${String(at + 1).padStart(5, '0')}`,
        receivedAt: first + (at % 40) / 10,
        title: '材料',
        review: at % 7 === 0 ? '退回' : '通过',
      };
      const corrected = { ...receipt, receiptId: `${receipt.receiptId}G`, replaces: receipt.receiptId };
      return at % 20 === 0 ? [receipt, corrected] : [receipt];
    });
  return {
    units: tableOf(UNITS, units),
    requirements: tableOf(REQUIREMENTS, requirements),
    receipts: tableOf(RECEIPTS, receipts),
    rows: pairs.length,
  };
}
