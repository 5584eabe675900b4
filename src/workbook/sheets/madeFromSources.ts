// Which rows and columns of the workbook each made sheet rests on. Looks nothing up.
import type { TableSnapshot, WorkbookSnapshot } from '../contract/snapshot';
import { readRows } from '../contract/rows';
import type { TableSpec } from '../contract/spec';
import { AWARD_TIERS } from '../tables/awardTiers/awardTiers';
import { CERTIFICATE_TEMPLATE } from '../tables/certificateTemplate/certificateTemplate';
import { ENTRIES } from '../tables/entries/entries';
import { EXCEPTIONS } from '../tables/exceptions/exceptions';
import { CRITERIA, JUDGES } from '../tables/judges/judges';
import { PHASES } from '../tables/phases/phases';
import { PLACE_SETTINGS } from '../tables/settings/placeSettings';
import { PROGRAMME } from '../tables/programme/programme';
import { RECEIPTS } from '../tables/receipts/receipts';
import { REQUIREMENTS } from '../tables/requirements/requirements';
import { readJudges } from '../tables/judges/readJudges';
import { isScoreKey, scoreTableName } from '../tables/scoreSheet/scoreSheet';
import type { SettingKey } from '../tables/settings/settingRows';
import { SETTINGS } from '../tables/settings/settings';
import { UNITS } from '../tables/units/units';
import type { OwnWatched } from './madeSheets';

/** The sheets that say when their source has changed, in the order of their columns on the working sheet, which is never changed: only added to. */
export const WATCHED = [
  'Notice',
  'Awards',
  'Certificates',
  'Agenda',
  'PrizeReceipt',
  'Briefing',
  'Accountability',
  'Summary',
  'Remarks',
  'Matrix',
  'Progress',
  'Detail',
  'Robustness',
  'Standings',
] as const;
/** A made sheet that says by itself when its source has changed. */
export type Watched = (typeof WATCHED)[number];

/** Instead of a key column: how many rows say the same. */
export const EQUAL_ROWS = '=';

/** Rows and columns of a table that a made sheet rests on. */
export interface Source {
  readonly spec: TableSpec;
  /** The column that names a row; null: the table is counted and summed; EQUAL_ROWS: none does. */
  readonly key: string | null;
  readonly columns: readonly string[];
  /** The order of the rows is part of what is shown. */
  readonly ordered?: true;
  /** Of these rows alone; else of all, and that there are as many as there were. */
  readonly only?: readonly string[];
}

const SAID: readonly SettingKey[] = [
  'campaign',
  'organiser',
  'honour',
  'contestName',
  'entryWord',
  'personWord',
  'aliasCategories',
  'storyCategories',
];
const OWN: Readonly<Partial<Record<Watched, readonly SettingKey[]>>> = {
  Notice: ['noticeTitle', 'noticeText', 'noticeDays', 'countPostingDay'],
  Awards: ['awardsTitle'],
  Certificates: ['certificateTitle', 'certificateText', 'certificateHonour', 'certificateClosing', 'year'],
  Agenda: ['agendaTitle', 'ceremonyPlace'],
};
/** Those that tell of the winners, and so rest on what was decided. */
export const OF_WINNERS: readonly Watched[] = ['Notice', 'Awards', 'Certificates', 'Agenda', 'PrizeReceipt'];

/** Those that tell how the judging stands: of scores, works, judges and rules. */
export const JUDGING: readonly Watched[] = ['Progress', 'Detail', 'Robustness', 'Standings'];
/** Of the judges; a sheet of nobody's is named by who reads the campaign, and counts for nothing. */
function scoreTables({ tables }: WorkbookSnapshot): TableSnapshot[] {
  const judges = tables.Judges ? readJudges(tables.Judges, []) : [];
  return judges.flatMap(({ judgeId }) => tables[scoreTableName(judgeId)] ?? []);
}

/** Scores by how many each column has and what they come to: a row for each entry of each judge would be too many. */
function scoreSources(snapshot: WorkbookSnapshot, specOf: (table: string) => TableSpec): Source[] {
  return scoreTables(snapshot).map(({ name }): Source => {
    const spec = specOf(name);
    const columns = spec.columns.map(({ key }) => key).filter((key) => isScoreKey(key) || key === 'recused');
    return { spec, key: null, columns };
  });
}

