// Facts that hold for every table of the workbook.
import type { Criterion, Judge } from '../../src/core/contest/contest';
import { formulaWords } from '../../src/workbook/contract/formulaWords';
import { conditionalsOf, numberFormatOf, sheetOf, validationsOf } from '../../src/workbook/contract/sheetOf';
import type { TableSpec } from '../../src/workbook/contract/spec';
import { FIXED_TABLES, LATER_TABLES, OPENING_TABLES, specFinder } from '../../src/workbook/tables/registry';
import { scoreSheetSpec } from '../../src/workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../src/workbook/tables/standings/standings';

const judges: Judge[] = ['评委1', '评委2', '评委3'].map((name, i) => ({
  judgeId: `J0${i + 1}`,
  name,
  unitId: '',
  active: true,
}));
const criteria: Criterion[] = ['真实性', '感染力'].map((name, i) => ({
  criterionId: `C${i + 1}`,
  name,
  weight: '50',
  minimum: '0',
  maximum: '50',
  step: '0.5',
}));
const specs: TableSpec[] = [
  ...FIXED_TABLES,
  ...OPENING_TABLES,
  ...LATER_TABLES,
  standingsSpec(judges),
  ...judges.map((judge) => scoreSheetSpec(judge, criteria, 'zh')),
];
const find = specFinder(judges, criteria, 'zh');

describe.each(specs.map((spec) => [spec.name, spec] as const))('the table %s', (_name, spec) => {
  it.each(['zh', 'en'] as const)('has distinct, clean headers and keys in %s', (language) => {
    const headers = spec.columns.map((column) => column.header[language]);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.filter((header) => header === '' || /[[\]#@'\n]/.test(header))).toEqual([]);
    expect(new Set(spec.columns.map((column) => column.key)).size).toBe(spec.columns.length);
    expect(spec.key.every((key) => spec.columns.some((column) => column.key === key))).toBe(true);
  });

  it.each(['zh', 'en'] as const)(
    'has formulas below the length that Excel allows, free of functions that older programs lack, in %s',
    (language) => {
      const words = formulaWords(spec, language, find);
      for (const column of spec.columns) {
        const formula = column.formula?.(words);
        if (formula === undefined) continue;
        expect(formula).toMatch(/^=/);
        expect(formula.length).toBeLessThanOrEqual(8192);
        expect(formula).not.toMatch(
          /XLOOKUP|UNIQUE\(|SORT\(|FILTER\(|LET\(|MAXIFS|MINIFS|TEXTJOIN|CONCAT\(|IFS\(\)|INDIRECT|OFFSET/,
        );
      }
    },
  );

  it('says in both languages where to type instead of each formula that shows, in as many signs as Excel allows', () => {
    for (const language of ['zh', 'en'] as const) {
      const rules = validationsOf(spec, formulaWords(spec, language, find));
      spec.columns.forEach((column, place) => {
        if (!column.formula || column.hidden) return;
        const said = (column.typeInstead ?? spec.typeInstead)?.[language] ?? '';
        const rule = rules.find(({ area }) => area.column === place);
        expect([column.key, said.length > 5]).toEqual([column.key, true]);
        expect(rule?.error?.message).toContain(said);
      });
      for (const { error } of rules) {
        expect(error?.title.length ?? 0).toBeLessThanOrEqual(32);
        expect(error?.message.length ?? 0).toBeLessThanOrEqual(225);
      }
    }
  });

  it('has a sheet title of at most 31 characters without forbidden ones, and prompts that Excel accepts', () => {
    for (const language of ['zh', 'en'] as const) {
      const plan = sheetOf(spec, [], formulaWords(spec, language, find));
      expect(plan.name).toMatch(/^[^:\\/?*[\]']{1,31}$/);
      for (const validation of plan.validations ?? []) {
        expect(validation.prompt?.title.length ?? 0).toBeLessThanOrEqual(32);
        expect(validation.prompt?.message.length ?? 0).toBeLessThanOrEqual(255);
        if (validation.rule.kind === 'list' && !validation.rule.source.startsWith('='))
          expect(validation.rule.source.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it('shows no whole number with a bare point, as Excel would with a format such as 0.##', () => {
    expect(spec.columns.map(numberFormatOf).filter((format) => /\.[#?]+(?![0#?])/.test(format))).toEqual([]);
  });

  it('has conditional formats without structured references, which Excel refuses there', () => {
    const rules = conditionalsOf(spec, formulaWords(spec, 'zh', find), 3, 0);
    for (const rule of rules) expect(rule.formula).not.toMatch(/\w\[/);
  });
});
