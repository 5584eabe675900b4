// Puts right what can mean one thing only, and formulas that were typed over; names everything else. What stood there is shown first, and kept in the log.
import type { Problem } from '../../core/ground/problem';
import { SLIPPED } from '../../core/ground/slippedCells';
import { text, type Language, type Text } from '../../core/ground/text';
import { checkRoster } from '../../core/roster/checkRoster';
import { lazyMatcher } from '../../core/roster/unitMatcher';
import { shownCell } from '../../workbook/contract/cells';
import { updateCells, type CellEdit } from '../../workbook/contract/edits';
import { meantValue, type Meaning } from '../../workbook/contract/meantValue';
import type { PlanStep } from '../../workbook/contract/plan';
import { readRows, type TableRow } from '../../workbook/contract/rows';
import type { CellValue, TableSnapshot, WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { TABLES } from '../../workbook/tables/registry';
import { SCORE_TABLE_PREFIX, scoreTableName } from '../../workbook/tables/scoreSheet/scoreSheet';
import { filledLines } from '../../workbook/tables/records/actLog';
import { OBJECTIONS } from '../../workbook/tables/objections/objections';
import { keepRegistered } from '../../workbook/tables/objections/keepObjections';
import { RECEIPTS } from '../../workbook/tables/receipts/receipts';
import { retypedIds } from '../../workbook/contract/kept';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { TRACKER } from '../../workbook/tables/tracker/tracker';
import { holdsValues } from '../../workbook/tables/tracker/trackerValues';
import { oursIn, overwrittenFormulas } from '../run/overwrittenFormulas';
import { logLineOf, shownChange, wasEmpty, type ReplacedCell } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { otherTitles, type OtherTitle } from '../contest/titlesOnSheets';
import { beneathDecision } from '../contest/decidedGate';
import type { MendInput } from './mendJob';
import { checkKeys } from './checkKeys';
import { endsWithIds, idRepairs, numberedEntries, type IdRepair } from '../contest/entryIds';
import { meantReference, type Known } from './meantReference';
import { meantSetting } from './meantSetting';
import { settlesSlip, slippedIn, takenAsTheyAre, type PutBack, type Slipped, type SlippedAnswer } from './mendSlipped';
import { keepRegisteredRows } from '../../workbook/tables/keepRegistered';
import { missingIds } from '../run/numberedTables';

export interface MendResults {
  /** Cells that are written properly now; formulas that stand again. */
  readonly cells: number;
  readonly formulas: number;
  /** Rows of columns that slipped which are right as they are, as was said. */
  readonly kept: number;
  /** Places that only people can put right. */
  readonly left: number;
}

interface Repair extends ReplacedCell {
  readonly key: string;
  readonly edit: CellEdit;
  readonly isFormula: boolean;
}

interface Mended {
  readonly spec: TableSpec;
  readonly table: TableSnapshot;
  readonly repairs: readonly Repair[];
  readonly slipped: Slipped;
}

const rowName = (spec: TableSpec, row: TableRow): string =>
  spec.key
    .map((key) => row.text(key))
    .filter(Boolean)
    .join(' ') || `#${row.index + 1}`;

/** What the log calls the row: its key as it is once the repairs are written. A row that is numbered by them is not known by a place. */
function nameAfter(spec: TableSpec, row: TableRow | undefined, own: readonly Repair[]): string {
  const part = (key: string): string => {
    const given = own.find(({ key: at, isFormula }) => at === key && !isFormula)?.edit.value;
    return given === undefined ? (row?.text(key) ?? '') : String(given as CellValue);
  };
  return spec.key.map(part).join(' ').trim();
}

/** The repairs as the log keeps them. */
function loggedRepairs({ spec, table, repairs }: Mended): Repair[] {
  const rows = new Map(readRows(spec, table).map((row) => [row.index, row]));
  const byRow = new Map<number, Repair[]>();
  for (const repair of repairs) byRow.set(repair.edit.index, [...(byRow.get(repair.edit.index) ?? []), repair]);
  return repairs.map((repair) => {
    const { index } = repair.edit;
    return { ...repair, row: nameAfter(spec, rows.get(index), byRow.get(index) ?? []) || repair.row };
  });
}

function cellRepairs(spec: TableSpec, table: TableSnapshot, meaning: Meaning, known: Known): Repair[] {
  const { language } = meaning;
  return readRows(spec, table).flatMap((row) =>
    spec.columns.flatMap((column): Repair[] => {
      const before = row.get(column.key);
      const after =
        spec.name === SETTINGS.name
          ? column.key === 'value'
            ? meantSetting(row.text('key'), before, meaning)
            : null
          : (meantReference(column, row, spec, known) ?? meantValue(column, before, meaning));
      if (after === null || after === before) return [];
      return [
        {
          table: spec.name,
          row: rowName(spec, row),
          key: column.key,
          column: column.header[language],
          before: String(before),
          after: shownCell(after, column),
          exact: { before, after },
          edit: { index: row.index, key: column.key, value: after },
          isFormula: false,
        },
      ];
    }),
  );
}

function formulaRepairs(spec: TableSpec, table: TableSnapshot, situation: Situation): Repair[] {
  const { words, language } = situation;
  const f = words(spec);
  return overwrittenFormulas(spec, table, oursIn(situation, spec)).flatMap(
    ({ index, column, row, found }): Repair[] => {
      const formula = column.formula?.(f);
      if (formula === undefined) return [];
      return [
        {
          table: spec.name,
          row,
          key: column.key,
          column: column.header[language],
          before: found,
          after: text('（公式）', '(formula)')[language],
          edit: { index, key: column.key, value: { formula } },
          isFormula: true,
        },
      ];
    },
  );
}

const headerIn = (spec: TableSpec, key: string, language: Language): string =>
  spec.columns.find((column) => column.key === key)?.header[language] ?? key;

/** Cells of columns that slipped, back in their rows; a row's number is named by what it will be. */
function slippedRepairs(spec: TableSpec, table: TableSnapshot, back: readonly PutBack[], language: Language): Repair[] {
  const rows = new Map(readRows(spec, table).map((row) => [row.index, row]));
  return back.map(({ index, column, before, after }): Repair => {
    const row = rows.get(index);
    return {
      table: spec.name,
      row: row ? rowName(spec, row) : `#${index + 1}`,
      key: column.key,
      column: column.header[language],
      before: shownCell(before, column),
      after: shownCell(after, column),
      exact: { before, after },
      edit: { index, key: column.key, value: after },
      isFormula: false,
    };
  });
}

/** Ids of units and items that were typed over while rows say the former, and of arrivals that were emptied. */
function formerNumbers(spec: TableSpec, snapshot: WorkbookSnapshot, problems: readonly Problem[]): IdRepair[] {
  const named = new Set(problems.flatMap(({ code, table, row }) => (code === 'id-retyped' ? [`${table} ${row}`] : [])));
  if (spec.name !== RECEIPTS.name && named.size === 0) return [];
  return retypedIds(spec, snapshot.tables[spec.name]).flatMap(({ row: { index }, was, is }) => {
    const row = is || `#${index + 1}`;
    const isMeant = spec.name === RECEIPTS.name ? is === '' : named.has(`${spec.name} ${row}`);
    return isMeant ? [{ table: spec.name, index, row, before: is, after: was }] : [];
  });
}

/** Ids that a row had, and new ones for rows that never had any. */
function numberRepairs(
  spec: TableSpec,
  snapshot: WorkbookSnapshot,
  former: readonly IdRepair[],
  language: Language,
): Repair[] {
  const own = former.filter(({ table }) => table === spec.name);
  const known = new Set(own.map(({ index }) => index));
  const key = spec.columns.some((column) => column.key === 'entryId') ? 'entryId' : (spec.key[0] ?? '');
  const fresh = missingIds(spec, snapshot).filter(({ index }) => !known.has(index));
  return [
    ...own.map(({ index, row, before, after }): Repair => ({
      table: spec.name,
      row,
      key,
      column: headerIn(spec, key, language),
      before,
      after,
      edit: { index, key, value: after },
      isFormula: false,
    })),
    ...fresh.map((edit): Repair => ({
      table: spec.name,
      row: `#${edit.index + 1}`,
      key: edit.key,
      column: headerIn(spec, edit.key, language),
      before: '',
      after: String(edit.value),
      edit,
      isFormula: false,
    })),
  ];
}

/** Titles of the register on the sheets of judges. */
function titleRepairs(spec: TableSpec, titles: readonly OtherTitle[], language: Language): Repair[] {
  return titles.flatMap(({ table, row, before, after }): Repair[] =>
    table !== spec.name
      ? []
      : [
          {
            table,
            row: rowName(spec, row),
            key: 'title',
            column: headerIn(spec, 'title', language),
            before,
            after,
            edit: { index: row.index, key: 'title', value: after },
            isFormula: false,
          },
        ],
  );
}

function mendedTables(situation: Situation, former: readonly IdRepair[], answer: SlippedAnswer): Mended[] {
  const { campaign, cellProblems, snapshot, language } = situation;
  const meaning: Meaning = { year: campaign.settings.year, language };
  const known = { matcher: lazyMatcher(campaign.units), requirements: campaign.requirements };
  const titles = otherTitles(situation);
  const names = [...TABLES.map(({ name }) => name), ...campaign.judgesWithSheet.map(scoreTableName)];
  return names.flatMap((name) => {
    const [spec, table] = [campaign.spec(name), snapshot.tables[name]];
    if (!table || table.unread) return [];
    const values = name === TRACKER.name && holdsValues(snapshot);
    const formulas = values ? [] : formulaRepairs(spec, table, situation);
    const slipped = slippedIn(spec, table, snapshot, answer);
    const back = slippedRepairs(spec, table, slipped.back, language);
    const isBack = new Set(back.map(({ edit }) => `${edit.index} ${edit.key}`));
    const cells = cellRepairs(spec, table, meaning, known).filter(
      ({ edit }) => !isBack.has(`${edit.index} ${edit.key}`),
    );
    const numbered = [...former, ...formerNumbers(spec, snapshot, cellProblems)];
    const numbers = numberRepairs(spec, snapshot, numbered, language).filter(
      ({ edit }) => !isBack.has(`${edit.index} ${edit.key}`),
    );
    const shown = titleRepairs(spec, titles, language);
    return [{ spec, table, repairs: [...back, ...cells, ...formulas, ...numbers, ...shown], slipped }];
  });
}

/** What is named and nobody but people can put right. */
function leftOver({ campaign, cellProblems, snapshot }: Situation, isDone: (problem: Problem) => boolean): Problem[] {
  const roster = checkRoster(campaign.units, {}, campaign.settings.words.members);
  return [...cellProblems, ...checkKeys(snapshot), ...roster].filter((problem) => !isDone(problem));
}

const WERE_TO_GO = text('已记下少了的行是该删的', 'The rows that are gone were to go');

function messageOf({ cells, formulas, kept, left }: MendResults, forgets: boolean): Text {
  const asIs = takenAsTheyAre(kept) ?? (forgets ? WERE_TO_GO : null);
  const [zh, en] =
    cells + formulas === 0 && asIs
      ? [asIs.zh, asIs.en]
      : cells + formulas === 0
        ? ['没有可以代改的内容', 'Nothing that can be put right without you']
        : [
            [
              ...(cells > 0 ? [`已改正 ${cells} 处写法`] : []),
              ...(formulas > 0 ? [`已恢复 ${formulas} 处公式`] : []),
              ...(asIs ? [asIs.zh] : []),
            ].join('，'),
            `${cells} cells written properly, ${formulas} formulas put back${asIs ? `, ${asIs.en}` : ''}`,
          ];
  const [restZh, restEn] =
    left === 0 ? ['', ''] : [`；还有 ${left} 处要人来改，见下面`, `; ${left} are for people to correct, see below`];
  return text(`${zh}${restZh}。`, `${en}${restEn}.`);
}

/** An objection that gets its number is registered with it: its row is missed from then on. */
function registered({ campaign, snapshot }: Situation, repairs: readonly Repair[]): PlanStep[] {
  const table = snapshot.tables[OBJECTIONS.name];
  const given = new Map(
    repairs.flatMap(({ table: of, key, edit }) =>
      of === OBJECTIONS.name && key === 'objectionId' ? [[edit.index, String(edit.value as CellValue)] as const] : [],
    ),
  );
  if (!table || given.size === 0) return [];
  const standing = campaign.objections.filter(({ gone }) => !gone);
  return [
    keepRegistered(
      readRows(OBJECTIONS, table).flatMap(({ index }, at) => {
        const [objectionId, objection] = [given.get(index), standing[at]];
        return objectionId === undefined || !objection ? [] : [{ ...objection, objectionId }];
      }),
    ),
  ];
}

/** Tables in which another cell may change what a decision rests on; a title on a judge's sheet is there to be read. */
const restsOn = (table: string, key: string): boolean =>
  ['Entries', 'Judges', 'Criteria', 'AwardTiers', SETTINGS.name].includes(table) ||
  (table.startsWith(SCORE_TABLE_PREFIX) && key !== 'title');

/** Writes properly what can mean one thing only and puts formulas back; all else becomes a notice. Asks first where a decision rests on it (R-7). */
export function decideMend(situation: Situation, { decided, slipped, gone }: MendInput = {}): Decision<MendResults> {
  const former = idRepairs(situation);
  const tables = mendedTables(situation, former, slipped);
  const repairs = tables.flatMap((each) => each.repairs);
  const logged = tables.flatMap(loggedRepairs);
  const done = new Set(repairs.map(({ table, row, key }) => [table, row, key].join('\u0000')));
  const isStory = ({ table }: IdRepair): boolean => table === 'Entries';
  const ends = former.some(isStory) ? endsWithIds(situation, former) : numberedEntries(situation).putsRight;
  /** Rows whose unit is found once the formula of its number stands again; one that nobody numbered is called by no name. */
  const findsUnit = new Set(
    repairs.flatMap(({ table, row, key, isFormula }) =>
      key === 'unitId' && isFormula ? [`${table} ${row.startsWith('#') ? '' : row}`] : [],
    ),
  );
  const numbersUnits = repairs.some(({ table, key, isFormula }) => table === 'Units' && key === 'unitId' && !isFormula);
  const settles = settlesSlip(slipped);
  const putsRight = (problem: Problem): boolean =>
    settles(problem) ||
    (gone !== undefined && problem.code === 'row-deleted') ||
    (!SLIPPED.has(problem.code) &&
      done.has([problem.table ?? '', problem.row ?? '', problem.columnKey ?? problem.column ?? ''].join('\u0000'))) ||
    (problem.code === 'unknown-unit' && findsUnit.has(`${problem.table ?? ''} ${problem.row ?? ''}`)) ||
    (numbersUnits && problem.code === 'missing-id' && problem.table === 'Units') ||
    ends(problem);
  const notices = [...tables.flatMap((each) => each.slipped.unknown), ...leftOver(situation, putsRight)];
  const formulas = repairs.filter(({ isFormula }) => isFormula).length;
  const results: MendResults = {
    cells: repairs.length - formulas,
    formulas,
    kept: tables.reduce((sum, { slipped: { rows } }) => sum + rows, 0),
    left: notices.length,
  };
  const steps = [
    ...tables.flatMap(({ spec, table, repairs: own, slipped: { keep, scores } }): PlanStep[] => [
      ...updateCells(spec, table, [...own.map(({ edit }) => edit), ...keep]),
      ...scores,
    ]),
    ...registered(situation, repairs),
  ];
  const forgotten = gone === undefined ? [] : situation.cellProblems.filter(({ code }) => code === 'row-deleted');
  const decision: Decision<MendResults> = {
    steps: forgotten.length > 0 ? [...steps, ...keepRegisteredRows(steps, situation.snapshot, true)] : steps,
    changed: Object.fromEntries([
      ...tables
        .filter(({ repairs: own, slipped: { rows } }) => own.length + rows > 0)
        .map(({ spec: { name }, repairs: own, slipped: { keep } }) => {
          const rows = new Set([...own.map(({ edit }) => edit), ...keep].map(({ index }) => index));
          return [name as string, { added: 0, updated: rows.size }] as const;
        }),
      ...forgotten.map(({ table = '' }) => [table, { added: 0, updated: 0 }] as const),
    ]),
    notices,
    putsRight,
    results,
    preview: { added: [], changed: repairs.map(shownChange), unchanged: 0 },
    replaced: logged,
    alsoLogged: filledLines(logged.filter(wasEmpty).map(logLineOf)),
    message: messageOf(results, forgotten.length > 0),
  };
  return repairs.some(({ table, key, isFormula }) => !isFormula && restsOn(table, key))
    ? beneathDecision(situation, decided, decision)
    : decision;
}
