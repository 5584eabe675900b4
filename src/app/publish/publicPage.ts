// What leaves the office goes through one guard: what it finds, on which cell, and which record it comes from. Knows no particular page.
import { givenNamesShown, hasDoubleSurname } from '../../core/awards/givenName';
import { shownName } from '../../core/awards/hiddenName';
import { pinyinNamesShown, type Syllables } from '../../core/awards/pinyinName';
import type { PublicCell } from '../../core/awards/publicCell';
import { guardPublic } from '../../core/awards/publicGuard';
import { simplified } from '../../core/awards/traditional';
import { findPersonalData } from '../../core/ground/personalData';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text, type Text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { columnName } from '../../workbook/contract/a1';
import type { SheetPlan } from '../../workbook/contract/plan';
import type { CellValue } from '../../workbook/contract/snapshot';
import { plannedCells, type Placing } from '../../workbook/sheets/madeSheet';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { columnTitle } from '../run/tableTitle';
import type { Situation } from '../run/runJob';
import { hiddenNames } from './winners';

/** What the guard lets pass on this page. */
export interface GuardOptions {
  /** The office's own line, which is meant to be public. */
  readonly contact?: string;
  /** The sheet is there already: its cell is the place to mend, the record is only named. */
  readonly standing?: true;
  /** False: names may stand on it, as on a list that is signed. */
  readonly names?: boolean;
}

/** A fraction has at most so many digits: a mean such as 86.3333333333 is neither a phone nor a card. Whole numbers keep theirs. */
const DIGITS_OF_FRACTIONS = 7;

/** As a cell shows it. */
function shown(value: CellValue): string {
  const isFraction = typeof value === 'number' && !Number.isInteger(value);
  return String(isFraction ? Number(value.toPrecision(DIGITS_OF_FRACTIONS)) : value);
}

/** The cells that show anything, by address, as the guard takes them. */
export function cellsOfRows(sheet: string, rows: readonly (readonly (CellValue | null)[])[]): PublicCell[] {
  return rows.flatMap((row, r) =>
    row.flatMap((value, c) =>
      value === null || value === '' ? [] : [{ sheet, address: `${columnName(c)}${r + 1}`, text: shown(value) }],
    ),
  );
}

const ENTRY_WORDS = ['title', 'storyteller', 'category'] as const;

/** The story whose words are what was found, so that it can be mended where it is written. */
function sourceOf(problem: Problem, names: readonly string[], { entries }: Campaign, standing: boolean): Problem {
  const bad = (words: string): boolean =>
    words !== '' &&
    problem.found.includes(words) &&
    (problem.code === 'public-name'
      ? shownName(simplified(words), names.map(simplified)) !== undefined
      : findPersonalData(words).length > 0);
  for (const entry of entries) {
    const column = ENTRY_WORDS.find((key) => bad(entry[key]));
    if (column)
      return {
        ...problem,
        ...(!standing && { table: ENTRIES.name, row: entry.entryId, column, found: entry[column] }),
        message: text(
          `${problem.message.zh}它来自${ENTRIES.sheet.zh} ${entry.entryId} 的“${columnTitle(ENTRIES.name, column).zh}”${problem.code === 'public-name' ? '：请在那里把真名改成化名，再重新生成' : ''}。`,
          `${problem.message.en} It comes from “${columnTitle(ENTRIES.name, column).en}” of ${entry.entryId} in ${ENTRIES.sheet.en}${problem.code === 'public-name' ? ': use an alias there, then make the sheet again' : ''}.`,
        ),
      };
  }
  return problem;
}

/** Every cell that must not leave the office, with the record it comes from where one is known. Nothing found: an empty list. */
export function guardedCells(
  cells: readonly PublicCell[],
  campaign: Campaign,
  { contact = '', names = true, standing }: GuardOptions = {},
): Problem[] {
  const hidden = names ? hiddenNames(campaign) : [];
  return guardPublic(cells, hidden, [contact, campaign.settings.objectionContact]).map((problem) =>
    sourceOf(problem, hidden, campaign, standing === true),
  );
}

/** A question for each cell in which `shown` finds a name that should be an alias there. */
function doubts(
  cells: readonly PublicCell[],
  code: ProblemCode,
  shown: (words: string) => string | undefined,
  message: (cell: PublicCell, name: string) => Text,
): Problem[] {
  return cells.flatMap((cell): Problem[] => {
    const name = shown(cell.text);
    if (name === undefined) return [];
    const { sheet, address } = cell;
    return [
      { code, sheet, row: address, found: cell.text, expected: text('化名', 'an alias'), message: message(cell, name) },
    ];
  });
}

/**
 * Given names of people under an alias, without the surname: asked about, since many are words as well (和平, 光明). Units and what the campaign is called
 * name nobody.
 */
export function givenNameDoubts(cells: readonly PublicCell[], campaign: Campaign): Problem[] {
  const { settings, units, activities } = campaign;
  const known = [
    ...units.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...[...activities, ...settings.phases].map(({ name }) => name),
    ...[settings.campaign, settings.theme, settings.organiser],
  ];
  const shown = givenNamesShown(hiddenNames(campaign), known);
  return doubts(cells, 'public-given-name', shown, ({ sheet, address }, name) =>
    text(
      `“${sheet}”${address}的“${name}”和一位须用化名的人同名（没有写姓）：是这个人，请改用化名；不是，不用管。`,
      `“${name}” in ${address} of “${sheet}” is the given name of somebody who stays under an alias: use the alias if it is that person; otherwise leave it.`,
    ),
  );
}

/** Names of people under an alias in pinyin: asked about, since others are spelled so, too. */
export function pinyinDoubts(cells: readonly PublicCell[], campaign: Campaign, syllablesOf: Syllables): Problem[] {
  const shown = pinyinNamesShown(hiddenNames(campaign).map(simplified), syllablesOf, hasDoubleSurname);
  return doubts(cells, 'public-name-in-pinyin', shown, ({ sheet, address }, name) =>
    text(
      `“${sheet}”${address}里有拼音，读作一位须用化名的人（${name}）：是这个人，请改用化名；不是，不用管。`,
      `What ${address} of “${sheet}” says in pinyin reads as somebody who stays under an alias (${name}): use the alias if it is that person; otherwise leave it.`,
    ),
  );
}

/** The same for a sheet that is about to be made; cells that formulas fill show nothing of their own. */
export function publicProblems(sheet: SheetPlan, { campaign }: Situation, options: GuardOptions = {}): Problem[] {
  return guardedCells(cellsOfRows(sheet.name, plannedCells(sheet, null)), campaign, options);
}

/** The same for given names alone. */
export const plannedDoubts = (sheet: SheetPlan, { campaign }: Situation): Problem[] =>
  givenNameDoubts(cellsOfRows(sheet.name, plannedCells(sheet, null)), campaign);

/** What people had written in free cells of the former page and what would go along, by its address there. */
export function carriedProblems(
  sheet: string,
  carried: Placing['carried'] = [],
  { campaign }: Situation,
  options: GuardOptions = {},
): Problem[] {
  const cells = carried.map(({ address, value }) => ({ sheet, address, text: shown(value) }));
  return guardedCells(cells, campaign, { ...options, standing: true });
}
