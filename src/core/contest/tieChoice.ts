// What a committee may choose for entries that are tied across a line of the awards.

/** more 全部获奖 · fewer 均不获奖 · revote 复评 · lots 抽签 */
export type TieChoice = 'more' | 'fewer' | 'revote' | 'lots';
/** Choices that settle the tie by themselves; a re-vote does it by being held, and becomes part of the standings. */
export type TieResolution = Exclude<TieChoice, 'revote'>;
