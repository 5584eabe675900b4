// The steps that the pane offers: each use case with its place in the campaign, its picture and its fields. Decides nothing itself.
import { newCampaign } from '../app/newCampaign';
import type { Need } from '../app/campaignState';
import { text } from '../core/text';
import type { PaneStep } from './steps';

export const CREATE_STEP = 'new';
export const STEP_FOR: Readonly<Record<Need, string>> = { roster: 'roster', remind: 'remind' };

export const CAMPAIGN_STEPS: readonly PaneStep[] = [
  {
    kind: 'action', id: CREATE_STEP, group: 'prepare', icon: 'campaign', job: newCampaign,
    title: text('建立活动工作簿', 'Create the campaign workbook'),
    summary: text('按“2021·6·26”预设建好全部工作表', 'Makes all sheets from the 2021·6·26 preset'),
  },
];
