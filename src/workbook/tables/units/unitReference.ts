// How rows of other tables name a unit: people write its name, the id follows by a formula. A row that the add-in writes remembers for which unit
// it was written, so that renaming the unit orphans nothing. Decides nothing about what an unknown name may mean.
import { text } from '../../../core/ground/text';
import { foldFormula } from '../../contract/cellFold';
import type { ColumnKeys } from '../../contract/keys';
import type { ColumnSpec, FormulaWords } from '../../contract/spec';
import type { WrongCell } from '../../contract/wrongCells';

/** Columns of a table whose rows name a unit. */
type Named = 'unit' | 'unitId' | 'unitKey' | 'anchorId' | 'anchorName';
/** Columns of the roster that say what a unit is called. */
type Called = 'unitId' | 'name' | 'shortName' | 'nameKey' | 'shortKey' | 'aliasKey' | 'nameCount' | 'shortCount';

/**
 * The unit of the roster that is called so: by name, short name or alias, each folded; '' when none or more than one is. Whether a name is
 * shared is worked out in the roster, once a unit.
 */
function idByName(f: FormulaWords<never>, called: string): string {
  const found = (of: ColumnKeys['Units'], what: string, among: ColumnKeys['Units']): string =>
    `INDEX(${f.column('Units', of)},MATCH(${what},${f.column('Units', among)},0))`;
  const alias = `"*、"&${called}&"、*"`;
  const byAlias = `IF(COUNTIF(${f.column('Units', 'aliasKey')},${alias})=1,${found('unitId', alias, 'aliasKey')}&"","")`;
  return `IFERROR(${found('nameId', called, 'nameKey')},IFERROR(${found('shortId', called, 'shortKey')},IFERROR(${byAlias},"")))`;
}

/**
 * The column 单位编号 of a table that has a column `unit`: the id that was written, while the name is still the one it was written with; else the
 * unit that is called so now.
 */
export const UNIT_ID = {
  key: 'unitId',
  header: text('单位编号', 'Unit ID'),
  type: 'id',
  width: 10,
  center: true,
  typeInstead: text('请改同一行的单位名称，编号随它得出。', 'Change the name of the unit in this row; its id follows.'),
  formula: (f: FormulaWords<Named>): string =>
    `=IF(${f.cell('unitKey')}="","",IF(AND(${f.cell('anchorId')}<>"",EXACT(${f.cell('unit')},${f.cell('anchorName')})),${f.cell('anchorId')}&"",${idByName(f, f.cell('unitKey'))}))`,
} as const satisfies ColumnSpec<'unitId', Named>;

/** The hidden columns that 单位编号 needs. */
export const UNIT_HELP = [
  {
    key: 'unitKey',
    header: text('单位索引', 'Unit key'),
    type: 'text',
    width: 8,
    hidden: true,
    formula: (f: FormulaWords<Named>): string => `=${foldFormula(f.cell('unit'))}`,
  },
  {
    key: 'anchorId',
    header: text('登记时编号', 'Unit ID as written'),
    type: 'id',
    width: 8,
    hidden: true,
    anchorOf: 'unitId',
  },
  {
    key: 'anchorName',
    header: text('登记时名称', 'Unit as written'),
    type: 'text',
    width: 8,
    hidden: true,
    anchorOf: 'unit',
  },
] as const satisfies readonly ColumnSpec<'unitKey' | 'anchorId' | 'anchorName', Named>[];

/** The unit of the row is not in the roster any more. */
export function unitIsGone(f: FormulaWords<'unitId'>): string {
  return `ISERROR(MATCH(${f.cell('unitId')},${f.column('Units', 'unitId')},0))`;
}

/** Another unit is called now as the row says: it was written for one whose name was changed since. */
export const ANOTHERS_NAME: WrongCell<'unit' | 'unitId' | 'unitKey'> = {
  columns: ['unit'],
  when: (f): string =>
    `IF(${f.cell('unitId')}="",FALSE,IFERROR(INDEX(${f.column('Units', 'unitId')},MATCH(${f.cell('unitKey')},${f.column('Units', 'nameKey')},0))&""<>${f.cell('unitId')}&"",FALSE))`,
  doubtful: true,
};

/** Of the roster: what each unit is called, folded. A row without a name is called nothing. */
function called<const K extends string>(
  key: K,
  zh: string,
  en: string,
  formula: (f: FormulaWords<Called>) => string,
): ColumnSpec<K, Called> {
  return { key, header: text(zh, en), type: 'text', width: 8, hidden: true, formula };
}

/** Of the roster: how many units are called as this one is. Equal signs and signs of comparison in names would mislead COUNTIF. */
function countOf<const K extends string>(
  key: K,
  zh: string,
  en: string,
  of: 'nameKey' | 'shortKey',
): ColumnSpec<K, Called> {
  return {
    key,
    header: text(zh, en),
    type: 'integer',
    width: 8,
    hidden: true,
    formula: (f): string => {
      const equal = (other: 'nameKey' | 'shortKey'): string => `(${f.column('Units', other)}=${f.cell(of)})`;
      const alias = `ISNUMBER(SEARCH("、"&${f.cell(of)}&"、",${f.column('Units', 'aliasKey')}))`;
      return `=IF(${f.cell(of)}="",0,SUMPRODUCT(--(${equal('nameKey')}+${equal('shortKey')}+${alias}>0)))`;
    },
  };
}

/** Of the roster: the id that the name stands for, '' where more than one unit is called so. */
function idOf<const K extends string>(
  key: K,
  zh: string,
  en: string,
  count: 'nameCount' | 'shortCount',
): ColumnSpec<K, Called> {
  const formula = (f: FormulaWords<Called>): string => `=IF(${f.cell(count)}>1,"",${f.cell('unitId')}&"")`;
  return { key, header: text(zh, en), type: 'id', width: 8, hidden: true, formula };
}

/** Hidden columns of the roster: folded names, how many units are called so, and which one is meant. */
export const UNIT_NAMES = [
  called('nameKey', '名称索引', 'Name key', (f): string => `=${foldFormula(f.cell('name'))}`),
  called(
    'shortKey',
    '简称索引',
    'Short key',
    (f): string => `=IF(${f.cell('nameKey')}="","",${foldFormula(f.cell('shortName'))})`,
  ),
  countOf('nameCount', '同名数', 'Called by name', 'nameKey'),
  countOf('shortCount', '同简称数', 'Called by short name', 'shortKey'),
  idOf('nameId', '名称所指', 'Meant by name', 'nameCount'),
  idOf('shortId', '简称所指', 'Meant by short name', 'shortCount'),
] as const;
