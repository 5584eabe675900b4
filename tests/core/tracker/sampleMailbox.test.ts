import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countByStatus, reconciles } from '../../../src/core/tracker/countByStatus';
import { summarizeOverdue } from '../../../src/core/tracker/overdue';
import { unitNamed } from '../../support/reportFixtures';
import { describeSample, trackSample } from '../../support/trackSample';

const counts = (asOf: string, requirementId: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(countByStatus(trackSample(asOf).filter((row) => row.requirementId === requirementId))).filter(
      ([, count]) => count > 0,
    ),
  );

describe('the sample mailbox in the tracker', () => {
  // Counted independently from the file, with a short script in another language.
  it('D-6: has the statuses that a count by hand gives, once everything is accepted', () => {
    expect(counts('2021-07-06 09:00', 'T1')).toEqual({ onTime: 37, late: 5, overdue: 3 });
    expect(counts('2021-07-06 09:00', 'T2')).toEqual({ onTime: 32, late: 5, overdue: 8 });
    expect(counts('2021-07-06 09:00', 'T3')).toEqual({ onTime: 22, late: 1, overdue: 22 });
    expect(reconciles(trackSample('2021-07-06 09:00'))).toBe(true);
  });

  it('D-8: shows how late each late unit was', () => {
    const late = trackSample('2021-07-06 09:00')
      .filter(({ status }) => status === 'late')
      .map(({ unitId, requirementId, minutesLate }) => `${unitId} ${requirementId} ${minutesLate}`);
    const expected: readonly [string, string, number][] = [
      ['曲兰镇', 'T1', 1],
      ['县市场监管局', 'T1', 3],
      ['县政府办', 'T1', 3],
      ['集兵镇', 'T1', 60],
      ['县委办', 'T1', 1500],
      ['大安乡', 'T2', 3],
      ['集兵镇', 'T2', 3],
      ['三湖镇', 'T2', 60],
      ['岣嵝乡', 'T2', 1500],
      ['演陂镇', 'T2', 1500],
      ['县卫健局', 'T3', 1],
    ];
    expect(late.sort()).toEqual(
      expected.map(([name, requirementId, minutes]) => `${unitNamed(name).unitId} ${requirementId} ${minutes}`).sort(),
    );
  });

  it('D-10: shows the state of a past moment', () => {
    expect(counts('2021-06-07 18:00', 'T1')).toEqual({ onTime: 37, pending: 8 });
    expect(counts('2021-06-07 18:01', 'T1')).toEqual({ onTime: 37, late: 1, overdue: 7 });
    expect(counts('2021-06-05 18:00', 'T1')).toEqual({ pending: 45 });
  });

  it('says who is overdue in one sentence', () => {
    expect(
      summarizeOverdue(
        trackSample('2021-06-08 18:00').filter(({ requirementId }) => requirementId === 'T1'),
        'zh',
      ),
    ).toBe('逾期 4 家 4 项，最长 1 天');
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Apia'])('D-1: is the same on a computer in %s', (zone) => {
    const root = path.join(__dirname, '..', '..', '..');
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', path.join(root, 'tests/support/trackSample.ts')],
      { cwd: root, env: { ...process.env, TZ: zone }, encoding: 'utf8' },
    );
    const [clock, ...lines] = output.split('\n');
    const sixOClock: Readonly<Record<string, string>> = {
      'America/New_York': '2021-06-07T22:00:00.000Z',
      'Asia/Shanghai': '2021-06-07T10:00:00.000Z',
      'Pacific/Apia': '2021-06-07T05:00:00.000Z',
    };
    expect(clock).toBe(sixOClock[zone]);
    expect(lines.join('\n')).toBe(describeSample('2021-07-06 09:00'));
  });
});
