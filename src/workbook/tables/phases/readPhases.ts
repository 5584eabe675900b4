// 活动阶段 → phases, in the order of the rows. A phase without two days in order is named and left out: nobody can say when it is.
import { readPhaseLine } from '../../../core/campaign/phaseLine';
import type { Phase } from '../../../core/campaign/settings';
import type { Problem } from '../../../core/ground/problem';
import { text } from '../../../core/ground/text';
import { DAY, isoFromWallTime } from '../../../core/ground/wallTime';
import { CellReader } from '../../contract/cells';
import { keyProblems } from '../../contract/keyProblems';
import { readRows } from '../../contract/rows';
import type { TableSnapshot } from '../../contract/snapshot';
import { PHASES } from './phases';

interface PhasesReading {
  readonly phases: readonly Phase[];
  /** Every name in the table, dated or not. */
  readonly names: readonly string[];
}

/** A phase without any day is one whose days are not set yet, and no problem; days without a name, and a name that stands twice, are. */
export function readPhases(table: TableSnapshot, problems: Problem[]): PhasesReading {
  const cells = new CellReader(PHASES, problems);
  problems.push(...keyProblems(PHASES, table));
  const rows = readRows(PHASES, table).filter((row) => row.text('phase') !== '');
  return {
    names: rows.map((row) => row.text('phase')),
    phases: rows.flatMap((row): Phase[] => {
      const name = row.text('phase');
      const from = cells.moment(row, 'from');
      const to = cells.moment(row, 'to');
      if (from !== null && to !== null && from <= to) return [{ name, from, to: to - (to % DAY) + DAY - 1 }];
      if (from !== null && to !== null)
        problems.push({
          code: 'unreadable-cell',
          table: PHASES.name,
          row: name,
          column: 'to',
          found: row.text('to'),
          expected: text('不早于开始', 'not before it begins'),
          message: text(`阶段“${name}”结束早于开始：请改正。`, `Phase “${name}” ends before it begins: correct it.`),
        });
      return [];
    }),
  };
}

/** A line typed over the formula that follows from the table: which of the two is meant, only people can say. */
export function typedOverPhases(typed: string, phases: readonly Phase[], year: number): Problem[] {
  const line = typed === '' ? null : readPhaseLine(typed, year);
  if (line === null) return [];
  const day = (time: number): string => isoFromWallTime(time).slice(5, 10);
  const same = ({ name, from, to }: Phase): string => `${name.replace(/\s/g, '')} ${day(from)} ${day(to)}`;
  const known = new Set(phases.map(same));
  if (line.every((phase) => known.has(same(phase)))) return [];
  const expected = phases.map(({ name }) => name).join('、');
  return [
    {
      code: 'bad-setting',
      table: 'Settings',
      row: 'phases',
      column: 'value',
      found: typed,
      expected: text(`按“活动阶段”表：${expected}`, `by the table of phases: ${expected}`),
      message: text(
        '设置“活动阶段”与“活动阶段”表不同，按表计算：请在表里改，并把这里清空或恢复公式。',
        'Setting “Phases” is not what the table of phases says, which counts: change the table, and empty the setting or put its formula back.',
      ),
    },
  ];
}
