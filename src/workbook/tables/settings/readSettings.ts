// The Settings table → CampaignSettings. Every setting that cannot be read is named; nothing is silently replaced.
import type { Problem } from '../../../core/ground/problem';
import { readPhaseLine } from '../../../core/campaign/phaseLine';
import type { CampaignSettings } from '../../../core/campaign/settings';
import { DEFAULT_ZONE } from '../../../core/campaign/settings';
import type { Text } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import { wallTimeFromIso } from '../../../core/ground/wallTime';
import { CellReader, splitList } from '../../contract/cells';
import { codeOf, labelsOf } from '../../contract/labels';
import { readRows } from '../../contract/rows';
import type { RowOf } from '../../contract/rows';
import { SETTING_ROWS } from './settingRows';
import type { SettingKey, SettingRow } from './settingRows';
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

function expectedOf(row: SettingRow): Text {
  if (row.key === 'language') return text('zh-CN 或 en-US', 'zh-CN or en-US');
  if (row.kind === 'integer') return text(`${row.min}–${row.max} 的整数`, `a whole number, ${row.min}–${row.max}`);
  if (row.kind === 'choice' && row.labels)
    return text(labelsOf(row.labels, 'zh').join(' / '), labelsOf(row.labels, 'en').join(' / '));
  const shapes: Partial<Record<SettingRow['kind'], Text>> = {
    moment: text('日期时间，如 2021-06-10 18:00', 'a date and time such as 2021-06-10 18:00'),
    phases: text('如：组织动员 5-30～6-7；总结 7-1～7-3', 'such as: Kick-off 5-30~6-7; Summary 7-1~7-3'),
    words: text('如：图片＝照片，图片；视频＝mp4', 'such as: Photo=photo,jpg;Video=mp4'),
    days: text('YYYY-MM-DD，用“、”隔开', 'YYYY-MM-DD, separated by 、'),
  };
  return shapes[row.kind] ?? text('不能留空', 'some text');
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
  const cells = new CellReader(SETTINGS, problems);
  const complain = (row: SettingRow, found: string): void => {
    problems.push({
      code: 'bad-setting',
      table: 'Settings',
      row: row.key,
      column: 'value',
      expected: expectedOf(row),
      found,
      message: text(
        `设置“${row.name.zh}”应为${expectedOf(row).zh}，现在是“${found}”。请在“${table.sheet}”表改正。`,
        `Setting “${row.name.en}”: expected ${expectedOf(row).en}, found “${found}”. Correct it on sheet “${table.sheet}”.`,
      ),
    });
  };
  const bySpec = new Map(SETTING_ROWS.map((row) => [row.key, row]));
  const cellOf = (key: SettingKey): { row: SettingRow; cell: RowOf<'Settings'> | undefined; value: string } => {
    const row = bySpec.get(key);
    if (!row) throw new Error(`No setting ${key}`);
    const cell = rows.get(key);
    const value = cell ? cell.text('value') : String(before[key] ?? '');
    if (value === '' && !row.optional) complain(row, '');
    return { row, cell, value };
  };
  const parsed = <T>(key: SettingKey, read: (value: string) => T | null, otherwise: T): T => {
    const { row, value } = cellOf(key);
    if (value === '') return otherwise;
    const result = read(value);
    if (result === null) complain(row, value);
    return result ?? otherwise;
  };
  const words = (key: SettingKey): string => cellOf(key).value;
  const integer = (key: SettingKey): number | null => {
    const { row, cell, value } = cellOf(key);
    if (value === '') return null;
    const read = Number(value.normalize('NFKC'));
    const fits = Number.isInteger(read) && read >= (row.min ?? 0) && read <= (row.max ?? Infinity);
    // A number that is text means what it says, but formulas compare it as text: it is named, and counts.
    if (!fits || typeof cell?.get('value') === 'string') complain(row, value);
    return fits ? read : null;
  };
  const yes = (key: SettingKey, otherwise: boolean): boolean =>
    parsed(key, (value) => codeOf('yesNo', value), otherwise ? 'yes' : 'no') === 'yes';
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
