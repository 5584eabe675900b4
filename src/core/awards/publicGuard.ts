// Looks for personal data in what is about to leave the office. Finds and names; hides nothing by itself.
import { findPersonalData, type PersonalDataKind } from '../ground/personalData';
import type { Problem } from '../ground/problem';
import type { ProblemCode } from '../ground/problemCodes';
import { text, type Text } from '../ground/text';
import { nameFinder } from './hiddenName';
import type { PublicCell } from './publicCell';
import { splitCells } from './splitCells';
import { simplified } from './traditional';

const KINDS: Readonly<
  Record<PersonalDataKind, { readonly code: ProblemCode; readonly words: Text; readonly none: Text }>
> = {
  idNumber: {
    code: 'public-id-number',
    words: text('身份证号', 'an id number'),
    none: text('身份证号', 'id number'),
  },
  cardNumber: {
    code: 'public-card-number',
    words: text('银行卡号', 'a card number'),
    none: text('银行卡号', 'card number'),
  },
  mobile: { code: 'public-phone', words: text('手机号', 'a mobile number'), none: text('手机号', 'mobile number') },
  landline: {
    code: 'public-phone',
    words: text('电话号码', 'a phone number'),
    none: text('电话号码', 'phone number'),
  },
  account: {
    code: 'public-account',
    words: text('QQ号或微信号', 'an account of QQ or WeChat'),
    none: text('QQ号、微信号', 'account of QQ or WeChat'),
  },
  mailbox: { code: 'public-mailbox', words: text('邮箱', 'a mail address'), none: text('邮箱', 'mail address') },
};

/** What an office prints on purpose (its own line for objections), as the guard compares it. */
function meantToShow(allowed: readonly string[]): Set<string> {
  return new Set(allowed.flatMap((each) => [...findPersonalData(each).map(({ plain }) => plain), digitsOf(each)]));
}

/**
 * Every cell that shows a phone, id or card number, a mailbox, or a name that is to be hidden, however it is written or padded.
 * `allowed`: what is meant to be public, such as the office's own line for objections.
 * Example: a cell "联系 138-1234-5678" → problem 'public-phone'.
 */
export function guardPublic(
  cells: readonly PublicCell[],
  hiddenNames: readonly string[] = [],
  allowed: readonly string[] = [],
): Problem[] {
  const meant = meantToShow(allowed);
  const hidden = hiddenNames.map(simplified);
  const shownName = nameFinder(hidden);
  const alone = cells.flatMap((cell): Problem[] => {
    const place = { sheet: cell.sheet, row: cell.address, found: cell.text };
    const data = findPersonalData(cell.text).find(({ plain }) => !meant.has(plain) && !meant.has(digitsOf(plain)));
    const problems: Problem[] = [];
    if (data) {
      const { code, words, none } = KINDS[data.kind];
      problems.push({
        ...place,
        code,
        expected: text(`不含${none.zh}`, `no ${none.en}`),
        message: text(
          `“${cell.sheet}”${cell.address}含${words.zh}，不能外发：请删去或遮盖。`,
          `${cell.address} of “${cell.sheet}” shows ${words.en} and must not leave the office: remove or mask it.`,
        ),
      });
    }
    if (shownName(simplified(cell.text)) !== undefined)
      problems.push({
        ...place,
        code: 'public-name',
        expected: text('化名或遮盖后的姓名', 'an alias or a masked name'),
        message: text(
          `“${cell.sheet}”${cell.address}含不得公开的姓名：请改用化名或遮盖。`,
          `${cell.address} of “${cell.sheet}” shows a name that must stay hidden: use an alias or the mask.`,
        ),
      });
    return problems;
  });
  const asTyped = new Map(cells.map((cell) => [{ ...cell, text: simplified(cell.text) }, cell.text]));
  const split = splitCells([...asTyped.keys()], hidden).map(({ cell, kind }): Problem => ({
    sheet: cell.sheet,
    row: cell.address,
    found: asTyped.get(cell) ?? '',
    code: kind === 'name' ? 'public-name' : 'public-phone',
    expected:
      kind === 'name'
        ? text('化名或遮盖后的姓名', 'an alias or a masked name')
        : text('不含手机号、身份证号', 'no phone or id number'),
    message: text(
      `“${cell.sheet}”${cell.address}与相邻一格合起来是${kind === 'name' ? '不得公开的姓名' : '手机号或身份证号'}，不能外发：请删去或遮盖。`,
      `${cell.address} of “${cell.sheet}” and the cell beside it together show ${kind === 'name' ? 'a name that must stay hidden' : 'a phone or id number'}: remove or mask it.`,
    ),
  }));
  return [...alone, ...split];
}

function digitsOf(number: string): string {
  const digits = number.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? number : digits;
}
