// Colours and fonts of the pane: Fluent's themes in the product's own teal, with fonts that have Chinese glyphs.
import { createContext } from 'react';
import { createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';
import type { Language } from '../core/ground/text';

/** The product's own colour. */
export const TEAL: BrandVariants = {
  10: '#01100e',
  20: '#04201c',
  30: '#06322c',
  40: '#08433b',
  50: '#09544a',
  60: '#0a5f54',
  70: '#0b6b5d',
  80: '#0d7a6a',
  90: '#12897a',
  100: '#1f9988',
  110: '#3aa897',
  120: '#57b6a7',
  130: '#76c4b7',
  140: '#97d2c8',
  150: '#b9e1da',
  160: '#dcf1ed',
};

const CHINESE = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"';

/** Latin fonts come first for English only: their quotation marks are too narrow between Chinese characters, and the other way round. */
const FONTS: Readonly<Record<Language, string>> = {
  zh: `"Segoe UI", ${CHINESE}, sans-serif`,
  en: `"Segoe UI", -apple-system, "Helvetica Neue", Roboto, Arial, "DejaVu Sans", ${CHINESE}, sans-serif`,
};

/** contrast: those of the system’s high contrast. */
export type Colours = 'light' | 'dark' | 'contrast';

/** For parts that tell things apart by colour: where all colours are one, they do it by shape. */
export const ColoursContext = createContext<Colours>('light');

const LIGHT = createLightTheme(TEAL);
/** Those that were fetched. */
const others = new Map<Colours, Theme>();

/** To be awaited before anything is drawn in other colours than light: those come only where somebody has them. */
export async function fetchTheme(colours: Colours): Promise<void> {
  if (colours !== 'light') others.set(colours, (await import('./otherThemes')).OTHER_THEMES[colours]);
}

/** Light where the colours were not fetched. Example: `paneTheme('zh', 'light').fontFamilyBase` begins with Segoe UI and goes on with Chinese fonts. */
export function paneTheme(language: Language, colours: Colours): Theme {
  return { ...(others.get(colours) ?? LIGHT), fontFamilyBase: FONTS[language] };
}
