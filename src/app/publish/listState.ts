// How final the list of winners is, out of a campaign, and the sentences that say so. Names no objector. Decides nothing.
import { listStatus, type ListStatus, type NoticeClock } from '../../core/awards/listStatus';
import { noticesOnRecord } from '../../core/awards/noticeRecord';
import type { Objection } from '../../core/awards/objection';
import type { Holidays } from '../../core/awards/workingDays';
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import { frozenDecision, frozenWinners } from '../../core/contest/frozenDecision';
import type { Problem } from '../../core/ground/problem';
import type { CampaignSettings } from '../../core/campaign/settings';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { formatDays } from '../../core/time/formatDay';
import type { WallTime } from '../../core/ground/wallTime';
import type { Campaign } from '../../workbook/campaign';
import { fingerprint } from '../../workbook/contract/fingerprint';

/** Days off and days worked instead, as the settings list them, for the rules of working days. */
export function holidaysOf({ daysOff, workDays }: CampaignSettings): Holidays {
  return { off: new Set(daysOff), work: new Set(workDays) };
}

/** Of the winners by their ids, in order of place: another one when somebody withdrew or moved up. */
export function listFingerprint(frozen: FrozenDecision): string {
  return fingerprint(frozenWinners(frozen).map(({ entryId }) => entryId));
}

/** How final the list of winners is at `asOf`: decided, posted, objected to, or past its notice. */
export function listState(campaign: Campaign, asOf: WallTime): ListStatus {
  const frozen = frozenDecision(campaign.rulings);
  return listStatus({
    frozen,
    notices: noticesOnRecord(campaign.rulings, frozen),
    fingerprint: frozen ? listFingerprint(frozen) : '',
    objections: campaign.objections,
    asOf,
    holidays: holidaysOf(campaign.settings),
  });
}

/** What may stand on any sheet, public ones too: how many objections, none of their contents. Null: nothing keeps the list from being final but time. */
export function pendingLine({ kind, open, unanswered }: ListStatus): Text | null {
  if (kind !== 'pending') return null;
  if (open.length > 0) {
    return text(
      `名单待定：有${open.length}件异议正在处理，以处理后的结果为准。`,
      `The list is pending: ${open.length} ${open.length === 1 ? 'objection is' : 'objections are'} being dealt with, and what comes of it counts.`,
    );
  }
  return text(
    `名单待定：有${unanswered.length}件异议成立，名单将作调整。`,
    `The list is pending: ${unanswered.length} ${unanswered.length === 1 ? 'objection was' : 'objections were'} founded, and the list will change.`,
  );
}

/** The clock of the notice in one sentence. Example: “公示期6月21日至6月25日，还有3个工作日（含今天）”. */
export function clockLine({ notice: { first, last, days }, state, left }: NoticeClock): Text {
  const period = text(`公示期${formatDays(first, last, 'zh')}`, `Notice ${formatDays(first, last, 'en')}`);
  if (state === 'over')
    return text(`${period.zh}，已满${days}个工作日`, `${period.en}: its ${days} working days are over`);
  if (state === 'before')
    return text(`${period.zh}，共${left}个工作日，尚未开始`, `${period.en}, ${left} working days, not begun yet`);
  return text(
    `${period.zh}，还有${left}个工作日（含今天）`,
    `${period.en}, ${left} working ${left === 1 ? 'day' : 'days'} left, today included`,
  );
}

/** For the office's own eyes: clock, a list that changed after the notice, what is pending, by when it has to be posted. Empty while nothing is decided. */
export function listLines(status: ListStatus, deadline: Text | null = null): Text[] {
  if (status.kind === 'none') return [];
  const { clock, outdated } = status;
  const pending = pendingLine(status);
  return [
    ...(clock ? [clockLine(clock)] : [text('已评定，尚未公示', 'Decided; no notice has been made yet')]),
    ...(outdated ? [text('公示之后名单有变，须重新公示', 'The list changed after the notice: make it again')] : []),
    ...(deadline && (!clock || outdated) ? [deadline] : []),
    ...(pending ? [text(pending.zh.replace(/。$/, ''), pending.en.replace(/\.$/, ''))] : []),
  ];
}

/** “12号《…》”, or the result as a whole. */
export function againstWhat({ entryId }: Pick<Objection, 'entryId'>, { entries }: Pick<Campaign, 'entries'>): Text {
  const entry = entries.find((each) => each.entryId === entryId);
  return entry
    ? text(`${entry.blindNo}号《${entry.title}》`, `no. ${entry.blindNo} “${entry.title}”`)
    : text('整个结果', 'the whole result');
}