/** Of each judge the rows that have a remark, word for word, and how many there are. */
function remarkSources(snapshot: WorkbookSnapshot, specOf: (table: string) => TableSpec): Source[] {
  return scoreTables(snapshot).flatMap((table): Source[] => {
    if (table.unread) return [];
    const spec = specOf(table.name);
    const only = readRows(spec, table).flatMap((row) => (row.text('remark') === '' ? [] : [row.text('entryId')]));
    return [
      { spec, key: 'entryId', columns: ['remark', 'recused'], only },
      { spec, key: null, columns: ['remark'] },
    ];
  });
}

/** A source whose columns the compiler knows. */
const source = <K extends string>(
  spec: TableSpec<K>,
  key: NoInfer<K> | typeof EQUAL_ROWS | null,
  columns: readonly NoInfer<K>[],
  more: Pick<Source, 'ordered' | 'only'> = {},
): Source => ({ spec, key, columns, ...more });

/** Of a page that says itself what it shows: its rows by key, and how many there are. */
function ownSources({ madeOf: { shows } }: OwnWatched, specOf: (table: string) => TableSpec): Source[] {
  return shows.flatMap(({ table, key, columns, only }): Source[] => {
    const spec = specOf(table);
    return only
      ? [{ spec, key, columns, only }]
      : [
          { spec, key, columns },
          { spec, key: null, columns: columns.slice(0, 1) },
        ];
  });
}

/** `winners`: ids of the entries on it. `specOf`: of any table of the workbook. */
export function sourcesOf(
  sheet: Watched | OwnWatched,
  winners: readonly string[],
  snapshot: WorkbookSnapshot,
  specOf: (table: string) => TableSpec,
): Source[] {
  if (typeof sheet === 'object') return ownSources(sheet, specOf);
  const roster = [source(UNITS, 'unitId', ['name', 'category', 'active']), source(UNITS, null, ['name'])];
  if (sheet === 'Matrix')
    return [
      source(REQUIREMENTS, 'requirementId', ['title', 'due', 'who']),
      source(REQUIREMENTS, null, ['title']),
      ...roster,
    ];
  if (sheet === 'Remarks')
    return [
      ...remarkSources(snapshot, specOf),
      source(ENTRIES, 'entryId', ['blindNo', 'unit', 'title']),
      source(ENTRIES, null, ['title']),
      source(JUDGES, 'judgeId', ['name', 'active']),
    ];
  if (JUDGING.includes(sheet))
    return [
      ...scoreSources(snapshot, specOf),
      source(ENTRIES, 'entryId', ['blindNo', 'unit', 'title', 'eligible']),
      source(ENTRIES, null, ['title']),
      source(JUDGES, 'judgeId', ['name', 'unit', 'active']),
      source(JUDGES, null, ['name']),
      source(CRITERIA, 'criterionId', ['name', 'weight', 'minimum', 'maximum', 'step']),
      source(CRITERIA, null, ['weight']),
      source(SETTINGS, 'key', ['value'], { only: PLACE_SETTINGS }),
    ];
  if (!OF_WINNERS.includes(sheet))
    return [
      ...(sheet === 'Summary' ? scoreSources(snapshot, specOf) : []),
      source(RECEIPTS, 'receiptId', [
        'unit',
        'requirementId',
        'receivedAt',
        'review',
        'reviewedAt',
        'replaces',
        'parts',
      ]),
      source(RECEIPTS, null, ['unit', 'receivedAt', 'review']),
      source(EXCEPTIONS, EQUAL_ROWS, ['unit', 'requirementId', 'quota', 'extendedTo', 'exempt']),
      source(EXCEPTIONS, null, ['unit']),
      source(REQUIREMENTS, 'requirementId', ['title', 'due', 'who', 'quota', 'parts']),
      source(REQUIREMENTS, null, ['title']),
      ...roster,
    ];
  return [
    source(ENTRIES, 'entryId', ['unit', 'title', 'category', 'storyteller'], { only: winners }),
    source(AWARD_TIERS, 'tier', ['prize']),
    ...(sheet === 'Agenda'
      ? [
          source(PROGRAMME, 'item', ['start', 'minutes', 'who', 'winners'], { ordered: true }),
          source(PROGRAMME, null, ['item', 'minutes']),
          source(PHASES, 'phase', ['from', 'to']),
        ]
      : []),
    ...(sheet === 'Certificates' && snapshot.tables[CERTIFICATE_TEMPLATE.name]
      ? [source(CERTIFICATE_TEMPLATE, 'part', ['words'])]
      : []),
    source(SETTINGS, 'key', ['value'], { only: [...SAID, ...(OWN[sheet] ?? [])] }),
  ];
}
