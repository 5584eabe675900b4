// The doors between the rooms of src/, in one table. A door that is not here does not exist.

export type Room = 'probes' | 'core' | 'workbook' | 'files' | 'excel' | 'app' | 'taskpane' | 'commands' | 'workbench';

/**
 * all: values and types.
 * types: types only, and whatever `values` names: constructors of the contract's own plain data, which decide nothing.
 */
export interface Door {
  readonly to: Room | 'assets';
  readonly what: 'all' | 'types';
  /** Files (without ending) whose values may come through a door for types. */
  readonly values?: readonly string[];
  /** Only these files of the room may use the door. */
  readonly onlyFrom?: readonly string[];
}

export interface RoomRules {
  readonly doors: readonly Door[];
  /** npm packages; a name that ends in / stands for every path under it. Type-only imports of Node or Office types count too. */
  readonly packages: readonly string[];
}

const PLAIN_DATA = [
  'src/core/ground/text',
  'src/core/ground/wallTime',
  'src/core/ground/cleanText',
  'src/core/ground/cancelled',
];

/** What names a table or a row, and what has become of rows that were written: pure, and asked between two requests, where only excel/ stands. */
const ROWS_BY_KEY = [
  'src/workbook/contract/identity',
  'src/workbook/contract/port',
  'src/workbook/contract/sameFormula',
  'src/workbook/contract/settle',
  'src/workbook/contract/snapshot',
  'src/workbook/tables/records/records',
];

export const ROOMS: Readonly<Record<Room, RoomRules>> = {
  // Questions to a spreadsheet program: Office.js and nothing else.
  probes: { doors: [], packages: [] },
  core: { doors: [], packages: ['date-fns', 'date-fns/', '@date-fns/utc'] },
  workbook: { doors: [{ to: 'core', what: 'all' }], packages: [] },
  files: {
    doors: [
      { to: 'core', what: 'types', values: [...PLAIN_DATA, 'src/core/import/sheetRows'] },
      { to: 'app', what: 'types' },
    ],
    packages: ['@e965/xlsx', 'fflate', 'papaparse'],
  },
  excel: {
    doors: [
      { to: 'core', what: 'types', values: PLAIN_DATA },
      { to: 'workbook', what: 'types', values: ROWS_BY_KEY },
    ],
    packages: [],
  },
  app: {
    doors: [
      { to: 'core', what: 'all' },
      { to: 'workbook', what: 'all' },
    ],
    // How names read in pinyin: loaded by the check before publishing alone.
    packages: ['pinyin-pro'],
  },
  taskpane: {
    doors: [
      { to: 'app', what: 'all' },
      { to: 'core', what: 'types', values: PLAIN_DATA },
      // What is pointed at and selected in the sheets, as plain data; and the signs that both show of a status.
      { to: 'workbook', what: 'types', values: ['src/workbook/contract/statusSigns'] },
      { to: 'files', what: 'all', onlyFrom: ['src/taskpane/index'] },
      { to: 'excel', what: 'all', onlyFrom: ['src/taskpane/index'] },
      { to: 'probes', what: 'all', onlyFrom: ['src/taskpane/index', 'src/taskpane/selfTest'] },
      { to: 'assets', what: 'all' },
    ],
    packages: ['react', 'react-dom/client', 'pinyin-pro', '@fluentui/react-components', '@fluentui/react-icons'],
  },
  commands: {
    doors: [
      { to: 'app', what: 'all' },
      { to: 'core', what: 'types', values: PLAIN_DATA },
      { to: 'excel', what: 'all', onlyFrom: ['src/commands/index'] },
    ],
    packages: [],
  },
  workbench: {
    doors: (['probes', 'core', 'workbook', 'files', 'excel', 'app', 'taskpane', 'commands', 'assets'] as const).map(
      (to) => ({
        to,
        what: 'all' as const,
      }),
    ),
    packages: ['*'],
  },
};
