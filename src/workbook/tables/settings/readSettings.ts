// The Settings table → CampaignSettings. Every setting that cannot be read is named; nothing is silently replaced.
import type { Problem } from '../../../core/ground/problem';
import { readPhaseLine } from '../../../core/campaign/phaseLine';
import type { CampaignSettings } from '../../../core/campaign/settings';
import { DEFAULT_ZONE } from '../../../core/campaign/settings';
import { wallTimeFromIso } from '../../../core/ground/wallTime';
import { CellReader, splitList } from '../../contract/cells';
import { codeOf } from '../../contract/labels';
import { readRows } from '../../contract/rows';
import { settingReader } from './settingReader';
import { countySaid, languageSaid } from './settingText';
import type { TableSnapshot } from '../../contract/snapshot';
import { SETTINGS } from './settings';
import { plainTemplate } from '../../../core/campaign/certificateTemplate';

/** Has every day that a year can have. */
const LEAP_YEAR = 2020;

function readWords(cell: string): Record<string, string[]> | null {
  const words: Record<string, string[]> = {};
  for (const piece of cell
    .split(/[；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [part, list, ...more] = piece.split(/[=＝]/);
    if (!part || !list || more.length > 0) return null;
    words[part.trim()] = splitList(list);
  }
  return words;
}

function readDays(cell: string): string[] | null {
  const days = splitList(cell);
  return days.every((day) => day.length === 10 && wallTimeFromIso(day) !== null) ? days : null;
}

/**
 * `before`: what workbooks of an earlier version meant by settings that they do not have; a row that is there counts, an empty one too.
 * Example: a table in which 获奖名额 is "十" gives one problem "bad-setting" with column 值 and row awardQuota.
 */
export function readSettings(
  table: TableSnapshot,
  before: Readonly<Record<string, string | number>> = {},
): { settings: CampaignSettings; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows = new Map(readRows(SETTINGS, table).map((row) => [row.text('key'), row]));
  const cells = new CellReader(SETTINGS, problems, (row) => row.text('name'));
  const { words, integer, yes, parsed } = settingReader(rows, before, table.sheet, problems);
  const year = integer('year') ?? 0;
  const asOf = rows.get('asOf');
  const township = integer('expected.township');
  const park = integer('expected.park');
  const member = integer('expected.member');
  const language = parsed('language', languageSaid, 'zh');
  const settings: CampaignSettings = {
    preset: words('preset'),
    county: countySaid({ tables: { Settings: table } }) ?? true,
    words: {
      entry: words('entryWord'),
      person: words('personWord'),
      contest: words('contestName'),
      honour: words('honour'),
      members: words('memberName'),
      awardsTitle: words('awardsTitle'),
      noticeTitle: words('noticeTitle'),
      agendaTitle: words('agendaTitle'),
      noticeText: words('noticeText'),
      certificateTitle: words('certificateTitle'),
      certificateText: words('certificateText'),
      certificateHonour: words('certificateHonour'),
      certificateClosing: words('certificateClosing'),
    },
    certificate: plainTemplate(
      {
        heading: words('certificateTitle'),
        body: words('certificateText'),
        honour: words('certificateHonour'),
        closing: words('certificateClosing'),
      },
      language,
    ),
    aliasCategories: splitList(words('aliasCategories')),
    campaign: words('campaign'),
    theme: words('theme'),
    organiser: words('organiser'),
    year,
    asOf: asOf ? cells.moment(asOf, 'value') : null,
    zone: words('zone') || DEFAULT_ZONE,
    language,
    expected: {
      ...(township !== null && { township }),
      ...(park !== null && { park }),
      ...(member !== null && { member }),
    },
    storyCategories: splitList(words('storyCategories')),
    partWords: parsed('partWords', readWords, {}),
    rules: {
      aggregate: parsed('aggregate', (value) => codeOf('aggregate', value), 'trimmed'),
      trimFrom: integer('trimFrom') ?? 6,
      decimals: integer('decimals') ?? 2,
      shownDecides: yes('shownDecides', true),
      method: parsed('rankingMethod', (value) => codeOf('ranking', value), 'competition'),
      tieBreak: splitList(words('tieBreak')),
      minimumScores: integer('minimumScores') ?? 1,
      awardQuota: integer('awardQuota') ?? 1,
      prize: integer('prize') ?? 0,
    },
    reserve: integer('reserve') ?? 0,
    noticeDays: integer('noticeDays') ?? 5,
    countPostingDay: yes('countPostingDay', false),
    daysOff: parsed('daysOff', readDays, []),
    workDays: parsed('workDays', readDays, []),
    // A year that cannot be read is named once, not with every day that needs it.
    phases: parsed('phases', (value) => readPhaseLine(value, year === 0 ? LEAP_YEAR : year), []),
    basis: words('basis'),
    objectionContact: words('objectionContact'),
    ceremonyPlace: words('ceremonyPlace'),
    titleFont: parsed('titleFont', (value) => codeOf('titleFont', value), 'boldSong'),
    bodyFont: parsed('bodyFont', (value) => codeOf('bodyFont', value), 'fangsong'),
    accountabilityRule: words('accountabilityRule'),
    sealed: words('sealed'),
    schemaVersion: integer('schemaVersion') ?? 1,
  };
  return { settings, problems };
}
