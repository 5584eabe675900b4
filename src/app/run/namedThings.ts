// From what a person gave as an option to the unit, the item or the moment that is meant: by equality, or as a problem. Knows no job.
import type { Problem } from '../../core/ground/problem';
import type { Requirement } from '../../core/requirements/requirement';
import type { Unit } from '../../core/roster/unit';
import { createUnitMatcher } from '../../core/roster/unitMatcher';
import { text } from '../../core/ground/text';
import { isFarOff } from '../../core/time/farOff';
import { parseMoment } from '../../core/time/parseMoment';
import { wallTimeFromIso, type WallTime } from '../../core/ground/wallTime';

/** What a word of an option names, or why it names nothing. */
export type Named<Thing> =
  | { readonly thing: Thing; readonly problems: readonly [] }
  | { readonly thing: null; readonly problems: readonly Problem[] };

const refuse = (problem: Problem): { readonly thing: null; readonly problems: readonly Problem[] } => ({
  thing: null,
  problems: [problem],
});

/** By id, name, short name or alias. Example: '县检察院' is the unit with that alias; '检察' gives 'doubtful-unit' with its candidates. */
export function unitCalled(units: readonly Unit[], given: string | undefined): Named<Unit> {
  const word = (given ?? '').trim();
  const place = { table: 'Units', column: 'unit', found: word, expected: text('名册里的单位', 'a unit of the roster') };
  if (word === '') return refuse({ ...place, code: 'missing-unit', message: text('请指明单位。', 'Name the unit.') });
  const match = createUnitMatcher(units).match(word);
  if (match.kind === 'exact' && match.unit.unitId === '')
    return refuse({
      ...place,
      code: 'missing-id',
      message: text(
        `名册里的“${match.unit.name}”还没有单位编号：点“改正”补上编号，再来。`,
        `${match.unit.name} has no unit id in the roster yet: “Mend” gives it one, then try again.`,
      ),
    });
  if (match.kind === 'exact') return { thing: match.unit, problems: [] };
  if (match.kind === 'doubtful') {
    const names = match.candidates.map(({ unitId, name }) => `${unitId} ${name}`).join('、');
    return refuse({
      ...place,
      code: 'doubtful-unit',
      message: text(
        `“${word}”可能是：${names}。请写全称或编号。`,
        `“${word}” may be ${names}: give the full name or the id.`,
      ),
    });
  }
  return refuse({
    ...place,
    code: 'unknown-unit',
    message: text(
      `名册里没有“${word}”。请写单位全称、简称、别名或编号。`,
      `The roster has no “${word}”: give a name, short name, alias or id.`,
    ),
  });
}

/** By id or whole title. */
export function requirementCalled(requirements: readonly Requirement[], given: string | undefined): Named<Requirement> {
  const word = (given ?? '').normalize('NFKC').trim();
  const known = requirements.map(({ requirementId, title }) => `${requirementId} ${title}`).join('、');
  const place = { table: 'Requirements', column: 'requirement', found: word, expected: text(known, known) };
  if (word === '')
    return refuse({
      ...place,
      code: 'missing-requirement',
      message: text(`请指明事项：${known}。`, `Name the item: ${known}.`),
    });
  const [only, ...more] = requirements.filter(
    ({ requirementId, title }) =>
      requirementId.toLowerCase() === word.toLowerCase() || title.normalize('NFKC') === word,
  );
  if (only && more.length === 0) return { thing: only, problems: [] };
  return refuse({
    ...place,
    code: 'unknown-requirement',
    message: text(`没有事项“${word}”。现有：${known}。`, `There is no item “${word}”. Known: ${known}.`),
  });
}

/** A year far from the campaign's is refused: it may be mistyped, and the settings say which year is meant. */
function aroundTheYear(
  time: WallTime,
  found: string,
  year: number,
  column: string,
): { readonly thing: WallTime | null; readonly problems: readonly Problem[] } {
  if (!isFarOff(time, year)) return { thing: time, problems: [] };
  return refuse({
    code: 'year-far-off',
    column,
    expected: text(`${year} 年前后的时间`, `a moment around the year ${year}`),
    found,
    message: text(
      `“${found}”不在活动年份 ${year} 年前后，年份可能写错了：请改正，或改设置中的年份。`,
      `“${found}” is not around the campaign's year ${year}; the year may be mistyped: correct it, or the year in the settings.`,
    ),
  });
}

/** As people write moments; a missing year is the campaign's. No moment given is null without a problem. */
export function momentCalled(
  given: string | undefined,
  campaignYear: number,
  column: string,
): { readonly thing: WallTime | null; readonly problems: readonly Problem[] } {
  const word = (given ?? '').trim();
  if (word === '') return { thing: null, problems: [] };
  const iso = /\d{1,2}:\d{2}/.test(word) ? wallTimeFromIso(word) : null;
  if (iso !== null) return aroundTheYear(iso, word, campaignYear, column);
  const parsed = parseMoment(word.replace(/^(\d{4}-\d{1,2}-\d{1,2})T/, '$1 '), campaignYear);
  if (parsed.kind === 'moment') return aroundTheYear(parsed.time, word, campaignYear, column);
  return refuse({
    code: parsed.code,
    column,
    expected: parsed.expected,
    found: word,
    message: text(
      `“${word}”不是可用的时间：应为${parsed.expected.zh}。`,
      `“${word}” is no usable moment: expected ${parsed.expected.en}.`,
    ),
  });
}
