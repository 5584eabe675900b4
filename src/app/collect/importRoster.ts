// Import a contact list into the roster: what is right is taken row by row, what is wrong is left out and named.
import { proposeRoster, type RosterProposal } from '../../core/roster/proposeRoster';
import { ROSTER_COLUMNS } from '../../core/roster/rosterRow';
import type { Unit } from '../../core/roster/unit';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { filledLines } from '../../workbook/tables/records/actLog';
import { appendRows, updateCells, type EditOf } from '../../workbook/contract/edits';
import { categoryLabel, labelOf } from '../../workbook/contract/labels';
import type { PlanStep } from '../../workbook/contract/plan';
import { locateColumns, readRows, type RowOf } from '../../workbook/contract/rows';
import type { RowRecord } from '../../workbook/contract/sheetOf';
import type { TableSnapshot } from '../../workbook/contract/snapshot';
import type { ColumnKeys } from '../../workbook/contract/keys';
import { columnOf } from '../../workbook/contract/spec';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { UNITS } from '../../workbook/tables/units/units';
import { trackerDifference } from '../../workbook/tables/tracker/trackerKeys';
import { askedSheets, skippedWords, withRequests } from '../imports/askedRows';
import { NO_COUNTS, type ImportedRows } from '../run/rowCounts';
import { previewRows, skippedRows, type RowWrite } from '../imports/importPreview';
import type { CellChange } from '../run/job';
import { logLineOf, shownChange, wasEmpty, type ReplacedCell } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';
import type { ImportRosterInput } from './importRosterJob';

export interface ImportRosterResults extends ImportedRows {
  /** Units that the file names and that stay as they are. */
  readonly unchanged: number;
  readonly columns: RosterProposal['columns'];
}

const FIELDS = ['name', 'contact', 'phone', 'email', 'forceHead', 'forceContact', 'forcePhone', 'note'] as const;

interface Edits {
  readonly edits: readonly EditOf<'Units'>[];
  /** The edits as changes, the cells' very values with them. */
  readonly written: readonly ReplacedCell[];
  readonly appended: readonly Unit[];
  /** Columns that the file has and this workbook does not: of an earlier version, or deleted. */
  readonly lacking: ReadonlySet<ColumnKeys['Units']>;
}

function editsOf(table: TableSnapshot, { changes, newUnits }: RosterProposal, { language }: Situation): Edits {
  const rowOf = new Map(readRows(UNITS, table).map((row) => [row.text('unitId'), row]));
  const edits: EditOf<'Units'>[] = [];
  const written: ReplacedCell[] = [];
  const places = locateColumns(UNITS, table);
  const lacking = new Set<ColumnKeys['Units']>();
  const put = (row: RowOf<'Units'>, key: ColumnKeys['Units'], value: string): void => {
    if (places.get(key) === -1) {
      lacking.add(key);
      return;
    }
    if (row.get(key) === value) return;
    edits.push({ index: row.index, key, value });
    written.push({
      table: UNITS.name,
      row: `${row.text('unitId')} ${row.text('name')}`.trim(),
      column: columnOf(UNITS, key).header[language],
      before: row.text(key),
      after: value,
      exact: { before: row.get(key), after: value },
    });
  };
  for (const { unitId, field, after } of changes) {
    const row = rowOf.get(unitId);
    if (row) put(row, field, after);
  }
  const appended: Unit[] = [];
  for (const unit of newUnits) {
    const row = rowOf.get(unit.unitId);
    if (!row) {
      appended.push(unit);
      for (const key of FIELDS) if (unit[key] !== '' && places.get(key) === -1) lacking.add(key);
      continue;
    }
    for (const key of FIELDS.filter((field) => unit[field] !== '')) put(row, key, unit[key]);
    put(row, 'active', labelOf('yesNo', 'yes', language));
  }
  return { edits, written, appended, lacking };
}

function lackingColumns(keys: ReadonlySet<ColumnKeys['Units']>, { sheet }: TableSnapshot): Problem[] {
  const headers = [...keys].map((key) => columnOf(UNITS, key).header);
  if (headers.length === 0) return [];
  const [zh, en] = [headers.map((each) => each.zh).join('、'), headers.map((each) => each.en).join(', ')];
  return [
    {
      code: 'missing-column',
      table: UNITS.name,
      sheet,
      found: '',
      expected: text(zh, en),
      message: text(
        `“${sheet}”没有这几列：${zh}。文件里的这些内容没有采用：请先运行“升级与修复”，再导入一次。`,
        `“${sheet}” has no columns ${en}: what the file says there was not taken. Run “Upgrade and repair”, then import again.`,
      ),
    },
  ];
}

/** The cells of a new row that its import can empty again: id, category and whether it is active stay, as in a row that is still to be filled in. */
function filledOf(unit: Unit, { language }: Situation): CellChange[] {
  return FIELDS.filter((key) => unit[key] !== '').map((key) => ({
    table: UNITS.name,
    row: unit.unitId,
    column: columnOf(UNITS, key).header[language],
    before: '',
    after: unit[key],
  }));
}

function recordOf(unit: Unit, { language, campaign }: Situation): RowRecord<ColumnKeys['Units']> {
  const { unitId, name, contact, phone, email, forceHead, forceContact, forcePhone, note } = unit;
  return {
    unitId,
    name,
    contact,
    phone,
    email,
    forceHead,
    forceContact,
    forcePhone,
    note,
    category: unit.category === '' ? '' : categoryLabel(unit.category, language, campaign.settings.county),
    active: labelOf('yesNo', 'yes', language),
  };
}

