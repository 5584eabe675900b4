// An error in a cell that people fill (=1/0, a broken reference pasted along) is read as an empty cell by every other cell of the workbook, and is
// named in its own row: one cell must not empty the tracker. Every input column of every table, in the engine.
import { cellKey, type Book, type Cell, type Table } from '../../../src/workbench/model/book';
import { CHECK } from '../../../src/app/care/checkWorkbookJob';
import { MAKE_JUDGE_TABS } from '../../../src/app/contest/makeJudgeTabsJob';
import { RANK } from '../../../src/app/contest/rankJob';
import { readCampaign } from '../../../src/workbook/campaign';
import { ISSUE_HEADER } from '../../../src/workbook/contract/issueColumn';
import { CAMPAIGN_TABLES } from '../../../src/workbook/tables/registry';
import { newCampaignHost, type CampaignHost } from '../../support/campaignHost';
import { typeInto } from '../../support/typeIntoTable';

jest.setTimeout(600_000);

/** Counts what is to be corrected, and so differs. */
const HOME = '首页';
/** Settings and criteria are no rows among others: by these everything is judged, and they have tests of their own. The log and the decisions are written by jobs. */
const NOT_FILLED = ['Settings', 'CertificateTemplate', 'Criteria', 'Log', 'Decisions'];

interface Place {
  readonly table: string;
  readonly header: string;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** Of the row: its first cell and the number of its cells. */
  readonly range: Table['range'];
  readonly issue: number;
}

const shown = (cell: Cell | undefined): unknown => {
  const value = cell?.value;
  return value && typeof value === 'object' ? value.error : (value ?? '');
};

/** For each table the places in its first row that people fill. */
async function placesOf(host: CampaignHost): Promise<Place[][]> {
  const reading = readCampaign(await host.port.read({ tables: CAMPAIGN_TABLES }));
  if (reading.kind !== 'campaign') throw new Error('no campaign');
  const { spec } = reading.campaign;
  return host.host.book.sheets.flatMap((sheet, at) =>
    sheet.tables
      .filter(({ name }) => !NOT_FILLED.includes(name) && !/^Score_J0[2-9]/.test(name))
      .map(({ name, range, columns }) => {
        const placeOf = (header: string): number =>
          range.column + columns.findIndex((column) => column.name === header);
        return spec(name)
          .columns.filter(({ input, formula, hidden }) => input && !formula && !hidden)
          .map(({ header }): Place => {
            const [row, column, issue] = [range.row + 1, placeOf(header.zh), placeOf(ISSUE_HEADER.zh)];
            return { table: name, header: header.zh, sheet: at, row, column, range, issue };
          });
      }),
  );
}

/** Counts for the ranking which of its sources have changed: an error is another change than a blank. */
const SOURCES = '生成依据';

/** What every cell outside of these rows shows, by sheet and place. */
function shownOutside(book: Book, places: readonly Place[]): Map<string, unknown> {
  const inside = new Set(
    places.flatMap(({ sheet, row, range }) =>
      Array.from({ length: range.columns }, (_, at) => `${sheet}!${cellKey(row, range.column + at)}`),
    ),
  );
  return new Map(
    book.sheets.flatMap(({ name, cells }, at) =>
      [...cells]
        .filter(([key]) => name !== HOME && name !== SOURCES && !inside.has(`${at}!${key}`))
        .map(([key, cell]): [string, unknown] => [`${name}!${key}`, shown(cell)]),
    ),
  );
}

async function put(host: CampaignHost, places: readonly Place[], cell: (place: Place) => Cell): Promise<Book> {
  await host.host.change(({ sheets }) => {
    for (const place of places) sheets[place.sheet]?.cells.set(cellKey(place.row, place.column), cell(place));
  });
  await host.host.calculateNow();
  return host.host.book;
}

