// Finds and masks what identifies a person in free text: ids, bank cards, phones, mailboxes, however they are written (A-3). Knows no table and no name.

/** idNumber: 18 signs, or 15 of the older kind · cardNumber: of a bank card · account: of QQ or 微信, where it is called one. */
export type PersonalDataKind = 'idNumber' | 'cardNumber' | 'mobile' | 'landline' | 'mailbox' | 'account';

interface PersonalData {
  readonly kind: PersonalDataKind;
  /** As it is written, spaces and dashes included. */
  readonly found: string;
  /** Its digits alone, without a country code; of a mailbox the address in small letters. */
  readonly plain: string;
  /** Where `found` begins and ends in the text. */
  readonly from: number;
  readonly to: number;
}

/** What is drawn as nothing, yet parts a number or a name. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\p{Me}\u2800]/gu;
const CONTROL = /\p{Cc}/gu;
const DASHES = /[\u2010-\u2015\u2212\u2043\u02D7\u00AF\u30FC\uFE58\uFE63\uFF0D\u2500\u2501]/g;

const foldCharacter = (character: string): string =>
  character
    .normalize('NFKC')
    .replace(/\s|\u0085/g, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-');

/** Full-width to half-width, invisible characters gone, every dash a hyphen, every blank a space. Example: `foldForScan('１３８—１２３４') === '138-1234'`. */
export function foldForScan(text: string): string {
  return Array.from(text, foldCharacter).join('');
}

/** For each place of the folded text the place in the text that it comes from. */
function placesOf(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let n = foldCharacter(character).length; n > 0; n -= 1) places.push(at);
    at += character.length;
  }
  return [...places, at];
}

