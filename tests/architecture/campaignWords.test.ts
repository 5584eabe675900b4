// No word of one campaign stands outside its preset: whatever is judged, another campaign's papers never say it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PRESETS } from '../../src/workbook/presets/presets';
import { ROOT, sourceFiles } from './imports';

/** Words of a preset that stand elsewhere too: as headers that people's lists have, or in examples. */
const SAID_IN_GENERAL = ['讲述', '短视频', 'photo'];
const WORDS = new RegExp(
  PRESETS.flatMap(({ ownWords }) => ownWords)
    .filter((word) => !SAID_IN_GENERAL.includes(word))
    .join('|'),
);
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
