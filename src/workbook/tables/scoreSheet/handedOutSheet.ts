// A judge's score sheet as a workbook of its own: works without the campaign, and carries a mark by which it is known again.
import type { Criterion, Judge } from '../../../core/contest/contest';
import type { Language } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import { fingerprint } from '../../contract/fingerprint';
import { formulaWords } from '../../contract/formulaWords';
import type { SheetPlan } from '../../contract/plan';
import { locateColumns, readRows } from '../../contract/rows';
import { sheetOf } from '../../contract/sheetOf';
import type { TableSnapshot } from '../../contract/snapshot';
import { scoreSheetSpec } from './scoreSheet';

const MARK = /\[(J\d+)·([0-9a-f]{8})\]/;

/** What a judge scores by. A file with another fingerprint was made from other criteria. */
export function criteriaFingerprint(criteria: readonly Criterion[]): string {
  return fingerprint(
    criteria.map(({ criterionId, name, weight, minimum, maximum, step }) => [
      criterionId,
      name,
      weight,
      minimum,
      maximum,
      step,
    ]),
  );
}

/** Example: "[J01·1a2b3c4d]". */
function sheetMark(judgeId: string, criteria: readonly Criterion[]): string {
  return `[${judgeId}·${criteriaFingerprint(criteria)}]`;
}

/** The words of a cell less the mark, whose digits are nobody's number. */
export function withoutMark(words: string): string {
  return words.replace(MARK, '');
}

/** The mark in a cell of the sheet's first rows; null when there is none. */
export function readMark(
  rows: readonly (readonly unknown[])[],
): { readonly judgeId: string; readonly fingerprint: string } | null {
  for (const cell of rows.slice(0, 4).flat()) {
    const match = typeof cell === 'string' ? MARK.exec(cell) : null;
    if (match?.[1] && match[2]) return { judgeId: match[1], fingerprint: match[2] };
  }
  return null;
}

/** The sheet with everything that was typed so far, validation and formulas included; one page wide, ready to print and fill in by hand. */
export function handedOutSheet(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
): SheetPlan {
  const spec = scoreSheetSpec(judge, criteria, language, true);
  const places = locateColumns(spec, table);
  const typed = spec.columns.filter(({ key, formula }) => !formula && (places.get(key) ?? -1) >= 0);
  const records = readRows(spec, table).map((row) => Object.fromEntries(typed.map(({ key }) => [key, row.get(key)])));
  const mark = sheetMark(judge.judgeId, criteria);
  const guide = text(
    `${spec.guide.zh}填好后连同文件名原样交回，请勿改动表头和编号。　${mark}`,
    `${spec.guide.en} Return the file as it is; leave headers and numbers alone. ${mark}`,
  );
  const sheet = sheetOf(
    { ...spec, guide },
    records,
    formulaWords(spec, language, (name) => {
      throw new Error(`a sheet alone has no table ${name}`);
    }),
  );
  return {
    ...sheet,
    page: { ...sheet.page, footerCenter: text('评委签名：＿＿＿＿＿＿', 'Signature: ____________')[language] },
  };
}
