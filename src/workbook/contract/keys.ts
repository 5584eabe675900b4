// The names that the compiler knows: tables, their columns, settings. Each table's file adds its own; a name that is not here does not compile.

/**
 * The column keys of every table, by its name. Empty here: each table's file adds its own line by declaration merging, so that formulas can
 * name any column of any table while this file knows none.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface ColumnKeys {}

/** The keys of what has a defined name that formulas use (`Set_<key>`): the settings' file and the lists add theirs. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface NamedValues {}

/** The name of a table in every workbook, whatever its language. */
export type TableName = keyof ColumnKeys;
/** The key of a setting. */
export type SettingName = keyof NamedValues;
