import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { EVENT } from '../../../src/workbench/host/events';
import { runtimeFile } from '../../../src/workbench/host/loadRuntime';
import { KINDS, registry } from '../../../src/workbench/host/registry';
import { wireName, type WireBody } from '../../../src/workbench/host/wire';
import { cellsOf, onHost, type OnHost } from './onHost';

/** Bodies of what the runtime sends, in order. */
function recorded(host: OnHost): WireBody[] {
  const bodies: WireBody[] = [];
  const { bridge } = host.host;
  const send = bridge.sendMessageToHost.bind(bridge);
  bridge.sendMessageToHost = (json) => {
    bodies.push((JSON.parse(json) as { message: { body: WireBody } }).message.body);
    send(json);
  };
  return bodies;
}

describe('the runtime’s requests keep their shape', () => {
  test('a range is kept by reference, then used by it, then given back', async () => {
    const host = onHost();
    const bodies = recorded(host);
    await host.run(async (context) => {
      const range = cellsOf(context, 'A1').load('values');
      await context.sync();
      range.values = [[5]];
      await context.sync();
    });
    await host.host.settled();
    expect(bodies[0]).toMatchObject({
      AutoKeepReference: true,
      Actions: [
        { ActionType: 1, Name: '', ObjectPathId: 1 },
        { ActionType: 1, ObjectPathId: 3 },
        { ActionType: 1, ObjectPathId: 5 },
        { ActionType: 1, ObjectPathId: 7 },
        { ActionType: 3, Name: '_KeepReference', ObjectPathId: 7, ArgumentInfo: { Arguments: [] } },
        { ActionType: 1, ObjectPathId: 7 },
        { ActionType: 2, ObjectPathId: 7, QueryInfo: { Select: ['values'] } },
      ],
      ObjectPaths: {
        1: { ObjectPathType: 1, Name: '' },
        3: { ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
        5: { ObjectPathType: 5, Name: '', ParentObjectPathId: 3, ArgumentInfo: { Arguments: ['Sheet1'] } },
        7: { ObjectPathType: 3, Name: 'GetRange', ParentObjectPathId: 5, ArgumentInfo: { Arguments: ['A1'] } },
      },
    });
    expect(bodies[1]).toMatchObject({
      Actions: [
        { ActionType: 1, ObjectPathId: 7 },
        { ActionType: 4, Name: 'Values', ObjectPathId: 7, ArgumentInfo: { Arguments: [[[5]]] } },
      ],
      ObjectPaths: { 7: { ObjectPathType: 6, Name: '{ref-1}' } },
    });
    expect(bodies[2]?.Actions.at(-1)).toMatchObject({
      ActionType: 3,
      Name: '_RemoveReference',
      ArgumentInfo: { Arguments: ['{ref-1}'] },
    });
  });

  test('a proxy as an argument comes as its path id, with the id beside it; inside an object as _ObjectPathId', async () => {
    const host = onHost();
    const bodies = recorded(host);
    await host.run(async (context) => {
      const range = cellsOf(context, 'A1:A2');
      context.workbook.tables.add(range, true);
      cellsOf(context, 'C1').dataValidation.rule = { list: { inCellDropDown: true, source: range } };
      await context.sync();
    });
    const [body] = bodies;
    const add = Object.values(body?.ObjectPaths ?? {}).find((path) => path.Name === 'Add');
    expect(add?.ArgumentInfo?.ReferencedObjectPathIds).toEqual([add?.ArgumentInfo?.Arguments?.[0], 0]);
    const rule = body?.Actions.find((action) => action.Name === 'Rule');
    expect(rule?.ArgumentInfo).toMatchObject({
      Arguments: [{ list: { inCellDropDown: true, source: { _ObjectPathId: add?.ArgumentInfo?.Arguments?.[0] } } }],
    });
  });

  test('collections are selected without “items”, item proxies are found again by their id', async () => {
    const host = onHost();
    const bodies = recorded(host);
    await host.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      sheets.items[0]?.load('position');
      await context.sync();
    });
    expect(bodies[0]?.Actions.at(-1)).toMatchObject({ ActionType: 2, QueryInfo: { Select: ['name'] } });
    expect(Object.values(bodies[1]?.ObjectPaths ?? {})).toContainEqual(
      expect.objectContaining({
        ObjectPathType: 5,
        ArgumentInfo: expect.objectContaining({ Arguments: [host.first.id] }),
      }),
    );
  });

  test('an event is registered by a method and confirmed by a trace', async () => {
    const host = onHost();
    const bodies = recorded(host);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').onChanged.add(async () => undefined);
      await context.sync();
    });
    expect(bodies[0]?.Actions.slice(-2)).toMatchObject([
      { ActionType: 3, Name: '_RegisterDataChangedEvent', ArgumentInfo: { Arguments: [] } },
      { ActionType: 5, Name: 'Trace', ObjectPathId: 0 },
    ]);
  });

  test('the event numbers are those of the runtime', () => {
    const source = readFileSync(runtimeFile(), 'utf8');
    const numberOf = (name: string, cls: string): number => {
      const start = source.indexOf(`Object.defineProperty(${cls}.prototype, "${name}"`);
      return Number(/eventType: (\d+)/.exec(source.slice(start, start + 1500))?.[1]);
    };
    expect({
      changed: numberOf('onChanged', 'WorksheetCollection'),
      activated: numberOf('onActivated', 'WorksheetCollection'),
      deactivated: numberOf('onDeactivated', 'WorksheetCollection'),
      added: numberOf('onAdded', 'WorksheetCollection'),
      selectionChanged: numberOf('onSelectionChanged', 'Worksheet'),
      deleted: numberOf('onDeleted', 'WorksheetCollection'),
      tableSelectionChanged: numberOf('onSelectionChanged', 'Table'),
      tableChanged: numberOf('onChanged', 'Table'),
      tableAdded: numberOf('onAdded', 'TableCollection'),
      tableDeleted: numberOf('onDeleted', 'TableCollection'),
      workbookSelectionChanged: Number(/office10EventIdDocumentSelectionChangedEvent = (\d+)/.exec(source)?.[1]),
    }).toEqual(EVENT);
  });
});

