import { describe, expect, it } from '@jest/globals';
import {
  addedLine,
  filledLines,
  readActs,
  undoneLine,
  type LogLine,
} from '../../../../src/workbook/tables/records/actLog';
import { appendRows } from '../../../../src/workbook/contract/edits';
import { LOG } from '../../../../src/workbook/tables/records/records';
import { serialFromWallTime } from '../../../../src/core/ground/wallTime';
import { applySteps } from '../../../support/applySteps';
import { at } from '../../../support/reportFixtures';
import { newSnapshot, situationOf } from '../../../support/situationOf';

const cell = (row: string, column: string, after: string, before: LogLine['before'] = ''): LogLine => ({
  table: 'Units',
  row,
  column,
  before,
  after,
});

function logged(
  acts: readonly { readonly job: string; readonly moment: string; readonly lines: readonly LogLine[] }[],
  sort = false,
) {
  const snapshot = newSnapshot();
  const records = acts.flatMap(({ job, moment, lines }) => {
    const head = { at: serialFromWallTime(at(moment)), job };
    return [{ ...head, summary: `${job} done` }, ...lines.map((line) => ({ ...head, ...line }))];
  });
  const table = applySteps(
    snapshot,
    appendRows(LOG, snapshot.tables['Log']!, records, situationOf(snapshot).words(LOG)),
  ).tables['Log']!;
  const place = table.headers.indexOf('时间');
  return readActs(
    sort ? { ...table, values: [...table.values].sort((a, b) => Number(b[place]) - Number(a[place])) } : table,
  );
}

describe('the log as acts', () => {
  it('gives back cells as they were written: filled ones in one line a row, replaced ones with their very value', () => {
    const filled = [
      cell('U01', '联络员', '张三'),
      cell('U01', '联系电话', '0734-1234567'),
      cell('U02', '联络员', '李四'),
    ];
    const lines = [cell('U03', '联系电话', '1', 13900001234), ...filledLines(filled)];
    expect(lines).toHaveLength(3);
    const [act] = logged([{ job: 'import-roster', moment: '2021-06-01 09:00', lines }]);
    expect(act?.cells).toEqual([cell('U03', '联系电话', '1', 13900001234), ...filled]);
    expect(act).toMatchObject({
      key: 'import-roster 2021-06-01T09:00:00',
      summary: 'import-roster done',
      undone: false,
    });
  });

  it('keeps a value that holds the separator in a line of its own', () => {
    const filled = [cell('U01', '联络员', '甲 | 乙'), cell('U01', '联系电话', '1'), cell('U01', '备注', 'x')];
    expect(
      logged([{ job: 'import-roster', moment: '2021-06-01 09:00', lines: filledLines(filled) }])[0]?.cells,
    ).toEqual(filled);
  });

  it('knows rows that were added and acts that were undone, also after the log was sorted', () => {
    const acts = [
      {
        job: 'receive',
        moment: '2021-06-01 09:00',
        lines: [addedLine({ table: 'Receipts', row: 'R0001', state: '待审' }, 'zh')],
      },
      {
        job: 'receive',
        moment: '2021-06-01 09:00',
        lines: [addedLine({ table: 'Receipts', row: 'R0002', state: 'Accepted' }, 'en')],
      },
      { job: 'undo', moment: '2021-06-01 10:00', lines: [undoneLine({ key: 'receive 2021-06-01T09:00:00 #2' }, 'zh')] },
    ];
    for (const sort of [false, true]) {
      expect(
        logged(acts, sort)
          .filter(({ job }) => job === 'receive')
          .map(({ added, undone }) => [added, undone]),
      ).toEqual([
        [[{ table: 'Receipts', row: 'R0001', state: '待审' }], false],
        [[{ table: 'Receipts', row: 'R0002', state: 'Accepted' }], true],
      ]);
    }
  });
});
