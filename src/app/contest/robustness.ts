// Robustness: how sure the winners are, how far judges agree, where they disagree most. Looks only; on request the made sheet 稳健性.
import { entrySpreads, judgeAgreements, stablePlaces } from '../../core/contest/agreement';
import type { EntrySpread, JudgeAgreement } from '../../core/contest/agreement';
import { decisions } from '../../core/contest/decisions';
import type { Alternative } from '../../core/contest/robustness';
import { robustness } from '../../core/contest/robustness';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { ListCell, ListPage } from '../../workbook/sheets/listPage';
import { contestOf } from './contestSituation';
import { NO_PAGE } from '../run/madePage';
import { rankingObstacles } from './rankingObstacles';
import type { Decision, Situation } from '../run/runJob';
import { judgingPage } from './judgingPage';
import { stop } from '../run/stoppedDecision';
import { ROBUSTNESS_SHEET, type RobustnessInput } from './robustnessJob';

export interface RobustnessResults {
  /** Places from the top that hold however one counts; winners in all. */
  readonly stable: number;
  readonly winners: number;
  readonly alternatives: readonly Alternative[];
  readonly judges: readonly (JudgeAgreement & { readonly name: string })[];
  /** Largest deviation first. */
  readonly entries: readonly (EntrySpread & {
    readonly blindNo: string;
    readonly title: string;
    readonly rank: number | null;
  })[];
}

/** Entries listed on the sheet. */
const LISTED = 15;
/** Deviations above this many points are worth a talk among judges. */
const WIDE = 6;

function verdict({ stable, winners, alternatives }: RobustnessResults): Text {
  if (alternatives.length === 0)
    return text(
      `换任何一种算法、去掉任何一位评委，${winners} 个获奖者都不变。`,
      `The ${winners} winners are the same however one counts and without any one judge.`,
    );
  const ways = text(
    alternatives.map(({ name }) => name.zh).join('、'),
    alternatives.map(({ name }) => name.en).join(', '),
  );
  if (stable === 0)
    return text(`第1名起就取决于规则（${ways.zh}）。`, `Even the first place depends on the rules (${ways.en}).`);
  if (stable === winners)
    return text(
      `现有 ${winners} 个获奖者都稳定，但有别的作品会进入（${ways.zh}）。`,
      `All ${winners} winners stand, but others would come in (${ways.en}).`,
    );
  const rest =
    stable + 1 === winners
      ? text(`第${winners}名取决于规则`, `place ${winners} depends on the rules`)
      : text(`第${stable + 1}至${winners}名取决于规则`, `places ${stable + 1} to ${winners} depend on the rules`);
  return text(
    `前${stable}名稳定，${rest.zh}（${ways.zh}）。`,
    `The first ${stable} places are stable, ${rest.en} (${ways.en}).`,
  );
}

