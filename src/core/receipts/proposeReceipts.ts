// What an imported mailbox list would add to the receipts. Decides and writes nothing; importing the same list twice adds nothing.
import { foldText } from '../import/cellText';
import { recognizeSheets } from '../import/recognizeSheets';
import { inSheetOrder, passedOver, readRow, summarizeImport, type ImportSummary } from '../import/rowPlace';
import type { SheetRows } from '../import/sheetRows';
import type { Place, Problem } from '../ground/problem';
import { effective } from '../requirements/effective';
import type { Exception } from '../requirements/requirement';
import { text } from '../ground/text';
import { asEarlierItem, correctionTarget, type EarlierItem } from './correctionTarget';
import { groupItems } from './items';
import type { ProposedReceipt } from './numberReceipts';
import type { Receipt, Review } from './receipt';
import { COLUMNS_WITHOUT_SUBJECT, RECEIPT_COLUMNS } from './receiptColumns';
import { withDays } from './receiptMoment';
import { readReceiptRow, type ReadReceipt, type ReceiptContext } from './receiptRow';

/** What arrivals of a file are compared with. */
export interface ReceiptImport extends ReceiptContext {
  readonly existing: readonly Receipt[];
  /** For quotas that differ from unit to unit; none when absent. */
  readonly exceptions?: readonly Exception[];
  /** Review of the new receipts; 'pending' when absent. */
  readonly review?: Review;
}

