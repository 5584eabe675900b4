// The votes of a re-vote as they were counted, kept in a defined name for each: a number that somebody types over later is known. Knows no rules.
import type { Ruling } from '../../../core/contest/ruling';
import type { Problem } from '../../../core/ground/problem';
import { text, type Text } from '../../../core/ground/text';
import type { WorkbookSnapshot } from '../../contract/snapshot';
import { textOf } from '../../contract/textNames';
import { DECISIONS } from './decisions';

const NAME = /^Voted_(\w+)$/;

type Votes = ReadonlyMap<string, number>;

/** By act. Names that were emptied hold none. */
function keptVotes({ names }: Pick<WorkbookSnapshot, 'names'>): Map<string, Votes> {
  return new Map(
    Object.entries(names)
      .flatMap(([name, formula]): [string, Votes][] => {
        const [, actId] = NAME.exec(name) ?? [];
        const words = textOf(formula) ?? '';
        if (actId === undefined || words === '') return [];
        const pairs = words.split(';').map((pair) => pair.split('='));
        return [[actId, new Map(pairs.map(([entryId = '', count]) => [entryId, Number(count)]))]];
      })
      .sort(([one], [other]) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, ''))),
  );
}

const CORRECT = text(
  '要更正得票，请用“登记复评”的“更正上次复评”',
  'to correct votes, use “Re-vote” with “Correct the last re-vote”',
);

/** A row of a re-vote that is not as it was counted; the message ends with how votes are corrected. */
function altered(actId: string, entryId: string, found: string, expected: Text, said: Text): Problem {
  return {
    code: 'decision-record-changed',
    table: DECISIONS.name,
    row: `${actId} ${entryId}`,
    column: 'votes',
    found,
    expected,
    message: text(
      `“评选决定”复评 ${actId} ${said.zh}；${CORRECT.zh}。`,
      `Decisions, re-vote ${actId}: ${said.en}; ${CORRECT.en}.`,
    ),
  };
}

function otherVotes(actId: string, entryId: string, called: Text, counted: number, found: string): Problem {
  const cell = found === '' ? text('空', 'nothing') : text(found, found);
  const said = text(
    `的${called.zh}登记时是 ${counted} 票，现在是${cell.zh}：请改回`,
    `${called.en} was counted with ${counted} votes and has ${cell.en} now: put it back`,
  );
  return altered(actId, entryId, found, text(String(counted), String(counted)), said);
}

function strayVotes(actId: string, entryId: string, called: Text, found: string): Problem {
  const said = text(
    `里的${called.zh}不是登记时的，是后来加的：请删去这一行`,
    `${called.en} was added later: delete the row`,
  );
  return altered(actId, entryId, found, text('登记复评时的各行', 'the rows of the re-vote'), said);
}

/** Rows of re-votes that are not as they were counted; nothing of one that a later one on the same entries has replaced, nor of older workbooks. */
export function votesNotAsCounted(
  snapshot: Pick<WorkbookSnapshot, 'names'>,
  rulings: readonly Ruling[],
  entries: readonly { readonly entryId: string; readonly blindNo: string; readonly title: string }[],
): Problem[] {
  const called = (entryId: string): Text => {
    const entry = entries.find((candidate) => candidate.entryId === entryId);
    return entry
      ? text(`${entry.blindNo}号《${entry.title}》`, `no. ${entry.blindNo} “${entry.title}”`)
      : text(entryId, entryId);
  };
  const kept = keptVotes(snapshot);
  const latest = new Map([...kept].map(([actId, votes]) => [[...votes.keys()].sort().join(' '), actId]));
  const inForce = new Set(latest.values());
  return [...kept].flatMap(([actId, votes]): Problem[] => {
    if (!inForce.has(actId)) return [];
    const rows = rulings.filter((ruling) => ruling.actId === actId);
    const other = [...votes].flatMap(([entryId, count]): Problem[] => {
      const own = rows.filter((row) => row.entryId === entryId);
      const [row] = own;
      if (own.length === 1 && row?.act === 'revote' && row.votes === count) return [];
      return [otherVotes(actId, entryId, called(entryId), count, own.map((each) => each.votes ?? '').join('、'))];
    });
    const stray = rows.filter(({ entryId }) => !votes.has(entryId));
    return [
      ...other,
      ...stray.map(({ entryId, votes: found }) => strayVotes(actId, entryId, called(entryId), String(found ?? ''))),
    ];
  });
}
