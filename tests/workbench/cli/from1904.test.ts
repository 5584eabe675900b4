// A workbook file that counts its days from 1904: the model would read every day four years early and save it so.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { jobNamed } from '../../../src/app/catalogue/catalogue';
import { readCommandLine } from '../../../src/workbench/cli/commandLine';
import { clockAt } from '../../../src/workbench/cli/machineClock';
import { runOnFile } from '../../../src/workbench/cli/runOnFile';
import { writeBook } from '../../../src/workbench/xlsx/writeBook';
import { newBook } from '../../../src/workbench/model/book';

jest.setTimeout(120_000);

it('stops every job with the sentence of the pane, and the file stays as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'from1904-'));
  const path = join(folder, 'book.xlsx');
  const parts = unzipSync(await writeBook(newBook()));
  const workbook = strFromU8(parts['xl/workbook.xml']!).replace('<workbookPr', '<workbookPr date1904="1"');
  const bytes = zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook) });
  await writeFile(path, bytes);
  for (const job of ['check', 'overdue']) {
    const command = readCommandLine([job, path, '--now', '2021-06-10T18:00']);
    const { report, written } = await runOnFile(jobNamed(job)!, command, clockAt(command.now ?? 0));
    expect([report.stopped, report.problems.map(({ code }) => code), written]).toEqual([
      true,
      ['date-system-1904'],
      null,
    ]);
    expect(report.message.zh).toMatch(/1904 日期系统/);
  }
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
  await expect(stat(`${path}.bak`)).rejects.toThrow();
  await rm(folder, { recursive: true });
});
