// Lets formulas ride along when a person copies or fills cells: the grid's own copying takes values only.
// Where a formula came from stays written in its tag; whoever takes the change over shifts it by the distance.
import type { ICellData, Nullable } from '@univerjs/core';
import { AUTO_FILL_APPLY_TYPE, IAutoFillService, SetRangeValuesMutation } from '@univerjs/sheets';
import { COPY_TYPE, ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE } from '@univerjs/sheets-ui';
import { formulaTagOf } from './cellData';
import type { GridWorkbook } from './gridWorkbook';
import type { GridEngine } from './univerEngine';

/** After the grid's own hooks, so that the formula comes last and stays. */
const LAST = 1_000;

/** Formulas follow their cells when they are pasted or filled, as in Excel. */
export function connectCarriedFormulas(engine: GridEngine, workbook: GridWorkbook): void {
  carryOnPaste(engine, workbook);
  carryOnFill(engine);
}

const NOTHING = { redos: [], undos: [] };
const WITH_FORMULAS: readonly string[] = [
  PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE,
  PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_FORMULA,
  PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_BESIDES_BORDER,
];

function carryOnPaste(engine: GridEngine, workbook: GridWorkbook): void {
  engine.injector.get(ISheetClipboardService).addClipboardHook({
    id: 'carried-formulas',
    priority: LAST,
    onPasteCells(from, to, data, { copyType, pasteType }) {
      if (!from || copyType === COPY_TYPE.CUT || !WITH_FORMULAS.includes(String(pasteType))) return NOTHING;
      const [source, target] = [workbook.worksheet(from.subUnitId), workbook.worksheet(to.subUnitId)];
      if (!source || !target) return NOTHING;
      const pasted: Record<number, Record<number, ICellData>> = {};
      const before: Record<number, Record<number, ICellData>> = {};
      data.forValue((row, column) => {
        const [fromRow, fromColumn] = [wrapped(from.range.rows, row), wrapped(from.range.cols, column)];
        const [toRow, toColumn] = [to.range.rows[row], to.range.cols[column]];
        if (fromRow === undefined || fromColumn === undefined || toRow === undefined || toColumn === undefined) return;
        const tag = formulaTagOf(source.getCellRaw(fromRow, fromColumn));
        if (!tag) return;
        (pasted[toRow] ??= {})[toColumn] = { custom: { ...tag } };
        const old = target.getCellRaw(toRow, toColumn);
        (before[toRow] ??= {})[toColumn] = { v: old?.v ?? null, t: old?.t ?? null, custom: old?.custom ?? null };
      });
      if (Object.keys(pasted).length === 0) return NOTHING;
      const ids = { unitId: to.unitId, subUnitId: to.subUnitId };
      return {
        redos: [{ id: SetRangeValuesMutation.id, params: { ...ids, cellValue: pasted } }],
        undos: [{ id: SetRangeValuesMutation.id, params: { ...ids, cellValue: before } }],
      };
    },
  });
}

/** A range that is pasted into a larger one repeats. */
const wrapped = (lines: readonly number[], index: number): number | undefined => lines[index % lines.length];

function carryOnFill(engine: GridEngine): void {
  const repeat = ({ data }: { data: Nullable<ICellData>[] }, length: number): Nullable<ICellData>[] =>
    Array.from({ length }, (_, index) => structuredClone(data[index % data.length] ?? null));
  engine.injector.get(IAutoFillService).registerRule({
    type: 'carriedFormula',
    priority: LAST + 1,
    match: (cell) => formulaTagOf(cell) !== undefined,
    isContinue: (previous, cell) => previous.type === 'carriedFormula' && formulaTagOf(cell) !== undefined,
    applyFunctions: {
      [AUTO_FILL_APPLY_TYPE.COPY]: repeat,
      [AUTO_FILL_APPLY_TYPE.SERIES]: repeat,
      [AUTO_FILL_APPLY_TYPE.NO_FORMAT]: repeat,
    },
  });
}
