// Notices of one kind put together for reading: thirty rows with the same trouble are one thing to look at. Reports keep each of them.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { rowTitle } from './tableTitle';

/** From so many on they stand together. */
const MANY = 3;
/** So many rows are named. */
const NAMED = 3;

const kindOf = ({ code, table = '', sheet = '', column = '' }: Problem): string =>
  JSON.stringify([code, table, sheet, column]);

/**
 * Kinds in order of their first notice: the same code, table, sheet and column, each of another row. Fewer than three, and notices that name
 * no row, stay alone. Example: three 'future-receipt' and one 'not-owed' give two kinds, of three and of one.
 */
export function sameKind(notices: readonly Problem[]): readonly (readonly Problem[])[] {
  const kinds = new Map<string, Problem[]>();
  for (const notice of notices) {
    if (notice.row === undefined) continue;
    const kind = kinds.get(kindOf(notice));
    if (kind) kind.push(notice);
    else kinds.set(kindOf(notice), [notice]);
  }
  return notices.flatMap((notice): (readonly Problem[])[] => {
    const kind = notice.row === undefined ? [] : (kinds.get(kindOf(notice)) ?? []);
    if (kind.length < MANY) return [[notice]];
    return kind[0] === notice ? [kind] : [];
  });
}

/** How many a kind has and which rows come first: “23 件：R0001、R0002、R0003 等”. */
export function kindHeading(kind: readonly Problem[]): Text {
  const rows = [...new Set(kind.map(({ row }) => String(row ?? '')))];
  const first = rows.slice(0, NAMED).map((row) => rowTitle(kind[0]?.table, row));
  const more = rows.length > NAMED;
  return text(
    `${kind.length} 件：${first.map(({ zh }) => zh).join('、')}${more ? ' 等' : ''}`,
    `${kind.length}: ${first.map(({ en }) => en).join(', ')}${more ? ' …' : ''}`,
  );
}

/** A kind in one line: how many, the first rows, one of the sentences. */
export function kindLine(kind: readonly Problem[]): Text {
  const { zh, en } = kindHeading(kind);
  const example = kind[0]?.message ?? text('', '');
  return text(`${zh}。如：${example.zh}`, `${en}${en.endsWith('…') ? '' : '.'} For example: ${example.en}`);
}
