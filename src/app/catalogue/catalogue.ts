// Every job, in the order in which the pane and the command line offer them.
import { ACCOUNTABILITY } from '../publish/accountabilityJob';
import { AGENDA } from '../publish/agendaJob';
import { AS_OF } from '../collect/asOfJob';
import { AWARDS } from '../publish/awardsJob';
import { BRIEFING } from '../publish/briefingJob';
import { CERTIFICATES } from '../publish/certificatesJob';
import { CHECK } from '../care/checkWorkbookJob';
import { CLOSE_OBJECTION } from '../publish/closeObjectionJob';
import { COMPARE_SCORES } from '../contest/compareTypingsJob';
import { DEACTIVATE } from '../collect/deactivateJob';
import { DECIDE } from '../contest/decideJob';
import { EXPLAIN } from '../contest/explainPlacesJob';
import { EXTEND } from '../collect/extendJob';
import { FIX_RULES } from '../contest/fixRulesJob';
import { IMPORT_JUDGE } from '../contest/importJudgeJob';
import { IMPORT_RECEIPTS } from '../collect/importReceiptsJob';
import { IMPORT_ROSTER } from '../collect/importRosterJob';
import { IMPORT_SCORES } from '../contest/importScoresJob';
import { IMPORT_STORIES } from '../contest/importStoriesJob';
import { MAKE_JUDGE_TABS } from '../contest/makeJudgeTabsJob';
import { MATRIX } from '../publish/matrixJob';
import { MEND } from '../care/mendJob';
import { NEW } from '../care/newCampaignJob';
import { NEXT_YEAR } from '../care/nextYearJob';
import { NOTICE } from '../publish/noticeJob';
import { OBJECT } from '../publish/objectJob';
import { OVERDUE } from '../collect/overdueJob';
import { OVERVIEW } from '../care/overviewJob';
import { PRIZE_RECEIPT } from '../publish/prizeReceiptJob';
import { PROGRESS } from '../contest/progressJob';
import { RANK } from '../contest/rankJob';
import { RECEIVE } from '../collect/receiveJob';
import { RECOMPUTE } from '../collect/recomputeJob';
import { REMARKS } from '../publish/printRemarksJob';
import { REMIND } from '../collect/remindJob';
import { REVIEW } from '../collect/reviewJob';
import { REVOTE } from '../contest/revoteJob';
import { ROBUSTNESS } from '../contest/robustnessJob';
import { PUBLISH_CHECK } from '../publish/publishCheckJob';
import { SEAL } from '../care/sealJob';
import { SUMMARY } from '../publish/summaryJob';
import { UNDO } from '../care/undoJob';
import { UNSEAL } from '../care/unsealJob';
import { UPGRADE } from '../care/upgradeJob';
import { WITHDRAW } from '../contest/withdrawJob';
import type { OfferedJob } from '../run/defineJob';

/** In the order in which they are offered. */
export const CATALOGUE: readonly OfferedJob[] = [
  // 准备
  NEW,
  IMPORT_ROSTER,
  CHECK,
  MEND,
  UPGRADE,
  UNDO,
  DEACTIVATE,
  NEXT_YEAR,
  // 收件与催报
  RECEIVE,
  IMPORT_RECEIPTS,
  OVERDUE,
  AS_OF,
  REMIND,
  REVIEW,
  EXTEND,
  RECOMPUTE,
  // 评选
  IMPORT_STORIES,
  FIX_RULES,
  MAKE_JUDGE_TABS,
  IMPORT_SCORES,
  COMPARE_SCORES,
  IMPORT_JUDGE,
  PROGRESS,
  RANK,
  EXPLAIN,
  REMARKS,
  ROBUSTNESS,
  REVOTE,
  DECIDE,
  AWARDS,
  WITHDRAW,
  // 成果
  SUMMARY,
  BRIEFING,
  NOTICE,
  PUBLISH_CHECK,
  OBJECT,
  CLOSE_OBJECTION,
  MATRIX,
  OVERVIEW,
  ACCOUNTABILITY,
  CERTIFICATES,
  AGENDA,
  PRIZE_RECEIPT,
  SEAL,
  UNSEAL,
];

/** Undefined where no job has that name. Example: `jobNamed('overdue')?.name === 'overdue'`. */
export function jobNamed(name: string): OfferedJob | undefined {
  return CATALOGUE.find((job) => job.name === name);
}
