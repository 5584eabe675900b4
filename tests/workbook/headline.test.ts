// The live line above a register: on its first page, whole.
import { expect, it } from '@jest/globals';
import { headlineColumn, titleColumn } from '../../src/workbook/contract/sheetOf';
import { newCampaignPlan } from '../../src/workbook/presets/newCampaign';
import { CAMPAIGN_2021 } from '../../src/workbook/presets/campaign2021';
import { UNITS } from '../../src/workbook/tables/units/units';

it.each(['zh', 'en'] as const)('of the roster no other page repeats a piece of it (%s)', (language) => {
  const [sheet] = newCampaignPlan(CAMPAIGN_2021, language).steps.flatMap((step) =>
    step.kind === 'addSheet' && step.sheet.table?.name === 'Units' ? [step.sheet] : [],
  );
  const line = sheet?.blocks.find(({ row }) => row === 2);
  const [, last = -1] = sheet?.page.titleColumns ?? [];
  expect(last).toBeGreaterThanOrEqual(0);
  expect(line?.column).toBe(last + 1);
  expect(headlineColumn(UNITS, language)).toBeGreaterThan(titleColumn(UNITS));
});
