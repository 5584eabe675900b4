// Why a cell that should name a unit does not, and how to mend it. Knows no table but the place it is given.
import { looksLikeFormula, meansNone } from '../import/cellText';
import type { Place, Problem } from '../ground/problem';
import { text, type Text } from '../ground/text';
import type { Unit } from './unit';
import type { UnitMatch } from './unitMatcher';

/** So many candidates are named in a message; more would hide the sentence. */
const NAMED = 5;

/**
 * The problem of a cell that names no single unit, or null when it names one: 'missing-unit' (nothing there), 'formula-like',
 * 'doubtful-unit' (the candidates are named), 'unknown-unit'.
 * Example: `unitProblem(' 教育局', matcher.match(' 教育局'), { table: 'Receipts', row: 3, column: '发件单位' })?.code === 'doubtful-unit'`.
 */
export function unitProblem(raw: string, match: UnitMatch, place: Place): Problem | null {
  if (match.kind === 'exact') return null;
  const base = {
    ...place,
    found: raw,
    expected: text('名册中的单位名称、简称或别名', 'A name, short name or alias of a unit in the roster'),
  };
  if (meansNone(raw)) {
    return {
      ...base,
      code: 'missing-unit',
      message: text('没有写单位：请填上单位名称。', 'No unit is named: write the name of the unit.'),
    };
  }
  if (looksLikeFormula(raw)) {
    return {
      ...base,
      code: 'formula-like',
      message: text(
        '这段文字会被表格当作公式，没有采用：请改成单位名称。',
        'A spreadsheet would run this text as a formula, so it was not taken: write the name of the unit.',
      ),
    };
  }
  if (match.kind === 'unknown') {
    return {
      ...base,
      code: 'unknown-unit',
      ...(match.candidates.length > 0 && { choices: choicesOf(match.candidates) }),
      message: unknownWords(raw.trim(), match.candidates),
    };
  }
  const names =
    match.candidates
      .slice(0, NAMED)
      .map(({ name, unitId }) => `${name}（${unitId}）`)
      .join('、') + (match.candidates.length > NAMED ? '…' : '');
  return {
    ...base,
    code: 'doubtful-unit',
    choices: choicesOf(match.candidates),
    expected: text(`写明是哪一家：${names}`, `Say which: ${names}`),
    message: text(
      `“${raw.trim()}”不能确定是哪一家（可能是${names}）：请改成名册中的名称，或在名册的别名里加上它；若是另一家单位，请先加入名册。`,
      `“${raw.trim()}” may mean ${names}: write the name from the roster or add this spelling to the unit's aliases; if it is another unit, add it to the roster first.`,
    ),
  };
}

const choicesOf = (units: readonly Unit[]): NonNullable<Problem['choices']> =>
  units.map(({ name, unitId }) => ({ value: unitId, label: name }));

function unknownWords(written: string, candidates: readonly Unit[]): Text {
  const names = candidates.map(({ name, unitId }) => `${name}（${unitId}）`).join('、');
  return names === ''
    ? text(
        `名册里没有“${written}”：请改成名册中的名称，或先把它加入名册。`,
        `“${written}” is not in the roster: write a name from the roster, or add the unit there first.`,
      )
    : text(
        `名册里没有“${written}”，是不是${names}？请选一个，改成名册中的名称，或先把它加入名册。`,
        `“${written}” is not in the roster; is it ${names}? Choose one, write a name from the roster, or add the unit there first.`,
      );
}
