// A table as its own part of the file, both ways: columns with their formulas, filters, style. Its cells are elsewhere.
import { a1, parseA1 } from '../calc/a1';
import { cellKey, type Sheet, type Table, type TableColumn } from '../model/book';
import { shownFormula, storedFormula } from './formulaForms';
import { attribute, child, children, content, element, escapeXml, flag, type XmlNode } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** `id` is the table's number in the file, from 1 on. */
export function tableXml(table: Table, sheet: Sheet, id: number): string {
  const { range, columns } = table;
  const filtered = a1({ ...range, rows: range.rows - (table.showTotals ? 1 : 0) });
  const filters = Object.entries(table.filters ?? {})
    .map(([column, criteria]) => element('filterColumn', { colId: column }, filterXml(criteria)))
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
    'table',
    {
      xmlns: MAIN,
      id,
      name: table.name,
      displayName: table.name,
      ref: a1(range),
      headerRowCount: table.showHeaders ? undefined : 0,
      ...(table.showTotals ? { totalsRowCount: 1 } : { totalsRowShown: 0 }),
    },
    [
      table.showHeaders && table.showFilterButton ? element('autoFilter', { ref: filtered }, filters) : '',
      element(
        'tableColumns',
        { count: columns.length },
        columns.map((column, index) => columnXml(table, sheet, column, index)).join(''),
      ),
      element('tableStyleInfo', {
        name: table.style || undefined,
        showFirstColumn: 0,
        showLastColumn: 0,
        showRowStripes: table.showBandedRows ? 1 : 0,
        showColumnStripes: 0,
      }),
    ].join(''),
  )}`;
}

function columnXml(table: Table, sheet: Sheet, column: TableColumn, index: number): string {
  const totals = table.showTotals
    ? sheet.cells.get(cellKey(table.range.row + table.range.rows - 1, table.range.column + index))
    : undefined;
  const label =
    totals && !totals.formula && totals.value !== null && totals.value !== undefined ? String(totals.value) : undefined;
  return element(
    'tableColumn',
    {
      id: index + 1,
      name: escapeName(column.name),
      totalsRowLabel: label,
      totalsRowFunction: totals?.formula ? 'custom' : undefined,
    },
    [
      column.calculatedFormula
        ? `<calculatedColumnFormula>${escapeXml(storedFormula(column.calculatedFormula, table.name))}</calculatedColumnFormula>`
        : '',
      totals?.formula
        ? `<totalsRowFormula>${escapeXml(storedFormula(totals.formula, table.name))}</totalsRowFormula>`
        : '',
    ].join(''),
  );
}

type Criteria = NonNullable<Table['filters']>[number];

function filterXml(criteria: Criteria): string {
  if (criteria.kind === 'values') {
    const filled = criteria.values.filter((value) => value !== '');
    return element(
      'filters',
      { blank: filled.length < criteria.values.length ? 1 : undefined },
      filled.map((val) => element('filter', { val })).join(''),
    );
  }
  const both = [criteria.criterion1, criteria.criterion2].filter((criterion) => criterion !== undefined);
  return element(
    'customFilters',
    { and: both.length > 1 && criteria.operator !== 'Or' ? 1 : undefined },
    both.map(customXml).join(''),
  );
}

const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '>': 'greaterThan',
  '<': 'lessThan',
  '>=': 'greaterThanOrEqual',
  '<=': 'lessThanOrEqual',
};

function customXml(criterion: string): string {
  const match = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(criterion);
  return element('customFilter', {
    operator: match?.[1] && match[1] !== '=' ? OPERATORS[match[1]] : undefined,
    val: match?.[2] || ' ',
  });
}

/** A table of a file; `id` becomes its id in the model. Null when the part is no table that can be placed. */
export function readTable(root: XmlNode, id: number): Table | null {
  const node = child(root, 'table');
  const range = parseA1(attribute(node, 'ref') ?? '');
  if (!node || !range) return null;
  const name = attribute(node, 'displayName') ?? attribute(node, 'name') ?? `Table${id}`;
  const style = child(node, 'tableStyleInfo');
  const filters = readFilters(node);
  return {
    id,
    name,
    range,
    columns: children(node, 'tableColumns', 'tableColumn').map((column, index) => {
      const formula = content(child(column, 'calculatedColumnFormula'));
      return {
        id: index + 1,
        name: unescapeName(attribute(column, 'name') ?? ''),
        ...(formula ? { calculatedFormula: shownFormula(formula) } : {}),
      };
    }),
    style: attribute(style, 'name') ?? '',
    showHeaders: attribute(node, 'headerRowCount') !== '0',
    showTotals: Number(attribute(node, 'totalsRowCount') ?? 0) > 0,
    showBandedRows: flag(style, 'showRowStripes'),
    showFilterButton: child(node, 'autoFilter') !== undefined,
    ...(filters ? { filters } : {}),
  };
}

function readFilters(node: XmlNode): Table['filters'] {
  const found: NonNullable<Table['filters']> = {};
  for (const column of children(node, 'autoFilter', 'filterColumn')) {
    const criteria = readCriteria(column);
    if (criteria) found[Number(attribute(column, 'colId') ?? 0)] = criteria;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function readCriteria(column: XmlNode): Criteria | null {
  const values = child(column, 'filters');
  if (values)
    return {
      kind: 'values',
      values: [
        ...children(values, 'filter').map((one) => attribute(one, 'val') ?? ''),
        ...(flag(values, 'blank') ? [''] : []),
      ],
    };
  const custom = child(column, 'customFilters');
  const [criterion1, criterion2] = children(custom, 'customFilter').map((one) => {
    const sign =
      Object.entries(OPERATORS).find(([, name]) => name === (attribute(one, 'operator') ?? 'equal'))?.[0] ?? '=';
    return `${sign}${(attribute(one, 'val') ?? '').replace(/^ $/, '')}`;
  });
  if (criterion1 === undefined) return null;
  return {
    kind: 'custom',
    criterion1,
    ...(criterion2 === undefined ? {} : { criterion2, operator: flag(custom, 'and') ? 'And' : 'Or' }),
  };
}

/** Line breaks in a column's name are written as _x000a_ there. */
function escapeName(name: string): string {
  return name
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\n\r\t]/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}

function unescapeName(name: string): string {
  return name.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}
