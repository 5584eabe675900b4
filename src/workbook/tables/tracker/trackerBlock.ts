// Where a row of the tracker finds what arrived for it: the block of its pair in the order of the receipts, and what holds there, whatever the
// clock says and by now. Knows no status.
import { MAX_PARTS } from '../../../core/requirements/requirement';
import { text } from '../../../core/ground/text';
import type { ColumnKeys } from '../../contract/keys';
import type { ColumnSpec, FormulaWords } from '../../contract/spec';
import { beginOf, block, MOST_PAIRS, NEVER, placeBelow, secondsOf } from '../receipts/receiptOrder';

type Block =
  | 'unitId'
  | 'requirementId'
  | 'requirementRow'
  | 'rowKey'
  | 'unitRow'
  | 'pair'
  | 'from'
  | 'upTo'
  | 'cut'
  | 'doneAll'
  | 'quota'
  | 'exceptionRow';

/** Cells of a column of the receipts in order, from this pair's first to its last, or to the last that has arrived by now. */
export const mineUpTo = (
  f: FormulaWords<'from' | 'upTo' | 'cut'>,
  key: ColumnKeys['Receipts'],
  end: 'upTo' | 'cut',
): string => block(f, key, f.cell('from'), f.cell(end));

/** `formula` where anything has arrived by now. */
export const ifAny = (f: FormulaWords<'from' | 'cut'>, formula: string, otherwise: string): string =>
  `IF(${f.cell('cut')}<${f.cell('from')},${otherwise},${formula})`;

/** The largest of a column among the exceptions of this pair; only rows that have one look through them. */
export const largest = (f: FormulaWords<'pair'>, key: 'extendedAt' | 'quotaAt'): string =>
  `SUMPRODUCT(MAX((${f.column('Exceptions', 'pair')}=${f.cell('pair')})*${f.column('Exceptions', key)}))`;

function column<const K extends string>(
  key: K,
  zh: string,
  en: string,
  formula: (f: FormulaWords<Block>) => string,
): ColumnSpec<K, Block> {
  return { key, header: text(zh, en), type: 'integer', width: 8, hidden: true, formula };
}

/** Hidden columns, in the order in which each reads the ones before it. */
export const TRACKER_BLOCK = [
  column(
    'unitRow',
    '单位行',
    'Unit row',
    (f): string => `=IFERROR(MATCH(${f.cell('unitId')},${f.column('Units', 'unitId')},0),0)`,
  ),
  // The same number as in receipts and exceptions; a row that outlives its unit or item goes by its own place.
  column('pair', '对号', 'Pair', (f): string => {
    const own = `(${f.cell('unitRow')}-1)*ROWS(${f.column('Requirements', 'requirementId')})+${f.cell('requirementRow')}`;
    const orphan = `${MOST_PAIRS}+MATCH(${f.cell('rowKey')},${f.column('Tracker', 'rowKey')},0)`;
    return `=IF(AND(${f.cell('unitRow')}>0,ISNUMBER(${f.cell('requirementRow')})),${own},IFERROR(${orphan},0))`;
  }),
  column(
    'exceptionRow',
    '例外行',
    'Exception row',
    (f): string => `=IFERROR(MATCH(${f.cell('pair')},${f.column('Exceptions', 'pair')},0),0)`,
  ),
  column('from', '首行', 'First of pair', (f): string => `=1+${placeBelow(f, `${beginOf(f.cell('pair'))}-0.5`)}`),
  column('upTo', '末行', 'Last of pair', (f): string => `=${placeBelow(f, `${beginOf(`(${f.cell('pair')}+1)`)}-0.5`)}`),
  // All of them, but for what is to arrive later than now (D-10): the one cell of these that follows the clock.
  column('cut', '已到末行', 'Last by now', (f): string => {
    const now = `${beginOf(f.cell('pair'))}+${secondsOf('AsOf')}`;
    return `=IF(${f.cell('upTo')}<${f.cell('from')},${f.cell('upTo')},IF(INDEX(${f.column('Receipts', 'sorted')},${f.cell('upTo')})<=${now},${f.cell('upTo')},${placeBelow(f, `${now}+0.5`)}))`;
  }),
  // The key of the receipt that completes it (D-5): the quota-th accepted item, or the last part that is new, whichever is later.
  column('doneAll', '完成键', 'Completion key', (f): string => {
    const mine = (key: ColumnKeys['Receipts']): string => mineUpTo(f, key, 'upTo');
    const partCount = `INDEX(${f.column('Requirements', 'partCount')},${f.cell('requirementRow')})`;
    const item = `INDEX(${f.column('Receipts', 'sorted')},${f.cell('from')}-1+MATCH(${f.cell('quota')},${mine('nth')},0))`;
    const part = `SUMPRODUCT(MAX((${mine('newParts')}>0)*${mine('sorted')}))`;
    return `=IF(${f.cell('upTo')}<${f.cell('from')},${NEVER},IFERROR(IF(SUM(${mine('newParts')})<${partCount},${NEVER},MAX(${item},${part})),${NEVER}))`;
  }),
  // The same by now; NEVER and more where it is not complete. Where nothing is still to come that is all; else only items count of which an accepted
  // version has arrived (D-10), so the block is gone through again.
  column('doneNow', '当前完成键', 'Completion key by now', (f): string => {
    const mine = (key: ColumnKeys['Receipts']): string => mineUpTo(f, key, 'cut');
    const earliest = (known: string): string =>
      `${mine('sorted')}+(1-(${mine('acceptedAt')}<=${f.cell('cut')})*${known})*${NEVER}`;
    const item = `SUMPRODUCT(SMALL(${earliest(mine('first'))},${f.cell('quota')}))`;
    const parts = Array.from({ length: MAX_PARTS }, (_, at) => {
      const part = `INDEX(${f.column('Requirements', `part${at + 1}`)},${f.cell('requirementRow')})`;
      return `(${part}<>"")*SUMPRODUCT(MIN(${earliest(`ISNUMBER(SEARCH("、"&${part}&"、",${mine('partsAt')}))`)}))`;
    });
    const known = `IFERROR(MAX(${[item, ...parts].join(',')}),${NEVER})`;
    return `=IF(${f.cell('cut')}=${f.cell('upTo')},${f.cell('doneAll')},IF(${f.cell('cut')}<${f.cell('from')},${NEVER},${known}))`;
  }),
] as const;
