// Double computing: whether the live formulas of 成绩排名 say what the core computes, or the first cell where they do not.
import { fromDecimal, roundHalfUp, toDecimal } from '../../core/contest/exact';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { locateColumns, readRows } from '../../workbook/contract/rows';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { columnOf } from '../../workbook/contract/spec';
import { judgeKey, standingsSpec } from '../../workbook/tables/standings/standings';
import { standingRecords } from './standingRecords';
import { contestOf } from './contestSituation';
import { ENTRIES } from '../../workbook/tables/entries/entries';
import { CRITERIA, JUDGES } from '../../workbook/tables/judges/judges';
import { SCORE_TABLE_PREFIX } from '../../workbook/tables/scoreSheet/scoreSheet';
import { SETTINGS } from '../../workbook/tables/settings/settings';

/** The first cell of 成绩排名 whose formula says something else than the rules. */
export interface CellDifference {
  readonly table: 'Standings';
  /** entryId */
  readonly row: string;
  /** Header as it stands in the workbook's language. */
  readonly column: string;
  readonly key: string;
  readonly formula: string;
  readonly core: string;
}

export type Comparison =
  /** `cells`: how many were compared; 0 when nothing is ranked yet. */
  | { readonly kind: 'agree'; readonly cells: number }
  | { readonly kind: 'differ'; readonly cells: number; readonly first: CellDifference };

/** Decimals to which both are compared: beyond them spreadsheets carry binary noise. */
const DECIMALS = 6;

function decimals(value: string): string {
  return value === '' ? '' : roundHalfUp(fromDecimal(value), DECIMALS);
}

function formulaText(value: string | number | boolean): string {
  return typeof value === 'number' ? value.toFixed(DECIMALS) : String(value).trim();
}

/** Columns that hold formulas: whoever adds one says here what it must show. The others are written by the ranking itself. */
type Computed = Exclude<
  ColumnKeys['Standings'],
  'entryId' | 'blindNo' | 'title' | 'unit' | 'decision' | 'tieKey' | 'eligible' | 'why' | 'issue'
>;

/** What each formula column must show for the standing, by column key. */
function wanted(standing: Standing, judges: readonly string[], tied: string): Record<Computed, string> {
  const counts = standing.count > 0;
  return {
    ...Object.fromEntries(judges.map((judgeId) => [judgeKey(judgeId), decimals(standing.subtotals[judgeId] ?? '')])),
    count: decimals(String(standing.count)),
    high: counts ? decimals(standing.high ?? '') : '',
    low: counts ? decimals(standing.low ?? '') : '',
    score: standing.score,
    shown: decimals(standing.shown),
    rank: standing.rank === null ? '' : decimals(String(standing.rank)),
    tied: standing.tied ? tied : '',
  };
}

/**
 * Compares every formula cell of the rows that are still registered, judges' columns first, so that the first difference is
 * the one that causes the others. A rank that differs alone means that the ranking has to be computed again: ties are told
 * apart by a column that only the ranking writes.
 */
export function compareStandings(snapshot: WorkbookSnapshot, campaign: Campaign): Comparison {
  return compared(snapshot, campaign).comparison;
}

const RESTED_ON: ReadonlySet<string> = new Set([JUDGES.name, ENTRIES.name, CRITERIA.name, SETTINGS.name]);

