// The three steps of a first run: which are done is seen from the workbook, not remembered. Draws nothing.
import type { CampaignState } from '../app/care/campaignState';

/** A step that home offers until all three are done. */
export interface FirstStep {
  readonly id: 'make' | 'units' | 'items';
  readonly done: boolean;
}

type Campaign = Extract<CampaignState, { kind: 'campaign' }>;

/**
 * Empty once the work itself has begun: something has arrived, or stories are there. `state` null: there is no campaign yet.
 * Example: in a new campaign without contacts the first is done, the second is not.
 */
export function firstSteps(state: Campaign | null): readonly FirstStep[] {
  const campaign = state?.behind.campaign;
  if (campaign && (campaign.receipts.length > 0 || campaign.entries.length > 0)) return [];
  const contacts = campaign?.units.some(({ contact, phone }) => contact !== '' || phone !== '') ?? false;
  return [
    { id: 'make', done: campaign !== undefined },
    { id: 'units', done: contacts },
    { id: 'items', done: false },
  ];
}
