// An amount of yuan in the capital numerals that accounts ask for (大写金额). Knows whole yuan only.

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/** Up to four digits; a gap of zeros between digits is one 零. */
function group(value: number): string {
  const digits = Array.from(String(value), Number);
  let words = '';
  let gap = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      gap = words !== '';
      return;
    }
    words += `${gap ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`;
    gap = false;
  });
  return words;
}

/**
 * Range: whole yuan from 0 to 999,999,999,999; throws RangeError for anything else.
 * Example: `amountInWords(10000) === '壹万元整'`, `amountInWords(10500) === '壹万零伍佰元整'`.
 */
export function amountInWords(yuan: number): string {
  if (!Number.isInteger(yuan) || yuan < 0 || yuan >= 1e12) throw new RangeError(`not an amount in words: ${yuan}`);
  if (yuan === 0) return '零元整';
  const parts = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
  let words = '';
  parts.forEach((part, index) => {
    if (part === 0) return;
    const zero = words !== '' && (part < 1000 || (index > 0 && parts[index - 1] === 0)) ? '零' : '';
    words += `${zero}${group(part)}${GROUPS[2 - index] ?? ''}`;
  });
  return `${words}元整`;
}
