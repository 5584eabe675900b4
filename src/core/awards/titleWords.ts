// How a title stands inside of a sentence on paper. Knows no page.

/** Marks of titles and of what is said, outside and inside of the same. */
const MARKS = [
  ['《', '》', '〈', '〉'],
  ['“', '”', '‘', '’'],
] as const;

function nested(words: string, [open, close, inOpen, inClose]: (typeof MARKS)[number]): string {
  let depth = 0;
  let isPaired = true;
  const out = Array.from(words, (sign) => {
    if (sign === open) depth += 1;
    const inside = depth > 1;
    if (sign === close) depth -= 1;
    if (depth < 0) isPaired = false;
    if (!inside) return sign;
    return sign === open ? inOpen : sign === close ? inClose : sign;
  }).join('');
  return isPaired && depth === 0 ? out : words;
}

/** Marks inside of the same are single ones (GB/T 15834). Example: 《《归途》的日记》 → 《〈归途〉的日记》; without a partner they stay. */
export const nestedMarks = (words: string): string => MARKS.reduce(nested, words);

const isLatin = (sign = ''): boolean => sign !== '' && (sign.codePointAt(0) ?? 0) < 0x2e80;

/** Without line breaks; between Latin words a blank stands for one. Example: “回家的路⏎（续篇）” → “回家的路（续篇）”. */
export const inOneLine = (words: string): string =>
  words
    .trim()
    .replace(/\s*[\r\n]+\s*/g, (gap: string, at: number, all: string) =>
      isLatin(all[at - 1]) && isLatin(all[at + gap.length]) ? ' ' : '',
    );
