// The agenda of the ceremony (颁奖会议程): the programme as the office edits it, timed, with the winners on record under the item that awards them (A-9).
import { isoDay } from '../../core/awards/workingDays';
import { clock, timetable, type ProgrammeItem } from '../../core/awards/timetable';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { readTimeOfDay } from '../../core/time/readTimeOfDay';
import { wallTimeFromIso, type WallTime } from '../../core/ground/wallTime';
import { updateCells } from '../../workbook/contract/edits';
import { codeOf } from '../../workbook/contract/labels';
import { laterTablePlan, tableAfter, type LaterTablePlan } from '../../workbook/contract/laterTable';
import { BLANK } from '../../workbook/presets/blank';
import { presetById } from '../../workbook/presets/presets';
import { readRows } from '../../workbook/contract/rows';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import { agendaSheet, programmeTime } from '../../workbook/sheets/agendaSheet';
import { columnOf } from '../../workbook/contract/spec';
import { PROGRAMME } from '../../workbook/tables/programme/programme';
import { guardedPage } from './guardedPage';
import { ceremonyOf } from './ceremony';
import type { CellChange } from '../run/job';
import { listState, pendingLine, pendingProblems } from './listState';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { publicWinners } from './winners';
import type { AgendaInput } from './agendaJob';
import { unsigned } from './unsigned';

/** Times are HH:mm; '' where a minute is not known yet. */
export interface AgendaResults {
  /** YYYY-MM-DD, '' when no day is known. */
  readonly date: string;
  readonly items: readonly { readonly item: string; readonly begins: string; readonly ends: string }[];
  readonly minutes: number;
  readonly winners: number;
  /** The programme was made from the preset just now. */
  readonly madeProgramme: boolean;
}

interface Programme {
  readonly items: readonly ProgrammeItem[];
  readonly plan: LaterTablePlan;
  readonly changes: readonly CellChange[];
  readonly made: boolean;
}

/** The preset's records as the table will hold them. */
function presetItems(records: readonly RowRecord[], start: number | null): ProgrammeItem[] {
  return records.map(({ item, minutes, who, note, winners }, index) => ({
    item: String(item ?? ''),
    start: index === 0 ? start : null,
    minutes: typeof minutes === 'number' ? minutes : null,
    who: String(who ?? ''),
    note: String(note ?? ''),
    winners: codeOf('yesNo', winners ?? '') === 'yes',
  }));
}

/** As it stands in the workbook, with `start` put in; or the preset's, whose table is then made. */
function programmeOf({ campaign, snapshot, language, words }: Situation, start: number | null): Programme {
  const table = snapshot.tables[PROGRAMME.name];
  if (!table || !campaign.programme) {
    const preset = presetById(campaign.settings.preset) ?? BLANK;
    const records = preset
      .programme(language)
      .map((record, index) => (index === 0 && start !== null ? { ...record, start: clock(start) } : record));
    return {
      items: presetItems(records, start),
      plan: laterTablePlan(snapshot, PROGRAMME, records, words(PROGRAMME), language, [
        'Objections',
        'Decisions',
        'Standings',
      ]),
      changes: [],
      made: true,
    };
  }
  const [first] = readRows(PROGRAMME, table);
  const unchanged = { items: campaign.programme, plan: { steps: [], problems: [] }, changes: [], made: false };
  if (start === null || !first || campaign.programme[0]?.start === start) return unchanged;
  return {
    ...unchanged,
    items: campaign.programme.map((item, index) => (index === 0 ? { ...item, start } : item)),
    plan: {
      steps: updateCells(PROGRAMME, table, [{ index: first.index, key: 'start', value: clock(start) }]),
      problems: [],
    },
    changes: [
      {
        table: PROGRAMME.name,
        row: first.text('item'),
        column: columnOf(PROGRAMME, 'start').header[language],
        before: first.text('start'),
        after: clock(start),
      },
    ],
  };
}

function badDay(date: string): Problem {
  return {
    code: 'bad-date',
    column: 'date',
    found: date,
    expected: text('日期，如 2021-06-26', 'a day such as 2021-06-26'),
    message: text(`日期“${date}”看不懂：请写成 2021-06-26。`, `“${date}” is no day: write it as 2021-06-26.`),
  };
}

function badStart(start: string): Problem {
  return {
    code: 'bad-time',
    table: PROGRAMME.name,
    column: 'start',
    found: start,
    expected: text('时刻，如 9:00', 'a time such as 9:00'),
    message: text(`开始时间“${start}”看不懂：请写成 9:00。`, `“${start}” is no time of day: write 9:00.`),
  };
}

/** Nothing stands where something should, in a row of a table or a setting. */
function lacking(code: ProblemCode, [table, row]: readonly [string, string], expected: Text, message: Text): Problem {
  return { code, table, ...(row !== '' && { row }), expected, found: '', message };
}

const NO_PROGRAMME = lacking(
  'no-programme',
  [PROGRAMME.name, ''],
  text('至少一个环节', 'at least one item'),
  text('“会议程序”表里还没有环节：请先填写。', 'The programme has no items yet: fill them in first.'),
);

const noStart = (item: string): Problem =>
  lacking(
    'no-start',
    [PROGRAMME.name, item],
    text('第一项的开始时间', 'when the first item begins'),
    text(
      '还没有开始时间：请在“会议程序”第一项填上（如 9:00）再生成，现在只印时长。',
      'No time to begin is set: fill it in at the first item of the programme (such as 9:00); for now only the lengths are printed.',
    ),
  );

