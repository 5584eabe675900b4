// Import what the mailbox received into the register of receipts. Nothing that is registered already is touched.
import { numberReceipts } from '../../core/receipts/numberReceipts';
import { proposeReceipts, type ReceiptProposal } from '../../core/receipts/proposeReceipts';
import { RECEIPT_COLUMNS } from '../../core/receipts/receiptColumns';
import type { Receipt } from '../../core/receipts/receipt';
import { isWithdrawn } from '../../core/receipts/withdrawn';
import { createUnitMatcher } from '../../core/roster/unitMatcher';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { formatMoment } from '../../core/time/formatMoment';
import { addedLine } from '../../workbook/tables/records/actLog';
import { momentText } from '../../workbook/contract/cells';
import { appendRows } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { columnOf } from '../../workbook/contract/spec';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { askedSheets, skippedWords, withRequests } from '../imports/askedRows';
import { NO_COUNTS, type ImportedRows } from '../run/rowCounts';
import { previewRows, skippedRows, type RowWrite } from '../imports/importPreview';
import { receiptRecord } from './receiptRecord';
import { takenIds } from '../run/numberedTables';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import type { ImportReceiptsInput } from './importReceiptsJob';

export interface ImportReceiptsResults extends ImportedRows {
  /** Rows that were registered before, and exact repetitions within the file. */
  readonly alreadyThere: number;
  readonly columns: ReceiptProposal['columns'];
}

function messageOf({
  rows,
  taken,
  leftOut,
  skipped,
  alreadyThere,
}: ImportReceiptsResults): Decision<unknown>['message'] {
  const next =
    leftOut > 0
      ? text('没有采用的请按提示改正后再导入一次。', 'Mend the rows left out as told and import again.')
      : text('下一步：标出逾期。', 'Next: mark what is overdue.');
  const asked = skippedWords(skipped);
  return text(
    `读到 ${rows} 行：登记 ${taken} 件，${alreadyThere} 件以前登记过或重复，${leftOut} 行没有采用${asked.zh}。${next.zh}`,
    `${rows} rows read: ${taken} registered, ${alreadyThere} were there before or repeated, ${leftOut} rows left out${asked.en}. ${next.en}`,
  );
}

/** What each row of the file registers, as it will read. Of two versions in one file the later names the row of the earlier. */
function rowWrites(
  { receipts: proposed }: ReceiptProposal,
  receipts: readonly Receipt[],
  records: readonly RowRecord<ColumnKeys['Receipts']>[],
  { language }: Situation,
): RowWrite[] {
  const placeOf = new Map(
    proposed.map(({ key, sheet, row }) => [
      key,
      text(`本文件${sheet && `“${sheet}”`}第 ${row} 行`, `row ${row}${sheet && ` of “${sheet}”`} of this file`)[
        language
      ],
    ]),
  );
  return proposed.map((one, index): RowWrite => {
    const record = records[index] ?? {};
    const shown: readonly (readonly [ColumnKeys['Receipts'], string])[] = [
      ['unit', String(record['unit'])],
      ['requirementId', one.requirementId],
      ['receivedAt', formatMoment(one.receivedAt, language, 'full')],
      ['title', one.title],
      ['parts', String(record['parts'])],
      ['review', String(record['review'])],
      ['replaces', placeOf.get(one.replaces) ?? one.replaces],
      ['note', one.note],
    ];
    return {
      place: one,
      state: 'added',
      table: RECEIPTS.name,
      target: receipts[index]?.receiptId ?? '',
      cells: shown
        .filter(([, after]) => after !== '')
        .map(([key, after]) => ({ column: columnOf(RECEIPTS, key).header[language], before: '', after })),
    };
  });
}

/** Arrivals later than now: they do not count before their moment, and their date may be mistyped. */
function stillToCome({ receipts }: ReceiptProposal, now: WallTime): Problem[] {
  return receipts
    .filter(({ receivedAt }) => receivedAt > now)
    .map(({ sheet, row, receivedAt }) => ({
      code: 'future-receipt',
      table: RECEIPTS.name,
      sheet,
      row,
      expected: text('不晚于现在', 'not later than now'),
      found: momentText(receivedAt),
      message: text(
        '收到时间还没有到，那一刻之前不计入：请核对日期。',
        'It arrives in the future and does not count until then: check the date.',
      ),
    }));
}

/** What the import would register. Ids follow the order of the file; corrections point to the first version by id. */
export function decideImportReceipts(
  situation: Situation,
  input: ImportReceiptsInput,
): Decision<ImportReceiptsResults> {
  const { campaign, snapshot, words, language } = situation;
  const { settings } = campaign;
  const { review, same } = input;
  const asked = askedSheets(input, RECEIPT_COLUMNS);
  const table = tableIn(snapshot, RECEIPTS);
  const proposal = proposeReceipts(asked.sheets, {
    units: createUnitMatcher(campaign.units, same),
    requirements: campaign.requirements,
    exceptions: campaign.exceptions,
    existing: campaign.receipts.filter((receipt) => !isWithdrawn(receipt)),
    campaignYear: settings.year,
    partWords: settings.partWords,
    review,
  });
  const { rows, leftOut, columns, problems, notices, source } = proposal;
  const receipts = numberReceipts(proposal.receipts, takenIds(RECEIPTS, snapshot));
  const records = receipts.map((receipt) => receiptRecord(receipt, situation));
  const writes = rowWrites(proposal, receipts, records, situation);
  const later = stillToCome(proposal, situation.now);
  const shown = previewRows({ source, writes, settled: proposal.settled, problems, notices: [...notices, ...later] });
  const skipped = skippedRows(shown.rows);
  const results: ImportReceiptsResults = {
    rows,
    taken: receipts.length,
    leftOut,
    skipped,
    alreadyThere: rows - leftOut - skipped - receipts.length,
    columns,
    counts: NO_COUNTS,
  };
  return withRequests(
    {
      steps: appendRows(RECEIPTS, table, records, words(RECEIPTS)),
      changed: receipts.length > 0 ? { [RECEIPTS.name]: { added: receipts.length, updated: 0 } } : {},
      problems,
      notices: [...notices, ...later],
      results,
      alsoLogged: receipts.map(({ receiptId, review: state }) =>
        addedLine({ table: RECEIPTS.name, row: receiptId, state: labelOf('review', state, language) }, language),
      ),
      preview: {
        added: receipts.map((receipt, index) => ({
          table: RECEIPTS.name,
          row: receipt.receiptId,
          summary: [
            records[index]?.['unit'],
            receipt.requirementId,
            formatMoment(receipt.receivedAt, language),
            receipt.title,
          ].join(' · '),
        })),
        changed: [],
        unchanged: results.alreadyThere,
        ...shown,
      },
      stopped: rows === 0 && problems.length > 0,
      message:
        rows === 0
          ? (problems[0]?.message ??
            text('文件里没有数据行，没有导入。', 'The file has no data rows; nothing was imported.'))
          : messageOf(results),
    },
    asked,
    source,
    RECEIPTS.name,
  );
}
