// Plain text that a person pastes goes in as if it had been typed cell by cell: the cells keep their looks, and the model reads the inputs.
// The grid's own way takes the looks off, makes text of a single number, and lets leading empty cells and rows slip.
import type { ICellData } from '@univerjs/core';
import { ISheetClipboardService, PREDEFINED_HOOK_NAME_PASTE } from '@univerjs/sheets-ui';
import { text } from '../../core/ground/text';
import type { Text } from '../../core/ground/text';
import type { Range } from '../model/book';
import type { InputTag } from './cellData';
import { clipboardRows } from './clipboardText';
import { TEXT } from './gridCodes';
import type { GridWorkbook } from './gridWorkbook';
import type { GridEngine } from './univerEngine';

const PLAIN = 'text/plain';
const AS_VALUES: readonly (string | undefined)[] = [
  undefined,
  PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE,
  PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE,
];
const MERGED = text(
  '粘贴的范围里有合并的单元格：请先取消合并，或只粘贴一个值。',
  'There are merged cells where this would be pasted: unmerge them first, or paste a single value.',
);

/** `refuse` tells a person why nothing was pasted. */
export function connectPastedText(engine: GridEngine, workbook: GridWorkbook, refuse: (why: Text) => void): void {
  const clipboard = engine.injector.get(ISheetClipboardService);
  const [byKeys, byMenu] = [clipboard.legacyPaste.bind(clipboard), clipboard.paste.bind(clipboard)];
  clipboard.legacyPaste = async (html, plain, files) =>
    html || !plain || (files && files.length > 0) ? byKeys(html, plain, files) : pasteText(workbook, plain, refuse);
  clipboard.paste = async (item, pasteType) => {
    const isPlain = item.types.every((type) => type === PLAIN) && AS_VALUES.includes(pasteType);
    return isPlain ? pasteText(workbook, await (await item.getType(PLAIN)).text(), refuse) : byMenu(item, pasteType);
  };
}

function pasteText(workbook: GridWorkbook, plain: string, refuse: (why: Text) => void): boolean {
  const gridId = workbook.activeGridId;
  const chosen = gridId && workbook.selection(gridId);
  if (!gridId || !chosen || plain === '') return false;
  const rows = clipboardRows(plain);
  const merged = workbook.hasMerges(gridId, pastedRange(rows, chosen));
  if (merged && rows.length * (rows[0]?.length ?? 0) > 1) {
    refuse(MERGED);
    return false;
  }
  const at = pastedRange(rows, merged ? { ...chosen, rows: 1, columns: 1 } : chosen);
  workbook.writeAsPerson(gridId, pastedCells(rows, at), merged ? chosen : at);
  return true;
}

/** Where text lands: from the corner of the choice on, repeated when the choice holds it several times. Example: one cell fills a chosen block. */
function pastedRange(rows: readonly (readonly string[])[], chosen: Range): Range {
  const [height, width] = [rows.length, Math.max(...rows.map((row) => row.length))];
  const repeats = chosen.rows % height === 0 && chosen.columns % width === 0;
  return repeats ? chosen : { row: chosen.row, column: chosen.column, rows: height, columns: width };
}

function pastedCells(
  rows: readonly (readonly string[])[],
  { row, column, rows: height, columns: width }: Range,
): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const longest = Math.max(...rows.map((line) => line.length));
  for (let down = 0; down < height; down++) {
    for (let right = 0; right < width; right++) {
      const input = rows[down % rows.length]?.[right % longest];
      if (input === undefined) continue;
      (cells[row + down] ??= {})[column + right] = {
        v: input === '' ? null : input,
        t: TEXT,
        f: null,
        si: null,
        p: null,
        custom: { input } satisfies InputTag,
      };
    }
  }
  return cells;
}
