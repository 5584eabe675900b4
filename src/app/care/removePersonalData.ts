// Which cells of the tables hold personal data that goes when the workbook is sealed, and what stands there then. Changes nothing itself.
import { needsAlias } from '../../core/awards/alias';
import { hasAlias, namesIn } from '../../core/awards/hiddenName';
import { maskPersonalData } from '../../core/ground/personalData';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import { everyTable, type CellValue, type TableSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { forgetNames } from '../../workbook/tables/decisions/keepNames';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import { UNITS } from '../../workbook/tables/units/units';
import type { Situation } from '../run/runJob';

/** keep: all of it stays · contacts: whom to call goes · all: names behind aliases and of objectors, too. */
export type Personal = 'keep' | 'contacts' | 'all';

/** Cells of one table by “row place”, 0-based in the body. */
export type CellsOf = ReadonlyMap<string, CellWrite>;

/** Stands where a name or number was. */
const GONE = '×××';

const CONTACT_COLUMNS = ['contact', 'phone', 'email', 'forceHead', 'forceContact', 'forcePhone'] as const;

interface Removed {
  readonly table: string;
  readonly index: number;
  readonly place: number;
  readonly was: string;
}

function contacts({ snapshot }: Situation): Removed[] {
  const table = snapshot.tables[UNITS.name];
  if (!table) return [];
  const places = locateColumns(UNITS, table);
  return readRows(UNITS, table).flatMap((row) =>
    CONTACT_COLUMNS.filter((key) => row.text(key) !== '').map((key) => ({
      table: UNITS.name,
      index: row.index,
      place: places.get(key) ?? -1,
      was: row.text(key),
    })),
  );
}

/** By the category, or because the cell says an alias beside the name. */
const isHidden = (category: string, storyteller: string, { campaign }: Pick<Situation, 'campaign'>): boolean =>
  needsAlias(category, campaign.settings.aliasCategories) || hasAlias(storyteller);

function hiddenNames(situation: Situation): Removed[] {
  const { snapshot } = situation;
  const entries = snapshot.tables[ENTRIES.name];
  const objections = snapshot.tables[OBJECTIONS.name];
  return [
    ...(entries
      ? readRows(ENTRIES, entries)
          .filter(
            (row) =>
              row.text('storyteller') !== '' && isHidden(row.text('category'), row.text('storyteller'), situation),
          )
          .map((row) => ({
            table: ENTRIES.name,
            index: row.index,
            place: locateColumns(ENTRIES, entries).get('storyteller') ?? -1,
            was: row.text('storyteller'),
          }))
      : []),
    ...(objections
      ? readRows(OBJECTIONS, objections).flatMap((row) =>
          (['objector', 'contact'] as const)
            .filter((key) => row.text(key) !== '')
            .map((key) => ({
              table: OBJECTIONS.name,
              index: row.index,
              place: locateColumns(OBJECTIONS, objections).get(key) ?? -1,
              was: row.text(key),
            })),
        )
      : []),
  ];
}

function columnsRemoved(situation: Situation, personal: Personal): Removed[] {
  if (personal === 'keep') return [];
  return personal === 'all' ? [...contacts(situation), ...hiddenNames(situation)] : contacts(situation);
}

/** Names of two characters and more; the longest first, so that no part of one is left. */
function namesOf(removed: readonly Removed[]): string[] {
  const said = removed.flatMap(({ table, was }) => (table === ENTRIES.name ? [was, ...namesIn(was)] : [was]));
  return [...new Set(said.filter((was) => was.length >= 2))].sort((a, b) => b.length - a.length);
}

/** In the records whole names go too; elsewhere they may be words of a unit or a title. */
const RECORDS: ReadonlySet<string> = new Set(['Log', 'Reminders', OBJECTIONS.name]);

function without(words: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, GONE), maskPersonalData(words));
}

/** What a cell says in words or digits: a phone typed as a number is one. '' for all others. */
function saidBy(cell: CellValue): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' && Number.isInteger(cell) ? String(cell) : '';
}

