// Jobs 'seal' and 'unseal': what stands still, what goes, and that nobody writes in between.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { decideAwards } from '../../../src/app/publish/awards';
import { decideSeal } from '../../../src/app/care/seal';
import { SEAL, type SealInput } from '../../../src/app/care/sealJob';
import { decideUnseal } from '../../../src/app/care/unseal';
import { withDefaults } from '../../../src/app/run/options';
import { sealedProblem } from '../../../src/app/run/sealed';
import { readSeal, sealText, type Seal } from '../../../src/core/campaign/seal';
import { everyTable, tableCalled, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { applySteps } from '../../support/applySteps';
import { cellsOf, codes, decidedContest, scoredContest } from '../../support/decidedContest';
import { newSnapshot, situationOf, withSetting } from '../../support/situationOf';
import { withRows } from '../../support/snapshotOf';

const END = '2021-08-01T09:00';
const seal = (snapshot: WorkbookSnapshot, said: Partial<SealInput> = {}) =>
  decideSeal(situationOf(snapshot, END), withDefaults(SEAL.options, { by: '禁毒办', ...said }));

/** A cell of a table, by header, in its first row. */
function typed(snapshot: WorkbookSnapshot, name: string, header: string, value: string | number): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(name);
  const place = table.headers.indexOf(header);
  if (place < 0) throw new Error(header);
  const values = table.values.map((row, index) =>
    index === 0 ? row.map((cell, at) => (at === place ? value : cell)) : row,
  );
  const formulas = table.formulas.map((row, index) =>
    index === 0 ? row.map((cell, at) => (at === place ? value : cell)) : row,
  );
  return { ...snapshot, tables: { ...snapshot.tables, [name]: { ...table, values, formulas } } };
}

function locateTable(snapshot: WorkbookSnapshot, name: string): { readonly sheet: string; readonly bottom: number } {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(name);
  return { sheet: table.sheet, bottom: table.top + table.values.length };
}

describe('the line of the seal', () => {
  it.each<Seal>([
    { at: '2021-08-01 09:00', by: '禁毒办', fixedAsOf: true, protectedBefore: ['名册', '设置'] },
    { at: '2021-08-01 09:00', by: '张三', fixedAsOf: false, protectedBefore: [] },
  ])('is read as it was written, in both languages', (one) => {
    expect(readSeal(sealText(one, 'zh'))).toEqual(one);
    expect(readSeal(sealText(one, 'en'))).toEqual(one);
  });

  it('whatever a person wrote there seals too, and nothing there does not', () => {
    expect(readSeal('归档了')).toMatchObject({ at: '归档了', fixedAsOf: false });
    expect(readSeal('  ')).toBe(null);
  });
});

