// What home says once it has looked closer: whether the workbook is whole, how the contest and its list stand, whether what was made from it still
// says the same. Reads only. Loaded when home has said what the tracker says.
import type { ListStatus } from '../../core/awards/listStatus';
import { briefingFigures, type NextStep } from '../../core/briefing/briefingFigures';
import { frozenDecision } from '../../core/contest/frozenDecision';
import { judgingProgress } from '../../core/contest/progress';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { WallTime } from '../../core/ground/wallTime';
import { checkRoster } from '../../core/roster/checkRoster';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { Campaign } from '../../workbook/campaign';
import type { WorkbookSnapshot } from '../../workbook/contract/snapshot';
import { dueWords } from '../../core/time/dueWords';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { SCHEMA_VERSION } from '../../workbook/tables/settings/schemaVersion';
import { rankingState, type RankingState } from '../contest/compareStandings';
import { contestOf, judgesWhoScore } from '../contest/contestSituation';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { exposedEntries } from '../publish/exposedEntries';
import { clockLine, listState, pendingLine, pendingProblems } from '../publish/listState';
import { postingDeadlineLine } from '../publish/postingDeadline';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { trackerDifference } from '../../workbook/tables/tracker/trackerKeys';
import { staleSheets, type StaleSheet } from '../publish/sourceMark';
import { askedToMake, jobThatMakes } from '../run/definedJobs';
import { standingsNotAsDecided } from '../run/standingsNotAsDecided';
import { placesOf, problemPlace } from './problemPlace';
import { upgradeProposal } from './upgradeProposal';
import { PLACES, SOON, type WorkItem } from './workItem';

/** Lines of the working list by what they are about. */
export interface CloserLook {
  readonly setUp: readonly WorkItem[];
  readonly decided: readonly WorkItem[];
  readonly published: readonly WorkItem[];
  readonly contest: readonly WorkItem[];
  readonly next: readonly WorkItem[];
  /** Things worth a look that no single act answers. */
  readonly hints: readonly Text[];
}

interface Looked {
  /** As it was read, before columns that were set aside are settled. */
  readonly read: WorkbookSnapshot;
  readonly snapshot: WorkbookSnapshot;
  readonly campaign: Campaign;
  /** The tracker at the as-of moment. */
  readonly rows: readonly TrackerRow[];
  readonly asOf: WallTime;
}

interface Listed {
  readonly campaign: Campaign;
  readonly list: ListStatus;
}

interface Findings {
  /** A workbook of an older version, or a damaged one. */
  readonly repair: Text | null;
  /** The roster lacks units that the settings expect. */
  readonly rosterShort: Text | null;
}

/** What was decided and what stands in 评选决定 or of its entries now are not the same. */
function decisionToMend(campaign: Campaign, standings: readonly Problem[]): WorkItem[] {
  const { record, besides } = changesSinceDecision(campaign);
  const all = [...record, ...besides, ...standings];
  if (all.length === 0) return [];
  return [
    {
      key: 'decision-changed',
      urgency: record.length > 0 ? 'now' : 'soon',
      title: text(
        `${all.length} 处与评定时不同`,
        `${all.length} ${all.length === 1 ? 'cell is' : 'cells are'} not as decided`,
      ),
      detail:
        record.length > 0
          ? text('改回之前，名单、公示、证书都不能生成', 'Until it is put back no list, notice or certificate is made')
          : text('名单按评定时的印', 'Lists print what was decided'),
      places: placesOf(all),
      act: { job: 'check', label: text('检查', 'Check') },
    },
  ];
}

const RANK = { job: 'rank', label: text('排名', 'Rank') };
const OVERTAKEN = {
  title: text('排名之后评分有变，请重新排名', 'Scores changed after the ranking: rank again'),
  detail: text('“决定”和名次说明还是上一次的', 'Decisions and reasons are still those of the last ranking'),
  act: RANK,
};
const RANK_AGAIN: WorkItem = { key: 'rank-again', urgency: 'soon', show: { table: 'Standings' }, ...OVERTAKEN };

/** All scores are in. */
const WHEN_SCORED: Readonly<Record<RankingState, Pick<WorkItem, 'title' | 'detail' | 'act'>>> = {
  none: { title: text('评分已齐，可以排名、评定', 'All scores are in: rank and decide'), act: RANK },
  asScored: {
    title: text('已排名，可以评定', 'Ranked: decide'),
    act: { job: 'decide', label: text('评定', 'Decide') },
  },
  overtaken: OVERTAKEN,
};

