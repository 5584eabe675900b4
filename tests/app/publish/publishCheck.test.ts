// What leaves the office, looked at as it stands: what people typed into made sheets, and what stories bring along.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideCheck } from '../../../src/app/care/checkWorkbook';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideCertificates } from '../../../src/app/publish/certificates';
import { decideNotice } from '../../../src/app/publish/notice';
import { decidePrizeReceipt } from '../../../src/app/publish/prizeReceipt';
import { publicWinners } from '../../../src/app/publish/winners';
import { cellsOfRows, guardedCells } from '../../../src/app/publish/publicPage';
import { decidePublishCheck, loadPublishCheck } from '../../../src/app/publish/publishCheck';
import { leavingSheetsWithCopies, madeSheetCalled } from '../../../src/app/run/sheetsMade';
import type { CellValue, WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { columnOf } from '../../../src/workbook/contract/spec';
import { ENTRIES } from '../../../src/workbook/tables/entries/entries';
import { after, codes, decidedContest, scoredContest, withoutKept } from '../../support/decidedContest';
import { situationOf } from '../../support/situationOf';

const AT = '2021-06-18T09:00';
let decided: WorkbookSnapshot;
let posted: WorkbookSnapshot;

/** Words typed into a cell of a made sheet. */
function typedOn(snapshot: WorkbookSnapshot, sheet: string, row: number, column: number, words: string) {
  const put = (values: readonly (readonly CellValue[])[] = []): CellValue[][] => {
    const rows = values.map((cells) => [...cells]);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push('');
    cells[column] = words;
    return rows;
  };
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((each) => (each.name === sheet ? { ...each, values: put(each.values) } : each)),
  };
}

/** A row that somebody inserted on a sheet, before the 0-based `at`. */
function withRow(snapshot: WorkbookSnapshot, name: string, at: number, cells: readonly string[]): WorkbookSnapshot {
  const sheets = snapshot.sheets.map((sheet) => {
    const values = sheet.values ?? [];
    return sheet.name === name
      ? { ...sheet, values: [...values.slice(0, at), [...cells], ...values.slice(at)] }
      : sheet;
  });
  return { ...snapshot, sheets };
}

/** The winning story E021 with another storyteller, or category. */
function story(
  words: string,
  snapshot: WorkbookSnapshot = decided,
  key: 'storyteller' | 'category' | 'title' = 'storyteller',
): WorkbookSnapshot {
  const table = snapshot.tables['Entries'];
  if (!table) throw new Error('no entries');
  const [id, at] = (['entryId', key] as const).map((key) => table.headers.indexOf(columnOf(ENTRIES, key).header.zh));
  if (id === undefined || at === undefined || id < 0 || at < 0) throw new Error(table.headers.join());
  const values = table.values.map((row) =>
    row[id] === 'E021' ? row.map((cell, column) => (column === at ? words : cell)) : row,
  );
  return { ...snapshot, tables: { ...snapshot.tables, Entries: { ...table, values, formulas: values } } };
}

beforeAll(async () => {
  decided = decidedContest(await scoredContest());
  posted = after(decided, decideNotice(situationOf(decided, AT), { contact: '0734-6812345' }));
});

