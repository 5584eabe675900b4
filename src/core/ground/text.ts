// A sentence in both languages of the product. Core never chooses the language: whoever shows it does.

import { singular } from './singular';

/** The languages that the product speaks. */
export type Language = 'zh' | 'en';

/** The same words in both languages; who shows them chooses. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * Pairs the two wordings of one sentence; English is written for many and says one thing as one. Example: `text('未知单位', 'Unknown unit').zh ===
 * '未知单位'`, `text('1 行', '1 rows').en === '1 row'`.
 */
export function text(zh: string, en: string): Text {
  return { zh, en: singular(en) };
}
