// The sheets without a table that follow from the tables: the overview is made again where it is lost or broken, others are named. Knows no table.
import type { Problem } from '../../core/ground/problem';
import { text, type Language } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import type { PlanStep, UnfinishedPrefix } from '../../workbook/contract/plan';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { standingPlaces } from '../../workbook/sheets/overviewPlaces';
import { overviewMade } from '../../workbook/sheets/overviewSheet';
import { madeSheetCalled } from '../run/sheetsMade';
import { misnamedOnOverview, overviewIn } from './overviewLinks';
import { everyTable, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { UpgradePlan } from '../../workbook/upgrade/upgradePlan';

/** What becomes of sheets that hold no table. */
export interface SheetsUpgrade {
  readonly steps: readonly PlanStep[];
  readonly notices: readonly Problem[];
  /** Name of the overview, when it is made. */
  readonly made: string | null;
}

const BROKEN = '#REF!';
const UNFINISHED: UnfinishedPrefix = '~';

/** Sheets without a table, with the number of cells on them that lead nowhere. */
function brokenSheets({ sheets, tables }: WorkbookSnapshot): { readonly name: string; readonly cells: number }[] {
  const withTable = new Set(everyTable(tables).map(({ sheet }) => sheet));
  return sheets
    .filter(({ name }) => !withTable.has(name))
    .map(({ name, values = [] }) => ({ name, cells: values.flat().filter((cell) => cell === BROKEN).length }))
    .filter(({ cells }) => cells > 0);
}

/** Another version has its figures in other places: nothing tells them from what people wrote, so the former page is kept. */
function keptUnseen(notice: Problem): Problem {
  const { sheet = '', found } = notice;
  return {
    ...notice,
    message: text(
      `“${sheet}”已按新版重做，原表保留为“${found}”：看不出上面有没有手写的内容，核对后可以删除。`,
      `“${sheet}” was made anew as this version has it, and the former one is kept as “${found}”: it cannot be told whether people had written on it, so look it through before you delete it.`,
    ),
  };
}

/** Somebody renamed the former page: it stays as it is, since where its formulas stood is not known. */
function renamedStays(renamed: string, name: string): Problem {
  return {
    code: 'sheet-kept',
    sheet: renamed,
    found: renamed,
    expected: text(`一张“${name}”`, `one “${name}”`),
    message: text(
      `改过名的“${renamed}”原样保留，另做了新的“${name}”：核对上面没有手写的内容后，可以删除“${renamed}”，再把新的改成这个名字。`,
      `“${renamed}”, as the overview was renamed, stays as it is, and a new “${name}” was made: once you see that nobody had written on “${renamed}”, delete it and give its name to the new one.`,
    ),
  };
}

/** The snapshot must have the values of all sheets. What people typed on a former overview is kept, as whenever it is made. */
export function upgradeSheets(
  snapshot: WorkbookSnapshot,
  plan: UpgradePlan,
  now: WallTime,
  language: Language,
): SheetsUpgrade {
  const former = snapshot.sheets.find(({ name }) => name === MADE_SHEETS.Overview.sheet[language]);
  const overview = overviewMade(plan.words(SETTINGS), standingPlaces(plan.outcome), former?.formulaCells);
  const { name } = overview.sheet;
  const broken = brokenSheets(snapshot);
  const standing = overviewIn(snapshot.sheets);
  const renamed = standing && madeSheetCalled(standing.name) === null ? standing.name : null;
  const needed =
    plan.version < SCHEMA_VERSION ||
    snapshot.sheets.some((sheet) => sheet.name === UNFINISHED + name) ||
    (standing?.name !== name && renamed === null) ||
    broken.some((sheet) => sheet.name === standing?.name) ||
    misnamedOnOverview(snapshot) !== null;
  const placing = needed ? placeMadeSheet(snapshot, overview, now, language) : { steps: [], notices: [] };
  const older = plan.version < SCHEMA_VERSION;
  const kept = placing.notices.map((notice) => (older && notice.code === 'sheet-kept' ? keptUnseen(notice) : notice));
  const others = broken
    .filter((sheet) => sheet.name !== name)
    .map(({ name: sheet, cells }): Problem => ({
      code: 'broken-cells',
      sheet,
      expected: text('没有 #REF!', 'no #REF!'),
      found: BROKEN,
      message: text(
        `工作表“${sheet}”有 ${cells} 处 #REF!：是本加载项生成的，请重新生成；自己写的公式，请改正。`,
        `Sheet “${sheet}” has ${cells} cells with #REF!: make it again if the add-in made it; else mend the formulas.`,
      ),
    }));
  const two = needed && renamed !== null ? [renamedStays(renamed, name)] : [];
  return { steps: placing.steps, notices: [...kept, ...two, ...others], made: needed ? name : null };
}
