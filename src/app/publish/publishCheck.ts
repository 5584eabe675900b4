// Looks at every made sheet as it stands now, also at what people typed into it, and says which may leave the office. Changes no cell.
import type { PublicCell } from '../../core/awards/publicCell';
import { findPersonalData } from '../../core/ground/personalData';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { PALETTE } from '../../workbook/contract/palette';
import type { PlanStep } from '../../workbook/contract/plan';
import { everyTable, type SheetSnapshot } from '../../workbook/contract/snapshot';
import { MADE_SHEETS, madeSheetCalled } from '../../workbook/sheets/madeSheets';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Decision, Situation } from '../run/runJob';
import { cellsOfRows, guardedCells } from './publicPage';
import { staleSheets } from './sourceMark';
import type { PublishCheckResults, SheetVerdict } from './publishCheckJob';

/** Its tab is of this colour as long as it must not leave the office; the absence of it promises nothing. */
const UNFIT_TAB = '#C00000';

export interface SheetFindings {
  readonly verdicts: readonly SheetVerdict[];
  readonly problems: readonly Problem[];
}

/** On a notice the office's own line is what it is for: landlines beside 受理单位 are meant to be read. */
function ownLines(cells: readonly PublicCell[]): string {
  return cells
    .filter(({ text: words }) => /受理单位|联系方式|Contact:/.test(words))
    .flatMap(({ text: words }) => findPersonalData(words).filter(({ kind }) => kind === 'landline'))
    .map(({ plain }) => plain)
    .join(' ');
}

function madeSheetFindings(sheet: SheetSnapshot, situation: Situation): SheetFindings | null {
  const kind = madeSheetCalled(sheet.name);
  const reach = kind && MADE_SHEETS[kind].reach;
  if (!kind || !reach || reach === 'office' || !sheet.values) return null;
  const cells = cellsOfRows(sheet.name, sheet.values);
  const contact = kind === 'Notice' ? ownLines(cells) : '';
  const problems = guardedCells(cells, situation.campaign, { contact, names: reach === 'public', standing: true });
  return { verdicts: [verdictOf(sheet.name, kind, reach, problems)], problems };
}

function verdictOf(
  sheet: string,
  kind: string,
  reach: SheetVerdict['reach'],
  problems: readonly Problem[],
): SheetVerdict {
  const cells = [...new Set(problems.map(({ row }) => String(row)))];
  return { sheet, kind, reach, fit: problems.length === 0, cells };
}

/** Judges get their tabs as files: names may stand in a title, numbers may not. */
function judgeTabFindings({ snapshot, campaign }: Situation): SheetFindings[] {
  return everyTable(snapshot.tables)
    .filter(({ name }) => name.startsWith(SCORE_TABLE_PREFIX))
    .map((table) => {
      const above = Array.from({ length: table.top + 1 }, () => []);
      const rows = table.values.map((row) => [...Array.from({ length: table.left }, () => null), ...row]);
      const problems = guardedCells(cellsOfRows(table.sheet, [...above, ...rows]), campaign, {
        names: false,
        standing: true,
      });
      return { verdicts: [verdictOf(table.sheet, '', 'circulated', problems)], problems };
    });
}

/** Every made sheet that leaves the office, and every judge's tab. Kept copies of former sheets count, too. */
export function sheetFindings(situation: Situation): SheetFindings {
  const all = [
    ...situation.snapshot.sheets.flatMap((sheet) => madeSheetFindings(sheet, situation) ?? []),
    ...judgeTabFindings(situation),
  ];
  return { verdicts: all.flatMap(({ verdicts }) => verdicts), problems: all.flatMap(({ problems }) => problems) };
}

/** Red where a sheet must not leave, and no longer red where it may again. */
function tabSteps(verdicts: readonly SheetVerdict[], { snapshot }: Situation): PlanStep[] {
  const colourOf = new Map(snapshot.sheets.map(({ name, tabColor }) => [name, tabColor ?? '']));
  return verdicts.flatMap(({ sheet, kind, fit }): PlanStep[] => {
    const red = colourOf.get(sheet)?.toUpperCase() === UNFIT_TAB;
    if (kind === '' || fit === !red) return [];
    return [{ kind: 'tabColor', sheet, color: fit ? PALETTE.accent : UNFIT_TAB }];
  });
}

/** Job 'publish-check'. Findings are problems; the tabs of sheets that must not leave turn red. */
export function decidePublishCheck(situation: Situation): Decision<PublishCheckResults> {
  const { verdicts, problems } = sheetFindings(situation);
  const unfit = verdicts.filter(({ fit }) => !fit);
  const names = (of: readonly SheetVerdict[]): string => of.map(({ sheet }) => `“${sheet}”`).join('、');
  const pages = verdicts.filter(({ kind }) => kind !== '');
  const fitPages = pages.filter(({ fit, reach }) => fit && reach === 'public');
  const message =
    pages.length === 0
      ? text('还没有生成的表可以核对。', 'No sheet has been made yet that could be checked.')
      : unfit.length === 0
        ? text(
            `看过 ${verdicts.length} 张表。可公开：${names(fitPages) || '无'}；其余限内部传阅。改动后请再核对。`,
            `${verdicts.length} sheets looked at. Fit to publish: ${names(fitPages) || 'none'}; the others are for circulation only. Check again after changes.`,
          )
        : text(
            `不可公开：${names(unfit)}，共 ${problems.length} 处，逐格见下。`,
            `Not fit to leave the office: ${names(unfit)}, ${problems.length} ${problems.length === 1 ? 'cell' : 'cells'}, named below.`,
          );
  return {
    steps: tabSteps(verdicts, situation),
    changed: {},
    problems,
    notices: staleSheets(situation),
    results: { sheets: verdicts, unfit: unfit.length },
    message,
  };
}
