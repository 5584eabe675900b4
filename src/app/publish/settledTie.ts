// How a tie across a line of the awards was settled (R-4), in the words of the award list and the public notice. Settles nothing.
import type { LineChoices } from '../../core/contest/lineChoices';
import type { TieChoice } from '../../core/contest/tieChoice';
import { text, type Language, type Text } from '../../core/ground/text';
import type { SettledTie } from './awardsSource';

/** What became of the tied entries, by the choice. */
export const SETTLED: Readonly<Record<TieChoice, Text>> = {
  more: text('全部列入获奖（增加名额）', 'all of them win (more awards)'),
  fewer: text('均不列入获奖（减少名额）', 'none of them wins (fewer awards)'),
  revote: text('复评决定', 'by a re-vote'),
  lots: text('抽签决定', 'by lot'),
};

const lineWords = (lines: LineChoices, language: Language): string =>
  Object.entries(lines)
    .map(([tier, choice]) => `${tier}${language === 'zh' ? '' : ': '}${SETTLED[choice][language]}`)
    .join(language === 'zh' ? '，' : ', ');

/**
 * One sentence: which entries were tied, what was chosen, by which seed, and why; none for a re-vote, whose votes are told by themselves.
 * `titleOf`: title of an entry by its id.
 * Example: “获奖线上并列的《守护》、《回家》抽签决定，抽签种子“纪要3号”。理由：评委会现场抽签”.
 */
export function settledTieLine(
  { choice, contested, lines, reason }: SettledTie,
  seed: string | undefined,
  titleOf: (entryId: string) => string,
): Text | null {
  if (choice === 'revote') return null;
  const bySeed = seed ? text(`，抽签种子“${seed}”`, `, seed “${seed}”`) : text('', '');
  const titles = contested.map(titleOf);
  return lines
    ? text(
        `各奖项线上的并列：${lineWords(lines, 'zh')}${bySeed.zh}。理由：${reason}`,
        `Ties at the lines of the tiers: ${lineWords(lines, 'en')}${bySeed.en}. Reason: ${reason}`,
      )
    : text(
        `获奖线上并列的${titles.map((title) => `《${title}》`).join('、')}${SETTLED[choice].zh}${bySeed.zh}。理由：${reason}`,
        `Tied across the line, ${titles.map((title) => `“${title}”`).join(', ')}: ${SETTLED[choice].en}${bySeed.en}. Reason: ${reason}`,
      );
}
