// Every made sheet in every case as LibreOffice prints it: pages, type, every cell's words, and figures against a recount of the case.
// `npm run printed` leaves the files in out/printed.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { plannedCells } from '../../src/workbook/sheets/madeSheet';
import { UNITS } from '../../src/workbook/tables/units/units';
import { toPdf } from '../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../src/workbench/xlsx/writeBook';
import { describeWithLibreOffice } from '../workbench/xlsx/givenLibreOffice';
import { CASES, makingOf, storyTitle, WINNERS, type PrintedCase } from './cases';
import { brokenWords, readPdf, squeezed, wordsOfPages, type PrintedPage } from './printedPdf';
import { recount } from './recount';
import { bookOfSheets, madeSheets, type Page } from './sheets';

jest.setTimeout(600_000);

const FOLDER = process.env['PRINTED'];

/**
 * Points of the smallest type, the foot apart. LibreOffice takes columns for 6 % wider than Excel does and shrinks a fitted page by that: 13 is 14,
 * and 9 is 10.
 */
const SMALLEST: Readonly<Record<Page, number>> = {
  briefing: 9,
  summary: 8,
  accountability: 8,
  awards: 11,
  notice: 13,
  certificates: 11,
  'prize receipt': 13,
  agenda: 13,
  remarks: 8,
  details: 8,
};
/** Pages of the longest case; others may have fewer. */
const MOST_PAGES: Readonly<Partial<Record<Page, number>>> = { briefing: 1, certificates: WINNERS };
/** Of ten winners with titles as stories usually have; longer ones take more. */
const PLAIN_PAGES: Readonly<Partial<Record<Page, number>>> = { notice: 2, awards: 2, agenda: 2, 'prize receipt': 2 };
const mostPages = (page: Page, { titles }: PrintedCase): number =>
  (titles <= 12 ? PLAIN_PAGES[page] : undefined) ?? MOST_PAGES[page] ?? 12;

interface Printed {
  readonly page: Page;
  readonly sheet: SheetPlan;
  readonly pages: readonly PrintedPage[];
  readonly words: string;
}

interface PrintedSet {
  readonly units: readonly string[];
  readonly sheets: readonly Printed[];
}

const decided = ({ contest }: PrintedCase): boolean => contest === 'ten winners' || contest === 'three tiers';

function textsOf(sheet: SheetPlan): string[] {
  return plannedCells(sheet)
    .flat()
    .filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
}

/** The stamp and what stands at the foot of each page, without blanks. */
function footOf({ page, ...sheet }: SheetPlan): string {
  const stamp = textsOf({ page, ...sheet }).filter(
    (words) => /生成 |made \d/.test(words) || /内部资料|confidential/.test(words),
  );
  return squeezed([...stamp, page.footerLeft, page.footerCenter, page.footerRight].join('').replace(/&[PN]/g, ''));
}

const received = (one: PrintedCase): boolean => recount(one).received > 0;

