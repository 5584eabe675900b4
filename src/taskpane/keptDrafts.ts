// What was filled in or checked in a step and left without being written: whoever comes back in this sitting finds it.
import { createContext } from 'react';
import type { Draft } from './fieldValues';
import type { RowChoices } from './rowChoices';
import type { ImportInput } from './steps';

/** A file that was read and looked through, with what was decided row by row. */
export interface KeptImport {
  /** The file's name. */
  readonly source: string;
  readonly input: ImportInput;
  readonly choices: RowChoices;
}

/** By the step's id. */
export interface KeptDrafts {
  readonly forms: Map<string, Draft>;
  readonly imports: Map<string, KeptImport>;
}

/** Nothing kept. */
export const noDrafts = (): KeptDrafts => ({ forms: new Map(), imports: new Map() });

/** Of this pane; written to as people type, drawn by nobody. */
export const DraftsContext = createContext<KeptDrafts>(noDrafts());

/** Keeps a form as it is now, or forgets it once nothing in it differs from `untouched`. */
export function keepForm({ forms }: KeptDrafts, step: string, draft: Draft, untouched: Draft): void {
  if (Object.keys(draft).some((name) => draft[name] !== untouched[name])) forms.set(step, draft);
  else forms.delete(step);
}
