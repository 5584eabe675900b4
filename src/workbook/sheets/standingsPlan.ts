// What to write so that 成绩排名 shows given standings: in place by entry id, or the whole sheet anew when its columns no longer fit.
import type { ContestRules, Criterion, Judge } from '../../core/contest/contest';
import type { Problem } from '../../core/ground/problem';
import type { Language } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { columnName } from '../contract/a1';
import { contestWords } from './judgeTab';
import type { PlanStep } from '../contract/plan';
import { asItStands } from '../contract/formerHeaders';
import { isCalled } from '../contract/headerPlaces';
import { locateColumns, missingColumns } from '../contract/rows';
import { sheetOf } from '../contract/sheetOf';
import type { RowRecord } from '../contract/sheetOf';
import type { TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import type { TableSpec } from '../contract/spec';
import type { StandingChange, StandingRecord } from '../tables/standings/standingRows';
import {
  JUDGE_HEADER,
  extraColumns,
  replacedValues,
  standingRows,
  typedOverFormulas,
  withExtras,
} from '../tables/standings/standingRows';
import { standingsInPlace } from '../tables/standings/standingsInPlace';
import { judgeKey, standingsSpec } from '../tables/standings/standings';

/** What 成绩排名 is to show. */
export interface StandingsInput {
  readonly snapshot: WorkbookSnapshot;
  /** The judges whose columns the sheet shows, in order. */
  readonly judges: readonly Judge[];
  readonly criteria: readonly Criterion[];
  readonly method: ContestRules['method'];
  readonly language: Language;
  /** In the order in which they are to stand. */
  readonly records: readonly StandingRecord[];
  /** Sheet after which a new one goes. */
  readonly after?: string;
}

/** How 成绩排名 comes to show it: cell by cell, or made anew when its columns change. */
export interface StandingsPlan {
  readonly steps: readonly PlanStep[];
  readonly added: number;
  readonly updated: number;
  readonly changes: readonly StandingChange[];
  /** Why the sheet cannot be made anew; then there are no steps. */
  readonly problems: readonly Problem[];
}

/** Every column is there, one for each judge by name side by side, and none of a judge who is not asked for. */
function fits(spec: TableSpec, table: TableSnapshot, judges: readonly Judge[]): boolean {
  if (missingColumns(spec, table).length > 0) return false;
  const places = locateColumns(spec, table);
  const columns = judges.map((judge) => places.get(judgeKey(judge.judgeId)) ?? -1);
  const called = spec.columns.every((column) => {
    const header = table.headers[places.get(column.key) ?? -1];
    return !column.likewise || (header !== undefined && isCalled(column, header));
  });
  const strangers = table.headers.some((header, place) => JUDGE_HEADER.test(header) && !columns.includes(place));
  return (
    called && !strangers && columns.every((place, index) => index === 0 || place === (columns[index - 1] ?? 0) + 1)
  );
}

/** What people typed beside or below the table: it would go with the sheet. */
export function typedOutside(snapshot: WorkbookSnapshot, table: TableSnapshot): Problem[] {
  const values = snapshot.sheets.find((sheet) => sheet.name === table.sheet)?.values ?? [];
  const inside = (row: number, column: number): boolean =>
    row < table.top ||
    (row <= table.top + table.values.length && column >= table.left && column < table.left + table.headers.length);
  for (const [row, cells] of values.entries()) {
    const column = cells.findIndex((cell, at) => cell !== '' && !inside(row, at));
    if (column < 0) continue;
    const address = `${columnName(column)}${row + 1}`;
    const found = String(cells[column]);
    return [
      {
        code: 'typed-outside-table',
        table: table.name,
        sheet: table.sheet,
        row: address,
        found,
        expected: text('表格之外没有内容', 'nothing beside the table'),
        message: text(
          `“${table.sheet}”要按现在的评委重做，但表格外的 ${address} 有内容“${found}”：请先移到别的工作表，再运行。`,
          `“${table.sheet}” has to be made anew for the present judges, but ${address} beside the table holds “${found}”: move it to another sheet first.`,
        ),
      },
    ];
  }
  return [];
}

function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The sheet where there is no table yet. A sheet of its name without the table is kept under another name. */
function make(input: StandingsInput, spec: TableSpec): StandingsPlan {
  const sheet = sheetOf(
    spec,
    input.records.map((record) => ({ ...record })),
    contestWords(spec, input.judges, input.criteria, input.language, input.snapshot.tables),
  );
  const taken = input.snapshot.sheets.map(({ name }) => name);
  const step: PlanStep = taken.includes(sheet.name)
    ? {
        kind: 'replaceSheet',
        sheet,
        replaces: sheet.name,
        keepAs: freeName(text(`${sheet.name}（旧）`, `${sheet.name} (old)`)[input.language], taken),
      }
    : { kind: 'addSheet', sheet, after: input.after };
  return { steps: [step], added: input.records.length, updated: 0, changes: [], problems: [] };
}

/** The sheet anew in its place, with the columns that people added and the rows that hold anything in them. */
function remake(input: StandingsInput, spec: TableSpec, table: TableSnapshot): StandingsPlan {
  // Without the numbers nobody can tell which row a remark beside it belongs to.
  const nameless = missingColumns(spec, table).filter(({ column }) => column === 'entryId');
  const problems = [...nameless, ...typedOutside(input.snapshot, table)];
  if (problems.length > 0) return { steps: [], added: 0, updated: 0, changes: [], problems };
  const rows = standingRows(spec, table, input.records, input.language);
  const present = new Map(rows.filter(({ gone }) => !gone).map((row) => [row.record.entryId, row]));
  const left = rows.filter(({ gone, extras }) => gone && Object.values(extras).some((value) => value !== ''));
  const wanted: RowRecord[] = [
    ...input.records.map((record) => ({ ...record, ...present.get(record.entryId)?.extras })),
    ...left.map(({ record, extras }) => ({ ...record, ...extras })),
  ];
  const full = withExtras(spec, extraColumns(spec, table));
  const sheet = sheetOf(
    full,
    wanted,
    contestWords(full, input.judges, input.criteria, input.language, input.snapshot.tables),
  );
  return {
    steps: [{ kind: 'replaceSheet', sheet: { ...sheet, name: table.sheet }, replaces: table.sheet }],
    added: input.records.length - present.size,
    updated: present.size,
    problems,
    changes: [
      ...replacedValues(spec, table, rows, input.language),
      ...typedOverFormulas(spec, table, rows, input.language),
    ],
  };
}

/** In place, only the formulas of the rank are put back. */
function rankOnly(spec: TableSpec): TableSpec {
  return { ...spec, columns: spec.columns.filter(({ key, formula }) => formula === undefined || key === 'rank') };
}

/**
 * The plan for 成绩排名. Nothing people added is lost: their columns stay with their entries, and a sheet that they sorted keeps
 * its order. Rows of entries that are gone stay and count for nothing. Running it twice writes nothing twice.
 */
export function standingsPlan(input: StandingsInput): StandingsPlan {
  const spec = standingsSpec(input.judges, input.method);
  const table = input.snapshot.tables[spec.name];
  if (!table) return make(input, spec);
  if (!fits(spec, table, input.judges)) return remake(input, spec, table);
  const rows = standingRows(spec, table, input.records, input.language);
  const words = contestWords(
    asItStands(spec, table),
    input.judges,
    input.criteria,
    input.language,
    input.snapshot.tables,
  );
  return {
    steps: standingsInPlace(spec, table, input.records, input.language, words),
    added: input.records.length - rows.filter(({ gone }) => !gone).length,
    updated: rows.filter(({ changed }) => changed).length,
    changes: [
      ...replacedValues(spec, table, rows, input.language),
      ...typedOverFormulas(rankOnly(spec), table, rows, input.language),
    ],
    problems: [],
  };
}
