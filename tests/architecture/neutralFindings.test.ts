// What a problem found is shown in either language: it is written in none, or said in both (`foundIn`).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['src/core', 'src/workbook', 'src/excel', 'src/app', 'src/files'];
/** A language's own words as the value of `found`. */
const WORDED = /\bfound: (?:(?:[\w.]+\.)?(?:zh|en)\b|format(?:Day|Moment)\(|\w*[wW]ords\([^)]*'(?:zh|en)')/;

it('names days and moments as 2021-06-21 18:00 in what a problem found, and no words of one language', () => {
  const faults = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        readFileSync(path.join(folder, name), 'utf8')
          .split('\n')
          .flatMap((line, index) => (WORDED.test(line) ? [`${folder}/${name}:${index + 1} ${line.trim()}`] : [])),
      ),
  );
  expect(faults).toEqual([]);
});