const NO_CEREMONY = lacking(
  'no-ceremony',
  ['Settings', 'phases'],
  text('阶段“颁奖会”', 'a phase for the ceremony'),
  text('设置的阶段里没有颁奖会，日期留空待填。', 'No phase is the ceremony: the day is left blank.'),
);

const NOT_DECIDED = lacking(
  'not-decided',
  ['Decisions', ''],
  text('已记录的评定', 'a decision on record'),
  text('还没有评定，颁奖名单留空。', 'Nothing is decided yet: the list of winners is left out.'),
);

const FIRST_TIME = text(
  `“${PROGRAMME.sheet.zh}”表已按预设建好，时长为建议，请核对后再生成一次。`,
  ` The programme was made from the preset; its minutes are proposals: check them, then make the agenda again.`,
);

/** The programme as this agenda leaves it is what the agenda was made from. */
function withProgramme(situation: Situation, steps: LaterTablePlan['steps']): Situation {
  const { snapshot } = situation;
  const programme = tableAfter(snapshot, PROGRAMME, steps);
  if (!programme) return situation;
  return { ...situation, snapshot: { ...snapshot, tables: { ...snapshot.tables, Programme: programme } } };
}

/** Day and start as they were asked for; null: not asked for. */
interface AskedTimes {
  readonly day: WallTime | null;
  /** Seconds of the day. */
  readonly start: number | null;
  readonly wrong: readonly Problem[];
}

function askedTimes(input: AgendaInput): AskedTimes {
  const [date, start] = [(input.date ?? '').trim(), (input.start ?? '').normalize('NFKC').trim()];
  const day = date === '' ? null : wallTimeFromIso(date);
  const time = start === '' ? null : readTimeOfDay(start);
  return {
    day,
    start: time && (time.hour * 60 + time.minute) * 60,
    wrong: [
      ...(date !== '' && day === null ? [badDay(date)] : []),
      ...(start !== '' && time === null ? [badStart(start)] : []),
    ],
  };
}

interface Shown {
  readonly timed: ReturnType<typeof timetable>['items'];
  readonly day: WallTime | null;
  readonly winners: ReturnType<typeof publicWinners>;
  /** An item of the programme names the winners. */
  readonly lists: boolean;
}

/** What the office is to fill in or to wait for; none of it keeps the agenda from being made. */
function leftOpen({ campaign, asOf }: Situation, { timed, day, winners, lists }: Shown): Problem[] {
  const [first] = timed;
  return [
    ...(lists ? pendingProblems(listState(campaign, asOf), campaign) : []),
    ...(first?.begins === null ? [noStart(first.item)] : []),
    ...(day === null ? [NO_CEREMONY] : []),
    ...(!winners && lists ? [NOT_DECIDED] : []),
  ];
}

const clockOf = (moment: number | null): string => (moment === null ? '' : clock(moment));

/** Winners come from the record alone, as list, notice and certificates take them; what must not be public stops it (A-3). */
export function decideAgenda(situation: Situation, input: AgendaInput): Decision<AgendaResults> {
  const { campaign, asOf, language } = situation;
  const { settings } = campaign;
  const asked = askedTimes(input);
  if (asked.wrong.length > 0) return stop(asked.wrong);
  const { items, plan, changes, made } = programmeOf(situation, asked.start);
  const winners = publicWinners(campaign);
  const { items: timed, minutes, problems } = timetable(items);
  const day = asked.day ?? ceremonyOf(settings)?.from ?? null;
  const page = agendaSheet(
    {
      campaign: settings.campaign,
      words: settings.words,
      theme: settings.theme,
      organiser: settings.organiser,
      place: settings.ceremonyPlace,
      items: timed,
      day,
      winners,
      pending: pendingLine(listState(campaign, asOf)),
    },
    language,
  );
  const sheet = guardedPage(situation, 'Agenda', page, { source: withProgramme(situation, plan.steps) });
  const stopping = [
    ...changesSinceDecision(campaign).record,
    ...plan.problems,
    ...sheet.problems,
    ...(timed.length > 0 ? [] : [NO_PROGRAMME]),
  ];
  if (stopping.length > 0) return stop(stopping);
  const lists = timed.some((item) => item.winners);
  const named = lists ? (winners?.length ?? 0) : 0;
  const firstTime = made ? FIRST_TIME : text('', '');
  return {
    steps: [...plan.steps, ...sheet.steps],
    notices: [
      ...unsigned(situation),
      ...problems,
      ...leftOpen(situation, { timed, day, winners, lists }),
      ...sheet.notices,
    ],
    changed: {
      Agenda: { added: timed.length, updated: 0 },
      ...(made && { Programme: { added: timed.length, updated: 0 } }),
      ...(changes.length > 0 && { Programme: { added: 0, updated: 1 } }),
    },
    results: {
      date: day === null ? '' : isoDay(day),
      items: timed.map(({ item, begins, ends }) => ({ item, begins: clockOf(begins), ends: clockOf(ends) })),
      minutes,
      winners: named,
      madeProgramme: made,
    },
    preview: {
      added: timed.map((item) => ({
        table: 'Agenda',
        row: item.item,
        summary: [programmeTime(item, language), item.item, item.who].filter(Boolean).join('　'),
      })),
      changed: changes,
      unchanged: 0,
    },
    message: text(
      `颁奖会议程已生成：${timed.length} 项，共 ${minutes} 分钟${lists && winners ? `，颁奖 ${named} 个` : ''}。${firstTime.zh}`,
      `The agenda is made: ${timed.length} items, ${minutes} minutes${lists && winners ? `, ${named} winners` : ''}.${firstTime.en}`,
    ),
  };
}
