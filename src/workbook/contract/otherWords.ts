// What people write for a label in words of their own, where these have one meaning: “审核通过” is 通过, “不通过” is 退回. Knows no table, never guesses:
// “已审” does not say how the review ended, “×” not whether it is a sign or an answer.
import { cellCodeOf } from './cellFormulas';
import type { CodeOf, LabelSet } from './labels';

/** “已退回”, “撤回了”: the label itself, with the small words that say it is done. */
const DONE = /^(?:已经?)?(.+?)了?$/u;

/** Whole answers, folded to lower case without blanks. A refusal is a pattern of its own: 不通过 is found before 通过 could be. */
const REVIEWS: readonly (readonly [CodeOf<'review'>, RegExp])[] = [
  [
    'returned',
    /^(?:审[核查阅])?(?:[不未]|没有?)(?:能|予|获)?(?:审[核查])?(?:通过|合格|同意)(?:审[核查])?$|^(?:审[核查])?(?:予以|被)?(?:退回|打回|退稿|驳回)(?:修改|重报|重做|补充|完善|补正)?$|^(?:not|un)-?(?:ok|okay|approved|accepted|passed)$|^(?:rejected?|returned?|declined|refused|failed)$/u,
  ],
  [
    'accepted',
    /^(?:审[核查阅])?(?:经审[核查])?(?:予以|准予|同意)?(?:通过|合格)(?:审[核查])?$|^(?:ok|okay|approved?|accept|pass|passed)$/u,
  ],
  [
    'pending',
    /^(?:待|未|尚未|还未|还没|没)审[核查]?$|^(?:正在)?审[核查]中$|^(?:pending|waiting|toreview|inreview|notreviewed)$/u,
  ],
];

const REFUSED = /^(?:[不未]|没有?|无[需须]|not|in)(.+)$/u;

/** Below a heading such as 启用 or 免报: the heading itself is a yes, and its refusal a no. */
function answerTo(header: string, word: string): 'yes' | 'no' | null {
  if (word === header) return 'yes';
  return REFUSED.exec(word)?.[1] === header || (header === '启用' && /^[停禁]用$/u.test(word)) ? 'no' : null;
}

/** The code that the words mean in a column of the set below this header; null where they have no meaning or more than one. */
export function meantByOtherWords<S extends LabelSet>(
  set: S,
  cell: string,
  headers: readonly string[],
): CodeOf<S> | null {
  const word = cell.toLowerCase().replace(/\s+/gu, '');
  const bare = DONE.exec(word)?.[1] ?? word;
  const same = cellCodeOf(set, bare);
  if (same !== null) return same;
  const meant =
    set === 'review'
      ? REVIEWS.find(([, pattern]) => pattern.test(bare))?.[0]
      : set === 'yesNo'
        ? headers.map((header) => answerTo(header.toLowerCase(), bare)).find((answer) => answer !== null)
        : null;
  return (meant ?? null) as CodeOf<S> | null;
}
