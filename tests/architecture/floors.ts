// The folders inside a room and the doors between them, each room a table: a folder may import the folders of its line, and no others.
// A line that ends in /* stands for every folder under it; '.' is the files of the room that are in no folder.

export type Floors = Readonly<Record<string, readonly string[]>>;

const GROUND = 'ground';
const TABLES = ['contract', 'tables', 'tables/*'];

/** Of core: from the ground up; whoever is lower knows nothing of whoever is higher. */
const CORE: Floors = {
  ground: [],
  import: [GROUND],
  time: [GROUND],
  roster: [GROUND, 'import'],
  contest: [GROUND, 'import', 'roster'],
  requirements: [GROUND, 'time', 'roster'],
  campaign: [GROUND, 'roster', 'contest'],
  receipts: [GROUND, 'import', 'time', 'roster', 'requirements'],
  tracker: [GROUND, 'time', 'roster', 'requirements', 'receipts'],
  reminders: [GROUND, 'time', 'roster', 'requirements', 'campaign', 'tracker'],
  awards: [GROUND, 'import', 'contest'],
  accountability: [GROUND, 'roster', 'requirements', 'campaign', 'receipts', 'tracker', 'reminders'],
  briefing: [GROUND, 'roster', 'requirements', 'contest', 'campaign', 'tracker', 'receipts', 'reminders', 'awards'],
};

/** Of workbook: what a table is ← the tables ← all of them together ← the sheets made of them ← new workbooks ← old ones ← the campaign read. */
const WORKBOOK: Floors = {
  contract: [],
  'tables/units': ['contract'],
  'tables/requirements': ['contract'],
  'tables/receipts': ['contract', 'tables/units', 'tables/requirements'],
  'tables/exceptions': ['contract', 'tables/units', 'tables/requirements', 'tables/receipts'],
  'tables/tracker': ['contract', 'tables/receipts'],
  'tables/records': ['contract', 'tables/receipts'],
  'tables/entries': ['contract', 'tables/units'],
  'tables/judges': ['contract', 'tables/units'],
  'tables/scoreSheet': ['contract'],
  'tables/standings': ['contract', 'tables/scoreSheet'],
  'tables/decisions': ['contract'],
  'tables/awardTiers': ['contract'],
  'tables/certificateTemplate': ['contract'],
  'tables/activities': ['contract'],
  'tables/phases': ['contract'],
  'tables/objections': ['contract'],
  'tables/programme': ['contract'],
  'tables/settings': ['contract'],
  tables: ['contract', 'tables/*'],
  sheets: TABLES,
  presets: [...TABLES, 'sheets'],
  upgrade: [...TABLES, 'presets'],
  '.': [...TABLES, 'presets'],
};

/** Of app: how a job runs ← imports of rows ← the reports and the contest, which know nothing of each other ← what is published of both ← care. */
const APP: Floors = {
  run: [],
  imports: ['run'],
  collect: ['run', 'imports'],
  contest: ['run', 'imports'],
  publish: ['run', 'collect', 'contest'],
  care: ['run', 'collect', 'contest', 'publish'],
  catalogue: ['run', 'collect', 'contest', 'publish', 'care'],
};

/** Of the workbench: the model of a workbook; what calculates, hosts, draws and stores it; what puts them together. */
const WORKBENCH: Floors = {
  model: [],
  calc: ['model'],
  host: ['model', 'calc'],
  xlsx: ['model', 'calc'],
  grid: ['model', 'calc'],
  page: ['model', 'calc', 'host', 'xlsx', 'grid'],
  samples: ['model', 'calc', 'host'],
  bundler: [],
  paper: ['model', 'calc', 'host'],
  server: ['calc', 'page', 'samples', 'xlsx', 'bundler', 'paper'],
  cli: ['model', 'calc', 'host', 'xlsx', 'paper'],
  bench: ['model', 'calc', 'host', 'xlsx', 'samples', 'bundler'],
  hands: ['model', 'calc', 'host'],
};

export const FLOORS: Readonly<Record<string, Floors>> = {
  core: CORE,
  workbook: WORKBOOK,
  app: APP,
  workbench: WORKBENCH,
};