/** Between the digits of one number people put at most three of these. */
const RUN = /\d(?:[ \-.·•・‧_()/\\*|"'‘’“”#&]{0,3}\d)*(?:[ \-.·]{0,3}[Xx](?![A-Za-z0-9]))?/g;
/** Days and times are digits with dashes, too. */
const DAY = /(?<!\d)(?:19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g;
/** Times of day and amounts with commas are digits with signs between them, too. */
const TIME = /(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)/g;
const AMOUNT = /(?<!\d)\d{1,3}(?:,\d{3})+(?![\d,])/g;
/** A mobile in its usual groups, whatever signs stand between them. */
const MOBILE_IN_GROUPS =
  /(?<!\d)1[3-9]\d(?:[^\p{L}\p{N}]{1,3}\d{4}[^\p{L}\p{N}]{0,3}\d{4}|\d{4}[^\p{L}\p{N}]{1,3}\d{4})(?!\d)/gu;
/** A number spelt with eleven or more Chinese digits, one by one. */
const SPELT = /[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{11,}/g;
const SPELT_DIGITS: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('〇一二三四五六七八九', (digit, value) => [digit, String(value)]),
  ...Array.from('零壹贰叁肆伍陆柒捌玖', (digit, value) => [digit, String(value)]),
  ['○', '0'],
  ['幺', '1'],
]);
const MAILBOX =
  /[\p{L}\p{N}][\p{L}\p{N}_.+-]*(?: ?(?:@|\(at\)|\[at\]) ?[A-Za-z0-9][A-Za-z0-9-]*(?: ?[.。] ?[A-Za-z]{2,}[A-Za-z0-9]*)+| at [a-z0-9-]+(?: dot [a-z]{2,})+|#(?:qq|163|126|139|189|sina|sohu|gmail|foxmail|outlook|hotmail)\.com)/giu;
/** What a person is reached by in a messenger: behind its word, a colon or 号 between them; of QQ a blank is enough. */
const ACCOUNT =
  /(?:QQ ?(?:号码?|账号)? ?:? ?([1-9]\d{4,10})(?![\d-])|(?:微信|wechat|weixin) ?(?:号 ?:?|账号 ?:?|ID ?:?|:) ?([a-z][a-z0-9_-]{5,19}))/gi;
/** What people put in place of digits that they hide. */
const MASK = '[*xX×○●■□#]';
/** A mobile or an id number of which some digits are hidden, others not; blanks and dashes may part it. */
const MASKED_MOBILE = new RegExp(`(?<![\\dA-Za-z*])1[3-9]\\d(?:[ -]?(?:\\d|${MASK})){8}(?![\\dA-Za-z*])`, 'g');
const MASKED_ID = new RegExp(`(?<![\\dA-Za-z*])[1-9]\\d{5}(?:\\d|${MASK}){11}(?:\\d|${MASK})(?![\\dA-Za-z*])`, 'g');
/** A number without an area code is a phone only where it is called one. */
const CALLED = /(?:电话|手机|联系方式|联系人|座机|热线|tel(?:ephone)?|phone|mobile)[^\d]{0,12}$/i;

const BIRTHDAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const ID_18 = new RegExp(`^[1-9]\\d{5}(?:18|19|20)\\d{2}${BIRTHDAY}\\d{3}[\\dXx]$`);
const ID_15 = new RegExp(`^[1-9]\\d{7}${BIRTHDAY}\\d{3}$`);

/** `groups`: how many digits stand together. Cards begin with neither the 1 of a mobile nor the 2 of a year. */
const SHAPES: readonly (readonly [
  kind: PersonalDataKind,
  fits: (digits: string, groups: readonly number[]) => boolean,
])[] = [
  ['idNumber', (digits) => ID_18.test(digits) || /^\d{17}[Xx]$/.test(digits) || ID_15.test(digits)],
  ['cardNumber', (digits, groups) => /^[3-69]\d{15,18}$/.test(digits) && Math.min(...groups) > 2],
  ['mobile', (digits) => /^(?:00)?(?:86)?1[3-9]\d{9}$/.test(digits)],
  [
    'landline',
    (digits, groups) =>
      /^(?:(?:00)?86)?0?(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits) &&
      /^(?:0|86)/.test(digits) &&
      Math.min(...groups.slice(2), 3) > 2,
  ],
];

/** Places in the folded text. */
type Found = Omit<PersonalData, 'found'>;

interface Token {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

function tokensOf(run: string, at: number): Token[] {
  return [...run.matchAll(/\d+[Xx]?|[Xx]/g)].map((match) => ({
    digits: match[0],
    from: at + match.index,
    to: at + match.index + match[0].length,
  }));
}

/** Pieces of one run of digits that together are a number, longest first; what is taken is not looked at again. */
function numbersIn(run: string, at: number): Found[] {
  const tokens = tokensOf(run, at);
  const found: Found[] = [];
  let start = 0;
  while (start < tokens.length) {
    const hit = longestFrom(tokens, start);
    if (hit) found.push(hit.data);
    start = hit ? hit.next : start + 1;
  }
  return found;
}

/** No number of a person has more digits, country code included. */
const MOST_DIGITS = 19;

function longestFrom(tokens: readonly Token[], start: number): { data: Found; next: number } | null {
  const [first] = tokens.slice(start, start + 1);
  let digits = '';
  const groups: number[] = [];
  let best: { data: Found; next: number } | null = null;
  for (let end = start; first && end < tokens.length && digits.length < MOST_DIGITS; end += 1) {
    const token = tokens[end];
    if (!token) break;
    digits += token.digits;
    groups.push(token.digits.length);
    const kind = SHAPES.find(([, fits]) => fits(digits, groups))?.[0];
    if (kind) best = { data: { kind, plain: plainOf(kind, digits), from: first.from, to: token.to }, next: end + 1 };
    // A whole mobile number is one, however long the list of numbers that follows.
    if (kind === 'mobile' && end === start) break;
  }
  return best;
}

function plainOf(kind: PersonalDataKind, digits: string): string {
  if (kind === 'mobile') return digits.slice(-11);
  if (kind === 'landline') return digits.replace(/^(?:00)?86(?=0?\d)/, '').replace(/^(?!0)/, '0');
  return digits.toUpperCase();
}

/**
 * What a mask leaves to be read beyond the one mask of every sheet (three digits and four of a mobile, of an id number nothing): two masks of one number
 * are the number. Example: 1381234**** beside 138****5678.
 */
function maskedIn(text: string): Found[] {
  const mobiles = [...text.matchAll(MASKED_MOBILE)].filter(([found]) => {
    const signs = found.replace(/[ -]/g, '');
    return /\D/.test(signs) && /\d/.test(signs.slice(3, 7));
  });
  const ids = [...text.matchAll(MASKED_ID)].filter(([found]) => /\D{4}/.test(found));
  const as =
    (kind: PersonalDataKind) =>
    ({ 0: found, index }: RegExpExecArray): Found => ({
      kind,
      plain: found.replace(/[ -]/g, '').toUpperCase(),
      from: index,
      to: index + found.length,
    });
  return [...mobiles.map(as('mobile')), ...ids.map(as('idNumber'))];
}

/**
 * Everything of the kind in a text, in its order. Days (2021-06-18) are no numbers of anybody; 7 or 8 digits without an area code count only behind
 * a word such as 电话. Example: `findPersonalData('手机 +86 138–1234.5678')[0]?.plain === '13812345678'`.
 */
export function findPersonalData(text: string): PersonalData[] {
  const folded = foldForScan(text).replace(SPELT, (digits) =>
    Array.from(digits, (each) => SPELT_DIGITS[each] ?? each).join(''),
  );
  const mailboxes = [...folded.matchAll(MAILBOX)].map((match): Found => ({
    kind: 'mailbox',
    plain: match[0]
      .replace(/ /g, '')
      .replace(/[([]at[)\]]|#/i, '@')
      .replace(/。/g, '.')
      .toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const masked = mailboxes
    .reduce((rest, { from, to }) => rest.slice(0, from) + '@'.repeat(to - from) + rest.slice(to), folded)
    .replace(DAY, (day) => '日'.repeat(day.length))
    .replace(TIME, (time) => '时'.repeat(time.length))
    .replace(AMOUNT, (amount) => '额'.repeat(amount.length));
  const numbers = [...masked.matchAll(RUN)].flatMap(({ 0: run, index }): Found[] => {
    const found = numbersIn(run, index);
    const digits = run.replace(/\D/g, '');
    if (found.length > 0 || !/^[2-8]\d{6,7}$/.test(digits) || !CALLED.test(masked.slice(0, index))) return found;
    return [{ kind: 'landline', plain: digits, from: index, to: index + run.length }];
  });
  const rest = numbers.reduce(
    (left, { from, to }) => left.slice(0, from) + '号'.repeat(to - from) + left.slice(to),
    masked,
  );
  const grouped = [...rest.matchAll(MOBILE_IN_GROUPS)].map((match): Found => ({
    kind: 'mobile',
    plain: match[0].replace(/\D/g, ''),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const accounts = [...rest.matchAll(ACCOUNT)].map((match): Found => ({
    kind: 'account',
    plain: (match[1] ?? match[2] ?? '').toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const places = placesOf(text);
  return [...mailboxes, ...numbers, ...grouped, ...accounts, ...maskedIn(rest)]
    .sort((a, b) => a.from - b.from)
    .map((each) => {
      const from = places[each.from] ?? 0;
      const to = places[each.to - 1] ?? from;
      const end = to + ((text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1);
      return { ...each, from, to: end, found: text.slice(from, end) };
    });
}

/**
 * The one mask of every sheet, so that fragments of two masks cannot be put together: a mobile keeps three and four digits, all else nothing.
 * Text without personal data comes back as it was. Example: `maskPersonalData('张三 13812345678') === '张三 138****5678'`.
 */
export function maskPersonalData(text: string): string {
  return findPersonalData(text).reduceRight(
    (rest, { kind, plain, from, to }) =>
      `${rest.slice(0, from)}${kind === 'mobile' ? `${plain.slice(0, 3)}****${plain.slice(-4)}` : '****'}${rest.slice(to)}`,
    text,
  );
}
