// The first words of the leaders' sheet.
import { expect, it } from '@jest/globals';
import type { BriefingFigures } from '../../../src/core/briefing/briefingFigures';
import { verdictLine } from '../../../src/workbook/sheets/briefingVerdict';

const nothingDue = (must: number, done = 0) =>
  ({ soFar: { due: 0 }, total: { must, done, underReview: 0 }, overdueUnits: [] }) as unknown as BriefingFigures;
const first = { number: 1, last: null } as never;

it('of a campaign whose units owe nothing yet no figure of nothing is told', () => {
  expect(verdictLine(nothingDue(0), first, 'zh')).toBe('还没有单位应报的事项。');
  expect(verdictLine(nothingDue(0), first, 'en')).toBe('No unit owes anything yet.');
});

it('of a campaign whose first item is still to come it says what is owed, and what came early', () => {
  expect(verdictLine(nothingDue(222), first, 'zh')).toBe('尚无到期事项：应报222项，还没有收到。');
  expect(verdictLine(nothingDue(222, 3), first, 'zh')).toBe('尚无到期事项：应报222项，已先收到3项。');
});
