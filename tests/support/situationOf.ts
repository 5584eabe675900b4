// The situation of a job, made from a snapshot without any Excel.
import type { Situation } from '../../src/app/runJob';
import { readCampaign } from '../../src/workbook/campaign';
import { newCampaignPlan } from '../../src/workbook/newCampaign';
import { CAMPAIGN_2021 } from '../../src/workbook/preset/campaign2021';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { wordsFor } from '../../src/workbook/tables/registry';
import type { Language } from '../../src/core/text';
import { at } from './reportFixtures';
import { snapshotOf } from './snapshotOf';

/** The workbook that the preset makes. */
export function newSnapshot(language: Language = 'zh'): WorkbookSnapshot {
  return snapshotOf(newCampaignPlan(CAMPAIGN_2021, language));
}

/** Throws when the snapshot is no campaign. The as-of setting wins over `now`, as in runJob. */
export function situationOf(snapshot: WorkbookSnapshot, now = '2021-06-11 10:00'): Situation {
  const reading = readCampaign(snapshot);
  if (reading.kind === 'broken') throw new Error(reading.problems.map(({ message }) => message.en).join('\n'));
  const { campaign, cellProblems } = reading;
  const { language } = campaign.settings;
  return { snapshot, campaign, cellProblems, asOf: campaign.settings.asOf ?? at(now), now: at(now), language, words: (spec) => wordsFor(spec, language, campaign.spec) };
}
