// 公示: the winners, the days of the notice, how to object, the rules of judging. Counts no days, decides nothing.
import { entryHeader, ownTitle, personHeader } from '../../core/campaign/ownWords';
import type { ContestWords } from '../../core/campaign/settings';
import { personShown, type PublicWinner } from '../../core/awards/publicWinner';
import type { NoticePeriod } from '../../core/awards/workingDays';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatDay, formatDays } from '../../core/time/formatDay';
import { fittedGrid } from '../contract/fittedGrid';
import { OFFICIAL, type ListCell, type ListPage } from './listPage';
import { MADE_SHEETS } from './madeSheets';

/** What stands on 公示, line by line. */
export interface NoticePage {
  readonly campaign: string;
  readonly organiser: string;
  /** The campaign's own. */
  readonly words: ContestWords;
  /** What it says before the list. */
  readonly opening: string;
  readonly winners: readonly PublicWinner[];
  readonly period: NoticePeriod;
  /** Working days. */
  readonly days: number;
  readonly countPostingDay: boolean;
  /** '' is left blank to write in. */
  readonly contact: string;
  readonly rules: readonly Text[];
  /** Why the list is not final. */
  readonly pending: Text | null;
}

/** Characters across the type area, and which column has the titles. */
const GRID = 80;
const TITLE = 1;

/** The page without its stamp. */
export function noticeSheet(page: NoticePage, language: Language): Omit<ListPage, 'stamp'> {
  const { campaign, organiser, words, winners, period, days, countPostingDay, pending } = page;
  const say = (sentence: Text): string => sentence[language];
  const tiered = new Set(winners.map(({ tier }) => tier)).size > 1;
  const rows = winners.map((winner, index): ListCell[] => [
    { value: tiered ? winner.tier : index + 1 },
    { value: winner.title },
    { value: winner.unit },
    { value: winner.category },
    { value: personShown(winner, language) },
  ]);
  const columns = [
    say(tiered ? text('奖项', 'Tier') : text('序号', 'No.')),
    entryHeader({ words }, language),
    say(text('报送单位', 'Unit')),
    say(text('类别', 'Category')),
    personHeader({ words }, language),
  ].map((head, at) => ({ head, left: at === TITLE, texts: rows.map((row) => String(row[at]?.value)) }));
  const where = page.contact || text('＿＿＿＿＿＿＿＿＿＿', '____________________')[language];
  return {
    name: say(MADE_SHEETS.Notice.sheet),
    title: ownTitle(words.noticeTitle, text('评选结果公示', 'Notice of the result'), language),
    footer: '',
    landscape: false,
    official: true,
    subtitle: [campaign, ...(pending ? [`（${say(pending).replace(/[。.]$/, '')}）`] : [])],
    grid: fittedGrid(columns, GRID, OFFICIAL.table),
    sections: [
      {
        lines: [language === 'zh' && !page.opening.startsWith('　') ? `　　${page.opening}` : page.opening],
      },
      {
        columns: columns.map(({ head, left }) => ({ header: head, left })),
        rows,
      },
      {
        heading: say(text('一、公示时间', '1. Period')),
        lines: [
          say(
            text(
              `　　${formatDay(period.posted, 'zh')}张贴，公示期为${formatDays(period.first, period.last, 'zh')}，共${days}个工作日${countPostingDay ? '' : '（张贴当天不计）'}。`,
              `Posted on ${formatDay(period.posted, 'en')}; it runs from ${formatDays(period.first, period.last, 'en')}, ${days} working days${countPostingDay ? '' : ' (the day of posting not counted)'}.`,
            ),
          ),
        ],
      },
      {
        heading: say(text('二、异议反映', '2. Objections')),
        lines: [
          say(
            text(
              '　　对公示内容有异议的，请在公示期内以书面、电话或当面方式实名反映，写明事实和联系方式；单位反映的，请加盖公章。',
              'Objections are taken in writing, by telephone or in person within the period, under the real name, with the facts and how to be reached.',
            ),
          ),
          say(text(`　　受理单位：${organiser}`, `Office: ${organiser}`)),
          say(text(`　　联系方式：${where}`, `Contact: ${where}`)),
        ],
      },
      {
        heading: say(text('三、评审规则', '3. Rules of judging')),
        lines: page.rules.map((line) => (language === 'zh' ? `　　${line.zh}` : line.en)),
      },
    ],
    closing: [organiser, formatDay(period.posted, language)],
  };
}