describe('publish-check', () => {
  it('calls a notice fit to publish, the office’s own line on it included', () => {
    const { results, problems, steps } = decidePublishCheck(situationOf(posted, AT));
    expect(results.sheets.filter(({ kind }) => kind !== '')).toEqual([
      { sheet: '公示', kind: 'Notice', reach: 'public', fit: true, cells: [] },
    ]);
    expect([problems, steps]).toEqual([[], []]);
  });

  it('takes a score’s last binary digits for no card number; a card typed as a number is one (A-3)', () => {
    const texts = cellsOfRows('评分·评委1', [[2.3000000000000003, 4111111111111111, 77.2, 0.1 + 0.2]]).map(
      (cell) => cell.text,
    );
    expect(texts).toEqual(['2.3', '4111111111111111', '77.2', '0.3']);
  });

  it('takes neither a mean with its decimals nor two scores side by side for a phone (A-3)', () => {
    const cells = cellsOfRows('评分·评委1', [
      [86.33333333333333, 86.83333333333333, 0.8383333333333],
      [27.123456, 20.5],
    ]);
    expect(guardedCells(cells, situationOf(posted, AT).campaign, { names: false, standing: true })).toEqual([]);
  });

  it('asks about the given name of somebody who stays under an alias, and calls no page unfit for it (A-3)', async () => {
    const underAlias = (snapshot: WorkbookSnapshot) =>
      story('欧阳国强（化名小强）', story('成功戒毒历程', snapshot, 'category'));
    const hidden = underAlias(posted);
    const asked = (snapshot: WorkbookSnapshot) => {
      const { results, notices = [] } = decidePublishCheck(situationOf(snapshot, AT));
      const found = notices.filter(({ code }) => code === 'public-given-name');
      return [results.unfit, found.map(({ sheet, row }) => `${sheet} ${row}`)];
    };
    expect(asked(typedOn(hidden, '公示', 30, 6, '國強回家了'))).toEqual([0, ['公示 G31']]);
    expect(asked(typedOn(posted, '公示', 30, 6, '国强回家了'))).toEqual([0, []]);
    const titled = decidedContest(story('国强的新生活', underAlias(await scoredContest()), 'title'));
    const made = decideNotice(situationOf(titled, AT), { contact: '0734-6812345' });
    expect(made.stopped).toBeFalsy();
    expect(codes(made.notices)).toContain('public-given-name');
  });

  it('asks about a name in pinyin that reads as somebody under an alias, however it is spelled (A-3)', async () => {
    const check = await loadPublishCheck();
    const hidden = story('呂国强（化名小强）', story('成功戒毒历程', posted, 'category'));
    const asked = (words: string) => {
      const { results, notices = [] } = check(situationOf(typedOn(hidden, '公示', 30, 6, words), AT), {});
      return [results.unfit, notices.filter(({ code }) => code === 'public-name-in-pinyin').map(({ row }) => row)];
    };
    for (const words of ['Lü Guoqiang', '摄影：lvguoqiang', 'GuoQiang Lu', 'lǚ guó-qiáng'])
      expect([words, ...asked(words)]).toEqual([words, 0, ['G31']]);
    for (const words of ['Guoqiang', 'Luguoqianger', 'Li Guoqiang'])
      expect([words, ...asked(words)]).toEqual([words, 0, []]);
  });

  it('finds what people typed beside it, by cell, turns its tab red, and so does the check of the workbook', () => {
    const snapshot = typedOn(posted, '公示', 30, 6, '联系王主任 138 1234 5678');
    const { results, problems = [], steps } = decidePublishCheck(situationOf(snapshot, AT));
    expect(results.sheets.find(({ kind }) => kind === 'Notice')).toMatchObject({ fit: false, cells: ['G31'] });
    expect(problems.map(({ code, sheet, row }) => [code, sheet, row])).toEqual([['public-phone', '公示', 'G31']]);
    expect(steps).toEqual([{ kind: 'tabColor', sheet: '公示', color: '#C00000' }]);
    expect(codes(decideCheck(situationOf(snapshot, AT)).notices)).toContain('public-phone');
  });

  it.each([['公示'], ['获奖名单'], ['奖金签收表']])(
    'names a winner whose line on %s is not as decided (A-3)',
    (sheet) => {
      const made = after(
        after(posted, decideAwards(situationOf(posted, AT), {})),
        decidePrizeReceipt(situationOf(posted, '2021-06-28T09:00'), { reason: '备款' }),
      );
      const publicly = (snapshot: WorkbookSnapshot) =>
        (decidePublishCheck(situationOf(snapshot, AT)).problems ?? []).filter(
          ({ code }) => code === 'winner-not-as-decided',
        );
      expect(publicly(made)).toEqual([]);
      const [winner] = publicWinners(situationOf(made, AT).campaign) ?? [];
      const values = made.sheets.find(({ name }) => name === sheet)?.values ?? [];
      const row = values.findIndex((cells) => cells.some((cell) => String(cell).split('\n')[0] === winner?.title));
      const column = (values[row] ?? []).findIndex((cell) => cell === winner?.unit);
      expect([row, column].every((at) => at > 0)).toBe(true);
      const found = publicly(typedOn(made, sheet, row, column, '别的单位'));
      expect(
        found.map((problem) => [problem.sheet, problem.expected.zh.startsWith(`${winner?.title} · ${winner?.unit}`)]),
      ).toEqual([[sheet, true]]);
    },
  );

  it('names the line of a page on which a day, a place or an amount was typed over, and no page that people only filled in or wrote below', () => {
    let made = after(posted, decideAwards(situationOf(posted, AT), {}));
    const said = (snapshot: WorkbookSnapshot) =>
      (decidePublishCheck(situationOf(snapshot, AT)).notices ?? []).flatMap(({ code, sheet, row }) =>
        code === 'made-sheet-typed' ? [`${sheet} ${row}`] : [],
      );
    const place = (sheet: string, words: RegExp): [number, number, string] => {
      const values = made.sheets.find(({ name }) => name === sheet)?.values ?? [];
      const row = values.findIndex((cells) => cells.some((cell) => words.test(String(cell))));
      const column = (values[row] ?? []).findIndex((cell) => words.test(String(cell)));
      return [row, column, String(values[row]?.[column])];
    };
    const [row, column, period] = place('公示', /公示期为/);
    expect(said(typedOn(made, '公示', row, column, period.replace('25日', '22日')))).toEqual([`公示 ${row + 1}`]);
    const [line, score] = place('获奖名单', /^94\.20$/);
    expect(said(typedOn(made, '获奖名单', line, score, '98.20'))).toEqual([`获奖名单 ${line + 1}`]);
    expect(said(made)).toEqual([]);
    expect(said(typedOn(made, '公示', row, 9, '已张贴'))).toEqual([]);
    expect(said(typedOn(made, '公示', 60, 0, '（盖章）'))).toEqual([]);
    expect(said(withRow(made, '获奖名单', line, ['特别奖', '特别故事', '县委办']))).toEqual([`获奖名单 ${line + 1}`]);
    // A winner's own row once more is one too many, and so is a number of another certificate.
    const twice = (made.sheets.find(({ name }) => name === '获奖名单')?.values?.[line] ?? []).map(String);
    expect(said(withRow(made, '获奖名单', line, twice))).toEqual([`获奖名单 ${line + 2}`]);
    made = after(made, decideCertificates(situationOf(made, AT), { reason: '备用' }));
    const [second, at] = place('证书', /2021-002/);
    expect([said(made), said(typedOn(made, '证书', second, at, '编号：2021-001'))]).toEqual([
      [],
      [`证书 ${second + 1}`],
    ]);
    expect(codes(decideCheck(situationOf(typedOn(made, '获奖名单', line, score, '1'), AT)).notices)).toContain(
      'made-sheet-typed',
    );
  });

  it('misses no winner on the lists of a contest with tiers, nor on the receipt one who is paid nothing (A-3)', async () => {
    const scored = await scoredContest();
    const table = scored.tables['AwardTiers'];
    if (!table) throw new Error('no tiers');
    const values = [
      { 序号: 1, 奖项: '一等奖', 名额: 2, 奖金: 2000 },
      { 序号: 2, 奖项: '优秀奖', 名额: 8, 奖金: 0 },
    ].map((tier) => table.headers.map((header) => (tier as Record<string, CellValue>)[header] ?? ''));
    const tiers = decidedContest({
      ...scored,
      tables: { ...scored.tables, AwardTiers: { ...table, values, formulas: values } },
    });
    const made = [
      (now: WorkbookSnapshot) => decideNotice(situationOf(now, AT), { contact: '0734-6812345' }),
      (now: WorkbookSnapshot) => decideAwards(situationOf(now, AT), {}),
      (now: WorkbookSnapshot) => decidePrizeReceipt(situationOf(now, AT), { reason: '备款' }),
    ].reduce((now, make) => after(now, make(now)), tiers);
    const prizes = publicWinners(situationOf(made, AT).campaign)?.map(({ prize }) => prize > 0) ?? [];
    expect(new Set(prizes)).toEqual(new Set([true, false]));
    const { problems = [], results } = decidePublishCheck(situationOf(made, AT));
    expect(results.sheets.filter(({ kind }) => kind !== '').map(({ sheet }) => sheet)).toHaveLength(3);
    expect(codes(problems)).not.toContain('winner-not-as-decided');
  });

  it('names a sheet whose source has changed since, and no sheet while nothing has; so does the check', () => {
    expect(decidePublishCheck(situationOf(posted, AT)).notices).toEqual([]);
    const changed = story('李四', posted);
    expect(codes(decidePublishCheck(situationOf(changed, AT)).notices)).toEqual(['made-sheet-stale']);
    expect(
      decideCheck(situationOf(changed, AT)).notices?.find(({ code }) => code === 'made-sheet-stale'),
    ).toMatchObject({ sheet: '公示', message: { zh: '“公示”生成之后数据已变，请重新生成。' } });
    const again = after(changed, decideNotice(situationOf(changed, AT), { contact: '0734-6812345' }));
    expect(codes(decidePublishCheck(situationOf(again, AT)).notices)).toEqual([]);
  });

  it('finds a phone that begins behind its word and goes on in the next cell', () => {
    const typed = (first: string) => typedOn(typedOn(posted, '公示', 60, 0, first), '公示', 60, 1, '12345678');
    const found = (first: string) => codes(decidePublishCheck(situationOf(typed(first), AT)).problems);
    expect(found('手机： 1 3 8')).toEqual(['public-phone']);
    expect(found('共 138')).toEqual([]);
  });

  it('looks at copies that were kept, too', () => {
    const renamed = {
      ...posted,
      sheets: posted.sheets.map((sheet) =>
        sheet.name === '公示' ? { ...sheet, name: '公示（旧 06-18 0900）' } : sheet,
      ),
    };
    const snapshot = typedOn(renamed, '公示（旧 06-18 0900）', 40, 0, '430421199001011234');
    expect(codes(decidePublishCheck(situationOf(snapshot, AT)).problems)).toEqual(['public-id-number']);
    // They are read for it, by how their names begin.
    for (const name of ['公示', '公示（旧 *', 'Public notice (old *'])
      expect(leavingSheetsWithCopies().flatMap(({ zh, en }) => [zh, en])).toContain(name);
  });
});