/** From the first arrival on: the works have to be there, then the judges' sheets. */
function beforeJudging(campaign: Campaign): WorkItem[] {
  const { criteria, entries, receipts, rulings } = campaign;
  if (criteria.length === 0 || judgesWhoScore(campaign).length > 0 || frozenDecision(rulings)) return [];
  if (entries.length > 0)
    return [
      {
        key: 'judge-tabs',
        urgency: 'soon',
        title: text(`${entries.length} 件作品参评，还没有评分表`, `Entries: ${entries.length}; no score sheets yet`),
        show: { table: 'Entries' },
        act: { job: 'make-judge-tabs', label: text('评分表', 'Score sheets') },
      },
    ];
  return receipts.length === 0
    ? []
    : [
        {
          key: 'no-entries',
          urgency: 'calm',
          title: text('还没有登记参评作品', 'No entries are registered yet'),
          show: { table: 'Entries' },
          act: { job: 'import-stories', label: text('导入作品', 'Import') },
        },
      ];
}

/** While judges are at work: who is behind; when all are done and nothing is decided: that it can be. */
function judging(campaign: Campaign, ranking: () => RankingState): WorkItem[] {
  if (judgesWhoScore(campaign).length === 0 || frozenDecision(campaign.rulings)) return [];
  const { judges, open, scored } = judgingProgress(contestOf(campaign));
  if (scored === 0 && open === 0) return [];
  if (open === 0) {
    return [{ key: 'decide', urgency: 'soon', show: { table: 'Standings' }, ...WHEN_SCORED[ranking()] }];
  }
  const again = ranking() === 'overtaken' ? [RANK_AGAIN] : [];
  const behind = judges.filter((judge) => judge.open > 0).sort((a, b) => b.open - a.open);
  return [
    ...again,
    {
      key: 'scores',
      urgency: 'soon',
      title: text(
        `${behind.length} 位评委还差 ${open} 个评分`,
        `${open} scores of ${behind.length} ${behind.length === 1 ? 'judge' : 'judges'} are missing`,
      ),
      places: behind.slice(0, PLACES).map(({ judge, open: left }) => ({
        title: text(`${judge.name || judge.judgeId} 还差 ${left} 篇`, `${judge.name || judge.judgeId}: ${left} to go`),
        show: { table: scoreTableName(judge.judgeId) },
      })),
      act: { job: 'progress', label: text('进度', 'Progress') },
    },
  ];
}

/** An objection or a list that has to change: nothing is final before. */
function pendingItems({ list, campaign }: Listed): WorkItem[] {
  const pending = pendingLine(list);
  if (!pending) return [];
  const places = pendingProblems(list, campaign)
    .slice(0, PLACES)
    .map(({ message, row }) => ({
      title: message,
      show: { table: 'Objections', row: { objectionId: String(row ?? '') } },
    }));
  const open = list.open.length > 0;
  return [
    {
      key: open ? 'objections' : 'founded',
      urgency: 'now',
      title: pending,
      places,
      act: open
        ? { job: 'close-objection', label: text('办结', 'Close') }
        : { job: 'withdraw', label: text('退出递补', 'Withdraw') },
    },
  ];
}

function noticeClock({ list }: Listed): WorkItem[] {
  if (!list.clock || list.outdated) return [];
  const final = list.kind === 'final';
  return [
    {
      key: 'clock',
      urgency: final ? 'soon' : 'calm',
      title: clockLine(list.clock),
      ...(final && { act: { job: 'certificates', label: text('证书', 'Certificates') } }),
    },
  ];
}

/** From the decision to the final list: what comes next, and the clock of the notice. */
function afterDecision(input: Listed): WorkItem[] {
  const { list } = input;
  const unposted: WorkItem = {
    key: 'notice',
    urgency: 'now',
    title: list.outdated
      ? text('公示之后名单有变，须重新公示', 'The list changed after the notice: make it again')
      : text('已评定，尚未公示', 'Decided; no notice has been made yet'),
    act: { job: 'notice', label: text('公示', 'Notice') },
  };
  return [...pendingItems(input), ...(list.kind === 'unposted' ? [unposted] : []), ...noticeClock(input)];
}

function comesNext(next: readonly NextStep[], asOf: WallTime): WorkItem[] {
  const [first] = next.filter(({ time, kind }) => kind === 'phase' || time - asOf > SOON);
  if (!first) return [];
  const when = { zh: dueWords(first.time, 'zh'), en: dueWords(first.time, 'en') };
  return [
    {
      key: 'next',
      urgency: 'calm',
      title:
        first.kind === 'phase'
          ? text(`接下来：${when.zh} 进入“${first.title}”阶段`, `Next: phase “${first.title}” begins ${when.en}`)
          : text(`接下来：${when.zh} 截止${first.title}`, `Next: ${first.title} is due ${when.en}`),
    },
  ];
}

