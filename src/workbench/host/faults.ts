// What may happen to a request on its way: refused before anything is done, cut half-way, done with its answer lost, never answered.
/** By what is left of the request: nothing done, half of it done, done without an answer, no answer at all. */
export const FAULTS = ['refused', 'half done', 'answer lost', 'silence'] as const;
/** A way in which a request goes wrong. */
export type Fault = (typeof FAULTS)[number];

/** Cut before a later action than the middle one: which part of the actions is done, 0 to 1. */
export interface Cut {
  readonly done: number;
}

/** Asked at each request of a session (0 is the host's own) that wants something; null: nothing happens to it. */
export type Breaking = (session: number) => Fault | Cut | null;
