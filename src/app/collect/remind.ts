// Prepare reminders (催报): one text per unit, to be copied or opened as mail by a person, each logged. Nothing is sent.
import type { Problem } from '../../core/ground/problem';
import { mailto } from '../../core/reminders/mailto';
import { remindedAt, sameDay, type Reminder } from '../../core/reminders/reminder';
import { reminderList, type UnitToRemind } from '../../core/reminders/reminderList';
import {
  reminderBrief,
  reminderLine,
  reminderSubject,
  reminderText,
  withoutPhones,
  type ReminderLetter,
} from '../../core/reminders/reminderText';
import type { Unit } from '../../core/roster/unit';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { trackUnits } from '../../core/tracker/trackUnits';
import { serialFromWallTime } from '../../core/ground/wallTime';
import { readReminders } from '../../workbook/tables/records/readRecords';
import { momentText } from '../../workbook/contract/cells';
import { appendRows } from '../../workbook/contract/edits';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import { REMINDERS } from '../../workbook/tables/records/records';
import { unitCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { RemindInput } from './remindJob';

/** A reminder to be copied or mailed by hand; nothing is sent. */
export interface ReminderOut {
  readonly unitId: string;
  readonly unit: string;
  /** requirementIds. */
  readonly items: readonly string[];
  /** Which reminder of this unit it is, from 1. */
  readonly number: number;
  readonly subject: string;
  readonly text: string;
  /** RFC 6068; without an address when the roster has no sound one. */
  readonly mailto: string;
}

export interface RemindResults {
  readonly texts: readonly ReminderOut[];
  /** unitIds that were reminded today already and are left out. */
  readonly leftOut: readonly string[];
  /** How far it looked ahead. */
  readonly days: number;
}

interface Wanted {
  /** null: all. */
  readonly units: readonly Unit[] | null;
  readonly problems: readonly Problem[];
}

function wantedUnits({ campaign }: Situation, { units }: RemindInput): Wanted {
  const names = (units ?? '')
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const called = names.map((name) => unitCalled(campaign.units, name));
  return {
    units: names.length === 0 ? null : called.flatMap(({ thing }) => thing ?? []),
    problems: called.flatMap((one) => one.problems),
  };
}

function remindedToday(unit: Unit, when: number): Problem {
  const at = { zh: formatMoment(when, 'zh'), en: formatMoment(when, 'en') };
  return {
    code: 'reminded-today',
    table: REMINDERS.name,
    row: unit.unitId,
    expected: text('今天还没有催报过', 'no reminder today yet'),
    found: momentText(when),
    message: text(
      `${unit.name}今天（${at.zh}）已催报过，这次没有列入；确要再催，请选“今天催过的也再催一次”。`,
      `${unit.name} was reminded today (${at.en}) and is left out; choose “Those reminded today, too” to remind it once more.`,
    ),
  };
}

/** One notice for all of them: on the first day most units have no mailbox yet. */
function mailNotices(units: readonly Unit[]): Problem[] {
  if (units.length === 0) return [];
  const names = units.map(({ name }) => name).join('、');
  return [
    {
      code: 'no-mailbox',
      table: 'Units',
      column: 'email',
      expected: text('邮箱地址', 'a mail address'),
      found: names,
      message: text(
        `${units.length} 家没有可用的邮箱（${names}）：打开邮件后请自己填收件人。`,
        `${units.length} units have no usable mailbox (${names}): fill in the recipient yourself.`,
      ),
    },
  ];
}

function outOf(unit: UnitToRemind, letter: ReminderLetter, { language }: Situation): ReminderOut {
  const words = reminderText(unit, letter, language);
  const subject = reminderSubject(unit, letter, language);
  const otherwise = text(
    '（全文较长，请从窗格复制后粘贴到这里。）',
    '(The text is long: copy it from the pane and paste it here.)',
  )[language];
  return {
    unitId: unit.unit.unitId,
    unit: withoutPhones(unit.unit.name),
    items: unit.items.map(({ row }) => row.requirementId),
    number: letter.number,
    subject,
    text: words,
    mailto: mailto(unit.unit.email, subject, [words, reminderBrief(unit, letter, language), otherwise]),
  };
}

function logRows(unit: UnitToRemind, letter: ReminderLetter, by: string, situation: Situation): RowRecord[] {
  const { now, language } = situation;
  const head = text(`第 ${letter.number} 次：`, `No. ${letter.number}: `)[language];
  return unit.items.map((item) => ({
    at: serialFromWallTime(now),
    unitId: unit.unit.unitId,
    requirementId: item.row.requirementId,
    by,
    text: head + reminderLine(item, letter.asOf)[language],
  }));
}

/** Who has to be reminded as of the moment, with texts; in write mode one row per item goes into the reminders. */
export function decideRemind(situation: Situation, input: RemindInput): Decision<RemindResults> {
  const { campaign, snapshot, asOf, now, words } = situation;
  const wanted = wantedUnits(situation, input);
  if (wanted.problems.length > 0) return stop(wanted.problems);
  const table = tableIn(snapshot, REMINDERS);
  const unreadable: Problem[] = [];
  const reminders: Reminder[] = readReminders(table, unreadable);
  const chosen = wanted.units ? new Set(wanted.units.map(({ unitId }) => unitId)) : null;
  const all = reminderList(trackUnits(campaign, asOf), campaign.units, campaign.requirements, asOf, input.days).filter(
    ({ unit }) => !chosen || chosen.has(unit.unitId),
  );
  const todays = new Map(
    all.flatMap(({ unit }) =>
      remindedAt(reminders, unit.unitId)
        .filter((at) => sameDay(at, now))
        .map((at) => [unit.unitId, at] as const),
    ),
  );
  const due = input.again ? all : all.filter(({ unit }) => !todays.has(unit.unitId));
  const leftOut = all.filter((one) => !due.includes(one)).map(({ unit }) => unit);
  const { campaign: name, organiser } = campaign.settings;
  const letters = due.map((unit) => ({
    unit,
    letter: {
      campaign: name,
      organiser,
      asOf,
      activities: campaign.activities,
      number: remindedAt(reminders, unit.unit.unitId).length + 1,
    },
  }));
  const texts = letters.map(({ unit, letter }) => outOf(unit, letter, situation));
  const records = letters.flatMap(({ unit, letter }) => logRows(unit, letter, input.by?.trim() ?? '', situation));
  const items = records.length;
  const quiet = wanted.units?.filter((unit) => !all.some((one) => one.unit.unitId === unit.unitId)) ?? [];
  return {
    steps: appendRows(REMINDERS, table, records, words(REMINDERS)),
    changed: items > 0 ? { [REMINDERS.name]: { added: items, updated: 0 } } : {},
    notices: [
      ...unreadable,
      ...leftOut.map((unit) => remindedToday(unit, todays.get(unit.unitId) ?? now)),
      ...quiet.map((unit): Problem => ({
        code: 'nothing-missing',
        table: 'Units',
        row: unit.unitId,
        expected: text('有未报齐的事项', 'an item that is missing'),
        found: unit.name,
        message: text(`${unit.name}没有需要催报的事项。`, `${unit.name} has nothing to be reminded of.`),
      })),
      ...mailNotices(
        due.filter((_, index) => texts[index]?.mailto.startsWith('mailto:?') === true).map(({ unit }) => unit),
      ),
    ],
    results: { texts, leftOut: leftOut.map(({ unitId }) => unitId), days: input.days },
    preview: {
      added: texts.flatMap((out) =>
        out.items.map((item) => ({
          table: REMINDERS.name,
          row: out.unitId,
          summary: `${out.unit} · ${item} · ${text(`第 ${out.number} 次`, `no. ${out.number}`)[situation.language]}`,
        })),
      ),
      changed: [],
      unchanged: leftOut.length,
    },
    message:
      texts.length === 0
        ? text(
            leftOut.length > 0 ? `没有新的催报：${leftOut.length} 家今天已催报过。` : '没有需要催报的单位。',
            leftOut.length > 0
              ? `No new reminders: ${leftOut.length} units were reminded today.`
              : 'No unit needs a reminder.',
          )
        : text(
            `催报 ${texts.length} 家 ${items} 项，文字已备好，复制或用邮件打开后发出；本插件不发送任何消息。`,
            `Reminders for ${texts.length} units, ${items} items, are ready: copy them or open them as mail. Nothing is sent by the add-in.`,
          ),
  };
}
