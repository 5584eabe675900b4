// The mark of what a made sheet was made from, among the workbook's names, and its live cell. Knows no sheet's source.
import { quoted } from '../../workbook/contract/formulaWords';
import { fingerprint } from '../../workbook/contract/fingerprint';
import type { PlanStep } from '../../workbook/contract/plan';
import { watched } from '../../workbook/sheets/madeFrom';
import type { Watched } from '../../workbook/sheets/madeFromSources';
import type { OwnWatched } from '../../workbook/sheets/madeSheets';
import type { Text } from '../../core/ground/text';
import type { Situation } from './runJob';

/** The defined name that remembers the source of a made sheet. */
export const markName = (sheet: Watched | OwnWatched): string =>
  `MadeFrom_${typeof sheet === 'object' ? sheet.key : sheet}`;

/** What a made sheet was made from. */
interface MadeOf {
  /** What people call the sheet. */
  readonly called: Text;
  /** Fingerprint of all that it rests on. */
  readonly source: string;
  /** Ids of the entries on a sheet about winners. */
  readonly winners?: readonly string[];
}

/** The steps that make the sheet, with a mark of its source and a live cell that says when the source has changed. */
export function withSourceMark(
  sheet: Watched | OwnWatched,
  { campaign, snapshot, now, language }: Situation,
  steps: readonly PlanStep[],
  { called, source, winners = [] }: MadeOf,
): PlanStep[] {
  const id = fingerprint([now, source]);
  return [
    ...watched(sheet, steps, { snapshot, winners, specOf: campaign.spec, id, name: called[language], language }),
    { kind: 'names', names: { [markName(sheet)]: `=${quoted(source)}` } },
  ];
}