describe('the registry names only what Excel has', () => {
  const { Excel } = onHost();
  const classes = Excel as unknown as Record<
    string,
    { prototype: Record<string, unknown> & { _scalarPropertyNames?: string[] } }
  >;
  const WIRE_ONLY = /^(gridlines|headings|_.*)$/;
  /** ConditionalRangeFill and the like are classes of their own; scoped tables share the row of all tables. */
  const kinds = KINDS.filter((kind) => kind !== 'Null' && kind !== 'DocumentProperties');

  test.each(kinds)('%s', (kind) => {
    const prototype = classes[kind]?.prototype;
    expect(prototype).toBeDefined();
    const row = registry(kind);
    const members = [
      ...Object.keys(row.methods ?? {}),
      ...Object.keys(row.scalars ?? {}),
      ...Object.keys(row.navigations ?? {}),
    ];
    const generic =
      row.itemKind === undefined
        ? []
        : ['getItem', 'getItemAt', 'getItemOrNullObject', 'getCount', 'getFirst', 'count'];
    const unknown = members.filter(
      (member) => !WIRE_ONLY.test(member) && !generic.includes(member) && !(prototype && member in prototype),
    );
    expect(unknown).toEqual([]);
    for (const event of Object.keys(row.events ?? {}))
      if (kind !== 'Workbook') expect(prototype && `_Register${event}` in prototype).toBe(true);
  });

  test('what is above ExcelApi 1.9 is marked, by the type definitions', () => {
    const file = require.resolve('@types/office-js/index.d.ts');
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const sets = new Map<string, number>();
    const setOf = (node: ts.Node): number | undefined => {
      const text = ts
        .getJSDocCommentsAndTags(node)
        .map((tag) => tag.getText())
        .join('\n');
      const found = /\[Api set: (ExcelApi\w*) 1\.(\d+)/.exec(text);
      return found ? (found[1] === 'ExcelApi' ? Number(found[2]) : 99) : undefined;
    };
    const walk = (node: ts.Node): void => {
      if (ts.isModuleDeclaration(node) && node.name.text !== 'Excel' && node.parent === source) return;
      if (ts.isClassDeclaration(node) && node.name) {
        const cls = node.name.text;
        for (const member of node.members)
          if (member.name) sets.set(`${cls}.${member.name.getText()}`, setOf(member) ?? setOf(node) ?? 0);
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
    const tooNew = kinds.flatMap((kind) => {
      const row = registry(kind);
      const members = [
        ...Object.keys(row.methods ?? {}),
        ...Object.keys(row.scalars ?? {}),
        ...Object.keys(row.navigations ?? {}),
      ];
      return members
        .filter((member) => (sets.get(`${kind}.${member}`) ?? 0) > 9 && row.since?.[member] === undefined)
        .map((member) => `${kind}.${member}`);
    });
    expect(tooNew).toEqual([]);
    expect(sets.get('Table.resize')).toBe(13);
    expect(sets.size).toBeGreaterThan(2000);
    expect(wireName('values')).toBe('Values');
  });
});
