// What stands on the leaders' sheet, variant by variant, in as much detail as there is room for. Knows neither head nor foot of the page.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { IssueInSequence } from '../../core/briefing/issues';
import { text, type Language, type Text } from '../../core/ground/text';
import { gap, type PageLine } from '../contract/pageLines';
import { barTable, notDueWords, upcomingTable } from './briefingBars';
import { overdueLines } from './briefingOverdue';
import { paragraph } from './briefingParts';
import { winnersTable, type WinnersShown } from './briefingWinners';
import { contestWords, leadWords, listWords, nextWords, officeWords } from './briefingWords';

/** daily · ceremony: before the ceremony · final: when everything is due. */
export type BriefingVariant = 'daily' | 'ceremony' | 'final';

/** Sentences without their full stops. */
export interface CeremonyLines {
  /** As its phase is called. */
  readonly name: string;
  /** How many days are left, and whether its list of winners is settled. */
  readonly headline: string;
  /** Day, time, place; the programme; seats that are not filled. */
  readonly plan: readonly string[];
}

/** What the briefing shows; all figures as of one moment. */
export interface BriefingPage {
  readonly campaign: string;
  readonly organiser: string;
  readonly variant: BriefingVariant;
  readonly figures: BriefingFigures;
  readonly issue: IssueInSequence;
  /** What leaders have to settle, each a sentence without its full stop. */
  readonly toDecide: readonly string[];
  /** What is coming, with time and place; each a sentence without its full stop. */
  readonly countdown: readonly string[];
  /** Null when no phase is the ceremony. */
  readonly ceremony: CeremonyLines | null;
  readonly unitName: (unitId: string) => string;
  /** How final the list of winners is, each a sentence without its full stop. */
  readonly listState: readonly string[];
  /** Of cells that could not be read; '' when there are none. */
  readonly caution: string;
  readonly stamp: string;
}

/** How small and how short the page is set, so that it fits. */
export interface Detail {
  /** Points of running text and of the names of overdue units. */
  readonly body: number;
  readonly names: number;
  /** Overdue units of one set of items follow those of another in the same paragraph. */
  readonly joined?: true;
  readonly winners: WinnersShown | 'table';
  /** What is not due yet is said, too. */
  readonly notDue: boolean;
  /** How many of the next due times and phases. */
  readonly next: number;
  /** The table of items; without it the verdict and the overdue units say it. */
  readonly bars?: false;
}

/** What may be printed, best first: the type gives way a little, then what stands on other sheets; no overdue unit is ever left out. */
export const DETAILS: readonly Detail[] = [
  { body: 12, names: 12, winners: 'titles', notDue: true, next: 3 },
  { body: 12, names: 10.5, winners: 'titles', notDue: true, next: 3 },
  { body: 12, names: 10.5, winners: 'units', notDue: true, next: 3 },
  { body: 12, names: 10, winners: 'units', notDue: true, next: 2 },
  { body: 12, names: 10, joined: true, winners: 'units', notDue: true, next: 2 },
  { body: 12, names: 10, joined: true, winners: 'units', notDue: false, next: 2 },
  { body: 10.5, names: 10, joined: true, winners: 'units', notDue: false, next: 2 },
  { body: 10.5, names: 10, joined: true, winners: 'count', notDue: false, next: 1 },
  { body: 10, names: 10, joined: true, winners: 'count', notDue: false, next: 0 },
  { body: 10, names: 9, joined: true, winners: 'count', notDue: false, next: 0 },
];

/** Before the ceremony its winners come first, and what is not due yet can wait. */
export const CEREMONY_DETAILS: readonly Detail[] = [
  { body: 12, names: 10.5, winners: 'table', notDue: false, next: 0 },
  { body: 12, names: 10, joined: true, winners: 'table', notDue: false, next: 0 },
  { body: 12, names: 10, joined: true, winners: 'table', notDue: false, next: 0, bars: false },
  { body: 10.5, names: 10, joined: true, winners: 'table', notDue: false, next: 0, bars: false },
  { body: 12, names: 10, joined: true, winners: 'units', notDue: false, next: 0 },
  { body: 12, names: 10, joined: true, winners: 'units', notDue: false, next: 0, bars: false },
  { body: 10.5, names: 10, joined: true, winners: 'units', notDue: false, next: 0, bars: false },
  { body: 10, names: 9, joined: true, winners: 'count', notDue: false, next: 0, bars: false },
];

