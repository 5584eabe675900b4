import { describe, expect, it } from '@jest/globals';
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import type { ImportedFile } from '../../../src/app/run/job';
import { countByStatus } from '../../../src/core/tracker/countByStatus';
import { trackUnits } from '../../../src/core/tracker/trackUnits';
import { readCampaign } from '../../../src/workbook/campaign';
import { applySteps } from '../../support/applySteps';
import { at } from '../../support/reportFixtures';
import { samplePaste } from '../../support/samplePaste';
import { newSnapshot, situationOf } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';
import { oneSheet } from '../../support/oneSheet';

const SAMPLE: ImportedFile = { name: 'receipts-mailbox.tsv', sheets: samplePaste('receipts-mailbox.tsv') };
const decide = (file: ImportedFile, snapshot = newSnapshot()): ReturnType<typeof decideImportReceipts> =>
  decideImportReceipts(situationOf(snapshot), { file, review: 'accepted' });

describe('import-receipts', () => {
  it('registers 123 of the sample’s 126 rows', () => {
    const { results, changed, problems, message } = decide(SAMPLE);
    expect(results).toMatchObject({ rows: 126, taken: 123, leftOut: 3, alreadyThere: 0 });
    expect(changed).toEqual({ Receipts: { added: 123, updated: 0 } });
    expect(problems?.map(({ row, code }) => [row, code])).toEqual([
      [125, 'impossible-date'],
      [126, 'missing-time'],
      [126, 'unknown-unit'],
      [127, 'unknown-unit'],
    ]);
    expect(message.zh).toContain('登记 123 件');
  });

  it('reads back as what it registered: ids in the order of the file, corrections by id, statuses as counted by hand', () => {
    const snapshot = newSnapshot();
    const after = readCampaign(applySteps(snapshot, decide(SAMPLE, snapshot).steps));
    if (after.kind !== 'campaign') throw new Error('broken');
    expect(after.cellProblems).toEqual([]);
    const { receipts } = after.campaign;
    expect(receipts.map(({ receiptId }) => receiptId)).toEqual(
      Array.from({ length: 123 }, (_, index) => `R${String(index + 1).padStart(4, '0')}`),
    );
    expect(
      receipts
        .filter(({ replaces }) => replaces !== '')
        .every(({ replaces }) => receipts.some(({ receiptId }) => receiptId === replaces)),
    ).toBe(true);
    const rows = trackUnits(after.campaign, at('2021-07-06 09:00'));
    expect(countByStatus(rows.filter(({ requirementId }) => requirementId === 'T1'))).toMatchObject({
      onTime: 37,
      late: 5,
      overdue: 3,
    });
    expect(countByStatus(rows.filter(({ requirementId }) => requirementId === 'T3'))).toMatchObject({
      onTime: 22,
      late: 1,
      overdue: 22,
    });
  });

  it('registers nothing the second time', () => {
    const snapshot = newSnapshot();
    const again = decide(SAMPLE, applySteps(snapshot, decide(SAMPLE, snapshot).steps));
    expect(again).toMatchObject({ steps: [], changed: {}, results: { taken: 0, alreadyThere: 123, leftOut: 3 } });
  });

  it('numbers on behind the highest id, also of rows that cannot be read', () => {
    const snapshot = withRows(newSnapshot(), 'Receipts', [
      { 收件编号: 'R0041', 单位: '西渡镇', 单位编号: 'U01', 事项编号: 'T1', 收到时间: '昨天' },
    ]);
    const step = decide(SAMPLE, snapshot).steps[0];
    expect(step?.kind === 'appendRows' && step.rows[0]?.[0]).toBe('R0042');
  });

  it('stops with the reason when there is no table in the file', () => {
    expect(decide(oneSheet('', [['x']]))).toMatchObject({ stopped: true, steps: [] });
  });
});
