// Give every active judge a score sheet with all eligible stories, and 成绩排名 a column for each judge.
import { beneathDecision } from './decidedGate';
import { compareNumbers } from '../../core/contest/blindNumber';
import type { Entry, Judge } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { appendRows, nextIds, updateCells, type CellEdit } from '../../workbook/contract/edits';
import { entriesForJudges, judgeSheet, refreshJudgeSheet } from '../../workbook/sheets/judgeTab';
import { labelOf } from '../../workbook/contract/labels';
import type { PlanStep } from '../../workbook/contract/plan';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { CRITERIA, JUDGES } from '../../workbook/tables/judges/judges';
import { RETIRED_TAB, SCORE_TAB, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { readPanel } from '../../workbook/tables/judges/readJudges';
import { missingIds, takenIds } from '../run/numberedTables';
import type { StandingRecord } from '../../workbook/tables/standings/standingRows';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { settledRules } from '../../core/contest/ruling';
import { NO_ENTRY, recordAct } from './recordAct';
import { hasAnyScore } from './contestSituation';
import { rulesContent, rulesFingerprint, rulesNotices } from './judgingRules';
import { numberedEntries, type NumberedEntries } from './entryIds';
import { isJudgeCount, judgeTabObstacles, sheetTaken } from './judgeTabObstacles';
import type { CellChange } from '../run/job';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { MakeJudgeTabsInput } from './makeJudgeTabsJob';

export interface MakeJudgeTabsResults {
  readonly judges: readonly {
    readonly judgeId: string;
    readonly name: string;
    readonly sheet: string;
    readonly entries: number;
    readonly made: boolean;
  }[];
  /** Names of judges who are no longer active and whose sheets are kept. */
  readonly retired: readonly string[];
}

/** The judges as they stand in their table, rows that people typed without a number with the next one, and the cells that get it. */
function typedPanel({ campaign, snapshot }: Situation): {
  readonly panel: readonly Judge[];
  readonly numbers: readonly CellEdit[];
} {
  const table = snapshot.tables[JUDGES.name];
  if (!table) return { panel: campaign.judges, numbers: [] };
  const numbers = missingIds(JUDGES, snapshot);
  const column = locateColumns(JUDGES, table).get('judgeId') ?? -1;
  const given = new Map(numbers.map(({ index, value }) => [index, String(value)]));
  const values = table.values.map((row, index) =>
    row.map((cell, place) => (place === column ? (given.get(index) ?? cell) : cell)),
  );
  return { panel: readPanel({ ...table, values }, [], campaign.units), numbers };
}

function newJudges(
  { snapshot, language }: Situation,
  panel: readonly Judge[],
  wanted: MakeJudgeTabsInput['judges'],
): Judge[] {
  const ids = panel.map(({ judgeId }) => judgeId);
  if (typeof wanted === 'number') {
    if (!isJudgeCount(wanted)) return [];
    const numbered = Array.from({ length: wanted }, (_none, index) => ({
      judgeId: `J${String(index + 1).padStart(2, '0')}`,
      name: text(`评委${index + 1}`, `Judge ${index + 1}`)[language],
    }));
    return numbered
      .filter(({ judgeId }) => !ids.includes(judgeId))
      .map((judge) => ({ ...judge, unitId: '', active: true }));
  }
  const names = [...new Set((wanted ?? []).map((name) => name.trim()))].filter(
    (name) => name !== '' && !panel.some((judge) => judge.name === name),
  );
  const fresh = nextIds('J', 2, [...ids, ...takenIds(JUDGES, snapshot)], names.length);
  return names.map((name, index) => ({ judgeId: fresh[index] ?? '', name, unitId: '', active: true }));
}

/** Every entry in the order of the sheet, new ones below: what a former ranking decided is kept until the next one. */
function records({ campaign, snapshot, language }: Situation, entries: readonly Entry[]): StandingRecord[] {
  const table = snapshot.tables['Standings'];
  const former = new Map((table ? readRows(standingsSpec([]), table) : []).map((row) => [row.text('entryId'), row]));
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const place = (entryId: string): number => former.get(entryId)?.index ?? Number.MAX_SAFE_INTEGER;
  const order = [...entries].sort(
    (a, b) => place(a.entryId) - place(b.entryId) || compareNumbers(a.blindNo, b.blindNo),
  );
  return order.map((entry) => ({
    entryId: entry.entryId,
    blindNo: entry.blindNo,
    title: entry.title,
    unit: nameOf.get(entry.unitId) ?? '',
    decision: former.get(entry.entryId)?.text('decision') ?? '',
    tieKey: Number(former.get(entry.entryId)?.get('tieKey') ?? 0) || 0,
    eligible: labelOf('yesNo', entry.eligible ? 'yes' : 'no', language),
    why: former.get(entry.entryId)?.text('why') ?? '',
  }));
}

/** The same for the preview, each entry by its new id. */
function idsShown({ edits }: NumberedEntries, language: Situation['language']): CellChange[] {
  const { name, columns } = ENTRIES;
  const column = columns.find(({ key }) => key === 'entryId')?.header[language] ?? '';
  return edits.map(({ value }) => ({ table: name, row: String(value), column, before: '', after: String(value) }));
}

/** In their register: ids of entries that were typed without. */
function entriesWritten({ snapshot }: Situation, { edits }: NumberedEntries): readonly PlanStep[] {
  const table = snapshot.tables[ENTRIES.name];
  return table ? updateCells(ENTRIES, table, edits) : [];
}

/** In their register: ids that were missing, and judges who are new. */
function judgesWritten(
  { snapshot, language, words }: Situation,
  numbers: readonly CellEdit[],
  added: readonly Judge[],
): PlanStep[] {
  const table = snapshot.tables[JUDGES.name];
  if (!table) return [];
  const records = added.map(({ judgeId, name }) => ({ judgeId, name, active: labelOf('yesNo', 'yes', language) }));
  return [
    ...updateCells(JUDGES, table, numbers as CellEdit<'judgeId'>[]),
    ...appendRows(JUDGES, table, records, words(JUDGES)),
  ];
}

/** In their register: ids of criteria that were typed without. The sheets' formulas look for them there. */
function criteriaWritten({ snapshot, campaign }: Situation): readonly CellEdit<'criterionId'>[] {
  const table = snapshot.tables[CRITERIA.name];
  const rows = table ? readRows(CRITERIA, table) : [];
  return rows.flatMap((row, at) => {
    const value = campaign.criteria[at]?.criterionId ?? '';
    return row.text('criterionId') === '' && value !== '' ? [{ index: row.index, key: 'criterionId', value }] : [];
  });
}

/** Names of judges who are no longer active and have a sheet. */
function retiredJudges({ judges, judgesWithSheet }: Situation['campaign']): string[] {
  return judges.filter(({ judgeId, active }) => !active && judgesWithSheet.includes(judgeId)).map(({ name }) => name);
}

function keptWords(retired: readonly string[]): Text {
  if (retired.length === 0) return text('', '');
  return text(
    `已停用的${retired.join('、')}，表已标灰，分数保留、不计。`,
    ` Sheets of judges no longer active (${retired.join(', ')}) are greyed; their scores are kept and do not count.`,
  );
}

/** Decides which judges and sheets are new and what is missing on the others. Nothing that a judge typed is touched. */
export function decideJudgeTabs(situation: Situation, input: MakeJudgeTabsInput): Decision<MakeJudgeTabsResults> {
  const { campaign, snapshot, language } = situation;
  const { panel, numbers } = typedPanel(situation);
  const added = newJudges(situation, panel, input.judges);
  const all = [...panel, ...added];
  const judges = all.filter(({ active }) => active);
  const numbered = numberedEntries(situation);
  const { entries } = numbered;
  const problems = judgeTabObstacles(situation, numbered, all, typeof input.judges === 'number' ? input.judges : null);
  if (problems.length > 0) return stop(problems);

  const steps: PlanStep[] = [];
  const changed: Record<string, { added: number; updated: number }> = {};
  const results: MakeJudgeTabsResults['judges'][number][] = [];
  const register = judgesWritten(situation, numbers, added);
  steps.push(...entriesWritten(situation, numbered), ...register);
  if (numbered.edits.length > 0) changed['Entries'] = { added: 0, updated: numbered.edits.length };
  if (register.length > 0) changed['Judges'] = { added: added.length, updated: numbers.length };
  const criteria = criteriaWritten(situation);
  steps.push(...updateCells(CRITERIA, tableIn(snapshot, CRITERIA), criteria));
  if (criteria.length > 0) changed['Criteria'] = { added: 0, updated: criteria.length };
  const taken = new Set(snapshot.sheets.map(({ name }) => name));
  const shown = entriesForJudges(entries).length;
  let after = snapshot.tables['Criteria']?.sheet;
  for (const judge of judges) {
    const table = snapshot.tables[scoreTableName(judge.judgeId)];
    if (table) {
      const ids = new Map(numbered.rows.flatMap((row) => (row.table === table.name ? [[row.index, row.after]] : [])));
      const refresh = refreshJudgeSheet(table, judge, all, entries, campaign.criteria, language, ids);
      steps.push(...refresh.steps);
      if (refresh.steps.length > 0) changed[table.name] = { added: refresh.added, updated: refresh.updated };
    } else {
      const sheet = judgeSheet(judge, all, entries, campaign.criteria, language);
      if (taken.has(sheet.name)) problems.push(sheetTaken(sheet.name));
      steps.push({ kind: 'addSheet', sheet, after });
      changed[scoreTableName(judge.judgeId)] = { added: shown, updated: 0 };
      after = sheet.name;
    }
    after = table?.sheet ?? after;
    results.push({ judgeId: judge.judgeId, name: judge.name, sheet: after ?? '', entries: shown, made: !table });
  }
  const plan = standingsPlan({
    snapshot,
    judges,
    criteria: campaign.criteria,
    method: campaign.settings.rules.method,
    language,
    records: records(situation, entries),
    after,
  });
  const fixed = fixedRules(situation);
  const stopping = [...problems, ...plan.problems, ...fixed.problems];
  if (stopping.length > 0) return stop(stopping);
  if (fixed.steps.length > 0) changed['Decisions'] = { added: 1, updated: 0 };
  if (plan.steps.length > 0) changed['Standings'] = { added: plan.added, updated: plan.updated };
  const colours = tabColours(situation);
  for (const { judgeId } of campaign.judges) {
    const name = scoreTableName(judgeId);
    if (colours.some((step) => step.kind === 'tabColor' && step.sheet === snapshot.tables[name]?.sheet))
      changed[name] ??= { added: 0, updated: 0 };
  }
  const made = results.filter((result) => result.made).length;
  const retired = retiredJudges(campaign);
  const kept = keptWords(retired);
  const decision: Decision<MakeJudgeTabsResults> = {
    steps: [...steps, ...colours, ...plan.steps, ...fixed.steps],
    changed,
    notices: [
      ...rulesNotices(campaign, language),
      ...panelChanged(
        situation,
        results.filter((result) => result.made).map(({ name }) => name),
      ),
    ],
    results: { judges: results, retired },
    putsRight: (problem) => numbered.putsRight(problem) || lacksJudgeId(problem),
    preview: {
      added: results
        .filter((result) => result.made)
        .map(({ judgeId, name, sheet }) => ({
          table: scoreTableName(judgeId),
          row: judgeId,
          summary: `${name}　${sheet}　${entries}`,
        })),
      changed: [...idsShown(numbered, language), ...plan.changes],
      unchanged: results.length - made,
    },
    message: text(
      `新建 ${made} 张评分表，共 ${results.length} 位评委、${shown} 件作品。请把各评委的表交给本人打分，或导入评分。${kept.zh}`,
      `${made} score sheets made; ${results.length} judges, ${shown} entries. Hand each judge the sheet, or import the scores.${kept.en}`,
    ),
  };
  return made > 0 ? beneathDecision(situation, input.decided, decision) : decision;
}

/** Judges who were typed without an id have one once the sheets are made. */
const lacksJudgeId = ({ table, column, found }: Problem): boolean =>
  table === JUDGES.name && column === 'judgeId' && found === '';

/** Grey for the tabs of judges who left, their own colour again for those who came back. The line above the table is a formula and follows by itself. */
function tabColours({ campaign, snapshot }: Situation): PlanStep[] {
  return campaign.judges.flatMap(({ judgeId, active }): PlanStep[] => {
    const sheet = snapshot.sheets.find(({ name }) => name === snapshot.tables[scoreTableName(judgeId)]?.sheet);
    if (!sheet || (sheet.tabColor === RETIRED_TAB) === !active) return [];
    return [{ kind: 'tabColor', sheet: sheet.name, color: active ? SCORE_TAB : RETIRED_TAB }];
  });
}

/** A judge who comes after scoring began is worth knowing before anybody asks. */
function panelChanged(situation: Situation, names: readonly string[]): Problem[] {
  if (names.length === 0 || !hasAnyScore(situation)) return [];
  return [
    {
      code: 'panel-changed',
      table: 'Judges',
      found: names.join('、'),
      expected: text('评分开始前确定的评委', 'a panel that is complete before scoring begins'),
      message: text(
        `评分已经开始，又增加了评委：${names.join('、')}。请在评选结果中说明。`,
        `Scoring has begun and judges were added: ${names.join(', ')}. Say so with the result.`,
      ),
    },
  ];
}

/** The rules go on record with the first sheets, before anyone can score. Sheets that have scores already are past that. */
function fixedRules(situation: Situation): { steps: readonly PlanStep[]; problems: readonly Problem[] } {
  const { campaign, language } = situation;
  if (settledRules(campaign.rulings) || hasAnyScore(situation)) return { steps: [], problems: [] };
  const reason = text('生成评分表时自动登记，早于评分', 'Recorded when the score sheets were made, before scoring')[
    language
  ];
  return recordAct(
    situation,
    {
      act: 'rules',
      by: '',
      reason,
      content: rulesContent(campaign, language),
      fingerprint: rulesFingerprint(campaign, language),
    },
    [NO_ENTRY],
  );
}
