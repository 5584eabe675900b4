// Make the leaders' one-page sheet (领导简报) from the state of the workbook at the as-of moment.
import { startOfDay } from '../../core/awards/workingDays';
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import { issueOf } from '../../core/briefing/issues';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { DAY } from '../../core/ground/wallTime';
import { summarizeOverdue } from '../../core/tracker/overdue';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { issuesOnRecord, recordIssue } from '../../workbook/sheets/briefingIssues';
import type { BriefingVariant } from '../../workbook/sheets/briefingSections';
import { briefingSheet } from '../../workbook/sheets/briefingSheet';
import { verdictLine } from '../../workbook/sheets/briefingVerdict';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { fromSource } from './sourceMark';
import { asOfRecord, stampAsOf } from './asOfRecord';
import { ceremonyOf } from './ceremony';
import { ceremonyLines } from './ceremonyLines';
import { listLines, listState } from './listState';
import { countdownLines, leaderQuestions } from './leaderQuestions';
import { reportFigures } from './reportFigures';
import { changesSinceDecision } from '../contest/decisionChangeProblems';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { trackerRefresh } from '../collect/trackerRefresh';
import { cautionOnPage, unreadFor } from '../run/firstUnread';
import { BRIEFING, type BriefingInput } from './briefingJob';

export interface BriefingResults {
  /** 第N期 */
  readonly issue: number;
  readonly variant: BriefingVariant;
  /** The first line of the page. */
  readonly verdict: string;
  /** Of what is due: all, arrived, accepted. */
  readonly due: number;
  readonly received: number;
  readonly accepted: number;
  readonly sheet: string;
  /** In per cent, one decimal; '' when nothing must be handed in. */
  readonly rate: string;
  readonly must: number;
  readonly done: number;
  readonly overdueUnits: number;
  readonly overdueItems: number;
  /** Fingerprint of the figures. */
  readonly fingerprint: string;
  /** The name that a former sheet is kept under, because people had typed in it. */
  readonly keptAs: string | null;
}

/** So many days before the ceremony the briefing is about it. */
const CEREMONY_DAYS = 3;

/** As asked; else final once everything is due that ever will be and the ceremony is over, ceremony in the three days before it. */
function variantOf(
  asked: BriefingVariant | undefined,
  figures: BriefingFigures,
  { campaign, asOf }: Situation,
): BriefingVariant {
  if (asked) return asked;
  const ceremony = ceremonyOf(campaign.settings);
  if (ceremony && asOf <= ceremony.to && asOf >= startOfDay(ceremony.from) - CEREMONY_DAYS * DAY) return 'ceremony';
  const open = figures.next.some(({ kind }) => kind === 'due');
  return !open && figures.soFar.due > 0 && (!ceremony || asOf > ceremony.to) ? 'final' : 'daily';
}

/** Values only: the sheet says as of when it was made and of what. */
export function decideBriefing(given: Situation, input: BriefingInput = {}): Decision<BriefingResults> {
  const situation = asOfRecord(given);
  const { campaign, snapshot, asOf, now, language } = situation;
  const unreadable: Problem[] = [];
  const { rows, figures } = reportFigures(situation, unreadable);
  // Leaders are shown no winner whom somebody typed into the record.
  const since = (figures.contest?.winners.length ?? 0) > 0 ? changesSinceDecision(given.campaign).record : [];
  if (since.length > 0) return stop(since);
  const status = listState(campaign, asOf);
  const variant = variantOf(input.variant, figures, situation);
  const issue = issueOf(asOf, issuesOnRecord(snapshot));
  const say = (lines: readonly Text[]): string[] => lines.map((line) => line[language]);
  const state = say(listLines(status));
  const ceremony = ceremonyLines(situation, figures, status);
  const madeOf = fingerprint({ figures, state });
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const sheet = briefingSheet(
    {
      campaign: campaign.settings.campaign,
      organiser: campaign.settings.organiser,
      figures,
      variant,
      issue,
      toDecide: say(leaderQuestions(situation, figures, status)),
      countdown: say(countdownLines(situation, figures, status)),
      ceremony: ceremony && {
        name: ceremony.name,
        headline: ceremony.headline[language],
        plan: say(ceremony.plan),
      },
      unitName: (unitId) => nameOf.get(unitId) ?? unitId,
      listState: state,
      caution: cautionOnPage(unreadFor(BRIEFING.reads, given.cellProblems, {}))[language],
      stamp: stampAsOf(given, madeOf),
    },
    language,
  );
  const refresh = trackerRefresh(given);
  const placing = placeMadeSheet(snapshot, { key: 'briefing', sheet }, now, language);
  const { total, overdueUnits, soFar } = figures;
  const verdict = { zh: verdictLine(figures, issue, 'zh'), en: verdictLine(figures, issue, 'en') };
  const record = recordIssue({
    number: issue.number,
    day: startOfDay(asOf),
    due: soFar.due,
    received: soFar.received,
    overdueUnits: overdueUnits.length,
    overdueItems: soFar.overdue,
  });
  return {
    steps: [
      ...refresh.steps,
      ...fromSource('Briefing', given, placing.steps),
      record,
      { kind: 'activate', sheet: sheet.name },
    ],
    changed: { Briefing: { added: 1, updated: 0 }, ...refresh.changed },
    replaced: refresh.replaced,
    notices: [...unreadable, ...refresh.notices, ...placing.notices],
    results: {
      issue: issue.number,
      variant,
      verdict: verdict[language],
      due: soFar.due,
      received: soFar.received,
      accepted: soFar.accepted,
      sheet: sheet.name,
      rate: total.rate ?? '',
      must: total.must,
      done: total.done,
      overdueUnits: overdueUnits.length,
      overdueItems: total.overdue,
      fingerprint: madeOf,
      keptAs: placing.keptAs,
    },
    preview: { added: [{ table: 'Briefing', row: '', summary: sheet.name }], changed: [], unchanged: 0 },
    message: text(
      `“${sheet.name}”第${issue.number}期已生成。${verdict.zh}${summarizeOverdue(rows, 'zh')}。可直接打印一页 A4。`,
      `“${sheet.name}” no. ${issue.number} is made. ${verdict.en} ${summarizeOverdue(rows, 'en')}. It prints on one A4 page.`,
    ),
  };
}
