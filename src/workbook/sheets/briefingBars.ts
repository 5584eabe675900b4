// The tables of items on the leaders' sheet: one bar an item in greys that print, what the end of the campaign came to, and what is still to come.
import type { BriefingFigures, RequirementFigures } from '../../core/briefing/briefingFigures';
import { DAY, type WallTime } from '../../core/ground/wallTime';
import { text, type Language, type Text } from '../../core/ground/text';
import type { PageLine, Span } from '../contract/pageLines';
import { cellFormat, COLUMNS, headFormat, RULE, tableLine, type TableCell } from './briefingParts';
import { dueWords } from '../../core/time/dueWords';

/** Cells of the grid that a bar takes; each is a tenth. */
const BAR_CELLS = 10;
const ACCEPTED = '#404040';
const WAITING = '#A6A6A6';
const MISSING = '#FFFFFF';

/** How many of the cells each part takes: no part that is there vanishes, none that is not shows. */
export function barParts(due: number, accepted: number, waiting: number): readonly [number, number, number] {
  const missing = due - accepted - waiting;
  if (due === 0) return [0, 0, 0];
  const parts = [accepted, waiting, missing].map((part) =>
    part === 0 ? 0 : Math.max(1, Math.round((part / due) * BAR_CELLS)),
  );
  const [a = 0, w = 0, m = 0] = parts;
  const over = a + w + m - BAR_CELLS;
  // What is too much or too little goes off the largest part.
  const largest = Math.max(a, w, m);
  if (a === largest) return [a - over, w, m];
  return m === largest ? [a, w, m - over] : [a, w - over, m];
}

/** Cells of a bar: accepted, waiting, missing of what is due, told apart in grey print, too. */
function barSpans({ soFar }: RequirementFigures, column: number): Span[] {
  const fills = barParts(soFar.due, soFar.accepted, soFar.waiting).flatMap((cells, part) =>
    Array.from({ length: cells }, () => [ACCEPTED, WAITING, MISSING][part] ?? MISSING),
  );
  return fills.map((fill, index): Span => ({
    column: column + index,
    columns: 1,
    value: '',
    format: { fill, border: RULE },
  }));
}

/** No digit is written where there is nothing to count. */
const unlessZero = (count: number): number | string => (count === 0 ? '' : count);

interface BarColumn {
  readonly head: Text;
  readonly of: (figures: RequirementFigures['soFar']) => number | string;
}

const DUE: BarColumn = { head: text('到期', 'Due'), of: ({ due }) => due };
const OVERDUE: BarColumn = { head: text('逾期', 'Owed'), of: ({ overdue }) => unlessZero(overdue) };
const LEGEND = text('■通过　▒待审　□未收', '■ OK  ▒ review  □ none');

/** While it runs: what is due, what has arrived, what is accepted. In the end: what came in time, what came late, what never came. */
const BAR_COLUMNS: Readonly<Record<'running' | 'ended', readonly BarColumn[]>> = {
  running: [
    DUE,
    { head: text('收到', 'In'), of: ({ received }) => received },
    { head: text('通过', 'OK'), of: ({ accepted }) => accepted },
  ],
  ended: [
    { head: text('应报', 'Due'), of: ({ due }) => due },
    { head: text('按时', 'On time'), of: ({ accepted, late }) => unlessZero(accepted - late) },
    { head: text('迟报', 'Late'), of: ({ late }) => unlessZero(late) },
  ],
};
const LAST: Readonly<Record<'running' | 'ended', BarColumn>> = {
  running: OVERDUE,
  ended: { head: text('未报', 'None'), of: ({ overdue }) => unlessZero(overdue) },
};
const FIGURE_WIDTH = 2;

