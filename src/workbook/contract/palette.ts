// The look of every sheet: one palette, few fonts. Colours keep a contrast of at least 4.5 : 1 with their text.
import type { Status } from '../../core/tracker/trackerRow';

/** Of tables and working sheets. It comes with Chinese Excel; elsewhere another font with Chinese glyphs takes its place. */
export const FONT = '等线';
/** Of titles and headings. */
export const FONT_TITLE = '黑体';
/** Of running text on official pages, and of their titles, by the names of the standard: which font stands for each is a setting (officialFonts.ts). */
export const FONT_OFFICIAL = '仿宋';
/** Titles of official papers (GB/T 9704). */
export const FONT_OFFICIAL_TITLE = '小标宋';

/** '#RRGGBB'. Each status has a fill and an ink; `STATUS_INK` says which. */
export const PALETTE = {
  ink: '#1F2937',
  muted: '#6B7280',
  title: '#0F4C5C',
  headerFill: '#0F4C5C',
  headerInk: '#FFFFFF',
  line: '#D1D5DB',
  inputFill: '#FFFFFF',
  computedFill: '#F3F6F7',
  band: '#E8F1F2',
  overdueFill: '#FAD4D4',
  overdueInk: '#8B1A1A',
  lateFill: '#FDE9C9',
  lateInk: '#7A4A00',
  goodFill: '#DDF1E1',
  goodInk: '#1B5E2F',
  waitFill: '#E3ECFA',
  waitInk: '#1F4E8C',
  partFill: '#FFF6D6',
  partInk: '#6B5300',
  offFill: '#ECECEC',
  offInk: '#5F6368',
  accent: '#C2410C',
} as const;

/** Number format: language-neutral, so that Chinese and English Excel show the same. */
export const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm';
/** The same without the time of day. */
export const DATE_FORMAT = 'yyyy-mm-dd';

/** How each status is coloured wherever it is shown: fill, then ink. */
export const STATUS_INK: Readonly<Record<Status, readonly [fill: string, ink: string]>> = {
  onTime: [PALETTE.goodFill, PALETTE.goodInk],
  late: [PALETTE.lateFill, PALETTE.lateInk],
  underReview: [PALETTE.waitFill, PALETTE.waitInk],
  incomplete: [PALETTE.partFill, PALETTE.partInk],
  overdue: [PALETTE.overdueFill, PALETTE.overdueInk],
  pending: [PALETTE.inputFill, PALETTE.muted],
  exempt: [PALETTE.offFill, PALETTE.offInk],
};
