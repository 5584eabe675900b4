// 活动阶段: the phases of the campaign, one a row. Activities name theirs; the one-line setting of earlier versions is a formula of it.
import { keptColumn } from '../../contract/kept';
import { readPhaseLine } from '../../../core/campaign/phaseLine';
import { text } from '../../../core/ground/text';
import { DAY, serialFromWallTime } from '../../../core/ground/wallTime';
import { withIssues } from '../../contract/issueColumn';
import { defineTable } from '../../contract/spec';
import type { FormulaWords, KeyOf } from '../../contract/spec';
import type { ColumnKeys } from '../../contract/keys';
import type { RowRecord } from '../../contract/sheetOf';
import { noMomentIn } from '../../contract/wrongCells';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Phases: KeyOf<typeof PHASES>;
  }
}

const PLAN = defineTable({
  name: 'Phases',
  sheet: text('活动阶段', 'Phases'),
  title: text('活动阶段与起止', 'Phases of the campaign'),
  guide: text(
    '一行一个阶段，起止当天都算在内；可以重叠。简报上的“当前阶段”“下一步”和颁奖会日期按这里。',
    'A row a phase, first and last day included; phases may overlap. The briefing’s “phase now” and “what comes next” and the day of the ceremony follow from it.',
  ),
  key: ['phase'],
  tabColor: '#0F4C5C',
  landscape: false,
  frozen: 1,
  columns: [
    { key: 'phase', header: text('阶段', 'Phase'), type: 'longText', width: 22, input: true },
    { key: 'from', header: text('开始', 'From'), type: 'date', width: 13, input: true, center: true },
    { key: 'to', header: text('结束', 'To'), type: 'date', width: 13, input: true, center: true },
    { key: 'note', header: text('备注', 'Note'), type: 'longText', width: 36, input: true },
    keptColumn('phase', 'from', 'to'),
  ],
});

/** One phase a row. Marked: a last day that is no date, or lies before the first. */
export const PHASES = withIssues(PLAN, [
  {
    columns: ['to'],
    when: (f): string =>
      `OR(${noMomentIn(f.cell('to'))},IF(ISNUMBER(${f.cell('to')}),IF(ISNUMBER(${f.cell('from')}),${f.cell('to')}<${f.cell('from')},FALSE),FALSE))`,
  },
]);

/** Rows that the one line of the settings shows; readers take all. */
const IN_LINE = 12;

/** The setting as a formula of the table: TEXTJOIN is not in Excel 2016. */
export function phaseSettings(f: FormulaWords): Readonly<Record<'phases', string>> {
  const piece = (n: number): string => {
    const cell = (key: 'phase' | 'from' | 'to'): string => `INDEX(${f.column('Phases', key)},${n})`;
    const day = (key: 'from' | 'to'): string => `MONTH(${cell(key)})&"-"&DAY(${cell(key)})`;
    return `IFERROR(IF(N(${cell('from')})*N(${cell('to')})=0,"",IFERROR(${cell('phase')},"")&" "&${day('from')}&"～"&${day('to')}&"；"),"")`;
  };
  return { phases: `=${Array.from({ length: IN_LINE }, (_, index) => piece(index + 1)).join('&')}` };
}

/** The line of an earlier version as rows; null when it cannot be read. */
export function phaseRecords(line: string, year: number): RowRecord<ColumnKeys['Phases']>[] | null {
  const phases = readPhaseLine(line, year);
  return (
    phases?.map(({ name, from, to }) => ({
      phase: name,
      from: serialFromWallTime(from),
      to: serialFromWallTime(to - (DAY - 1)),
    })) ?? null
  );
}
