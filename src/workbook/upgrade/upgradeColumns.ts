// Compares a table's headers with its spec: what is missing, what a person seems to have renamed, where a missing column goes. Changes nothing.
import { resembles } from '../../core/roster/resemblance';
import type { Language } from '../../core/ground/text';
import type { TableSnapshot } from '../contract/snapshot';
import { formerHeader } from '../contract/formerHeaders';
import { foldedHeader as folded, isCalled, likewiseCalled } from '../contract/headerPlaces';
import type { ColumnSpec, TableSpec } from '../contract/spec';

/** A header that stands for a column of the spec under other words. */
export interface RenamedColumn {
  readonly header: string;
  readonly column: ColumnSpec;
}

/**
 * What people said about headers of a table: the key of the column that it is, null for none of them, undefined when nothing was said.
 * `proposed`: what is asked about it.
 */
export type HeaderAnswer = (header: string, proposed: ColumnSpec | undefined) => string | null | undefined;

/** A table's columns beside those of its spec. */
export interface ColumnComparison {
  /** Headers to be given back their words. */
  readonly renamed: readonly RenamedColumn[];
  /** Headers that look like a renamed column and about which nothing was said. */
  readonly questions: readonly RenamedColumn[];
  readonly missing: readonly ColumnSpec[];
  /** The column of each place once the renaming is done; null = people's own. */
  readonly order: readonly (ColumnSpec | null)[];
}

/** Excel takes a header in a formula whatever its case. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Headers that are a column's own in either language, or differ from them by blanks or width alone. */
function recognised(
  spec: TableSpec,
  headers: readonly string[],
  language: Language,
  wanted: (column: ColumnSpec) => boolean,
): (ColumnSpec | null)[] {
  const order: (ColumnSpec | null)[] = headers.map(() => null);
  const take = (fits: (header: string, column: ColumnSpec) => boolean): void => {
    for (const column of spec.columns.filter((candidate) => !order.includes(candidate))) {
      const place = headers.findIndex((header, index) => order[index] === null && fits(header, column));
      if (place >= 0) order[place] = column;
    }
  };
  take((header, { header: words }) => same(header, words[language]));
  take((header, column) => wanted(column) && isCalled(column, header));
  take((header, column) => (column.formerly ?? []).map(folded).includes(folded(header)));
  const missing = spec.columns.filter((column) => column.likewise && !order.includes(column));
  const free = headers.map((header, place) => (order[place] === null ? header : null));
  for (const [column, place] of likewiseCalled(missing, free)) order[place] = column;
  return order;
}

const isFormula = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('=');

/** Its formula looks at what was written: before schema 5 the cells themselves held it, as values. */
function isAnchored(spec: TableSpec, { key }: ColumnSpec): boolean {
  return spec.columns.some(({ anchorOf }) => anchorOf === key);
}

/** Formulas stand where formulas belong, typed cells where people type: else nothing would be lost by adding the column. */
function fitsContent(spec: TableSpec, table: TableSnapshot, place: number, column: ColumnSpec): boolean {
  const cells = table.formulas.map((row) => row[place] ?? '').filter((cell) => cell !== '');
  if (column.formula !== undefined) return cells.some(isFormula) || isAnchored(spec, column);
  return cells.length === 0 || !cells.every(isFormula);
}

function looksLike(header: string, { header: words }: ColumnSpec): boolean {
  return [words.zh, words.en].some((name) => resembles(folded(header), folded(name)));
}

/** Unknown headers that stand exactly where columns are missing: as many of the one as of the other between the same neighbours. */
function byPlace(spec: TableSpec, order: readonly (ColumnSpec | null)[]): Map<number, ColumnSpec> {
  const found = new Map<number, ColumnSpec>();
  const indexOf = (place: number): number => {
    const column = order[place];
    return column ? spec.columns.indexOf(column) : place < 0 ? -1 : spec.columns.length;
  };
  for (let from = 0; from < order.length; from += 1) {
    if (order[from] !== null) continue;
    let to = from;
    while (to + 1 < order.length && order[to + 1] === null) to += 1;
    const [before, after] = [indexOf(from - 1), indexOf(to + 1)];
    if (after - before - 1 === to - from + 1)
      for (let place = from; place <= to; place += 1) {
        const column = spec.columns[before + 1 + place - from];
        if (column) found.set(place, column);
      }
    from = to;
  }
  return found;
}

