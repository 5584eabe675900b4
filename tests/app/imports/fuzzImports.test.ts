// Random damage: whatever a file has become, an import reads or refuses it by name, in time, and every row is accounted for.
// 60 cases here; `npm run fuzz-imports` runs 1,000. FUZZ_FROM names the first seed.
import { expect, test } from '@jest/globals';
import { decideImportReceipts } from '../../../src/app/collect/importReceipts';
import { decideImportRoster } from '../../../src/app/collect/importRoster';
import { decideImportStories } from '../../../src/app/contest/importStories';
import type { ImportedFile } from '../../../src/app/run/job';
import { storableText } from '../../../src/core/ground/cleanText';
import { readImportedFile } from '../../../src/files/readFile';
import { UnreadableFile } from '../../../src/files/unreadableFile';
import { damagedFile, type DamagedFile, type List } from '../../support/damagedFiles';
import { newSnapshot, situationOf } from '../../support/situationOf';

const CASES = Number(process.env['FUZZ_CASES'] ?? 60);
const FROM = Number(process.env['FUZZ_FROM'] ?? 1);
const LONGEST_MS = 10_000;

const situation = situationOf(newSnapshot());
const decide = (list: List, file: ImportedFile) => {
  if (list === 'roster') return decideImportRoster(situation, { file });
  if (list === 'receipts') return decideImportReceipts(situation, { file, review: 'pending' });
  return decideImportStories(situation, { file });
};

async function readOrRefused({ name, bytes }: DamagedFile): Promise<ImportedFile | null> {
  try {
    return await readImportedFile(name, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return null;
  }
}

async function survives(damaged: DamagedFile): Promise<void> {
  const before = Date.now();
  const file = await readOrRefused(damaged);
  if (damaged.filled !== null) expect(file).not.toBeNull();
  if (!file) return;
  const decision = decide(damaged.list, file);
  expect(Date.now() - before).toBeLessThan(LONGEST_MS);
  const { counts } = decision.results;
  expect(counts.taken + counts.refused + counts.passedOver).toBe(counts.in);
  const parts = new Set(decision.preview?.sheets?.map(({ name }) => name)).size;
  if (damaged.filled !== null && parts <= 1) expect(counts.in).toBeGreaterThanOrEqual(damaged.filled);
  expect((decision.problems ?? []).filter(({ code }) => code === 'row-unaccounted')).toEqual([]);
  for (const { state, problems } of decision.preview?.rows ?? [])
    expect(state === 'leftOut' || state === 'ask').toBe(problems.length > 0);
  const written = JSON.stringify(decision.steps);
  expect(storableText(written)).toBe(written);
}

test(`${CASES} damaged files are read or refused by name, in time, without losing a row`, async () => {
  for (let seed = FROM; seed < FROM + CASES; seed += 1) {
    try {
      await survives(damagedFile(seed));
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}, 1_800_000);
