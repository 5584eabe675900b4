// The winners on the leaders' sheet: a table of them, or as many words as there is room for. Decides nothing.
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import type { Standing } from '../../core/contest/standing';
import { text, type Language } from '../../core/ground/text';
import type { PageLine } from '../contract/pageLines';
import { MADE_SHEETS } from './madeSheets';
import { cellFormat, COLUMNS, headFormat, tableLine, type TableCell } from './briefingParts';

/** titles: title and unit of each · units: their units alone · count: how many, and where they stand. */
export type WinnersShown = 'titles' | 'units' | 'count';

/** More are not named one by one: a longer list belongs on its own sheet. */
const MOST_NAMED = 12;

const tiered = (winners: readonly Standing[]): boolean => new Set(winners.map(({ tier }) => tier)).size > 1;

/** Place, tier where there are several, title and unit of each; empty before a decision. */
export function winnersTable(
  { contest }: BriefingFigures,
  unitName: (unitId: string) => string,
  language: Language,
): PageLine[] {
  const winners = contest?.winners ?? [];
  if (winners.length === 0) return [];
  const withTier = tiered(winners);
  const [place, tier, unit] = [2, withTier ? 4 : 0, 6];
  const title = COLUMNS - place - tier - unit;
  const line = (cells: readonly (string | number)[], format = cellFormat): PageLine =>
    tableLine(
      cells
        .map((value, index): TableCell => [
          [place, tier, title, unit][index] ?? 1,
          value,
          index === 2 && format === cellFormat ? { horizontal: 'Left' } : undefined,
        ])
        .filter(([columns]) => columns > 0),
      format,
    );
  return [
    line(
      [
        text('序号', 'No.')[language],
        text('奖项', 'Tier')[language],
        text('作品', 'Entry')[language],
        text('报送单位', 'Unit')[language],
      ],
      headFormat,
    ),
    ...winners.map((winner, index) => line([index + 1, winner.tier ?? '', winner.title, unitName(winner.unitId)])),
  ];
}

function unitsOf(winners: readonly Standing[], unitName: (unitId: string) => string, language: Language): string {
  const zh = language === 'zh';
  const groups = new Map<string, string[]>();
  for (const winner of winners) {
    const key = tiered(winners) ? (winner.tier ?? '') : '';
    groups.set(key, [...(groups.get(key) ?? []), unitName(winner.unitId)]);
  }
  return [...groups]
    .map(([tier, names]) => {
      const list = names.join(zh ? '、' : ', ');
      if (tier === '') return list;
      return zh ? `${tier}${names.length}篇（${list}）` : `${tier} ${names.length} (${list})`;
    })
    .join(zh ? '；' : '; ');
}

/** One sentence. Example: “已评出获奖作品10篇：西渡镇、集兵镇……。” */
export function winnersWords(
  winners: readonly Standing[],
  unitName: (unitId: string) => string,
  shown: WinnersShown,
  language: Language,
): string {
  const zh = language === 'zh';
  const count = winners.length;
  if (shown === 'count' || count > MOST_NAMED)
    return zh
      ? `已评出获奖作品${count}篇，见“获奖名单”。`
      : `${count} winning entries: see “${MADE_SHEETS.Awards.sheet.en}”.`;
  if (shown === 'units') {
    const list = unitsOf(winners, unitName, language);
    return zh ? `已评出获奖作品${count}篇，报送单位：${list}。` : `${count} winning entries, handed in by: ${list}.`;
  }
  const list = winners.map(({ title, unitId, tier }) => {
    const of = tiered(winners) && tier ? `${tier}${zh ? '' : ' '}` : '';
    return zh ? `${of}《${title}》（${unitName(unitId)}）` : `${of}“${title}” (${unitName(unitId)})`;
  });
  return zh ? `已评出获奖作品${count}篇：${list.join('、')}。` : `${count} winning entries: ${list.join(', ')}.`;
}
