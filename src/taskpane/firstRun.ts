// What a person has answered in the first run, kept while they look elsewhere. Draws nothing.
import type { ImportedFile } from '../app/run/job';
import { startDraft, type Draft } from './fieldValues';
import type { FieldValues, StepField } from './steps';

/** In their order. */
export const FIRST_RUN_STEPS = ['make', 'units', 'items'] as const;

/** How far the three steps to a campaign are. */
export interface FirstRun {
  /** 0-based. */
  readonly at: number;
  /** The fields of the job that makes the campaign. */
  readonly draft: Draft;
  /** The contact list that is looked through once the roster stands; null: later. */
  readonly list: ImportedFile | null;
}

/** Nothing answered yet: at the first step, with the defaults of the fields and what is `known` already. */
export function firstRun(fields: readonly StepField[], known: FieldValues = {}): FirstRun {
  return { at: 0, draft: startDraft(fields, known), list: null };
}

/** Rows in which anything stands, the header among them. */
export function rowsOf({ sheets }: ImportedFile): number {
  const filled = (row: readonly unknown[]): boolean => row.some((cell) => String(cell ?? '').trim() !== '');
  return sheets.reduce((sum, { rows }) => sum + rows.filter(filled).length, 0);
}
