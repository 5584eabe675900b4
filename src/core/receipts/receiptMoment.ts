// When a thing arrived, in one cell or in two, and whether its year can be right. Knows no unit and no requirement.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import { isoFromWallTime, wallTimeFromSerial, type WallTime } from '../ground/wallTime';
import { cellText, foldText } from '../import/cellText';
import type { RecognizedTable } from '../import/recognizeTable';
import type { RowReader } from '../import/rowPlace';
import type { ImportedCell } from '../import/sheetRows';
import { isFarOff } from '../time/farOff';
import { isTimeOfDay, parseMoment } from '../time/parseMoment';

/** Days may stand in a column of their own, beside the times. */
const DAY_HEADER = /日期|^date|^day/i;

/** The table with its column of days, where the column of times holds times of day only. */
export function withDays(table: RecognizedTable): RecognizedTable {
  const column = table.columnOf['time'];
  const day = table.unknownColumns.find(({ header }) => DAY_HEADER.test(foldText(header)));
  if (column === undefined || !day) return table;
  const timesOnly = table.dataRows.every(({ cells }) => {
    const cell = cells[column] ?? null;
    return typeof cell === 'number' ? cell < 1 : cellText(cell) === '' || isTimeOfDay(cellText(cell));
  });
  if (!timesOnly || table.dataRows.length === 0) return table;
  return {
    ...table,
    columnOf: { ...table.columnOf, day: day.index },
    unknownColumns: table.unknownColumns.filter(({ index }) => index !== day.index),
  };
}

/** What the row says of its moment: one cell, or a day and a time put together. */
function momentCell(reader: RowReader): string | number {
  const cell = reader.cell('time');
  const day = reader.cell('day');
  if (day === null) return typeof cell === 'number' ? cell : reader.text('time');
  if (typeof day === 'number' && typeof cell === 'number') return day + cell;
  return `${dayText(day)} ${typeof cell === 'number' ? clockText(cell) : reader.text('time')}`.trim();
}

const dayText = (day: ImportedCell): string =>
  typeof day === 'number' ? (isoFromWallTime(wallTimeFromSerial(day)).split('T')[0] ?? '') : cellText(day);
const clockText = (fraction: number): string => isoFromWallTime(wallTimeFromSerial(61 + fraction)).split('T')[1] ?? '';

const MEND_TIME: Readonly<Record<string, { zh: string; en: string }>> = {
  'impossible-date': {
    zh: '日历上没有这一天：请按邮件上的时间改正。',
    en: 'There is no such day: correct it from the mail.',
  },
  'missing-time': {
    zh: '没有写全日期和时刻，无法判断是否逾期：请按邮件上的时间补上。',
    en: 'Date or time of day is missing, so it cannot be told whether it was late: add it from the mail.',
  },
  'unreadable-time': {
    zh: '看不懂这个时间：请写成 2021-06-07 18:00 的样子。',
    en: 'This time cannot be read: write it like 2021-06-07 18:00.',
  },
};

/** The row's moment, or why it has none that could be registered. */
export function readMoment(reader: RowReader, year: number): { time: WallTime; yearAssumed: boolean } | Problem {
  const parsed = parseMoment(momentCell(reader), year);
  if (parsed.kind === 'moment') return isFarOff(parsed.time, year) ? farOff(reader, year) : parsed;
  const code = parsed.code === 'empty' ? 'missing-time' : parsed.code;
  const mend = MEND_TIME[code] ?? parsed.expected;
  return {
    ...reader.placeOf('time'),
    code,
    expected: parsed.expected,
    found: reader.raw('time'),
    message: text(mend.zh, mend.en),
  };
}

function farOff(reader: RowReader, year: number): Problem {
  return {
    ...reader.placeOf('time'),
    code: 'year-far-off',
    expected: text(`${year} 年前后的时间`, `A moment around the year ${year}`),
    found: reader.raw('time'),
    message: text(
      `这个时间不在活动年份 ${year} 年前后，年份可能写错了：请按邮件上的时间改正，或改设置中的年份。`,
      `This moment is not around the campaign's year ${year}; the year may be mistyped: correct it from the mail, or the year in the settings.`,
    ),
  };
}
