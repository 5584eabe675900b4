// 首页 and 报送矩阵 are formulas throughout: cells in which something else stands now, named by sheet. Changes nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { columnName } from '../../workbook/contract/a1';
import type { SheetSnapshot } from '../../workbook/contract/snapshot';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { matrixFormulaCells } from '../../workbook/sheets/matrixLive';
import { standingPlaces } from '../../workbook/sheets/overviewPlaces';
import { overviewMade } from '../../workbook/sheets/overviewSheet';
import { isIn, plannedFormulas } from '../../workbook/sheets/typedOverFormulas';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { Situation } from '../run/runJob';

type Cells = ReturnType<typeof plannedFormulas>;

/** As many are named one by one. */
const MOST = 5;

/** Where 首页 has its formulas; none where rows or columns moved, as formulas stand elsewhere too: 首页 counts them itself and marks them. */
function overviewCells({ formulaCells = [] }: SheetSnapshot, { snapshot, words }: Situation): Cells {
  const planned = plannedFormulas(overviewMade(words(SETTINGS), standingPlaces(snapshot)).sheet);
  const known = new Set(planned.map(({ row, column }) => `${row},${column}`));
  const moved = formulaCells.some(({ row, column, rows, columns }) =>
    Array.from(
      { length: rows * columns },
      (_, at) => `${row + Math.floor(at / columns)},${column + (at % columns)}`,
    ).some((place) => !known.has(place)),
  );
  return moved ? [] : planned;
}

function problemOf({ name, values = [] }: SheetSnapshot, cells: Cells, mend: Text): Problem {
  const said = cells.slice(0, MOST).map((cell) => ({
    at: `${columnName(cell.column)}${cell.row + 1}`,
    holds: String(values[cell.row]?.[cell.column] ?? ''),
  }));
  const list = said.map(({ at, holds }) => `${at}“${holds}”`);
  const more = cells.length > MOST;
  const [first] = said;
  return {
    code: 'made-sheet-typed',
    sheet: name,
    row: first?.at ?? '',
    found: first?.holds ?? '',
    expected: text('公式', 'a formula'),
    message: text(
      `“${name}”有 ${cells.length} 处公式被手改，不再自动更新：${list.join('、')}${more ? ' 等' : ''}。${mend.zh}`,
      `Formulas of “${name}” were typed over and no longer follow: ${list.join(', ')}${more ? `, ${cells.length} in all` : ''}. ${mend.en}`,
    ),
  };
}

/** One problem a sheet. Nothing of a workbook of another version, whose 首页 has its formulas elsewhere, nor of protected sheets. */
export function typedOverPages(situation: Situation): Problem[] {
  const { snapshot, campaign } = situation;
  if (campaign.settings.schemaVersion !== SCHEMA_VERSION) return [];
  const pages: readonly (readonly [Text, (sheet: SheetSnapshot) => Cells, Text])[] = [
    [
      MADE_SHEETS.Overview.sheet,
      (sheet) => overviewCells(sheet, situation),
      text('请点“重做首页”，手填的留在旧表里。', 'Make the overview again; what was typed stays on the former one.'),
    ],
    [
      MADE_SHEETS.Matrix.sheet,
      ({ values = [] }) => matrixFormulaCells(values),
      text('请重新“生成报送矩阵”。', 'Make the matrix again.'),
    ],
  ];
  return pages.flatMap(([{ zh, en }, cellsOf, mend]) => {
    const sheet = snapshot.sheets.find(({ name }) => name === zh || name === en);
    const formulas = sheet?.formulaCells;
    if (!sheet || !formulas) return [];
    const lost = cellsOf(sheet).filter((cell) => !isIn(formulas, cell));
    return lost.length === 0 ? [] : [problemOf(sheet, lost, mend)];
  });
}
