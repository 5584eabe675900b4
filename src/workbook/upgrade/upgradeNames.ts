// Defined names: which formulas can be followed at all, and which names were lost. Writes nothing.
import { sameFormula } from '../contract/sameFormula';
import type { WorkbookSnapshot } from '../contract/snapshot';
import { TRACKER_AS_OF, trackerStamp } from '../tables/tracker/trackerStamp';

const TABLE_NAME = /([\p{L}_][\p{L}\p{N}_.]*)\[/gu;

/** Whether every table that the formula names is among `tables`; what stands in quotes is no name. */
export function standsIn(tables: ReadonlySet<string>): (formula: string) => boolean {
  return (formula) =>
    [...formula.replace(/"(?:[^"]|"")*"/g, '').matchAll(TABLE_NAME)].every(
      ([, name]) => name !== undefined && tables.has(name),
    );
}

/** Names that are missing, lead nowhere, or say something else than they must for the formulas. The stamp of a tracker of values stands as it is. */
export function lostNames(
  names: WorkbookSnapshot['names'],
  wanted: Readonly<Record<string, string>>,
  stands: (formula: string) => boolean,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, formula]) =>
        stands(formula) &&
        !(name === TRACKER_AS_OF && trackerStamp(names) !== null) &&
        (names[name] === undefined || !sameFormula(names[name], formula)),
    ),
  );
}
