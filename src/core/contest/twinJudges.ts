// Two judges whose scores are the same work by work: one sheet was pasted over another's. Decides nothing.
import type { Problem } from '../ground/problem';
import { text } from '../ground/text';
import type { Judge } from './contest';
import { compare } from './exact';
import type { Ballot } from './scoreTable';

/** From this many works, and this many scores in them, on nobody agrees with another in all of them by chance. */
const WORKS = 4;
const SCORES = 20;
/** Of so many works one may have been changed since: a tenth. */
const CHANGED_OF = 10;

interface Twins {
  readonly both: number;
  readonly same: number;
}

/** Pairs of judges who gave the same in at least nine tenths of what both scored; those who give everything the same are told elsewhere. */
export function twinJudges(judges: readonly Judge[], ballots: readonly (readonly Ballot[])[]): Problem[] {
  return judges.flatMap((judge, at) =>
    judges.slice(at + 1).flatMap((other, next): Problem[] => {
      const twins = twinsOf(ballots, at, at + 1 + next);
      if (!twins) return [];
      const { both, same } = twins;
      return [
        {
          code: 'judges-alike',
          table: `Score_${other.judgeId}`,
          found: `${judge.name}、${other.name}`,
          expected: text('各评委各自的评分', 'scores of each judge’s own'),
          message: text(
            `${judge.name}和${other.name}都评了的${both}件作品中，${same}件各项分数完全相同：多半是一张表贴到了另一张。请与两位评委核对，现在两份都计入。`,
            `${judge.name} and ${other.name} both scored ${both} entries and gave the same throughout in ${same}: one sheet was probably pasted over the other. Ask both; now both count.`,
          ),
        },
      ];
    }),
  );
}

function twinsOf(ballots: readonly (readonly Ballot[])[], a: number, b: number): Twins | null {
  const mostChanged = Math.floor(ballots.length / CHANGED_OF);
  let [both, same, cells] = [0, 0, 0];
  const totals = new Set<string>();
  for (const row of ballots) {
    const [one, two] = [row[a], row[b]];
    if (!one?.values || !two?.values || !one.subtotal || !two.subtotal) continue;
    both += 1;
    if (compare(one.subtotal, two.subtotal) === 0 && alike(one.values, two.values)) {
      same += 1;
      cells += one.values.length;
      totals.add(`${one.subtotal.n}/${one.subtotal.d}`);
    } else if (both - same > mostChanged) return null;
  }
  const enough = same >= WORKS && cells >= SCORES && totals.size > 1;
  return enough && (both - same) * CHANGED_OF <= both ? { both, same } : null;
}

function alike(one: NonNullable<Ballot['values']>, two: NonNullable<Ballot['values']>): boolean {
  return one.every((value, at) => {
    const other = two[at];
    return other !== undefined && compare(value, other) === 0;
  });
}