/** A campaign in which things have arrived, one is extended and two entries are judged. */
async function underWay(): Promise<CampaignHost> {
  const host = await newCampaignHost({ now: '2021-06-11T10:00' });
  const arrived = { 收到时间: '2021/6/7 12:00', 审核: '通过', 含材料: '方案文本' };
  await typeInto(host, 'Receipts', 0, { ...arrived, 单位: '西渡镇', 事项编号: 'T1' });
  await typeInto(host, 'Receipts', 1, { ...arrived, 单位: '集兵镇', 事项编号: 'T1' });
  await typeInto(host, 'Receipts', 2, { ...arrived, 单位: '西渡镇', 事项编号: 'T1' });
  await typeInto(host, 'Exceptions', 0, { 单位: '集兵镇', 事项编号: 'T1', 延期至: '2021/6/20 18:00' });
  await typeInto(host, 'Exceptions', 1, { 单位: '西渡镇', 事项编号: 'T2', 免报: '是' });
  const entry = { 报送单位: '西渡镇', 类别: '禁毒志愿者', 参评: '是' };
  await typeInto(host, 'Entries', 0, { ...entry, 参评编号: 'E001', 盲评号: '1', 题目: '甲' });
  await typeInto(host, 'Entries', 1, { ...entry, 参评编号: 'E002', 盲评号: '2', 题目: '乙' });
  const soundly = (report: { readonly stopped: boolean; readonly message: { readonly en: string } }): void => {
    if (report.stopped) throw new Error(report.message.en);
  };
  soundly(await MAKE_JUDGE_TABS.perform(host.deps, { judges: 2 }, 'write'));
  for (const { name, columns } of host.host.book.sheets.flatMap(({ tables }) => tables)) {
    if (name !== 'Score_J01') continue;
    const scores = columns.filter((column) => column.name.endsWith('分）')).map((column) => [column.name, '5']);
    for (const row of [0, 1]) await typeInto(host, name, row, Object.fromEntries(scores));
  }
  await host.host.calculateNow();
  soundly(await RANK.perform(host.deps, {}, 'write'));
  return host;
}

const ERROR: Cell = { value: { error: '#DIV/0!' }, formula: '=1/0' };

