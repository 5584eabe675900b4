// Random damage of judges' files: a score lands on its own story and judge or nowhere, none is lost in silence, none invented.
// 80 cases here; FUZZ_CASES=1000 runs more, FUZZ_FROM names the first seed.
import { expect, test } from '@jest/globals';
import { decideImportScores } from '../../../src/app/contest/importScores';
import type { Judge } from '../../../src/core/contest/contest';
import { cellText } from '../../../src/core/import/cellText';
import type { ImportedCell, SheetRows } from '../../../src/core/import/sheetRows';
import { applySteps } from '../../support/applySteps';
import { dice } from '../../support/damagedFiles';
import { campaignToScore } from '../../support/scoredCampaign';
import { situationOf } from '../../support/situationOf';

const CASES = Number(process.env['FUZZ_CASES'] ?? 80);
const FROM = Number(process.env['FUZZ_FROM'] ?? 1);

const snapshot = campaignToScore();
const situation = situationOf(snapshot);
const { criteria, judges, entries } = situation.campaign;
const HEADER: ImportedCell[] = [
  '编号',
  '题目',
  ...criteria.map(({ name, maximum }) => `${name}（${maximum}分）`),
  '总分',
  '备注',
];

/** Tells judge, story and criterion of a score apart, whatever happens to the file. */
const truth = (judge: number, entry: number, criterion: number): number =>
  ((judge * 7 + entry * 3 + criterion) % 19) / 2 + 0.5;

const goodSheet = (judge: number): ImportedCell[][] => [
  [...HEADER],
  ...[1, 2, 3].map((entry) => [
    entry,
    ['甲', '乙', '丙'][entry - 1] ?? '',
    ...criteria.map((_criterion, at) => truth(judge, entry, at)),
    null,
    null,
  ]),
];

const ODD: readonly ImportedCell[] = [
  null,
  '',
  '优秀',
  '90%',
  -3,
  999,
  '8分',
  '８.5',
  '回避',
  '1',
  '2号',
  '9、',
  'A-1',
  '合计',
  '\u200b3',
  '6-1',
  true,
];

/** Exchanges two rows, columns or cells, doubles, empties, inserts: what hands do to a sheet. */
function damage(rows: ImportedCell[][], roll: (below: number) => number): ImportedCell[][] {
  const width = HEADER.length;
  const row = (): ImportedCell[] => rows[roll(rows.length)] ?? [];
  const acts: readonly (() => void)[] = [
    () => void (row()[roll(width)] = ODD[roll(ODD.length)] ?? null),
    () => void rows.splice(roll(rows.length + 1), 0, [...row()]),
    () => void rows.splice(roll(rows.length), 1),
    () => void rows.splice(roll(rows.length + 1), 0, []),
    () => void rows.splice(roll(rows.length + 1), 0, [['合计', '注：仅供参考', '评分表'][roll(3)] ?? '']),
    () => {
      const [a, b] = [roll(rows.length), roll(rows.length)];
      [rows[a], rows[b]] = [rows[b] ?? [], rows[a] ?? []];
    },
    () => {
      const [a, b] = [roll(width), roll(width)];
      for (const cells of rows) [cells[a], cells[b]] = [cells[b] ?? null, cells[a] ?? null];
    },
    () => {
      const at = roll(width);
      for (const cells of rows) cells.splice(at, 1);
    },
  ];
  for (let times = roll(5); times > 0; times -= 1) acts[roll(acts.length)]?.();
  return rows;
}

function damagedSheets(seed: number): SheetRows[] {
  const roll = dice(seed);
  const sheets = [1, 2, 3].map((judge) => ({
    name: judges[judge - 1]?.name ?? '',
    rows: damage(goodSheet(judge), roll),
    ...(roll(5) === 0 && { hiddenRows: new Set([1 + roll(5)]) }),
  }));
  if (roll(6) === 0) sheets[roll(3)]!.name = ['评委9', '汇总', 'J02'][roll(3)] ?? '';
  if (roll(10) === 0) sheets.push({ name: '说明', rows: [['请如实填写']] });
  return sheets;
}

