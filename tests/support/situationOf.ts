// A campaign's snapshot as the situation that a job decides about.
import type { Situation } from '../../src/app/run/runJob';
import { wallTimeFromIso } from '../../src/core/ground/wallTime';
import { readCampaign } from '../../src/workbook/campaign';
import { newCampaignPlan } from '../../src/workbook/presets/newCampaign';
import { CAMPAIGN_2021 } from '../../src/workbook/presets/campaign2021';
import { asItStands } from '../../src/workbook/contract/formerHeaders';
import type { WorkbookSnapshot } from '../../src/workbook/contract/snapshot';
import { wordsFor } from '../../src/workbook/tables/registry';
import type { Language } from '../../src/core/ground/text';
import { snapshotOf } from './snapshotOf';

/** The workbook of the preset as it is made. */
export function newSnapshot(language: Language = 'zh'): WorkbookSnapshot {
  return snapshotOf(newCampaignPlan(CAMPAIGN_2021, language));
}

/** Throws when the snapshot is no sound campaign workbook. */
export function situationOf(snapshot: WorkbookSnapshot, iso = '2021-06-15T09:00'): Situation {
  const now = wallTimeFromIso(iso);
  if (now === null) throw new Error(`not a moment: ${iso}`);
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') throw new Error(reading.problems.map(({ message }) => message.en).join('\n'));
  const { campaign, cellProblems } = reading;
  const { language, asOf } = campaign.settings;
  return {
    snapshot,
    campaign,
    cellProblems,
    asOf: asOf ?? now,
    now,
    language,
    words: (spec) => wordsFor(asItStands(spec, snapshot.tables[spec.name]), language, campaign.spec),
  };
}

/** The first tier with other seats: quota and prize in Settings follow from the tiers. */
function withSeats(snapshot: WorkbookSnapshot, seats: string | number): WorkbookSnapshot {
  const table = snapshot.tables['AwardTiers'];
  if (!table) return snapshot;
  const place = table.headers.findIndex((header) => header === '名额' || header === 'Seats');
  const change = <Cell>(rows: readonly (readonly Cell[])[]): (Cell | string | number)[][] =>
    rows.map((row, index) => row.map((cell, column) => (index === 0 && column === place ? seats : cell)));
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      AwardTiers: { ...table, values: change(table.values), formulas: change(table.formulas) },
    },
  };
}

/** The snapshot with a setting changed; the quota of awards with its tier. */
export function withSetting(snapshot: WorkbookSnapshot, key: string, value: string | number): WorkbookSnapshot {
  const table = snapshot.tables['Settings'];
  if (!table) throw new Error('no settings');
  const keyAt =
    table.values[0]?.findIndex((_cell, column) => table.values.some((row) => row[column] === 'awardQuota')) ?? -1;
  const valueAt = table.headers.indexOf('值');
  if (keyAt < 0 || valueAt < 0 || !table.values.some((row) => row[keyAt] === key)) throw new Error(`no setting ${key}`);
  const settled = (rows: typeof table.values): typeof table.values =>
    rows.map((row, at) =>
      table.values[at]?.[keyAt] === key ? row.map((cell, column) => (column === valueAt ? value : cell)) : row,
    );
  const Settings = { ...table, values: settled(table.values), formulas: settled(table.formulas) };
  const changed = { ...snapshot, tables: { ...snapshot.tables, Settings } };
  return key === 'awardQuota' ? withSeats(changed, value) : changed;
}
