// The tables of a campaign workbook as data: for people who script it, and for tests.
import { labelsOf } from '../../workbook/contract/labels';
import { formulaWords } from '../../workbook/contract/formulaWords';
import type { TableSpec } from '../../workbook/contract/spec';
import { FIXED_TABLES, specFinder } from '../../workbook/tables/registry';
import { scoreSheetSpec } from '../../workbook/tables/scoreSheet/scoreSheet';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { CAMPAIGN_2021 } from '../../workbook/presets/campaign2021';
import type { Criterion, Judge } from '../../core/contest/contest';

/** A column as `schema --json` prints it. */
export interface SchemaColumn {
  readonly key: string;
  readonly header: { readonly 'zh-CN': string; readonly 'en-US': string };
  readonly type: string;
  /** As a Chinese workbook has it. */
  readonly formula?: string;
  /** What may be chosen, as a Chinese workbook says it. */
  readonly values?: readonly string[];
}

/** A table as `schema --json` prints it. */
export interface SchemaTable {
  readonly name: string;
  readonly sheet: { readonly 'zh-CN': string; readonly 'en-US': string };
  readonly key: readonly string[];
  readonly columns: readonly SchemaColumn[];
}

const JUDGE: Judge = { judgeId: 'J01', name: '评委1', unitId: '', active: true };

function criteria(): Criterion[] {
  return CAMPAIGN_2021.criteria('zh').map((row) => ({
    criterionId: String(row['criterionId']),
    name: String(row['name']),
    weight: String(row['weight']),
    minimum: String(row['minimum']),
    maximum: String(row['maximum']),
    step: String(row['step']),
  }));
}

/** Every fixed table, and, as examples, the score sheet and the standings of one judge (one of each per judge in a real workbook). */
export function schema(): SchemaTable[] {
  const find = specFinder([JUDGE], criteria(), 'zh');
  const specs: readonly TableSpec[] = [
    ...FIXED_TABLES.filter((spec) => spec.name !== 'Standings'),
    standingsSpec([JUDGE]),
    scoreSheetSpec(JUDGE, criteria(), 'zh'),
  ];
  return specs.map((spec) => {
    const words = formulaWords(spec, 'zh', find);
    return {
      name: spec.name,
      sheet: { 'zh-CN': spec.sheet.zh, 'en-US': spec.sheet.en },
      key: spec.key,
      columns: spec.columns.map((column) => {
        const formula = column.formula;
        return {
          key: column.key,
          header: { 'zh-CN': column.header.zh, 'en-US': column.header.en },
          type: column.type,
          ...(formula && { formula: formula(words) }),
          ...(column.labels && { values: labelsOf(column.labels, 'zh') }),
        };
      }),
    };
  });
}