/** What is told besides a difference. */
interface ToldBesides {
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** Whether it explains the difference: the sheets may count what is wrong otherwise than the rules until it is mended. */
const explains = ({ problems, notices }: ToldBesides): boolean =>
  problems.some(({ table = '' }) => RESTED_ON.has(table) || table.startsWith(SCORE_TABLE_PREFIX)) ||
  notices.some(({ code }) => code === 'recused-scored' || code === 'inactive-judge');

/** Numbers without the noughts that they are compared with. Example: “6.000000” → “6”. */
const asWritten = (cell: string): string => (/^-?\d+\.\d{6}$/.test(cell) ? toDecimal(fromDecimal(cell)) : cell);

/** How the difference is told: what is put right by ranking again, and what by putting formulas back. */
export function standingsDiffer(
  { table, row, column, key, formula, core }: CellDifference,
  besides: ToldBesides,
): Problem {
  const isNamed = explains(besides);
  const [shown, wanted] = [asWritten(formula), asWritten(core)];
  const cure = isNamed
    ? text(
        '多半是因为下面列出的评委、作品或评分表的问题，请先改正它们',
        'this is probably what is named below of judges, entries or score sheets: mend that first',
      )
    : BY_RANKING.has(key)
      ? text('请重新排名', 'rank again')
      : text('请点“改正”恢复成绩排名和评分表的公式', '“Mend” puts the formulas of standings and score sheets back');
  return {
    code: 'formula-differs',
    table,
    row,
    column,
    found: shown,
    expected: text(wanted, wanted),
    message: text(
      `成绩排名 ${row} 的“${column}”表里是“${shown}”，按规则应为“${wanted}”：${isNamed ? '' : '请先按 F9 重算；仍不一致，'}${cure.zh}。`,
      `Standings ${row}, “${column}” shows “${shown}”, by the rules it is “${wanted}”: ${isNamed ? '' : 'recalculate (F9); if it still differs, '}${cure.en}.`,
    ),
  };
}

/**
 * For the ranking, which puts back the formulas of the rank alone: cells of other formula columns that show something else than it found, since somebody
 * put another formula there or into a subtotal of a judge's sheet. At most one problem, the first.
 */
export function standingsSayOtherwise(
  snapshot: WorkbookSnapshot,
  campaign: Campaign,
  standings: readonly Standing[],
  besides: ToldBesides,
): readonly Problem[] {
  const { comparison } = compared(snapshot, campaign, standings, BY_RANKING);
  return comparison.kind === 'differ' ? [standingsDiffer(comparison.first, besides)] : [];
}

interface Compared {
  readonly comparison: Comparison;
  /** Every story that has a place now is among the rows. */
  readonly complete: boolean;
}

/** Written by the ranking, or following from what it writes. */
const BY_RANKING: ReadonlySet<string> = new Set(['rank', 'tied'] satisfies Computed[]);

function compared(
  snapshot: WorkbookSnapshot,
  campaign: Campaign,
  standings?: readonly Standing[],
  without: ReadonlySet<string> = new Set(),
): Compared {
  const table = snapshot.tables['Standings'];
  const contest = contestOf(campaign);
  const spec = standingsSpec(contest.judges, contest.rules.method);
  if (!table || contest.judges.length === 0) return { comparison: { kind: 'agree', cells: 0 }, complete: false };
  const { language } = campaign.settings;
  const places = locateColumns(spec, table);
  const standingOf = new Map((standings ?? computeStandings(contest)).map((standing) => [standing.entryId, standing]));
  const judges = contest.judges.map(({ judgeId }) => judgeId);
  // A judge without a column comes in by ranking.
  const lacksJudge = judges.some((judgeId) => (places.get(judgeKey(judgeId)) ?? -1) < 0);
  const rows = readRows(spec, table);
  const pairs = rows.flatMap((row) => {
    const standing = standingOf.get(row.text('entryId'));
    return standing ? [{ row, cells: wanted(standing, judges, language === 'zh' ? '并列' : 'tied') }] : [];
  });
  const ranked = new Set(pairs.map(({ row }) => row.text('entryId')));
  const complete = [...standingOf.values()].every(({ entryId, rank }) => rank === null || ranked.has(entryId));
  const keys = (Object.keys(pairs[0]?.cells ?? {}) as Computed[]).filter(
    (key) => (places.get(key) ?? -1) >= 0 && !without.has(key),
  );
  for (const key of keys) {
    for (const { row, cells } of pairs) {
      const formula = formulaText(row.get(key));
      const core = cells[key] ?? '';
      if (formula === core) continue;
      const first: CellDifference = {
        table: 'Standings',
        row: row.text('entryId'),
        column: columnOf(spec, key).header[language],
        key: lacksJudge ? 'rank' : key,
        formula: row.text(key),
        core,
      };
      return { comparison: { kind: 'differ', cells: keys.length * pairs.length, first }, complete };
    }
  }
  return { comparison: { kind: 'agree', cells: keys.length * pairs.length }, complete };
}

/** none: nobody has ranked yet. asScored: nothing is left but to decide. overtaken: what the last ranking wrote is no longer what the scores say. */
export type RankingState = 'none' | 'asScored' | 'overtaken';

/**
 * Whether 成绩排名 has every story that is to be ranked and says of each what the scores say now: also the decisions and their reasons,
 * which are values of the last ranking and do not follow a score that a judge changes after it.
 */
export function rankingState(snapshot: WorkbookSnapshot, campaign: Campaign): RankingState {
  if (!wasRanked(snapshot, campaign)) return 'none';
  const { comparison, complete } = compared(snapshot, campaign);
  if (comparison.cells === 0) return 'none';
  const holds = comparison.kind === 'agree' && complete && decidesAsScored(snapshot, campaign);
  return holds ? 'asScored' : 'overtaken';
}

/** The score sheets come with rows of the standings; what the ranking itself writes stands in none of them before the first. */
function wasRanked({ tables }: WorkbookSnapshot, campaign: Campaign): boolean {
  const table = tables['Standings'];
  const { judges, rules } = contestOf(campaign);
  const rows = table ? readRows(standingsSpec(judges, rules.method), table) : [];
  return rows.some((row) => row.text('decision') !== '' || row.text('why') !== '');
}

function decidesAsScored({ tables }: WorkbookSnapshot, campaign: Campaign): boolean {
  const table = tables['Standings'];
  if (!table) return false;
  const contest = contestOf(campaign);
  const { language } = campaign.settings;
  const records = standingRecords(computeStandings(contest), { campaign, language });
  const recordOf = new Map(records.map((record) => [record.entryId, record]));
  return readRows(standingsSpec(contest.judges, contest.rules.method), table).every((row) => {
    const record = recordOf.get(row.text('entryId'));
    return !record || (row.text('decision') === record.decision && row.text('why') === record.why.trim());
  });
}
