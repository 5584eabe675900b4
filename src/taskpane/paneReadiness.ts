// Whether this Excel can run the add-in, and in which language and colours it likes the pane. Asks Office's context only.
import type { Language, Text } from '../core/ground/text';
import { text } from '../core/ground/text';
import { languageOf } from './language';
import type { Colours } from './paneTheme';

/** The part of Office.context that is asked. */
export interface OfficeAnswers {
  readonly requirements?: { isSetSupported(name: string, minVersion?: string): boolean };
  readonly displayLanguage?: string;
  readonly document?: { readonly mode?: unknown };
  readonly officeTheme?: { readonly bodyBackgroundColor?: string };
}

const NEEDED_MINOR = 9;

/** What is missing, in words; empty when everything needed is there (ExcelApi 1.9). `inExcel`: Office says that the host is Excel. */
export function whatIsMissing(context: OfficeAnswers, inExcel: boolean): readonly Text[] {
  const { requirements } = context;
  if (!inExcel || !requirements)
    return [text('Excel 本身：请从 Excel 里打开这个面板', 'Excel itself: open this pane from inside Excel')];
  const has = (minor: number): boolean => requirements.isSetSupported('ExcelApi', `1.${minor}`);
  if (has(NEEDED_MINOR)) return [];
  let newest = 0;
  while (newest + 1 < NEEDED_MINOR && has(newest + 1)) newest += 1;
  const found: Text =
    newest === 0 ? text('本机没有', 'this Excel has none') : text(`本机为 1.${newest}`, `this Excel has 1.${newest}`);
  return [
    text(
      `加载项接口 ExcelApi 1.${NEEDED_MINOR}（${found.zh}）`,
      `the add-in interface ExcelApi 1.${NEEDED_MINOR} (${found.en})`,
    ),
  ];
}

/** Where Excel on the web comes from: the origin of the page around the pane. undefined in Excel's own program, which says of none. */
export function excelOrigin(referrer: string): string | undefined {
  return /^https?:\/\/[^/]+/.exec(referrer)?.[0];
}

/** Of Office's own display language; Chinese where Office names none. */
export function preferredLanguage(context: OfficeAnswers): Language {
  return languageOf(context.displayLanguage ?? 'zh-CN');
}

/** Windows' contrast themes have pure black behind everything; Office's own dark themes have not. */
const CONTRAST = '#000000';

/** The colours that go with Office's own background. `forced`: Windows draws a contrast theme. Colours are #RRGGBB; anything else counts as light. */
export function preferredColours(context: OfficeAnswers, forced = false): Colours {
  const background = (context.officeTheme?.bodyBackgroundColor ?? '').toLowerCase();
  if (forced || background === CONTRAST) return 'contrast';
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(background);
  if (!match) return 'light';
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((pair) => parseInt(pair, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}