/** Why a withdrawal that follows a founded objection happens, as it goes on record. */
export function withdrawalReason({ objectionId }: Pick<Objection, 'objectionId'>): Text {
  return text(`异议 ${objectionId} 经核实成立`, `objection ${objectionId} was found true`);
}

/** Its entry holds an award or a place in reserve. */
export function onList({ entryId }: Pick<Objection, 'entryId'>, campaign: Pick<Campaign, 'rulings'>): boolean {
  return (
    frozenDecision(campaign.rulings)?.places.some(
      (place) => place.entryId === entryId && place.outcome !== 'withdrawn',
    ) === true
  );
}

/** One that was registered and has no row in the register: neither open nor closed can be read. */
export function goneObjection(objection: Objection, campaign: Campaign): Problem {
  const { objectionId } = objection;
  const what = againstWhat(objection, campaign);
  return {
    code: 'objection-gone',
    table: 'Objections',
    row: objectionId,
    found: '',
    expected: text('登记过的每件各有一行', 'a row for everyone that was registered'),
    message: text(
      `异议 ${objectionId}（针对${what.zh}）登记过，“异议登记”里没有它的行了，看不出是否办结，名单待定：请撤销删除；撤不了的，照操作日志补一行，编号写 ${objectionId}。`,
      `Objection ${objectionId} (against ${what.en}) was registered, and Objections has no row of it any more: whether it was closed cannot be seen and the list is pending. Undo the deletion; else put a row back by the log, with the id ${objectionId}.`,
    ),
  };
}

function openObjection(objection: Objection, campaign: Campaign): Problem {
  if (objection.gone) return goneObjection(objection, campaign);
  const { objectionId, statement } = objection;
  const what = againstWhat(objection, campaign);
  const id = objectionId === '' ? text('（未编号）', '(no id)') : text(objectionId, objectionId);
  return {
    code: 'open-objection',
    table: 'Objections',
    // Rows without an id are not called alike.
    ...(objectionId !== '' && { row: objectionId }),
    found: statement,
    expected: text('已办结', 'closed'),
    message: text(
      `异议 ${id.zh}（针对${what.zh}）正在处理，名单待定：核实后请用“处理异议”办结。`,
      `Objection ${id.en} (against ${what.en}) is open and the list is pending: close it with “Answer an objection” once it has been looked into.`,
    ),
  };
}

function unansweredObjection(objection: Objection, campaign: Campaign): Problem {
  const { objectionId } = objection;
  const what = againstWhat(objection, campaign);
  return {
    code: 'founded-objection',
    table: 'Objections',
    row: objectionId,
    found: objection.entryId,
    foundIn: what,
    expected: text('退出递补，或重新评定', 'a withdrawal, or a new decision'),
    message: onList(objection, campaign)
      ? text(
          `异议 ${objectionId} 成立，但${what.zh}还在名单上：请用“退出递补”（理由可写“${withdrawalReason(objection).zh}”）或“评定”重新评定。`,
          `Objection ${objectionId} was founded, yet ${what.en} is still on the list: use “Withdraw” (reason: “${withdrawalReason(objection).en}”) or decide again.`,
        )
      : text(
          `异议 ${objectionId}（针对${what.zh}）成立，名单还没有改变：请改正后用“评定”重新评定，写明理由。`,
          `Objection ${objectionId} (against ${what.en}) was founded and the list has not changed: put things right, then decide again with a reason.`,
        ),
  };
}

/** every objection that keeps the list pending, one by one. */
export function pendingProblems(status: ListStatus, campaign: Campaign): Problem[] {
  return [
    ...status.open.map((each) => openObjection(each, campaign)),
    ...status.unanswered.map((each) => unansweredObjection(each, campaign)),
  ];
}

/** The winners are others than the latest notice shows: whoever moved up has not been posted. */
export function outdatedNotice({ outdated, clock }: ListStatus): Problem[] {
  if (!outdated || !clock) return [];
  return [
    {
      code: 'notice-outdated',
      table: 'Decisions',
      row: clock.notice.actId,
      found: clock.notice.fingerprint,
      expected: text('公示的就是现在的名单', 'a notice of the list as it is'),
      message: text(
        '公示之后获奖名单有变，请重新生成公示。',
        'The winners changed after the notice was made: make the notice again.',
      ),
    },
  ];
}