describe('sealing', () => {
  let full: WorkbookSnapshot;

  beforeAll(async () => {
    full = decidedContest(await scoredContest());
  });

  it('fixes the as-of moment (A-11), protects every sheet that is not, and says when and by whom', () => {
    const before = {
      ...full,
      sheets: full.sheets.map((sheet, at) => (at === 1 ? { ...sheet, isProtected: true as const } : sheet)),
    };
    const decision = seal(before);
    const sealed = applySteps(before, decision.steps);
    expect(sealed.sheets.every(({ isProtected }) => isProtected)).toBe(true);
    const { settings } = situationOf(sealed, '2031-01-01T00:00').campaign;
    expect(settings.asOf).toBe(situationOf(full, END).now);
    expect(readSeal(settings.sealed)).toEqual({
      at: '2021-08-01 09:00',
      by: '禁毒办',
      fixedAsOf: true,
      protectedBefore: [before.sheets[1]?.name],
    });
  });

  it('a formula that follows the clock becomes its value; one that only says so in a text does not', () => {
    const table = full.tables['Units'];
    if (!table) throw new Error('no units');
    const formulas = table.formulas.map((row, index) => [...row, index === 0 ? '=TODAY()-1' : '="TODAY()"']);
    const values = table.values.map((row, index) => [...row, index === 0 ? 44409 : 'TODAY()']);
    const own = { ...table, headers: [...table.headers, '自加'], values, formulas };
    const decision = seal({ ...full, tables: { ...full.tables, Units: own } });
    expect(decision.results.frozen).toBe(1);
    const step = decision.steps.find((each) => each.kind === 'updateRows' && each.table === 'Units');
    expect(step?.kind === 'updateRows' && step.cells.map((row) => row[row.length - 1])).toEqual([
      44409,
      ...table.values.slice(1).map(() => null),
    ]);
  });

  it('removes contacts wherever they stand in tables and records, keeps the office’s public line, and names sheets that still hold them', () => {
    let one = typed(full, 'Units', '联络员', '王小明');
    one = typed(one, 'Units', '联系电话', '13812345678');
    one = typed(one, 'Units', '备注', '请打 138-1234-5678');
    one = withSetting(one, 'objectionContact', '0734-1234567');
    one = withRows(one, 'Log', [
      { 操作: 'import-roster', 表: 'Units', 列: '联络员', 原值: '王小明', 摘要: '改王小明' },
    ]);
    one = { ...one, sheets: [...one.sheets, { name: '通讯录', visible: true, values: [['王小明', 13812345678]] }] };
    const decision = seal(one, { personal: 'contacts', copy: true });
    const sealed = applySteps(one, decision.steps);
    const everything = everyTable(sealed.tables).flatMap(({ values }) => values.flat().map(String));
    expect(everything.filter((cell) => /王小明|138-?1234-?5678/.test(cell))).toEqual([]);
    expect(everything).toContain('0734-1234567');
    expect(cellsOf(sealed, 'Log', '原值', '摘要')[0]).toEqual(['×××', '改×××']);
    expect(codes(decision.notices)).toEqual(expect.arrayContaining(['personal-left', 'own-sheets-kept']));
    expect(decision.notices?.find(({ code }) => code === 'personal-left')?.sheet).toBe('通讯录');
  });

  it('names what stands outside the table of a sheet, and on a copy of it; a phone typed as a number is one', () => {
    const one = typed(full, 'Units', '联络员', '王小明');
    const place = locateTable(one, 'Units');
    const below = Array.from({ length: place.bottom + 2 }, () => ['']);
    const receipts = typed(one, 'Receipts', '备注', 13812345678);
    const sheets = receipts.sheets.map((sheet) =>
      sheet.name === place.sheet ? { ...sheet, values: [...below, ['王小明', 13812345678]] } : sheet,
    );
    const copy = { name: '名册备份', visible: true, values: [['王小明']] };
    const decision = seal({ ...receipts, sheets: [...sheets, copy] }, { personal: 'contacts', copy: true });
    const left = decision.notices?.filter(({ code }) => code === 'personal-left');
    expect(left?.map(({ sheet, found }) => [sheet, found])).toEqual([
      [place.sheet, '2'],
      ['名册备份', '1'],
    ]);
    expect(left?.[0]?.message.zh).toContain('的表格以外有 2 处');
    const sealed = applySteps({ ...receipts, sheets: [...sheets, copy] }, decision.steps);
    expect(cellsOf(sealed, 'Receipts', '备注')[0]).toEqual(['138****5678']);
  });

  it('takes away what made sheets were made from, names and all, when personal data goes; else protects it', () => {
    const made = applySteps(full, decideAwards(situationOf(full, END), {}).steps);
    const holds = (snapshot: WorkbookSnapshot): boolean => snapshot.sheets.some(({ name }) => name === '生成依据');
    expect(holds(made)).toBe(true);
    for (const personal of ['contacts', 'all'] as const) {
      const decision = seal(made, { personal, copy: true });
      expect(holds(applySteps(made, decision.steps))).toBe(false);
      expect(decision.results.protected).not.toContain('生成依据');
      expect(decision.notices?.map(({ sheet }) => sheet)).not.toContain('生成依据');
    }
    expect(seal(made).results.protected).toContain('生成依据');
  });

  it('removes the names of whoever has an alias in any category, also where records have them without it', () => {
    const said = typed(full, 'Entries', '参评人', '王小明（化名明明）');
    const one = typed(said, 'Log', '摘要', '改王小明');
    const sealed = applySteps(one, seal(one, { personal: 'all', copy: true }).steps);
    expect(cellsOf(sealed, 'Entries', '参评人')[0]).toEqual(['']);
    expect(cellsOf(sealed, 'Log', '摘要')[0]).toEqual(['改×××']);
  });

  it('removes real names of the categories under an alias only when all is asked for', () => {
    const { campaign } = situationOf(full, END);
    const { aliasCategories } = campaign.settings;
    const hidden = (snapshot: WorkbookSnapshot): string[] =>
      situationOf(snapshot, END)
        .campaign.entries.filter(
          ({ category, storyteller }) => aliasCategories.includes(category) && storyteller !== '',
        )
        .map(({ entryId }) => entryId);
    expect(hidden(full).length).toBeGreaterThan(0);
    expect(hidden(applySteps(full, seal(full, { personal: 'contacts', copy: true }).steps))).toEqual(hidden(full));
    expect(hidden(applySteps(full, seal(full, { personal: 'all', copy: true }).steps))).toEqual([]);
  });

  it('removing asks for a copy; sealing asks who', () => {
    expect(codes(seal(full, { personal: 'all' }).problems)).toEqual(['not-a-copy']);
    expect(codes(seal(full, { by: ' ' }).problems)).toEqual(['missing-by']);
  });

  it('unsealing takes off what sealing put on, and no more; it asks for the reason', () => {
    const before = {
      ...newSnapshot(),
      sheets: newSnapshot().sheets.map((sheet, at) => (at === 2 ? { ...sheet, isProtected: true as const } : sheet)),
    };
    const sealed = applySteps(before, seal(before).steps);
    const at = situationOf(sealed, '2021-09-01T09:00');
    expect(codes(decideUnseal(at, { by: '张三' }).problems)).toEqual(['missing-reason']);
    const opened = applySteps(sealed, decideUnseal(at, { by: '张三', reason: '更正' }).steps);
    expect(opened.sheets.map(({ isProtected }) => isProtected ?? false)).toEqual(
      before.sheets.map((_, place) => place === 2),
    );
    expect(situationOf(opened).campaign.settings).toMatchObject({ sealed: '', asOf: null });
  });
});

it('words that no sealing wrote seal the workbook, and are told as such, not as a moment and a name', () => {
  const problem = sealedProblem(withSetting(newSnapshot(), 'sealed', '否'));
  expect(problem?.message.zh).toMatch(/^设置“封存”里是“否”.*没有写入任何内容.*清空这一格/);
  expect(sealedProblem(withSetting(newSnapshot(), 'sealed', '2021-08-01 09:00；办公室'))?.message.zh).toMatch(
    /^这个工作簿已于 2021-08-01 09:00 由“办公室”封存/,
  );
  expect(sealedProblem(newSnapshot())).toBeNull();
});
