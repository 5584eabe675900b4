// Seals the workbook for the archive: what follows the clock stands still, sheets are protected, personal data goes by choice.
import { sealText } from '../../core/campaign/seal';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { isoFromWallTime, serialFromWallTime } from '../../core/ground/wallTime';
import { identityOf } from '../../workbook/contract/identity';
import type { CellWrite, PlanStep } from '../../workbook/contract/plan';
import { everyTable, type TableSnapshot, type WorkbookSnapshot } from '../../workbook/contract/snapshot';
import type { TableSpec } from '../../workbook/contract/spec';
import { MADE_SHEETS } from '../../workbook/sheets/madeSheets';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { rowTitle } from '../run/tableTitle';
import { ownSheets } from './leaveBehind';
import { forgottenNames, knownSpec, personalLeft, removePersonalData, type CellsOf } from './removePersonalData';
import type { SealInput } from './sealJob';
import { settingEdits } from './settingEdits';

export interface SealResults {
  /** As the settings say it. */
  readonly sealed: string;
  /** Cells whose formula became its value. */
  readonly frozen: number;
  readonly protected: readonly string[];
  /** Cells that personal data was removed from. */
  readonly removed: number;
}

/** Functions that say something else when they are asked later. */
const FOLLOWS_CLOCK = /(?<![\w.])(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

/** Formulas of tables that follow the clock, as the values that they show. The add-in's own follow the as-of moment alone. */
function frozenCells(table: TableSnapshot): CellsOf {
  return new Map(
    table.formulas.flatMap((row, index) =>
      row.flatMap((formula, place): [string, CellWrite][] =>
        typeof formula === 'string' && formula.startsWith('=') && FOLLOWS_CLOCK.test(formula.replace(/"[^"]*"/g, '""'))
          ? [[`${index} ${place}`, table.values[index]?.[place] ?? '']]
          : [],
      ),
    ),
  );
}

function cellSteps(spec: TableSpec | null, table: TableSnapshot, cells: CellsOf): PlanStep[] {
  if (cells.size === 0) return [];
  const all = table.headers.map((_, place) => place);
  return [
    {
      kind: 'updateRows',
      table: table.name,
      cells: table.values.map((row, index) => row.map((_, place) => cells.get(`${index} ${place}`) ?? null)),
      by: spec ? identityOf(spec, table) : { key: [], inputs: all },
    },
  ];
}

function lacking({ by: acting }: Situation, { by, personal, copy }: SealInput): Problem[] {
  const problems: Problem[] = [];
  if (!(by ?? acting ?? '').trim())
    problems.push({
      code: 'missing-by',
      column: 'by',
      found: '',
      expected: text('封存人', 'who seals it'),
      message: text('请写明由谁封存（by）。', 'State who seals it (by).'),
    });
  if (personal !== 'keep' && copy !== true)
    problems.push({
      code: 'not-a-copy',
      column: 'copy',
      found: personal,
      expected: text('归档用的副本', 'the copy for the archive'),
      message: text(
        '删去的个人信息找不回来：请先把工作簿另存一份，在副本里封存，并说明现在打开的是副本。',
        'Personal data that is removed cannot be had back: save the workbook under another name, seal that copy, and say so.',
      ),
    });
  return problems;
}

/** Not the add-in's: what follows the clock on them, nobody but their makers can say. */
function ownSheetNotice(snapshot: WorkbookSnapshot): Problem[] {
  const found = ownSheets(snapshot).join('、');
  if (found === '') return [];
  return [
    {
      code: 'own-sheets-kept',
      found,
      expected: text('自己加的工作表加了保护', 'sheets that people made are protected'),
      message: text(
        `自己加的工作表只加保护，不改内容：${found}。其中若有 TODAY()、NOW() 之类的公式或个人信息，请先自行处理。`,
        `Sheets that people made are protected, and not changed: ${found}. Formulas such as TODAY() and personal data in them are yours to settle first.`,
      ),
    },
  ];
}

/** Where names and words stand that made sheets were made from: nobody needs them in the archive. */
function madeFromSheets({ sheets }: WorkbookSnapshot): string[] {
  const names = Object.values(MADE_SHEETS.MadeFrom.sheet);
  return sheets.map(({ name }) => name).filter((name) => names.includes(name));
}

/** Protection is what is done last. Running it on a sealed workbook stops like every other job. */
export function decideSeal(situation: Situation, input: SealInput): Decision<SealResults> {
  const { snapshot, campaign, now, asOf, language, words } = situation;
  const stopping = lacking(situation, input);
  if (stopping.length > 0) return stop(stopping);
  const protectedBefore = snapshot.sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
  const forgotten = input.personal === 'keep' ? [] : madeFromSheets(snapshot);
  const sheets = snapshot.sheets
    .map(({ name }) => name)
    .filter((name) => !protectedBefore.includes(name) && !forgotten.includes(name));
  const sealed = sealText(
    {
      at: isoFromWallTime(now).slice(0, 16).replace('T', ' '),
      by: (input.by ?? situation.by ?? '').trim(),
      fixedAsOf: campaign.settings.asOf === null,
      protectedBefore,
    },
    language,
  );
  const removal = removePersonalData(situation, input.personal);
  const perTable = everyTable(snapshot.tables).map((table) => {
    const frozen = frozenCells(table);
    const removed = removal.get(table.name) ?? new Map<string, CellWrite>();
    return {
      table,
      frozen,
      removed,
      steps: cellSteps(knownSpec(campaign, table.name), table, new Map([...frozen, ...removed])),
    };
  });
  const frozen = perTable.reduce((sum, each) => sum + each.frozen.size, 0);
  const removed = perTable.reduce((sum, each) => sum + each.removed.size, 0);
  const set = settingEdits(
    snapshot,
    { sealed, ...(campaign.settings.asOf === null && { asOf: serialFromWallTime(asOf) }) },
    words(SETTINGS),
  );
  const [goneZh, goneEn] =
    removed > 0 ? [`，删去个人信息 ${removed} 处`, `, personal data removed from ${removed} cells`] : ['', ''];
  return {
    steps: [
      ...forgotten.map((sheet): PlanStep => ({ kind: 'removeSheet', sheet })),
      ...perTable.flatMap(({ steps }) => steps),
      ...set.steps,
      ...forgottenNames(situation, input.personal),
      { kind: 'protection', sheets, on: true },
    ],
    changed: {
      ...Object.fromEntries(
        perTable
          .filter(({ steps }) => steps.length > 0)
          .map(({ table, frozen: still, removed: gone }) => [
            table.name,
            { added: 0, updated: still.size + gone.size },
          ]),
      ),
      Settings: { added: 0, updated: set.changed.length },
    },
    notices: [
      ...ownSheetNotice(snapshot),
      ...(input.personal === 'keep' ? [] : personalLeft(situation, input.personal)),
    ],
    results: { sealed, frozen, protected: sheets, removed },
    preview: {
      added: [],
      changed: [
        ...perTable
          .filter(({ removed: gone }) => gone.size > 0)
          .map(({ table, removed: gone }) => ({
            table: table.name,
            row: '',
            column: '',
            before: text(`${gone.size} 处个人信息`, `personal data in ${gone.size} cells`)[language],
            after: '',
          })),
        ...set.changed.map((change) => ({ ...change, row: rowTitle(change.table, change.row)[language], column: '' })),
      ],
      unchanged: 0,
    },
    replaced: [],
    message: text(
      `已封存：截至 ${isoFromWallTime(asOf).slice(0, 16).replace('T', ' ')}，${sheets.length} 张表加了保护（无密码），${frozen} 处公式改成数值${goneZh}。`,
      `Sealed as of ${isoFromWallTime(asOf).slice(0, 16).replace('T', ' ')}: ${sheets.length} sheets protected (no password), ${frozen} formulas turned into values${goneEn}.`,
    ),
  };
}