function cleaned(table: TableSnapshot, names: readonly string[]): [string, CellWrite][] {
  const own = RECORDS.has(table.name) ? names : [];
  return table.values.flatMap((row, index) =>
    row.flatMap((cell: CellValue, place): [string, CellWrite][] => {
      const formula = table.formulas[index]?.[place];
      if (typeof formula === 'string' && formula.startsWith('=')) return [];
      const clean = without(saidBy(cell), own);
      return clean === saidBy(cell) ? [] : [[`${index} ${place}`, clean]];
    }),
  );
}

/** What was kept of decisions forgets the same people. */
export function forgottenNames(situation: Situation, personal: Personal): PlanStep[] {
  if (personal !== 'all') return [];
  return forgetNames(situation.snapshot, ({ category, storyteller }) => isHidden(category, storyteller, situation));
}

/** By table. The settings stay: the office's public line stands there. */
export function removePersonalData(situation: Situation, personal: Personal): ReadonlyMap<string, CellsOf> {
  const removed = columnsRemoved(situation, personal);
  if (personal === 'keep') return new Map();
  const names = namesOf(removed);
  return new Map(
    everyTable(situation.snapshot.tables)
      .filter(({ name }) => name !== 'Settings')
      .map((table) => {
        const whole = removed
          .filter((each) => each.table === table.name && each.place >= 0)
          .map(({ index, place }): [string, CellWrite] => [`${index} ${place}`, '']);
        return [table.name, new Map([...cleaned(table, names), ...whole])] as const;
      }),
  );
}

/** Whether a cell of the sheet, 0-based, lies in a table whose personal data goes: beside it, below it, and in people's own tables it stays. */
function inOwnTables({ snapshot, campaign }: Situation, sheet: string): (row: number, column: number) => boolean {
  const own = everyTable(snapshot.tables).filter(
    (table) => table.sheet === sheet && knownSpec(campaign, table.name) !== null,
  );
  return (row, column) =>
    own.some(
      ({ top, left, headers, values }) =>
        row >= top && row <= top + values.length && column >= left && column < left + headers.length,
    );
}

/** Null for a table of people's own. */
export function knownSpec({ spec }: Situation['campaign'], table: string): TableSpec | null {
  try {
    return spec(table);
  } catch {
    return null;
  }
}

/** Cells outside the workbook's own tables are not changed, and what made sheets were made from is taken away: sheets that still hold what was removed, or a phone or mailbox, are named. */
export function personalLeft(situation: Situation, personal: Personal): Problem[] {
  const { snapshot, campaign } = situation;
  const names = namesOf(columnsRemoved(situation, personal));
  return snapshot.sheets
    .filter(({ name }) => !Object.values(MADE_SHEETS.MadeFrom.sheet).includes(name))
    .flatMap(({ name, values = [] }): Problem[] => {
      const isOwn = inOwnTables(situation, name);
      const cells = values.flatMap((row, r) =>
        row.filter((cell, c) => without(saidBy(cell), names) !== saidBy(cell) && !isOwn(r, c)),
      ).length;
      if (cells === 0) return [];
      const beside = everyTable(snapshot.tables).some(
        (table) => table.sheet === name && knownSpec(campaign, table.name) !== null,
      );
      const [zh, en] = beside ? ['的表格以外', ' outside its table'] : ['', ''];
      const mend = beside
        ? text('请自行改掉，再封存', 'change them, then seal')
        : text('请删去该表或自行改掉，再封存', 'delete it or change them, then seal');
      return [
        {
          code: 'personal-left',
          sheet: name,
          found: String(cells),
          expected: text('没有个人信息', 'no personal data'),
          message: text(
            `工作表“${name}”${zh}有 ${cells} 处仍含删去的姓名或电话、邮箱：${mend.zh}。`,
            `Sheet “${name}” still holds names, phones or mailboxes in ${cells} cells${en}: ${mend.en}.`,
          ),
        },
      ];
    });
}
