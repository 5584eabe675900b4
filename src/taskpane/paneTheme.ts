// Colours and fonts of the pane: Fluent's themes in the product's own teal, with fonts that have Chinese glyphs.
import { createContext } from 'react';
import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import type { Language } from '../core/ground/text';

const TEAL: BrandVariants = {
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

export type Colours = 'light' | 'dark' | 'contrast';

/** For parts that tell things apart by colour: where all colours are one, they do it by shape. */
export const ColoursContext = createContext<Colours>('light');

const THEMES: Readonly<Record<Colours, Theme>> = {
  light: createLightTheme(TEAL),
  // Words in the brand's own middle tone are too dim on the dark cards (4.0 : 1).
  dark: {
    ...createDarkTheme(TEAL),
    colorBrandForeground1: TEAL[120],
    colorBrandForegroundLink: TEAL[120],
    colorBrandForegroundLinkHover: TEAL[130],
    colorBrandForegroundLinkPressed: TEAL[110],
    colorNeutralForeground3: '#b8b8b8',
  },
  contrast: teamsHighContrastTheme,
};

/** Example: `paneTheme('zh', 'light').fontFamilyBase` begins with Segoe UI and goes on with Chinese fonts. */
export function paneTheme(language: Language, colours: Colours): Theme {
  return { ...THEMES[colours], fontFamilyBase: FONTS[language] };
}
