// Check the whole workbook and write nothing: what cannot be read, what contradicts itself, and whether formulas and rules agree.
import { timetable } from '../../core/awards/timetable';
import { asOfAhead, doubtfulTimes } from '../../core/receipts/doubtfulTimes';
import { sameArrivals } from '../../core/receipts/doubtfulArrivals';
import { doubtfulReminders } from '../../core/reminders/doubtfulReminders';
import { differingExceptions } from '../../core/requirements/differingExceptions';
import { grantsNothing } from '../../core/requirements/unapproved';
import { checkCriteria } from '../../core/contest/checkCriteria';
import { checkScores } from '../../core/contest/checkScores';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import { checkRoster } from '../../core/roster/checkRoster';
import { text, type Text } from '../../core/ground/text';
import { readRows } from '../../workbook/contract/rows';
import type { TableSpec } from '../../workbook/contract/spec';
import { TABLES } from '../../workbook/tables/registry';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { readReminders } from '../../workbook/tables/records/readRecords';
import { REMINDERS } from '../../workbook/tables/records/records';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { holdsValues } from '../../workbook/tables/tracker/trackerValues';
import { checkActivities } from './checkActivities';
import { checkKeys } from './checkKeys';
import { checkRegisters } from './checkRegisters';
import { twinProblems } from '../contest/judgeTabObstacles';
import { compareStandings, standingsDiffer } from '../contest/compareStandings';
import { trackerProblems } from './checkTracker';
import { compareTracker, type Agreement } from '../collect/compareTracker';
import { compareUnits } from './compareUnits';
import { contestOf, faultsOfRules, isCriterionGone, judgesOff, rulesOf } from '../contest/contestSituation';
import { changesSinceDecision, notKept } from '../contest/decisionChangeProblems';
import { decisionNotices } from '../contest/decisionRecord';
import { rulesNotices } from '../contest/judgingRules';
import { copiesNamed } from '../publish/pageCopies';
import { sheetFindings } from '../publish/sheetFindings';
import { typedOnSheets } from '../publish/typedOnSheets';
import { exposedEntries } from '../publish/exposedEntries';
import { staleProblems } from '../publish/sourceMark';
import { listState, outdatedNotice, pendingProblems } from '../publish/listState';
import { inPlaceWords } from '../run/placeWords';
import { oursIn, overwrittenFormulas, type OverwrittenFormula } from '../run/overwrittenFormulas';
import { titlesOnSheets } from '../contest/titlesOnSheets';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import { valuesAge } from '../collect/trackerRefresh';
import { zoneNotice } from '../run/wallClock';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { overviewLinkNotices } from './overviewLinks';
import { typedOverPages } from './typedOverPages';
import { withoutEchoes } from '../../workbook/tables/goneRows';
import { upgradeProposal } from './upgradeProposal';

export interface CheckResults {
  readonly tables: number;
  /** Without those of the log, which grows with every act and is nobody's to mend. */
  readonly rows: number;
  /** Formulas and rules say the same in every compared cell. */
  readonly agree: boolean;
  readonly compared: number;
  readonly differing: number;
  readonly firstDifference: Problem | null;
}

/** Every table of this workbook, score sheets included. */
function specsOf({ campaign }: Situation): TableSpec[] {
  const names = [...TABLES.map(({ name }) => name), ...campaign.judgesWithSheet.map(scoreTableName)];
  return names.map((name) => campaign.spec(name));
}

/** Formulas have up to 8,192 characters. */
const cut = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** So many rows of one column are named one by one; of more, as when words inside formulas were replaced or values pasted over a column, the first ones. */
const MOST_ROWS = 5;

