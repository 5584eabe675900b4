// A campaign in the making: what jobs decide and people type, as a snapshot. Knows no case.
import { newCampaignPlan } from '../../src/workbook/presets/newCampaign';
import { CAMPAIGN_2021 } from '../../src/workbook/presets/campaign2021';
import { appendRows, updateCells } from '../../src/workbook/contract/edits';
import { readRows } from '../../src/workbook/contract/rows';
import type { PlanStep } from '../../src/workbook/contract/plan';
import type { RowRecord } from '../../src/workbook/contract/sheetOf';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import type { TableSpec } from '../../src/workbook/contract/spec';
import type { Language } from '../../src/core/ground/text';
import type { Decision, Situation } from '../../src/app/run/runJob';
import { applySteps } from '../support/applySteps';
import { situationOf } from '../support/situationOf';
import { snapshotOf } from '../support/snapshotOf';

export class Making {
  snapshot: WorkbookSnapshot;

  constructor(readonly language: Language) {
    const plan = newCampaignPlan(CAMPAIGN_2021, language);
    this.snapshot = snapshotOf(plan);
  }

  /** Throws when the job stops. */
  job<Results>(at: string, decide: (situation: Situation) => Decision<Results>): Decision<Results> {
    const decision = decide(situationOf(this.snapshot, at));
    if (decision.stopped) throw new Error((decision.problems ?? []).map(({ message }) => message.en).join('\n'));
    this.write(decision.steps);
    return decision;
  }

  table(spec: TableSpec): TableSnapshot {
    const table = this.snapshot.tables[spec.name];
    if (!table) throw new Error(`no table ${spec.name}`);
    return table;
  }

  /** Texts of a column, row by row. */
  column(spec: TableSpec, key: string): string[] {
    return readRows(spec, this.table(spec)).map((row) => row.text(key));
  }

  /** What a person types over cells: for each row, by its place, the value of a key. */
  type(spec: TableSpec, cells: readonly (readonly [index: number, key: string, value: CellValue])[]): void {
    const edits = cells.map(([index, key, value]) => ({ index, key, value }));
    this.write(updateCells(spec, this.table(spec), edits));
  }

  rows(spec: TableSpec, records: readonly RowRecord[]): void {
    this.write(appendRows(spec, this.table(spec), records, situationOf(this.snapshot).words(spec)));
  }

  private write(steps: readonly PlanStep[]): void {
    this.snapshot = applySteps(this.snapshot, steps);
  }
}
