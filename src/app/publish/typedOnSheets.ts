// Lines of the pages that leave the office on which something else stands than was made: a day, a tier, an amount, a score that somebody typed over.
// What people fill into free cells is theirs. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { typedOverMade, type TypedOver } from '../../workbook/sheets/madeSheet';
import { madeKey, MADE_SHEETS, type MadeSheetKind, type MadeSheetName } from '../../workbook/sheets/madeSheets';
import { ownSheets } from '../run/definedJobs';
import type { Situation } from '../run/runJob';

const PAGES = ['Notice', 'Awards', 'PrizeReceipt', 'Agenda'] as const satisfies readonly MadeSheetName[];

/** With the pages that leave the office and stand in their jobs. */
const pages = (): (readonly [kind: string, page: MadeSheetKind])[] => [
  ...PAGES.map((kind) => [kind, MADE_SHEETS[kind]] as const),
  ...ownSheets().flatMap((own) => (own.reach === 'office' ? [] : [[own.key, own] as const])),
];

/** As many lines are named one by one; a page that people wrote anew has more. */
const MOST = 5;

/** One notice a page, with its first lines. Example: the last day on 公示 was typed over → line 14, as it reads now. */
export function typedOnSheets({ snapshot }: Pick<Situation, 'snapshot'>): Problem[] {
  return pages().flatMap(([kind, page]): Problem[] => {
    const names: readonly string[] = Object.values(page.sheet);
    const sheet = snapshot.sheets.find(({ name }) => names.includes(name));
    const typed = sheet?.values ? typedOverMade(snapshot.names, madeKey(kind), sheet.values) : null;
    return sheet && typed ? [typedOn(sheet.name, typed)] : [];
  });
}

function typedOn(sheet: string, { lines, missing }: TypedOver): Problem {
  const numbers = lines.slice(0, MOST).map(({ line }) => String(line));
  const found = lines[0]?.words ?? '';
  const more = lines.length > MOST;
  const [zh, en] = [numbers.join('、'), numbers.join(', ')];
  const what =
    lines.length === 0
      ? text(`“${sheet}”少了生成时的 ${missing} 行`, `Rows that were made are gone from “${sheet}”: ${missing}`)
      : text(
          `“${sheet}”第 ${zh} 行${more ? `等 ${lines.length} 行` : ''}不是生成时的内容（如“${found}”）`,
          `Row${lines.length > 1 ? 's' : ''} ${en}${more ? ` and others, ${lines.length} in all,` : ''} of “${sheet}” do not say what was made (“${found}”)`,
        );
  return {
    code: 'made-sheet-typed',
    sheet,
    ...(numbers[0] !== undefined && { row: numbers[0] }),
    found,
    expected: text('生成时的内容', 'what was made'),
    message: text(
      `${what.zh}：有人改过。外发前请核对；不对的请重新生成这张表。`,
      `${what.en}: somebody typed there. Look at it before it leaves the office; make the sheet again if it is wrong.`,
    ),
  };
}
