// 追责名单: every unit that was late or is overdue, item by item, with what proves it. Shows what was found; judges nothing.
import type { AccountabilityList, AccountabilityRow, Extension } from '../../core/accountability/accountabilityList';
import type { Activity } from '../../core/campaign/activity';
import { activityGroups } from '../../core/campaign/activityGroups';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatLateness } from '../../core/time/formatLateness';
import { formatMoment } from '../../core/time/formatMoment';
import { calledReceipt, type Review } from '../../core/receipts/receipt';
import { STATUSES } from '../../core/tracker/trackerRow';
import type { WallTime } from '../../core/ground/wallTime';
import { labelOf } from '../contract/labels';
import { FONT, FONT_TITLE, PALETTE } from '../contract/palette';
import type { CellFormat, SheetPlan } from '../contract/plan';
import {
  columnPoints,
  gap,
  kept,
  keptBreaks,
  linesOf,
  pageParts,
  roomOf,
  signature,
  type PageLine,
  type Span,
} from '../contract/pageLines';
import { MADE_SHEETS } from './madeSheets';

/** What stands on 追责名单; figures are worked out already. */
export interface AccountabilityPage {
  readonly campaign: string;
  readonly organiser: string;
  /** The document that is cited; '' = none is set. */
  readonly rule: string;
  readonly list: AccountabilityList;
  readonly activities: readonly Activity[];
  readonly stamp: string;
}

interface Column {
  readonly head: Text;
  readonly width: number;
  readonly center?: boolean;
  readonly words: (row: AccountabilityRow, index: number, language: Language) => string;
}

const moment = (time: WallTime | null, language: Language): string =>
  time === null ? '' : formatMoment(time, language);
const moments = (times: readonly WallTime[], language: Language): string =>
  times.map((time) => formatMoment(time, language)).join('\n');

/** Whose turn it is: what is under review waits for the office, what was sent back for the unit. */
const TURN: Readonly<Record<Review, Text>> = {
  accepted: text('已通过', 'accepted'),
  pending: text('待办公室审核', 'waits for the office'),
  returned: text('已退回，待单位重报', 'sent back to the unit'),
};

/** “6月8日 09:00 R0012 更正R0007，已通过”, a line a version. */
function versionWords({ versions }: AccountabilityRow, language: Language): string {
  return versions
    .map(({ receiptId, at, review, replaces }, index) => {
      const corrects = replaces === '' ? text('', '') : text(`更正${replaces}，`, ` corrects ${replaces},`);
      const turn = review === 'returned' && index < versions.length - 1 ? text('已退回', 'sent back') : TURN[review];
      return text(
        `${formatMoment(at, 'zh')}\n${calledReceipt({ receiptId }).zh}${corrects.zh === '' ? ' ' : corrects.zh}${turn.zh}`,
        `${formatMoment(at, 'en')}\n${calledReceipt({ receiptId }).en}${corrects.en} ${turn.en}`,
      )[language];
    })
    .join('\n');
}

