// Decide: puts the committee's decision on record (R-4). From then on lists and certificates follow the record, not the scores.
import { lineChoicesText, readLineChoices, type LineChoices } from '../../core/contest/lineChoices';
import { hasTiers, tiersOf } from '../../core/contest/tiers';
import { decisions, type Decision as ContestDecision, type TieOption } from '../../core/contest/decisions';
import type { TieChoice } from '../../core/contest/tieChoice';
import { resolveTie } from '../../core/contest/resolveTie';
import { settledRules } from '../../core/contest/ruling';
import type { Standing } from '../../core/contest/standing';
import { settledLines } from '../../core/contest/couldCross';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text, type Text } from '../../core/ground/text';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { contestOf, judgesWhoScore } from './contestSituation';
import { couldChange, couldChangeProblems, type CouldChange } from './couldChange';
import { contestFingerprint, decisionInForce } from './decisionRecord';
import { recordAct } from './recordAct';
import { rulesNotices } from './judgingRules';
import { rankingObstacles, unbrokenTies } from './rankingObstacles';
import { standingRecords } from './standingRecords';
import type { Decision, Situation } from '../run/runJob';
import { withStandingsMark } from './standingsMark';
import { stop } from '../run/stoppedDecision';
import { settledByRevote } from './revoteWords';
import { resolutionOf, revoteNeeded, strayTies, tieAtQuota, tieInputProblems } from './tieProblems';
import { DECIDE, type DecideInput } from './decideJob';
import { missingWho, missingReason } from './missingParticulars';
import { returningNotices, returningWinners } from './returningWinners';

/** An entry in the decision, as it goes on record. */
export interface DecidedStory {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  /** Shared places may be halves, such as 2.5; null: it takes none. */
  readonly rank: number | null;
  /** Decimal text, as it was at the decision. */
  readonly shown: string;
  /** Name of the tier; '' in reserve and where there are no named tiers. */
  readonly tier: string;
}

export interface DecideResults {
  readonly actId: string;
  readonly winners: readonly DecidedStory[];
  readonly reserve: readonly DecidedStory[];
  readonly tie: TieChoice | null;
  /** Of rules and scores at the decision: another one later says that they have moved. */
  readonly fingerprint: string;
  /** What the committee may choose from, when a tie across the line stopped it. */
  readonly options?: readonly TieOption[];
  /** Who could still cross a line by open scores (R-6): what stopped it, or what it was decided in spite of. */
  readonly couldChange: readonly CouldChange[];
}

function alreadyDecided(situation: Situation, { again, reason }: DecideInput): Problem[] {
  const frozen = decisionInForce(situation);
  if (!frozen) return [];
  if (again) return missingReason(reason, text('重新评定须写明理由。', 'Deciding anew needs a reason.'));
  return [
    {
      code: 'already-decided',
      table: 'Decisions',
      row: frozen.act.actId,
      found: frozen.act.by,
      expected: text('尚未评定', 'no decision yet'),
      message: text(
        `已有评定 ${frozen.act.actId}（${frozen.act.by}）：有人退出请用“退出递补”；确需重新评定，请选“重新评定”并写明理由。`,
        `Decision ${frozen.act.actId} (${frozen.act.by}) is on record: use “Withdraw” when a winner withdraws, or decide again with a reason.`,
      ),
    },
  ];
}

function waiting(entryIds: readonly string[], standings: readonly Standing[]): Problem[] {
  return standings
    .filter(({ entryId }) => entryIds.includes(entryId))
    .map(({ entryId, blindNo, title, count }) => ({
      code: 'not-ranked',
      table: 'Standings',
      row: entryId,
      found: String(count),
      expected: text('足够的有效评分', 'enough scores'),
      message: text(
        `${blindNo}号《${title}》有效评分只有${count}个，还不能评定：请补齐评分，或把“参评”改为“否”。`,
        `No. ${blindNo} “${title}” has only ${count} scores, so nothing can be decided: complete them, or set Eligible to No.`,
      ),
    }));
}

const story = ({ entryId, blindNo, title, rank, shown, tier = '' }: Standing): DecidedStory => ({
  tier,
  entryId,
  blindNo,
  title,
  rank,
  shown,
});

/** What is decided: the standings, and what was chosen where ties stood across lines. */
interface Settled {
  readonly standings: readonly Standing[];
  /** The choice for the line that `ties` does not name. */
  readonly tie: TieChoice | null;
  readonly lines: LineChoices;
}

function nothingToDecide(decision: ContestDecision, computed: readonly Standing[]): Problem[] {
  if (decision.kind === 'tooFewScored') return waiting(decision.waiting, computed);
  if (decision.kind !== 'noEntries') return [];
  return [
    {
      code: 'no-entries',
      table: 'Entries',
      expected: text('参评的作品', 'eligible entries'),
      found: '',
      message: text('没有参评的作品。', 'There is no eligible entry.'),
    },
  ];
}