/** Each unknown header at most one proposal, each missing column at most one: similar words first, then the same place. */
function proposals(
  spec: TableSpec,
  table: TableSnapshot,
  order: readonly (ColumnSpec | null)[],
  wanted: (column: ColumnSpec) => boolean,
): Map<number, ColumnSpec> {
  const found = new Map<number, ColumnSpec>();
  const open = (column: ColumnSpec): boolean =>
    wanted(column) && !order.includes(column) && ![...found.values()].includes(column);
  const unknown = order.flatMap((column, place) => (column === null ? [place] : []));
  const propose = (place: number, column: ColumnSpec | undefined): void => {
    if (column && !found.has(place) && open(column) && fitsContent(spec, table, place, column))
      found.set(place, column);
  };
  for (const place of unknown)
    propose(
      place,
      spec.columns.find(
        (column) =>
          open(column) && looksLike(table.headers[place] ?? '', column) && fitsContent(spec, table, place, column),
      ),
    );
  const placed = byPlace(spec, order);
  for (const place of unknown) propose(place, placed.get(place));
  return found;
}

/**
 * `wanted`: whether a missing column is to be added at all; about others nothing is asked. Example: a register whose 单位 was renamed to 报送单位 has no missing column and
 * one question, unless it was answered.
 */
export function compareColumns(
  spec: TableSpec,
  table: TableSnapshot,
  language: Language,
  answer: HeaderAnswer,
  wanted: (column: ColumnSpec) => boolean,
): ColumnComparison {
  const order = recognised(spec, table.headers, language, wanted);
  const questions: RenamedColumn[] = [];
  const renamed: RenamedColumn[] = [];
  const settle = (place: number, proposed: ColumnSpec | undefined): void => {
    const header = table.headers[place] ?? '';
    const said = answer(header, proposed);
    const column = typeof said === 'string' ? spec.columns.find(({ key }) => key === said) : undefined;
    const free = column !== undefined && (column === order[place] || !order.includes(column));
    if (column && free) {
      order[place] = column;
      if (!same(header, column.header[language])) renamed.push({ header, column });
    } else if (said === undefined && proposed) {
      questions.push({ header, column: proposed });
      order[place] = proposed;
    } else if (said === null) order[place] = null;
  };
  // What people say of a header counts before what it looks like.
  order.forEach((column, place) => {
    if (typeof answer(table.headers[place] ?? '', undefined) === 'string') settle(place, column ?? undefined);
  });
  order.forEach((column, place) => {
    const header = table.headers[place] ?? '';
    // Its words follow what stands elsewhere: nothing is to be asked.
    if (column?.likewise?.(header) && !isCalled(column, header)) {
      if (!renamed.some((each) => each.column === column)) renamed.push({ header, column });
      return;
    }
    if (
      column &&
      !same(table.headers[place] ?? '', column.header[language]) &&
      formerHeader(column, table.headers) === undefined &&
      !renamed.some((each) => each.column === column)
    )
      settle(place, column);
  });
  for (const [place, column] of proposals(spec, table, order, wanted)) settle(place, column);
  const place = ({ header }: RenamedColumn): number => table.headers.indexOf(header);
  return {
    renamed,
    questions: questions.sort((a, b) => place(a) - place(b)),
    missing: spec.columns.filter((column) => !order.includes(column) && wanted(column)),
    order,
  };
}

/** A missing column's place: `at` counts with the columns put in before it, null is the right end. */
export interface Placed {
  readonly column: ColumnSpec;
  readonly at: number | null;
}

/** Where the missing columns go. */
export interface Placement {
  readonly placed: readonly Placed[];
  /** The column of each place once all are in. */
  readonly order: readonly (ColumnSpec | null)[];
  /** The first place whose column may have another one's width now. */
  readonly from: number;
}

/** After the column that stands before it in the spec; at the right end where a column of people would have to move for that. */
export function placeColumns(spec: TableSpec, { order, missing }: ColumnComparison): Placement {
  const now = [...order];
  let from = Infinity;
  const placed = missing.map((column): Placed => {
    const before = spec.columns
      .slice(0, spec.columns.indexOf(column))
      .reverse()
      .find((candidate) => now.includes(candidate));
    const place = before ? now.indexOf(before) + 1 : 0;
    from = Math.min(from, place);
    const atEnd = place === now.length || now.slice(place).includes(null);
    if (atEnd) now.push(column);
    else now.splice(place, 0, column);
    return { column, at: atEnd ? null : place };
  });
  return { placed, order: now, from: Math.min(from, now.length) };
}