describe('an error in a cell that people fill', () => {
  let host: CampaignHost;
  let places: Place[][];
  beforeAll(async () => {
    host = await underWay();
    places = await placesOf(host);
  });

  it('counts as an empty one in every other row, and is named in its own, in each column of each table', async () => {
    expect(places.flat().length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (let round = 0; places.some((own) => own.length > round); round += 1) {
      const now = places.flatMap((own) => own.slice(round, round + 1));
      const before = new Map(
        now.map((place) => [place, host.host.book.sheets[place.sheet]?.cells.get(cellKey(place.row, place.column))]),
      );
      const empty = shownOutside(await put(host, now, () => ({})), now);
      const book = await put(host, now, (place) => ({ ...before.get(place), ...ERROR }));
      const headers = now.map(({ table, header }) => `${table}.${header}`).join(' ');
      const columns = new Set<string>();
      for (const [at, value] of shownOutside(book, now)) {
        const column = at.replace(/\d+,/, '');
        if (value === empty.get(at) || columns.has(column)) continue;
        columns.add(column);
        wrong.push(`${headers}: ${at} shows ${String(value)} for ${String(empty.get(at))}`);
      }
      for (const { table, header, sheet, row, issue } of now) {
        const said = String(shown(book.sheets[sheet]?.cells.get(cellKey(row, issue))));
        if (!said.includes(`[${header}]`)) wrong.push(`${table}.${header}: its row says ${said}`);
      }
      for (const [key, cell] of book.sheets.find(({ name }) => name === HOME)?.cells ?? [])
        if (cell.value && typeof cell.value === 'object') wrong.push(`${headers}: ${HOME}!${key} shows an error`);
      for (const place of now)
        book.sheets[place.sheet]?.cells.set(cellKey(place.row, place.column), before.get(place) ?? {});
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it('in the as-of time leaves the tracker to the clock, as an empty one does (D-10)', async () => {
    const { book } = host.host;
    const sheet = book.sheets.findIndex(({ tables }) => tables.some(({ name }) => name === 'Settings'));
    const [key] = [...(book.sheets[sheet]?.cells ?? [])].find(([, cell]) => cell.value === 'asOf') ?? [];
    const [row = NaN, column = NaN] = (key ?? '').split(',').map(Number);
    const { range, columns } = book.sheets[sheet]?.tables[0] ?? {};
    const offset = (name: string): number => columns?.findIndex((one) => one.name === name) ?? NaN;
    const place = { sheet, row, column: column - offset('键') + offset('值'), range } as Place;
    expect(book.sheets[sheet]?.cells.has(cellKey(row, place.column))).toBe(true);
    const tracker = async (cell: Cell): Promise<Map<string, unknown>> =>
      new Map(
        [...shownOutside(await put(host, [place], () => cell), [])].filter(
          ([key]) => key.startsWith('报送台账!') || key.startsWith('收件登记!'),
        ),
      );
    const empty = await tracker({});
    expect(empty.size).toBeGreaterThan(1000);
    expect(await tracker(ERROR)).toEqual(empty);
    await tracker({});
  });

  /** The cells of one column of a table, each with the row's place; a setting by its key. */
  function placesIn(name: string, header: string): Place[] {
    return host.host.book.sheets.flatMap((sheet, at) =>
      sheet.tables
        .filter((table) => table.name === name)
        .flatMap(({ range, columns }) => {
          const column = (of: string): number => range.column + columns.findIndex((one) => one.name === of);
          return Array.from({ length: range.rows - 1 }, (_, index): Place => {
            const row = range.row + 1 + index;
            return {
              table: name,
              header,
              sheet: at,
              row,
              column: column(header),
              range,
              issue: column(ISSUE_HEADER.zh),
            };
          });
        }),
    );
  }

  it.each(['权重', '最低分', '满分', '最小间隔', '评分要点'])(
    'in a criterion counts as an empty cell for every score and result, and is named in its row: %s',
    async (header) => {
      const place = placesIn('Criteria', header).slice(0, 1);
      const [{ sheet, row, column, issue } = place[0]!] = place;
      const before = host.host.book.sheets[sheet]?.cells.get(cellKey(row, column));
      const empty = shownOutside(await put(host, place, () => ({})), place);
      const book = await put(host, place, () => ({ ...before, ...ERROR }));
      const differing = [...shownOutside(book, place)].filter(([at, value]) => value !== empty.get(at));
      expect(differing).toEqual([]);
      expect(String(shown(book.sheets[sheet]?.cells.get(cellKey(row, issue))))).toContain(`[${header}]`);
      const { problems, notices } = await CHECK.perform(host.deps, {}, 'preview');
      const said = [...problems, ...notices].filter(({ table }) => table === 'Criteria');
      expect(said.map(({ found }) => found)).toContain('#DIV/0!');
      await put(host, place, () => before ?? {});
    },
  );

  it('in a setting counts as an empty one, in all of them at once, and is named in its row and by the check', async () => {
    const keys = placesIn('Settings', '键').map(({ sheet, row, column }) =>
      String(shown(host.host.book.sheets[sheet]?.cells.get(cellKey(row, column)))),
    );
    // The as-of time has its test; what other tables say is theirs; by the language every word is chosen.
    const NOT_HERE = ['asOf', 'language'];
    const cellOf = ({ sheet, row, column }: Place): Cell | undefined =>
      host.host.book.sheets[sheet]?.cells.get(cellKey(row, column));
    const places = placesIn('Settings', '值').filter((_, at) => !NOT_HERE.includes(keys[at] ?? ''));
    expect(places.length).toBeGreaterThan(40);
    const before = places.map(cellOf);
    const empty = shownOutside(await put(host, places, () => ({})), places);
    const book = await put(host, places, () => ERROR);
    expect([...shownOutside(book, places)].filter(([at, value]) => value !== empty.get(at))).toEqual([]);
    const unsaid = places.filter(({ sheet, row, issue }) => !shown(book.sheets[sheet]?.cells.get(cellKey(row, issue))));
    expect(unsaid.map(({ row }) => keys[row - places[0]!.range.row - 1])).toEqual([]);
    for (const [key, cell] of book.sheets.find(({ name }) => name === HOME)?.cells ?? [])
      expect([key, shown(cell)]).toEqual([key, typeof cell.value === 'object' ? 'no error' : shown(cell)]);
    const { problems, notices } = await CHECK.perform(host.deps, {}, 'preview');
    const named = new Set([...problems, ...notices].filter(({ found }) => found === '#DIV/0!').map(({ row }) => row));
    expect(keys.filter((key) => !NOT_HERE.includes(key) && !named.has(key))).toEqual([]);
    await put(host, places, (place) => before[places.indexOf(place)] ?? {});
  });

  it('is named by the check, with the table, the column and what stands there', async () => {
    const of = (table: string, header: string): Place => {
      const place = places.flat().find((one) => one.table === table && one.header === header);
      if (!place) throw new Error(`${table} has no ${header}`);
      return place;
    };
    const some = [
      of('Receipts', '含材料'),
      of('Units', '别名'),
      of('Entries', '参评人'),
      of('Requirements', '须含材料'),
    ];
    await put(host, some, () => ERROR);
    const { problems, notices } = await CHECK.perform(host.deps, {}, 'preview');
    const named = [...problems, ...notices].filter(({ found }) => found === '#DIV/0!');
    expect(named.map(({ table, column }) => `${table} ${column}`).sort()).toEqual([
      'Entries 参评人',
      'Receipts 含材料',
      'Requirements 须含材料',
      'Units 别名',
    ]);
  });
});
