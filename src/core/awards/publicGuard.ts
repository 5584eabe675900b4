// Looks for personal data in what is about to be made public. Finds and names; hides nothing by itself.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';

/** A cell of a sheet that is to be public. */
export interface PublicCell {
  readonly sheet: string;
  /** Cell address, "B7". */
  readonly address: string;
  readonly text: string;
}

const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;
const CARD_NUMBER = /(?<!\d)\d{16}(?:\d{3})?(?!\d)/;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/;

const KINDS: readonly { readonly code: string; readonly pattern: RegExp; readonly zh: string; readonly en: string }[] =
  [
    { code: 'public-id-number', pattern: ID_NUMBER, zh: '身份证号', en: 'an id number' },
    { code: 'public-card-number', pattern: CARD_NUMBER, zh: '银行卡号', en: 'a card number' },
    { code: 'public-phone', pattern: MOBILE, zh: '手机号', en: 'a mobile number' },
    { code: 'public-phone', pattern: LANDLINE, zh: '电话号码', en: 'a phone number' },
  ];

/**
 * Every cell that shows a phone, id or card number, or a name that is to be hidden. Spaces and dashes inside a number do
 * not hide it. `allowed`: numbers that are meant to be public, such as the office's own line for objections.
 * Example: a cell "联系 138-1234-5678" → problem 'public-phone'.
 */
export function guardPublic(
  cells: readonly PublicCell[],
  hiddenNames: readonly string[] = [],
  allowed: readonly string[] = [],
): Problem[] {
  const meant = new Set(allowed.map(digitsOf).filter((digits) => digits !== ''));
  return cells.flatMap((cell): Problem[] => {
    const plain = cell.text.normalize('NFKC');
    const joined = plain.replace(/(?<=\d)[ -]+(?=\d)/g, '');
    const place = { sheet: cell.sheet, row: cell.address, found: cell.text };
    const kind = KINDS.find(({ pattern }) =>
      [plain, joined].some((candidate) => {
        const match = pattern.exec(candidate);
        return match !== null && !meant.has(digitsOf(match[0]));
      }),
    );
    const problems: Problem[] = kind
      ? [
          {
            ...place,
            code: kind.code,
            expected: text(`不含${kind.zh}`, `no ${kind.en.replace(/^an? /, '')}`),
            message: text(
              `${cell.address}含${kind.zh}，不能公开：请删去或遮盖。`,
              `${cell.address} shows ${kind.en} and must not be public: remove or mask it.`,
            ),
          },
        ]
      : [];
    const name = hiddenNames.find((hidden) => hidden.trim() !== '' && plain.includes(hidden.trim()));
    if (name !== undefined) {
      problems.push({
        ...place,
        code: 'public-name',
        expected: text('化名或遮盖后的姓名', 'an alias or a masked name'),
        message: text(
          `${cell.address}含不得公开的姓名：请改用化名或遮盖。`,
          `${cell.address} shows a name that must stay hidden: use an alias or the mask.`,
        ),
      });
    }
    return problems;
  });
}

function digitsOf(number: string): string {
  return number.normalize('NFKC').replace(/\D/g, '');
}
