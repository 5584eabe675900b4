// 公示: the winners, the days of the notice, how to object, the rules of judging. Counts no days, decides nothing.
import { entryHeader, ownTitle, personHeader } from '../../core/campaign/ownWords';
import type { ContestWords } from '../../core/campaign/settings';
import { UNDER_ALIAS, type PublicWinner } from '../../core/awards/publicWinner';
import type { NoticePeriod } from '../../core/awards/workingDays';
import { text, type Language, type Text } from '../../core/ground/text';
import { formatDay } from '../../core/time/formatDay';
import type { ListCell, ListPage } from './listPage';
import { MADE_SHEETS } from './madeSheets';

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

/** The page without its stamp. */
export function noticeSheet(page: NoticePage, language: Language): Omit<ListPage, 'stamp'> {
  const { campaign, organiser, words, winners, period, days, countPostingDay, pending } = page;
  const say = (sentence: Text): string => sentence[language];
  const tiered = new Set(winners.map(({ tier }) => tier)).size > 1;
  const where = page.contact || text('＿＿＿＿＿＿＿＿＿＿', '____________________')[language];
  return {
    name: say(MADE_SHEETS.Notice.sheet),
    title: ownTitle(words.noticeTitle, text('评选结果公示', 'Notice of the result'), language),
    footer: '',
    landscape: false,
    official: true,
    subtitle: [campaign, ...(pending ? [`（${say(pending).replace(/[。.]$/, '')}）`] : [])],
    grid:
      language === 'zh'
        ? [tiered ? 10 : 7, tiered ? 20 : 23, 17, 19, 14]
        : [tiered ? 10 : 7, tiered ? 22 : 25, 16, 14.5, 17.5],
    sections: [
      {
        lines: [language === 'zh' && !page.opening.startsWith('　') ? `　　${page.opening}` : page.opening],
      },
      {
        columns: [
          { header: say(tiered ? text('奖项', 'Tier') : text('序号', 'No.')) },
          { header: entryHeader({ words }, language), left: true },
          { header: say(text('报送单位', 'Unit')) },
          { header: say(text('类别', 'Category')) },
          { header: personHeader({ words }, language) },
        ],
        rows: winners.map((winner, index): ListCell[] => [
          { value: tiered ? winner.tier : index + 1 },
          { value: winner.title },
          { value: winner.unit },
          { value: winner.category },
          { value: winner.alias ? say(UNDER_ALIAS) : winner.storyteller },
        ]),
      },
      {
        heading: say(text('一、公示时间', '1. Period')),
        lines: [
          say(
            text(
              `　　${formatDay(period.posted, 'zh')}张贴，公示期为${formatDay(period.first, 'zh')}至${formatDay(period.last, 'zh')}，共${days}个工作日${countPostingDay ? '' : '（张贴当天不计）'}。`,
              `Posted on ${formatDay(period.posted, 'en')}; it runs from ${formatDay(period.first, 'en')} to ${formatDay(period.last, 'en')}, ${days} working days${countPostingDay ? '' : ' (the day of posting not counted)'}.`,
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