it('a kept copy is known by its name although Excel cuts it', () => {
  expect(madeSheetCalled('Ceremony agend (old 07-07 1000)')).toBe('Agenda');
  expect(['Ceremony agend', 'Aw (old 07-07 1000)'].map(madeSheetCalled)).toEqual([null, null]);
});

it('calls neither a page whose source has changed nor a copy of one fit to publish', () => {
  const said = (snapshot: WorkbookSnapshot) => decidePublishCheck(situationOf(snapshot, AT)).message?.zh ?? '';
  const page = posted.sheets.find(({ name }) => name === '公示');
  const kept = { ...posted, sheets: [...posted.sheets, { ...page!, name: '公示（旧 06-17 0900）' }] };
  expect(said(kept)).toMatch(/可公开：“公示”；其余/);
  // No cell has them, and Excel of the least version gives no comments to read.
  expect(said(kept)).toMatch(/批注、备注、文本框和图片里的字不在核对之内/);
  expect(said(story('李四', posted))).toMatch(/可公开：无；须先重新生成：“公示”；其余/);
});

describe('a page under a name of people’s own (A-3)', () => {
  /** Copied, as Excel and WPS do it, and then typed into. */
  function copied(name: string, change: (snapshot: WorkbookSnapshot) => WorkbookSnapshot = (same) => same) {
    const page = posted.sheets.find((sheet) => sheet.name === '公示');
    return change({ ...posted, sheets: [...posted.sheets, { ...page!, name }] });
  }
  const check = (snapshot: WorkbookSnapshot) => decidePublishCheck(situationOf(snapshot, AT));

  it.each(['公示 (2)', '公示 - 副本', '6月18日张贴稿'])(
    '“%s”, a copy, is looked at and named as what it is',
    (name) => {
      const clean = check(copied(name));
      expect([codes(clean.problems), codes(clean.notices)]).toEqual([[], ['sheet-copy']]);
      expect(clean.results.sheets.find(({ sheet }) => sheet === name)).toMatchObject({ kind: 'Notice', fit: true });
      const phone = copied(name, (snapshot) => typedOn(snapshot, name, 40, 3, '13812345678'));
      expect(check(phone).problems).toMatchObject([{ code: 'public-phone', sheet: name, row: 'D41' }]);
      expect(check(phone).steps).toEqual([{ kind: 'tabColor', sheet: name, color: '#C00000' }]);
      expect(codes(decideCheck(situationOf(phone, AT)).notices)).toEqual(
        expect.arrayContaining(['sheet-copy', 'public-phone']),
      );
    },
  );

  it('names a winner that a copy from before a change shows otherwise', () => {
    const [winner] = publicWinners(situationOf(posted, AT).campaign) ?? [];
    const values = posted.sheets.find(({ name }) => name === '公示')?.values ?? [];
    const row = values.findIndex((cells) => cells.includes(winner?.title ?? ''));
    const old = copied('公示 (2)', (snapshot) => typedOn(snapshot, '公示 (2)', row, 2, '别的单位'));
    expect(check(old).problems).toMatchObject([{ code: 'winner-not-as-decided', sheet: '公示 (2)' }]);
  });

  it('a sheet of the office’s own is nobody’s copy, though some lines of a page stand on it', () => {
    const lines = posted.sheets.find(({ name }) => name === '公示')?.values?.slice(5, 9) ?? [];
    const own = { name: '公示工作安排', visible: true, values: [...lines, ['王主任', '13812345678']] };
    const { problems, notices, results } = check({ ...posted, sheets: [...posted.sheets, own] });
    expect([problems, notices, results.sheets.some(({ sheet }) => sheet === own.name)]).toEqual([[], [], false]);
  });

  it('header and footer are looked at, and so is the name that people gave the sheet', () => {
    const marked = { ...copied('公示 13812345678') };
    const snapshot = {
      ...marked,
      sheets: marked.sheets.map((sheet) =>
        sheet.name === '公示'
          ? { ...sheet, inMargins: ['&"楷体,常规"&10制表：张三 13912345678', '第 &P 页，共 &N 页'] }
          : sheet,
      ),
    };
    expect((check(snapshot).problems ?? []).map(({ code, sheet, row }) => [code, sheet, row])).toEqual([
      ['public-phone', '公示', '的页眉页脚'],
      ['public-phone', '公示 13812345678', '的表名'],
    ]);
  });
});

