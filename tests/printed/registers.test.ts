// The tables' own sheets as LibreOffice prints them: registers, and the judges' forms. No word of a head is broken, no line is cut, no ###.
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Criterion, Judge } from '../../src/core/contest/contest';
import type { Language } from '../../src/core/ground/text';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { HEADER_ROW } from '../../src/workbook/contract/headerRow';
import { sheetOf } from '../../src/workbook/contract/sheetOf';
import { CAMPAIGN_2021 } from '../../src/workbook/presets/campaign2021';
import { newCampaignPlan } from '../../src/workbook/presets/newCampaign';
import { LATER_TABLES, specFinder, wordsFor } from '../../src/workbook/tables/registry';
import { scoreSheetSpec } from '../../src/workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../src/workbook/tables/standings/standings';
import { decideMatrix } from '../../src/app/publish/matrix';
import { MADE_SHEETS } from '../../src/workbook/sheets/madeSheets';
import { situationOf } from '../support/situationOf';
import { toPdf } from '../../src/workbench/xlsx/libreOffice';
import { writeBook } from '../../src/workbench/xlsx/writeBook';
import { describeWithLibreOffice } from '../workbench/xlsx/givenLibreOffice';
import { CASES, makingOf } from './cases';
import { brokenWords, squeezed, readPdf, type PrintedPage } from './printedPdf';
import { bookOfSheets } from './sheets';

jest.setTimeout(300_000);

const FOLDER = process.env['PRINTED'];
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['真实性', '感染力', '教育意义', '时代特色', '表达质量', '传播价值', '原创性', '规范性'],
  en: [
    'Truthfulness',
    'Power to move',
    'Educational value',
    'Contemporary feel',
    'Quality of expression',
    'Reach',
    'Originality',
    'Correctness',
  ],
};

/** Every sheet of tables: those of a new campaign, later ones, and the form of a judge with five criteria and with eight. */
function sheetsIn(language: Language): SheetPlan[] {
  const judges: Judge[] = ['J01', 'J02'].map((judgeId, at) => {
    const name = (language === 'zh' ? ['评委1', '欧阳建国'] : ['Judge 1', 'Jane Whitaker'])[at] ?? '';
    return { judgeId, name, unitId: '', active: true };
  });
  const criteria: Criterion[] = (NAMES[language] ?? []).map((name, at) => ({
    criterionId: `C${at + 1}`,
    name,
    weight: '10',
    minimum: '0',
    maximum: '10',
    step: '0.5',
  }));
  const find = specFinder(judges, criteria, language);
  const plans = newCampaignPlan(CAMPAIGN_2021, language).steps.flatMap((step) =>
    step.kind === 'addSheet' && step.sheet.table && step.sheet.table.name !== 'Standings' ? [step.sheet] : [],
  );
  const [one, other] = judges as [Judge, Judge];
  const forms = [scoreSheetSpec(one, criteria.slice(0, 5), language), scoreSheetSpec(other, criteria, language)];
  const later = [...LATER_TABLES, standingsSpec(judges), ...forms];
  return [...plans, ...later.map((spec) => sheetOf(spec, [], wordsFor(spec, language, find))), ...liveSheets(language)];
}

/** Sheets of formulas, 首页 and 报送矩阵, which stand beside the tables. */
function liveSheets(language: Language): SheetPlan[] {
  const [overview] = newCampaignPlan(CAMPAIGN_2021, language).steps.flatMap((step) =>
    step.kind === 'addSheet' && step.sheet.name === MADE_SHEETS.Overview.sheet[language] ? [step.sheet] : [],
  );
  const none = CASES.find((one) => one.language === language && one.contest === 'none');
  if (!overview || !none) throw new Error('no overview');
  const [matrix] = decideMatrix(situationOf(makingOf(none).snapshot, none.asOf)).steps.flatMap((step) =>
    step.kind === 'addSheet' && step.sheet.name === MADE_SHEETS.Matrix.sheet[language] ? [step.sheet] : [],
  );
  if (!matrix) throw new Error('no matrix');
  return [overview, matrix];
}

/** What stands in the head of the table; of a sheet of formulas, which has several heads, every word within the printed area. */
const headsOf = ({ blocks, columnWidths, table, page: { area } }: SheetPlan): string[] =>
  blocks.flatMap(({ row: top, column: left, cells }) =>
    cells.flatMap((line, r) =>
      line.filter((cell, c): cell is string => {
        const [row, column] = [top + r, left + c];
        if (typeof cell !== 'string' || columnWidths[column] === 0) return false;
        if (table) return row === HEADER_ROW;
        return area !== undefined && row < area.row + area.rows && column < area.column + area.columns;
      }),
    ),
  );

/** Formulas, rules and what may be typed are of no interest on paper, and name tables of other sheets. In a sheet of formulas two digits stand for each. */
function valuesAlone(sheet: SheetPlan, name: string): SheetPlan {
  const standIn = sheet.table ? '' : 53;
  const blocks = sheet.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((cells) =>
      cells.map((cell) => (typeof cell === 'object' && cell !== null ? standIn : cell)),
    ),
  }));
  const { table: _table, validations: _validations, conditionals: _conditionals, ...rest } = sheet;
  return { ...rest, name, blocks };
}

describeWithLibreOffice('the tables’ own sheets on paper', () => {
  const sheets = (['zh', 'en'] as const).flatMap((language) =>
    sheetsIn(language).map((sheet) => ({ language, sheet, name: sheet.table?.name ?? sheet.name })),
  );
  let pages: Map<string, PrintedPage[]>;

  beforeAll(async () => {
    const folder = FOLDER ?? mkdtempSync(join(tmpdir(), 'registers-'));
    mkdirSync(folder, { recursive: true });
    const bytes = await writeBook(await bookOfSheets(sheets.map(({ sheet }, index) => valuesAlone(sheet, `${index}`))));
    const path = join(folder, 'registers.pdf');
    writeFileSync(path, await toPdf(bytes));
    pages = readPdf(path);
    if (FOLDER === undefined) rmSync(folder, { recursive: true, force: true });
  });

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    const each = <Found>(look: (pages: readonly PrintedPage[], sheet: SheetPlan) => readonly Found[]): string[] =>
      sheets.flatMap((one, index) =>
        one.language === language
          ? look(pages.get(`${index}`) ?? [], one.sheet).map((found) => `${one.name}: ${found}`)
          : [],
      );

    it('prints nothing under eight points, signs of one character and the foot apart', () => {
      const foot = (words: string): boolean => /^(?:第?\d+页?.*|Page.*|.)$/.test(squeezed(words));
      expect(
        each((printed) =>
          printed.flatMap(({ texts }) =>
            texts.filter(({ size, words }) => size < 8 && !foot(words)).map(({ size, words }) => `${size} ${words}`),
          ),
        ),
      ).toEqual([]);
    });

    it('breaks no word of a head', () => {
      expect(each((printed, sheet) => brokenWords(headsOf(sheet), printed))).toEqual([]);
    });

    it('cuts no line, and shows no ###', () => {
      expect(each((printed) => printed.flatMap(({ cut }) => cut))).toEqual([]);
      expect(
        each((printed) =>
          printed.flatMap(({ texts }) => texts.filter(({ words }) => words.includes('###')).map(() => '###')),
        ),
      ).toEqual([]);
    });
  });
});
