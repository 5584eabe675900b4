// Chinese numerals in dates and times as digits. Knows numbers up to 99 and years written digit by digit, no more.

const DIGIT: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

function toNumber(numeral: string): string | null {
  const ten = numeral.indexOf('十');
  if (ten < 0) return Array.from(numeral, (character) => DIGIT[character]).join('');
  const tens = numeral.slice(0, ten);
  const ones = numeral.slice(ten + 1);
  if (tens.length > 1 || ones.length > 1) return null;
  return String((tens === '' ? 1 : (DIGIT[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGIT[ones] ?? 0)));
}

/**
 * Replaces numerals that stand before 年 月 日 号 点 时 分 秒 刻 by digits; leaves all else as it is.
 * Example: `digitsForNumerals('六月七日下午四点二十分') === '6月7日下午4点20分'`.
 */
export function digitsForNumerals(text: string): string {
  return text.replace(
    /[〇零一二两三四五六七八九十]+(?=[年月日号点时分秒刻])/g,
    (numeral) => toNumber(numeral) ?? numeral,
  );
}