/** A part of the briefing with its heading. */
export interface Section {
  readonly title: Text;
  readonly lines: readonly PageLine[];
}

type Maker = (page: BriefingPage, detail: Detail, language: Language) => Section;

/** One sentence stands alone; several are numbered. */
function numbered(lines: readonly string[], { body }: Detail, language: Language): PageLine[] {
  const stop = language === 'zh' ? '。' : '.';
  return lines.map((line, index) =>
    paragraph(`${lines.length > 1 ? `${index + 1}. ` : ''}${line}${stop}`, language, body),
  );
}

const said = (words: string, { body }: Detail, language: Language): PageLine[] =>
  words === '' ? [] : [paragraph(words, language, body)];

const toDecide: Maker = ({ toDecide: lines, variant }, detail, language) => ({
  title: text('需领导决定', 'For decision'),
  lines:
    lines.length > 0
      ? numbered(lines, detail, language)
      : said(
          variant === 'final'
            ? ''
            : text('本期没有需要领导决定的事项。', 'Nothing needs a decision in this issue.')[language],
          detail,
          language,
        ),
});

/** What is due, or, while nothing is, what will be. */
const progress: Maker = ({ figures, variant }, detail, language) => {
  if (figures.soFar.due === 0) return { title: text('即将到期', 'Due next'), lines: upcomingTable(figures, language) };
  const ended = variant === 'final';
  const bars = detail.bars === false ? [] : barTable(figures, ended ? 'ended' : 'running', language);
  return {
    title: ended ? text('报送完成情况', 'What was handed in') : text('到期事项', 'What is due'),
    lines: [
      ...bars,
      ...(bars.length > 0 ? [gap(3)] : []),
      ...said(officeWords(figures, language), detail, language),
      ...(detail.notDue ? said(notDueWords(figures, language), detail, language) : []),
    ],
  };
};

const overdue: Maker = ({ figures, variant }, { names, joined }, language) => {
  const lines = [...overdueLines(figures, language), leadWords(figures, language)].filter((words) => words !== '');
  return {
    title: variant === 'final' ? text('未报单位', 'Never handed in') : text('逾期单位', 'Overdue units'),
    lines: (figures.soFar.due === 0 ? [] : joined ? [lines.join(language === 'zh' ? '' : ' ')] : lines).map((words) =>
      paragraph(words, language, names),
    ),
  };
};

/** Nothing is said of a contest that nobody plans. */
const contest: Maker = ({ figures, variant, ceremony, unitName, listState }, detail, language) => {
  const title = variant === 'final' ? text('评选结果', 'The contest') : text('评选进展', 'Contest');
  if (figures.contest === null && (ceremony === null || variant === 'final')) return { title, lines: [] };
  const shown = detail.winners === 'table' ? 'count' : detail.winners;
  const words = [contestWords(figures, unitName, shown, language), ...listWords(listState, language)];
  return { title, lines: said(words.join(language === 'zh' ? '' : ' '), detail, language) };
};

const winners: Maker = (page, detail, language) => {
  const { figures, unitName, listState } = page;
  const table = detail.winners === 'table' ? winnersTable(figures, unitName, language) : [];
  if (table.length === 0) return { ...contest(page, detail, language), title: text('获奖作品', 'Winners') };
  return {
    title: text('获奖作品', 'Winners'),
    lines: [...table, gap(3), ...said(listWords(listState, language).join(''), detail, language)],
  };
};

const arrangements: Maker = ({ ceremony }, detail, language) => ({
  title: text('颁奖会安排', 'The ceremony'),
  lines: numbered(ceremony?.plan ?? [], detail, language),
});

const coming: Maker = ({ figures, countdown, ceremony, variant }, detail, language) => ({
  title: variant === 'final' ? text('后续工作', 'What is left') : text('倒计时和下一步', 'Countdown'),
  lines: numbered(
    [...countdown, ...nextWords(figures, ceremony?.name ?? '', language).slice(0, detail.next)],
    detail,
    language,
  ),
});

const ORDER: Readonly<Record<BriefingVariant, readonly Maker[]>> = {
  daily: [toDecide, progress, overdue, contest, coming],
  ceremony: [toDecide, arrangements, winners, progress, overdue],
  final: [progress, overdue, contest, toDecide, coming],
};

/** Sections that have something to say, in the order of the variant. */
export function sectionsOf(page: BriefingPage, detail: Detail, language: Language): Section[] {
  return ORDER[page.variant].map((maker) => maker(page, detail, language)).filter(({ lines }) => lines.length > 0);
}
