// Decide: puts the committee's decision on record. From then on lists and certificates follow the record, not the scores.
import { decisions, type TieChoice, type TieOption } from '../../core/contest/decisions';
import { resolveTie } from '../../core/contest/resolveTie';
import { settledRules } from '../../core/contest/ruling';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { standingsPlan } from '../../workbook/sheets/standingsPlan';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { contestOf, judgesWhoScore } from './contestSituation';
import { contestFingerprint, decisionInForce, recordAct } from './decisionRecord';
import type { Job } from '../run/job';
import { rulesNotices } from './judgingRules';
import { rankingObstacles, standingRecords, unbrokenTies } from './rank';
import { runByPosition } from '../run/runByPosition';
import { type Decision, type Situation } from '../run/runJob';
import { settledByRevote } from './revoteWords';
import { revoteNeeded, tieAtQuota, tieInputProblems } from './tieProblems';

export interface DecideInput {
  /** Who decided, as it is to stand on record. */
  readonly by?: string;
  readonly reason?: string;
  readonly tie?: TieChoice;
  readonly seed?: string;
  /** Replaces a decision that is on record: needs its reason. */
  readonly again?: boolean;
  readonly strict?: boolean;
}

export interface DecidedStory {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  readonly rank: number | null;
  readonly shown: string;
}

export interface DecideResults {
  readonly actId: string;
  readonly winners: readonly DecidedStory[];
  readonly reserve: readonly DecidedStory[];
  readonly tie: TieChoice | null;
  readonly fingerprint: string;
  /** What the committee may choose from, when a tie across the line stopped it. */
  readonly options?: readonly TieOption[];
}

const NOTHING: DecideResults = { actId: '', winners: [], reserve: [], tie: null, fingerprint: '' };
const SHEETS: readonly string[] = [standingsSpec([]).sheet.zh, standingsSpec([]).sheet.en];

function stop(problems: readonly Problem[]): Decision<DecideResults> {
  return {
    steps: [],
    changed: {},
    problems,
    results: NOTHING,
    stopped: true,
    message: problems[0]?.message ?? text('', ''),
  };
}

/** Who decided is always asked; why, when it is not simply the ranking that decides. */
export function missingWho(by: string | undefined): Problem[] {
  if ((by ?? '').trim() !== '') return [];
  return [
    {
      code: 'missing-by',
      table: 'Decisions',
      expected: text('作出决定的人或会议', 'who decided'),
      found: '',
      message: text('请写明由谁决定（by），它会记入评选决定。', 'State who decided (by): it is kept on record.'),
    },
  ];
}

export function missingReason(reason: string | undefined, message: Problem['message']): Problem[] {
  return (reason ?? '').trim() !== ''
    ? []
    : [{ code: 'missing-reason', table: 'Decisions', expected: text('理由', 'a reason'), found: '', message }];
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

const story = ({ entryId, blindNo, title, rank, shown }: Standing): DecidedStory => ({
  entryId,
  blindNo,
  title,
  rank,
  shown,
});

/** Decides from the scores as they stand. Stops at a tie across the line without a choice, and while an entry waits for scores (S-5). */
export function decideAward(situation: Situation, input: DecideInput): Decision<DecideResults> {
  const { campaign, snapshot, language } = situation;
  const stopping = [
    ...rankingObstacles(situation),
    ...missingWho(input.by),
    ...tieInputProblems(input),
    ...alreadyDecided(situation, input),
  ];
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const computed = computeStandings(contest);
  const decision = decisions(computed, contest.rules, campaign.settings.reserve);
  const open = unbrokenTies(computed, contest.rules);
  if (open.length > 0) return stop(open);
  if (decision.kind === 'tooFewScored') return stop(waiting(decision.waiting, computed));
  if (decision.kind === 'noEntries')
    return stop([
      {
        code: 'no-entries',
        table: 'Entries',
        expected: text('参评的作品', 'eligible entries'),
        found: '',
        message: text('没有参评的作品。', 'There is no eligible entry.'),
      },
    ]);
  if (decision.kind === 'tie' && input.tie === undefined)
    return { ...stop([tieAtQuota(decision, computed)]), results: { ...NOTHING, options: decision.choices } };
  if (decision.kind === 'tie' && input.tie === 'revote') return stop([revoteNeeded(decision, computed)]);
  const tie = decision.kind === 'tie' ? (input.tie ?? null) : settledByRevote(campaign) ? 'revote' : null;
  const standings =
    tie && tie !== 'revote'
      ? resolveTie(computed, contest.rules, { choice: tie, seed: input.seed }, campaign.settings.reserve)
      : computed;
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
      reason: input.reason?.trim() ?? '',
      tie,
      seed: tie === 'lots' ? (input.seed ?? '') : '',
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
  const unfixed: Problem[] = settledRules(campaign.rulings)
    ? []
    : [
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
  return {
    steps: [...record.steps, ...plan.steps],
    changed: {
      Decisions: { added: rows.length, updated: 0 },
      ...(plan.added + plan.updated > 0 && { Standings: { added: plan.added, updated: plan.updated } }),
    },
    notices: [...unfixed, ...rulesNotices(campaign, language)],
    results: {
      actId: record.actId,
      winners: winners.map(story),
      reserve: reserve.map(story),
      tie,
      fingerprint: madeOf,
    },
    preview: {
      added: rows.map(({ entryId, rank, title, outcome }) => ({
        table: 'Decisions',
        row: entryId,
        summary: `${rank ?? ''}　${title}　${outcome === 'award' ? text('获奖', 'award')[language] : text('候补', 'reserve')[language]}`,
      })),
      changed: plan.changes,
      unchanged: 0,
    },
    message: text(
      `评定已记录（${record.actId}）：获奖 ${winners.length} 个，候补 ${reserve.length} 个，${judgesWhoScore(campaign).length} 位评委，指纹 ${madeOf}。此后分数变动不会自动改变名单。下一步：生成获奖名单、公示、证书。`,
      `The decision is on record (${record.actId}): ${winners.length} winners, ${reserve.length} in reserve, ${judgesWhoScore(campaign).length} judges, fingerprint ${madeOf}. Later scores change nothing by themselves. Next: award list, notice, certificates.`,
    ),
  };
}

/** Job 'decide'. */
export const decide: Job<DecideInput, DecideResults> = (deps, input, mode) =>
  runByPosition(
    deps,
    'decide',
    mode,
    { strict: input.strict },
    NOTHING,
    (situation) => decideAward(situation, input),
    SHEETS,
    ['Standings'],
  );
