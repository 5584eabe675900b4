// The one workbook that the grid holds, as plain commands: the only file that says the grid's mutation ids.
// Everything it does is marked as its own, so that whoever listens for a person's edits can tell the two apart.
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UndoCommand,
  UniverInstanceType,
} from '@univerjs/core';
import type { ICellData, IMutationInfo, IWorksheetData, Workbook, Worksheet } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { Range } from '../model/book';
import { areaOfGrid, toGridRange } from './sheetShape';
import type { GridEngine } from './univerEngine';

const UNIT = 'book';

export class GridWorkbook {
  private writing = 0;
  private undoing = false;
  private readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;

  constructor(private readonly engine: GridEngine) {
    this.commands = engine.injector.get(ICommandService);
    this.instances = engine.injector.get(IUniverInstanceService);
    this.commands.beforeCommandExecuted(({ id }) => void (this.undoing ||= id === UndoCommand.id));
    this.commands.onCommandExecuted(({ id }) => void (this.undoing &&= id !== UndoCommand.id));
  }

  /** True while the grid is being brought up to date by the program, false when a person does something. */
  get isWriting(): boolean {
    return this.writing > 0;
  }

  /** Runs `work`; whatever the grid reports meanwhile is the program's own doing. */
  asProgram<Result>(work: () => Result): Result {
    this.writing++;
    try {
      return work();
    } finally {
      this.writing--;
    }
  }

  /** Throws the old workbook away and shows these sheets. At least one of them must be visible. */
  open(name: string, sheets: readonly IWorksheetData[], resources: { name: string; data: string }[]): void {
    this.asProgram(() => {
      if (this.workbook) this.instances.disposeUnit(UNIT);
      this.engine.univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
        id: UNIT,
        name,
        appVersion: '0.25.1',
        styles: {},
        resources,
        sheetOrder: sheets.map((sheet) => sheet.id),
        sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      });
    });
  }

  get workbook(): Workbook | null {
    return this.instances.getUnit<Workbook>(UNIT, UniverInstanceType.UNIVER_SHEET) ?? null;
  }

  worksheet(gridId: string): Worksheet | undefined {
    return this.workbook?.getSheetBySheetId(gridId) ?? undefined;
  }

  get activeGridId(): string | undefined {
    return this.workbook?.getActiveSheet(true)?.getSheetId();
  }

  /** Carries out one mutation on a sheet, as the program. `params` lacks only the ids. */
  mutate<Params extends { unitId: string; subUnitId: string }>(
    mutation: { readonly id: string },
    gridId: string,
    params: Omit<Params, 'unitId' | 'subUnitId'>,
  ): void {
    this.asProgram(() => this.commands.syncExecuteCommand(mutation.id, { ...params, unitId: UNIT, subUnitId: gridId }));
  }

  /** The sheet that is on top stays there: the grid itself would show the new one. */
  insertSheet(index: number, sheet: IWorksheetData): void {
    const onTop = this.activeGridId;
    this.asProgram(() => this.commands.syncExecuteCommand(InsertSheetMutation.id, { unitId: UNIT, index, sheet }));
    if (onTop) this.activate(onTop);
  }

  removeSheet(gridId: string, name: string): void {
    this.asProgram(() =>
      this.commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId: UNIT, subUnitId: gridId, subUnitName: name }),
    );
  }

  activate(gridId: string): void {
    this.mutate(SetWorksheetActiveOperation, gridId, {});
  }

  select(gridId: string, range: Range): void {
    this.asProgram(() => this.choose(gridId, range));
  }

  /** Writes cells in a person's name, so that whoever listens takes them over and undo takes them back, and chooses these cells. The sheet grows as needed. */
  writeAsPerson(gridId: string, cellValue: Record<number, Record<number, ICellData>>, chosen: Range): void {
    const worksheet = this.worksheet(gridId);
    if (!worksheet) return;
    const [rowCount, columnCount] = [chosen.row + chosen.rows, chosen.column + chosen.columns];
    if (worksheet.getRowCount() < rowCount) this.mutate(SetWorksheetRowCountMutation, gridId, { rowCount });
    if (worksheet.getColumnCount() < columnCount) this.mutate(SetWorksheetColumnCountMutation, gridId, { columnCount });
    const params = { unitId: UNIT, subUnitId: gridId, cellValue };
    const undo = SetRangeValuesUndoMutationFactory(this.engine.injector, params);
    for (const line of Object.values(undo.cellValue as Record<number, Record<number, ICellData>>))
      for (const cell of Object.values(line)) delete cell.s;
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
    this.engine.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: UNIT,
      undoMutations: [{ id: SetRangeValuesMutation.id, params: undo }],
      redoMutations: [{ id: SetRangeValuesMutation.id, params: structuredClone(params) }],
    });
    this.choose(gridId, chosen);
  }

  hasMerges(gridId: string, range: Range): boolean {
    const { startRow, endRow, startColumn, endColumn } = toGridRange(range);
    return (
      this.worksheet(gridId)
        ?.getMergeData()
        .some(
          (merge) =>
            merge.startRow <= endRow &&
            merge.endRow >= startRow &&
            merge.startColumn <= endColumn &&
            merge.endColumn >= startColumn,
        ) ?? false
    );
  }

  private choose(gridId: string, range: Range): void {
    const primary = {
      ...toGridRange({ ...range, rows: 1, columns: 1 }),
      actualRow: range.row,
      actualColumn: range.column,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, {
      unitId: UNIT,
      subUnitId: gridId,
      selections: [{ range: toGridRange(range), primary, style: null }],
      reveal: true,
    });
  }

  /** The first of the cells that are chosen on a sheet. */
  selection(gridId: string): Range | undefined {
    const range = this.engine.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(UNIT)
      .getSelectionsOfWorksheet(gridId)?.[0]?.range;
    return range && areaOfGrid(range);
  }

  /** What the grid itself holds on a sheet; styles are spelled out. */
  cells(gridId: string): { row: number; column: number; data: ICellData }[] {
    const styles = this.workbook?.getStyles();
    const cells: { row: number; column: number; data: ICellData }[] = [];
    this.worksheet(gridId)
      ?.getCellMatrix()
      .forValue((row, column, data) => {
        if (data) cells.push({ row, column, data: { ...data, s: styles?.getStyleByCell(data) } });
      });
    return cells;
  }

  /** Puts the tabs into this order. */
  order(gridIds: readonly string[]): void {
    gridIds.forEach((gridId, toOrder) => {
      const fromOrder = this.workbook?.getSheetOrders().indexOf(gridId) ?? -1;
      if (fromOrder >= 0 && fromOrder !== toOrder)
        this.mutate(SetWorksheetOrderMutation, gridId, { fromOrder, toOrder });
    });
  }

  /** What was done before can no longer be undone: the sheets have changed under it. */
  forgetUndo(): void {
    this.engine.injector.get(IUndoRedoService).clearUndoRedo(UNIT);
  }

  /** True while a person takes something back, with Ctrl+Z or the button. */
  get isUndoing(): boolean {
    return this.undoing;
  }

  /** Reports each mutation and operation after it has run; not the program's own. */
  onPersonal(listener: (command: IMutationInfo) => void): void {
    this.commands.onCommandExecuted((command) => {
      const params = command.params as { unitId?: string } | undefined;
      if (this.writing === 0 && params?.unitId === UNIT) listener({ id: command.id, params: command.params ?? {} });
    });
  }
}
