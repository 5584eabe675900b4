// What is said of an act that cannot be taken back whole: lines of the log that were changed, cells that others have changed since.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { DAY, type WallTime } from '../../core/ground/wallTime';
import type { LoggedAct, LogLine } from '../../workbook/tables/records/actLog';
import { EXCEPTIONS } from '../../workbook/tables/exceptions/exceptions';
import { LOG } from '../../workbook/tables/records/records';
import { actInWords, actNamed, whenDone } from './history';

/** Lines of the act that somebody has changed in the log, or deleted: nothing is given back from them. */
export function brokenLines({ altered, missing }: LoggedAct): Problem[] {
  const changed = altered.map(({ table, row, column, before }): Problem => ({
    code: 'log-altered',
    table,
    row,
    ...(column !== '' && { column }),
    expected: text('日志当时记下的内容', 'what the log said when it was written'),
    found: String(before),
    message: text(
      `操作日志里 ${row} “${column}”这一行后来被改过（原值现为“${before}”），没有据此恢复：请自己核对这一格。`,
      `The log’s line about ${row} “${column}” was changed since (the former value now reads “${before}”): nothing was restored from it. Check that cell yourself.`,
    ),
  }));
  if (missing === 0) return changed;
  return [
    ...changed,
    {
      code: 'log-altered',
      table: LOG.name,
      expected: text('这次操作的全部日志行', 'all the log’s lines of the act'),
      found: String(missing),
      message: text(
        `操作日志里这次操作少了 ${missing} 行，少的那些不能恢复：请自己核对。`,
        `${missing} lines of the act are not in the log any more: what they said cannot be restored. Check it yourself.`,
      ),
    },
  ];
}

/** An act of whose lines none is left as it was written: it is passed over, and said to be. */
export function brokenAct(act: LoggedAct): Problem {
  const what = actInWords(actNamed(act), act.at);
  return {
    code: 'log-altered',
    table: LOG.name,
    row: act.key,
    expected: text('日志当时记下的内容', 'what the log said when it was written'),
    found: '',
    message: text(
      `${what.zh}撤销不了：操作日志里它的各行后来被改过或删了（例如只排了一列）。要撤销它，请先在 Excel 里撤销对日志的改动，或从备份取回日志。`,
      `${what.en} cannot be undone: its lines in the log were changed or deleted since (one column sorted by itself, say). Undo the change of the log in Excel, or take the log from a backup, first.`,
    ),
  };
}

/**
 * Nobody said which act: the one that is taken back is named, where it is somebody else's or of another day, and how old it is. Undefined where
 * it is one's own of today, or of today where nobody said who asks.
 */
export function olderAct(act: LoggedAct, now: WallTime, by: string | undefined): Problem | undefined {
  const days = act.at > 0 ? Math.floor(now / DAY) - Math.floor(act.at / DAY) : 0;
  const others = by !== undefined && by !== '' && act.by !== by;
  if (days <= 0 && !others) return undefined;
  const what = actInWords(actNamed(act), act.at);
  const old =
    days <= 0 ? text('', '') : text(`，${days} 天前做的`, `, done ${days === 1 ? 'a day' : `${days} days`} ago`);
  const whose = others ? text('，不是自己做的', ', not your own') : text('', '');
  return {
    code: 'older-act',
    table: LOG.name,
    row: act.key,
    expected: text('自己今天做的一次操作', 'an act of your own of today'),
    found: act.by,
    foundIn: what,
    message: text(
      `没有指明撤销哪一次，取的是最近能撤销的一次：${what.zh}${whose.zh}${old.zh}。要撤销的若不是它，请在“历史”里选。`,
      `No act was named; this is the latest that can be undone: ${what.en}${whose.en}${old.en}. If you mean another one, choose it in the history.`,
    ),
  };
}

/** Who changed the cell last since the act, as a sentence says it; empty where the log does not know. */
function changedBy(line: Pick<LogLine, 'table' | 'row' | 'column'>, later: readonly LoggedAct[]): Text {
  const rowOf = (row: string): string => row.split(' ')[0] ?? '';
  const act = [...later]
    .reverse()
    .find(({ cells }) =>
      cells.some(
        ({ table, row, column }) => table === line.table && rowOf(row) === rowOf(line.row) && column === line.column,
      ),
    );
  if (!act) return text('', '');
  const { title, by } = actNamed(act);
  return text(
    `（${by && `${by} `}${whenDone(act.at, 'zh')} “${title.zh}”）`,
    ` (${by && `${by}, `}${whenDone(act.at, 'en')}, “${title.en}”)`,
  );
}

/** The other cells of an exception of which one was changed since: terms without who approved them, and why, are none. */
export function termsKept(row: string, cells: number): Problem {
  return {
    code: 'changed-since',
    table: EXCEPTIONS.name,
    row,
    expected: text('后来没有改过的例外', 'an exception that nobody has changed since'),
    found: '',
    message: text(
      `${row} 的例外后来有人改过，批准人、理由等其余 ${cells} 格一并保留：确要撤销，请在“${EXCEPTIONS.sheet.zh}”里改。`,
      `The exception of ${row} was changed since: its other ${cells} ${cells === 1 ? 'cell stays' : 'cells stay'}, too, who approved it and why among them. To undo it, change “${EXCEPTIONS.sheet.en}”.`,
    ),
  };
}

/** A cell of the act that stays as it is. `found`: what it holds now; null = row or column are not there. `later`: acts since. */
export function leftAlone(
  line: Pick<LogLine, 'table' | 'row' | 'column' | 'after'>,
  found: string | null,
  later: readonly LoggedAct[] = [],
): Problem {
  const { table, row, column, after } = line;
  const place = { table, row, ...(column !== '' && { column }) };
  const where = [row, column && `“${column}”`].filter(Boolean).join(' ');
  if (found === null) {
    return {
      ...place,
      code: 'not-found',
      expected: text('当时的那一行那一列', 'the row and column of that time'),
      found: '',
      message: text(
        `${where} 现在找不到（或不止一处），没有撤销。`,
        `${where} is not there any more (or more than once): nothing was undone in it.`,
      ),
    };
  }
  const who = changedBy(line, later);
  return {
    ...place,
    code: 'changed-since',
    expected: text(String(after), String(after)),
    found,
    message: text(
      `${where} 后来又改成了“${found}”${who.zh}，保留现在的内容。`,
      `${where} was changed to “${found}” since${who.en} and stays as it is.`,
    ),
  };
}
