// 成绩排名 says by itself when scores, works, judges or rules have changed since it was computed: places follow by themselves, decisions and
// reasons do not. Ranks nothing.
import { fingerprint } from '../../workbook/contract/fingerprint';
import { quoted } from '../../workbook/contract/formulaWords';
import { HEADER_ROW } from '../../workbook/contract/headerRow';
import type { CellBlock, FormatRun, PlanStep } from '../../workbook/contract/plan';
import { locateColumns } from '../../workbook/contract/rows';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { STALE_LOOK, standingsStale, standingsStaleSays, watched } from '../../workbook/sheets/madeFrom';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { markName } from '../run/markSource';
import type { Situation } from '../run/runJob';
import { judgingSource } from './judgingSource';

const SPEC = standingsSpec([]);

/** Beside the title of the sheet, over the titles of the works. */
const OVER = 'title';

/** The live cell, as what is written. `row`, `column`: 0-based. */
function liveCell(row: number, column: number, formula: string): { block: CellBlock; format: FormatRun } {
  return {
    block: { row, column, cells: [[{ formula }]] },
    format: { area: { row, column, rows: 1, columns: 1 }, format: STALE_LOOK },
  };
}

/** The sheet that the steps make, with the live cell; null where they make none. */
function onNewSheet(steps: readonly PlanStep[], formula: string): PlanStep[] | null {
  const isMade = (step: PlanStep): step is Extract<PlanStep, { kind: 'addSheet' | 'replaceSheet' }> =>
    (step.kind === 'addSheet' || step.kind === 'replaceSheet') && step.sheet.table?.name === 'Standings';
  if (!steps.some(isMade)) return null;
  const { block, format } = liveCell(
    0,
    SPEC.columns.findIndex(({ key }) => key === OVER),
    formula,
  );
  return steps.map((step) =>
    isMade(step)
      ? {
          ...step,
          sheet: { ...step.sheet, blocks: [...step.sheet.blocks, block], formats: [...step.sheet.formats, format] },
        }
      : step,
  );
}

/** On the sheet as it stands; nothing where its columns are not found, or where somebody wrote in the cell's place. */
function onStandingSheet({ tables: { Standings }, sheets }: Situation['snapshot'], formula: string): PlanStep[] {
  const place = Standings && locateColumns(SPEC, Standings).get(OVER);
  if (!Standings || place === undefined || place < 0 || Standings.top < HEADER_ROW) return [];
  const [row, column] = [Standings.top - HEADER_ROW, Standings.left + place];
  const there = sheets.find(({ name }) => name === Standings.sheet)?.values?.[row]?.[column] ?? '';
  if (there !== '' && !standingsStaleSays(there)) return [];
  const { block, format } = liveCell(row, column, formula);
  return [{ kind: 'mendSheet', sheet: Standings.sheet, blocks: [block], formats: [format], validations: [] }];
}

/**
 * The steps that bring 成绩排名 up to date, with its live cell and what it was computed from. What it was computed from already adds nothing.
 * Example: a score is changed afterwards → the cell beside the title says 数据已变，请重新计算排名.
 */
export function withStandingsMark(situation: Situation, steps: readonly PlanStep[]): PlanStep[] {
  const { snapshot, campaign, now, language } = situation;
  const source = judgingSource('Standings', campaign);
  const mark = `=${quoted(source)}`;
  const id = fingerprint([now, source]);
  const formula = standingsStale(id, language);
  const made = onNewSheet(steps, formula);
  const working = MADE_SHEETS.MadeFrom.sheet[language];
  const isMarked =
    snapshot.names[markName('Standings')] === mark && snapshot.sheets.some(({ name }) => name === working);
  if (!made && (isMarked || !snapshot.tables.Standings)) return [...steps];
  const name = SPEC.sheet[language];
  return [
    ...watched('Standings', made ?? steps, { snapshot, winners: [], specOf: campaign.spec, id, name, language }),
    ...(made ? [] : onStandingSheet(snapshot, formula)),
    { kind: 'names', names: { [markName('Standings')]: mark } },
  ];
}