describe('an entry whose category nobody said (A-3)', () => {
  it('stands under an alias', () => {
    const named = story('李和平', withoutKept(decided));
    const winner = (snapshot: WorkbookSnapshot) =>
      publicWinners(situationOf(snapshot, AT).campaign)?.find(({ entryId }) => entryId === 'E021');
    expect(winner(named)).toMatchObject({ storyteller: '李和平', alias: false });
    const blank = story('', named, 'category');
    expect(winner(blank)).toMatchObject({ storyteller: '', alias: true });
    expect(decideNotice(situationOf(blank, AT), {}).stopped).not.toBe(true);
  });

  it('is like one whose category is none of the contest’s: 康复人员自述', () => {
    const named = story('李和平', withoutKept(decided));
    const winner = (category: string) =>
      publicWinners(situationOf(story(category, named, 'category'), AT).campaign)?.find(
        ({ entryId }) => entryId === 'E021',
      );
    expect(winner('康复人员自述')).toMatchObject({ storyteller: '', alias: true });
    for (const known of ['禁毒志愿者', ' 禁毒志愿者类', '缉毒执法案例'])
      expect(winner(known)).toMatchObject({ storyteller: '李和平', alias: false });
  });

  it('is another thing than an entry whose row is gone: nobody is behind it, on notice and award list alike', () => {
    const book = withoutKept(decided);
    const entries = book.tables.Entries!;
    const id = entries.headers.indexOf('参评编号');
    const stay = entries.values.map((row) => row[id] !== 'E021');
    const keep = <Row>(rows: readonly Row[]): Row[] => rows.filter((_row, at) => stay[at] !== false);
    const without = {
      ...book,
      tables: {
        ...book.tables,
        Entries: { ...entries, values: keep(entries.values), formulas: keep(entries.formulas) },
      },
    };
    const winners = publicWinners(situationOf(without, AT).campaign) ?? [];
    expect(winners.find(({ entryId }) => entryId === 'E021')).toMatchObject({ storyteller: '', alias: false });
    const list = decideAwards(situationOf(without, AT), {}).results?.winners ?? [];
    expect(list.find(({ entryId }) => entryId === 'E021')).toMatchObject({ storyteller: '' });
  });
});

