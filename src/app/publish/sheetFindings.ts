// What a look at every made sheet and every judge’s tab finds of what must not leave the office. Changes no cell.
import type { Syllables } from '../../core/awards/pinyinName';
import type { PublicCell } from '../../core/awards/publicCell';
import { findPersonalData } from '../../core/ground/personalData';
import type { Problem } from '../../core/ground/problem';
import { text, type Language } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { everyTable, type SheetSnapshot } from '../../workbook/contract/snapshot';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { Situation } from '../run/runJob';
import { madeSheetCalled, madeSheetNamed } from '../run/sheetsMade';
import { pageCopies } from './pageCopies';
import { cellsOfRows, givenNameDoubts, guardedCells, pinyinDoubts } from './publicPage';
import { staleSheets } from './sourceMark';
import { winnersNotAsDecided } from './winnersOnSheet';
import type { SheetVerdict } from './publishCheckJob';

/** Where what was found stands, when no cell has it. */
const MARGIN = text('的页眉页脚', 'Header or footer');
const NAME = text('的表名', 'The name');

/** What the guard says of sheets that stand in the workbook. */
export interface SheetFindings {
  readonly verdicts: readonly SheetVerdict[];
  readonly problems: readonly Problem[];
  /** What is asked about, and makes no sheet unfit. */
  readonly doubts: readonly Problem[];
}

/** On a notice the office's own line is what it is for: landlines beside 受理单位 are meant to be read. */
function ownLines(cells: readonly PublicCell[]): string {
  return cells
    .filter(({ text: words }) => /受理单位|联系方式|Contact:/.test(words))
    .flatMap(({ text: words }) => findPersonalData(words).filter(({ kind }) => kind === 'landline'))
    .map(({ plain }) => plain)
    .join(' ');
}

/** What is printed beside the cells: header and footer, and a name of the sheet that is people's own. */
function wordsAround({ name, inMargins = [] }: SheetSnapshot, isCopy: boolean, language: Language): PublicCell[] {
  const margins = inMargins.map((words) => ({
    sheet: name,
    address: MARGIN[language],
    // &"楷体,Bold"&12&P: how it looks and the numbers of pages are nobody's.
    text: words.replace(/&"[^"]*"|&K[0-9A-F]{6}|&\d+ ?|&[A-Z]/gi, ' '),
  }));
  return [...margins, ...(isCopy ? [{ sheet: name, address: NAME[language], text: name }] : [])];
}

/** What may be the name of somebody hidden: the given name alone, and, where the dictionary is there, a name in pinyin. */
const namesAskedAbout = (cells: readonly PublicCell[], campaign: Campaign, syllablesOf?: Syllables): Problem[] => [
  ...givenNameDoubts(cells, campaign),
  ...(syllablesOf ? pinyinDoubts(cells, campaign, syllablesOf) : []),
];

function madeSheetFindings(
  sheet: SheetSnapshot,
  situation: Situation,
  stale: ReadonlySet<string>,
  copyOf?: string,
  syllablesOf?: Syllables,
): SheetFindings | null {
  const kind = copyOf ?? madeSheetCalled(sheet.name);
  const reach = kind && madeSheetNamed(kind)?.reach;
  if (!kind || !reach || reach === 'office' || !sheet.values) return null;
  const cells = cellsOfRows(sheet.name, sheet.values);
  const contact = kind === 'Notice' ? ownLines(cells) : '';
  const problems = [
    ...guardedCells(
      [...cells, ...wordsAround(sheet, copyOf !== undefined, situation.campaign.settings.language)],
      situation.campaign,
      {
        contact,
        names: reach === 'public',
        standing: true,
      },
    ),
    ...winnersNotAsDecided(sheet, kind, situation, stale, copyOf !== undefined),
  ];
  const doubts = reach === 'public' ? namesAskedAbout(cells, situation.campaign, syllablesOf) : [];
  return { verdicts: [verdictOf(sheet.name, kind, reach, problems)], problems, doubts };
}

function verdictOf(
  sheet: string,
  kind: string,
  reach: SheetVerdict['reach'],
  problems: readonly Problem[],
): SheetVerdict {
  const cells = [...new Set(problems.flatMap(({ row }) => (row === undefined ? [] : [String(row)])))];
  return { sheet, kind, reach, fit: problems.length === 0, cells };
}

/** Judges get their tabs as files, or on paper with what stands beside the table: names may stand in a title, numbers may not. */
function judgeTabFindings({ snapshot, campaign }: Situation): SheetFindings[] {
  return everyTable(snapshot.tables)
    .filter(({ name }) => name.startsWith(SCORE_TABLE_PREFIX))
    .map((table) => {
      const sheet = snapshot.sheets.find(({ name }) => name === table.sheet);
      const above = Array.from({ length: table.top + 1 }, () => []);
      const rows = table.values.map((row) => [...Array.from({ length: table.left }, () => null), ...row]);
      const cells = cellsOfRows(table.sheet, sheet?.values ?? [...above, ...rows]);
      const around = sheet ? wordsAround(sheet, true, campaign.settings.language) : [];
      const problems = guardedCells([...cells, ...around], campaign, { names: false, standing: true });
      return { verdicts: [verdictOf(table.sheet, '', 'circulated', problems)], problems, doubts: [] };
    });
}

/** Every made sheet that leaves the office, and every judge's tab. Kept copies of former sheets count, too, and those that people made. */
export function sheetFindings(situation: Situation, syllablesOf?: Syllables): SheetFindings {
  const stale = new Set(staleSheets(situation).map(({ name }) => name));
  const all = [
    ...situation.snapshot.sheets.flatMap(
      (sheet) => madeSheetFindings(sheet, situation, stale, undefined, syllablesOf) ?? [],
    ),
    ...pageCopies(situation.snapshot).flatMap(
      ({ sheet, kind }) => madeSheetFindings(sheet, situation, stale, kind, syllablesOf) ?? [],
    ),
    ...judgeTabFindings(situation),
  ];
  return {
    verdicts: all.flatMap(({ verdicts }) => verdicts),
    problems: all.flatMap(({ problems }) => problems),
    doubts: all.flatMap(({ doubts }) => doubts),
  };
}