/** Cells of one column that hold no formula of ours any more: one problem each, or one for all of them. */
function overwrittenColumn(spec: TableSpec, sheet: string, cells: readonly OverwrittenFormula[]): Problem[] {
  const cureOf = (found: string): Text =>
    spec.name === TRACKER.name && !found.startsWith('=')
      ? text('点“标出逾期”或“改正”可以恢复', 'run “Mark what is overdue” or “Mend”')
      : text('点“改正”可以恢复，原值留在操作日志', '“Mend” puts it back and keeps the value in the log');
  const many = cells.length > MOST_ROWS;
  return cells.slice(0, many ? 1 : cells.length).map(({ row, column: { key, header }, found }): Problem => {
    const mend = cureOf(found);
    const became =
      found === ''
        ? text('被清空', 'was emptied')
        : text(`被手改为“${cut(found)}”`, `was typed over with “${cut(found)}”`);
    const rows = cells.slice(0, MOST_ROWS).map((cell) => cell.row);
    const [zh, en] = many
      ? [
          `“${sheet}”的“${header.zh}”有 ${cells.length} 行被手改（${rows.join('、')} 等，如“${cut(found)}”）`,
          `“${header.en}” of ${cells.length} rows on “${sheet}” was typed over (${rows.join(', ')} …, such as “${cut(found)}”)`,
        ]
      : [`“${sheet}”${row} 的“${header.zh}”${became.zh}`, `“${header.en}” of ${row} on “${sheet}” ${became.en}`];
    return {
      code: 'formula-overwritten',
      table: spec.name,
      sheet,
      row,
      column: key,
      found,
      expected: text('公式', 'a formula'),
      message: text(`${zh}，不再自动计算：${mend.zh}。`, `${en}: ${mend.en}.`),
    };
  });
}

function overwritten(situation: Situation): Problem[] {
  return specsOf(situation).flatMap((spec) => {
    const table = situation.snapshot.tables[spec.name];
    if (!table || table.unread || (spec.name === TRACKER.name && holdsValues(situation.snapshot))) return [];
    const columns = new Map<string, OverwrittenFormula[]>();
    for (const cell of overwrittenFormulas(spec, table, oursIn(situation, spec))) {
      const { key } = cell.column;
      const cells = columns.get(key) ?? [];
      cells.push(cell);
      columns.set(key, cells);
    }
    return [...columns.values()].flatMap((cells) => overwrittenColumn(spec, table.sheet, cells));
  });
}

/** Counts that are not reached yet are the ordinary state of a roster that is being filled in; all else about it is wrong. */
function rosterFindings({ campaign }: Situation): Findings {
  const all = checkRoster(campaign.units, campaign.settings.expected, campaign.settings.words.members);
  return {
    problems: all.filter(({ code }) => code !== 'count-short'),
    notices: all.filter(({ code }) => code === 'count-short'),
  };
}

