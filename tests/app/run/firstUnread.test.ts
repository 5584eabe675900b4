// A report that rests on cells which could not be read says so before it says anything else, in its message and on its page.
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideSummary } from '../../../src/app/publish/summary';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { shownWordsOf } from '../../support/decidedContest';
import { memoryWorkbook } from '../../support/memoryWorkbook';
import { at } from '../../support/reportFixtures';
import { runJob } from '../../support/runJob';
import { newSnapshot, situationOf } from '../../support/situationOf';

const NOW = '2021-06-09T09:00';

/** The due time of T1 typed as words that name no moment. */
function withoutDueTime(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const table = snapshot.tables.Requirements;
  if (!table) throw new Error('Requirements');
  const place = table.headers.indexOf('截止时间');
  const typed = table.values.map((row) => row.map((cell, at) => (row[0] === 'T1' && at === place ? '下周一' : cell)));
  return { ...snapshot, tables: { ...snapshot.tables, Requirements: { ...table, values: typed, formulas: typed } } };
}

const SOUND = newSnapshot();
const UNREAD = withoutDueTime(SOUND);

it.each(['overdue', 'summary', 'briefing', 'matrix', 'remind'])(
  '%s counts the cells that it could not read before it says anything else',
  async (job) => {
    const message = async (snapshot: WorkbookSnapshot) =>
      (await runJob(memoryWorkbook(snapshot, at('2021-06-09 09:00')).deps, job, {}, { mode: 'preview' })).message;
    const { zh, en } = await message(UNREAD);
    expect(zh).toMatch(/有 1 处看不懂或认不出（见下），改正前下面说的可能不实。/);
    expect(en).toMatch(
      /1 cell cannot be read or names nobody \(see below\); until mended, what follows may be untrue\. /,
    );
    expect((await message(SOUND)).zh).not.toContain('看不懂');
  },
);

it('an act of one person, and a check that names every cell, say what they did', async () => {
  const message = async (job: string, input = {}) =>
    (await runJob(memoryWorkbook(UNREAD, at('2021-06-09 09:00')).deps, job, input, { mode: 'preview' })).message.zh;
  expect(await message('check')).not.toContain('改正前下面说的');
  expect(await message('receive', { unit: '西渡镇', requirement: 'T1' })).not.toContain('改正前下面说的');
});

it('the page of briefing and summary says it above its first figure', () => {
  for (const decide of [decideBriefing, decideSummary]) {
    const words = shownWordsOf(decide(situationOf(UNREAD, NOW)));
    expect(words).toContain('注意：有1处内容看不懂或认不出，改正前本页所列可能不实。');
    expect(words.indexOf('注意：')).toBeLessThan(words.indexOf('应报'));
    expect(shownWordsOf(decide(situationOf(SOUND, NOW)))).not.toContain('看不懂');
  }
});
