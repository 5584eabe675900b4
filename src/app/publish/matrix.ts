// Make the matrix (报送矩阵): every unit and every item on one printable sheet that follows the tracker by itself.
import type { Problem } from '../../core/ground/problem';
import { summaryMatrix } from '../../core/briefing/summaryMatrix';
import { text, type Language } from '../../core/ground/text';
import { countByStatus } from '../../core/tracker/countByStatus';
import type { Status } from '../../core/tracker/trackerRow';
import { trackUnits } from '../../core/tracker/trackUnits';
import { appendRows } from '../../workbook/contract/edits';
import { trackerAsOfName } from '../../workbook/tables/tracker/trackerStamp';
import { holdsValues } from '../../workbook/tables/tracker/trackerValues';
import type { WallTime } from '../../core/ground/wallTime';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { readRows } from '../../workbook/contract/rows';
import { placeMadeSheet, stampLine } from '../../workbook/sheets/madeSheet';
import { withoutLiveCells } from '../../workbook/sheets/matrixLive';
import { matrixSheet, matrixTypedOver, type MatrixPage } from '../../workbook/sheets/matrixSheet';
import { MATRIX_TYPED_OVER } from '../../workbook/tables/issueNames';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { trackerDifference } from '../../workbook/tables/tracker/trackerKeys';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import { fromSource } from './sourceMark';
import { refreshValues } from '../collect/trackerValues';

export interface MatrixResults {
  readonly sheet: string;
  readonly units: number;
  readonly requirements: number;
  /** By the rules, of all rows that are owed. */
  readonly counts: Readonly<Record<Status, number>>;
  /** Sum of the seven counts. */
  readonly must: number;
  readonly reconciles: boolean;
  readonly keptAs: string | null;
}

function emptyProblem(): Problem {
  return {
    code: 'nothing-owed',
    table: 'Tracker',
    expected: text('至少一个单位应报一个事项', 'a unit that owes an item'),
    found: '',
    message: text('名册和事项里还没有应报的内容，没有生成矩阵。', 'No unit owes anything yet; no matrix was made.'),
  };
}

/** Without the as-of moment, which is live above: only when units and items were written down. */
function madeStamp(now: WallTime, madeOf: string, language: Language): string {
  return stampLine(now, now, madeOf, language).split(' · ').slice(1).join(' · ');
}

/** Adds the rows that the tracker lacks, then puts the sheet in its place; every cell of it is a formula over the tracker. */
export function decideMatrix(situation: Situation): Decision<MatrixResults> {
  const { campaign, snapshot, asOf, now, language, words } = situation;
  const rows = trackUnits(campaign, asOf);
  const tracker = tableIn(snapshot, TRACKER);
  const kept = new Set([
    ...rows.map(({ unitId }) => unitId),
    ...readRows(TRACKER, tracker).map((row) => row.text('unitId')),
  ]);
  const units = campaign.units.filter(({ unitId, name }) => name !== '' && kept.has(unitId));
  const { requirements, settings } = campaign;
  if (units.length === 0 || requirements.length === 0 || rows.length === 0) return stop([emptyProblem()]);
  const core = summaryMatrix(campaign.units, requirements, rows);
  const { missing } = trackerDifference(tracker, campaign.units, requirements);
  const refresh = holdsValues(snapshot) ? refreshValues(situation, missing) : null;
  const rowSteps =
    refresh?.steps ??
    appendRows(
      TRACKER,
      tracker,
      missing.map(({ unitId, requirementId }) => ({ unitId, requirementId })),
      words(TRACKER),
    );
  const madeOf = fingerprint({
    units: units.map(({ unitId, name }) => [unitId, name]),
    requirements: requirements.map(({ requirementId, title }) => [requirementId, title]),
  });
  const page: MatrixPage = {
    campaign: settings.campaign,
    organiser: settings.organiser,
    units,
    requirements,
    stamp: madeStamp(now, madeOf, language),
    asOfName: trackerAsOfName(snapshot.names),
  };
  const sheet = matrixSheet(page, words(TRACKER));
  const typedOver = `=${matrixTypedOver(page, `'${sheet.name}'!`)}`;
  const placing = placeMadeSheet(
    snapshot,
    { key: 'matrix', sheet, lasting: (rows) => withoutLiveCells(rows, tracker) },
    now,
    language,
  );
  return {
    steps: [
      ...rowSteps,
      ...fromSource('Matrix', situation, placing.steps),
      { kind: 'names', names: { [MATRIX_TYPED_OVER]: typedOver }, last: true },
      { kind: 'activate', sheet: sheet.name },
    ],
    changed: {
      Matrix: { added: 1, updated: 0 },
      ...(missing.length > 0 && { [TRACKER.name]: { added: missing.length, updated: 0 } }),
    },
    notices: [...(refresh?.notices ?? []), ...placing.notices],
    replaced: refresh?.replaced ?? [],
    results: {
      sheet: sheet.name,
      units: units.length,
      requirements: requirements.length,
      counts: countByStatus(rows),
      must: rows.length,
      reconciles: core.reconciles,
      keptAs: placing.keptAs,
    },
    preview: { added: [{ table: 'Matrix', row: '', summary: sheet.name }], changed: [], unchanged: 0 },
    message: text(
      `“${sheet.name}”已生成：${units.length} 家 × ${requirements.length} 项，随台账自动更新。`,
      `“${sheet.name}” is made: ${units.length} units × ${requirements.length} items; it follows the tracker by itself.`,
    ),
  };
}
