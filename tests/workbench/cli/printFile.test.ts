// print: real files through LibreOffice, the words of the PDF read back; what cannot be printed is a sentence and leaves no file.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WrongUsage, readCommandLine } from '../../../src/workbench/cli/commandLine';
import { clockAt } from '../../../src/workbench/cli/machineClock';
import { printFile } from '../../../src/workbench/cli/printFile';
import { addSheet, newBook } from '../../../src/workbench/model/book';
import { putCell } from '../../../src/workbench/model/cells';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { copyOfBook } from '../../../src/workbench/model/copyOfBook';
import { moment } from '../../support/campaignHost';
import { textOfPdf } from '../../support/pdfText';
import { keptOffices } from '../../support/sampleOfficeBooks';
import { itInLibreOffice } from '../xlsx/givenLibreOffice';

jest.setTimeout(180_000);

describe('print', () => {
  let folder: string;
  const place = (name: string): string => join(folder, name);
  const print = (...words: string[]) =>
    printFile(readCommandLine(['print', place('book.xlsx'), ...words]), clockAt(moment('2021-06-08T09:00')));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'print-'));
    const book = newBook();
    const first = book.sheets[0];
    if (!first) throw new Error('no sheet');
    const other = addSheet(book, 'Secret');
    putCell(first, 0, 0, { formula: 'NOW()', style: { numberFormat: 'yyyy"Y"m"M"d"D"' } });
    first.columns.set(0, { width: 30 });
    putCell(first, 1, 0, { value: 'Shown' });
    putCell(other, 0, 0, { value: 'Elsewhere' });
    other.page.printArea = { row: 0, column: 0, rows: 2, columns: 1 };
    other.page.rowBreaks = [1];
    putCell(other, 1, 0, { value: 'Below' });
    for (const sheet of book.sheets) sheet.page.footer = { center: '&P/&N' };
    await writeFile(place('book.xlsx'), await writeBook(book));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  itInLibreOffice('prints the sheet that is named, at the command’s moment, and no other', async () => {
    const name = newBook().sheets[0]?.name ?? '';
    const { report, written } = await print('--to', place('one.pdf'), '--set', `sheet=${name}`);
    expect([report.stopped, report.results, written]).toEqual([false, { sheets: [name] }, place('one.pdf')]);
    const words = textOfPdf(new Uint8Array(await readFile(place('one.pdf'))));
    expect(words).toContain('2021Y6M8D');
    expect(words).toContain('Shown');
    expect(words).not.toContain('Elsewhere');
  });

  itInLibreOffice('counts the pages of each sheet by itself when all are printed', async () => {
    const { report } = await print('--to', place('all.pdf'));
    expect(report.stopped).toBe(false);
    const words = textOfPdf(new Uint8Array(await readFile(place('all.pdf'))));
    expect(words.match(/\d\/\d/g)).toEqual(['1/1', '1/2', '2/2']);
  });

  it('says in a sentence that LibreOffice is missing, and makes no file', async () => {
    const before = process.env['SOFFICE'];
    process.env['SOFFICE'] = place('nowhere');
    try {
      const { report, written } = await print('--to', place('none.pdf'));
      expect([report.stopped, report.problems[0]?.code, written]).toEqual([true, 'no-libreoffice', null]);
      expect(report.message.zh).toContain('没有 LibreOffice');
      expect(existsSync(place('none.pdf'))).toBe(false);
    } finally {
      if (before === undefined) delete process.env['SOFFICE'];
      else process.env['SOFFICE'] = before;
    }
  });

  it('names the sheets there are when another is asked for', async () => {
    const { report } = await print('--to', place('x.pdf'), '--set', 'sheet=公示');
    expect([report.problems[0]?.code, report.problems[0]?.found]).toEqual(['no-such-sheet', '公示']);
    expect(report.message.en).toContain('Secret');
  });

  it('refuses to print without a place for the PDF, or over the workbook', async () => {
    await expect(print()).rejects.toThrow(WrongUsage);
    await expect(print('--to', place('book.xlsx'))).rejects.toThrow(WrongUsage);
  });
});

describe('print asks the guard of pages (A-3)', () => {
  let folder: string;
  const path = (): string => join(folder, 'decided.xlsx');
  const look = (...settings: string[]) =>
    printFile(
      readCommandLine(['print', path(), '--to', join(folder, 'x.pdf'), '--preview', '--set', ...settings]),
      clockAt(moment('2021-06-10T09:00')),
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'print-'));
    const book = copyOfBook((await keptOffices()).decided);
    const typed = (name: string, row: number, value: string): void => {
      const sheet = book.sheets.find((each) => each.name === name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      putCell(sheet, row, 1, { value });
    };
    typed('获奖名单', 40, '联系人 138-1234-5678');
    typed('评分·评委1', 40, '王主任 13812345678');
    await writeFile(path(), await writeBook(book));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('a public page with a phone on it stops, its cell named, unless a reason is given', async () => {
    const { report, written } = await look('sheet=获奖名单');
    expect([report.stopped, written, report.results]).toEqual([true, null, { sheets: [] }]);
    expect(report.problems).toMatchObject([{ code: 'public-phone', sheet: '获奖名单', row: 'B41' }]);
    expect(report.message.zh).toMatch(/不可公开：“获奖名单”.*reason=/);
    const all = await look('reason=样张', 'sheet=获奖名单');
    expect(all.report.message.zh).toMatch(/理由：样张。.*没有记入操作日志/);
    expect([all.report.stopped, all.report.results]).toEqual([false, { sheets: ['获奖名单'] }]);
    expect(all.report.notices).toContainEqual(expect.objectContaining({ code: 'public-phone', row: 'B41' }));
  });

  it('what goes to judges or other offices is printed and named; registers are the office’s own', async () => {
    const judge = await look('sheet=评分·评委1');
    expect([judge.report.stopped, judge.report.notices[0]]).toMatchObject([
      false,
      { code: 'public-phone', row: 'B41' },
    ]);
    const roster = await look('sheet=单位名册');
    expect([roster.report.stopped, roster.report.notices]).toEqual([false, []]);
  });

  it('a page of a workbook that cannot be checked is not taken for fit', async () => {
    const book = copyOfBook((await keptOffices()).decided);
    const rosterSheet = book.sheets.find(({ name }) => name === '单位名册');
    if (!rosterSheet) throw new Error('no roster');
    rosterSheet.tables = [];
    await writeFile(path(), await writeBook(book));
    const { report } = await look('sheet=获奖名单');
    expect([report.stopped, report.problems]).toMatchObject([true, [{ code: 'not-checked', sheet: '获奖名单' }]]);
  });
});
