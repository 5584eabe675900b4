// Who signs a list signs for what stands on the same page: the last rows of the table go along with the sum and the lines for names.
import { describe, expect, it } from '@jest/globals';
import { decideAccountability } from '../../src/app/publish/accountability';
import { decideSummary } from '../../src/app/publish/summary';
import { listPage } from '../../src/workbook/sheets/listPage';
import { columnPoints, roomOf } from '../../src/workbook/contract/pageLines';
import type { SheetPlan } from '../../src/workbook/contract/plan';
import { noticeSheet } from '../../src/workbook/sheets/noticeSheet';
import { plannedCells } from '../../src/workbook/sheets/madeSheet';
import { moment } from '../support/campaignHost';
import { situationOf } from '../support/situationOf';
import { CASES, makingOf } from './cases';
import { Making } from './making';

/** First cells of the rows of the last page, as a program breaks the sheet. */
function lastPage(sheet: SheetPlan): string[] {
  const { page, rowHeights = [], columnWidths } = sheet;
  if (!page.margins) throw new Error('no margins');
  const width = columnWidths.reduce((sum, each) => sum + columnPoints(each), 0);
  const room = roomOf({ orientation: page.orientation, margins: page.margins }, width);
  const heights = new Map(rowHeights.map(([row, , height]) => [row, height]));
  const [title] = page.titleRows ?? [];
  const repeated = title === undefined ? 0 : (heights.get(title) ?? 0);
  const cells = plannedCells(sheet, null);
  let [first, used] = [0, 0];
  for (let row = 0; row < (page.area?.rows ?? 0); row += 1) {
    const height = heights.get(row) ?? 15;
    if (page.breaks?.includes(row) || used + height > room) [first, used] = [row, repeated];
    used += height;
  }
  return cells.slice(first, page.area?.rows).map(([words]) => String(words ?? ''));
}

describe('who signs', () => {
  const [base] = CASES.filter(({ name }) => name === 'after notice');
  it.each([3, 5, 8, 13, 17, 21, 26, 30, 38, 44, 53])(
    'the accountability list signs for rows of its own page, of %i silent units, too',
    (silent) => {
      if (!base) throw new Error('no case');
      const one = { ...base, silent, contest: 'none', posted: false } as const;
      const { steps } = makingOf(one).job(one.asOf, decideAccountability);
      const [sheet] = steps.flatMap((step) =>
        (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table ? [step.sheet] : [],
      );
      if (!sheet) throw new Error('no sheet');
      expect(lastPage(sheet).filter((words) => /^\d+$/.test(words)).length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each(Array.from({ length: 30 }, (_, rows) => rows + 2))('a list of %i rows with its head above them', (rows) => {
    const sheet = listPage(
      {
        name: '签收表',
        title: '签收表',
        subtitle: [],
        grid: [10, 30],
        sections: [
          {
            columns: [{ header: '序号' }, { header: '单位' }],
            rows: Array.from({ length: rows }, (_, at) => [{ value: at + 1 }, { value: `单位${at + 1}` }]),
            after: ['合计'],
          },
        ],
        closing: ['制表：'],
        stamp: '',
        landscape: false,
        official: true,
        footer: '',
      },
      'zh',
    );
    const last = lastPage(sheet);
    expect(last.filter((words) => /^\d+$/.test(words)).length).toBeGreaterThanOrEqual(2);
    expect(last).toContain('序号');
  });
});

describe('who signs the notice', () => {
  const rules = (many: number) => Array.from({ length: many }, (_, at) => `Rule ${at}: scores are rounded half up.`);
  const base = { name: 'N', title: 'Notice', subtitle: [], grid: [80], stamp: '', landscape: false, official: true };

  it.each(Array.from({ length: 30 }, (_, many) => many + 2))('signs below two of its %i sentences', (many) => {
    const sections = [{ heading: 'Rules', lines: rules(many) }];
    const sheet = listPage({ ...base, footer: '', sections, closing: ['Office', '18 June 2021'] }, 'en');
    expect(lastPage(sheet).filter((words) => words.startsWith('Rule ')).length).toBeGreaterThanOrEqual(2);
  });

  it('in English on its second page, of ten winners whose categories take two lines', () => {
    const winners = Array.from({ length: 10 }, (_, at) => ({
      entryId: `E${at}`,
      rank: at + 1,
      tier: 'Winner',
      title: `故事${at + 10}：一束光`,
      unit: '县市场监管局',
      category: at < 7 ? 'Outstanding people' : 'Volunteers',
      storyteller: `讲述人${at + 10}`,
      alias: false,
      prize: 0,
    }));
    const say = (en: string) => ({ zh: en, en });
    const page = noticeSheet(
      {
        campaign: 'Anti-drug campaign for 26 June 2021',
        organiser: 'County Anti-Drug Office',
        words: situationOf(new Making('en').snapshot).campaign.settings.words,
        opening:
          'Under 蒸禁毒委发〔2021〕5号, after scoring by 7 judges and the decision of meeting, the 10 stories below are to be awarded.',
        winners,
        period: {
          posted: moment('2021-06-18T00:00'),
          first: moment('2021-06-21T00:00'),
          last: moment('2021-06-25T00:00'),
        },
        days: 5,
        countPostingDay: false,
        contact: '',
        rules: [
          say(
            '7 judges score by Truthfulness 25, Appeal 25, Lesson 25, Topicality 15, Presentation 10, 100 in all; from 6 scores up, one highest and one lowest are taken off and the mean counts; below that the plain mean.',
          ),
          say(
            'Scores are rounded half up to 2 decimals, and the rounded score decides places; equal scores stay tied; equal places share a rank and the next ones are skipped (1, 2, 2, 4).',
          ),
          say(
            'Judges are recused from entries of their own unit; what is recused or not scored does not count. With fewer than 3 scores an entry stays undecided.',
          ),
          say('The rules were fixed on 15 Jun 2021, 10:00.'),
        ],
        pending: null,
      },
      'en',
    );
    expect(lastPage(listPage({ ...page, stamp: 'As of 2021-06-15 10:00' }, 'en'))[0]).toBe('1. Period');
  });
});

it('the summary gives activities no page of their own where days and judges have room beside them', () => {
  const one = CASES.find(({ name }) => name === '15 overdue');
  if (!one) throw new Error('no case');
  const [sheet] = makingOf(one)
    .job(one.asOf, decideSummary)
    .steps.flatMap((step) => (step.kind === 'addSheet' && !step.sheet.table ? [step.sheet] : []));
  if (!sheet) throw new Error('no sheet');
  const cells = plannedCells(sheet, null);
  const tops = (sheet.page.breaks ?? []).map((row) =>
    String(cells[row]?.find((words) => words !== '' && words !== null)),
  );
  expect(tops.map((words) => words.slice(0, 2))).toEqual(['一、', '三、', '五、']);
});
