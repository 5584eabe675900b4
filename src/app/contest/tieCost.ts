// What a choice at a tied line comes to, in words: of money only where there is any. Chooses nothing.
import { amountInFigures } from '../../core/ground/amountInFigures';
import { text, type Text } from '../../core/ground/text';

/** Yuan in all, and above (negative: below) what the quota costs; both 0 where awards are certificates alone. */
interface TieCost {
  readonly awards: number;
  readonly cost: number;
  readonly overBudget: number;
}

/** Within a sentence. Example: “共 12 名，12,000 元”; “共 12 名” where no money is given. */
export function tieCostInSentence({ awards, cost }: Pick<TieCost, 'awards' | 'cost'>): Text {
  const amount = amountInFigures(cost);
  return cost === 0
    ? text(`共 ${awards} 名`, `${awards} awards`)
    : text(`共 ${awards} 名，${amount} 元`, `${awards} awards, ${amount} yuan`);
}

/** Beside a choice. Example: “12 个奖、12,000 元，比名额多 2,000 元”; “12 个奖，不发奖金” where no money is given. */
export function tieCostOfChoice({ awards, cost, overBudget }: TieCost): Text {
  if (cost === 0 && overBudget === 0) return text(`${awards} 个奖，不发奖金`, `${awards} awards, no money`);
  const amount = amountInFigures(cost);
  const difference = amountInFigures(Math.abs(overBudget));
  const beside =
    overBudget === 0
      ? text('与名额相符', 'as the quota has it')
      : overBudget > 0
        ? text(`比名额多 ${difference} 元`, `${difference} yuan above the quota`)
        : text(`比名额少 ${difference} 元`, `${difference} yuan below the quota`);
  return text(`${awards} 个奖、${amount} 元，${beside.zh}`, `${awards} awards, ${amount} yuan, ${beside.en}`);
}