describeWithLibreOffice('made sheets on paper', () => {
  const printed = new Map<string, PrintedSet>();

  beforeAll(async () => {
    const folder = FOLDER ?? mkdtempSync(join(tmpdir(), 'printed-'));
    mkdirSync(folder, { recursive: true });
    const made = CASES.map((one) => {
      const making = makingOf(one);
      return { one, units: making.column(UNITS, 'name'), sheets: madeSheets(making, one.asOf, decided(one)) };
    });
    // Names of sheets must differ: case and page by their numbers.
    const named = made.flatMap(({ sheets }, index) =>
      [...sheets].map(([page, sheet]) => ({ ...sheet, name: `${index} ${page}` })),
    );
    const bytes = await writeBook(await bookOfSheets(named));
    const path = join(folder, 'printed.pdf');
    writeFileSync(join(folder, 'printed.xlsx'), bytes);
    writeFileSync(path, await toPdf(bytes));
    const pages = readPdf(path);
    made.forEach(({ one, units, sheets }, index) =>
      printed.set(one.name, {
        units,
        sheets: [...sheets].map(([page, sheet]) => {
          const own = pages.get(`${index} ${page}`) ?? [];
          return { page, sheet, pages: own, words: wordsOfPages(own) };
        }),
      }),
    );
    if (FOLDER === undefined) rmSync(folder, { recursive: true, force: true });
  });

  const setOf = ({ name }: PrintedCase): PrintedSet => {
    const found = printed.get(name);
    if (!found) throw new Error(`not printed: ${name}`);
    return found;
  };
  const wordsOf = (one: PrintedCase, page: Page): string =>
    setOf(one).sheets.find((sheet) => sheet.page === page)?.words ?? '';

  describe.each(CASES)('$name', (one) => {
    it('takes the pages that it should', () => {
      for (const { page, pages } of setOf(one).sheets) {
        expect([page, pages.length > 0]).toEqual([page, true]);
        const most = mostPages(page, one);
        expect([page, Math.max(pages.length, most)]).toEqual([page, most]);
      }
    });

    it('shows every cell’s words, and no ###', () => {
      const missing = setOf(one).sheets.flatMap(({ page, sheet, words }) =>
        textsOf(sheet)
          .filter((text) => !words.includes(squeezed(text)))
          .map((text) => `${page}: ${text}`),
      );
      expect(missing).toEqual([]);
      expect(
        setOf(one)
          .sheets.filter(({ words }) => words.includes('###'))
          .map(({ page }) => page),
      ).toEqual([]);
    });

    it('prints no type smaller than its sheet allows', () => {
      const small = setOf(one).sheets.flatMap(({ page, sheet, pages }) => {
        const foot = footOf(sheet);
        return pages.flatMap(({ texts }) =>
          texts
            .map(({ size, words }) => ({ size, words: squeezed(words) }))
            .filter(
              ({ size, words }) =>
                size < SMALLEST[page] && !foot.includes(words) && !/^(?:\d+|Page\d+of\d+|第\d+页.*)$/.test(words),
            )
            .map(({ size, words }) => `${page} ${size}: ${words}`),
        );
      });
      expect(small).toEqual([]);
    });

    it('cuts no line of text at the edge of its cell', () => {
      expect(
        setOf(one).sheets.flatMap(({ page, pages }) => pages.flatMap(({ cut }) => cut.map((at) => `${page} ${at}`))),
      ).toEqual([]);
    });

    it('breaks no word', () => {
      expect(
        setOf(one).sheets.flatMap(({ page, sheet, pages }) =>
          brokenWords(textsOf(sheet), pages).map((word) => `${page}: ${word}`),
        ),
      ).toEqual([]);
    });

    it('draws the charts of the summary with what they tell', () => {
      const summary = setOf(one).sheets.find(({ page }) => page === 'summary');
      const titles = (summary?.sheet.charts ?? []).map(({ title }) => squeezed(title));
      expect(titles.length).toBe(2 + (received(one) ? 1 : 0) + (one.contest === 'none' ? 0 : 1));
      expect(titles.filter((title) => !summary?.words.includes(title))).toEqual([]);
    });

    it('says what a recount of the case says', () => {
      const { units } = setOf(one);
      const { due, received, rate, overdueUnits, waiting } = recount(one);
      const briefing = wordsOf(one, 'briefing');
      if (due > 0) {
        expect(briefing).toContain(
          squeezed(
            one.language === 'zh'
              ? `到期${due}项收到${received}项（收到率${rate}%）`
              : `${received} of ${due} due items have arrived (${rate}%)`,
          ),
        );
        expect(briefing).toContain(
          squeezed(
            one.language === 'zh'
              ? overdueUnits.length === 0
                ? '没有单位逾期'
                : `${overdueUnits.length}家逾期`
              : `${overdueUnits.length === 0 ? 'no unit' : `${overdueUnits.length} units`} overdue`,
          ),
        );
        expect(overdueUnits.filter((unit) => !briefing.includes(units[unit] ?? '?'))).toEqual([]);
      }
      const waits = one.language === 'zh' ? `有${waiting}项等待办公室审核` : `${waiting} wait`;
      expect(briefing.includes(squeezed(waits))).toBe(waiting > 0);
    });

    if (decided(one))
      it('names every winner on every page about winners', () => {
        const titles = Array.from({ length: WINNERS }, (_, index) => squeezed(storyTitle(index, one.titles)));
        for (const page of ['awards', 'notice', 'certificates', 'prize receipt', 'agenda'] as const)
          expect([page, titles.filter((title) => !wordsOf(one, page).includes(title))]).toEqual([page, []]);
      });
  });
});
