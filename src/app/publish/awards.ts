// Make 获奖名单 from the standings (A-1). A tie across the quota stops it until the committee's choice is given, with its reason (R-4).
import { amountInFigures } from '../../core/ground/amountInFigures';
import type { Award, AwardList } from '../../core/awards/awardList';
import { personShown } from '../../core/awards/publicWinner';
import { rulesInWords } from '../../core/awards/rulesInWords';
import { inOneLine, nestedMarks } from '../../core/awards/titleWords';
import type { TieOption } from '../../core/contest/decisions';
import type { Entry } from '../../core/contest/contest';
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import { hasTiers } from '../../core/contest/tiers';
import { fromSource } from './sourceMark';
import { fromRecord, fromScores, type SettledTie } from './awardsSource';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import type { Campaign } from '../../workbook/campaign';
import { awardsSheet } from '../../workbook/sheets/awardsSheet';
import type { AwardsPage } from '../../workbook/sheets/awardsSheet';
import { placeMadeSheet, stampLine } from '../../workbook/sheets/madeSheet';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { contestOf, judgesWhoScore } from '../contest/contestSituation';
import { changesSinceDecision, keptAwards } from '../contest/decisionChangeProblems';
import { decisionInForce, decisionNotices } from '../contest/decisionRecord';
import { entryHeader, ownTitle, personHeader } from '../../core/campaign/ownWords';
import { rulesNotices, rulesOnRecord } from '../contest/judgingRules';
import { carriedProblems, plannedDoubts, publicProblems } from './publicPage';
import { publicPerson, unknownTiers } from './winners';
import { listState, pendingLine, pendingProblems } from './listState';
import { rankingObstacles } from '../contest/rankingObstacles';
import { standingRecords } from '../contest/standingRecords';
import { withStandingsMark } from '../contest/standingsMark';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { revoteLines, revotesBefore } from '../contest/revoteWords';
import { settledTieLine, SETTLED } from './settledTie';
import { tieInputProblems } from '../contest/tieProblems';
import { AWARDS, type AwardsInput } from './awardsJob';
import { unsigned } from './unsigned';

/** Yuan. `overBudget`: how much `total` is above what was planned. */
export interface AwardsResults {
  /** By place, then blind number. */
  readonly winners: readonly (Award & { readonly unit: string; readonly storyteller: string })[];
  readonly reserve: readonly string[];
  readonly total: number;
  readonly overBudget: number;
  readonly tie: SettledTie | null;
  /** What the committee may choose from, when a tie across the line stopped it. */
  readonly options?: readonly TieOption[];
}

/** Who decided when, and who withdrew since. */
function recordLines(frozen: FrozenDecision): Text[] {
  const { act, later } = frozen;
  const day = (at: number, language: 'zh' | 'en'): string => formatMoment(at, language, 'minute');
  const why = act.reason === '' ? text('', '') : text(`，理由：${act.reason}`, `: ${act.reason}`);
  const leaving = later.filter(({ outcome }) => outcome === 'withdrawn');
  return [
    text(`${act.by}于${day(act.at, 'zh')}评定${why.zh}。`, `Decided by ${act.by}, ${day(act.at, 'en')}${why.en}.`),
    ...leaving.map((ruling) => {
      const own = later.filter(({ actId }) => actId === ruling.actId);
      const next = own.find(({ outcome }) => outcome === 'movedUp');
      const up = own.filter(({ outcome }) => outcome === 'award');
      return text(
        `《${ruling.title}》退出${up.map(({ title, tier }) => `，《${title}》升为${tier}`).join('')}${next ? `，《${next.title}》递补` : ''}（${ruling.by}，${day(ruling.at, 'zh')}）：${ruling.reason}。`,
        `“${ruling.title}” withdrew${up.map(({ title, tier }) => `, “${title}” moved up to ${tier}`).join('')}${next ? `, “${next.title}” moved up` : ''} (${ruling.by}, ${day(ruling.at, 'en')}): ${ruling.reason}.`,
      );
    }),
  ];
}

