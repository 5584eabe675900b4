// One judge’s sheet → the cells as they were typed. Whether they are scores at all is the rules’ matter.
import type { Criterion, Judge } from '../../../core/contest/contest';
import { decimalFromNumber } from '../../../core/contest/exact';
import { SCORE_DECIMALS } from '../../../core/contest/parseScore';
import { TypedScores, type ScoreColumns } from '../../../core/contest/typedScores';
import type { Problem } from '../../../core/ground/problem';
import type { Language } from '../../../core/ground/text';
import { CellReader, decimalText } from '../../contract/cells';
import { locateColumns, rowAt } from '../../contract/rows';
import type { CellValue, TableSnapshot } from '../../contract/snapshot';
import { scoreKey, scoreSheetSpec } from './scoreSheet';

/** Sheets of a panel as scores. A number becomes decimal text; text in a score cell ("优秀") is kept as it stands, a number that is text as `'24.5`, so that the rules refuse it, an empty cell is null (S-1). */
export function typedScores(sheets: readonly ScoreColumns[], criteria: readonly Criterion[]): TypedScores {
  return new TypedScores(sheets, criteria, asTyped);
}

/** Reads one judge's sheet: its rows, where the entry's id and the criteria's cells stand in them, and in which the judge is marked as recused. */
type ScoresReader = (table: TableSnapshot, judge: Judge) => ScoreColumns;

/** For the sheets of one panel. Their headers are the same but where people changed them: the columns of all that are alike are looked up once. */
export function scoresReader(criteria: readonly Criterion[], language: Language, problems: Problem[]): ScoresReader {
  const known = new Map<string, ReturnType<typeof placesIn>>();
  const placesIn = (table: TableSnapshot, judge: Judge) =>
    locateColumns(scoreSheetSpec(judge, criteria, language), table);
  return (table, judge) => {
    const headers = table.headers.join('\n');
    const places = known.get(headers) ?? placesIn(table, judge);
    known.set(headers, places);
    const recusal = places.get('recused') ?? -1;
    const marked = markedRows(table.values, recusal);
    const spec = marked.length > 0 ? scoreSheetSpec(judge, criteria, language) : null;
    const isRecused = (row: number): boolean =>
      spec !== null &&
      new CellReader(spec, problems).choice(
        rowAt(spec, places, row, table.values[row] ?? [], table),
        'recused',
        'yesNo',
        'no',
      ) === 'yes';
    return {
      judgeId: judge.judgeId,
      rows: table.values,
      entryPlace: places.get('entryId') ?? -1,
      places: criteria.map(({ criterionId }) => places.get(scoreKey(criterionId)) ?? -1),
      recused: new Set(marked.filter(isRecused)),
    };
  };
}

/** Rows in which that cell holds anything. */
function markedRows(rows: TableSnapshot['values'], place: number): number[] {
  const marked: number[] = [];
  for (let row = 0; row < rows.length; row++) if ((rows[row]?.[place] ?? '') !== '') marked.push(row);
  return marked;
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
