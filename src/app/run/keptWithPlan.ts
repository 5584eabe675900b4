// What rows and judges' scores are kept by from then on goes with every plan that writes them: here alone, so that no job can forget it.
import type { Problem } from '../../core/ground/problem';
import type { Campaign } from '../../workbook/campaign';
import { readsThen, withKept } from '../../workbook/contract/keepRows';
import type { PlanStep } from '../../workbook/contract/plan';
import { tableCalled, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { KEEPING_TABLES } from '../../workbook/tables/registry';
import { keepScores } from '../../workbook/tables/scoreSheet/keepScores';
import { keptScoresName } from '../../workbook/tables/scoreSheet/keptScores';
import { SCORE_TABLE_PREFIX, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';

/** Of the situation, what is kept and by what. */
interface Kept {
  readonly snapshot: WorkbookSnapshot;
  readonly campaign: Pick<Campaign, 'judgesWithSheet' | 'spec'>;
  readonly cellProblems: readonly Problem[];
}

/** Tables that say what the scores came to. */
const RESTS_ON_SCORES: readonly string[] = ['Standings', 'Decisions'];

function tableOf(step: PlanStep): string {
  if (step.kind === 'addSheet' || step.kind === 'replaceSheet') return step.sheet.table?.name ?? '';
  return 'table' in step ? step.table : '';
}

/** Of ranking, deciding and taking scores in: the scores of all judges as they stand then. */
function scoresKept(
  steps: readonly PlanStep[],
  { campaign, snapshot }: Kept,
  slipped: (table: string, column: string) => boolean,
): PlanStep[] {
  const touches = steps.some((step) => {
    const table = tableOf(step);
    return table.startsWith(SCORE_TABLE_PREFIX) || RESTS_ON_SCORES.includes(table);
  });
  if (!touches) return [];
  const said = new Set(steps.flatMap((step) => (step.kind === 'names' ? Object.keys(step.names) : [])));
  const sheets = campaign.judgesWithSheet.flatMap((judgeId) => {
    const name = scoreTableName(judgeId);
    const table = tableCalled(snapshot.tables, name as string);
    if (!table || steps.some((step) => step.kind === 'replaceSheet' && tableOf(step) === name)) return [];
    const updates = steps.flatMap((step) => (step.kind === 'updateRows' && step.table === name ? [step] : []));
    const then = (row: number, place: number) =>
      readsThen(
        updates.map(({ cells }) => cells[row]),
        place,
      );
    return [{ spec: campaign.spec(name), table, then }];
  });
  return keepScores(
    sheets.filter(({ table }) => !said.has(keptScoresName(table.name))),
    snapshot,
    slipped,
  );
}

/** The steps of a decision, with what is kept of them. Columns that slipped stay as they were kept until somebody says what becomes of them. */
export function withWhatIsKept(steps: readonly PlanStep[], situation: Kept): readonly PlanStep[] {
  const slipped = (table: string, column: string): boolean =>
    situation.cellProblems.some(
      ({ code, table: of, column: at }) =>
        (code === 'cells-moved' || code === 'id-retyped') && of === table && at === column,
    );
  return [
    ...withKept(steps, situation.snapshot.tables, KEEPING_TABLES, slipped),
    ...scoresKept(steps, situation, slipped),
  ];
}