function extensionWords(extension: Extension | null, language: Language): string {
  if (!extension) return text('无', 'none')[language];
  const { from, to, approvedBy, reason } = extension;
  const lines = [
    from === null
      ? ''
      : text(`原截止 ${formatMoment(from, 'zh')}`, `Due before: ${formatMoment(from, 'en')}`)[language],
    text(`延至 ${formatMoment(to, 'zh')}`, `Extended to ${formatMoment(to, 'en')}`)[language],
    text(`批准：${approvedBy || '未记录'}`, `Approved by: ${approvedBy || 'not recorded'}`)[language],
    reason,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** A note that the review wrote begins with the label of its outcome, which the line says already. */
const unlabelled = (why: string): string => why.replace(/^(退回：|Sent back: )/, '');

function sentBackWords({ sentBack }: AccountabilityRow, language: Language): string {
  return sentBack
    .map(({ receiptId, arrivedAt, at, why }) => {
      const when =
        at === null
          ? text(`${formatMoment(arrivedAt, 'zh')} 收到的`, `arrived ${formatMoment(arrivedAt, 'en')}`)
          : text(`${formatMoment(at, 'zh')} 退回`, `sent back ${formatMoment(at, 'en')}`);
      const reason =
        why === ''
          ? text('（未写理由）', ' (no reason given)')[language]
          : text(`：${unlabelled(why)}`, `: ${unlabelled(why)}`)[language];
      return `${calledReceipt({ receiptId })[language]} ${when[language]}${reason}`;
    })
    .join('\n');
}

function reminderWords({ reminders }: AccountabilityRow, language: Language): string {
  if (reminders.length === 0) return text('未催报', 'none')[language];
  return `${text(`${reminders.length}次`, reminders.length === 1 ? 'once' : `${reminders.length} times`)[language]}\n${moments(reminders, language)}`;
}

const COLUMNS: readonly Column[] = [
  { head: text('序号', 'No.'), width: 5, center: true, words: (_row, index) => String(index + 1) },
  { head: text('单位', 'Unit'), width: 14, words: ({ unit }) => unit.name },
  {
    head: text('事项', 'Item'),
    width: 17,
    words: ({ requirement, leads }, _index, language) =>
      [
        `${requirement.requirementId} ${requirement.title}`,
        ...(leads.length > 0 ? [text(`牵头：${leads.join('、')}`, `Led by ${leads.join(', ')}`)[language]] : []),
      ].join('\n'),
  },
  {
    head: text('截止时间', 'Due'),
    width: 15,
    center: true,
    words: ({ row }, _index, language) => moment(row.due, language),
  },
  {
    head: text('延期', 'Extension'),
    width: 16.4,
    words: ({ extension }, _index, language) => extensionWords(extension, language),
  },
  {
    head: text('收到与审核', 'Arrived, review'),
    width: 20,
    center: true,
    words: (row, _index, language) => versionWords(row, language) || text('未收到', 'nothing')[language],
  },
  {
    head: text('报齐时间', 'Complete'),
    width: 14,
    center: true,
    words: ({ row }, _index, language) => moment(row.completedAt, language) || text('未报齐', 'not complete')[language],
  },
  {
    head: text('状态', 'Status'),
    width: 9.4,
    center: true,
    words: ({ row }, _index, language) => labelOf('status', row.status, language),
  },
  {
    head: text('迟了多久', 'Late by'),
    width: 13,
    center: true,
    words: ({ row }, _index, language) =>
      text(
        `${formatLateness(row.minutesLate, 'zh')}\n（${row.minutesLate}分）`,
        `${formatLateness(row.minutesLate, 'en')}\n(${row.minutesLate} min)`,
      )[language],
  },
  { head: text('缺什么', 'Missing'), width: 16.2, words: ({ row }, _index, language) => missingWords(row, language) },
  {
    head: text('退回情况', 'Sent back'),
    width: 17,
    words: (row, _index, language) => sentBackWords(row, language) || text('无', 'none')[language],
  },
  {
    head: text('催报', 'Reminders'),
    width: 14,
    center: true,
    words: (row, _index, language) => reminderWords(row, language),
  },
];

/** Every part by name only where some arrived: a unit that sent nothing lacks all of it. */
function missingWords(
  { status, quota, accepted, arrived, missingParts }: AccountabilityRow['row'],
  language: Language,
): string {
  if (status === 'late') return '';
  if (arrived === 0) return text(`全部（应报${quota}件）`, `everything (${quota} due)`)[language];
  const waiting = arrived - accepted;
  const lines = [
    arrived < quota ? text(`收到 ${arrived} / 应报 ${quota}`, `${arrived} of ${quota} arrived`)[language] : '',
    missingParts.join(language === 'zh' ? '、' : ', '),
    waiting > 0
      ? text(`（已收${waiting}件待办公室审核，不计欠报）`, `(${waiting} arrived and wait for the office: not owed)`)[
          language
        ]
      : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const cell: CellFormat = {
  fontName: FONT,
  fontSize: 10,
  color: PALETTE.ink,
  horizontal: 'Left',
  vertical: 'Center',
  wrap: true,
  border: PALETTE.line,
};
const head: CellFormat = {
  ...cell,
  bold: true,
  horizontal: 'Center',
  color: PALETTE.headerInk,
  fill: PALETTE.headerFill,
};

function lineOf(row: AccountabilityRow, index: number, language: Language): PageLine {
  const words = COLUMNS.map((column) => column.words(row, index, language));
  const lines = COLUMNS.map(({ width }, i) => linesOf(words[i] ?? '', columnPoints(width), 10));
  const [fill, ink] =
    row.row.status === 'overdue' ? [PALETTE.overdueFill, PALETTE.overdueInk] : [PALETTE.lateFill, PALETTE.lateInk];
  return {
    height: Math.min(400, Math.max(1, ...lines) * 14 + 6),
    spans: COLUMNS.map(({ head: { en }, center }, column): Span => ({
      column,
      columns: 1,
      value: words[column] ?? '',
      format: {
        ...cell,
        ...(center && { horizontal: 'Center' as const }),
        ...(en === 'Status' && { fill, color: ink, bold: true }),
      },
    })),
  };
}

/** “核对：…”: the seven counts and their sum, so that whoever contests the list can add it up. */
function proof({ list: { counts, must, rows } }: AccountabilityPage, language: Language): string {
  const parts = STATUSES.map((status) => `${labelOf('status', status, language)} ${counts[status]}`);
  const listed = counts.late + counts.overdue;
  const same = listed === rows.length;
  const zh = `核对：${parts.join(' ＋ ')} ＝ 应报 ${must}（含免报）；名单 ${rows.length} 行 ${same ? '＝' : '≠'} 迟报 ${counts.late} ＋ 逾期 ${counts.overdue}。`;
  const en = `Check: ${parts.join(' + ')} = must ${must} (with exempt); ${rows.length} rows ${same ? '=' : '≠'} late ${counts.late} + overdue ${counts.overdue}.`;
  return text(zh, en)[language];
}

/** “按活动：主题党日（牵头：组织部）逾期 3、迟报 1；…”, so that who leads sees what waits in theirs. */
function byActivity({ list: { rows }, activities }: AccountabilityPage, language: Language): string {
  const items = rows.map(({ requirement: { activity }, row: { status } }) => ({ activity, status }));
  const count = (things: readonly { readonly status: string }[], status: string): number =>
    things.filter((thing) => thing.status === status).length;
  const groups = activityGroups(items, activities).map(({ name, leads, things }) => {
    const [overdue, late] = [count(things, 'overdue'), count(things, 'late')];
    const called = name === '' ? text('其他', 'other')[language] : name;
    return text(
      `${called}${leads.length > 0 ? `（牵头：${leads.join('、')}）` : ''}逾期 ${overdue}、迟报 ${late}`,
      `${called}${leads.length > 0 ? ` (led by ${leads.join(', ')})` : ''} ${overdue} overdue, ${late} late`,
    )[language];
  });
  return text(`按活动：${groups.join('；')}。`, `By activity: ${groups.join('; ')}.`)[language];
}

/** Points of the head, which each page repeats. */
const HEAD_HEIGHT = 24;

/** The sheet as a plan: values only, A4 landscape, one page wide, the head repeated on every page. */
export function accountabilitySheet(page: AccountabilityPage, language: Language): SheetPlan {
  const columns = COLUMNS.length;
  const wide = (value: string, format: CellFormat, height: number): PageLine => ({
    spans: [{ column: 0, columns, value, format }],
    height,
  });
  const groups = page.activities.length > 0 && page.list.rows.length > 0 ? byActivity(page, language) : '';
  const pageWidth = COLUMNS.reduce((sum, { width }) => sum + columnPoints(width), 0);
  const note: CellFormat = { fontName: FONT, fontSize: 10, color: PALETTE.ink, vertical: 'Center', wrap: true };
  const rule =
    page.rule === ''
      ? text('依据：设置里没有填写问责依据。', 'Basis: no accountability rule is set.')
      : text(
          `依据：${page.rule}。按台账规则，截止那一刻报齐算按时，退回的不算报送，延期以批准的为准。`,
          `Basis: ${page.rule}. Complete at the due second is on time; what was sent back does not count; an approved extension moves the due time.`,
        );
  const above: PageLine[] = [
    wide(
      text(`${page.campaign}追责名单`, `${page.campaign}: accountability list`)[language],
      { fontName: FONT_TITLE, fontSize: 18, color: PALETTE.title, horizontal: 'Center', vertical: 'Center' },
      34,
    ),
    wide(signature(page.organiser, page.stamp, language), { ...note, color: PALETTE.muted, horizontal: 'Center' }, 18),
    wide(rule[language], note, 20),
    gap(4),
  ];
  const lines: PageLine[] = [
    ...above,
    {
      spans: COLUMNS.map(({ head: words }, column) => ({ column, columns: 1, value: words[language], format: head })),
      height: HEAD_HEIGHT,
    },
    // Who signs does not stand on a page of its own: the last rows go along.
    ...page.list.rows.map((row, index, { length }) => {
      const line = lineOf(row, index, language);
      return index < length - 2 ? line : kept(line);
    }),
    ...(page.list.rows.length === 0
      ? [
          wide(
            text('没有迟报或逾期的单位。', 'No unit was late or is overdue.')[language],
            { ...note, horizontal: 'Center', border: PALETTE.line },
            28,
          ),
        ]
      : []),
    kept(gap(4)),
    kept(wide(proof(page, language), note, 20)),
    ...(groups === '' ? [] : [kept(wide(groups, note, linesOf(groups, pageWidth, 10) * 14 + 6))]),
    wide(
      text(
        '制表：＿＿＿＿＿＿　　　审核：＿＿＿＿＿＿　　　批准：＿＿＿＿＿＿　　　＿＿＿＿年＿＿月＿＿日',
        'Made by ____________    Checked by ____________    Approved by ____________    Date ____________',
      )[language],
      { ...note, horizontal: 'Right' },
      26,
    ),
    wide(text('内部资料　注意保密', 'Internal, keep confidential')[language], { ...note, color: PALETTE.muted }, 18),
  ];
  const margins = { top: 12, right: 10, bottom: 14, left: 10 };
  const breaks = keptBreaks(lines, roomOf({ orientation: 'Landscape', margins }, pageWidth), { repeated: HEAD_HEIGHT });
  return {
    name: MADE_SHEETS.Accountability.sheet[language],
    tabColor: PALETTE.accent,
    gridlines: false,
    columnWidths: COLUMNS.map(({ width }) => width),
    ...pageParts(lines),
    freeze: { rows: above.length + 1, columns: 0 },
    page: {
      orientation: 'Landscape',
      area: { row: 0, column: 0, rows: lines.length, columns },
      fitWide: 1,
      titleRows: [above.length, above.length],
      ...(breaks.length > 0 && { breaks }),
      margins,
      centerHorizontally: true,
      footerLeft: page.campaign,
      footerRight: text('第 &P 页，共 &N 页', 'Page &P of &N')[language],
    },
  };
}
