// 奖金签收表: who gets what, with room to sign. Shows amounts that were decided; computes none.
import { entryHeader, personHeader } from '../../core/campaign/ownWords';
import type { ContestWords } from '../../core/campaign/settings';
import type { PublicWinner } from '../../core/awards/publicWinner';
import { amountInFigures } from '../../core/ground/amountInFigures';
import { amountInWords } from '../../core/ground/amountInWords';
import { text, type Language, type Text } from '../../core/ground/text';
import { fittedGrid } from '../contract/fittedGrid';
import { OFFICIAL, type ListCell, type ListPage } from './listPage';
import { MADE_SHEETS } from './madeSheets';

/** What stands on 奖金签收表; amounts in yuan. */
export interface PrizeReceiptPage {
  readonly campaign: string;
  /** The campaign's own. */
  readonly words: ContestWords;
  /** Who signs stands under the real name: the sheet is not for the public. */
  readonly winners: readonly (PublicWinner & { readonly realName: string })[];
  /** Several tiers: each row says which. */
  readonly tiered: boolean;
  /** Yuan. */
  readonly total: number;
}

const MONEY = '#,##0';

/** Rows are high enough to sign in, a centimetre, and ten of them leave room for who signs below; more of them go on further pages, under the same head. */
const ROW_HEIGHT = 28;
/** Characters across the type area, which column has the titles, and the columns of amount, signature and date. */
const GRID = 80;
const TITLE = 1;
const ROOM: Readonly<Record<Language, readonly number[]>> = { zh: [9.5, 11, 8.5], en: [12, 11.5, 8] };

/** The page without its stamp. */
export function prizeReceiptSheet(
  { campaign, words, winners, tiered, total }: PrizeReceiptPage,
  language: Language,
): Omit<ListPage, 'stamp'> {
  const say = (sentence: Text): string => sentence[language];
  const blank: ListCell = { value: '' };
  const cells = winners.map(({ title, tier, unit, realName }, index) => [
    index + 1,
    tiered ? `${title}\n${tier}` : title,
    unit,
    realName,
  ]);
  const columns = [
    say(text('序号', 'No.')),
    entryHeader({ words }, language),
    say(text('报送单位', 'Unit')),
    say(text(personHeader({ words }, 'zh'), 'Name')),
  ].map((head, at) => ({ head, left: at === TITLE, texts: cells.map((row) => String(row[at])) }));
  const room = ROOM[language];
  return {
    name: say(MADE_SHEETS.PrizeReceipt.sheet),
    title: say(text('奖金签收表', 'Receipt of prizes')),
    footer: '',
    landscape: false,
    official: true,
    subtitle:
      language === 'zh'
        ? [`${campaign}${words.contest}`]
        : [campaign, ...(words.contest === '' ? [] : [words.contest])],
    grid: [...fittedGrid(columns, GRID - room.reduce((sum, each) => sum + each, 0), OFFICIAL.table), ...room],
    sections: [
      {
        columns: [
          ...columns.map(({ head, left }) => ({ header: head, left })),
          { header: say(text('金额\n（元）', 'Amount\n(yuan)')) },
          { header: say(text('签名', 'Signed')) },
          { header: say(text('领取\n日期', 'Date')) },
        ],
        rowHeight: ROW_HEIGHT,
        rows: [
          ...cells.map((row, index): ListCell[] => [
            ...row.map((value) => ({ value })),
            { value: winners[index]?.prize ?? 0, numberFormat: MONEY },
            blank,
            blank,
          ]),
          [
            blank,
            { value: say(text('合计', 'Total')), bold: true, left: true },
            { value: say(text(`${winners.length}份`, `${winners.length} in all`)), bold: true },
            blank,
            { value: total, bold: true, numberFormat: MONEY },
            blank,
            blank,
          ],
        ],
        after: [
          say(text(`合计人民币（大写）：${amountInWords(total)}`, `In all: ${amountInFigures(total)} yuan`)),
          say(
            text(
              '应发奖金，未计税；含真实姓名，内部签收，不得公开。',
              'Prizes due, before tax. Internal, with real names: not to be published.',
            ),
          ),
        ],
      },
    ],
    closing: [
      say(text('制表：＿＿＿＿　审核：＿＿＿＿　经办：＿＿＿＿', 'Made by ______  Checked by ______  Paid by ______')),
    ],
  };
}
