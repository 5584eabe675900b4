// 例外与延期: one unit's difference for one requirement, with who approved it and why.
import { text } from '../../../core/ground/text';
import { defineTable } from '../../contract/spec';
import type { ColumnSpec, FormulaWords, KeyOf } from '../../contract/spec';
import { labelOrNoneFormula, momentFormula, placeOfCode, wholeFormula } from '../../contract/cellFormulas';
import { withIssues } from '../../contract/issueColumn';
import { keptColumn } from '../../contract/kept';
import { anyIn, farYear, noHour } from '../../contract/wrongCells';
import { pairFormula } from '../receipts/receiptOrder';
import { ITEM_ROW } from '../requirements/itemReference';
import { ANOTHERS_NAME, UNIT_HELP, UNIT_ID, unitIsGone } from '../units/unitReference';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Exceptions: KeyOf<typeof EXCEPTIONS>;
  }
}

type Term = 'pair' | 'itemRow' | 'extendedAt' | 'quotaAt' | 'exemptCode';

/** The largest of a column among the exceptions of this pair; `otherwise` where none says anything, `none` without an item. */
const largest = (f: FormulaWords<Term>, key: 'extendedAt' | 'quotaAt', otherwise: string, none: string): string => {
  const most = `SUMPRODUCT(MAX((${f.column('Exceptions', 'pair')}=${f.cell('pair')})*${f.column('Exceptions', key)}))`;
  return `=IF(${f.cell('itemRow')}=0,${none},IF(${most}>0,${most},INDEX(${otherwise},${f.cell('itemRow')})))`;
};

/** What holds for the pair by all its exceptions together, in each of its rows: the tracker reads the first. */
const TERMS = [
  {
    key: 'dueHere',
    header: text('本家截止', 'Due here'),
    type: 'moment',
    width: 8,
    hidden: true,
    formula: (f: FormulaWords<Term>): string => largest(f, 'extendedAt', f.column('Requirements', 'dueShown'), '""'),
  },
  {
    key: 'quotaHere',
    header: text('本家应报数', 'Quota here'),
    type: 'integer',
    width: 8,
    hidden: true,
    formula: (f: FormulaWords<Term>): string => largest(f, 'quotaAt', f.column('Requirements', 'quotaAt'), '0'),
  },
  {
    key: 'exemptions',
    header: text('免报条数', 'Exemptions'),
    type: 'integer',
    width: 8,
    hidden: true,
    formula: (f: FormulaWords<Term>): string =>
      `=COUNTIFS(${f.column('Exceptions', 'pair')},${f.cell('pair')},${f.column('Exceptions', 'exemptCode')},${placeOfCode('yesNo', 'yes')})`,
  },
] as const satisfies readonly ColumnSpec<'dueHere' | 'quotaHere' | 'exemptions', Term>[];

