// No word of one campaign stands outside its preset: whatever is judged, another campaign's papers never say it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, sourceFiles } from './imports';

const WORDS = /禁毒|最美|故事|衡阳|蒸禁|消防|火灾/;
/** Files that are data of one campaign, and the sample data of the workbench. */
const OF_ONE_CAMPAIGN = /^src\/(workbook\/presets|workbench\/(samples|bench|hands))\//;
/** Headers of earlier versions are recognised for ever. */
const FORMER = /\bformerly: \[/;

test('words of one campaign stand in its preset alone', () => {
  const found = sourceFiles('src')
    .filter((file) => !OF_ONE_CAMPAIGN.test(file))
    .flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .filter((line) => WORDS.test(line) && !FORMER.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});
