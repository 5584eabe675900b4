// The sample campaign in a second, independent program: LibreOffice recalculates it, and keeps what makes it a campaign; tests/printed prints it.
// Where LibreOffice is not installed these tests are skipped and say so; the check on a bare machine installs it and demands them.
import { execFileSync } from 'node:child_process';
import { SAMPLE_AS_OF } from '../../src/workbench/samples/buildSample';
import type { Book, Sheet } from '../../src/workbench/model/book';
import { recalculate, withoutResults } from '../../src/workbench/xlsx/libreOffice';
import { readBook } from '../../src/workbench/xlsx/readBook';
import { writeBook } from '../../src/workbench/xlsx/writeBook';
import { campaignHost } from '../support/campaignHost';
import { madeSample } from '../support/madeBooks';
import { runJob } from '../support/runJob';

function installed(): boolean {
  try {
    execFileSync(process.env['SOFFICE'] ?? 'soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const here = installed();
if (!here && process.env['REQUIRE_LIBREOFFICE']) throw new Error('LibreOffice is required here and not installed');
if (!here) console.warn('LibreOffice is not installed: the independent check is skipped');
const given = here ? describe : describe.skip;

given('the sample campaign in LibreOffice', () => {
  let made: Book;
  let bytes: Uint8Array;
  let back: Book;

  beforeAll(async () => {
    made = await madeSample('zh');
    bytes = await writeBook(made);
    back = await recalculate(bytes);
  }, 240_000);

  it('has no stored result left when LibreOffice computes, so that the file is not compared with itself', async () => {
    const stripped = await readBook(withoutResults(bytes));
    const results = stripped.sheets.flatMap((sheet) =>
      [...sheet.cells.values()].filter(
        (cell) => cell.formula !== undefined && cell.value !== undefined && cell.value !== null && cell.value !== '',
      ),
    );
    expect(results).toEqual([]);
  });

  it('D-1…D-9, S-3…S-6: LibreOffice and the core agree on every status, time, score and rank', async () => {
    const host = campaignHost({ book: back, now: SAMPLE_AS_OF, calculator: null });
    const report = await runJob(host.deps, 'check', {}, { mode: 'preview' });
    expect(report.stopped).toBe(false);
    expect(report.results).toMatchObject({ agree: true });
    expect(report.problems.filter((problem) => problem.code.includes('differ'))).toEqual([]);
  });

  it('shows no error value in any cell', () => {
    const errors = back.sheets.flatMap((sheet) =>
      [...sheet.cells]
        .filter(([, cell]) => typeof cell.value === 'object' && cell.value !== null)
        .map(([at, cell]) => `${sheet.name} ${at} ${cell.formula}`),
    );
    expect(errors).toEqual([]);
  });

  it('keeps tables, validation, conditional formats and print set-up of every sheet', () => {
    const facts = (sheet: Sheet) => ({
      name: sheet.name,
      tables: sheet.tables.map((table) => [table.name, table.range, table.columns.map((column) => column.name)]),
      validated: sheet.validations.length > 0,
      highlighted: sheet.conditionals.length,
      landscape: sheet.page.orientation === 'landscape',
      paper: sheet.page.paperSize,
      titles: sheet.page.titleRows,
      fitWide: sheet.page.fitWide,
    });
    expect(back.sheets.map(facts)).toEqual(made.sheets.map(facts));
  });
});
