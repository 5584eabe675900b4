// Make the summary (汇总): items, categories and the matrix unit × item, from the state of the workbook at the as-of moment.
import { summaryMatrix } from '../../core/briefing/summaryMatrix';
import { arrivalsPerDay } from '../../core/briefing/arrivals';
import type { BriefingFigures } from '../../core/briefing/briefingFigures';
import { judgeAgreements } from '../../core/contest/agreement';
import { computeStandings } from '../../core/contest/standings';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { reconciles } from '../../core/tracker/countByStatus';
import { summarizeOverdue } from '../../core/tracker/overdue';
import type { Status } from '../../core/tracker/trackerRow';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import type { SummaryExtras } from '../../workbook/sheets/summaryExtras';
import { summarySheet } from '../../workbook/sheets/summarySheet';
import { contestOf, ruleProblems } from '../contest/contestSituation';
import { stampAsOf } from './asOfRecord';
import { reportFigures } from './reportFigures';
import { fromSource } from './sourceMark';
import type { Decision, Situation } from '../run/runJob';
import { trackerRefresh } from '../collect/trackerRefresh';
import { cautionOnPage, unreadFor } from '../run/firstUnread';
import { SUMMARY } from './summaryJob';

export interface SummaryResults {
  readonly sheet: string;
  readonly requirements: readonly ({
    readonly requirementId: string;
    readonly title: string;
    readonly must: number;
    readonly done: number;
    readonly rate: string | null;
  } & Readonly<Record<Status, number>>)[];
  readonly activities: BriefingFigures['activities'];
  readonly must: number;
  readonly done: number;
  readonly units: number;
  readonly reconciles: boolean;
  readonly fingerprint: string;
  readonly keptAs: string | null;
}

/** Judges with scores, while the rules are sound. */
function judgesOf(situation: Situation): SummaryExtras['judges'] {
  const { campaign } = situation;
  if (campaign.entries.length === 0 || ruleProblems(situation).length > 0) return [];
  return judgeAgreements(computeStandings(contestOf(campaign))).filter(({ count }) => count > 0);
}

/** The column of the names of items, categories and units. */
const ITS_NAME = [1];

/** Values only; the figures of items, categories and units come from one state of the tracker. */
export function decideSummary(situation: Situation): Decision<SummaryResults> {
  const { campaign, snapshot, asOf, now, language } = situation;
  const { rows, figures } = reportFigures(situation);
  const matrix = summaryMatrix(campaign.units, campaign.requirements, rows);
  const addsUp = matrix.reconciles && reconciles(rows);
  const shown = {
    arrivals: arrivalsPerDay(campaign.receipts, campaign.requirements, asOf),
    judges: judgesOf(situation),
  };
  const extras: SummaryExtras = { ...shown, county: campaign.settings.county };
  const madeOf = fingerprint({
    requirements: figures.requirements,
    categories: figures.categories,
    matrix,
    extras: shown,
  });
  const { settings } = campaign;
  const sheet = summarySheet(
    {
      campaign: settings.campaign,
      organiser: settings.organiser,
      figures,
      matrix: { ...matrix, reconciles: addsUp },
      extras,
      caution: cautionOnPage(unreadFor(SUMMARY.reads, situation.cellProblems, {}))[language],
      stamp: stampAsOf(situation, madeOf),
    },
    language,
  );
  const refresh = trackerRefresh(situation);
  const placing = placeMadeSheet(snapshot, { key: 'summary', sheet, rowKey: ITS_NAME }, now, language);
  const unreconciled: Problem[] = addsUp
    ? []
    : [
        {
          code: 'does-not-reconcile',
          table: 'Tracker',
          expected: text('各行各列之和等于总数', 'rows and columns that add up'),
          found: String(figures.total.must),
          message: text(
            '矩阵的行列之和与总数不符，多半是名册或事项里有重复编号：请运行“检查工作簿”。',
            'Rows and columns do not add up to the total, most likely because an id stands twice: check the workbook.',
          ),
        },
      ];
  return {
    steps: [
      ...refresh.steps,
      ...fromSource('Summary', situation, placing.steps),
      { kind: 'activate', sheet: sheet.name },
    ],
    changed: { Summary: { added: 1, updated: 0 }, ...refresh.changed },
    replaced: refresh.replaced,
    notices: [...unreconciled, ...refresh.notices, ...placing.notices],
    results: {
      sheet: sheet.name,
      requirements: figures.requirements,
      activities: figures.activities,
      must: figures.total.must,
      done: figures.total.done,
      units: matrix.rows.length,
      reconciles: addsUp,
      fingerprint: madeOf,
      keptAs: placing.keptAs,
    },
    preview: { added: [{ table: 'Summary', row: '', summary: sheet.name }], changed: [], unchanged: 0 },
    message: text(
      `“${sheet.name}”已生成：${matrix.rows.length} 家应报 ${figures.total.must} 项，已完成 ${figures.total.done} 项；${summarizeOverdue(rows, 'zh')}。`,
      `“${sheet.name}” is made: ${matrix.rows.length} units owe ${figures.total.must} items, ${figures.total.done} are complete. ${summarizeOverdue(rows, 'en')}.`,
    ),
  };
}