/** A tie stands across a line: carried out as the committee chose; a line for which nothing was chosen stops it (R-4). */
function settleTies(
  computed: readonly Standing[],
  { campaign }: Situation,
  input: DecideInput,
): Settled | Decision<DecideResults> {
  const { rules } = contestOf(campaign);
  const { reserve } = campaign.settings;
  const resolution = resolutionOf(input);
  const left = decisions(computed, rules, reserve, resolution);
  if (left.kind === 'tie' && input.tie === 'revote') return stop([revoteNeeded(left, computed)]);
  if (left.kind === 'tie')
    return {
      ...stop([tieAtQuota(left, computed, { several: hasTiers(rules) })]),
      results: { ...DECIDE.nothing, options: left.choices },
    };
  const lines = readLineChoices(input.ties ?? '');
  return { standings: resolveTie(computed, rules, resolution, reserve), tie: input.tie ?? null, lines };
}

/** A tie across a line waits for its choice. */
function settle(
  computed: readonly Standing[],
  situation: Situation,
  input: DecideInput,
): Settled | Decision<DecideResults> {
  const { campaign } = situation;
  const { rules } = contestOf(campaign);
  if (decisions(computed, rules, campaign.settings.reserve).kind === 'tie')
    return settleTies(computed, situation, input);
  return { standings: computed, tie: settledByRevote(campaign) ? 'revote' : null, lines: {} };
}

/** Open scores that could carry a story across a line stop the decision (R-6), until it is wanted all the same, with a reason. */
function openScores(changes: readonly CouldChange[], { campaign }: Situation, input: DecideInput): Problem[] {
  if (changes.length === 0) return [];
  if (input.anyway)
    return missingReason(
      input.reason,
      text('评分未定仍要评定，须写明理由。', 'Deciding while scores are open needs a reason.'),
    );
  return couldChangeProblems(changes, campaign).map((problem) => ({
    ...problem,
    message: text(
      `${problem.message.zh}请先补齐或更正；仍要评定，请选“仍要评定”并写明理由。`,
      `${problem.message.en} Complete or correct them first; to decide all the same, say so and why.`,
    ),
  }));
}

const DOUBTFUL_ROWS: ReadonlySet<string> = new Set<ProblemCode>([
  'number-differs',
  'story-renumbered',
  'story-is-gone',
  'row-without-story',
  'sheet-of-another-judge',
  'cells-moved',
  'names-moved',
  'no-score-sheet',
  'row-deleted',
]);

/** Tables by which nobody wins. */
const RESTS_NOT_ON = ['Objections', 'Receipts', 'Exceptions', 'Requirements', 'Reminders', 'Log'];

/** Rows of score sheets with another story's number, or with one that no story has, sheets of another judge's name, stories whose row was deleted, and units or scores that slipped into other rows: for whom they count is doubtful, until it is wanted all the same, with a reason. */
function doubtfulRows({ cellProblems }: Situation, input: DecideInput): Problem[] {
  const doubtful = cellProblems.filter(
    ({ code, table = '' }) => DOUBTFUL_ROWS.has(code) && !RESTS_NOT_ON.includes(table),
  );
  if (doubtful.length === 0) return [];
  if (input.anyway)
    return missingReason(
      input.reason,
      text(
        '评分表的行有疑问仍要评定，须写明理由。',
        'Deciding while rows of score sheets are doubtful needs a reason.',
      ),
    );
  return doubtful.map(toDecideAllTheSame);
}

const toDecideAllTheSame = (problem: Problem): Problem => ({
  ...problem,
  message: text(
    `${problem.message.zh}仍要评定，请选“仍要评定”并写明理由。`,
    `${problem.message.en} To decide all the same, say so and why.`,
  ),
});

/** Votes that are not as they were counted decide nothing, whatever is wanted: the record says what they were. */
const alteredVotes = ({ cellProblems }: Situation): Problem[] =>
  cellProblems.filter(({ code, column }) => code === 'decision-record-changed' && column === 'votes');

function neverFixed({ campaign }: Situation): Problem[] {
  if (settledRules(campaign.rulings)) return [];
  return [
    {
      code: 'rules-never-fixed',
      table: 'Decisions',
      expected: text('评分前确定的规则', 'rules fixed before scoring'),
      found: '',
      message: text(
        '评审规则没有在评分前登记：请用“确定评审规则”补记并说明。',
        'The rules were not put on record before scoring: record them with “Fix the rules” and say why.',
      ),
    },
  ];
}

/** “一等奖 2、二等奖 3”, where there are several tiers. */
function tierCounts(winners: readonly Standing[], { campaign }: Situation): Text {
  const { rules } = campaign.settings;
  if (!hasTiers(rules)) return text('', '');
  const counts = tiersOf(rules).map(({ name }) => `${name} ${winners.filter(({ tier }) => tier === name).length}`);
  return text(`（${counts.join('、')}）`, ` (${counts.join(', ')})`);
}

