// What hands something over (certificates, prizes) waits for the notice: what is still missing, and going on all the same with a reason (A-6, A-8).
import type { ListStatus } from '../../core/awards/listStatus';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { isoFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { formatDay } from '../../core/time/formatDay';
import type { Campaign } from '../../workbook/campaign';
import { outdatedNotice, pendingProblems } from './listState';
import { postingDeadlineLine } from './postingDeadline';

/** Whether the notice lets winners have their papers yet (A-6, A-8). */
export interface NoticeGate {
  /** Stop the job. */
  readonly problems: readonly Problem[];
  /** The same, where a reason was given. */
  readonly notices: readonly Problem[];
  /** For the log; null when nothing was missing. */
  readonly record: Text | null;
}

const OVER = text('公示期满，没有未了的异议', 'a notice that has run in full and no open objection');

function unposted(campaign: Campaign, asOf: WallTime): Problem {
  const deadline = postingDeadlineLine(campaign, asOf);
  const days = campaign.settings.noticeDays;
  return {
    code: 'not-posted',
    table: 'Decisions',
    found: '',
    expected: OVER,
    message: text(
      `名单还没有公示，须先公示满${days}个工作日。${deadline ? `${deadline.zh}。` : ''}`,
      `The list has not been posted: it has to be for ${days} working days first.${deadline ? ` ${deadline.en}.` : ''}`,
    ),
  };
}

function stillRunning({ clock }: ListStatus): Problem[] {
  if (!clock || clock.state === 'over') return [];
  const { notice, left, state } = clock;
  const [zh, en] = [formatDay(notice.last, 'zh'), formatDay(notice.last, 'en')];
  return [
    {
      code: 'notice-running',
      table: 'Decisions',
      row: notice.actId,
      found: isoFromWallTime(notice.last).slice(0, 10),
      expected: OVER,
      message:
        state === 'before'
          ? text(
              `公示要到${formatDay(notice.first, 'zh')}才开始，到${zh}，共${left}个工作日。`,
              `The notice begins on ${formatDay(notice.first, 'en')} and runs until ${en}, ${left} working days.`,
            )
          : text(
              `公示到${zh}，还有${left}个工作日（含今天）。`,
              `The notice runs until ${en}, ${left} working ${left === 1 ? 'day is' : 'days are'} left, today included.`,
            ),
    },
  ];
}

/** Everything that is missing, worded so that one sees when it will not be. */
export function noticeGate(status: ListStatus, campaign: Campaign, asOf: WallTime, reason = ''): NoticeGate {
  const missing = [
    ...pendingProblems(status, campaign),
    ...outdatedNotice(status),
    ...(status.clock || status.kind === 'none' ? [] : [unposted(campaign, asOf)]),
    ...(status.outdated ? [] : stillRunning(status)),
  ];
  if (missing.length === 0) return { problems: [], notices: [], record: null };
  const why = reason.trim();
  if (why !== '')
    return {
      problems: [],
      notices: missing,
      record: text(`公示未了而继续，理由：${why}`, `gone on before the notice was over, because: ${why}`),
    };
  return {
    problems: missing.map((problem) => ({
      ...problem,
      message: text(
        `${problem.message.zh}仍要继续，请写明理由。`,
        `${problem.message.en} To go on all the same, give the reason.`,
      ),
    })),
    notices: [],
    record: null,
  };
}
