// One question to a spreadsheet program: what is done on an empty sheet, and what the program then shows. Knows Office.js and no host, no pane.

/** What came out, as plain data; a refusal is an answer too. */
export type Answer = string | number | boolean | null | readonly Answer[] | { readonly [key: string]: Answer };

/** A question to a spreadsheet program: what it does, asked on an empty sheet. */
export interface Probe {
  /** Stable: recorded answers are found by it. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** The requirement set it needs, e.g. '1.9'. */
  readonly needs: string;
  /** `sheet` is new and empty, and goes afterwards. */
  ask(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Answer>;
}

/** `refused` with the code where the program does not take it. */
export type Answers = Readonly<
  Record<string, { readonly answer: Answer } | { readonly refused: string } | { readonly skipped: string }>
>;

/** The answers of one program, as they are saved and compared. */
export interface Recording {
  readonly program: string;
  readonly answers: Answers;
}

const cells = (values: readonly (readonly (string | number | boolean)[])[]): (string | number | boolean)[][] =>
  values.map((row) => [...row]);

/** The table ProbeTable of the given rows from A1 on; the first row is its header. */
export function probeTable(
  sheet: Excel.Worksheet,
  rows: readonly (readonly (string | number | boolean)[])[],
): Excel.Table {
  const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 1);
  range.values = cells(rows);
  const table = sheet.tables.add(range, true);
  table.name = 'ProbeTable';
  return table;
}
