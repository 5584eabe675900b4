// 截至时间: freezes every status at a past or future moment, for the record, or lets the clock run again.
import { text } from '../../core/ground/text';
import { formatMoment } from '../../core/time/formatMoment';
import { parseMoment } from '../../core/time/parseMoment';
import type { WallTime } from '../../core/ground/wallTime';
import { isoFromWallTime, serialFromWallTime } from '../../core/ground/wallTime';
import { updateCells } from '../../workbook/contract/edits';
import { momentText } from '../../workbook/contract/cells';
import { readRows } from '../../workbook/contract/rows';
import { columnOf } from '../../workbook/contract/spec';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import { shownChange } from '../run/replacedCell';
import type { Decision, Situation } from '../run/runJob';
import { stop } from '../run/stoppedDecision';
import { tableIn } from '../run/tableIn';
import type { AsOfInput } from './asOfJob';

export interface AsOfResults {
  /** ISO wall time; null = the clock. */
  readonly asOf: string | null;
}

const CLOCK = /^(|现在|now|clear)$/i;

/** Example: `at: '2021-06-10 18:00:01'` makes every formula and every job speak of that second. */
export function decideAsOf(situation: Situation, { at = '' }: AsOfInput): Decision<AsOfResults> {
  const { campaign, snapshot, language } = situation;
  const wanted = at.trim();
  const parsed = CLOCK.test(wanted) ? null : parseMoment(wanted, campaign.settings.year);
  if (parsed?.kind === 'problem') {
    return stop([
      {
        code: parsed.code,
        table: SETTINGS.name,
        row: 'asOf',
        column: 'at',
        expected: parsed.expected,
        found: at,
        message: text(
          `“${at}”不是完整的日期和时刻：请写成 2021-06-10 18:00 这样，或留空表示现在。`,
          `“${at}” is no full date and time: write it like 2021-06-10 18:00, or leave it empty for now.`,
        ),
      },
    ]);
  }
  const time: WallTime | null = parsed === null ? null : parsed.time;
  const table = tableIn(snapshot, SETTINGS);
  const row = readRows(SETTINGS, table).find((candidate) => candidate.text('key') === 'asOf');
  if (!row) {
    return stop([
      {
        code: 'missing-setting',
        table: SETTINGS.name,
        row: 'asOf',
        expected: text('键为 asOf 的一行', 'a row with the key asOf'),
        found: '',
        message: text(
          '设置表里没有“截至时间”（键 asOf）这一行，可能被删除：请撤销，或补上这一行。',
          'Settings has no as-of row (key asOf); it may have been deleted: undo that, or add the row.',
        ),
      },
    ]);
  }
  const words = (moment: WallTime | null): string => (moment === null ? '' : formatMoment(moment, language, 'full'));
  const message =
    time === null
      ? text('截至时间已清空：各表按现在的时间计算。', 'The as-of time is cleared: everything speaks of now.')
      : text(
          `各表现在按 ${formatMoment(time, 'zh', 'full')} 的状态计算。看完请清空，才会继续按现在计算。`,
          `Everything now speaks of ${formatMoment(time, 'en', 'full')}. Clear it afterwards to go on with the clock.`,
        );
  const before = campaign.settings.asOf;
  if (before === time)
    return {
      steps: [],
      changed: {},
      results: { asOf: time === null ? null : isoFromWallTime(time) },
      message,
      log: null,
    };
  const change = {
    table: SETTINGS.name,
    row: 'asOf',
    column: columnOf(SETTINGS, 'value').header[language],
    before: words(before),
    after: words(time),
    exact: { before: momentText(before), after: momentText(time) },
  };
  return {
    steps: updateCells(SETTINGS, table, [
      { index: row.index, key: 'value', value: time === null ? '' : serialFromWallTime(time) },
    ]),
    changed: { Settings: { added: 0, updated: 1 } },
    results: { asOf: time === null ? null : isoFromWallTime(time) },
    replaced: [change],
    preview: { added: [], changed: [shownChange(change)], unchanged: 0 },
    message,
  };
}
