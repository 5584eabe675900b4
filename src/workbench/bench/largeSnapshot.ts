// A campaign of any size as the snapshot that reading its workbook would give, without a workbook: for measuring what decides alone.
import type { Criterion, Entry, Judge } from '../../core/contest/contest';
import { serialFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import { labelOf } from '../../workbook/contract/labels';
import type { CellWrite } from '../../workbook/contract/plan';
import type { CellValue, TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { CAMPAIGN_2021 } from '../../workbook/presets/campaign2021';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { REQUIREMENTS } from '../../workbook/tables/requirements/requirements';
import { scoreKey, scoreSheetSpec, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { UNITS } from '../../workbook/tables/units/units';

/** One second after the due time of the 2021 preset's second item: what is missing of it is overdue. */
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

/** A campaign’s tables as they are read, of any size, without a workbook. */
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

/** A contest of any size, without a workbook. */
export interface ContestTables {
  readonly entries: readonly Entry[];
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
  /** One a judge, complete, in half points. */
  readonly sheets: readonly TableSnapshot[];
}

const MAXIMA = [25, 25, 25, 15, 10];

/** So many works before so many judges. */
export function contestTables(works: number, judgeCount: number): ContestTables {
  const criteria = MAXIMA.map((maximum, at): Criterion => ({
    criterionId: `C${at + 1}`,
    name: `标准${at + 1}`,
    weight: String(maximum),
    minimum: '0',
    maximum: String(maximum),
    step: '0.5',
  }));
  const judges = Array.from({ length: judgeCount }, (_none, at): Judge => ({
    judgeId: `J${String(at + 1).padStart(2, '0')}`,
    name: `评委${at + 1}`,
    unitId: '',
    active: true,
  }));
  const entries = Array.from({ length: works }, (_none, at): Entry => ({
    entryId: `E${String(at + 1).padStart(4, '0')}`,
    blindNo: String(at + 1),
    unitId: '',
    title: `作品${at + 1}`,
    category: '',
    storyteller: '',
    eligible: true,
  }));
  const points = (work: number, judge: number, at: number): number =>
    ((Math.imul(work * 64 + judge, 2654435761) ^ Math.imul(at + 1, 40503)) >>> 8) % ((MAXIMA[at] ?? 0) * 2 + 1);
  const sheets = judges.map((judge, number) =>
    tableOf(
      { ...scoreSheetSpec(judge, criteria, 'zh'), name: scoreTableName(judge.judgeId) },
      entries.map(({ entryId, blindNo }, work) => ({
        entryId,
        blindNo,
        ...Object.fromEntries(
          criteria.map(({ criterionId }, at) => [scoreKey(criterionId), points(work, number, at) / 2]),
        ),
      })),
    ),
  );
  return { entries, judges, criteria, sheets };
}