it('a judge’s sheet is looked at beside its table, too: it goes out on paper (A-3)', () => {
  const { sheet = '' } = posted.tables.Score_J01 ?? {};
  const check = (snapshot: WorkbookSnapshot) => decidePublishCheck(situationOf(snapshot, AT)).problems ?? [];
  const rows = posted.sheets.find(({ name }) => name === sheet)?.values?.length ?? 60;
  const typed = typedOn(posted, sheet, rows + 3, 1, '王主任 13812345678');
  expect(check(typed)).toMatchObject([{ code: 'public-phone', sheet, row: `B${rows + 4}` }]);
  const foot = posted.sheets.map((each) => (each.name === sheet ? { ...each, inMargins: ['13812345678'] } : each));
  expect(check({ ...posted, sheets: foot })).toMatchObject([{ code: 'public-phone', sheet, row: '的页眉页脚' }]);
});

describe('the guard at the making', () => {
  it('a phone in a free cell of the former page, which would go along, stops it at its cell', () => {
    const row = posted.sheets.find(({ name }) => name === '公示')?.values?.findIndex(([place]) => place === 3) ?? 0;
    const typed = typedOn(posted, '公示', row, 7, '代领 13812345678');
    const { stopped, problems } = decideNotice(situationOf(typed, AT), {});
    expect([stopped, problems]).toMatchObject([true, [{ code: 'public-phone', sheet: '公示', row: `H${row + 1}` }]]);
    expect(decideNotice(situationOf(typedOn(posted, '公示', row, 7, '代领'), AT), {}).stopped).not.toBe(true);
  });

  const makers = {
    awards: (snapshot: WorkbookSnapshot) => decideAwards(situationOf(snapshot, AT), {}),
    notice: (snapshot: WorkbookSnapshot) => decideNotice(situationOf(snapshot, AT), {}),
    certificates: (snapshot: WorkbookSnapshot) => decideCertificates(situationOf(snapshot, AT), { reason: '样张' }),
    receipt: (snapshot: WorkbookSnapshot) => decidePrizeReceipt(situationOf(snapshot, AT), { reason: '备款' }),
  };

  it.each(Object.entries(makers))('stops %s at a phone beside a name, and names the story', (_name, make) => {
    const decision = make(withoutKept(story('张三 138-1234-5678')));
    expect([decision.stopped, decision.steps]).toEqual([true, []]);
    expect(decision.problems?.[0]).toMatchObject({ code: 'public-phone', table: 'Entries', row: 'E021' });
  });

  it.each(Object.entries(makers))('stops %s at an id number in a storyteller’s cell', (_name, make) => {
    expect(codes(make(withoutKept(story('李四430421199001011234'))).problems)).toContain('public-id-number');
  });
});
