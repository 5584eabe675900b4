// The wording of a reminder: one official, polite text per unit with every missing item and part. Shows no phone number, whatever cells hold.
import { leadsOf, type Activity } from '../campaign/activity';
import { activityGroups } from '../campaign/activityGroups';
import { text, type Language, type Text } from '../ground/text';
import { formatLateness } from '../time/formatLateness';
import { formatMoment } from '../time/formatMoment';
import { MINUTE, type WallTime } from '../ground/wallTime';
import type { ReminderItem, UnitToRemind } from './reminderList';

/** What the text of a reminder to one unit says. */
export interface ReminderLetter {
  readonly campaign: string;
  readonly organiser: string;
  readonly asOf: WallTime;
  /** Which reminder of this unit it is, from 1. */
  readonly number: number;
  /** Items are told activity by activity, with who leads it. */
  readonly activities?: readonly Activity[];
}

/** Seven digits or more, however they are grouped or widened: nothing else in a reminder is so long but a date. */
const LONG_NUMBER = /[+＋]?[\d０-９](?:[-－ .()（）]{0,2}[\d０-９]){6,}/g;
const DATE = /^\d{4}[-.]\d{1,2}[-.]\d{1,2}(?!\d)/;

/** Cells that people typed may hold a phone number; a text that leaves the office does not (A-3). */
export function withoutPhones(words: string): string {
  return words.replace(LONG_NUMBER, (number) => (DATE.test(number) ? number : '＊＊＊'));
}

function lacking({ row }: ReminderItem): Text {
  const pieces: Text[] = [];
  if (row.arrived < row.quota) {
    pieces.push(
      row.arrived === 0 && row.quota === 1
        ? text('尚未收到', 'nothing has arrived yet')
        : text(
            `应报 ${row.quota} 件，已收到 ${row.arrived} 件，还差 ${row.quota - row.arrived} 件`,
            `${row.arrived} of ${row.quota} have arrived, ${row.quota - row.arrived} missing`,
          ),
    );
  }
  if (row.missingParts.length > 0)
    pieces.push(text(`缺少材料：${row.missingParts.join('、')}`, `missing parts: ${row.missingParts.join(', ')}`));
  return text(pieces.map(({ zh }) => zh).join('；'), pieces.map(({ en }) => en).join('; '));
}

function timing({ row, requirement }: ReminderItem, asOf: WallTime): Text {
  const { due } = row;
  if (due === null) return text('未定截止时间', 'no due time');
  const at = { zh: formatMoment(due, 'zh'), en: formatMoment(due, 'en') };
  const extended =
    requirement.due !== null && requirement.due !== due
      ? text(
          `（原定 ${formatMoment(requirement.due, 'zh')}，已延期）`,
          ` (extended from ${formatMoment(requirement.due, 'en')})`,
        )
      : text('', '');
  if (row.status === 'overdue') {
    const late = { zh: formatLateness(row.minutesLate, 'zh'), en: formatLateness(row.minutesLate, 'en') };
    return text(
      `应于 ${at.zh} 前报送${extended.zh}，已逾期 ${late.zh}`,
      `was due ${at.en}${extended.en}, overdue by ${late.en}`,
    );
  }
  const left = Math.max(0, Math.floor((due - asOf) / MINUTE));
  return text(
    `请于 ${at.zh} 前报送${extended.zh}，还有 ${formatLateness(left, 'zh')}`,
    `is due ${at.en}${extended.en}, ${formatLateness(left, 'en')} left`,
  );
}

/** One item as the text names it. Example: “T1 宣传活动方案：应于 6月7日 18:00 前报送，已逾期 3天；尚未收到；缺少材料：方案文本”. */
export function reminderLine(item: ReminderItem, asOf: WallTime): Text {
  const { requirementId, title } = item.requirement;
  const when = timing(item, asOf);
  const what = lacking(item);
  return text(
    withoutPhones(`${requirementId} ${title}：${when.zh}；${what.zh}`),
    withoutPhones(`${requirementId} ${title}: ${when.en}; ${what.en}`),
  );
}