function toMakeAgain(stale: readonly StaleSheet[]): WorkItem[] {
  return stale.map(({ kind, name }): WorkItem => {
    const job = jobThatMakes(kind);
    return {
      key: `stale:${kind}`,
      urgency: 'soon',
      title: text(`“${name}”生成之后数据已变`, `The data changed after “${name}” was made`),
      show: { sheet: name },
      ...(job !== undefined && { act: { job, label: text('重新生成', 'Make it again'), ...askedToMake(job) } }),
    };
  });
}

function toHide([first, ...others]: readonly Problem[]): WorkItem[] {
  const show = first && problemPlace(first);
  const count = others.length + 1;
  const title = text(
    `${count} 件作品的题目里有须用化名的姓名`,
    `Titles that show a name which must be under an alias: ${count}`,
  );
  return show ? [{ key: 'exposed', urgency: 'soon', title, detail: first.message, show }] : [];
}

/** Items or units that were added since the tracker was made: the sheets count them only once it has their rows. */
function trackerShort({ campaign, snapshot }: Looked): WorkItem[] {
  const tracker = snapshot.tables[TRACKER.name];
  if (!tracker || tracker.unread) return [];
  const { length } = trackerDifference(tracker, campaign.units, campaign.requirements).missing;
  if (length === 0) return [];
  return [
    {
      key: 'tracker',
      urgency: 'now',
      title: text(`报送台账少 ${length} 行`, `The tracker lacks ${length} ${length === 1 ? 'row' : 'rows'}`),
      detail: text(
        '首页和台账还没有计入，点“标出逾期”补齐',
        'The sheets do not count them yet: “Mark what is overdue” adds them',
      ),
      show: { table: TRACKER.name },
      act: { job: 'overdue', label: text('标出逾期', 'Mark overdue') },
    },
  ];
}

/** That the workbook or its roster is not whole. */
function setUp({ repair, rosterShort }: Findings): WorkItem[] {
  return [
    ...(repair
      ? [
          {
            key: 'repair',
            urgency: 'now' as const,
            title: repair,
            act: { job: 'upgrade', label: text('升级与修复', 'Repair') },
          },
        ]
      : []),
    ...(rosterShort
      ? [
          {
            key: 'roster',
            urgency: 'soon' as const,
            title: rosterShort,
            show: { table: 'Units' },
            act: { job: 'import-roster', label: text('导入名单', 'Import') },
          },
        ]
      : []),
  ];
}

/** What the upgrade would mend; null for a workbook of a newer version, which is not touched. */
function repairOf({ read, campaign }: Looked): Text | null {
  if (campaign.settings.schemaVersion > SCHEMA_VERSION) return null;
  const { problems, notices } = upgradeProposal(read);
  return [...problems, ...notices][0]?.message ?? null;
}

/** Linear in the rows, but for the scores. Example: a workbook without faults and without a contest gives no lines but what comes next. */
export function closerLook(looked: Looked): CloserLook {
  const { snapshot, campaign, rows, asOf } = looked;
  const { units, settings } = campaign;
  const list = listState(campaign, asOf);
  const roster = checkRoster(units, settings.expected, settings.words.members);
  const deadline = list.kind !== 'none' && (!list.clock || list.outdated) ? postingDeadlineLine(campaign, asOf) : null;
  const { next } = briefingFigures({ ...campaign, trackerRows: rows, phases: settings.phases, asOf });
  return {
    setUp: [
      ...setUp({
        repair: repairOf(looked),
        rosterShort: roster.find(({ code }) => code === 'count-short')?.message ?? null,
      }),
      ...trackerShort(looked),
    ],
    decided: decisionToMend(campaign, standingsNotAsDecided(campaign, snapshot)),
    published: afterDecision({ campaign, list }),
    contest: [
      ...beforeJudging(campaign),
      ...judging(campaign, () => rankingState(snapshot, campaign)),
      ...toHide(exposedEntries(campaign)),
      ...toMakeAgain(staleSheets({ campaign, snapshot })),
    ],
    next: comesNext(next, asOf),
    hints: [
      ...roster.filter(({ code }) => code === 'count-over').map(({ message }) => message),
      ...(deadline ? [deadline] : []),
    ],
  };
}
