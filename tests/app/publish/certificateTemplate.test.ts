// 证书模板: what the office writes there is what the certificates say; what cannot be printed is named with its cell; workbooks of before keep their words.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { staleSheets } from '../../../src/app/publish/sourceMark';
import { CERTIFICATES } from '../../../src/app/publish/certificatesJob';
import { planUpgrade } from '../../../src/app/care/planUpgrade';
import { untrueCells } from '../../../src/app/run/unreadCells';
import type { Decision } from '../../../src/app/run/runJob';
import { CERTIFICATE_PARTS, type CertificatePart } from '../../../src/core/campaign/certificateTemplate';
import type { SheetPlan } from '../../../src/workbook/contract/plan';
import { readRows } from '../../../src/workbook/contract/rows';
import { tablesByName, everyTable, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { CERTIFICATE_TEMPLATE } from '../../../src/workbook/tables/certificateTemplate/certificateTemplate';
import { after, decidedContest, scoredContest, withoutKept } from '../../support/decidedContest';
import { situationOf, withSetting } from '../../support/situationOf';

const OVER = '2021-06-28T09:00';
const reason = '样张';
let decided: WorkbookSnapshot;

beforeAll(async () => {
  decided = withoutKept(decidedContest(await scoredContest()));
});

/** The workbook with these words typed into the template. */
function withWords(
  snapshot: WorkbookSnapshot,
  words: Readonly<Partial<Record<CertificatePart, string | number>>>,
): WorkbookSnapshot {
  const table = snapshot.tables['CertificateTemplate'];
  if (!table) throw new Error('no template');
  const [part, cell] = ['键', '文字'].map((header) => table.headers.indexOf(header));
  const values = table.values.map((row) =>
    row.map((value, at) => (at === cell ? (words[row[part ?? -1] as CertificatePart] ?? value) : value)),
  );
  return {
    ...snapshot,
    tables: { ...snapshot.tables, CertificateTemplate: { ...table, values, formulas: values } },
  };
}

const make = (snapshot: WorkbookSnapshot) => decideCertificates(situationOf(snapshot, OVER), { reason });

function sheetIn({ steps, message }: Decision<unknown>): SheetPlan {
  const [sheet] = steps.flatMap((step) =>
    (step.kind === 'addSheet' || step.kind === 'replaceSheet') && !step.sheet.table ? [step.sheet] : [],
  );
  if (!sheet) throw new Error(message.en);
  return sheet;
}

const textsOf = (sheet: SheetPlan): string[] =>
  sheet.blocks.flatMap(({ cells }) => cells.flat()).filter((cell): cell is string => typeof cell === 'string');

/** The workbook as version 7 had it: no template, the words typed in the settings. */
function ofVersion7(snapshot: WorkbookSnapshot, words: Readonly<Record<string, string>>): WorkbookSnapshot {
  const typed = Object.entries({ ...words, schemaVersion: '7' }).reduce(
    (all, [key, value]) => withSetting(all, key, key === 'schemaVersion' ? Number(value) : value),
    snapshot,
  );
  return {
    ...typed,
    sheets: typed.sheets.filter(({ name }) => name !== '证书模板'),
    tables: tablesByName(everyTable(typed.tables).filter(({ name }) => name !== 'CertificateTemplate')),
  };
}

describe('the template', () => {
  it('says every part, numbers the series from its first, and lies the page upright', () => {
    const snapshot = withWords(decided, {
      heading: '聘 书',
      to: '{单位}　{姓名}同志：',
      body: '《{作品}》获{奖项}，证书{编号}。',
      honour: '',
      closing: '',
      signer: '{主办}（盖章）',
      date: '二〇二一年六月',
      series: '禁证〔{年份}〕{序号}号',
      first: 31,
      orientation: '纵向',
    });
    const decision = make(snapshot);
    const sheet = sheetIn(decision);
    const [first] = decision.results?.certificates ?? [];
    expect(first?.number).toBe('禁证〔2021〕031号');
    expect(sheet.page.orientation).toBe('Portrait');
    const texts = textsOf(sheet);
    expect(texts.slice(0, 2)).toEqual(['聘 书', expect.stringMatching(/^\S+　\S*同志：$/)]);
    expect(texts[2]).toContain(`《${first?.title}》获`);
    expect(texts[2]).toContain('证书禁证〔2021〕031号。');
    expect(texts.slice(3, 6)).toEqual([
      expect.stringContaining('（盖章）'),
      '二〇二一年六月',
      '编号：禁证〔2021〕031号',
    ]);
    expect(texts.join('')).not.toContain('特颁此证');
  });

  it('is landscape with “2021-001” as long as nobody changes it', () => {
    const decision = make(decided);
    expect(sheetIn(decision).page.orientation).toBe('Landscape');
    expect(decision.results?.certificates.map(({ number }) => number).slice(0, 2)).toEqual(['2021-001', '2021-002']);
    expect(textsOf(sheetIn(decision))).toContain('编号：2021-001');
  });

  it('stops the certificates at an unknown field, a wrong first number and orientation, each with its cell', () => {
    const { cellProblems } = situationOf(
      withWords(decided, { body: '《{题木}》获{奖 项}', first: '一', orientation: '斜' }),
      OVER,
    );
    const named = untrueCells(CERTIFICATES.reads, cellProblems);
    expect(named.map(({ table, row, column, found }) => [table, row, column, found])).toEqual([
      ['CertificateTemplate', 'body', 'words', '{题木}'],
      ['CertificateTemplate', 'body', 'words', '{奖 项}'],
      ['CertificateTemplate', 'first', 'words', '一'],
      ['CertificateTemplate', 'orientation', 'words', '斜'],
    ]);
    expect(named[0]?.message.zh).toContain('“证书模板”的“正文”写有“{题木}”');
  });

  it('stops at a series that numbers all alike; without one, nothing is numbered', () => {
    const alike = make(withWords(decided, { series: '{年份}' }));
    expect(alike.problems?.map(({ row, column }) => [row, column])).toEqual([['series', 'words']]);
    const none = make(withWords(decided, { series: '' }));
    expect(textsOf(sheetIn(none)).join('')).not.toContain('编号');
  });

  it.each(['横向', '纵向'])('%s: type and spacing give way before the frame does', (orientation) => {
    const long = '衡阳市蒸湘区禁毒委员会办公室暨社区戒毒社区康复工作领导小组联席会议办公室';
    const sheet = sheetIn(
      make(
        withWords(decided, {
          orientation,
          to: `${long}、${long}：`,
          body: `　　你单位报送的《${'他用十五年的坚守照亮一条回家的路'.repeat(3)}》（讲述人：${'阿布都热依木·买买提'.repeat(2)}），在${long}组织的评选中被评为`,
          honour: '全市“最美禁毒故事”一等奖暨最具社会影响力作品特别荣誉奖',
          signer: long,
        }),
      ),
    );
    const heights = (sheet.rowHeights ?? []).map(([, , height]) => height);
    const starts = [0, ...(sheet.page.breaks ?? []), heights.length];
    const each = starts.slice(1).map((end, i) => heights.slice(starts[i], end).reduce((sum, one) => sum + one, 0));
    expect(Math.max(...each)).toBeLessThanOrEqual((((orientation === '横向' ? 210 : 297) - 20) / 25.4) * 72);
    expect(Math.min(...sheet.formats.flatMap(({ format }) => format.fontSize ?? []))).toBeGreaterThanOrEqual(11);
  });
});

describe('a workbook of version 7', () => {
  const words = {
    certificateTitle: '奖 状',
    certificateText: '　　《{题目}》荣获',
    certificateHonour: '一等奖',
    certificateClosing: '　　以资鼓励。',
  };

  it('prints the words of its settings before it is upgraded', () => {
    const texts = textsOf(sheetIn(make(ofVersion7(decided, words))));
    expect(texts.slice(0, 1)).toEqual(['奖 状']);
    expect(texts).toContain('一等奖');
  });

  it('keeps them when it is upgraded: they stand in the template, and the settings follow from it', () => {
    const plan = planUpgrade(ofVersion7(decided, words));
    expect(plan.made.map(({ name }) => name)).toEqual(['CertificateTemplate']);
    const table = plan.outcome.tables['CertificateTemplate'];
    if (!table) throw new Error('not made');
    const rows = new Map(readRows(CERTIFICATE_TEMPLATE, table).map((row) => [row.text('part'), row.text('words')]));
    expect([...rows.keys()]).toEqual([...CERTIFICATE_PARTS]);
    expect(['heading', 'body', 'honour', 'closing'].map((part) => rows.get(part))).toEqual([
      '奖 状',
      '《{题目}》荣获',
      '一等奖',
      '以资鼓励。',
    ]);
    const template = table.values.map((row) => row[table.headers.indexOf('文字')]);
    expect(template).toContain(words.certificateText);
    const settings = plan.outcome.tables['Settings'];
    const formulas = settings?.formulas.filter((row) => row.some((cell) => String(cell).startsWith('certificate')));
    expect(formulas?.map((row) => row.some((cell) => String(cell).includes('CertificateTemplate')))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

it('certificates are stale once the template says something else', () => {
  const made = after(decided, make(decided));
  expect(staleSheets(situationOf(made, OVER))).toEqual([]);
  expect(staleSheets(situationOf(withWords(made, { signer: '县禁毒办' }), OVER)).map(({ kind }) => kind)).toEqual([
    'Certificates',
  ]);
});

it('of several tiers a certificate that names none is named, with the cell of the template; {奖项} in it is enough', async () => {
  const scored = await scoredContest();
  const table = scored.tables['AwardTiers'];
  if (!table) throw new Error('no tiers');
  const values = [
    { 次序: 1, 奖项: '一等奖', 名额: 1, 奖金: 2000 },
    { 次序: 2, 奖项: '二等奖', 名额: 2, 奖金: 1000 },
  ].map((tier) => table.headers.map((header) => (tier as Record<string, string | number>)[header] ?? ''));
  const tiers = decidedContest({
    ...scored,
    tables: { ...scored.tables, AwardTiers: { ...table, values, formulas: values } },
  });
  const said = (snapshot: WorkbookSnapshot) =>
    (make(snapshot).notices ?? []).filter(({ code }) => code === 'tier-unsaid');
  expect(said(tiers)).toMatchObject([{ table: 'CertificateTemplate', row: 'honour' }]);
  expect(said(withWords(tiers, { honour: '{奖项}' }))).toEqual([]);
  expect(said(decided)).toEqual([]);
});
