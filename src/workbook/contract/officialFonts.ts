// Types of official paper (GB/T 9704). Sheets name the type that the standard asks for; which font stands for it is the office's setting, since few
// computers have all of them. Knows no sheet and reads no setting.
import { codeOf, type CodeOf } from './labels';
import { FONT_OFFICIAL, FONT_OFFICIAL_TITLE } from './palette';
import type { CellFormat, SheetPlan } from './plan';

type Type = Pick<CellFormat, 'fontName' | 'bold'>;

/** What stands for 小标宋. Bold 宋体 is on every computer; the others look better where they are. */
const TITLES: Readonly<Record<CodeOf<'titleFont'>, Type>> = {
  boldSong: { fontName: '宋体', bold: true },
  xiaobiaosong: { fontName: '方正小标宋简体' },
  zhongsong: { fontName: '华文中宋', bold: true },
  hei: { fontName: '黑体' },
};

/** What stands for 仿宋. */
const BODIES: Readonly<Record<CodeOf<'bodyFont'>, Type>> = {
  fangsong: { fontName: '仿宋' },
  fangsongGb: { fontName: '仿宋_GB2312' },
  stFangsong: { fontName: '华文仿宋' },
  song: { fontName: '宋体' },
};

/**
 * The sheet in the fonts that the settings name; what they do not say, or say in no known word, is the first of each list.
 * Example: with “华文中宋” the head of the notice is set in it, and nothing else changes.
 */
export function inOfficialFonts(sheet: SheetPlan, title: string, body: string): SheetPlan {
  const types: Readonly<Record<string, Type>> = {
    [FONT_OFFICIAL_TITLE]: TITLES[codeOf('titleFont', title) ?? 'boldSong'],
    [FONT_OFFICIAL]: BODIES[codeOf('bodyFont', body) ?? 'fangsong'],
  };
  return {
    ...sheet,
    formats: sheet.formats.map((run) => {
      const type = run.format.fontName === undefined ? undefined : types[run.format.fontName];
      return type ? { ...run, format: { ...run.format, ...type } } : run;
    }),
  };
}
