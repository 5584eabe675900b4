// Public notice: the made sheet 公示 from the decision on record. Nothing is called public that the guard objects to.
import { campaignFields, entryWord, fieldValues, filled, templateProblems } from '../../core/campaign/ownWords';
import { noticeContent, noticesOnRecord } from '../../core/awards/noticeRecord';
import { rulesInWords } from '../../core/awards/rulesInWords';
import type { Holidays, NoticePeriod } from '../../core/awards/workingDays';
import { isWorkingDay, latestPosting, noticePeriod, startOfDay } from '../../core/awards/workingDays';
import type { FrozenDecision } from '../../core/contest/frozenDecision';
import type { Problem } from '../../core/ground/problem';
import type { ProblemCode } from '../../core/ground/problemCodes';
import { text, type Text } from '../../core/ground/text';
import { formatDay, formatDays } from '../../core/time/formatDay';
import type { WallTime } from '../../core/ground/wallTime';
import { isoFromWallTime, wallTimeFromIso } from '../../core/ground/wallTime';
import type { LaterTablePlan } from '../../workbook/contract/laterTable';
import { noticeSheet } from '../../workbook/sheets/noticeSheet';
import { guardedPage } from './guardedPage';
import { ceremonyOf } from './ceremony';
import { contestOf } from '../contest/contestSituation';
import { decisionInForce } from '../contest/decisionRecord';
import { NO_ENTRY, recordAct } from '../contest/recordAct';
import { rulesOnRecord } from '../contest/judgingRules';
import { frozenTie } from './awardsSource';
import { settledTieLine } from './settledTie';
import { revoteLines, revotesBefore } from '../contest/revoteWords';
import type { Campaign } from '../../workbook/campaign';
import { holidaysOf, listFingerprint, listState, pendingLine, pendingProblems } from './listState';
import { bothLastDays } from './postingDeadline';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import { notDecided, publicWinners } from './winners';
import type { NoticeInput } from './noticeJob';
import { unsigned } from './unsigned';

/** Days as YYYY-MM-DD: posted, first and last day of the notice. */
export interface NoticeResults {
  /** YYYY-MM-DD. */
  readonly posted: string;
  readonly first: string;
  readonly last: string;
  readonly winners: number;
}

function postingDay({ posting }: NoticeInput, asOf: WallTime): WallTime | Problem {
  if ((posting ?? '').trim() === '') return startOfDay(asOf);
  const day = wallTimeFromIso(posting ?? '');
  if (day !== null) return startOfDay(day);
  return {
    code: 'bad-date',
    column: 'posting',
    found: posting ?? '',
    expected: text('日期，如 2021-06-18', 'a day such as 2021-06-18'),
    message: text(`张贴日期“${posting}”看不懂：请写成 2021-06-18。`, `“${posting}” is no day: write it as 2021-06-18.`),
  };
}

/** A day that cannot be meant, or that the table of holidays cannot vouch for: asked, not refused. */
function postingQuestions(posted: WallTime, frozen: FrozenDecision, { campaign }: Situation): Problem[] {
  const { daysOff } = campaign.settings;
  const day = { zh: formatDay(posted, 'zh'), en: formatDay(posted, 'en') };
  const iso = isoFromWallTime(posted).slice(0, 10);
  const question = (code: ProblemCode, row: string, expected: Text, message: Text): Problem => ({
    code,
    table: 'Settings',
    row,
    found: iso,
    expected,
    message,
  });
  const decided = startOfDay(frozen.act.at);
  return [
    ...(posted < decided
      ? [
          question(
            'posted-before-decision',
            'asOf',
            text('评定之后', 'after the decision'),
            text(
              `张贴日期${day.zh}早于评定（${formatDay(decided, 'zh')}记录）：请核对日期。`,
              `The day of posting, ${day.en}, is before the decision (recorded on ${formatDay(decided, 'en')}): check it.`,
            ),
          ),
        ]
      : []),
    ...(isWorkingDay(posted, holidaysOf(campaign.settings))
      ? []
      : [
          question(
            'posted-on-day-off',
            'daysOff',
            text('工作日', 'a working day'),
            text(
              `${day.zh}不是工作日：请核对张贴日期，当天不计入公示期。`,
              `${day.en} is no working day: check it; it does not count towards the notice.`,
            ),
          ),
        ]),
    ...(daysOff.some((off) => off.startsWith(iso.slice(0, 4)))
      ? []
      : [
          question(
            'no-holiday-table',
            'daysOff',
            text(`${iso.slice(0, 4)}年的放假日`, `days off of ${iso.slice(0, 4)}`),
            text(
              `设置里没有${iso.slice(0, 4)}年的放假日，工作日只按周一至周五算：请填好“放假日”“调休上班日”再核对末日。`,
              `The settings name no days off in ${iso.slice(0, 4)}, so only weekends were left out: fill in the holidays and check the last day.`,
            ),
          ),
        ]),
  ];
}

/** The notice should have run in full before the ceremony. */
function tooLate(period: NoticePeriod, holidays: Holidays, { campaign: { settings } }: Situation): Problem[] {
  const ceremony = ceremonyOf(settings);
  if (!ceremony || period.last < startOfDay(ceremony.from)) return [];
  const latest = latestPosting(ceremony.from, settings.noticeDays, holidays, settings.countPostingDay);
  return [
    {
      code: 'notice-too-late',
      table: 'Settings',
      row: 'phases',
      found: isoFromWallTime(period.last).slice(0, 10),
      expected: text(`${formatDay(latest, 'zh')}前张贴`, `posted by ${formatDay(latest, 'en')}`),
      message: text(
        `公示到${formatDay(period.last, 'zh')}才满${settings.noticeDays}个工作日，晚于${ceremony.name}（${formatDay(ceremony.from, 'zh')}）：最迟应在${formatDay(latest, 'zh')}张贴。`,
        `The notice runs until ${formatDay(period.last, 'en')}, not before ${ceremony.name} (${formatDay(ceremony.from, 'en')}): it has to be posted by ${formatDay(latest, 'en')}.`,
      ),
    },
  ];
}

