// What leaders have to settle and what is coming, as the briefing says it first. Settles nothing.
import type { ListStatus } from '../../core/awards/listStatus';
import { startOfDay } from '../../core/awards/workingDays';
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import { verdictOf } from '../../core/briefing/dueFigures';
import { text, type Text } from '../../core/ground/text';
import { formatDay } from '../../core/time/formatDay';
import type { Situation } from '../run/runJob';
import { ceremonyOf } from './ceremony';
import { ceremonyCountdown } from './ceremonyLines';
import { postingDeadlineLine } from './postingDeadline';

/** Reminded so often and still nothing: a reminder more will not do. */
const LATE_CHASES = 2;

/** Overdue for longer than this, and nobody has been told in vain yet. */
const LONG_OVERDUE = 7 * 24 * 60;

function names(units: BriefingFigures['overdueUnits']): Text {
  const shown = units.slice(0, 5).map(({ name }) => name);
  const rest = units.length - shown.length;
  return text(
    `${shown.join('、')}${rest > 0 ? `等${units.length}家` : ''}`,
    `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  );
}

function lateChasers({ overdueUnits }: BriefingFigures): Text[] {
  const deaf = overdueUnits.filter(({ reminders }) => reminders >= LATE_CHASES);
  const long = overdueUnits.filter(
    ({ reminders, minutesLate }) => reminders < LATE_CHASES && minutesLate > LONG_OVERDUE,
  );
  return [
    ...(deaf.length > 0
      ? [
          text(
            `${names(deaf).zh}催报${LATE_CHASES}次以上仍未报，是否约谈或通报`,
            `Whether to summon or name ${names(deaf).en}: reminded ${LATE_CHASES} times or more, and still nothing`,
          ),
        ]
      : []),
    ...(long.length > 0
      ? [
          text(
            `${names(long).zh}逾期超过7天，是否通报`,
            `Whether to name ${names(long).en}: overdue for more than 7 days`,
          ),
        ]
      : []),
  ];
}

/** So much is missing that naming single units will not do. */
function farBehind({ soFar }: BriefingFigures): Text[] {
  if (verdictOf(soFar) !== 'far') return [];
  const rate = soFar.receivedRate ?? '';
  const nothing = Number(rate) === 0;
  return [
    text(
      `${nothing ? '到期事项一件未收' : `到期事项收到率只有${rate}%`}，是否召开调度会或由领导小组发文督办`,
      `${nothing ? 'Nothing' : `Only ${rate}%`} of what is due has arrived: whether to call a meeting or send an order of the leading group`,
    ),
  ];
}

function contestQuestions({ contest }: BriefingFigures, status: ListStatus): Text[] {
  const { decision } = contest ?? { decision: null };
  const tie =
    status.kind === 'none' && decision?.kind === 'tie'
      ? [
          text(
            `获奖线上${decision.contested.length}篇并列争${decision.seatsLeft}个名额，须评委会决定增、减名额，复评或抽签`,
            `${decision.contested.length} tied entries contend for ${decision.seatsLeft} ${decision.seatsLeft === 1 ? 'award' : 'awards'}: more, fewer, a re-vote or lots`,
          ),
        ]
      : [];
  const objections = status.open.length;
  const founded = status.unanswered.length;
  return [
    ...tie,
    ...(objections > 0
      ? [
          text(
            `${objections}件异议正在处理，结论出来之前不宣布名单`,
            `${objections} ${objections === 1 ? 'objection is' : 'objections are'} open: the list is not announced before they are answered`,
          ),
        ]
      : []),
    ...(founded > 0
      ? [
          text(
            `${founded}件异议成立，须决定退出递补或重新评定`,
            `${founded} ${founded === 1 ? 'objection was' : 'objections were'} founded: withdraw and move up, or decide again`,
          ),
        ]
      : []),
  ];
}

/** The notice: by when it has to be posted; that it is too late for the ceremony once it is. */
function noticeQuestions({ campaign, asOf }: Situation, { kind, clock: running, outdated }: ListStatus): Text[] {
  const ceremony = ceremonyOf(campaign.settings);
  const entries = campaign.entries.length > 0;
  if (!ceremony || !entries || asOf > ceremony.to) return [];
  if (running && !outdated) {
    if (running.notice.last < startOfDay(ceremony.from)) return [];
    const [zh, en] = [formatDay(running.notice.last, 'zh'), formatDay(running.notice.last, 'en')];
    return [
      text(
        `公示到${zh}才满，晚于${ceremony.name}，须决定推迟颁奖或先开会后颁奖`,
        `The notice runs until ${en}, later than ${ceremony.name}: postpone it, or award afterwards`,
      ),
    ];
  }
  const deadline = postingDeadlineLine(campaign, asOf);
  if (deadline) return kind === 'none' ? [] : [deadline];
  return [
    text(
      `已来不及在${ceremony.name}（${formatDay(ceremony.from, 'zh')}）前公示满${campaign.settings.noticeDays}个工作日，须决定推迟颁奖或先开会后颁奖`,
      `The notice can no longer run ${campaign.settings.noticeDays} working days before ${ceremony.name} (${formatDay(ceremony.from, 'en')}): postpone it, or award afterwards`,
    ),
  ];
}

/** Each a sentence without its full stop; nothing to decide: an empty list. */
export function leaderQuestions(situation: Situation, figures: BriefingFigures, status: ListStatus): Text[] {
  return [
    ...noticeQuestions(situation, status),
    ...contestQuestions(figures, status),
    ...farBehind(figures),
    ...lateChasers(figures),
  ];
}

/** The phase, days to the ceremony with time and place, and by when the notice has to be posted. */
export function countdownLines(situation: Situation, { phasesNow }: BriefingFigures, status: ListStatus): Text[] {
  const { campaign, asOf } = situation;
  const deadline = status.kind === 'none' && campaign.entries.length > 0 ? postingDeadlineLine(campaign, asOf) : null;
  const phases = phasesNow.map(({ name }) => name);
  return [
    ...(phases.length > 0 ? [text(`当前阶段：${phases.join('、')}`, `Phase now: ${phases.join(', ')}`)] : []),
    ...[ceremonyCountdown(situation), deadline].flatMap((line) => line ?? []),
  ];
}
