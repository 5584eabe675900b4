// 会议程序 → the items of the ceremony, in the order of the rows. A time that cannot be read is named, and the item follows the one before.
import type { ProgrammeItem } from '../../../core/awards/timetable';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { readTimeOfDay } from '../../../core/time/readTimeOfDay';
import { CellReader } from '../../contract/cells';
import { readRows, type RowOf } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { PROGRAMME } from './programme';

const DAY = 86_400;

/** Text such as “上午9:00”, or the fraction of a day that Excel makes of a typed time. */
function startOf(row: RowOf<'Programme'>, problems: Problem[]): number | null {
  const cell = row.get('start');
  if (cell === '') return null;
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return Math.round((cell * DAY) / 60) * 60;
  const read = readTimeOfDay(String(cell).normalize('NFKC').trim());
  if (read) return (read.hour * 60 + read.minute) * 60;
  const item = row.text('item') || `#${row.index + 1}`;
  problems.push({
    code: 'unreadable-cell',
    table: PROGRAMME.name,
    row: item,
    column: 'start',
    found: String(cell),
    expected: text('时刻，如 9:00', 'a time such as 9:00'),
    message: text(
      `会议程序“${item}”的开始时间“${cell}”看不懂：请写成 9:00。`,
      `Programme, “${item}”: “${cell}” is no time of day: write 9:00.`,
    ),
  });
  return null;
}

/** The agenda prints a line without words. */
function unnamed({ seen, index }: RowOf<'Programme'>): Problem {
  return {
    code: 'missing-id',
    table: PROGRAMME.name,
    row: `#${index + 1}`,
    column: 'item',
    found: '',
    expected: text('环节', 'an item'),
    message: text(
      `“${seen.sheet}”第 ${seen.line} 行没有写环节，议程上这一项是空的：请补上，或删去这一行。`,
      `Row ${seen.line} of “${seen.sheet}” names no item, and the agenda has a line without words: fill it in, or delete the row.`,
    ),
  };
}

/** Items of the ceremony in their order, minutes each; rows without a name and cells that cannot be read go to `problems`. */
export function readProgramme(table: TableSnapshot, problems: Problem[]): ProgrammeItem[] {
  const cells = new CellReader(PROGRAMME, problems);
  const rows = readRows(PROGRAMME, table);
  problems.push(...rows.filter((row) => row.text('item') === '').map(unnamed));
  return rows.map((row) => ({
    item: row.text('item'),
    start: startOf(row, problems),
    minutes: cells.integer(row, 'minutes', null),
    who: row.text('who'),
    note: row.text('note'),
    winners: cells.choice(row, 'winners', 'yesNo', 'no') === 'yes',
  }));
}