function pageOf(
  { campaign, language }: Situation,
  results: RobustnessResults,
  standings: readonly Standing[],
): Omit<ListPage, 'stamp'> {
  const say = (words: Text): string => words[language];
  const numbers = (ids: readonly string[]): string =>
    ids.map((id) => standings.find(({ entryId }) => entryId === id)?.blindNo ?? id).join('、') || '—';
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
  return {
    name: say(ROBUSTNESS_SHEET.sheet),
    title: say(text('评选结果的稳健性', 'How sure the result is')),
    footer: campaign.settings.campaign,
    landscape: false,
    official: false,
    closing: [],
    subtitle: [
      campaign.settings.campaign,
      say(text('供评委会参考，不影响结果', 'For the committee to know; it decides nothing')),
    ],
    grid: [10, 16, 16, 14, 14, 14],
    sections: [
      {
        heading: say(text('一、换一种算法，获奖者会不会变', '1. Would others win, counted otherwise?')),
        lines: [say(verdict(results))],
        ...(results.alternatives.length > 0 && {
          columns: [
            { header: say(text('换成', 'Counted')), span: 3, left: true },
            { header: say(text('会进入的', 'Comes in')), span: 2 },
            { header: say(text('会退出的', 'Goes out')) },
          ],
          rows: results.alternatives.map(({ name, comesIn, goesOut }): ListCell[] => [
            { value: say(name) },
            { value: numbers(comesIn) },
            { value: numbers(goesOut) },
          ]),
        }),
      },
      {
        heading: say(text('二、评委之间', '2. Among the judges')),
        lines: [
          say(
            text(
              '宽严：比其他评委对同样的作品平均高（+）或低（−）多少分。一致性：与其他评委平均分的相关系数，1 为完全一致，0 为无关。',
              'Severity: points above (+) or below (−) the other judges on the same entries. Agreement: correlation with their mean; 1 is perfect, 0 none.',
            ),
          ),
        ],
        columns: [
          { header: say(text('评委', 'Judge')), span: 2, left: true },
          { header: say(text('计入篇数', 'Entries')) },
          { header: say(text('平均分', 'Mean')) },
          { header: say(text('宽严', 'Severity')) },
          { header: say(text('一致性', 'Agreement')) },
        ],
        rows: results.judges.map((judge): ListCell[] => [
          { value: judge.name },
          { value: judge.count },
          { value: judge.mean.toFixed(2) },
          { value: signed(judge.severity) },
          {
            value: judge.agreement === null ? '—' : judge.agreement.toFixed(2),
            ...(judge.agreement !== null && judge.agreement < 0.3 && { tone: 'late' as const, bold: true }),
          },
        ]),
      },
      {
        heading: say(
          text(
            `三、分歧最大的 ${Math.min(LISTED, results.entries.length)} 篇`,
            `3. The ${Math.min(LISTED, results.entries.length)} entries judges differ on most`,
          ),
        ),
        columns: [
          { header: say(text('编号', 'No.')) },
          { header: say(text('题目', 'Title')), span: 2, left: true },
          { header: say(text('名次', 'Rank')) },
          { header: say(text('最高与最低相差', 'Range')) },
          { header: say(text('标准差', 'Deviation')) },
        ],
        rows: results.entries
          .slice(0, LISTED)
          .map((entry): ListCell[] => [
            { value: entry.blindNo },
            { value: entry.title },
            { value: entry.rank ?? '—' },
            { value: entry.range.toFixed(2) },
            { value: entry.deviation.toFixed(2), ...(entry.deviation > WIDE && { tone: 'late' as const, bold: true }) },
          ]),
      },
    ],
  };
}

/** Ranks again under other methods and without each judge, and says which places depend on it. `sheet`: whether to write a sheet of it. */
export function decideRobustness(situation: Situation, { sheet }: RobustnessInput): Decision<RobustnessResults> {
  const { campaign } = situation;
  const stopping = rankingObstacles(situation);
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const standings = computeStandings(contest);
  const ranked = standings.filter(({ rank }) => rank !== null);
  const decision = decisions(ranked, contest.rules, campaign.settings.reserve);
  const winners = ranked.filter((standing) => standing.decision === 'award').map(({ entryId }) => entryId);
  const alternatives = robustness(contest);
  const nameOf = new Map(campaign.judges.map(({ judgeId, name }) => [judgeId, name || judgeId]));
  const standingOf = new Map(standings.map((standing) => [standing.entryId, standing]));
  const results: RobustnessResults = {
    stable: stablePlaces(winners, alternatives),
    winners: winners.length,
    alternatives,
    judges: judgeAgreements(standings).map((judge) => ({ ...judge, name: nameOf.get(judge.judgeId) ?? judge.judgeId })),
    entries: entrySpreads(ranked)
      .map((spread) => {
        const standing = standingOf.get(spread.entryId);
        return {
          ...spread,
          blindNo: standing?.blindNo ?? '',
          title: standing?.title ?? '',
          rank: standing?.rank ?? null,
        };
      })
      .sort((a, b) => b.deviation - a.deviation || (a.entryId < b.entryId ? -1 : 1)),
  };
  const tie: Problem[] =
    decision.kind !== 'tie'
      ? []
      : [
          {
            code: 'tie-at-quota',
            table: 'Standings',
            found: decision.contested.join('、'),
            expected: text('获奖线上没有并列', 'no tie across the line'),
            message: text(
              `获奖线上有 ${decision.contested.length} 个并列，还没有评定，这里只看线上无争议的 ${winners.length} 个。`,
              `${decision.contested.length} are tied across the line and undecided; only the ${winners.length} above it are looked at.`,
            ),
          },
        ];
  const page = sheet
    ? judgingPage(situation, 'robustness', ROBUSTNESS_SHEET, pageOf(situation, results, standings))
    : NO_PAGE;
  return {
    steps: page.steps,
    changed: sheet ? { Robustness: { added: 1, updated: 0 } } : {},
    notices: [...tie, ...page.notices],
    results,
    message: verdict(results),
  };
}