const numberOf = (cell: ImportedCell | undefined): string =>
  cellText(cell)
    .normalize('NFKC')
    .replace(/[号、.．\s]/g, '')
    .replace(/^0+(?=\d)/, '');

/** The rows of the judge's own sheet in which the story's number stands, wherever the column is. */
function rowsOfStory(
  sheets: readonly SheetRows[],
  judge: Pick<Judge, 'name' | 'judgeId'>,
  number: string,
): readonly (readonly ImportedCell[])[] {
  return sheets
    .filter(({ name }) => name === judge.name || name === judge.judgeId)
    .flatMap(({ rows }) => rows.filter((cells) => cells.some((cell) => numberOf(cell) === number)));
}

function holds(seed: number): void {
  const sheets = damagedSheets(seed);
  const decision = decideImportScores(situation, { file: { name: '', sheets } });
  const { counts } = decision.results;
  expect(counts.taken + counts.refused + counts.passedOver).toBe(counts.in);
  const filled = sheets.reduce(
    (sum, { rows }) => sum + rows.filter((row) => row.some((cell) => cellText(cell) !== '')).length,
    0,
  );
  expect(counts.in).toBe(filled);
  expect((decision.problems ?? []).filter(({ code }) => code === 'row-unaccounted')).toEqual([]);
  const after = situationOf(applySteps(snapshot, decision.steps)).campaign.scores;
  let landed = 0;
  for (const { judgeId, entryId, scores, recused } of after) {
    const given = Object.values(scores).filter((value) => (value ?? '') !== '');
    if (given.length === 0 && !recused) continue;
    landed += 1;
    const judge = judges.find((one) => one.judgeId === judgeId)!;
    const number = entries.find((one) => one.entryId === entryId)?.blindNo ?? '';
    const said = rowsOfStory(sheets, judge, numberOf(number)).map((cells) =>
      cells
        .map((cell) => cellText(cell).normalize('NFKC').replace(/分$/, ''))
        .map((word) => (word === '' ? word : String(Number(word)))),
    );
    for (const value of given) expect(said.some((words) => words.includes(String(Number(value))))).toBe(true);
  }
  // Each score that landed is a row that is told as taken, and there are no others.
  const told = (decision.preview?.rows ?? []).filter(
    ({ state, cells }) => state === 'added' && cells.some(({ column }) => column !== '评语'),
  );
  expect(landed).toBe(told.length);
  // A row of an undamaged sheet that names its story and has all scores is taken or has a problem.
  for (const { state, blank, source, problems } of decision.preview?.rows ?? [])
    if (state === 'unchanged')
      expect([blank, problems, source.filter((word) => /^\d+(?:\.5)?$/.test(word)).length < 6]).toEqual([
        true,
        [],
        true,
      ]);
}

test(`${CASES} damaged files of scores: every score on its own story and judge, or named`, () => {
  for (let seed = FROM; seed < FROM + CASES; seed += 1) {
    try {
      holds(seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}, 600_000);

test('an undamaged file lands whole', () => {
  const sheets = [1, 2, 3].map((judge) => ({ name: judges[judge - 1]?.name ?? '', rows: goodSheet(judge) }));
  const decision = decideImportScores(situation, { file: { name: '', sheets } });
  expect(decision.problems).toEqual([]);
  const after = situationOf(applySteps(snapshot, decision.steps)).campaign.scores;
  for (const [at, judge] of judges.slice(0, 3).entries())
    for (const [number, entry] of entries.entries())
      expect([...after].find((one) => one.judgeId === judge.judgeId && one.entryId === entry.entryId)?.scores).toEqual(
        Object.fromEntries(
          criteria.map(({ criterionId }, place) => [criterionId, String(truth(at + 1, number + 1, place))]),
        ),
      );
});
