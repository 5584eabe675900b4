// The hidden half of 收件登记: all receipts with a time, in the order of one number (unit and item, then second of arrival), so that each row of
// the tracker finds its own in a block of neighbours. Row k of these columns speaks of the k-th receipt in that order, not of the row's own.
import { MAX_PARTS } from '../../../core/requirements/requirement';
import { text } from '../../../core/ground/text';
import { FIRST_MOMENT, labelOrNoneFormula, placeOfCode, toTheSecond } from '../../contract/cellFormulas';
import type { ColumnKeys } from '../../contract/keys';
import type { CodeOf } from '../../contract/labels';
import type { ColumnSpec, FormulaWords } from '../../contract/spec';
import { lackingText, PART_BITS } from '../requirements/lackingParts';

/** More than the seconds of a century: keys of one pair lie between pair × SPAN and (pair + 1) × SPAN. */
const SPAN = 4_000_000_000;
/**
 * Pairs of unit and item have numbers below this; those that have no unit or item in the tables any more get theirs from their row of the tracker.
 * Keys stay below 250,000 × SPAN = 10^15: exact in a double (2^53), and in the 15 digits to which Excel compares.
 */
export const MOST_PAIRS = 200_000;
/** Larger than every key. */
export const NEVER = '10^16';

type Ordered = ColumnKeys['Receipts'];

/** Where the keys of a pair begin, as a formula. */
export const beginOf = (pair: string): string => `${pair}*${SPAN}`;

/** Seconds of a moment within the key. Example: `secondsOf('AsOf')`. */
export const secondsOf = (moment: string): string => `ROUND((${moment}-${FIRST_MOMENT})*86400,0)`;

/** The moment of a key of the pair. */
export const momentOfKey = (key: string, pair: string): string => `${FIRST_MOMENT}+(${key}-${beginOf(pair)})/86400`;

/** How many keys are not above the number. */
export const placeBelow = (f: FormulaWords<never>, key: string): string =>
  `IFERROR(MATCH(${key},${f.column('Receipts', 'sorted')},1),0)`;

/** Cells `from` to `to` of a column of the order. */
export const block = (f: FormulaWords<never>, key: Ordered, from: string, to: string): string =>
  `INDEX(${f.column('Receipts', key)},${from}):INDEX(${f.column('Receipts', key)},${to})`;

/**
 * Receipts of a pair weigh 1.5, 1.5/4, 1.5/16 … in their order: the sum of some has the power of four of the first of them. Beyond 500 of one pair
 * nothing weighs anything any more.
 */
const WEIGHT_BASE = 4;
const FIRST_WEIGHT = 1.5;

/** All parts that the item of this place needs, side by side; '' where it needs fewer. */
const needed = (f: FormulaWords<'itemRowAt'>): string =>
  `INDEX(${f.columns('Requirements', 'part1', `part${MAX_PARTS}`)},${f.cell('itemRowAt')},0)`;

/** Lists that have the part. */
const within = (part: string): string => `"*、"&${part}&"、*"`;

/** Number of the pair, as in the tracker; '' when the row names no unit or item that anything is expected of. */
export function pairFormula(f: FormulaWords<'unitId' | 'itemRow' | 'requirementId'>): string {
  const unit = `MATCH(${f.cell('unitId')},${f.column('Units', 'unitId')},0)`;
  const both = `(${unit}-1)*ROWS(${f.column('Requirements', 'requirementId')})+${f.cell('itemRow')}/(${f.cell('itemRow')}>0)`;
  const orphan = `${MOST_PAIRS}+MATCH(${f.cell('unitId')}&" "&TRIM(${f.cell('requirementId')}),${f.column('Tracker', 'rowKey')},0)`;
  return `=IF(${f.cell('unitId')}="","",IFERROR(${both},IFERROR(${orphan},"")))`;
}

const HELP = { type: 'integer', width: 8, hidden: true } as const;
/** This row's place in the order. */
const k = (f: FormulaWords<'place'>): string => f.cell('place');
/** A column of the receipt that is the k-th. */
const ofPlace = (f: FormulaWords<'seq'>, key: Ordered): string =>
  `INDEX(${f.column('Receipts', key)},${f.cell('seq')})`;

