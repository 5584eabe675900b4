// Make the overview (首页) again: it follows by itself, so only a lost or damaged page needs this.
import { text } from '../../core/ground/text';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { standingPlaces } from '../../workbook/sheets/overviewPlaces';
import { overviewMade } from '../../workbook/sheets/overviewSheet';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { Decision, Situation } from '../run/runJob';

export interface OverviewResults {
  readonly sheet: string;
  /** Name of the former page, kept because people had typed in it; null: it was replaced. */
  readonly keptAs: string | null;
}

/** Puts the page in its place; what people typed on the former one is kept. */
export function decideOverview({ snapshot, now, language, words }: Situation): Decision<OverviewResults> {
  const former = snapshot.sheets.find(({ name }) => name === MADE_SHEETS.Overview.sheet[language]);
  const made = overviewMade(words(SETTINGS), standingPlaces(snapshot), former?.formulaCells);
  const { name } = made.sheet;
  const placing = placeMadeSheet(snapshot, made, now, language);
  return {
    steps: [...placing.steps, { kind: 'activate', sheet: name }],
    changed: { Overview: { added: 1, updated: 0 } },
    notices: placing.notices,
    results: { sheet: name, keptAs: placing.keptAs },
    preview: { added: [{ table: 'Overview', row: '', summary: name }], changed: [], unchanged: 0 },
    message: text(
      `“${name}”已生成，数字随各表自动更新。`,
      `“${name}” is made; its figures follow the sheets by themselves.`,
    ),
  };
}
