// What somebody typed into 成绩排名 that contradicts the record or the entries: the sheet is wrong, not the result. Computes no score.
import { frozenDecision } from '../../core/contest/frozenDecision';
import type { RulingOutcome } from '../../core/contest/ruling';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { formulasTypedOver, ISSUE } from '../../workbook/contract/issueColumn';
import { codeOf, LABELS } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { columnOf } from '../../workbook/contract/spec';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import type { PlanStep } from '../../workbook/contract/plan';
import type { JobReads } from './touches';
import { looksAt } from './unreadCells';

const SPEC = standingsSpec([]);

type Shown = 'award' | 'reserve' | 'none';
const SHOWN: Readonly<Record<RulingOutcome, Shown>> = {
  award: 'award',
  movedUp: 'award',
  reserve: 'reserve',
  withdrawn: 'none',
};

function differs(
  sheet: string,
  row: string,
  column: 'decision' | 'title' | 'blindNo',
  found: string,
  expected: Text,
): Problem {
  const { header } = columnOf(SPEC, column);
  return {
    code: 'standings-changed',
    table: SPEC.name,
    sheet,
    row,
    column,
    found,
    expected,
    message: text(
      `“${sheet}”${row} 的“${header.zh}”现在是“${found}”，应为“${expected.zh}”：名单不按这里印；请改回，或点“计算排名”重写。`,
      `“${header.en}” of ${row} on “${sheet}” is “${found}” and should be “${expected.en}”: lists do not print it; put it back, or rank again.`,
    ),
  };
}

/** Formulas typed over, decisions that are not those on record, numbers and titles that are not the entries’. Nothing without the sheet. */
export function standingsNotAsDecided({ rulings, entries }: Campaign, { tables }: WorkbookSnapshot): Problem[] {
  const table = tables[SPEC.name];
  if (!table || table.unread) return [];
  const frozen = frozenDecision(rulings);
  const places = new Map(frozen?.places.map(({ entryId, outcome }) => [entryId, SHOWN[outcome]]));
  const entryOf = new Map(entries.map((entry) => [entry.entryId, entry]));
  return readRows(SPEC, table).flatMap((row): Problem[] => {
    const entryId = row.text('entryId');
    const entry = entryId === '' ? undefined : entryOf.get(entryId);
    if (!entry) return [];
    const problems: Problem[] = [];
    const say = (column: 'decision' | 'title' | 'blindNo', expected: Text): void =>
      void problems.push(differs(table.sheet, entryId, column, row.text(column), expected));
    const decided = codeOf('decision', row.text('decision'));
    const onRecord = places.get(entryId);
    const claims = decided === 'award' || decided === 'reserve';
    if (onRecord !== undefined ? decided !== onRecord : frozen !== null && claims)
      say('decision', LABELS.decision[onRecord ?? 'none']);
    if (row.text('title') !== entry.title) say('title', text(entry.title, entry.title));
    if (row.text('blindNo') !== entry.blindNo) say('blindNo', text(entry.blindNo, entry.blindNo));
    const over = formulasTypedOver(row.text(ISSUE));
    if (over > 0)
      problems.push({
        code: 'formula-overwritten',
        table: SPEC.name,
        sheet: table.sheet,
        row: entryId,
        found: String(over),
        expected: text('公式', 'a formula'),
        message: text(
          `“${table.sheet}”${entry.blindNo}号有 ${over} 处公式被改成了固定内容，那里的得分、名次不再随评分变化；名单按评分算，不按那里印。点“改正”可以恢复。`,
          `${over} formulas of no. ${entry.blindNo} on “${table.sheet}” were typed over: the score and place there do not follow any more; lists go by the scores. “Mend” puts them back.`,
        ),
      });
    return problems;
  });
}

/** 成绩排名 as somebody left it, for the jobs about the result; not for those that write it anew. */
export function standingsSaid(
  reads: JobReads,
  campaign: Campaign,
  snapshot: WorkbookSnapshot,
  said: readonly Problem[],
  steps: readonly PlanStep[],
): Problem[] {
  const table = snapshot.tables['Standings'];
  const anew = steps.some(
    (step) =>
      (step.kind === 'updateRows' && step.table === 'Standings') ||
      (step.kind === 'replaceSheet' && step.replaces === table?.sheet),
  );
  if (anew || !looksAt(reads, 'Standings')) return [];
  const named = said.filter(({ table: of }) => of === 'Standings').map(({ code }) => code);
  return standingsNotAsDecided(campaign, snapshot).filter(({ code }) => !named.includes(code));
}
