// What the plan of an upgrade adds, where, and what it leaves alone; from snapshots, without any Excel.
import type { Language } from '../../../src/core/ground/text';
import { CAMPAIGN_2021 } from '../../../src/workbook/presets/campaign2021';
import { tableCalled, type TableSnapshot, type WorkbookSnapshot } from '../../../src/workbook/contract/snapshot';
import { locateColumns } from '../../../src/workbook/contract/rows';
import { conditionalsOf, validationsOf } from '../../../src/workbook/contract/sheetOf';
import { specFinder, wordsFor } from '../../../src/workbook/tables/registry';
import { UNITS } from '../../../src/workbook/tables/units/units';
import { TRACKER } from '../../../src/workbook/tables/tracker/tracker';
import { RECEIPTS } from '../../../src/workbook/tables/receipts/receipts';
import { compareColumns, placeColumns } from '../../../src/workbook/upgrade/upgradeColumns';
import { headerLanguage } from '../../../src/workbook/tables/workbookLanguage';
import { upgradePlan, type UpgradePlan } from '../../../src/workbook/upgrade/upgradePlan';
import { newSnapshot } from '../../support/situationOf';

const plan = (snapshot: WorkbookSnapshot, language: Language = 'zh'): UpgradePlan =>
  upgradePlan({ snapshot, language, preset: CAMPAIGN_2021, answer: () => () => undefined });

function changed(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (table: TableSnapshot) => TableSnapshot,
): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(`no table ${name}`);
  return { ...snapshot, tables: { ...snapshot.tables, [name]: change(table) } };
}

const rows = (
  all: TableSnapshot['values'],
  change: (row: TableSnapshot['values'][number]) => TableSnapshot['values'][number],
): TableSnapshot['values'] => all.map(change);
const without =
  (header: string) =>
  (table: TableSnapshot): TableSnapshot => {
    const place = table.headers.indexOf(header);
    const cut = <Cell>(cells: readonly Cell[]): Cell[] => cells.filter((_cell, index) => index !== place);
    return {
      ...table,
      headers: cut(table.headers),
      values: rows(table.values, cut),
      formulas: rows(table.formulas, cut),
    };
  };
const renamed =
  (from: string, to: string) =>
  (table: TableSnapshot): TableSnapshot => ({
    ...table,
    headers: table.headers.map((header) => (header === from ? to : header)),
  });

