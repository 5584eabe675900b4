// One setting after the other as a word, a number, yes or no, or what a reader of its own makes of it. Whatever cannot be read is named.
import type { Problem } from '../../../core/ground/problem';
import { text, type Text } from '../../../core/ground/text';
import { codeOf, labelsOf } from '../../contract/labels';
import type { RowOf } from '../../contract/rows';
import { SETTING_ROWS, type SettingKey, type SettingRow } from './settingRows';

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

/** Each gives what the setting says; what it should have said goes to the problems. */
interface SettingReader {
  /** '' where it is empty. */
  readonly words: (key: SettingKey) => string;
  /** Null where it is empty, no whole number, or beyond the limits of its row. */
  readonly integer: (key: SettingKey) => number | null;
  readonly yes: (key: SettingKey, otherwise: boolean) => boolean;
  /** `read`: null for what it cannot read. */
  readonly parsed: <T>(key: SettingKey, read: (value: string) => T | null, otherwise: T) => T;
}

/** `rows` by key; `before`: what stands for a setting whose row is not there; `sheet`: as the workbook calls it. */
export function settingReader(
  rows: ReadonlyMap<string, RowOf<'Settings'>>,
  before: Readonly<Record<string, string | number>>,
  sheet: string,
  problems: Problem[],
): SettingReader {
  const complain = (row: SettingRow, found: string): void => {
    problems.push({
      code: 'bad-setting',
      table: 'Settings',
      row: row.key,
      column: 'value',
      expected: expectedOf(row),
      found,
      message: text(
        `设置“${row.name.zh}”应为${expectedOf(row).zh}，现在是“${found}”。请在“${sheet}”表改正。`,
        `Setting “${row.name.en}”: expected ${expectedOf(row).en}, found “${found}”. Correct it on sheet “${sheet}”.`,
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
  return { words, integer, yes, parsed };
}
