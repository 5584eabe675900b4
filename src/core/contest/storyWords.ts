// Titles, categories and numbers as lists write them, folded so that two spellings of one compare equal. Knows no list.
import { foldText } from '../import/cellText';

const QUOTES = /[《》〈〉「」『』“”"'‘’【】[\]]/g;

/** 《重生》, “重生” and 重 生 are one title. Example: `titleKey('《重生》') === titleKey('重生')`. */
export function titleKey(title: string): string {
  const folded = foldText(title);
  return folded.replace(QUOTES, '') || folded;
}

/** “1.志愿者” and “志愿者类” name the category 志愿者. Example: `categoryKey('“志愿者”类') === '志愿者'`. */
export function categoryKey(category: string): string {
  return foldText(category)
    .replace(QUOTES, '')
    .replace(/^(?:\(?\d{1,2}\)?|\(?[一二三四五六七八九十]\)?)[.、．)]\s*/, '')
    .replace(/类别?$/, '');
}

/** “8号”, “9、”, “（9）”, “NO：9”, “9.0” and “第10号” are numbers. Example: `plainNumber('8号') === '8'`; `plainNumber('A-007') === 'A-007'`. */
export function plainNumber(written: string): string {
  const found = /^(?:第|no[.:]?|编号:?|\()?\s*(\d+)(?:\.0)?\s*(?:号|篇|[、.．。,，)）#])?$/i.exec(
    written.normalize('NFKC').trim(),
  );
  return found?.[1] ?? written;
}
