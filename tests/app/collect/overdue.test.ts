import { describe, expect, it } from '@jest/globals';
import { decideOverdue } from '../../../src/app/collect/overdue';
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import { serialFromWallTime } from '../../../src/core/ground/wallTime';
import { tableCalled, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { calculated } from '../../support/calculated';
import { at } from '../../support/reportFixtures';
import { samplePaste } from '../../support/samplePaste';
import { newSnapshot, situationOf } from '../../support/situationOf';

function sampleSnapshot(): WorkbookSnapshot {
  const snapshot = newSnapshot();
  return applySteps(
    snapshot,
    decideImportReceipts(situationOf(snapshot), {
      file: { name: '', sheets: samplePaste('receipts-mailbox.tsv') },
      review: 'accepted',
    }).steps,
  );
}

/** The same with one cell of the tracker changed, by header. */
function typeOver(snapshot: WorkbookSnapshot, row: number, header: string, value: string): WorkbookSnapshot {
  return typeIn(snapshot, 'Tracker', row, header, value);
}

function typeIn(
  snapshot: WorkbookSnapshot,
  name: string,
  row: number,
  header: string,
  value: string,
): WorkbookSnapshot {
  const tracker = tableCalled(snapshot.tables, name);
  if (!tracker) throw new Error(`no table ${name}`);
  const column = tracker.headers.indexOf(header);
  const put = <Cell>(cells: readonly (readonly Cell[])[]): (Cell | string)[][] =>
    cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? value : cell)));
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      [name]: { ...tracker, values: put(tracker.values), formulas: put(tracker.formulas) },
    },
  };
}

const NOW = '2021-06-15T09:00';

describe('overdue', () => {
  it('goes through the receipts once for the list and for the comparison with what the tracker shows', () => {
    const situation = situationOf(sampleSnapshot(), '2021-06-11 10:00');
    let rounds = 0;
    const receipts = [...situation.campaign.receipts];
    const iterator = receipts[Symbol.iterator].bind(receipts);
    receipts[Symbol.iterator] = () => ((rounds += 1), iterator());
    decideOverdue({ ...situation, campaign: { ...situation.campaign, receipts } });
    expect(rounds).toBe(1);
  });

  it('says who is overdue and by how long, the longest first', () => {
    const { results, message, changed, log } = decideOverdue(situationOf(sampleSnapshot(), '2021-06-11 10:00'));
    expect(message.zh).toMatch(/^逾期 \d+ 家 \d+ 项，最长 3 天 16 小时。$/);
    expect(results.items).toBe(results.counts.overdue);
    expect(results.overdue).toHaveLength(results.items);
    expect(results.overdue[0]).toMatchObject({
      requirementId: 'T1',
      due: '2021-06-07T18:00:00',
      minutesLate: 5280,
      late: '3天16小时',
    });
    expect(changed).toEqual({});
    expect(log).toBeNull();
  });

  it('D-3: finds nothing overdue at the due second, and all that is missing one second later', () => {
    expect(decideOverdue(situationOf(newSnapshot(), '2021-06-07 18:00:00')).results).toMatchObject({
      items: 0,
      longest: 0,
    });
    expect(decideOverdue(situationOf(newSnapshot(), '2021-06-07 18:00:01')).results).toMatchObject({
      items: 45,
      units: 45,
      longest: 1,
    });
  });

  it('completes the tracker and is done then', () => {
    const snapshot = newSnapshot();
    const tracker = snapshot.tables['Tracker'];
    if (!tracker) throw new Error('no tracker');
    const short: WorkbookSnapshot = {
      ...snapshot,
      tables: {
        ...snapshot.tables,
        Tracker: { ...tracker, values: tracker.values.slice(3), formulas: tracker.formulas.slice(3) },
      },
    };
    const decision = decideOverdue(situationOf(short));
    expect(decision.changed).toEqual({ Tracker: { added: 3, updated: 0 } });
    expect(decision.preview?.added.map(({ row }) => row)).toEqual(['U01 T1', 'U02 T1', 'U03 T1']);
    expect(decideOverdue(situationOf(applySteps(short, decision.steps))).changed).toEqual({});
  });

  it('puts a formula back that somebody typed over, and keeps the typed value for the log', () => {
    const typed = typeOver(calculated(newSnapshot(), NOW), 2, '状态', '已报');
    const decision = decideOverdue(situationOf(typed));
    expect(decision.changed).toEqual({ Tracker: { added: 0, updated: 1 } });
    expect(decision.preview?.changed).toEqual([
      { table: 'Tracker', row: 'U03 T1', column: '状态', before: '已报', after: '（公式）' },
    ]);
    expect(decision.notices?.map(({ code }) => code)).toEqual(['formula-overwritten']);
    const restored = applySteps(typed, decision.steps).tables['Tracker'];
    expect(restored?.formulas).toEqual(newSnapshot().tables['Tracker']?.formulas);
  });

  it('leaves people’s own columns and notes alone', () => {
    const noted = typeOver(newSnapshot(), 2, '备注', '已电话催报');
    expect(decideOverdue(situationOf(noted)).changed).toEqual({});
  });

  it('names rows that nobody owes any more and deletes none', () => {
    const snapshot = typeOver(calculated(newSnapshot(), NOW), 0, '单位编号', 'U99');
    const { notices, steps } = decideOverdue(situationOf(snapshot));
    expect(notices?.map(({ code, row }) => [code, row])).toEqual([['obsolete-row', 'U99 T1']]);
    expect(steps.map(({ kind }) => kind)).toEqual(['appendRows', 'conditionals', 'conditionals', 'activate']);
  });

  it('D-11: marks rows of an item that is for other units now, and takes the mark off when it is for them again', () => {
    const narrow = typeIn(newSnapshot(), 'Requirements', 0, '报送单位', '园区');
    const marked = applySteps(narrow, decideOverdue(situationOf(narrow)).steps);
    const marks = (snapshot: WorkbookSnapshot): number =>
      (snapshot.tables['Tracker']?.values ?? []).filter(
        (row) => row[snapshot.tables['Tracker']?.headers.indexOf('不再应报') ?? -1] === 1,
      ).length;
    expect(marks(marked)).toBe(44);
    expect(decideOverdue(situationOf(marked)).changed).toEqual({});
    const wide = typeIn(marked, 'Requirements', 0, '报送单位', '乡镇、园区、成员单位');
    expect(marks(applySteps(wide, decideOverdue(situationOf(wide)).steps))).toBe(0);
  });

  it('says that the settings fix the as-of time', () => {
    const snapshot = newSnapshot();
    const settings = snapshot.tables['Settings'];
    if (!settings) throw new Error('no settings');
    const key = settings.headers.indexOf('键');
    const value = settings.headers.indexOf('值');
    const values = settings.values.map((row) =>
      row[key] === 'asOf'
        ? row.map((cell, c) => (c === value ? serialFromWallTime(at('2021-06-08 18:00')) : cell))
        : row,
    );
    const fixed = { ...snapshot, tables: { ...snapshot.tables, Settings: { ...settings, values, formulas: values } } };
    const later = '2021-07-01 09:00';
    const { results, notices } = decideOverdue(situationOf(calculated(fixed, later), later));
    expect(results.longest).toBe(1440);
    expect(notices?.map(({ code }) => code)).toEqual(['as-of-fixed']);
  });
});
