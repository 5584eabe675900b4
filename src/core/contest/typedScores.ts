// The judges' sheets as they were read: cells by column, and a score for each row only where somebody asks for one. Computes nothing.
import type { Criterion, Score } from './contest';

/** What a cell of a sheet holds; '' when it is empty. */
export type TypedCell = string | number | boolean;

/** One judge's sheet as it was read. A row whose entry is '' is none. */
export interface ScoreColumns {
  readonly judgeId: string;
  readonly rows: readonly (readonly TypedCell[])[];
  /** Where the entry's id stands in a row; −1: nowhere. */
  readonly entryPlace: number;
  /** Where each criterion's cell stands in a row, in the order of the criteria; −1: nowhere. */
  readonly places: readonly number[];
  /** Rows in which the judge is marked as recused. */
  readonly recused: ReadonlySet<number>;
}

/** The entry that a row names; '' where it names none. */
export function entryIdOf({ rows, entryPlace }: Pick<ScoreColumns, 'rows' | 'entryPlace'>, row: number): string {
  return String(rows[row]?.[entryPlace] ?? '').trim();
}

/**
 * All sheets of a panel; iterating gives their rows as scores, sheet after sheet, made on first use and then kept.
 * `asTyped` gives the text of a cell, null when it is empty. Example: `[...typed].length` is the number of rows that name an entry.
 */
export class TypedScores implements Iterable<Score> {
  private scores: readonly Score[] | null = null;

  constructor(
    readonly sheets: readonly ScoreColumns[],
    readonly criteria: readonly Criterion[],
    readonly asTyped: (cell: TypedCell) => string | null,
  ) {}

  /** The cell of a criterion, by place among the criteria. */
  private cell(sheet: ScoreColumns, row: number, criterion: number): TypedCell {
    return sheet.rows[row]?.[sheet.places[criterion] ?? -1] ?? '';
  }

  /** A row as a score. */
  score(sheet: ScoreColumns, row: number): Score {
    const scores: Record<string, string | null> = {};
    this.criteria.forEach(({ criterionId }, at) => (scores[criterionId] = this.asTyped(this.cell(sheet, row, at))));
    return { judgeId: sheet.judgeId, entryId: entryIdOf(sheet, row), recused: sheet.recused.has(row), scores };
  }

  /** Every row of every sheet. */
  all(): readonly Score[] {
    this.scores ??= this.sheets.flatMap((sheet) =>
      sheet.rows.flatMap((_cells, row) => (entryIdOf(sheet, row) === '' ? [] : [this.score(sheet, row)])),
    );
    return this.scores;
  }

  [Symbol.iterator](): Iterator<Score> {
    return this.all()[Symbol.iterator]();
  }

  /** Whether any cell of a criterion holds anything. */
  get any(): boolean {
    return this.sheets.some((sheet) =>
      sheet.rows.some(
        (cells, row) => entryIdOf(sheet, row) !== '' && sheet.places.some((place) => (cells[place] ?? '') !== ''),
      ),
    );
  }
}