describe('the plan of an upgrade', () => {
  it.each(['zh', 'en'] as const)('is empty for a workbook of this build, in %s', (language) => {
    const made = newSnapshot(language);
    expect(headerLanguage(made)).toBe(language);
    expect(plan(made, language).steps).toEqual([]);
  });

  it('is empty for its own outcome', () => {
    const damaged = changed(changed(newSnapshot('en'), 'Tracker', without('Status')), 'Requirements', without('Quota'));
    const { Exceptions: _gone, Log: _too, ...tables } = damaged.tables;
    const first = plan(
      {
        ...damaged,
        tables,
        sheets: damaged.sheets.filter(({ name }) => !['Exceptions', 'Log'].includes(name)),
        names: {},
      },
      'en',
    );
    expect(first.steps.length).toBeGreaterThan(5);
    const names = Object.assign({}, ...first.steps.flatMap((step) => (step.kind === 'names' ? [step.names] : [])));
    expect(plan({ ...first.outcome, names }, 'en').steps).toEqual([]);
  });

  it('gives rows that are older than a column its default where an empty cell would count as another value', () => {
    const { outcome } = plan(changed(newSnapshot(), 'Requirements', without('应报数')));
    const table = outcome.tables['Requirements'];
    expect(table?.values.map((row) => row[table.headers.indexOf('应报数')])).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('leaves a tracker alone whose computed columns all hold values', () => {
    const computed = new Set(TRACKER.columns.flatMap(({ formula, header }) => (formula ? [header.zh] : [])));
    const valued = changed(newSnapshot(), 'Tracker', (table) => ({
      ...table,
      formulas: table.formulas.map((row) =>
        row.map((cell, place) => (computed.has(table.headers[place] ?? '') ? (place % 2 === 0 ? '' : '值') : cell)),
      ),
    }));
    expect(plan(valued).steps).toEqual([]);
  });

  it('writes no formula that names a table which is not there', () => {
    const made = newSnapshot();
    const { Units: _gone, ...tables } = made.tables;
    // The sheet of that name is somebody else's: the table cannot be made.
    const found = plan(
      changed({ ...made, tables }, 'Tracker', (table) => ({
        ...table,
        formulas: rows(table.formulas, (row) => row.map((cell) => (String(cell).includes('Units[') ? '=#REF!' : cell))),
      })),
    );
    expect(found.taken.map(({ name }) => name)).toEqual(['Units']);
    expect(JSON.stringify(found.steps)).not.toContain('Units[');
  });
});

describe('marks and validation', () => {
  const units = newSnapshot().tables['Units'];
  if (!units) throw new Error('no units');
  const UNITS_WORDS = wordsFor(UNITS, 'zh', specFinder([], [], 'zh'));
  const BODY = { numberFormats: [], above: [] };
  /** A roster as it was made, with all its looks. */
  const roster = changed(newSnapshot(), 'Units', (table) => ({
    ...table,
    looks: {
      ...BODY,
      validations: table.headers.map(
        (_header, place) =>
          ({ list: 'List', textLength: 'TextLength' })[
            String(validationsOf(UNITS, UNITS_WORDS).find(({ area }) => area.column === place)?.rule.kind)
          ] ?? 'Custom',
      ),
      conditionals: conditionalsOf(UNITS, UNITS_WORDS, table.top, table.left).map(({ formula }, index) => ({
        id: String(index),
        formula,
        inBody: true,
      })),
    },
  }));
  const looksOf = (snapshot: WorkbookSnapshot) =>
    plan(snapshot).tables.find(({ sheet }) => sheet === '单位名册')?.looks;
  const formulas = (snapshot: WorkbookSnapshot): string[] =>
    (snapshot.tables['Units']?.looks?.conditionals ?? []).map(({ formula }) => formula);
  /** The roster once the plan's rules are written. */
  const mended = (snapshot: WorkbookSnapshot): WorkbookSnapshot =>
    changed(snapshot, 'Units', (table) => {
      const looks = table.looks ?? { ...BODY, validations: [], conditionals: [] };
      const step = looksOf(snapshot)?.steps.find(({ kind }) => kind === 'mendConditionals');
      if (step?.kind !== 'mendConditionals') return table;
      const kept = looks.conditionals.filter(({ id }) => !step.drop.includes(id));
      const rules = step.rules.map(({ formula }, index) => ({ id: `new ${index}`, formula, inBody: true }));
      return { ...table, looks: { ...looks, conditionals: [...rules, ...kept] } };
    });

  it('are whole in a roster as it was made', () => {
    expect(looksOf(roster)).toMatchObject({ validations: 0, conditionals: 0, steps: [] });
  });

  it('of a column that a person does without are not put where another one stands', () => {
    const own = changed(roster, 'Units', renamed('专班电话', '值班电话'));
    const after = mended(own);
    expect(new Set(formulas(after))).toEqual(new Set(formulas(roster).map((formula) => formula.replace('&$J5', ''))));
    const marked = looksOf(own)?.steps.flatMap((step) => (step.kind === 'mendConditionals' ? step.rules : [])) ?? [];
    expect(marked.filter(({ area }) => area.column <= 9 && area.column + area.columns > 9)).toEqual([]);
    expect(looksOf(own)?.validations).toBe(0);
    expect(looksOf(after)).toMatchObject({ validations: 0, conditionals: 0, steps: [] });
  });

  it('ask nothing of the column 待改正 where somebody deleted it', () => {
    const places = locateColumns(UNITS, without('待改正')(units));
    const found = conditionalsOf(UNITS, UNITS_WORDS, 3, 0, places).map(({ formula }) => formula);
    expect(found).toEqual(formulas(roster).filter((formula) => !formula.includes('$Y5')));
  });

  it('about a deleted column are each dropped once, whatever else they ask', () => {
    const broken = changed(roster, 'Units', (table) => ({
      ...without('单位名称')(table),
      looks: {
        ...(table.looks ?? { ...BODY, validations: [] }),
        conditionals: (table.looks?.conditionals ?? []).map(({ formula, ...rule }) => ({
          ...rule,
          formula: formula.replace('$B5', '#REF!').replaceAll('$Y5', '$X5'),
        })),
      },
    }));
    const dropped = looksOf(broken)?.steps.flatMap((step) => (step.kind === 'mendConditionals' ? step.drop : [])) ?? [];
    expect(dropped.length).toBeGreaterThan(2);
    expect(new Set(dropped).size).toBe(dropped.length);
    expect(formulas(mended(broken))).toEqual(formulas(roster));
  });

  it('of an earlier build give way, once, and those that people made stay', () => {
    const earlier = changed(roster, 'Units', (table) => ({
      ...table,
      looks: {
        ...(table.looks ?? { ...BODY, validations: [] }),
        conditionals: [
          ...(table.looks?.conditionals ?? []).map(({ formula, ...rule }) => ({
            ...rule,
            formula: formula
              .replace('AND(NOT(ISFORMULA($Y5)),', 'AND(ISBLANK($Y5),')
              .replace(/AND\(ISFORMULA\(\$Y5\),(.*)\)$/, 'IF(ISBLANK($Y5),FALSE,$1)'),
          })),
          { id: 'own', formula: '=$Y5<>""', inBody: true },
        ],
      },
    }));
    expect(formulas(earlier).filter((formula) => formula.includes('ISBLANK'))).toHaveLength(3);
    const after = mended(earlier);
    expect(formulas(after)).toEqual([...formulas(roster), '=$Y5<>""']);
    expect(looksOf(after)).toMatchObject({ conditionals: 0, steps: [] });
  });
});

describe('headers of a table', () => {
  const receipts = newSnapshot().tables['Receipts'];
  if (!receipts) throw new Error('no receipts');
  const compare = (table: TableSnapshot) =>
    compareColumns(
      RECEIPTS,
      table,
      'zh',
      () => undefined,
      () => true,
    );
  const questions = (table: TableSnapshot): string[] =>
    compare(table).questions.map(({ header, column }) => `${header}=${column.header.zh}`);

  it('are asked about when they are spelled alike, are in the other language, or stand exactly where a column is missing', () => {
    expect(questions(renamed('单位', '报送单位')(receipts))).toEqual(['报送单位=单位']);
    expect(questions(renamed('标题', 'Title')(receipts))).toEqual(['Title=标题']);
    expect(questions(renamed('收到时间', '登记日期')(receipts))).toEqual(['登记日期=收到时间']);
    expect(questions(renamed('备注', ' 备注')(receipts))).toEqual([' 备注=备注']);
  });

  it('are not asked about when a column that people added stands elsewhere', () => {
    const own = renamed('备注', '自加')(receipts);
    const moved = { ...own, headers: ['自加', ...own.headers.filter((header) => header !== '自加')] };
    expect(compare(moved)).toMatchObject({ questions: [], missing: [{ key: 'note' }] });
  });

  it('of formula columns are no typed columns, and the other way round', () => {
    expect(
      questions({ ...without('先后')(receipts), headers: without('先后')(receipts).headers.map((header) => header) }),
    ).toEqual([]);
    const typedOver = renamed('先后', '次序')(receipts);
    const values = {
      ...typedOver,
      formulas: typedOver.formulas.map((row) =>
        row.map((cell, place) => (typedOver.headers[place] === '次序' ? 3 : cell)),
      ),
    };
    expect(questions(values)).toEqual([]);
  });

  it('of missing columns go behind the one before them, or to the right end where a column of people would have to move', () => {
    const gone = without('标题')(receipts);
    expect(placeColumns(RECEIPTS, compare(gone)).placed.map(({ at }) => at)).toEqual([5]);
    const withOwn = { ...gone, headers: [...gone.headers, '自加'] };
    expect(placeColumns(RECEIPTS, compare(withOwn)).placed.map(({ at }) => at)).toEqual([null]);
  });
});
