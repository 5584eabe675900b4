// Official paper keeps its type (GB/T 9704): the scale of every page in every case, computed from the plan as a program would.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAgenda } from '../../../src/app/publish/agenda';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideBriefing } from '../../../src/app/publish/briefing';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideNotice } from '../../../src/app/publish/notice';
import { decidePrizeReceipt } from '../../../src/app/publish/prizeReceipt';
import type { Decision } from '../../../src/app/run/runJob';
import { columnPoints } from '../../../src/workbook/contract/pageLines';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { after, decidedContest, scoredContest, withoutKept } from '../../support/decidedContest';
import { newSnapshot, situationOf } from '../../support/situationOf';

/** Points of A4 less the page's margins. */
function typeArea({ page }: SheetPlan): { readonly width: number; readonly height: number } {
  const [wide, tall] = page.orientation === 'Portrait' ? [210, 297] : [297, 210];
  const { left, right, top, bottom } = page.margins;
  return { width: ((wide - left - right) / 25.4) * 72, height: ((tall - top - bottom) / 25.4) * 72 };
}

/** What a program prints the page at, 1 = its own size. */
function scaleOf(sheet: SheetPlan): number {
  const area = typeArea(sheet);
  const width = sheet.columnWidths.reduce((sum, characters) => sum + columnPoints(characters), 0);
  const height = (sheet.rowHeights ?? []).reduce((sum, [, rows, points]) => sum + rows * points, 0);
  return Math.min(
    1,
    sheet.page.fitWide === undefined ? 1 : area.width / width,
    sheet.page.fitTall === undefined ? 1 : (area.height * sheet.page.fitTall) / height,
  );
}

/** Sizes of cells that say something; the line at the foot is left out. */
function sizesOf(sheet: SheetPlan): number[] {
  const foot = Math.max(...(sheet.rowHeights ?? []).map(([row]) => row));
  return sheet.formats.flatMap(({ area, format }) =>
    format.fontSize !== undefined && area.row !== foot ? [format.fontSize] : [],
  );
}

function pageIn(decision: Decision<unknown>): SheetPlan {
  const pages = decision.steps.flatMap((step) =>
    (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table ? [step.sheet] : [],
  );
  const [page] = pages;
  if (!page) throw new Error(decision.message.en);
  return page;
}

const TITLE = '他用十五年的坚守照亮一条回家的路一位基层禁毒民警与三个家庭的故事续篇之终章完整版';

/** Every winner's title of forty characters. */
function withLongTitles(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const table = snapshot.tables['Decisions'];
  const at = table?.headers.indexOf('题目') ?? -1;
  if (!table || at < 0) throw new Error('no titles');
  const values = table.values.map((row) =>
    row.map((cell, column) => (column === at && cell !== '' ? TITLE.slice(0, 40) : cell)),
  );
  return { ...snapshot, tables: { ...snapshot.tables, Decisions: { ...table, values, formulas: values } } };
}

const OVER = '2021-06-28T09:00';
let posted: WorkbookSnapshot;

beforeAll(async () => {
  const decided = withoutKept(decidedContest(await scoredContest()));
  posted = after(decided, decideNotice(situationOf(decided, '2021-06-18T09:00'), { contact: '0734-6812345' }));
});

describe.each(['short titles', 'titles of 40 characters'])('official paper, ten winners with %s', (titles) => {
  const snapshot = (): WorkbookSnapshot => (titles === 'short titles' ? posted : withLongTitles(posted));
  const reason = '样张';
  const pages: Readonly<Record<string, () => SheetPlan>> = {
    notice: () => pageIn(decideNotice(situationOf(snapshot(), OVER), { posting: '2021-06-18', contact: 'x' })),
    awards: () => pageIn(decideAwards(situationOf(snapshot(), OVER), {})),
    receipt: () => pageIn(decidePrizeReceipt(situationOf(snapshot(), OVER), { reason })),
    agenda: () => pageIn(decideAgenda(situationOf(snapshot(), OVER), {})),
  };

  it.each(Object.keys(pages))('prints %s at its own size, nothing under 14 pt, with page numbers', (name) => {
    const sheet = pages[name]?.();
    if (!sheet) throw new Error(name);
    expect(scaleOf(sheet)).toBeGreaterThan(0.995);
    expect(Math.min(...sizesOf(sheet))).toBeGreaterThanOrEqual(name === 'awards' ? 12 : 14);
    expect(sheet.page.footerCenter).toContain('&P');
  });

  it('keeps each certificate inside its page', () => {
    const sheet = pageIn(decideCertificates(situationOf(snapshot(), OVER), { reason }));
    const heights = (sheet.rowHeights ?? []).map(([, , height]) => height);
    const starts = [0, ...(sheet.page.breaks ?? []), heights.length];
    const each = starts.slice(1).map((end, i) => heights.slice(starts[i], end).reduce((sum, one) => sum + one, 0));
    expect(each).toHaveLength(10);
    expect(Math.max(...each)).toBeLessThanOrEqual(typeArea(sheet).height);
  });
});

it.each([
  ['nothing due', '2021-06-01 09:00', 'daily'],
  ['everything overdue', '2021-07-06 09:00', 'daily'],
  ['the final one', '2021-07-06 09:00', 'final'],
] as const)('a briefing with %s is one page at its own size, nothing under 10 pt', (_name, now, variant) => {
  const sheet = pageIn(decideBriefing(situationOf(newSnapshot(), now), { variant }));
  expect(scaleOf(sheet)).toBeGreaterThan(0.99);
  expect(Math.min(...sizesOf(sheet))).toBeGreaterThanOrEqual(10);
});
