// A sentence in both languages of the product. Core never chooses the language: whoever shows it does.

/** The languages that the product speaks. */
export type Language = 'zh' | 'en';

/** The same words in both languages; who shows them chooses. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Pairs the two wordings of one sentence. Example: `text('未知单位', 'Unknown unit').zh === '未知单位'`. */
export function text(zh: string, en: string): Text {
  return { zh, en };
}
