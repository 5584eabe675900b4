// Rows of a hand-kept sheet that are no data: blank ones, totals, headings, stamps, footnotes, repeated headers. Knows no table.
import { cellText, foldText } from './cellText';
import type { ImportedCell } from './sheetRows';

/** Why a row of a list is no data. */
export type SkipReason = 'empty' | 'totals' | 'heading' | 'footnote' | 'repeated-header';

interface RowSurroundings {
  readonly header: readonly ImportedCell[];
  readonly above: readonly ImportedCell[] | undefined;
  readonly requiredColumns: readonly number[];
  /** Columns that only count the rows (序号) and are asked for by nobody. */
  readonly counterColumns: readonly number[];
  /** Cells that repeat what stands in the merged area around them. */
  readonly isMerged: (column: number) => boolean;
}

const COUNTED = '(?:\\d+|[一二三四五六七八九十百]+)(?:个|家|名|人|所|篇|件|份|条|行|项|户|位)(?:单位|同志|作品|材料)?';
const SUM = '(?:本页|本表|本栏|全县|以上|总|各项)?(?:合计|总计|小计|共计|总数|累计|total|subtotal|sum)';
const TOTALS = new RegExp(`^(?:${SUM}(?:[::(].*|\\d+.?|${COUNTED})?|(?:以上)?(?:总)?共(?:计|有)?[::]?${COUNTED})$`);
const FOOTNOTE =
  /^(?:[*※▲△]*(?:注|备注|附注|说明|填表说明|填报说明|温馨提示|要求|填表人|填报人|制表人?|审核人?|审批人?|分管领导|主要领导|负责人|联系人|联系电话|填报时间|填表时间|填表日期|填报日期|制表日期|note)\d?[:：]|[*※])/;
/** 以下空白, 单位（盖章）, 第1页共2页: what forms print around their rows. */
const FORM_WORDS =
  /^(?:[(]?以下(?:空白|无正文|无内容|为空)[)]?|.{0,8}(?:[(](?:盖章|公章|签字|签名|签章)[)]|(?:盖章|公章|签字|签名|签章)处?)[::]?|第\d+页.{0,2}共\d+页|共\d+页.{0,2}第\d+页|[-—=_.·]{3,})$/;
/** 一、乡镇 · （二）园区 · 县直部门（27个） · 第一组：, standing alone in their row. */
const HEADING = new RegExp(
  `^(?:[一二三四五六七八九十]{1,3}[、.．].+|[(][一二三四五六七八九十]{1,3}[)].+|第[一二三四五六七八九十\\d]{1,3}(?:组|类|部分|批)[::]?.*|.{2,}[(](?:共)?${COUNTED}[)])$`,
);

/**
 * Why the row holds no data, or null when it does.
 * Empty also means: nothing but a row number and what a merged area repeats. Headings and stamps are such only where nothing else stands in
 * the row but what the row above says too. Example: a row `[null, null, '合计', 46]` is 'totals', `['县直部门（27个）', null]` 'heading'.
 */
export function skipReason(
  cells: readonly ImportedCell[],
  { header, above, requiredColumns, counterColumns, isMerged }: RowSurroundings,
): SkipReason | null {
  const filled = cells
    .map((cell, column) => ({ value: foldText(cellText(cell)), column }))
    .filter(({ value }) => value !== '');
  const saying = filled.filter(({ column }) => !counterColumns.includes(column));
  if (saying.length === 0) return 'empty';
  const repeatsAbove = ({ value, column }: { value: string; column: number }): boolean =>
    value === foldText(cellText(above?.[column]));
  const lacksRequired = requiredColumns.every((column) => foldText(cellText(cells[column])) === '');
  if (lacksRequired && saying.every((cell) => isMerged(cell.column) && repeatsAbove(cell))) return 'empty';
  const sameAsHeader = filled.filter(({ value, column }) => value === foldText(cellText(header[column])));
  if (sameAsHeader.length === filled.length && filled.length > 1) return 'repeated-header';
  if (filled.slice(0, 3).some(({ value }) => TOTALS.test(value))) return 'totals';
  const own = saying.filter((cell) => requiredColumns.includes(cell.column) || !repeatsAbove(cell));
  const words = [...new Set(own.map(({ value }) => value))];
  const [only = ''] = words;
  if (words.length <= 2 && FOOTNOTE.test(filled[0]?.value ?? '')) return 'footnote';
  if (words.length !== 1) return null;
  if (FOOTNOTE.test(only) || FORM_WORDS.test(only)) return 'footnote';
  return HEADING.test(only) ? 'heading' : null;
}