/** The paragraphs under the table: rules, what was computed differently, the committee's decision, who is in reserve. */
function paragraphs(
  { campaign }: Situation,
  standings: readonly Standing[],
  list: Extract<AwardList, { kind: 'decided' }>,
  tie: AwardsResults['tie'],
  seed: string | undefined,
): AwardsPage['paragraphs'] {
  const contest = contestOf(campaign);
  const titles = (ids: readonly string[]): Text => {
    const called = standings.filter(({ entryId }) => ids.includes(entryId)).map(({ title }) => title);
    return text(called.map((title) => `《${title}》`).join('、'), called.map((title) => `“${title}”`).join(', '));
  };
  const winners = standings.filter(({ decision }) => decision === 'award');
  const differently = winners.filter((standing) => standing.differently).map(({ entryId }) => entryId);
  // All of them named one by one would fill a page.
  const whose = differently.length === winners.length ? text('各获奖作品', 'All winning entries') : titles(differently);
  const rules = [
    ...rulesInWords(contest.rules, contest.criteria, contest.judges.length),
    ...rulesOnRecord(campaign),
  ].map((line, index) => text(`${index + 1}. ${line.zh}`, `${index + 1}. ${line.en}`));
  const exceptions =
    differently.length > 0
      ? [text(`${whose.zh}有效评分不足，按平均分计。`, `${whose.en}: too few scores to trim, plain mean.`)]
      : [];
  const frozen = decisionInForce({ campaign });
  const voted = revotesBefore(campaign, frozen);
  const titleOf = new Map(standings.map(({ entryId, title }) => [entryId, title]));
  const settled = tie && settledTieLine(tie, seed, (entryId) => titleOf.get(entryId) ?? entryId);
  return [
    { heading: text('评审规则', 'Rules of judging'), lines: [...rules, ...exceptions] },
    ...(voted.length > 0 ? [{ heading: text('复评', 'Re-vote'), lines: revoteLines(voted, campaign) }] : []),
    ...(settled ? [{ heading: text('评委会决定', 'Decision of the committee'), lines: [settled] }] : []),
    ...(frozen ? [{ heading: text('决定记录', 'On record'), lines: recordLines(frozen) }] : []),
    ...(list.reserve.length > 0
      ? [
          {
            heading: text('候补', 'Reserve'),
            lines: [
              text(
                list.reserve.map(({ rank, title, shown }) => `第${rank}名《${title}》${shown}分`).join('；') + '。',
                list.reserve.map(({ rank, title, shown }) => `${rank}. “${title}” ${shown}`).join('; ') + '.',
              ),
            ],
          },
        ]
      : []),
  ];
}

/** The same with titles as they stand in a sentence. */
const inSentences = (written: AwardsPage['paragraphs']): AwardsPage['paragraphs'] =>
  written.map(({ heading, lines }) => ({
    heading,
    lines: lines.map(({ zh, en }) => text(nestedMarks(inOneLine(zh)), nestedMarks(inOneLine(en)))),
  }));

type Behind = Pick<Entry, 'category' | 'storyteller'>;

/** Category and person of a winner: as they were decided (R-8), of what is not decided as they stand. */
function behind(campaign: Campaign): (award: Award) => Behind | undefined {
  const kept = keptAwards(campaign);
  const known = new Map<string, Behind>(campaign.entries.map((entry) => [entry.entryId, entry]));
  return ({ entryId }) => kept.get(entryId) ?? known.get(entryId);
}

function pageOf(
  situation: Situation,
  standings: readonly Standing[],
  list: Extract<AwardList, { kind: 'decided' }>,
  results: AwardsResults,
  seed: string | undefined,
): AwardsPage {
  const { campaign, language, asOf, now } = situation;
  const { settings } = campaign;
  const behindOf = behind(campaign);
  const tied = text('\n并列', '=')[language];
  const tiered = hasTiers(settings.rules);
  const rows = results.winners.map((award) => ({
    place: `${tiered ? `${award.tier}\n` : ''}${award.rank}${award.tied ? tied : ''}`,
    title: award.title,
    unit: award.unit,
    category: behindOf(award)?.category ?? '',
    storyteller: personShown(publicPerson(behindOf(award), settings), language),
    score: award.shown,
    prize: award.prize,
  }));
  return {
    campaign: settings.campaign,
    title: ownTitle(settings.words.awardsTitle, text('获奖名单', 'Award list'), language),
    entryHeader: entryHeader(settings, language),
    personHeader: personHeader(settings, language),
    theme: settings.theme,
    organiser: settings.organiser,
    rows,
    total: list.total,
    pending: pendingLine(listState(campaign, asOf))?.[language] ?? '',
    date: formatMoment(asOf, language, 'full').replace(language === 'zh' ? / .*$/ : /,.*$/, ''),
    paragraphs: inSentences(paragraphs(situation, standings, list, results.tie, seed)),
    stamp: stampLine(asOf, now, '', language),
  };
}

