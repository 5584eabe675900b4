// Make the leaders' one-page sheet (领导简报) from the state of the workbook at the as-of moment.
import { text } from '../../core/ground/text';
import { summarizeOverdue } from '../../core/tracker/overdue';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { BRIEFING_SHEET, briefingSheet } from '../../workbook/sheets/briefingSheet';
import { placeMadeSheet, stampLine } from '../../workbook/sheets/madeSheet';
import type { Job } from '../run/job';
import { asOfRecord } from './asOfRecord';
import { listLines, listState } from './listState';
import { postingDeadlineLine } from './postingDeadline';
import { reportFigures } from './reportFigures';
import { runByPosition } from '../run/runByPosition';
import { type Decision, type Situation } from '../run/runJob';
import { trackerRefresh } from '../collect/trackerRefresh';

export interface BriefingResults {
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

const NOTHING: BriefingResults = {
  sheet: '',
  rate: '',
  must: 0,
  done: 0,
  overdueUnits: 0,
  overdueItems: 0,
  fingerprint: '',
  keptAs: null,
};

/** Values only: the sheet says as of when it was made and of what. */
export function decideBriefing(given: Situation): Decision<BriefingResults> {
  const situation = asOfRecord(given);
  const { campaign, snapshot, asOf, now, language } = situation;
  const { rows, figures } = reportFigures(situation);
  const state = listLines(listState(campaign, asOf), postingDeadlineLine(campaign, asOf)).map((line) => line[language]);
  const madeOf = fingerprint({ figures, state });
  const nameOf = new Map(campaign.units.map(({ unitId, name }) => [unitId, name]));
  const sheet = briefingSheet(
    {
      campaign: campaign.settings.campaign,
      organiser: campaign.settings.organiser,
      figures,
      unitName: (unitId) => nameOf.get(unitId) ?? unitId,
      listState: state,
      stamp: stampLine(asOf, now, madeOf, language),
    },
    language,
  );
  const refresh = trackerRefresh(situation);
  const placing = placeMadeSheet(snapshot, { key: 'briefing', sheet }, now, language);
  const { total, overdueUnits } = figures;
  return {
    steps: [...refresh.steps, ...placing.steps, { kind: 'activate', sheet: sheet.name }],
    changed: { Briefing: { added: 1, updated: 0 }, ...refresh.changed },
    replaced: refresh.replaced,
    notices: [...refresh.notices, ...placing.notices],
    results: {
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
      `“${sheet.name}”已生成：完成率 ${total.rate ?? '—'}%，${summarizeOverdue(rows, 'zh')}。可直接打印一页 A4。`,
      `“${sheet.name}” is made: ${total.rate ?? '—'}% complete. ${summarizeOverdue(rows, 'en')}. It prints on one A4 page.`,
    ),
  };
}

/** Job 'briefing'. */
export const makeBriefing: Job<Record<string, never>, BriefingResults> = (deps, _input, mode) =>
  runByPosition(deps, 'briefing', mode, {}, NOTHING, decideBriefing, [BRIEFING_SHEET.zh, BRIEFING_SHEET.en]);
