// A new campaign from last year's workbook: what stays, what goes, which dates and words have to be set anew. Counts everything first.
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { updateCells, type EditOf } from '../../workbook/contract/edits';
import { emptyTable } from '../../workbook/contract/emptyTable';
import type { PlanStep } from '../../workbook/contract/plan';
import { readRows } from '../../workbook/contract/rows';
import { actNumber } from '../../workbook/tables/records/actMark';
import { actRecords } from '../../workbook/tables/records/actLog';
import { LOG } from '../../workbook/tables/records/records';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTING_ROWS } from '../../workbook/tables/settings/settingRows';
import type { SettingKey } from '../../workbook/tables/settings/settingRows';
import { PHASES } from '../../workbook/tables/phases/phases';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { actWords } from '../run/actWords';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { columnTitle, rowTitle } from '../run/tableTitle';
import { leftBehind } from '../run/trackerLeftBehind';
import { tableIn } from '../run/tableIn';
import { settingEdits, type SettingEdits } from './settingEdits';
import { leaveBehind, leftInWords, ownSheets, type LeftBehind } from './leaveBehind';
import { newDates, type OldDate } from './newDates';
import type { NextYearInput } from './nextYearJob';
import { dateQuestions, oldWords, settingQuestions, sheetsToLookAt } from './nextYearQuestions';

export interface NextYearResults {
  /** What goes, table by table and sheet by sheet. */
  readonly removed: readonly LeftBehind[];
  /** Every date of the tables that stay. */
  readonly dates: readonly OldDate[];
  readonly campaign: string;
  readonly year: number;
}

/** Settings that speak of last year alone. */
const OF_LAST_YEAR: readonly SettingKey[] = ['asOf', 'theme', 'basis', 'daysOff', 'workDays'];

function obstacles({ campaign, language }: Situation, input: NextYearInput, name: string): Problem[] {
  const { settings } = campaign;
  const { year = 0 } = input;
  if (settings.schemaVersion < SCHEMA_VERSION)
    return [
      {
        code: 'older-version',
        table: 'Settings',
        row: 'schemaVersion',
        expected: text(String(SCHEMA_VERSION), String(SCHEMA_VERSION)),
        found: String(settings.schemaVersion),
        message: text(
          '这是较早版本建的工作簿：请先运行“升级与修复”，再建新活动。',
          'An earlier version made this workbook: run “Upgrade and repair” first, then begin the new campaign.',
        ),
      },
    ];
  if (year === settings.year && name === settings.campaign)
    return [
      {
        code: 'already-begun',
        table: 'Settings',
        row: 'year',
        expected: text('另一个年份或名称', 'another year or name'),
        found: String(year),
        message: text(
          `这个工作簿已经是 ${year} 年的“${name}”了，没有写入任何内容。要另建，请换年份或活动名称。`,
          `This workbook is the ${year} campaign “${name}” already; nothing was written. Give another year or name.`,
        ),
      },
    ];
  if (input.copy === true) return [];
  const counts = campaign.receipts.length;
  return [
    {
      code: 'not-a-copy',
      expected: text('去年工作簿的副本', 'a copy of last year’s workbook'),
      found: settings.campaign,
      message: text(
        `现在打开的是“${settings.campaign}”（${settings.year} 年，收件 ${counts} 件）。请先另存一份，在副本里运行，并勾选“现在打开的是去年工作簿的副本”。`,
        `The open workbook is “${settings.campaign}” (${settings.year}, ${counts} receipts). Save it under another name first, run this in the copy, and say so (copy=${language === 'zh' ? '是' : 'yes'}).`,
      ),
    },
  ];
}

function settingSteps({ snapshot }: Situation, year: number, name: string): SettingEdits {
  // A line of phases that no table stands for is of last year, too; one that follows from the table empties itself.
  const inTable = readRows(PHASES, tableIn(snapshot, PHASES)).length > 0;
  const line = inTable ? [] : (['phases'] as const);
  const cleared = Object.fromEntries([...OF_LAST_YEAR, ...line].map((key) => [key, '']));
  return settingEdits(snapshot, { ...cleared, campaign: name, year });
}

/** Remarks of last year beside what the units owe; who owes what stays. */
function trackerSteps({ snapshot }: Situation): PlanStep[] {
  const table = tableIn(snapshot, TRACKER);
  const edits = readRows(TRACKER, table)
    .filter((row) => row.text('note') !== '')
    .map((row): EditOf<'Tracker'> => ({ index: row.index, key: 'note', value: '' }));
  return updateCells(TRACKER, table, edits);
}

/** A large tracker holds last year's values until it is refreshed; said here where its own cells are written, for then the run says nothing. */
function valuesOfLastYear(situation: Situation, steps: readonly PlanStep[]): Problem[] {
  return trackerSteps(situation).length === 0 ? [] : leftBehind(steps, situation.snapshot);
}

