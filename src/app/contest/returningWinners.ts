// Deciding anew goes by the scores alone: who withdrew, or lost to an objection, would win again. That is said before it is written.
import { pendingObjections } from '../../core/awards/objection';
import { withdrawals } from '../../core/contest/returning';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { decisionInForce } from './decisionRecord';
import type { Situation } from '../run/runJob';

/** Why each entry left, by entryId. */
type Because = ReadonlyMap<string, Text>;

function withdrawn({ campaign }: Situation): Because {
  return new Map(
    withdrawals(campaign.rulings).map(({ entryId, actId, reason }) => {
      const why = reason === '' ? text('', '') : text(`：${reason}`, `: ${reason}`);
      return [entryId, text(`已退出（${actId}${why.zh}）`, `withdrew (${actId}${why.en})`)];
    }),
  );
}

/** A new decision may answer a founded objection by letting the list stay: it is said, and stops nothing. */
function objectedTo(situation: Situation): Because {
  const founded = pendingObjections(situation.campaign.objections, decisionInForce(situation)).unanswered;
  return new Map(
    founded.map(({ entryId, objectionId }) => [
      entryId,
      text(`的异议 ${objectionId} 已成立`, `was objected to with cause (${objectionId})`),
    ]),
  );
}

/** Winners and reserves of a new decision that have withdrawn; one problem each. */
export function returningWinners(standings: readonly Standing[], situation: Situation): Problem[] {
  return returning(standings, withdrawn(situation));
}

/** Those, and those to whom an objection was founded that nothing has followed. */
export function returningNotices(standings: readonly Standing[], situation: Situation): Problem[] {
  return returning(standings, new Map([...objectedTo(situation), ...withdrawn(situation)]));
}

function returning(standings: readonly Standing[], because: Because): Problem[] {
  return standings.flatMap(({ entryId, blindNo, title, decision }): Problem[] => {
    const why = because.get(entryId);
    if (!why || (decision !== 'award' && decision !== 'reserve')) return [];
    const again =
      decision === 'award' ? text('又会获奖', 'would win again') : text('又会成为候补', 'would be a reserve again');
    return [
      {
        code: 'returning-winner',
        table: 'Entries',
        row: entryId,
        column: 'eligible',
        found: blindNo,
        expected: text('不再参评的作品', 'an entry that no longer takes part'),
        message: text(
          `${blindNo}号《${title}》${why.zh}，按现在的分数${again.zh}：不应再获奖的，请先把参评作品里它的“参评”改为“否”，再评定。`,
          `No. ${blindNo} “${title}” ${why.en} and ${again.en} by the scores as they are: if it should not, set Eligible to No in the register of entries first, then decide.`,
        ),
      },
    ];
  });
}