/** Decides from the scores as they stand. */
export function decideAward(situation: Situation, input: DecideInput): Decision<DecideResults> {
  const stopping = [
    ...rankingObstacles(situation),
    ...missingWho(input.by),
    ...tieInputProblems(input),
    ...alreadyDecided(situation, input),
    ...doubtfulRows(situation, input),
    ...alteredVotes(situation),
  ];
  if (stopping.length > 0) return stop(stopping);
  const { campaign } = situation;
  const { rules } = contestOf(campaign);
  const computed = computeStandings(contestOf(campaign));
  const impossible = [
    ...unbrokenTies(computed, rules),
    ...strayTies(input, rules),
    ...nothingToDecide(decisions(computed, rules, campaign.settings.reserve), computed),
  ];
  if (impossible.length > 0) return stop(impossible);
  const stopped = (changes: readonly CouldChange[]): Decision<DecideResults> | null => {
    const problems = openScores(changes, situation, input);
    return problems.length > 0 ? { ...stop(problems), results: { ...DECIDE.nothing, couldChange: changes } } : null;
  };
  const open = couldChange(computed, situation);
  const early = stopped(open);
  if (early) return early;
  const settled = settle(computed, situation, input);
  if ('steps' in settled) return settled;
  const back = returningWinners(settled.standings, situation);
  if (back.length > 0 && !input.anyway) return stop(back.map(toDecideAllTheSame));
  const late = open.length > 0 ? open : couldChange(computed, situation, settledLines(rules, settled.standings));
  return stopped(late) ?? onRecord(settled, computed, late, situation, input);
}

/** The reason as it is kept: what was open and could have changed the awards stands with it (R-6). */
function reasonOnRecord(reason: string, changes: readonly CouldChange[], { language }: Situation): string {
  const numbers = [...new Set(changes.filter(({ scores }) => scores.length > 0).map(({ blindNo }) => blindNo))];
  if (numbers.length === 0) return reason;
  const named = numbers.slice(0, 20).join('、');
  return text(
    `${reason}（评定时${named}号${numbers.length > 20 ? `等${numbers.length}件` : ''}评分未定，可能跨线）`,
    `${reason} (decided while open scores of no. ${named}${numbers.length > 20 ? ` and others, ${numbers.length} in all,` : ''} could cross a line)`,
  )[language];
}

function onRecord(
  { standings, tie, lines }: Settled,
  computed: readonly Standing[],
  changes: readonly CouldChange[],
  situation: Situation,
  input: DecideInput,
): Decision<DecideResults> {
  const { campaign, snapshot, language } = situation;
  const contest = contestOf(campaign);
  const winners = standings.filter((standing) => standing.decision === 'award');
  const reserve = standings.filter((standing) => standing.decision === 'reserve');
  const madeOf = contestFingerprint(computed, situation);
  const rows = [
    ...winners.map((each) => ({ ...story(each), outcome: 'award' as const })),
    ...reserve.map((each) => ({ ...story(each), outcome: 'reserve' as const })),
  ];
  const record = recordAct(
    situation,
    {
      act: 'decide',
      by: input.by?.trim() ?? '',
      reason: reasonOnRecord(input.reason?.trim() ?? '', changes, situation),
      tie,
      content: lineChoicesText(lines),
      seed: tie === 'lots' || Object.values(lines).includes('lots') ? (input.seed ?? '') : '',
      fingerprint: madeOf,
    },
    rows,
  );
  const plan = standingsPlan({
    snapshot,
    judges: contest.judges,
    criteria: campaign.criteria,
    method: contest.rules.method,
    language,
    records: standingRecords(standings, situation),
    after: snapshot.tables['Criteria']?.sheet,
  });
  if (record.problems.length + plan.problems.length > 0) return stop([...record.problems, ...plan.problems]);
  return {
    steps: withStandingsMark(situation, [...record.steps, ...plan.steps]),
    changed: {
      Decisions: { added: rows.length, updated: 0 },
      ...(plan.added + plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    notices: [
      ...returningNotices(standings, situation),
      ...couldChangeProblems(changes, campaign),
      ...neverFixed(situation),
      ...rulesNotices(campaign, language),
    ],
    results: {
      actId: record.actId,
      winners: winners.map(story),
      reserve: reserve.map(story),
      tie,
      fingerprint: madeOf,
      couldChange: changes,
    },
    preview: {
      added: rows.map(({ entryId, rank, title, outcome, tier }) => ({
        table: 'Decisions',
        row: entryId,
        summary: `${rank ?? ''}　${title}　${outcome === 'award' ? tier || text('获奖', 'award')[language] : text('候补', 'reserve')[language]}`,
      })),
      changed: plan.changes,
      unchanged: 0,
    },
    message: text(
      `评定已记录（${record.actId}）：获奖 ${winners.length} 个${tierCounts(winners, situation).zh}，候补 ${reserve.length} 个，${judgesWhoScore(campaign).length} 位评委。此后分数变动不会自动改变名单。下一步：生成获奖名单、公示、证书。`,
      `The decision is on record (${record.actId}): ${winners.length} winners${tierCounts(winners, situation).en}, ${reserve.length} in reserve, ${judgesWhoScore(campaign).length} judges. Later scores change nothing by themselves. Next: award list, notice, certificates.`,
    ),
  };
}
