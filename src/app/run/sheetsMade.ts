// All made sheets by their names: those whose layouts stand in workbook, and those that a job names itself. Runs nothing.
import type { Text } from '../../core/ground/text';
import { MADE_SHEETS, type MadeSheetKind, type MadeSheetName } from '../../workbook/sheets/madeSheets';
import { ownSheets, type Makes } from './definedJobs';

/** Excel's limit: a longer name of a copy is cut. */
const LONGEST_NAME = 31;

/** Undefined: no made sheet has that name in plans and reports. Example: `madeSheetNamed('Notice')?.sheet.zh === '公示'`. */
export function madeSheetNamed(name: string): MadeSheetKind | undefined {
  return name in MADE_SHEETS ? MADE_SHEETS[name as MadeSheetName] : ownSheets().find(({ key }) => key === name);
}

/** What people call the sheet that a job makes. Example: `sheetMade('Notice').zh === '公示'`. */
export function sheetMade(makes: Makes): Text {
  return typeof makes === 'string' ? MADE_SHEETS[makes].sheet : makes.sheet;
}

const named = (): (readonly [string, MadeSheetKind])[] => [
  ...Object.entries(MADE_SHEETS),
  ...ownSheets().map((own) => [own.key, own] as const),
];

/** Every sheet that leaves the office, by its name in plans and reports. */
export function leavingKinds(): ReadonlyMap<string, MadeSheetKind> {
  return new Map(named().filter(([, { reach }]) => reach !== 'office'));
}

/** What people call them. */
export function leavingSheets(): readonly Text[] {
  return [...leavingKinds().values()].map(({ sheet }) => sheet);
}

/** The same with the copies that were kept of them, as a request for their cells names them: “公示”, “公示（旧 *”. */
export function leavingSheetsWithCopies(): readonly Text[] {
  return leavingSheets().flatMap((sheet) => [sheet, { zh: `${sheet.zh}（旧 *`, en: `${sheet.en} (old *` }]);
}

/**
 * Which made sheet a sheet is, by its name in either language; a copy that was kept (“公示（旧 06-18 0900）”) is what it was. Null: none of them.
 * Example: `madeSheetCalled('Public notice') === 'Notice'`; “Ceremony agend (old 07-07 1000)”, cut to Excel's 31 signs, is 'Agenda'.
 */
export function madeSheetCalled(name: string): string | null {
  const plain = name.replace(/(?:（旧 [^）]*）| \(old [^)]*\))$/, '');
  const isCalled = (own: string): boolean => own === plain || (name.length === LONGEST_NAME && own.startsWith(plain));
  return named().find(([, { sheet }]) => Object.values(sheet).some(isCalled))?.[0] ?? null;
}
