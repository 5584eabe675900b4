// 奖项设置 → tiers, best first. A row that cannot be read is named, and the others count; a campaign without any has quota and prize alone.
import type { AwardTier } from '../../../core/contest/contest';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { CellReader } from '../../contract/cells';
import { readRows } from '../../contract/rows';
import type { RowOf } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { AWARD_TIERS, NO_MONEY } from './awardTiers';

const folded = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const WITHOUT_MONEY = NO_MONEY.map(folded);

function wrongTier(row: RowOf<'AwardTiers'>, column: string, zh: string, en: string): Problem {
  const tier = row.text('tier');
  return {
    code: column === 'tier' ? 'bad-tier' : 'duplicate-tier',
    table: AWARD_TIERS.name,
    row: tier || `#${row.index + 1}`,
    column: 'tier',
    found: tier,
    expected: text('每个奖项一个名称，不重复', 'a name for every tier, each its own'),
    message: text(zh, en),
  };
}

/** Tiers from the highest down; cells that cannot be read, and a tier named twice, go to `problems`. */
export function readAwardTiers(table: TableSnapshot, problems: Problem[]): AwardTier[] {
  const cells = new CellReader(AWARD_TIERS, problems);
  const seen = new Set<string>();
  const read = readRows(AWARD_TIERS, table).flatMap((row): { order: number; tier: AwardTier }[] => {
    const name = row.text('tier');
    if (name === '') {
      problems.push(
        wrongTier(
          row,
          'tier',
          `工作表“${row.seen.sheet}”第 ${row.seen.line} 行没有奖项名称：请补上，或删去这一行。`,
          `Row ${row.seen.line} of the sheet “${row.seen.sheet}” has no name: fill it in, or delete the row.`,
        ),
      );
      return [];
    }
    if (seen.has(folded(name))) {
      problems.push(
        wrongTier(
          row,
          'twice',
          `“奖项设置”里“${name}”出现两次：请合成一行，或改一个名称。`,
          `The tier “${name}” is there twice: make it one row, or rename one.`,
        ),
      );
      return [];
    }
    seen.add(folded(name));
    const seats = cells.integer(row, 'seats', null, 1);
    if (seats === null && row.text('seats') === '') problems.push(noSeats(name));
    if (seats === null) return [];
    const prize = WITHOUT_MONEY.includes(folded(row.text('prize'))) ? 0 : (cells.integer(row, 'prize', 0) ?? 0);
    return [{ order: cells.integer(row, 'order', null) ?? Infinity, tier: { name, seats, prize } }];
  });
  return read.sort((a, b) => (a.order === b.order ? 0 : a.order - b.order)).map(({ tier }) => tier);
}

function noSeats(name: string): Problem {
  return {
    code: 'bad-count',
    table: AWARD_TIERS.name,
    row: name,
    column: 'seats',
    found: '',
    expected: text('不小于 1 的整数', 'a whole number, at least 1'),
    message: text(`奖项“${name}”没有名额：请填写。`, `The tier “${name}” has no seats: fill them in.`),
  };
}

/** A number typed over the formula that follows from the tiers: which of the two is meant, only people can say. */
export function typedOverTiers(key: 'awardQuota' | 'prize', typed: string, byTiers: number): Problem[] {
  // What is no number is named by the setting's own reader.
  const number = typed === '' ? NaN : Number(typed);
  if (Number.isNaN(number) || number === byTiers) return [];
  const [zh, en] = key === 'awardQuota' ? ['获奖名额', 'Awards'] : ['每名奖金（元）', 'Prize (yuan)'];
  return [
    {
      code: 'bad-setting',
      table: 'Settings',
      row: key,
      column: 'value',
      found: typed,
      expected: text(`${byTiers}（按“奖项设置”）`, `${byTiers} (by the award tiers)`),
      message: text(
        `设置“${zh}”是 ${typed}，“奖项设置”算出的是 ${byTiers}：请改“奖项设置”，并把这里改回公式或 ${byTiers}。`,
        `Setting “${en}” says ${typed}, the award tiers say ${byTiers}: change the award tiers, and put the formula or ${byTiers} back here.`,
      ),
    },
  ];
}
