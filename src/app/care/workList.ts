// Home's working list: what needs a person, most urgent first. Says what the tracker and the cells say; the closer look says the rest. Reads only.
import { text, type Language, type Text } from '../../core/ground/text';
import type { Problem } from '../../core/ground/problem';
import { calledReceipt, isNumbered, type Receipt } from '../../core/receipts/receipt';
import { DAY, type WallTime } from '../../core/ground/wallTime';
import { summarizeOverdue } from '../../core/tracker/overdue';
import type { TrackerRow } from '../../core/tracker/trackerRow';
import type { Campaign } from '../../workbook/campaign';
import { problemPlace } from './problemPlace';
import { reviewValues } from './reviewValues';
import type { KeyTarget } from '../../workbook/contract/pointing';
import { dueWords } from '../../core/time/dueWords';
import type { CloserLook } from './closerLook';
import { byUrgency, PLACES, SOON, type WorkItem } from './workItem';
import { toCorrect } from './workToCorrect';

/** The campaign at one moment, as far as the list goes by it. */
export interface WorkListInput {
  readonly campaign: Campaign;
  readonly rows: readonly TrackerRow[];
  readonly cellProblems: readonly Problem[];
  readonly asOf: WallTime;
}

const unitsOf = (rows: readonly TrackerRow[]): number => new Set(rows.map(({ unitId }) => unitId)).size;
const STATUS_FILTER = (code: string): KeyTarget => ({
  table: 'Tracker',
  filter: [{ column: 'status', labels: 'status', values: [code] }],
});

/** Nothing is registered, and something is due soon or was: before units are reminded, the office registers what it has. */
function nothingRegistered({ campaign, rows, asOf }: WorkListInput): WorkItem[] {
  const expected = rows.some(({ due, status }) => status !== 'exempt' && due !== null && due - asOf <= SOON);
  if (campaign.receipts.length > 0 || !expected) return [];
  return [
    {
      key: 'no-receipts',
      urgency: rows.some(({ status }) => status === 'overdue') ? 'now' : 'soon',
      title: text('还没有登记收件', 'Nothing that arrived is registered yet'),
      detail: text('逐件登记，或导入邮箱里的清单', 'One by one, or from a list of the mailbox'),
      show: { table: 'Receipts' },
      act: { job: 'import-receipts', label: text('导入收件', 'Import') },
    },
  ];
}

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
  const first = pending.find(isNumbered) ?? pending[0];
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
        ...(first && { values: reviewValues([first], campaign.units) }),
      },
    },
  ];
}

/** One that waits, as a line that leads to its row. */
function waitingReceipt(
  receipt: Receipt,
  { units, requirements }: Campaign,
): { readonly title: Text; readonly show: KeyTarget }[] {
  const { receiptId, unitId, requirementId, title } = receipt;
  const show = problemPlace({ table: 'Receipts', row: receiptId });
  if (!show) return [];
  const unit = units.find((each) => each.unitId === unitId)?.name ?? '';
  const item = requirements.find((each) => each.requirementId === requirementId)?.title ?? '';
  const called = calledReceipt(receipt);
  const words = (language: Language): string =>
    [called[language], unit, title || item].filter((word) => word !== '').join(' · ');
  return [{ title: text(words('zh'), words('en')), show }];
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

function standingStill({ campaign }: WorkListInput): WorkItem[] {
  if (campaign.settings.asOf === null) return [];
  return [
    {
      key: 'asOf',
      urgency: 'calm',
      title: text('各表停在设定的“截至时间”', 'All sheets stand still at the as-of time that is set'),
      show: { table: 'Settings', row: { key: 'asOf' }, column: 'value' },
      act: { job: 'as-of', label: text('回到现在', 'Back to now') },
    },
  ];
}

/**
 * What is done, or not yet possible, is not in it; without the closer look, neither is what that finds. Linear in the rows.
 * Example: nine units overdue, six receipts to review → `['overdue', 'review', …]`.
 */
export function workList(input: WorkListInput, closer: CloserLook | null): readonly WorkItem[] {
  return byUrgency([
    ...(closer?.setUp ?? []),
    ...standingStill(input),
    ...toCorrect(input),
    ...(closer?.decided ?? []),
    ...nothingRegistered(input),
    ...overdue(input),
    ...toReview(input),
    ...(closer?.published ?? []),
    ...dueSoon(input),
    ...(closer?.contest ?? []),
    ...(closer?.next ?? []),
  ]);
}