/** The winners with unit and person as public paper names them, and what of a tie was settled. */
function resultsOf(
  { campaign, language }: Situation,
  list: Extract<AwardList, { kind: 'decided' }>,
  tie: AwardsResults['tie'],
): AwardsResults {
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const behindOf = behind(campaign);
  const underAlias = text('化名', 'alias')[language];
  return {
    winners: list.awards.map((award) => {
      const { storyteller, alias } = publicPerson(behindOf(award), campaign.settings);
      return {
        ...award,
        unit: nameOf.get(award.unitId) ?? '',
        storyteller: storyteller === '' && alias ? underAlias : storyteller,
      };
    }),
    reserve: list.reserve.map(({ entryId }) => entryId),
    total: list.total,
    overBudget: list.overBudget,
    tie,
  };
}

/** Columns of title and unit: places and scores of a row change. */
const TITLE_AND_UNIT = [1, 2];

/** Decides the award list anew from the scores, never from what stands on a sheet. */
export function decideAwards(situation: Situation, input: AwardsInput): Decision<AwardsResults> {
  const { campaign, snapshot, language, now } = situation;
  const stopping = [...rankingObstacles(situation), ...tieInputProblems(input)];
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const computed = computeStandings(contest);
  const frozen = decisionInForce(situation);
  const since = changesSinceDecision(campaign);
  const lost = [...since.record, ...unknownTiers(campaign)];
  if (lost.length > 0) return stop(lost);
  const source = frozen ? fromRecord(frozen, computed, situation, input) : fromScores(computed, situation, input);
  if (source.kind === 'stopped')
    return {
      ...stop(source.problems),
      results: { ...AWARDS.nothing, ...(source.options && { options: source.options }) },
    };
  const { standings, list, tie, seed } = source;
  if (list.kind === 'open' || list.awards.length === 0) {
    return stop([
      {
        code: 'no-awards',
        table: 'Standings',
        expected: text('至少一个获奖作品', 'at least one winner'),
        found: '',
        message: text(
          '还没有可以获奖的作品：请先补齐评分并计算排名。',
          'No entry can win yet: complete the scores and compute the ranking first.',
        ),
      },
    ]);
  }
  const results = resultsOf(situation, list, tie);
  const sheet = awardsSheet(pageOf(situation, standings, list, results, seed), language);
  const placing = placeMadeSheet(snapshot, { key: 'awards', sheet, rowKey: TITLE_AND_UNIT }, now, language);
  const exposed = [...publicProblems(sheet, situation), ...carriedProblems(sheet.name, placing.carried, situation)];
  if (exposed.length > 0) return stop(exposed);
  const plan = standingsPlan({
    snapshot,
    judges: judgesWhoScore(campaign),
    criteria: campaign.criteria,
    method: contest.rules.method,
    language,
    records: standingRecords(standings, situation),
    after: snapshot.tables['Criteria']?.sheet,
  });
  if (plan.problems.length > 0) return stop(plan.problems);
  const chosen = results.tie
    ? text(
        `（并列：${[SETTLED[results.tie.choice].zh, results.tie.reason].filter(Boolean).join('，')}）`,
        ` (tie: ${[SETTLED[results.tie.choice].en, results.tie.reason].filter(Boolean).join(', ')})`,
      )
    : text('', '');
  const tiered = hasTiers(contest.rules);
  return {
    steps: [
      ...withStandingsMark(situation, [...plan.steps, ...fromSource('Awards', situation, placing.steps)]),
      { kind: 'activate', sheet: sheet.name },
    ],
    changed: {
      Awards: { added: results.winners.length, updated: 0 },
      ...(plan.added + plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    notices: [
      ...plannedDoubts(sheet, situation),
      ...unsigned(situation),
      ...pendingProblems(listState(campaign, situation.asOf), campaign),
      ...since.besides,
      ...decisionNotices(computed, situation),
      ...rulesNotices(campaign, language),
      ...source.notices,
      ...placing.notices,
    ],
    results,
    preview: {
      added: results.winners.map(({ entryId, rank, title, unit, tier }) => ({
        table: 'Awards',
        row: entryId,
        summary: `${[tiered ? tier : '', String(rank)].filter(Boolean).join(' ')}　${title}（${unit}）`,
      })),
      changed: plan.changes,
      unchanged: 0,
    },
    message: text(
      `获奖名单已生成：${results.winners.length} 件作品，奖金共 ${amountInFigures(list.total)} 元${chosen.zh}。`,
      `The award list is made: ${results.winners.length} entries, ${amountInFigures(list.total)} yuan in all${chosen.en}.`,
    ),
  };
}
