// Names that the workbook has, offered while a field is typed in. What is typed may be anything else: the job decides.
import { createContext } from 'react';
import type { CampaignState } from '../app/care/campaignState';
import type { IntakeUnit } from '../app/collect/intake';
import type { Suggestion } from '../app/run/options';

/** Words of the workbook that a field proposes, by kind. */
export type Suggestions = Readonly<Record<Exclude<Suggestion, 'zone'>, readonly string[]>>;

const NONE: Suggestions = { unit: [], requirement: [], story: [] };

let zones: readonly string[] | undefined;

/** All time zones; asked for by the field that shows them, not at the start. Browsers that do not list them (Safari before 15.4) offer none. */
export function timeZones(): readonly string[] {
  zones ??= typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return zones;
}

/** Empty lists outside of a campaign. */
export const SuggestionsContext = createContext<Suggestions>(NONE);

/** Example: `suggestionsOf({ kind: 'notCampaign' }).unit.length === 0`. */
export function suggestionsOf(state: CampaignState | undefined): Suggestions {
  return state?.kind === 'campaign' ? state.names : NONE;
}

/** Units with what they may be handing in, for the fields that choose among them. */
export const IntakeContext = createContext<readonly IntakeUnit[]>([]);

const NOBODY: readonly IntakeUnit[] = [];

/** Example: `intakeIn({ kind: 'notCampaign' }).length === 0`. */
export function intakeIn(state: CampaignState | undefined): readonly IntakeUnit[] {
  return state?.kind === 'campaign' ? state.intake : NOBODY;
}
