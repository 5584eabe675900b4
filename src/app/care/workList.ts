// What needs a person now, most urgent first: each thing with its cells and the one job that answers it. Decides nothing, reads no workbook.
import type { ListStatus } from '../../core/awards/listStatus';
import { judgingProgress } from '../../core/contest/progress';
import { frozenDecision } from '../../core/contest/frozenDecision';
import { text, type Text } from '../../core/ground/text';
import type { Receipt } from '../../core/receipts/receipt';
import type { Problem } from '../../core/ground/problem';
import { DAY, type WallTime } from '../../core/ground/wallTime';
import { summarizeOverdue } from '../../core/tracker/overdue';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { NextStep } from '../../core/briefing/briefingFigures';
import type { Campaign } from '../../workbook/campaign';
import { dueWords } from '../../workbook/sheets/briefingWords';
import { scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import type { RankingState } from '../contest/compareStandings';
import { contestOf, judgesWhoScore } from '../contest/contestSituation';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { clockLine, pendingLine, pendingProblems } from '../publish/listState';
import type { StaleSheet } from '../publish/sourceMark';
import { askedToMake, jobThatMakes, type FilledIn } from '../run/definedJobs';
import type { KeyTarget } from '../../workbook/contract/pointing';
import { problemPlace } from './problemPlace';

/** now: late or wrong already · soon: within three days, or waiting for the office · calm: good to know. */
export type Urgency = 'now' | 'soon' | 'calm';

export interface WorkItem {
  /** The same from one reading to the next: “overdue”, “due:T2”, “scores:J03”. */
  readonly key: string;
  readonly urgency: Urgency;
  readonly title: Text;
  readonly detail?: Text;
  /** The cells that the title speaks of. */
  readonly show?: KeyTarget;
  /** More places of the same kind, one by one: cells to be corrected, judges who are behind. */
  readonly places?: readonly { readonly title: Text; readonly show: KeyTarget }[];
  /** The job that answers it, with what is known already filled in. */
  readonly act?: { readonly job: string; readonly label: Text; readonly values?: FilledIn };
}

export interface WorkListInput {
  readonly campaign: Campaign;
  readonly rows: readonly TrackerRow[];
  readonly cellProblems: readonly Problem[];
  /** What was typed into 成绩排名 against the record. */
  readonly standings: readonly Problem[];
  /** Whether 成绩排名 says what the scores say; asked only where that matters. */
  readonly ranking: () => RankingState;
  readonly list: ListStatus;
  readonly next: readonly NextStep[];
  readonly asOf: WallTime;
  /** Made sheets that no longer say what the workbook says. */
  readonly stale: readonly StaleSheet[];
  /** Entries whose title names somebody who has to appear under an alias. */
  readonly exposed: readonly Problem[];
  /** The roster lacks units that the settings expect. */
  readonly rosterShort: Text | null;
  /** A workbook of an older version, or a damaged one. */
  readonly repair: Text | null;
}

const SOON = 3 * DAY;
/** Places of one item that are offered one by one. */
const PLACES = 5;

const unitsOf = (rows: readonly TrackerRow[]): number => new Set(rows.map(({ unitId }) => unitId)).size;
const STATUS_FILTER = (code: string): KeyTarget => ({
  table: 'Tracker',
  filter: [{ column: 'status', labels: 'status', values: [code] }],
});

function overdue({ rows }: WorkListInput): WorkItem[] {
  if (!rows.some(({ status }) => status === 'overdue')) return [];
  return [
    {
      key: 'overdue',
      urgency: 'now',
      title: text(summarizeOverdue(rows, 'zh'), summarizeOverdue(rows, 'en')),
      show: STATUS_FILTER('overdue'),
      act: { job: 'remind', label: text('催报', 'Remind') },
    },
  ];
}

function toReview({ campaign, rows }: WorkListInput): WorkItem[] {
  const pending = campaign.receipts.filter(({ review }) => review === 'pending');
  const waiting = pending.length;
  if (waiting === 0) return [];
  const first = pending.find(({ receiptId }) => receiptId !== '');
  const complete = rows.filter(({ status }) => status === 'underReview').length;
  return [
    {
      key: 'review',
      urgency: complete > 0 ? 'now' : 'soon',
      title: text(`${waiting} 件待审`, `${waiting} to review`),
      ...(complete > 0 && {
        detail: text(
          `其中 ${complete} 项只等审核就齐了`,
          `${complete} ${complete === 1 ? 'item waits' : 'items wait'} for nothing else`,
        ),
      }),
      show: { table: 'Receipts', filter: [{ column: 'review', labels: 'review', values: ['pending'] }] },
      places: pending.slice(0, PLACES).flatMap((receipt) => waitingReceipt(receipt, campaign)),
      act: {
        job: 'review',
        label: text('审核', 'Review'),
        ...(first && { values: { receipts: first.receiptId } }),
      },
    },
  ];
}

/** One that waits, as a line that leads to its row. */
function waitingReceipt(
  { receiptId, unitId, requirementId, title }: Receipt,
  { units, requirements }: Campaign,
): { readonly title: Text; readonly show: KeyTarget }[] {
  if (receiptId === '') return [];
  const unit = units.find((each) => each.unitId === unitId)?.name ?? '';
  const item = requirements.find((each) => each.requirementId === requirementId)?.title ?? '';
  const words = [receiptId, unit, title || item].filter((word) => word !== '').join(' · ');
  return [{ title: text(words, words), show: { table: 'Receipts', row: { receiptId } } }];
}

function toCorrect({ cellProblems }: WorkListInput): WorkItem[] {
  if (cellProblems.length === 0) return [];
  const places = cellProblems.flatMap((problem) => {
    const show = problemPlace(problem);
    return show ? [{ title: problem.message, show }] : [];
  });
  return [
    {
      key: 'cells',
      urgency: 'now',
      title: text(
        `${cellProblems.length} 处看不懂，待改正`,
        `${cellProblems.length} ${cellProblems.length === 1 ? 'cell' : 'cells'} to be corrected`,
      ),
      detail: text('改正之前，它们不计入任何结果', 'Until then they count in no result'),
      places: places.slice(0, PLACES),
      act: { job: 'check', label: text('检查', 'Check') },
    },
  ];
}

/** What was decided and what stands in 评选决定 or of its entries now are not the same. */
function decisionToMend({ campaign, standings }: WorkListInput): WorkItem[] {
  const { record, besides } = changesSinceDecision(campaign);
  const all = [...record, ...besides, ...standings];
  if (all.length === 0) return [];
  const places = all.flatMap((problem) => {
    const show = problemPlace(problem);
    return show ? [{ title: problem.message, show }] : [];
  });
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
      places: places.slice(0, PLACES),
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

/** While judges are at work: who is behind; when all are done and nothing is decided: that it can be. */
function judging({ campaign, ranking }: WorkListInput): WorkItem[] {
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
function pendingItems({ list, campaign }: WorkListInput): WorkItem[] {
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

function noticeClock({ list }: WorkListInput): WorkItem[] {
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
function afterDecision(input: WorkListInput): WorkItem[] {
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

/** Due times of the next three days that somebody has still to meet. */
function dueSoon({ rows, campaign, asOf }: WorkListInput): WorkItem[] {
  return campaign.requirements.flatMap(({ requirementId, title }): WorkItem[] => {
    const open = rows.filter(
      (row) =>
        row.requirementId === requirementId &&
        (row.status === 'pending' || row.status === 'incomplete') &&
        row.due !== null &&
        row.due > asOf &&
        row.due - asOf <= SOON,
    );
    const due = Math.min(...open.map((row) => row.due ?? Infinity));
    if (open.length === 0) return [];
    const units = unitsOf(open);
    return [
      {
        key: `due:${requirementId}`,
        urgency: 'soon',
        title: text(
          `${title}：还有 ${units} 家未报齐`,
          `${title}: ${units} ${units === 1 ? 'unit has' : 'units have'} still to report`,
        ),
        detail: text(`${dueWords(due, 'zh')} 截止`, `due ${dueWords(due, 'en')}`),
        show: {
          table: 'Tracker',
          filter: [
            { column: 'requirementId', values: [requirementId] },
            { column: 'status', labels: 'status', values: ['pending', 'incomplete'] },
          ],
        },
        act: { job: 'remind', label: text('催报', 'Remind'), values: { days: String(Math.ceil((due - asOf) / DAY)) } },
      },
    ];
  });
}

function comesNext({ next, asOf }: WorkListInput): WorkItem[] {
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

function toMakeAgain({ stale }: WorkListInput): WorkItem[] {
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

function toHide({ exposed: [first, ...others] }: WorkListInput): WorkItem[] {
  const show = first && problemPlace(first);
  const count = others.length + 1;
  const title = text(
    `${count} 件作品的题目里有须用化名的姓名`,
    `Titles that show a name which must be under an alias: ${count}`,
  );
  return show ? [{ key: 'exposed', urgency: 'soon', title, detail: first.message, show }] : [];
}

function setUp({ repair, rosterShort, campaign }: WorkListInput): WorkItem[] {
  const frozen: WorkItem = {
    key: 'asOf',
    urgency: 'calm',
    title: text('各表停在设定的“截至时间”', 'All sheets stand still at the as-of time that is set'),
    show: { table: 'Settings', row: { key: 'asOf' }, column: 'value' },
    act: { job: 'as-of', label: text('回到现在', 'Back to now') },
  };
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
    ...(campaign.settings.asOf === null ? [] : [frozen]),
  ];
}

const ORDER: readonly Urgency[] = ['now', 'soon', 'calm'];

/**
 * What is done, or not yet possible, is not in it. Linear in the rows.
 * Example: nine units overdue, six receipts to review → `['overdue', 'review', …]`.
 */
export function workList(input: WorkListInput): readonly WorkItem[] {
  const items = [
    ...setUp(input),
    ...toCorrect(input),
    ...decisionToMend(input),
    ...overdue(input),
    ...toReview(input),
    ...afterDecision(input),
    ...dueSoon(input),
    ...judging(input),
    ...toHide(input),
    ...toMakeAgain(input),
    ...comesNext(input),
  ];
  return [...items].sort((a, b) => ORDER.indexOf(a.urgency) - ORDER.indexOf(b.urgency));
}
