// What people and other programs do to a campaign workbook's structure, as random data, and how it is done through Office.js.
import fc from 'fast-check';

/** Numbers choose among what there is at that moment. */
export interface Damage {
  readonly kind:
    | 'deleteColumn'
    | 'deleteSheet'
    | 'renameColumn'
    | 'moveColumn'
    | 'deleteName'
    | 'deleteSetting'
    | 'clearValidation'
    | 'clearColours'
    | 'textFormat'
    | 'ownColumn'
    | 'sort'
    | 'clearLine';
  readonly table: number;
  readonly column: number;
  readonly worth: number;
}

const kinds: readonly Damage['kind'][] = [
  'deleteColumn',
  'deleteColumn',
  'deleteColumn',
  'deleteSheet',
  'renameColumn',
  'renameColumn',
  'moveColumn',
  'deleteName',
  'deleteSetting',
  'clearValidation',
  'clearColours',
  'textFormat',
  'ownColumn',
  'sort',
  'clearLine',
];

export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    table: fc.nat({ max: 99 }),
    column: fc.nat({ max: 99 }),
    worth: fc.nat({ max: 99 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const NEW_WORDS = [
  (header: string) => `报送${header}`,
  (header: string) => `${header}（新）`,
  () => '登记用',
  (header: string) => ` ${header}`,
];

/** Every batch is one act of a person; a column that is the last of its table, or a name that is taken, is left alone. */
export async function damage(
  run: typeof Excel.run,
  { kind, table: tableNumber, column: columnNumber, worth }: Damage,
): Promise<void> {
  await run(async (context) => {
    const tables = context.workbook.tables.load('items/name,items/worksheet/name,items/columns/items/name');
    const names = context.workbook.names.load('items/name');
    await context.sync();
    const table = tables.items[tableNumber % tables.items.length];
    if (!table) return;
    const headers = table.columns.items.map(({ name }) => name);
    const header = headers[columnNumber % headers.length] ?? '';
    const column = table.columns.getItem(header);
    const body = column.getDataBodyRange();
    if (kind === 'deleteColumn' && headers.length > 2) column.delete();
    else if (kind === 'deleteSheet' && tables.items.length > 8) table.worksheet.delete();
    else if (kind === 'renameColumn') {
      const words = NEW_WORDS[worth % NEW_WORDS.length]?.(header) ?? header;
      if (!headers.includes(words)) column.name = words;
    } else if (kind === 'moveColumn' && headers.length > 2) {
      const cells = body.load('formulas');
      const format = body.getCell(0, 0).load('numberFormat');
      await context.sync();
      column.delete();
      const moved = table.columns.add(undefined, undefined, header).getDataBodyRange();
      moved.numberFormat = String((format.numberFormat as unknown[][])[0]?.[0]) as unknown as string[][];
      moved.values = (cells.formulas as unknown[][]).map((row) =>
        row.map((cell) => (String(cell).includes('[') ? '' : cell)),
      );
    } else if (kind === 'deleteName') names.items[worth % Math.max(1, names.items.length)]?.delete();
    else if (kind === 'deleteSetting' && tables.items.some(({ name }) => name === 'Settings'))
      context.workbook.tables
        .getItem('Settings')
        .rows.getItemAt(worth % 20)
        .delete();
    else if (kind === 'clearValidation') body.dataValidation.clear();
    else if (kind === 'clearColours') table.getDataBodyRange().conditionalFormats.clearAll();
    else if (kind === 'textFormat') body.numberFormat = (worth % 2 === 0 ? '@' : 'General') as unknown as string[][];
    else if (kind === 'ownColumn' && !headers.includes(`自加${worth}`)) {
      const own = table.columns.add(columnNumber % headers.length, undefined, `自加${worth}`).getDataBodyRange();
      own.getCell(0, 0).values = [[`内容${worth}`]];
    } else if (kind === 'sort') table.sort.apply([{ key: columnNumber % headers.length, ascending: worth % 2 === 0 }]);
    else if (kind === 'clearLine') table.worksheet.getRange('A3:C3').clear('Contents');
    await context.sync();
  });
}