/** Receipts that a file would add; arrivals that are there already are named, not doubled. */
export interface ReceiptProposal extends ImportSummary {
  /** In the order of the file. Ids come from numberReceipts. */
  readonly receipts: readonly ProposedReceipt[];
  /** Ids of receipts in the workbook that the file names again. */
  readonly unchanged: readonly string[];
  /** The rows of the file that do so, and exact repetitions within it. */
  readonly settled: readonly Place[];
  /** Every one of them kept a row out; a row may have several. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

type Identified = Pick<Receipt, 'unitId' | 'requirementId' | 'receivedAt' | 'title'>;

const pairKey = (unitId: string, requirementId: string): string => JSON.stringify([unitId, requirementId]);
const identity = ({ unitId, requirementId, receivedAt, title }: Identified): string =>
  JSON.stringify([unitId, requirementId, receivedAt, foldText(title)]);
const identityOf = ({ unit, requirement, receivedAt, title }: ReadReceipt): string =>
  identity({ unitId: unit.unitId, requirementId: requirement.requirementId, receivedAt, title });

/** Drops rows that say exactly what an earlier row says. */
function withoutRepeats(rows: readonly ReadReceipt[], notices: Problem[], settled: Place[]): ReadReceipt[] {
  const first = new Map<string, ReadReceipt>();
  return rows.filter((row) => {
    const earlier = first.get(row.content);
    if (!earlier) {
      first.set(row.content, row);
    } else {
      settled.push(row.reader.place);
      notices.push({
        ...row.reader.placeOf('title'),
        code: 'repeated-row',
        found: row.reader.raw('title'),
        expected: text('每件一行', 'One row for each thing'),
        message: text(
          `与第 ${earlier.reader.place.row} 行完全相同，只登记一次。`,
          `The same as row ${earlier.reader.place.row}; it is recorded once.`,
        ),
      });
    }
    return !earlier;
  });
}

/** Takes out as many rows as the workbook has receipts of that unit, requirement, moment and title: first those with the same parts. */
function withoutKnown(
  rows: readonly ReadReceipt[],
  existing: readonly Receipt[],
  unchanged: string[],
  settled: Place[],
): ReadReceipt[] {
  const known = new Map<string, Receipt[]>();
  for (const receipt of existing) {
    const key = identity(receipt);
    known.set(key, [...(known.get(key) ?? []), receipt]);
  }
  const taken = new Set<ReadReceipt>();
  for (const samePartsOnly of [true, false]) {
    for (const row of rows.filter((candidate) => !taken.has(candidate))) {
      const left = known.get(identityOf(row)) ?? [];
      const index = left.findIndex((receipt) => !samePartsOnly || row.parts.join('\n') === receipt.parts.join('\n'));
      const [receipt] = index >= 0 ? left.splice(index, 1) : [];
      if (!receipt) continue;
      taken.add(row);
      unchanged.push(receipt.receiptId);
      settled.push(row.reader.place);
    }
  }
  return rows.filter((row) => !taken.has(row));
}

function itemsByPair(existing: readonly Receipt[]): Map<string, EarlierItem[]> {
  const items = new Map<string, EarlierItem[]>();
  for (const item of groupItems(existing)) {
    const key = pairKey(item.unitId, item.requirementId);
    items.set(key, [...(items.get(key) ?? []), asEarlierItem(item)]);
  }
  return items;
}

function doubtfulCorrection({ reader, unit, requirement }: ReadReceipt, count: number, quota: number): Problem {
  return {
    ...reader.placeOf('title'),
    code: 'doubtful-correction',
    found: reader.raw('title'),
    expected: text('能看出更正的是哪一件', 'It is clear which one is corrected'),
    message: text(
      `“${unit.name}”的“${requirement.title}”要报 ${quota} 件，此前已有 ${count} 件，不能确定更正的是哪一件：请在收件登记中手工登记，并填上它更正的编号。`,
      `${unit.name} hands in ${quota} of ${requirement.requirementId} and ${count} came before, so it is not certain which one this corrects: record it by hand with the id it replaces.`,
    ),
  };
}

function withoutOriginal({ reader, requirement }: ReadReceipt): Problem {
  return {
    ...reader.placeOf('title'),
    code: 'correction-without-original',
    found: reader.raw('title'),
    expected: text('更早的一稿', 'An earlier version'),
    message: text(
      `此前没有收到“${requirement.title}”，这件更正稿按首次报送登记。`,
      `Nothing came before for ${requirement.requirementId}; this corrected version is recorded as the first.`,
    ),
  };
}

function partsMissing({ reader, requirement, parts }: ReadReceipt): Problem[] {
  const missing = requirement.parts.filter((part) => !parts.includes(part)).join('、');
  if (missing === '') return [];
  return [
    {
      ...reader.placeOf('attachments'),
      code: 'parts-missing',
      found: reader.raw('attachments'),
      expected: text(requirement.parts.join('、'), requirement.parts.join(', ')),
      message: text(
        `附件里没有认出：${missing}。已登记，请核对附件或催补。`,
        `Not recognised among the attachments: ${missing.replaceAll('、', ', ')}. It is recorded; check the attachments or ask for them.`,
      ),
    },
  ];
}

function yearNotice(rows: readonly ReadReceipt[], year: number): Problem[] {
  const [first] = rows.filter(({ yearAssumed }) => yearAssumed);
  if (!first) return [];
  const count = rows.filter(({ yearAssumed }) => yearAssumed).length;
  // It speaks of many rows: it belongs to none of them.
  const { row: _row, ...place } = first.reader.placeOf('time');
  return [
    {
      ...place,
      code: 'year-assumed',
      found: first.reader.raw('time'),
      expected: text('带年份的时间', 'A time with its year'),
      message: text(
        `有 ${count} 行没有写年份，都按 ${year} 年登记。`,
        `${count} rows give no year; all are taken as ${year}.`,
      ),
    },
  ];
}

/** Links corrections in the order of arrival, so that an original and its correction may come in the same file in any order. */
function link(
  rows: readonly ReadReceipt[],
  { existing, exceptions = [], review = 'pending' }: ReceiptImport,
  problems: Problem[],
  notices: Problem[],
): ProposedReceipt[] {
  const items = itemsByPair(existing);
  const order = new Map(rows.map((row, index) => [row, index]));
  const place = (row: ReadReceipt): number => order.get(row) ?? 0;
  const proposed: ProposedReceipt[] = [];
  for (const row of [...rows].sort(
    (a, b) => a.receivedAt - b.receivedAt || Number(a.correction) - Number(b.correction) || place(a) - place(b),
  )) {
    const { unit, requirement, receivedAt, title, parts, note, reader } = row;
    const pair = pairKey(unit.unitId, requirement.requirementId);
    const earlier = items.get(pair) ?? [];
    const { quota } = effective(requirement, unit, exceptions);
    const target = row.correction ? correctionTarget(earlier, receivedAt, quota) : null;
    if (target?.kind === 'doubtful') {
      problems.push(doubtfulCorrection(row, target.roots.length, quota));
      continue;
    }
    if (target?.kind === 'none') notices.push(withoutOriginal(row));
    notices.push(...partsMissing(row));
    const key = `new:${place(row) + 1}`;
    const replaces = target?.kind === 'item' ? target.root : '';
    if (replaces === '')
      items.set(pair, [...earlier, { root: key, firstAt: receivedAt, standing: review !== 'returned' }]);
    const { sheet = '', row: number } = reader.place;
    proposed.push({
      key,
      sheet,
      row: Number(number),
      unitId: unit.unitId,
      requirementId: requirement.requirementId,
      receivedAt,
      title,
      parts,
      review,
      replaces,
      note,
    });
  }
  return proposed.sort((a, b) => Number(a.key.slice(4)) - Number(b.key.slice(4)));
}

/**
 * Reads mailbox lists (time, unit, subject, attachments, under any of their usual headers). A row with any wrong or doubtful cell is left
 * out, one problem per cell: 'impossible-date', 'missing-time', 'unreadable-time', 'missing-unit', 'unknown-unit', 'doubtful-unit',
 * 'unknown-requirement', 'doubtful-requirement', 'not-owed', 'doubtful-correction', 'formula-like', 'no-header'. Taken all the same, with a
 * notice: 'parts-missing', 'correction-without-original', 'year-assumed'; dropped with one: 'repeated-row', 'row-skipped'.
 * Example: the same file again gives no receipts, and the ids of all its receipts in `unchanged`.
 */
export function proposeReceipts(sheets: readonly SheetRows[], input: ReceiptImport): ReceiptProposal {
  const recognized = recognizeSheets(sheets, RECEIPT_COLUMNS, 'Receipts', COLUMNS_WITHOUT_SUBJECT);
  const tables = recognized.tables.map(({ sheet, table }) => ({ sheet, table: withDays(table) }));
  const problems: Problem[] = [...recognized.problems];
  const notices: Problem[] = [...recognized.notices];
  const read: ReadReceipt[] = [];
  for (const { sheet, table } of tables) {
    notices.push(...passedOver(table, 'Receipts', sheet));
    for (const dataRow of table.dataRows) {
      const row = readReceiptRow(readRow(table, dataRow, 'Receipts', sheet), input);
      if (row.kind === 'receipt') read.push(row.receipt);
      else problems.push(...row.problems);
    }
  }
  const unchanged: string[] = [];
  const settled: Place[] = [];
  const fresh = withoutKnown(withoutRepeats(read, notices, settled), input.existing, unchanged, settled);
  notices.push(...yearNotice(fresh, input.campaignYear));
  const receipts = link(fresh, input, problems, notices);
  return {
    ...summarizeImport(tables, problems, ['time']),
    receipts,
    unchanged,
    settled,
    problems: inSheetOrder(problems),
    notices: inSheetOrder(notices),
  };
}