type Help =
  | 'live'
  | 'receiptId'
  | 'review'
  | 'reviewCode'
  | 'at'
  | 'replaces'
  | 'pair'
  | 'sortKey'
  | 'place'
  | 'sorted'
  | 'order'
  | 'seq'
  | 'start'
  | 'last'
  | 'itemAt'
  | 'itemRowAt'
  | 'itemState'
  | 'acceptedAt'
  | 'partsAt'
  | 'weight'
  | 'lacks'
  | 'state';

function column<const K extends string>(
  key: K,
  zh: string,
  en: string,
  formula: (f: FormulaWords<Help>) => string,
): ColumnSpec<K, Help> {
  return { key, header: text(zh, en), ...HELP, formula };
}

/** A column of an earlier version that no formula reads any more: workbooks keep it, empty. */
const retired = <const K extends string>(key: K, zh: string, en: string): ColumnSpec<K, never> => ({
  key,
  header: text(zh, en),
  ...HELP,
  retired: true,
});

/** Says '' in rows below the last receipt of the order. */
const ifThere = (f: FormulaWords<'seq'>, formula: string): string => `=IF(${f.cell('seq')}="","",${formula})`;

/** Hidden columns, in the order in which each reads the ones before it. */
export const RECEIPT_ORDER = [
  column(
    'reviewCode',
    '审核码',
    'Review code',
    (f): string => `=${labelOrNoneFormula(f.cell('review'), 'review', 'pending')}`,
  ),
  // Only an as-of time that Settings fix counts here: the order of the receipts must not follow the clock, or all of it runs at every edit. What
  // arrives later than now stands in the order, and the tracker looks no further than now (D-10). Nor must it follow the reviews: what was sent back
  // stands in it as well, as no version of anything.
  column('live', '有效', 'Standing', (f): string => {
    const after = `ROUND((${f.cell('at')}-${toTheSecond(f.setting('asOf'))})*86400,0)>0`;
    const arrived = `IF(IFERROR(N(${f.setting('asOf')}),0)=0,1,IF(${after},0,1))`;
    return `=IF(${f.cell('at')}=0,0,${arrived})`;
  }),
  column('state', '状态码', 'State', (f): string => {
    const is = (review: CodeOf<'review'>): string => `${f.cell('reviewCode')}=${placeOfCode('review', review)}`;
    return `=IF(OR(${f.cell('live')}=0,${is('returned')}),0,IF(${is('accepted')},2,1))`;
  }),
  column(
    'sortKey',
    '次序键',
    'Order key',
    (f): string =>
      `=IF(OR(${f.cell('live')}=0,${f.cell('pair')}=""),"",${beginOf(f.cell('pair'))}+${secondsOf(f.cell('at'))})`,
  ),
  column('place', '位次', 'Place', (f): string => `=ROW()-ROW(${f.head('Receipts', 'receiptId')})`),
  column(
    'sorted',
    '次序',
    'In order',
    (f): string => `=IFERROR(SMALL(${f.column('Receipts', 'sortKey')},${k(f)}),${NEVER})`,
  ),
  // Equal keys are told apart by the rows that have them: only for these the column is gone through.
  column('order', '先后', 'Order', (f): string => {
    const keys = f.column('Receipts', 'sortKey');
    const rank = `(1+${placeBelow(f, `${f.cell('sortKey')}-0.5`)})`;
    const twins = `IF(N(INDEX(${f.column('Receipts', 'sorted')},MIN(ROWS(${keys}),1+${rank})))=${f.cell('sortKey')},COUNTIF(${block(f, 'sortKey', '1', k(f))},${f.cell('sortKey')})-1,0)`;
    return `=IF(${f.cell('sortKey')}="","",${rank}+${twins})`;
  }),
  column('seq', '第几件', 'Ordinal', (f): string => `=IFERROR(MATCH(${k(f)},${f.column('Receipts', 'order')},0),"")`),
  column('start', '首行', 'First of pair', (f): string =>
    ifThere(f, `1+${placeBelow(f, `INT(${f.cell('sorted')}/${SPAN})*${SPAN}-0.5`)}`),
  ),
  column('last', '末行', 'Last of pair', (f): string =>
    ifThere(f, placeBelow(f, `(INT(${f.cell('sorted')}/${SPAN})+1)*${SPAN}-0.5`)),
  ),
  column('itemAt', '次序所属件', 'Part of, in order', (f): string =>
    ifThere(f, `IF(${ofPlace(f, 'state')}=0,"",${ofPlace(f, 'item')})`),
  ),
  column('itemState', '次序状态', 'State, in order', (f): string =>
    ifThere(f, `${f.cell('itemAt')}&"|"&${ofPlace(f, 'state')}`),
  ),
  column('partsAt', '次序材料', 'Parts, in order', (f): string =>
    ifThere(f, `IF(${f.cell('itemAt')}="","",${ofPlace(f, 'partsKey')})`),
  ),
  // Where the first version of the item stands that was accepted: before it has arrived nobody knows that the item is (D-10).
  column('acceptedAt', '通过位次', 'Accepted from', (f): string =>
    ifThere(
      f,
      `IFERROR(${f.cell('start')}-1+MATCH(${f.cell('itemAt')}&"|2",${block(f, 'itemState', f.cell('start'), f.cell('last'))},0),${NEVER})`,
    ),
  ),
  // The same at the first version of each item alone, '' at the others: so items are counted, and the accepted ones among them.
  column('first', '首件', 'First', (f): string =>
    ifThere(
      f,
      `IF(${f.cell('itemAt')}="","",IF(MATCH(${f.cell('itemAt')},${block(f, 'itemAt', f.cell('start'), f.cell('last'))},0)=${k(f)}-${f.cell('start')}+1,${f.cell('acceptedAt')},""))`,
    ),
  ),
  retired('hasAccepted', '已通过件', 'Accepted item'),
  retired('nth', '第几通过', 'Nth accepted'),
  retired('newParts', '首次材料', 'New parts'),
  column('itemRowAt', '次序事项行', 'Item row, in order', (f): string => ifThere(f, ofPlace(f, 'itemRow'))),
  column('weight', '先到权', 'Weight of the earlier', (f): string =>
    ifThere(f, `${FIRST_WEIGHT}*${WEIGHT_BASE}^(${f.cell('start')}-${k(f)})`),
  ),
  // Where the last of the needed parts came first, on an item of which an accepted version has arrived up to here (D-5, D-10): for each part the first
  // receipt that brings it, by the sum of their weights; a part that is not needed counts as there from the first on.
  column('partsDone', '材料完成键', 'Parts complete', (f): string => {
    const some = (key: 'weight' | 'acceptedAt' | 'partsAt'): string => block(f, key, f.cell('start'), k(f));
    const weights = `SUMIFS(${some('weight')},${some('acceptedAt')},"<="&${k(f)},${some('partsAt')},${within(needed(f))})`;
    const before = `INT(LOG(SUMPRODUCT(MIN(${weights}+${FIRST_WEIGHT}*(${needed(f)}=""))),${WEIGHT_BASE}))`;
    const key = `INDEX(${f.column('Receipts', 'sorted')},${f.cell('start')}-${before})`;
    return `=IF(N(${f.cell('itemRowAt')})=0,${NEVER},IFERROR(${key},${NEVER}))`;
  }),
  // Which of the parts that the item needs nothing up to here has brought: one bit for each.
  column('lacks', '缺项', 'Lacking', (f): string => {
    const brought = `COUNTIF(${block(f, 'partsAt', f.cell('start'), k(f))},${within(needed(f))})`;
    return `=IF(N(${f.cell('itemRowAt')})=0,0,SUMPRODUCT((${brought}=0)*(${needed(f)}<>"")*{${PART_BITS.join(',')}}))`;
  }),
  column(
    'lacking',
    '缺少材料',
    'Missing parts',
    (f): string => `=IF(${f.cell('lacks')}=0,"",${lackingText(f, f.cell('lacks'), f.cell('itemRowAt'))})`,
  ),
] as const;