/** Issues of the briefing and marks of sheets that are gone: as if there had been none. */
function nameSteps({ snapshot }: Situation): PlanStep[] {
  const names = Object.keys(snapshot.names).filter(
    (name) =>
      /^(Decided_\w+|Scored_\w+|Objected_\w+|Voted_\w+|BriefingIssue_\d+|MadeFrom_\w+|Made_(?!Overview|tracker)\w+)$/.test(
        name,
      ) && snapshot.names[name] !== '=""',
  );
  return names.length === 0 ? [] : [{ kind: 'names', names: Object.fromEntries(names.map((name) => [name, '=""'])) }];
}

function logStep({ snapshot, now, words, language, by = '' }: Situation, message: Text): PlanStep[] {
  const table = snapshot.tables[LOG.name];
  if (!table) return [];
  const at = serialFromWallTime(now);
  const summary = message[language];
  const act = actNumber(0, [by, 'next-year', at, summary]);
  return actRecords({ at, job: 'next-year', summary, by }, [], act, actWords('next-year', language)).map((record) =>
    emptyTable(LOG, table, words(LOG), record),
  );
}

function told(name: string, { year, campaign }: { year: number; campaign: string }, left: readonly LeftBehind[]): Text {
  const words = left.map(leftInWords);
  const gone = text(words.map(({ zh }) => zh).join('、') || '无', words.map(({ en }) => en).join('; ') || 'nothing');
  return text(
    `以“${campaign}”（${year} 年）建新活动“${name}”。删去：${gone.zh}。名册、事项、评分标准、奖项、程序和规则保留。`,
    `“${name}” from “${campaign}” (${year}). Deleted: ${gone.en}. Roster, items, criteria, tiers, programme and rules stay.`,
  );
}

/** The former name with the new year in it. */
function nameOf({ campaign: { settings } }: Situation, { campaign, year = 0 }: NextYearInput): string {
  return campaign?.trim() || settings.campaign.replaceAll(String(settings.year), String(year));
}

/** Rows and sheets that go are taken away first, year and name come last: whoever runs it again after a cut does the rest. */
export function decideNextYear(situation: Situation, input: NextYearInput): Decision<NextYearResults> {
  const { campaign, snapshot, language } = situation;
  const { settings } = campaign;
  const { year } = input;
  if (year === undefined)
    return stop([
      {
        code: 'bad-count',
        column: 'year',
        expected: text('新活动的年份', 'the year of the new campaign'),
        found: '',
        message: text('请写明新活动的年份（year）。', 'State the year of the new campaign (year).'),
      },
    ]);
  const name = nameOf(situation, input);
  const stopping = obstacles(situation, input, name);
  if (stopping.length > 0) return stop(stopping);
  const leaving = leaveBehind(situation, input.judges === true);
  if (leaving.problems.length > 0) return stop(leaving.problems);
  const dates = newDates(snapshot, input.dates === 'move' ? year - settings.year : null);
  const set = settingSteps(situation, year, name);
  const message = told(name, settings, leaving.left);
  const cleared = set.changed.filter(({ after }) => after === '');
  return {
    steps: [
      ...leaving.steps,
      ...logStep(situation, message),
      ...nameSteps(situation),
      ...dates.steps,
      ...trackerSteps(situation),
      ...set.steps,
    ],
    changed: {
      ...Object.fromEntries(
        leaving.left
          .filter(({ table, gone }) => table !== '' && !gone)
          .map(({ table }) => [table, { added: 0, updated: 1 }]),
      ),
      Settings: { added: 0, updated: set.changed.length },
    },
    notices: [
      ...dateQuestions(dates.dates),
      ...settingQuestions(cleared, SETTING_ROWS),
      ...oldWords(snapshot, settings.year, [...OF_LAST_YEAR, 'campaign', 'year', 'phases']),
      ...sheetsToLookAt(ownSheets(snapshot)),
      ...valuesOfLastYear(situation, leaving.steps),
    ],
    results: { removed: leaving.left, dates: dates.dates, campaign: name, year },
    preview: {
      added: [],
      changed: [
        ...leaving.left.map(({ table, sheet, rows }) => ({
          table: table || sheet,
          row: '',
          column: '',
          before: rows === null ? sheet : String(rows),
          after: '',
        })),
        ...dates.dates.map(({ table, row, column, was, becomes }) => ({
          table,
          row,
          column: columnTitle(table, column)[language],
          before: was,
          after: becomes,
        })),
        ...set.changed.map((change) => ({ ...change, row: rowTitle(change.table, change.row)[language], column: '' })),
      ],
      unchanged: 0,
    },
    replaced: [],
    message,
    log: null,
  };
}