/** One line an item of which something is due; nothing where nothing is. */
export function barTable(
  { requirements }: BriefingFigures,
  stage: 'running' | 'ended',
  language: Language,
): PageLine[] {
  const items = requirements.filter(({ soFar }) => soFar.due > 0);
  if (items.length === 0) return [];
  const figures = BAR_COLUMNS[stage];
  const last = LAST[stage];
  const titleWidth = COLUMNS - FIGURE_WIDTH * (figures.length + 1) - BAR_CELLS;
  const barAt = titleWidth + FIGURE_WIDTH * figures.length;
  const head: TableCell[] = [
    [titleWidth, text('事项', 'Item')[language]],
    ...figures.map(({ head: word }): TableCell => [FIGURE_WIDTH, word[language]]),
    [BAR_CELLS, LEGEND[language]],
    [FIGURE_WIDTH, last.head[language]],
  ];
  return [
    tableLine(head, headFormat),
    ...items.map((item): PageLine => {
      const line = tableLine(
        [
          [titleWidth, `${item.requirementId} ${item.title}`, { horizontal: 'Left' }],
          ...figures.map(({ of }): TableCell => [FIGURE_WIDTH, of(item.soFar)]),
        ],
        cellFormat,
      );
      const end: Span = {
        column: barAt + BAR_CELLS,
        columns: FIGURE_WIDTH,
        value: last.of(item.soFar),
        format: { ...cellFormat, bold: true },
      };
      return { height: line.height, spans: [...line.spans, ...barSpans(item, barAt), end] };
    }),
  ];
}

const notDue = ({ requirements }: BriefingFigures): RequirementFigures[] =>
  requirements.filter(({ must, soFar }) => must > 0 && soFar.due === 0);

const dueOf = (due: WallTime | null, language: Language): string =>
  due === null ? text('未定', 'no date')[language] : dueWords(due, language);

function daysLeft(due: WallTime | null, asOf: WallTime, language: Language): string {
  if (due === null) return '';
  const days = Math.floor((due - asOf) / DAY);
  if (days < 1) return text('不到1天', 'under 1 day')[language];
  return text(`${days}天`, `${days} ${days === 1 ? 'day' : 'days'}`)[language];
}

/** While nothing is due: what will be, soonest first, and what has come early. */
export function upcomingTable(figures: BriefingFigures, language: Language): PageLine[] {
  const items = [...notDue(figures)].sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity));
  if (items.length === 0) return [];
  // No column where nothing has come yet.
  const early = items.some(({ done, underReview }) => done + underReview > 0);
  const widths = early ? [11, 5, 3, 2, 3] : [12, 6, 3, 3, 0];
  const line = (values: readonly (string | number)[], format = cellFormat): PageLine =>
    tableLine(
      values
        .map((value, index): TableCell => [
          widths[index] ?? 1,
          value,
          index === 0 && format === cellFormat ? { horizontal: 'Left' } : undefined,
        ])
        .filter(([columns]) => columns > 0),
      format,
    );
  const heads = [
    text('事项', 'Item'),
    text('截止', 'Due'),
    text('还剩', 'Left'),
    text('应报', 'Owed'),
    text('已收', 'Early'),
  ];
  return [
    line(
      heads.map((word) => word[language]),
      headFormat,
    ),
    ...items.map(({ requirementId, title, due, must, done, underReview }) =>
      line([
        `${requirementId} ${title}`,
        dueOf(due, language),
        daysLeft(due, figures.asOf, language),
        must,
        unlessZero(done + underReview),
      ]),
    ),
  ];
}

/** “未到期：T3活动情况、工作总结（7月3日 18:00）已收2/45；…”; '' when everything is due. Where nothing has come yet, no figure says so. */
export function notDueWords(figures: BriefingFigures, language: Language): string {
  const open = notDue(figures);
  if (open.length === 0) return '';
  const parts = open.map(({ requirementId, title, due, must, done, underReview }) => {
    const come = done + underReview;
    const early = come === 0 ? text('', '') : text(`已收${come}/${must}`, ` ${come} of ${must} early`);
    return language === 'zh'
      ? `${requirementId}${title}（${dueOf(due, 'zh')}）${early.zh}`
      : `${requirementId} ${title} (${dueOf(due, 'en')})${early.en}`;
  });
  return language === 'zh' ? `未到期：${parts.join('；')}。` : `Not due yet: ${parts.join('; ')}.`;
}
