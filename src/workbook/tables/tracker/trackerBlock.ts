// Where a row of the tracker finds what arrived for it: the block of its pair in the order of the receipts, and what holds there, whatever the
// clock says and by now. Knows no status.
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
  | 'cut'
  | 'arrivedAny'
  | 'quota';

/** Cells of a column of the receipts in order, from this pair's first to its last that has arrived by now. */
export const mine = (f: FormulaWords<'from' | 'cut'>, key: ColumnKeys['Receipts']): string =>
  block(f, key, f.cell('from'), f.cell('cut'));

/** `formula` where anything has arrived by now. */
export const ifAny = (f: FormulaWords<'arrivedAny'>, formula: string, otherwise: string): string =>
  `IF(${f.cell('arrivedAny')}>0,${formula},${otherwise})`;

const HIDDEN = { type: 'integer', width: 8, hidden: true } as const;

function column<const K extends string>(
  key: K,
  zh: string,
  en: string,
  formula: (f: FormulaWords<Block>) => string,
): ColumnSpec<K, Block> {
  return { key, header: text(zh, en), ...HIDDEN, formula };
}

/** Hidden columns, in the order in which each reads the ones before it. */
export const TRACKER_BLOCK = [
  column(
    'unitRow',
    '单位行',
    'Unit row',
    (f): string => `=MATCH(${f.cell('unitId')},${f.column('Units', 'unitId')},0)`,
  ),
  // The same number as in receipts and exceptions; a row that outlives its unit or item goes by its own place.
  column('pair', '对号', 'Pair', (f): string => {
    const own = `(${f.cell('unitRow')}-1)*ROWS(${f.column('Requirements', 'requirementId')})+${f.cell('requirementRow')}`;
    const orphan = `${MOST_PAIRS}+MATCH(${f.cell('rowKey')},${f.column('Tracker', 'rowKey')},0)`;
    return `=IFERROR(${own},IFERROR(${orphan},0))`;
  }),
  column(
    'exceptionRow',
    '例外行',
    'Exception row',
    (f): string => `=IFERROR(MATCH(${f.cell('pair')},${f.column('Exceptions', 'pair')},0),0)`,
  ),
  column('from', '首行', 'First of pair', (f): string => `=1+${placeBelow(f, `${beginOf(f.cell('pair'))}-0.5`)}`),
  { key: 'upTo', header: text('末行', 'Last of pair'), ...HIDDEN, retired: true },
  // What is to arrive later than now stands behind it (D-10): this cell follows the clock.
  column(
    'cut',
    '已到末行',
    'Last by now',
    (f): string => `=${placeBelow(f, `${beginOf(f.cell('pair'))}+${secondsOf('AsOf')}+0.5`)}`,
  ),
  // The key of the receipt that completes it by now (D-5), NEVER where none does: the quota-th item of which an accepted version has
  // arrived (D-10), or the one that brought the last of the needed parts, whichever is later.
  column('doneAll', '完成键', 'Completion key', (f): string => {
    const item = `SUMPRODUCT(SMALL(${mine(f, 'sorted')}+(${mine(f, 'first')}>${f.cell('cut')})*${NEVER},${f.cell('quota')}))`;
    const parts = `INDEX(${f.column('Receipts', 'partsDone')},${f.cell('cut')})`;
    return `=${ifAny(f, `IFERROR(MIN(${NEVER},MAX(${item},${parts})),${NEVER})`, NEVER)}`;
  }),
] as const;
