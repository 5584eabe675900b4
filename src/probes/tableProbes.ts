// Questions about tables and places: how they are found, grown, filtered and cut, as the product does it.
import { probeTable, type Probe } from './probe';

/** Part of `PROBES`. */
export const TABLE_PROBES: readonly Probe[] = [
  {
    id: 'parts-of-a-table',
    zh: '按名字找到表格、列与行',
    en: 'a table, its columns and rows found by name',
    needs: '1.9',
    ask: async (context, sheet) => {
      probeTable(sheet, [
        ['a', 'b'],
        [1, 'x'],
        [2, 'y'],
      ]);
      await context.sync();
      const { tables } = context.workbook;
      const table = tables.getItem('ProbeTable');
      const none = tables.getItemOrNullObject('ProbeMissing').load('name');
      table.showBandedRows = false;
      table.style = 'TableStyleLight1';
      const columns = table.columns.load('count,items/name');
      const first = table.columns.getItemAt(0).load('name');
      const b = table.columns.getItem('b');
      const cells = b.getDataBodyRange().load('values');
      const head = b.getHeaderRowRange().load('values');
      const whole = b.getRange().load('rowCount');
      const heads = table.getHeaderRowRange().load('values');
      const rows = table.rows.load('count');
      const second = table.rows.getItemAt(1).getRange().load('values');
      const home = table.worksheet.load('name');
      const here = sheet.getRange('B2').getTables(false).load('items/name');
      table.load('style,showBandedRows,showTotals');
      await context.sync();
      return {
        missing: none.isNullObject,
        columns: [columns.count, first.name, ...columns.items.map(({ name }) => name)],
        cells: [cells.values, head.values, heads.values, second.values] as never,
        rows: [rows.count, whole.rowCount],
        home: home.name.startsWith('Probe'),
        here: here.items.map(({ name }) => name),
        looks: [table.style, table.showBandedRows, table.showTotals],
      };
    },
  },
  {
    id: 'column-added-to-a-table',
    zh: '在表格里加一列',
    en: 'a column added inside a table',
    needs: '1.9',
    ask: async (context, sheet) => {
      const table = probeTable(sheet, [
        ['a', 'b'],
        [1, 2],
      ]);
      table.columns.add(1, undefined, 'new');
      table.columns.load('items/name');
      await context.sync();
      return table.columns.items.map(({ name }) => name);
    },
  },
  {
    id: 'filter-hides-rows',
    zh: '筛选后按单元格写入',
    en: 'cells written while a filter hides rows',
    needs: '1.9',
    ask: async (context, sheet) => {
      const table = probeTable(sheet, [
        ['a', 'b'],
        ['x', 1],
        ['y', 2],
      ]);
      table.columns.getItemAt(0).filter.applyValuesFilter(['y']);
      const filter = table.autoFilter.load('isDataFiltered');
      const hidden = sheet.getRange('A2').load('rowHidden');
      await context.sync();
      const before = [filter.isDataFiltered, hidden.rowHidden];
      sheet.getRange('B2:B3').values = [[10], [20]];
      table.clearFilters();
      const cells = sheet.getRange('B2:B3').load('values');
      filter.load('isDataFiltered');
      await context.sync();
      return [before, cells.values as never, filter.isDataFiltered];
    },
  },
  {
    id: 'lines-inserted-and-deleted',
    zh: '插入与删除单元格行',
    en: 'rows of cells inserted and deleted',
    needs: '1.9',
    ask: async (context, sheet) => {
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('A2:B2').insert('Down');
      sheet.getRange('A1:B1').delete('Up');
      const cells = sheet.getRange('A1:A4').load('values');
      await context.sync();
      return cells.values as never;
    },
  },
  {
    id: 'null-leaves-a-cell',
    zh: '写入时 null 表示不动那一格',
    en: 'null in written values leaves the cell',
    needs: '1.9',
    ask: async (context, sheet) => {
      const cells = sheet.getRange('A1:C1');
      cells.values = [[1, 2, 3]];
      cells.values = [[null, '', 4]] as never;
      cells.load('values');
      await context.sync();
      return cells.values as never;
    },
  },
  {
    id: 'filled-cells-found',
    zh: '找到有内容的单元格',
    en: 'filled cells and formulas are found',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('A1:C9');
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.getRange('B2').formulas = [['=A2*2']];
      const used = range.getUsedRangeOrNullObject(true).load('address');
      const formulas = range.getSpecialCellsOrNullObject('Formulas').load('address');
      const none = sheet.getRange('C1:C9').getSpecialCellsOrNullObject('Formulas').load('address');
      await context.sync();
      return [used.address.split('!').at(-1) ?? '', formulas.address.split('!').at(-1) ?? '', none.isNullObject];
    },
  },
  {
    id: 'places-from-places',
    zh: '由区域求行、列、交集与外框',
    en: 'rows, columns, intersections and bounds of ranges',
    needs: '1.9',
    ask: async (context, sheet) => {
      const range = sheet.getRange('B2:D5');
      const places = [
        range.getCell(1, 1),
        range.getRow(1),
        range.getColumn(1),
        range.getLastRow(),
        range.getOffsetRange(1, 0),
        range.getResizedRange(1, -1),
        range.getBoundingRect('F1'),
        range.getIntersection('C1:C3'),
        sheet.getCell(0, 2),
      ].map((place) => place.load('address'));
      const none = range.getIntersectionOrNullObject('H1').load('address');
      const row = range.getEntireRow().load('rowIndex');
      const column = range.getEntireColumn().load('columnIndex');
      range.load('rowIndex,columnIndex,columnCount');
      await context.sync();
      return [
        ...places.map(({ address }) => address.split('!').at(-1) ?? ''),
        none.isNullObject,
        row.rowIndex,
        column.columnIndex,
        range.rowIndex,
        range.columnIndex,
        range.columnCount,
      ];
    },
  },
];
