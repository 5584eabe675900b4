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
  // 四点零五分
  if (/^[〇零][一二两三四五六七八九]$/.test(numeral)) return String(DIGIT[numeral[1] ?? '']);
  const ten = numeral.indexOf('十');
  if (ten < 0) return Array.from(numeral, (character) => DIGIT[character]).join('');
  const tens = numeral.slice(0, ten);
  const ones = numeral.slice(ten + 1);
  if (tens.length > 1 || ones.length > 1) return null;
  return String((tens === '' ? 1 : (DIGIT[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGIT[ones] ?? 0)));
}

const NUMERAL = '[〇零一二两三四五六七八九十廿卅]+';
const BEFORE_UNIT = new RegExp(`${NUMERAL}(?=[年月日号点时分秒刻])`, 'g');
/** 六点二十: the minutes at the end need no 分. */
const AFTER_HOUR = new RegExp(`(?<=[点时])${NUMERAL}$`);

/** Other forms of the same characters, as phones, forms and Hong Kong or Taiwan programs write them. */
const FORMS: Readonly<Record<string, string>> = {
  點: '点',
  時: '时',
  號: '号',
  鐘: '钟',
  鍾: '钟',
  兩: '两',
  '○': '〇',
  Ｏ: '〇',
};

/**
 * Replaces numerals that stand before 年 月 日 号 点 时 分 秒 刻, and those after 点 at the end, by digits; 零 before a digit goes; 點 時 號 become
 * 点 时 号. Leaves all else as it is.
 * Example: `digitsForNumerals('六月七日下午四点二十') === '6月7日下午4点20'`.
 */
export function digitsForNumerals(text: string): string {
  const number = (numeral: string): string => toNumber(numeral.replace('廿', '二十').replace('卅', '三十')) ?? numeral;
  return text
    .replace(/[點時號鐘鍾兩○Ｏ]/g, (character) => FORMS[character] ?? character)
    .replace(/[零〇](?=\d)/g, '')
    .replace(BEFORE_UNIT, number)
    .replace(AFTER_HOUR, number);
}
