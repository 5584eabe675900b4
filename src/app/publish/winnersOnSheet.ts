// Winners whose line on a list that leaves the office is not as it was decided: somebody typed over it. Knows no layout.
import type { PublicWinner } from '../../core/awards/publicWinner';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import type { SheetSnapshot } from '../../workbook/contract/snapshot';
import { MADE_SHEETS, type MadeSheetName } from '../../workbook/sheets/madeSheets';
import type { Situation } from '../run/runJob';
import { publicWinners } from './winners';

/** Lists with a row for each winner; the prize receipt has those who are paid, and the real names of those behind the entries. */
const LISTS = ['Notice', 'Awards', 'PrizeReceipt'] as const satisfies readonly MadeSheetName[];
type List = (typeof LISTS)[number];

const isList = (kind: string): kind is List => (LISTS as readonly string[]).includes(kind);

/** What must stand side by side with the title. */
function besides(list: List, { unit, storyteller, alias }: PublicWinner): string[] {
  return [unit, list === 'PrizeReceipt' || alias ? '' : storyteller].filter((words) => words !== '');
}

function stands(list: List, winner: PublicWinner, rows: readonly (readonly string[])[]): boolean {
  const wanted = besides(list, winner);
  return rows.some(
    (row) =>
      row.some((cell) => cell === winner.title || cell.startsWith(`${winner.title}\n`)) &&
      wanted.every((words) => row.includes(words)),
  );
}

const isOn = (list: List, { prize }: PublicWinner): boolean => list !== 'PrizeReceipt' || prize > 0;

/**
 * A list that is as its source says must name every winner of it as decided; of one that is stale, or a kept copy, nothing is said here.
 * `stale`: names of the sheets whose source has changed. `isCopy`: one that people made, which may be from before a change and does not say so.
 * Example: the award list names “王五” where the decision has “张三”: one problem, with what should stand there.
 */
export function winnersNotAsDecided(
  sheet: SheetSnapshot,
  kind: string,
  { campaign }: Pick<Situation, 'campaign'>,
  stale: ReadonlySet<string>,
  isCopy: boolean,
): Problem[] {
  if (!isList(kind) || stale.has(sheet.name)) return [];
  if (!isCopy && !Object.values(MADE_SHEETS[kind].sheet).includes(sheet.name)) return [];
  const rows = (sheet.values ?? []).map((row) => row.map((cell) => String(cell ?? '').replace(/\r\n?/g, '\n')));
  return (publicWinners(campaign) ?? [])
    .filter((winner) => isOn(kind, winner) && !stands(kind, winner, rows))
    .map((winner): Problem => {
      const why = isCopy
        ? text('这张副本是改动前的，或被人改过', 'this copy is from before a change, or somebody typed over it')
        : text('表上的字被人改过', 'somebody typed over it');
      const decided = [winner.title, ...besides(kind, winner)].join(' · ');
      return {
        code: 'winner-not-as-decided',
        sheet: sheet.name,
        found: '',
        expected: text(decided, decided),
        message: text(
          `“${sheet.name}”上没有一行照评定写着“${decided}”：${why.zh}。请照“评选决定”改回，或重新生成这张表。`,
          `No row of “${sheet.name}” says “${decided}”, as was decided: ${why.en}. Put it back as the decisions have it, or make the sheet again.`,
        ),
      };
    });
}