/** The units as they will be, for the tracker rows that they owe. */
function unitsAfter(units: readonly Unit[], added: readonly Unit[]): Unit[] {
  const ids = new Map(added.map((unit) => [unit.unitId, unit]));
  return [
    ...units.map((unit) => ids.get(unit.unitId) ?? unit),
    ...added.filter((unit) => units.every(({ unitId }) => unitId !== unit.unitId)),
  ];
}

/** Each unit that gets anything, with the row of the file that says it. */
function rowWrites(
  { newUnits, rowOf }: RosterProposal,
  written: readonly ReplacedCell[],
  filled: readonly CellChange[],
): RowWrite[] {
  const cellsOf = new Map<string, CellChange[]>();
  for (const cell of [...written.map(shownChange), ...filled]) {
    const id = cell.row.split(' ')[0] ?? '';
    cellsOf.set(id, [...(cellsOf.get(id) ?? []), cell]);
  }
  const nameOf = new Map(newUnits.map(({ unitId, name }) => [unitId, `${unitId} ${name}`]));
  return [...cellsOf].map(([unitId, cells]): RowWrite => ({
    place: rowOf.get(unitId) ?? {},
    state: nameOf.has(unitId) ? 'added' : 'changed',
    table: UNITS.name,
    target: nameOf.get(unitId) ?? cells[0]?.row ?? unitId,
    cells: cells.map(({ column, before, after }) => ({ column, before, after })),
  }));
}

function messageOf(results: ImportRosterResults, added: number, updated: number): Decision<unknown>['message'] {
  const { rows, leftOut, skipped } = results;
  const next =
    leftOut > 0
      ? text('请按提示改正后再导入一次。', 'Mend them as told and import again.')
      : text('下一步：检查工作簿。', 'Next: check the workbook.');
  const asked = skippedWords(skipped);
  return text(
    `读到 ${rows} 行：更新 ${updated} 家，新增 ${added} 家，${results.unchanged} 家没有变化，${leftOut} 行没有采用${asked.zh}。${next.zh}`,
    `${rows} rows read: ${updated} units updated, ${added} added, ${results.unchanged} unchanged, ${leftOut} rows left out${asked.en}. ${next.en}`,
  );
}

/** What the import would do. Writes only cells that change; every replaced value is in the preview, and so in the log. */
export function decideImportRoster(situation: Situation, input: ImportRosterInput): Decision<ImportRosterResults> {
  const { campaign, snapshot, words } = situation;
  const { same } = input;
  const asked = askedSheets(input, ROSTER_COLUMNS);
  const proposal = proposeRoster(
    asked.sheets,
    campaign.units,
    campaign.settings.expected,
    same,
    campaign.settings.county,
  );
  const { newUnits, changes, problems, notices, rows, leftOut, columns, source } = proposal;
  const units = tableIn(snapshot, UNITS);
  const { edits, written, appended, lacking } = editsOf(units, proposal, situation);
  const appendedCells = appended.flatMap((unit) => filledOf(unit, situation));
  const filled = [...written.filter(wasEmpty), ...appendedCells];
  const tracker = tableIn(snapshot, TRACKER);
  const owedNow =
    newUnits.length > 0
      ? trackerDifference(tracker, unitsAfter(campaign.units, newUnits), campaign.requirements).missing
      : [];
  // In a workbook of no county its formulas are others.
  const spec = campaign.spec(UNITS.name);
  const steps: PlanStep[] = [
    ...updateCells(UNITS, units, edits),
    ...appendRows(
      spec,
      units,
      appended.map((unit) => recordOf(unit, situation)),
      words(spec),
    ),
    ...appendRows(
      TRACKER,
      tracker,
      owedNow.map(({ unitId, requirementId }) => ({ unitId, requirementId })),
      words(TRACKER),
    ),
  ];
  const changedIds = new Set(changes.map(({ unitId }) => unitId));
  const updated = changedIds.size;
  const writes = rowWrites(proposal, written, appendedCells);
  const shown = previewRows({ source, writes, settled: proposal.settled, problems, notices });
  const skipped = skippedRows(shown.rows);
  const results: ImportRosterResults = {
    rows,
    taken: rows - leftOut - skipped,
    leftOut,
    skipped,
    unchanged: proposal.unchanged.length,
    columns,
    counts: NO_COUNTS,
  };
  return withRequests(
    {
      steps,
      problems,
      notices: [...notices, ...lackingColumns(lacking, units)],
      results,
      replaced: written,
      alsoLogged: filledLines(filled.map(logLineOf)),
      changed: {
        ...(updated + newUnits.length > 0 && { [UNITS.name]: { added: newUnits.length, updated } }),
        ...(owedNow.length > 0 && { [TRACKER.name]: { added: owedNow.length, updated: 0 } }),
      },
      preview: {
        added: [
          ...newUnits.map((unit) => ({
            table: UNITS.name,
            row: unit.unitId,
            summary: [unit.name, unit.contact, unit.phone].filter(Boolean).join(' · '),
          })),
          ...owedNow.map(({ unitId, requirementId }) => ({
            table: TRACKER.name,
            row: `${unitId} ${requirementId}`,
            summary: requirementId,
          })),
        ],
        changed: written
          .filter(({ row, before }) => before !== '' || changedIds.has(row.split(' ')[0] ?? ''))
          .map(shownChange),
        unchanged: proposal.unchanged.length,
        ...shown,
      },
      stopped: rows === 0 && problems.length > 0,
      message:
        rows === 0
          ? (problems[0]?.message ??
            text('文件里没有数据行，没有导入。', 'The file has no data rows; nothing was imported.'))
          : messageOf(results, newUnits.length, updated),
    },
    asked,
    source,
    UNITS.name,
  );
}