interface Findings {
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

function contestFindings(situation: Situation): Findings {
  const { campaign, language } = situation;
  const rules = faultsOfRules(situation);
  if (isCriterionGone(situation.cellProblems)) return { problems: rules, notices: [] };
  if (rules.length > 0 || campaign.judgesWithSheet.length === 0) return { problems: rules, notices: [] };
  const contest = contestOf(campaign);
  const check = checkScores(contest);
  const record =
    campaign.rulings.length > 0
      ? [...decisionNotices(computeStandings(contest), situation), ...rulesNotices(campaign, language)]
      : [];
  return {
    problems: check.problems,
    notices: [...record, ...judgesOff(campaign), ...titlesOnSheets(situation), ...check.notices],
  };
}

/** The standings' formulas against the core; nothing to compare while criteria or rules are unsound. */
function standingsAgreement({ campaign, snapshot, cellProblems }: Situation, contest: Findings): Agreement {
  if (isCriterionGone(cellProblems) || checkCriteria(campaign.criteria, rulesOf(campaign)).length > 0)
    return { cells: 0, differing: 0, first: null };
  const comparison = compareStandings(snapshot, campaign);
  if (comparison.kind === 'agree') return { cells: comparison.cells, differing: 0, first: null };
  return {
    cells: comparison.cells,
    differing: 1,
    first: standingsDiffer(comparison.first, { ...contest, problems: [...cellProblems, ...contest.problems] }),
  };
}

/** The reader has named this cell, or this row's unit or item, already. */
function samePlace(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.table === b.table && a.row === b.row;
}

function messageOf(results: CheckResults, problems: number, notices: number): Decision<unknown>['message'] {
  const { tables, rows, agree, differing } = results;
  const agreement = agree
    ? text('公式与规则一致', 'formulas and rules agree')
    : text(`公式与规则有 ${differing} 处不一致`, `formulas and rules differ in ${differing} cells`);
  const found =
    problems === 0 ? text('没有发现问题', 'no problems') : text(`发现 ${problems} 个问题`, `${problems} problems`);
  return text(
    `检查了 ${tables} 张表、${rows} 行：${found.zh}，${notices} 处请留意；${agreement.zh}。`,
    `${tables} tables, ${rows} rows checked: ${found.en}, ${notices} things worth a look; ${agreement.en}.`,
  );
}

/** Problems come in the order of their weight: wrong figures, unreadable cells, ids, what does not count, contest, roster. */
export function decideCheck(situation: Situation): Decision<CheckResults> {
  const { campaign, snapshot, cellProblems, now, asOf, computerAhead = 0 } = situation;
  const { settings } = campaign;
  const values = valuesAge(situation);
  const tracker: Agreement = values
    ? { cells: values.cells, differing: values.differing, first: null }
    : compareTracker(situation);
  const contest = contestFindings(situation);
  const standings = standingsAgreement(situation, contest);
  // The roster counts the tracker: what differs there differs here, and is named there.
  const units = tracker.differing > 0 ? { cells: 0, differing: 0, first: null } : compareUnits(situation);
  const compared = [tracker, standings, units];
  const differing = compared.reduce((sum, each) => sum + each.differing, 0);
  const registers = checkRegisters(campaign, now);
  const roster = rosterFindings(situation);
  const upgrade = upgradeProposal(snapshot);
  const activities = checkActivities(situation);
  const tables = specsOf(situation).flatMap((spec) =>
    snapshot.tables[spec.name] ? [{ spec, table: tableIn(snapshot, spec) }] : [],
  );
  const first = tracker.first ?? values?.notices[0] ?? standings.first ?? units.first;
  const results: CheckResults = {
    tables: tables.length,
    rows: tables.reduce((sum, { spec, table }) => sum + (table.unread ? 0 : readRows(spec, table).length), 0),
    agree: differing === 0,
    compared: compared.reduce((sum, { cells }) => sum + cells, 0),
    differing,
    firstDifference: first && inPlaceWords(first, situation.language),
  };
  const since = changesSinceDecision(campaign);
  const list = listState(campaign, asOf);
  const pending = pendingProblems(list, campaign);
  const isCriterionChanged = cellProblems.some(({ code }) => code === 'criterion-changed');
  const problems = [
    ...compared.flatMap(({ first: wrong }) => wrong ?? []),
    // Repairing would take over what the criteria say now: whether that is right comes first.
    ...(isCriterionChanged ? [] : upgrade.problems),
    ...overwritten(situation),
    ...typedOverPages(situation),
    ...cellProblems,
    ...(isCriterionChanged ? upgrade.problems : []),
    ...checkKeys(snapshot).filter((problem) => !cellProblems.some((read) => samePlace(read, problem))),
    ...trackerProblems(situation),
    ...withoutEchoes(registers.problems, snapshot.tables).filter(
      (problem) => !cellProblems.some((read) => samePlace(read, problem)),
    ),
    ...since.record,
    ...pending.filter(({ code }) => code === 'objection-gone'),
    ...twinProblems(campaign.judges.filter(({ active, name }) => active && name !== '')),
    ...contest.problems,
    ...activities.problems,
    ...roster.problems,
  ];
  const otherZone =
    computerAhead !== 0 && settings.asOf === null ? [zoneNotice({ now, computerAhead }, settings.zone)] : [];
  const isNamed = (table: string, row: string | number | undefined): boolean =>
    cellProblems.some((problem) => problem.table === table && problem.row === row);
  const notices = [
    ...asOfAhead(settings.asOf, now),
    ...doubtfulTimes(campaign),
    ...sameArrivals(campaign.receipts),
    ...differingExceptions(campaign.exceptions),
    ...campaign.exceptions.flatMap(grantsNothing).filter(({ row }) => !isNamed('Exceptions', row)),
    ...doubtfulReminders(readReminders(tableIn(snapshot, REMINDERS), []), now),
    ...copiesNamed(snapshot),
    ...sheetFindings(situation).problems,
    ...typedOnSheets(situation),
    ...exposedEntries(campaign),
    ...staleProblems(situation),
    ...upgrade.notices,
    ...(campaign.settings.schemaVersion < SCHEMA_VERSION ? [] : overviewLinkNotices(snapshot)),
    ...otherZone,
    ...(values?.notices ?? []),
    ...pending.filter(({ code }) => code !== 'objection-gone'),
    ...outdatedNotice(list),
    ...timetable(campaign.programme ?? []).problems,
    ...registers.notices,
    ...since.besides,
    ...notKept(campaign),
    ...contest.notices,
    ...activities.notices,
    ...roster.notices,
  ];
  return {
    steps: [],
    changed: {},
    problems,
    notices,
    results,
    log: null,
    message: messageOf(results, problems.length, notices.length),
  };
}
