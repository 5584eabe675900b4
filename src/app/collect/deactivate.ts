// A unit leaves the campaign: it owes nothing any more, everything that it handed in stays (D-11).
import { trackUnits } from '../../core/tracker/trackUnits';
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { updateCells } from '../../workbook/contract/edits';
import { labelOf } from '../../workbook/contract/labels';
import { readRows } from '../../workbook/contract/rows';
import { columnOf } from '../../workbook/contract/spec';
import { UNITS } from '../../workbook/tables/units/units';
import type { Problem } from '../../core/ground/problem';
import type { CellChange } from '../run/job';
import { unitCalled } from '../run/namedThings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { DeactivateInput } from './deactivateJob';

export interface DeactivateResults {
  readonly unitId: string;
  readonly unit: string;
  /** Items that it owed and had not completed. */
  readonly released: readonly string[];
  /** Receipts that stay in the register. */
  readonly receipts: number;
}

/** Sets Active to No and adds date and reason to the note. The tracker's rows stay; their formulas show them as exempt. */
export function decideDeactivate(situation: Situation, input: DeactivateInput): Decision<DeactivateResults> {
  const { campaign, snapshot, asOf, now, language } = situation;
  const found = unitCalled(campaign.units, input.unit);
  const reason = input.reason?.trim() ?? '';
  const problems: Problem[] = [...found.problems];
  if (reason === '') {
    problems.push({
      code: 'missing-reason',
      table: UNITS.name,
      column: 'reason',
      expected: text('停用的理由', 'why it leaves'),
      found: '',
      message: text('请写明停用的理由，没有写入。', 'Say why the unit leaves; nothing was written.'),
    });
  }
  const unit = found.thing;
  const table = tableIn(snapshot, UNITS);
  const rows = readRows(UNITS, table).filter((row) => unit !== null && row.text('unitId') === unit.unitId);
  const [row] = rows;
  if (unit && !unit.active) {
    problems.push({
      code: 'already-inactive',
      table: UNITS.name,
      row: unit.unitId,
      column: columnOf(UNITS, 'active').header[language],
      expected: text('启用的单位', 'an active unit'),
      found: unit.name,
      message: text(`${unit.name}已经停用。`, `${unit.name} is inactive already.`),
    });
  }
  if (unit && rows.length > 1) {
    problems.push({
      code: 'duplicate-id',
      table: UNITS.name,
      row: unit.unitId,
      expected: text('不重复的编号', 'a unique id'),
      found: unit.unitId,
      message: text(
        `名册里 ${unit.unitId} 有 ${rows.length} 行：请先改正。`,
        `${unit.unitId} stands ${rows.length} times in the roster: mend that first.`,
      ),
    });
  }
  if (!unit || !row || problems.length > 0) return stop(problems);

  const day = {
    zh: formatMoment(now, 'zh', 'full').split(' ')[0] ?? '',
    en: formatMoment(now, 'en', 'full').split(',')[0] ?? '',
  };
  const added = text(`${day.zh}停用：${reason}`, `Inactive since ${day.en}: ${reason}`)[language];
  const note = [row.text('note'), added].filter((piece) => piece !== '').join(language === 'zh' ? '；' : '; ');
  const no = labelOf('yesNo', 'no', language);
  const header = (key: 'active' | 'note'): string => columnOf(UNITS, key).header[language];
  const changed: CellChange[] = [
    {
      table: UNITS.name,
      row: unit.unitId,
      column: header('active'),
      before: row.text('active') || labelOf('yesNo', 'yes', language),
      after: no,
    },
    { table: UNITS.name, row: unit.unitId, column: header('note'), before: row.text('note'), after: note },
  ];
  const open = trackUnits(campaign, asOf)
    .filter(({ unitId, status }) => unitId === unit.unitId && !['onTime', 'late', 'exempt'].includes(status))
    .map(({ requirementId }) => requirementId);
  const receipts = campaign.receipts.filter(({ unitId }) => unitId === unit.unitId).length;
  return {
    steps: updateCells(UNITS, table, [
      { index: row.index, key: 'active', value: no },
      { index: row.index, key: 'note', value: note },
    ]),
    changed: { [UNITS.name]: { added: 0, updated: 1 } },
    results: { unitId: unit.unitId, unit: unit.name, released: open, receipts },
    preview: { added: [], changed, unchanged: 0 },
    message: text(
      `${unit.name}已停用：${open.length} 项不再要求，${receipts} 件收件和台账各行保留。`,
      `${unit.name} is inactive: ${open.length} items are no longer owed; its ${receipts} receipts and its tracker rows stay.`,
    ),
  };
}
