// The context of the API's classes over the live host: changes the book through the model and puts down the events that follow.
import { printArea } from '../model/address';
import { applyShift, shiftFault } from '../model/applyShift';
import { intersect, sameArea } from '../model/area';
import type { Book, Range, Sheet, Table } from '../model/book';
import { usedArea } from '../model/cells';
import type { Shift } from '../model/shift';
import { refuse } from './apiError';
import { EVENT, WORKBOOK_TARGET } from './events';
import type { ChangeType, HostContext } from './hostContext';
import type { HostState } from './hostState';

function linesOf(shift: Shift): Range {
  const count = Math.abs(shift.count);
  const across = shift.to - shift.from + 1;
  return shift.axis === 'row'
    ? { row: shift.at, rows: count, column: shift.from, columns: across }
    : { column: shift.at, columns: count, row: shift.from, rows: across };
}

function sameContents(one: Sheet, other: Sheet): boolean {
  const held = ({ cells }: Sheet): string =>
    JSON.stringify(
      [...cells]
        .flatMap(([key, { value, formula }]) =>
          value === undefined && formula === undefined ? [] : [[key, value, formula]],
        )
        .sort(),
    );
  return held(one) === held(other);
}

export class LiveContext implements HostContext {
  constructor(private readonly state: HostState) {}

  get book() {
    return this.state.book;
  }
  get language() {
    return this.state.options.language ?? 'en';
  }
  get fileName() {
    return this.state.options.fileName?.() ?? 'Book1.xlsx';
  }
  get manners() {
    return this.state.manners;
  }
  get tablesGrow() {
    return this.state.options.tablesGrow ?? false;
  }
  get calculationMode() {
    return this.state.calculationMode;
  }
  set calculationMode(mode: HostContext['calculationMode']) {
    this.state.calculationMode = mode;
  }

  now = () => this.state.options.now();
  range: HostContext['range'] = (sheet, area) => this.state.references.make(sheet, area);
  keep: HostContext['keep'] = (range) => this.state.references.keep(range);
  release: HostContext['release'] = (id) => this.state.references.release(id);
  kept: HostContext['kept'] = (id) =>
    this.state.references.get(id) ?? refuse('InvalidReference', `the host keeps no range ${id}`);

  touch(sheet: Sheet | null, recalculate = true): void {
    if (recalculate) this.state.dirty = true;
    for (const touched of sheet ? [sheet] : this.state.book.sheets) this.state.touched.add(touched.id);
  }

  touchAll(sheetIds: Iterable<string>): void {
    this.state.dirty = true;
    for (const id of sheetIds) this.state.touched.add(id);
  }

  edited(sheet: Sheet, area: Range): void {
    this.touch(sheet);
    this.tellChange(sheet, area, 'RangeEdited');
  }

  /** Tells every sheet whose cells are others than in the book that it was before. */
  tellMerged(before: Book): void {
    for (const sheet of this.book.sheets) {
      const was = before.sheets.find(({ id }) => id === sheet.id);
      const area = usedArea(sheet, true);
      if (area && (!was || !sameContents(was, sheet))) this.tellChange(sheet, area, 'RangeEdited');
    }
  }

  shift(sheet: Sheet, shift: Shift, change: ChangeType): void {
    const fault = shiftFault(sheet, shift);
    if (fault !== null) refuse('InvalidOperation', fault);
    if (sheet.protection) refuse('AccessDenied', `sheet ${sheet.name} is protected`);
    this.touchAll(applyShift(this.book, sheet, shift, this.language));
    this.state.references.shift(sheet, shift);
    this.tellChange(sheet, linesOf(shift), change);
  }

  calculate(): void {
    this.state.dirty = true;
    this.state.asked = true;
  }

  suspendCalculation(): void {
    this.state.suspended = true;
  }

  activate(sheet: Sheet): void {
    const book = this.book;
    const before = book.sheets[book.active];
    if (before === sheet) return;
    book.active = book.sheets.indexOf(sheet);
    book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
    book.selectedBefore = [];
    this.touch(sheet, false);
    if (before) this.tellSheet(EVENT.deactivated, before, true);
    this.tellSheet(EVENT.activated, sheet, true);
  }

  select(sheet: Sheet, area: Range, before: readonly Range[] = []): void {
    this.activate(sheet);
    const { selection, selectedBefore = [] } = this.book;
    const areBefore =
      before.length === selectedBefore.length && before.every((one, at) => sameArea(one, selectedBefore[at] ?? area));
    if (sameArea(selection, area) && areBefore) return;
    this.book.selection = area;
    this.book.selectedBefore = before;
    // The page follows the add-in; what a person chose is there already.
    if (this.state.byPerson === null) this.touch(sheet, false);
    const { events } = this.state;
    events.tell(EVENT.selectionChanged, [sheet.id, WORKBOOK_TARGET], {
      address: [...before, area].map((each) => printArea(each)).join(','),
      worksheetId: sheet.id,
    });
    for (const table of sheet.tables) {
      const hit = intersect(table.range, area);
      events.tell(EVENT.tableSelectionChanged, [String(table.id)], {
        address: hit ? printArea(hit) : '',
        isInsideTable: hit !== null,
        tableId: String(table.id),
        worksheetId: sheet.id,
      });
    }
    events.tell(EVENT.workbookSelectionChanged, [''], {});
  }

  sheetAdded(sheet: Sheet): void {
    this.touch(sheet);
    this.tellSheet(EVENT.added, sheet, false);
  }

  sheetDeleted(sheet: Sheet): void {
    this.state.touched.add(sheet.id);
    this.state.references.forgetSheet(sheet);
    this.tellSheet(EVENT.deleted, sheet, false);
  }

  tableAdded(sheet: Sheet, table: Table): void {
    this.touch(sheet);
    this.tellTable(EVENT.tableAdded, sheet, table);
  }

  tableDeleted(sheet: Sheet, table: Table): void {
    this.touch(null);
    this.tellTable(EVENT.tableDeleted, sheet, table);
  }

  private tellTable(type: number, sheet: Sheet, table: Table): void {
    this.state.events.tell(type, [sheet.id, WORKBOOK_TARGET], {
      tableId: String(table.id),
      tableName: table.name,
      worksheetId: sheet.id,
      source: this.state.byPerson ?? 'Local',
    });
  }

  private tellSheet(type: number, sheet: Sheet, alsoItself: boolean): void {
    const targets = alsoItself ? [sheet.id, WORKBOOK_TARGET] : [WORKBOOK_TARGET];
    this.state.events.tell(type, targets, { worksheetId: sheet.id, source: this.state.byPerson ?? 'Local' });
  }

  private tellChange(sheet: Sheet, area: Range, changeType: ChangeType): void {
    const { events, references, byPerson } = this.state;
    const origin = { source: byPerson ?? 'Local', triggerSource: byPerson ? 'Unknown' : 'ThisLocalAddin' };
    const targets = [sheet.id, WORKBOOK_TARGET];
    if (events.hears(EVENT.changed, targets)) {
      const range = references.make(sheet, area);
      references.keep(range);
      events.tell(EVENT.changed, targets, {
        changeType,
        address: printArea(area),
        worksheetId: sheet.id,
        referenceId: range.referenceId,
        shiftDirection: 'None',
        ...origin,
      });
    }
    for (const table of sheet.tables) {
      const hit = intersect(table.range, area);
      if (!hit) continue;
      events.tell(EVENT.tableChanged, [String(table.id), sheet.id, WORKBOOK_TARGET], {
        changeType,
        address: printArea(hit),
        worksheetId: sheet.id,
        tableId: String(table.id),
        ...origin,
      });
    }
  }
}