/** A name in quotation marks, but for one that has some of its own. */
const quoted = (name: string): string => (name.includes('“') ? name : `“${name}”`);

/** “（属“主题党日”，牵头：县委组织部）”; '' where nobody leads. */
function ledBy({ requirement: { activity } }: ReminderItem, activities: readonly Activity[]): Text {
  const leads = leadsOf(activities, activity);
  if (leads.length === 0) return text('', '');
  return text(
    withoutPhones(`（属${quoted(activity)}，牵头：${leads.join('、')}）`),
    withoutPhones(` (part of ${quoted(activity)}, led by ${leads.join(', ')})`),
  );
}

function byActivity(items: readonly ReminderItem[], activities: readonly Activity[]): readonly ReminderItem[] {
  if (activities.length === 0) return items;
  const named = items.map((item) => ({ item, activity: item.requirement.activity }));
  return activityGroups(named, activities).flatMap(({ things }) => things.map(({ item }) => item));
}

/** Subject of a mail that carries the text. */
export function reminderSubject({ items }: UnitToRemind, { number }: ReminderLetter, language: Language): string {
  const late = items.some(({ row }) => row.status === 'overdue');
  const words = text(
    `${late ? '催报' : '提醒'}：尚有 ${items.length} 项未报齐（第 ${number} 次）`,
    `${late ? 'Overdue' : 'Reminder'}: ${items.length} ${items.length === 1 ? 'item' : 'items'} still missing (no. ${number})`,
  );
  return withoutPhones(words[language]);
}

/** The whole text, paragraphs divided by line breaks; a number before each item when there are several. */
export function reminderText(unit: UnitToRemind, letter: ReminderLetter, language: Language): string {
  const { campaign, organiser, asOf, number, activities = [] } = letter;
  const lines = byActivity(unit.items, activities).map(
    (item, index) =>
      `${unit.items.length > 1 ? `${index + 1}. ` : ''}${reminderLine(item, asOf)[language]}${ledBy(item, activities)[language]}${language === 'zh' ? '。' : '.'}`,
  );
  const count = unit.items.length;
  const zh = [
    `${unit.unit.name}：`,
    `按照${campaign}的安排，截至 ${formatMoment(asOf, 'zh', 'full')}，贵单位尚有 ${count} 项未报齐（第 ${number} 次提醒）：`,
    ...lines,
    '请抓紧补齐报送，并在邮件主题中写明单位和事项。如已报送或情况有出入，请与我办核对。谢谢支持！',
    organiser,
    formatMoment(asOf, 'zh', 'full').split(' ')[0] ?? '',
  ];
  const en = [
    `To ${unit.unit.name}:`,
    `As of ${formatMoment(asOf, 'en', 'full')}, ${count} ${count === 1 ? 'item' : 'items'} for ${campaign} ${count === 1 ? 'is' : 'are'} still missing from you (reminder no. ${number}):`,
    ...lines,
    'Please hand in what is missing and name your unit and the item in the subject. If you have sent it already, or see it differently, please check with us. Thank you.',
    organiser,
    formatMoment(asOf, 'en', 'full').split(',')[0] ?? '',
  ];
  return withoutPhones((language === 'zh' ? zh : en).filter((line) => line !== '').join('\n'));
}

/** The same in few words, for a mail link that must stay short: items, whether overdue, what is missing. */
export function reminderBrief(
  { unit, items }: UnitToRemind,
  { organiser }: ReminderLetter,
  language: Language,
): string {
  const pieces = items.map(({ row, requirement }) => {
    const late = row.status === 'overdue' ? text('已逾期', 'overdue')[language] : '';
    const what = [late, ...row.missingParts].filter((word) => word !== '').join(language === 'zh' ? '、' : ', ');
    return `${requirement.requirementId} ${requirement.title}${what === '' ? '' : language === 'zh' ? `（${what}）` : ` (${what})`}`;
  });
  const words =
    language === 'zh'
      ? `${unit.name}：请补报 ${pieces.join('；')}。${organiser}`
      : `${unit.name}: please hand in ${pieces.join('; ')}. ${organiser}`;
  return withoutPhones(words);
}