/** Puts the days of the notice and the list it shows on record; nothing when the last notice on record says just that. */
function noticeRecord(situation: Situation, frozen: FrozenDecision, period: NoticePeriod): LaterTablePlan {
  const { campaign, language } = situation;
  const latest = noticesOnRecord(campaign.rulings, frozen).at(-1);
  const shown = listFingerprint(frozen);
  const { noticeDays, organiser } = campaign.settings;
  const same =
    latest &&
    latest.fingerprint === shown &&
    latest.posted === period.posted &&
    latest.first === period.first &&
    latest.last === period.last &&
    latest.days === noticeDays;
  if (same) return { steps: [], problems: [] };
  return recordAct(
    situation,
    {
      act: 'notice',
      by: organiser,
      reason: '',
      content: noticeContent(period, noticeDays, language),
      fingerprint: shown,
    },
    [NO_ENTRY],
  );
}

/** How the tie at the line came to be settled: who reads that equal scores stay tied asks why one of them won. */
function tieLines(frozen: FrozenDecision, campaign: Campaign): Text[] {
  const voted = revotesBefore(campaign, frozen);
  const tie = frozenTie(frozen, campaign);
  const titleOf = new Map(frozen.places.map(({ entryId, title }) => [entryId, title]));
  const line = tie && settledTieLine(tie, frozen.act.seed, (entryId) => titleOf.get(entryId) ?? entryId);
  return [...(voted.length > 0 ? revoteLines(voted, campaign) : []), ...(line ? [line] : [])];
}

/** Decides the notice from the record. Anything that must not be public stops it, by name. */
export function decideNotice(situation: Situation, input: NoticeInput): Decision<NoticeResults> {
  const { campaign, asOf, language } = situation;
  const { settings } = campaign;
  const winners = publicWinners(campaign);
  const frozen = decisionInForce(situation);
  const posting = postingDay(input, asOf);
  const since = changesSinceDecision(campaign);
  const stopping = [...(winners ? since.record : [notDecided()]), ...(typeof posting === 'number' ? [] : [posting])];
  if (!winners || !frozen || typeof posting !== 'number' || stopping.length > 0) return stop(stopping);
  const holidays = holidaysOf(settings);
  const period = noticePeriod(posting, settings.noticeDays, holidays, settings.countPostingDay);
  const contact = (input.contact ?? '').trim() || settings.objectionContact;
  const contest = contestOf(campaign);
  const fields = fieldValues([
    ...campaignFields(settings),
    [text('评委数', 'judges'), String(contest.judges.length)],
    [text('决定人', 'by'), frozen.act.by],
    [text('件数', 'count'), String(winners.length)],
    [text('作品', 'entries'), entryWord(settings, language)],
  ]);
  const page = noticeSheet(
    {
      campaign: settings.campaign,
      organiser: settings.organiser,
      words: settings.words,
      opening: filled(settings, 'noticeText', fields),
      winners,
      period,
      days: settings.noticeDays,
      countPostingDay: settings.countPostingDay,
      contact,
      rules: [
        ...rulesInWords(contest.rules, contest.criteria, contest.judges.length),
        ...rulesOnRecord(campaign),
        ...tieLines(frozen, campaign),
      ],
      pending: pendingLine(listState(campaign, asOf)),
    },
    language,
  );
  const made = guardedPage(situation, 'Notice', page, { contact });
  const exposed = [...templateProblems(settings, ['noticeText'], fields), ...made.problems];
  if (exposed.length > 0) return stop(exposed);
  const noContact: Problem[] =
    contact !== ''
      ? []
      : [
          {
            code: 'missing-contact',
            table: 'Settings',
            row: 'objectionContact',
            found: '',
            expected: text('异议受理电话或地址', 'where to object'),
            message: text(
              '公示上的联系方式还空着：请在设置“异议联系方式”填写后重新生成，或打印后手填。',
              'The contact for objections is blank: fill in the setting and make the notice again, or write it by hand.',
            ),
          },
        ];
  const record = noticeRecord(situation, frozen, period);
  if (record.problems.length > 0) return stop(record.problems);
  const last = bothLastDays(period.posted, campaign);
  const iso = (time: WallTime): string => isoFromWallTime(time).slice(0, 10);
  return {
    steps: [...record.steps, ...made.steps],
    changed: {
      Notice: { added: winners.length, updated: 0 },
      ...(record.steps.length > 0 && { Decisions: { added: 1, updated: 0 } }),
    },
    notices: [
      ...unsigned(situation),
      ...since.besides,
      ...pendingProblems(listState(campaign, asOf), campaign),
      ...postingQuestions(period.posted, frozen, situation),
      ...tooLate(period, holidays, situation),
      ...noContact,
      ...made.notices,
    ],
    results: { posted: iso(period.posted), first: iso(period.first), last: iso(period.last), winners: winners.length },
    preview: {
      added: winners.map(({ entryId, title, unit }) => ({
        table: 'Notice',
        row: entryId,
        summary: `${title}（${unit}）`,
      })),
      changed: [],
      unchanged: 0,
    },
    message: text(
      `公示已生成：${winners.length} 件作品，${formatDays(period.first, period.last, 'zh')}；${last.zh}；未发现手机号、证件号和须用化名的姓名。`,
      `The notice is made: ${winners.length} entries, ${formatDays(period.first, period.last, 'en')}; ${last.en}; no phone, id number or hidden name was found in it.`,
    ),
  };
}
