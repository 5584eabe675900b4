// Names that the workbook has, offered while a field is typed in. What is typed may be anything else: the job decides.
import { createContext } from 'react';
import type { CampaignState } from '../app/care/campaignState';
import type { IntakeUnit } from '../app/collect/intake';
import type { Suggestion } from '../app/run/options';

/** Words that a field proposes, by kind. */
export type Suggestions = Readonly<Record<Suggestion, readonly string[]>>;

/** Time zones are the same in every workbook. */
const ZONES: Pick<Suggestions, 'zone'> = { zone: Intl.supportedValuesOf('timeZone') };
const NONE: Suggestions = { unit: [], requirement: [], story: [], ...ZONES };

/** Lists of names are empty outside of a campaign. */
export const SuggestionsContext = createContext<Suggestions>(NONE);

/** Example: `suggestionsOf({ kind: 'notCampaign' }).unit.length === 0`. */
export function suggestionsOf(state: CampaignState | undefined): Suggestions {
  return state?.kind === 'campaign' ? { ...state.names, ...ZONES } : NONE;
}

/** Units with what they may be handing in, for the fields that choose among them. */
export const IntakeContext = createContext<readonly IntakeUnit[]>([]);

const NOBODY: readonly IntakeUnit[] = [];

/** Example: `intakeIn({ kind: 'notCampaign' }).length === 0`. */
export function intakeIn(state: CampaignState | undefined): readonly IntakeUnit[] {
  return state?.kind === 'campaign' ? state.intake : NOBODY;
}
