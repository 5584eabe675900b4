// Phones and mailboxes: normalised, or a reason why not. Knows no unit.
import { foldForScan } from '../ground/personalData';
import { looksLikeFormula, meansNone } from '../import/cellText';
import { text, type Text } from '../ground/text';

interface ContactProblem {
  readonly code: 'formula-like' | 'phone-digits' | 'not-a-phone' | 'not-an-email';
  readonly expected: Text;
  /** What is wrong and how to mend it. */
  readonly message: Text;
}

/** `value` is '' when the cell says that there is none. */
export type CheckedContact = { readonly value: string } | { readonly problem: ContactProblem };

const EXPECTED_PHONE = text(
  '11 位手机号，或 7–8 位固定电话（可带区号）',
  'An 11-digit mobile number, or a landline of 7–8 digits with or without area code',
);
const EXPECTED_EMAIL = text('邮箱地址，例如 name@example.com', 'A mail address, e.g. name@example.com');

const FORMULA_MESSAGE = text(
  '这段文字会被表格当作公式，没有采用：请改成真实内容。',
  'A spreadsheet would run this text as a formula, so it was not taken: write the real value.',
);

const EXTENSION = '(?:转\\d{1,6})?';
const MOBILE = new RegExp(`^1[3-9]\\d{9}${EXTENSION}$`);
/** Area codes have three digits (010, 02x) or four; 400 and 800 numbers have none. */
const LANDLINE = new RegExp(`^(?:0(?:10|2\\d|[3-9]\\d{2}))?[2-8]\\d{6,7}${EXTENSION}$`);
const SERVICE = /^[48]00\d{7}$/;
const isPhone = (number: string): boolean => MOBILE.test(number) || LANDLINE.test(number) || SERVICE.test(number);

/** 手机: and the like before a number, （微信同号） behind it, the marks by which spreadsheets keep digits as text. */
const BESIDE =
  /^=?"|"$|^'|\((?:微信同号|同微信|微信|手机|办公?|座机|工作|公务|常用)\)|(?:办公?室?|手机号?码?|移动|电话|座机|固话|住宅?|宅电|传真|微信同号|同微信|微信|tel|phone|mobile|cell|office)[:.]?(?=[\s\d(+]|$)/gi;

/** One number without its punctuation and country code; 转8012 behind it for an extension. */
function plainNumber(written: string): string {
  const [, main = written, extension = ''] =
    /^(.*?\d)\s*(?:转|分机|ext\.?|x|#)\s*[:：]?\s*(\d{1,6})$/i.exec(written) ?? [];
  const digits = main
    .replace(/^(\d{11})\.0$/, '$1')
    .replace(/[-().·•_ ]/g, '')
    .replace(/^(?:\+86|0086)/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  return extension === '' ? (dashedExtension(main) ?? digits) : `${digits}转${extension}`;
}

/** 0734-6820001-8012: what follows a whole number is its extension. */
function dashedExtension(written: string): string | null {
  const [, main = '', extension = ''] = /^(0\d{2,3}-?\d{7,8})-(\d{1,6})$/.exec(written.replace(/\s/g, '')) ?? [];
  const number = main.replace('-', '');
  return LANDLINE.test(number) ? `${number}转${extension}` : null;
}

/** The numbers in a cell; blanks part them only where a whole number stands on each side. */
function numbersIn(folded: string): string[] {
  const pieces = folded
    .split(/[/|、;,\n]|和|或/)
    .map((piece) => piece.replace(BESIDE, ' ').trim())
    .filter((piece) => piece !== '');
  return pieces.flatMap((piece) => {
    const words = piece.split(/\s+/);
    const apart = words.map(plainNumber);
    return words.length > 1 && apart.every(isPhone) ? apart : [plainNumber(piece)];
  });
}

function onePhone(digits: string): ContactProblem | null {
  if (isPhone(digits)) return null;
  if (!/^\d+$/.test(digits)) {
    const message = text(
      '电话里有数字以外的字：请只留号码。',
      'The phone contains more than digits: leave only the number.',
    );
    return { code: 'not-a-phone', expected: EXPECTED_PHONE, message };
  }
  if (/^1[3-9]/.test(digits)) {
    const message = text(
      `手机号有 ${digits.length} 位，应为 11 位：请向单位核实后改正。`,
      `The mobile number has ${digits.length} digits instead of 11: ask the unit and correct it.`,
    );
    return { code: 'phone-digits', expected: EXPECTED_PHONE, message };
  }
  const message = text(
    `“${digits}”（${digits.length} 位）不是手机号，也不是固定电话：请向单位核实后改正。`,
    `“${digits}” (${digits.length} digits) is neither a mobile nor a landline number: ask the unit and correct it.`,
  );
  return { code: 'phone-digits', expected: EXPECTED_PHONE, message };
}

/**
 * Normalises one phone, or several with 、 ; , / or a line end between (joined by '/'): half-width digits without blanks, dashes of any kind, dots,
 * brackets and +86, an extension as 转8012; words such as 手机 and （微信同号） beside it go. '', 无, - and / mean none. Text that a spreadsheet would run is the
 * problem 'formula-like'; +86 before a number and ="139…" are not such text.
 * Example: `checkPhone('139-0000-1211')` is `{ value: '13900001211' }`, `checkPhone('1390000120')` has problem 'phone-digits'.
 */
export function checkPhone(raw: string | number): CheckedContact {
  const folded = foldForScan(String(raw).replace(/\r\n?/g, '\n').replace(/\n/g, '、')).trim();
  if (meansNone(folded)) return { value: '' };
  const numbers = numbersIn(folded);
  const problems = numbers.map(onePhone);
  const first = problems.find((problem) => problem !== null);
  if (!first && numbers.length > 0 && !/^-/.test(folded)) return { value: numbers.join('/') };
  if (looksLikeFormula(folded))
    return { problem: { code: 'formula-like', expected: EXPECTED_PHONE, message: FORMULA_MESSAGE } };
  return {
    problem: first ?? {
      code: 'not-a-phone',
      expected: EXPECTED_PHONE,
      message: text('这里没有号码：请填写电话，或留空。', 'There is no number here: write a phone or leave it empty.'),
    },
  };
}

const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/**
 * Normalises a mailbox: half-width, without blanks, letters as written. '', 无, - and / mean none.
 * Example: `checkEmail('unit1＠example.com')` is `{ value: 'unit1@example.com' }`, `checkEmail('-1+1')` has problem 'formula-like'.
 */
export function checkEmail(raw: string | number): CheckedContact {
  const written = String(raw)
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
  if (meansNone(written)) return { value: '' };
  if (looksLikeFormula(written))
    return { problem: { code: 'formula-like', expected: EXPECTED_EMAIL, message: FORMULA_MESSAGE } };
  if (EMAIL.test(written)) return { value: written };
  const message = text(
    '这不是完整的邮箱地址：请核对后改正，没有邮箱就留空。',
    'This is no complete mail address: check and correct it, or leave it empty.',
  );
  return { problem: { code: 'not-an-email', expected: EXPECTED_EMAIL, message } };
}
