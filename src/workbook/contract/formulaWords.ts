// Names columns, labels and settings inside native formulas. Full structured references only: they survive sorting and renaming.
import type { Language } from '../../core/ground/text';
import { labelOf } from './labels';
import { columnOf } from './spec';
import type { FormulaWords, TableSpec } from './spec';

/** Excel escapes these inside a structured reference with an apostrophe. */
function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, (character) => `'${character}`);
}

/** A text constant inside a formula. */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/**
 * The words for formulas of `own`, in the workbook's language; `find` gives the spec of any other table by name.
 * Example: `words.cell('due')` is `Tracker[[#This Row],[截止时间]]`.
 */
export function formulaWords(own: TableSpec, language: Language, find: (table: string) => TableSpec): FormulaWords {
  const header = (spec: TableSpec, key: string): string => escapeHeader(columnOf(spec, key).header[language]);
  const specOf = (table: string): TableSpec => (table === own.name ? own : find(table));
  return {
    language,
    column: (table, key) => `${table}[${header(specOf(table), key)}]`,
    head: (table, key) => `${table}[[#Headers],[${header(specOf(table), key)}]]`,
    whole: (table, key) => `${table}[[#All],[${header(specOf(table), key)}]]`,
    columns: (table, from, to) => `${table}[[${header(specOf(table), from)}]:[${header(specOf(table), to)}]]`,
    cells: (from, to) => `${own.name}[[#This Row],[${header(own, from)}]:[${header(own, to)}]]`,
    cell: (key) => (columnOf(own, key).absent ? '""' : `${own.name}[[#This Row],[${header(own, key)}]]`),
    label: (set, code) => quoted(labelOf(set, code, language)),
    setting: (key) => settingName(key),
  };
}

/** Defined name of a setting. */
export function settingName(key: string): string {
  return `Set_${key}`;
}
