// Fluent's dark and contrast themes in the product's own teal: most people never load them.
import { createDarkTheme, teamsHighContrastTheme, type Theme } from '@fluentui/react-components';
import { TEAL, type Colours } from './paneTheme';

/** All but the light one. */
export const OTHER_THEMES: Readonly<Record<Exclude<Colours, 'light'>, Theme>> = {
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
