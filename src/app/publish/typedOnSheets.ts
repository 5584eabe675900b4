// Lines of the pages that leave the office on which something else stands than was made: a day, a tier, an amount, a score that somebody typed over.
// Rows that somebody added are named, too; what people fill into free cells of a row is theirs. Decides nothing.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { typedLines, typedOverMade, type TypedOver } from '../../workbook/sheets/rowsMade';
import { madeKey, MADE_SHEETS, type MadeSheetKind, type MadeSheetName } from '../../workbook/sheets/madeSheets';
import { ownSheets } from '../run/definedJobs';
import type { Situation } from '../run/runJob';

const PAGES = [
  'Notice',
  'Awards',
  'PrizeReceipt',
  'Agenda',
  'Certificates',
] as const satisfies readonly MadeSheetName[];

/** With the pages that leave the office and stand in their jobs. */
const pages = (): (readonly [kind: string, page: MadeSheetKind])[] => [
  ...PAGES.map((kind) => [kind, MADE_SHEETS[kind]] as const),
  ...ownSheets().flatMap((own) => (own.reach === 'office' ? [] : [[own.key, own] as const])),
];

/** One notice a page, with its first lines. Example: the last day on 公示 was typed over → line 14, as it reads now; a row more: it was added. */
export function typedOnSheets({ snapshot }: Pick<Situation, 'snapshot'>): Problem[] {
  return pages().flatMap(([kind, page]): Problem[] => {
    const names: readonly string[] = Object.values(page.sheet);
    const sheet = snapshot.sheets.find(({ name }) => names.includes(name));
    const typed = sheet?.values ? typedOverMade(snapshot.names, madeKey(kind), sheet.values) : null;
    return sheet && typed ? [typedOn(sheet.name, typed)] : [];
  });
}

function saidOf(sheet: string, { lines, missing }: TypedOver): Text {
  const { zh, en } = typedLines(lines);
  if (lines.length === 0)
    return text(
      `“${sheet}”少了生成时的 ${missing} 行：有人改过。`,
      `Rows that were made are gone from “${sheet}”: ${missing}. Somebody typed there.`,
    );
  if (missing === 0)
    return text(`“${sheet}”${zh}，是生成后加上的。`, `On “${sheet}” somebody added what was not made: ${en}.`);
  return text(
    `“${sheet}”${zh}，不是生成时的内容：有人改过。`,
    `On “${sheet}” something else stands than was made: ${en}. Somebody typed there.`,
  );
}

function typedOn(sheet: string, typed: TypedOver): Problem {
  const [first] = typed.lines;
  const said = saidOf(sheet, typed);
  return {
    code: 'made-sheet-typed',
    sheet,
    ...(first && { row: String(first.line) }),
    found: first?.words ?? '',
    expected: text('生成时的内容', 'what was made'),
    message: text(
      `${said.zh}外发前请核对，改长了的行请拉高，以免打印缺字；不对的请重新生成这张表。`,
      `${said.en} Look at it before it leaves the office, and make rows higher whose text is longer now, or paper cuts it; make the sheet again if it is wrong.`,
    ),
  };
}