const REGISTER = defineTable({
  name: 'Exceptions',
  sheet: text('例外与延期', 'Exceptions'),
  title: text('例外、延期与免报', 'Exceptions, extensions and exemptions'),
  guide: text(
    '每行是一个单位在一个事项上的例外：另定数量、延期或免报。请写明批准人与理由。',
    'A row is one unit’s exception for one item: another quota, an extension or an exemption. Say who approved it and why.',
  ),
  key: ['unitId', 'requirementId'],
  tabColor: '#0F4C5C',
  landscape: true,
  frozen: 1,
  columns: [
    {
      key: 'unit',
      header: text('单位', 'Unit'),
      type: 'text',
      width: 20,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('unitNames')}` }),
    },
    UNIT_ID,
    {
      key: 'requirementId',
      header: text('事项编号', 'Item ID'),
      type: 'id',
      width: 10,
      center: true,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('requirementIds')}` }),
    },
    {
      key: 'quota',
      header: text('另定数量', 'Quota'),
      type: 'integer',
      width: 10,
      input: true,
      center: true,
      limits: [1, 99],
    },
    { key: 'extendedTo', header: text('延期至', 'Extended to'), type: 'moment', width: 19, input: true, center: true },
    {
      key: 'exempt',
      header: text('免报', 'Exempt'),
      type: 'choice',
      labels: 'yesNo',
      width: 8,
      input: true,
      center: true,
    },
    { key: 'approvedBy', header: text('批准人', 'Approved by'), type: 'longText', width: 18, input: true },
    { key: 'reason', header: text('理由', 'Reason'), type: 'longText', width: 40, input: true },
    { key: 'formerDues', header: text('原截止', 'Former due times'), type: 'text', width: 20, center: true },
    {
      key: 'extendedAt',
      header: text('延期索引', 'Extension key'),
      type: 'moment',
      width: 10,
      hidden: true,
      formula: (f): string => `=${momentFormula(f.cell('extendedTo'))}`,
    },
    {
      key: 'quotaAt',
      header: text('数量索引', 'Quota key'),
      type: 'integer',
      width: 10,
      hidden: true,
      formula: (f): string => `=${wholeFormula(f.cell('quota'), 1, 0)}`,
    },
    {
      key: 'exemptCode',
      header: text('免报码', 'Exempt code'),
      type: 'integer',
      width: 8,
      hidden: true,
      formula: (f): string => `=${labelOrNoneFormula(f.cell('exempt'), 'yesNo', 'no')}`,
    },
    ...UNIT_HELP,
    keptColumn('requirementId', 'quota', 'extendedTo', 'exempt', 'formerDues'),
    ITEM_ROW,
    { key: 'pair', header: text('对号', 'Pair'), type: 'integer', width: 8, hidden: true, formula: pairFormula },
    ...TERMS,
  ],
});

/** Extended to a moment before the item's own due time. */
const earlier = (f: FormulaWords<'extendedAt' | 'itemRow'>): string =>
  `IF(${f.cell('extendedAt')}*${f.cell('itemRow')}=0,FALSE,${f.cell('extendedAt')}<INDEX(${f.column('Requirements', 'dueAt')},${f.cell('itemRow')}))`;

const begun = (f: FormulaWords<'unit' | 'reason'>): string => anyIn(f.cells('unit', 'reason'));

/** It changes what the unit owes, and nobody is said to have allowed it. */
const unapproved = (
  f: FormulaWords<'approvedBy' | 'unitId' | 'itemRow' | 'extendedAt' | 'quotaAt' | 'exemptCode'>,
): string => {
  const exempts = `INT(${f.cell('exemptCode')})=${placeOfCode('yesNo', 'yes')}`;
  const changes = `OR(${f.cell('extendedAt')}>0,${f.cell('quotaAt')}>0,${exempts})`;
  return `IF(TRIM(${f.cell('approvedBy')})="",AND(${f.cell('unitId')}<>"",${f.cell('itemRow')}>0,${changes}),FALSE)`;
};

/** One unit and item a row; of several the latest due time counts (D-2). Marked: what leads nowhere or cannot be read. */
export const EXCEPTIONS = withIssues(REGISTER, [
  { columns: ['unit', 'unitId'], when: (f): string => `IF(${f.cell('unitId')}="",${begun(f)},${unitIsGone(f)})` },
  ANOTHERS_NAME,
  { columns: ['requirementId'], when: (f): string => `IF(${f.cell('itemRow')}=0,${begun(f)},FALSE)` },
  { columns: ['extendedTo'], when: (f): string => `IF(${f.cell('extendedAt')}=0,${f.cell('extendedTo')}<>"",FALSE)` },
  {
    columns: ['extendedTo'],
    when: (f): string => `OR(${farYear(f.cell('extendedTo'))},${noHour(f.cell('extendedTo'))},${earlier(f)})`,
    doubtful: true,
  },
  { columns: ['approvedBy'], when: unapproved, doubtful: true },
  { columns: ['quota'], when: (f): string => `IF(${f.cell('quotaAt')}=0,${f.cell('quota')}<>"",FALSE)` },
  {
    columns: ['exempt'],
    when: (f): string => `${f.cell('exemptCode')}<>INT(${f.cell('exemptCode')})`,
    seesErrors: true,
  },
]);
