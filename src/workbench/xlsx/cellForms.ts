// Cells as other programs write them → cells that ExcelJS reads: at an element inside a cell that it does not know it ends the sheet without a word.
import { EMPTY_TEXT } from './fileValue';

/** A cell with content, its attributes, and what stands between its tags. */
const cellOf = (type: string): RegExp =>
  new RegExp(`<c\\b([^>]*?)\\s+t="${type}"([^>]*?)(?<!/)>((?:(?!</c>)[^])*)</c>`, 'g');
const TEXT_CELL = cellOf('inlineStr');
const MOMENT_CELL = cellOf('d');
const PHONETICS = /<(rPh|phoneticPr)\b[^>]*?(?:\/>|>[^]*?<\/\1>)/g;
/** What stands inside a cell for later versions of Excel. */
const CELL_EXTENSION = /<extLst>(?:(?!<\/?c\b)[^])*<\/extLst>(?=\s*<\/c>)/g;
const EMPTY_RESULT = /(<c\b[^>]*\bt="str"[^>]*>\s*<f\b(?:[^>]*\/>|[^>]*>[^<]*<\/f>))\s*<v\b[^>]*(?:\/>|><\/v>)/g;
/** Line breaks and the escaped underscore, which a text in a cell of its own has like a shared one. */
const ESCAPED = /_x(0009|000A|000D|005F)_/gi;

const MOMENT = /^\s*(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?\s*$/;
const DAY_MS = 86_400_000;

/** The serial number of a moment in ISO 8601, as strict workbooks store it; null for anything else. Example: `2021-06-06T09:00:00` → 44353.375. */
function serialOfIso(iso: string): number | null {
  const found = MOMENT.exec(iso);
  if (!found || iso.trim() === '') return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const days = found[1] === undefined ? 0 : Date.UTC(year as number, (month as number) - 1, day) / DAY_MS + 25569;
  const seconds = (hour as number) * 3600 + (minute as number) * 60 + (second as number);
  return days + seconds / 86_400;
}

/** A cell that stores its moment as a word: a number as everywhere else, or the text that stands there. */
function plainMoment(cell: string, before: string, after: string, content: string): string {
  const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(content);
  if (!value) return cell;
  const serial = serialOfIso(value[1] ?? '');
  return serial === null
    ? `<c${before} t="str"${after}>${content}</c>`
    : `<c${before}${after}>${content.replace(value[0], `<v>${serial}</v>`)}</c>`;
}

/** A text inside a cell, without what is said beside it: a stored value, or how its characters are read aloud. */
function plainText(_cell: string, before: string, after: string, content: string): string {
  const text = content
    .replace(/(<\/is>[^]*|^)<v>[^<]*<\/v>/g, '$1')
    .replace(PHONETICS, '')
    .replace(ESCAPED, (_word, code: string) => `&#x${code};`);
  return `<c${before} t="inlineStr"${after}>${text}</c>`;
}

/** The xml of a sheet with cells that ExcelJS reads whole. A result that is empty text, which it loses, is marked. */
export function plainCells(xml: string): string {
  return xml
    .replace(CELL_EXTENSION, '')
    .replace(TEXT_CELL, plainText)
    .replace(MOMENT_CELL, plainMoment)
    .replace(EMPTY_RESULT, `$1<v>${EMPTY_TEXT}</v>`);
}

/** The number of the last row with a stored value; 0 where none is. */
export function lastFilledRow(xml: string): number {
  const row = xml.lastIndexOf('<row ', Math.max(xml.lastIndexOf('<v>'), xml.lastIndexOf('<is>')));
  return row < 0 ? 0 : Number(/\br="(\d+)"/.exec(xml.slice(row, xml.indexOf('>', row)))?.[1] ?? 0);
}
