// One judge’s sheet → the cells as they were typed. Whether they are scores at all is the rules’ matter.
import type { Criterion, Judge } from '../../../core/contest/contest';
import { decimalFromNumber } from '../../../core/contest/exact';
import { SCORE_DECIMALS } from '../../../core/contest/parseScore';
import { TypedScores, type ScoreColumns } from '../../../core/contest/typedScores';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { CellReader, decimalText } from '../../contract/cells';
import { locateColumns, rowAt, trimmed } from '../../contract/rows';
import type { CellValue, TableSnapshot } from '../../contract/snapshot';
import { scoreKey, scoreSheetSpec } from './scoreSheet';

/** Sheets of a panel as scores. A number becomes decimal text; text in a score cell ("优秀") is kept as it stands, a number that is text as `'24.5`, so that the rules refuse it, an empty cell is null (S-1). */
export function typedScores(sheets: readonly ScoreColumns[], criteria: readonly Criterion[]): TypedScores {
  return new TypedScores(sheets, criteria, asTyped);
}

/** One judge's sheet: its rows, the entries that they name, and where the criteria's cells stand in them. */
export function readScores(
  table: TableSnapshot,
  judge: Judge,
  criteria: readonly Criterion[],
  language: Language,
  problems: Problem[],
): ScoreColumns {
  const spec = scoreSheetSpec(judge, criteria, language);
  const cells = new CellReader(spec, problems);
  const places = locateColumns(spec, table);
  const [entry, recusal] = [places.get('entryId') ?? -1, places.get('recused') ?? -1];
  const recused = new Set<number>();
  const entryIds = table.values.map((row, index) => {
    const marked = row[recusal] ?? '';
    if (marked !== '' && cells.choice(rowAt(spec, places, index, row, table), 'recused', 'yesNo', 'no') === 'yes')
      recused.add(index);
    return trimmed(row[entry] ?? '');
  });
  const at = criteria.map(({ criterionId }) => places.get(scoreKey(criterionId)) ?? -1);
  return { judgeId: judge.judgeId, entryIds, rows: table.values, places: at, recused };
}

/** More decimals than a score has, or a spelling with an exponent. */
const IS_LONGER = new RegExp(`\\.\\d{${SCORE_DECIMALS + 1}}|e`);

function numberAsTyped(value: number): string {
  const words = decimalText(value);
  return IS_LONGER.test(words) ? decimalFromNumber(value, SCORE_DECIMALS) : words;
}

function asTyped(value: CellValue): string | null {
  if (value === '') return null;
  if (typeof value === 'number') return numberAsTyped(value);
  // Formulas count no text: a number that is text is refused here too, and shows the sign by which Excel tells it.
  const words = String(value);
  return /^\s*['’]?[\d０-９]/.test(words) ? `'${words}` : words;
}
