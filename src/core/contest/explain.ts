// Why an entry has its place, in one sentence that people can check with a pencil. Computes nothing anew.
import { fromDecimal, fromExactText, roundHalfUp, subtract, toDecimal } from './exact';
import type { Language, Text } from '../ground/text';
import { text } from '../ground/text';
import type { Standing, TieBreakValue } from './standing';
import { REVOTE } from './tieChain';

/**
 * One sentence without a full stop: how the value came about, and what separates the entry from its neighbour.
 * Example: “第3名：去掉一个最高分89.5和一个最低分82.0后平均86.35；与第2名相差0.12分”.
 */
export function explain(standing: Standing, standings: readonly Standing[], language: Language): string {
  if (standing.decision === 'ineligible') return text('不参评，不占名次', 'Not eligible: takes no place')[language];
  if (standing.rank === null) return tooFew(standing)[language];
  const parts = [value(standing), ...ties(standing, standings), ...neighbour(standing, standings)];
  const tied = standing.tied ? text('（并列）', ' (tied)') : text('', '');
  const place = text(`第${standing.rank}名${tied.zh}：`, `Rank ${standing.rank}${tied.en}: `);
  return place[language] + parts.map((part) => part[language]).join(text('；', '; ')[language]);
}

function tooFew(standing: Standing): Text {
  const missing = standing.missingJudges;
  return text(
    `待定：有效评分只有${standing.count}个，未达到规定的最少个数${missing.length > 0 ? `；未评完的评委：${missing.join('、')}` : ''}`,
    `Undecided: only ${standing.count} scores count, fewer than the agreed minimum${missing.length > 0 ? `; not finished: ${missing.join(', ')}` : ''}`,
  );
}

function value(standing: Standing): Text {
  const { count, shown } = standing;
  if (standing.used === 'trimmed') {
    const high = points(standing.high ?? '0');
    const low = points(standing.low ?? '0');
    return text(
      `去掉一个最高分${high}和一个最低分${low}后平均${shown}`,
      `mean ${shown} after taking off one highest (${high}) and one lowest (${low})`,
    );
  }
  if (standing.used === 'median') return text(`${count}个评分的中位数${shown}`, `median ${shown} of ${count} scores`);
  if (standing.differently) {
    return text(
      `评分只有${count}个，不去最高分和最低分，直接平均${shown}`,
      `plain mean ${shown}, since ${count} scores are too few to trim`,
    );
  }
  return text(`${count}个评分平均${shown}`, `mean ${shown} of ${count} scores`);
}

/** Of one list all entries are explained: who stands at which place is worked out once. */
const placesKnown = new WeakMap<readonly Standing[], Map<number, Standing[]>>();

/** Everybody by rank, in the order of the ranks; within one, of the list. */
function placesOf(standings: readonly Standing[]): Map<number, Standing[]> {
  let places = placesKnown.get(standings);
  if (!places) {
    const ranked = standings.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    places = new Map();
    for (const standing of ranked) {
      const level = places.get(standing.rank ?? 0);
      if (level) level.push(standing);
      else places.set(standing.rank ?? 0, [standing]);
    }
    placesKnown.set(standings, places);
  }
  return places;
}

/** Who shares the place, and every key that was compared and is equal: no other is said to be. */
function ties(standing: Standing, standings: readonly Standing[]): Text[] {
  if (!standing.tied) return [];
  const others = (placesOf(standings).get(standing.rank ?? 0) ?? []).filter(
    (other) => other.entryId !== standing.entryId,
  );
  const numbers = others.map((other) => other.blindNo || other.entryId);
  const equal = standing.tieBreak.filter(
    ({ exact }, at) => exact !== '' && others.every((other) => other.tieBreak[at]?.exact === exact),
  );
  return [
    text(
      `与${numbers.map((number) => `${number}号`).join('、')}得分同为${standing.shown}${equal.map((key) => `，${keyName(key).zh}同为${key.value}`).join('')}`,
      `same score ${standing.shown} as no. ${numbers.join(', ')}${equal.map((key) => `, same ${keyName(key).en} ${key.value}`).join('')}`,
    ),
  ];
}

function keyName({ criterionId, name }: TieBreakValue): Text {
  if (!criterionId.startsWith(REVOTE)) return text(`“${name}”`, `“${name}”`);
  const act = criterionId.slice(REVOTE.length);
  return text(`复评（${act}）得票`, `number of votes in the re-vote (${act})`);
}

/** Against the place above; the first place against the one below; and against the one below where the chain alone put it there. */
function neighbour(standing: Standing, standings: readonly Standing[]): Text[] {
  const places = placesOf(standings);
  const ranks = [...places.keys()];
  const position = ranks.indexOf(standing.rank ?? 0);
  const [above, below] = [ranks[position - 1], ranks[position + 1]].map((rank) => {
    const other = rank === undefined ? undefined : places.get(rank)?.[0];
    return rank === undefined || !other ? null : { rank, other };
  });
  const byChain = below && below.other.deciding === standing.deciding;
  return [
    ...(above ? against(standing, above.other, above.rank, false) : []),
    ...(below && (!above || byChain) ? against(standing, below.other, below.rank, true) : []),
  ];
}

/** What separates two neighbouring places: points, or the steps of the chain, equal ones up to the one that decided. */
function against(standing: Standing, other: Standing, otherRank: number, ahead: boolean): Text[] {
  if (other.deciding !== standing.deciding) {
    const [above, below] = ahead ? [standing, other] : [other, standing];
    const gap = toDecimal(subtract(fromExactText(above.deciding), fromExactText(below.deciding)));
    const unit = gap === '1' ? 'point' : 'points';
    return [
      ahead
        ? text(`领先第${otherRank}名${gap}分`, `${gap} ${unit} ahead of rank ${otherRank}`)
        : text(`与第${otherRank}名相差${gap}分`, `${gap} ${unit} behind rank ${otherRank}`),
    ];
  }
  const compared = standing.tieBreak.flatMap((mine, at) => {
    const theirs = other.tieBreak[at];
    return !theirs || mine.exact === '' || theirs.exact === '' ? [] : [{ mine, theirs }];
  });
  const index = compared.findIndex(({ mine, theirs }) => mine.exact !== theirs.exact);
  const decided = compared[index];
  if (!decided) return [];
  const equal = compared.slice(0, index).map(({ mine }) => mine);
  const step = decisive(decided.mine, decided.theirs, ahead);
  return [
    text(
      `与第${otherRank}名同分，${equal.map((key) => `${keyName(key).zh}同为${key.value}，`).join('')}${step.zh}`,
      `same score as rank ${otherRank}, ${equal.map((key) => `same ${keyName(key).en} ${key.value}, `).join('')}${step.en}`,
    ),
  ];
}

function decisive(mine: TieBreakValue, theirs: TieBreakValue, ahead: boolean): Text {
  if (mine.criterionId.startsWith('#lots:')) {
    return ahead ? text(`${mine.name}在前`, 'drawn first by lot') : text(`${mine.name}在后`, 'drawn after it by lot');
  }
  const sign = ahead ? '>' : '<';
  if (mine.criterionId.startsWith(REVOTE)) {
    const act = mine.criterionId.slice(REVOTE.length);
    return text(
      `复评（${act}）得票${mine.value}${sign}${theirs.value}`,
      `placed by the re-vote (${act}) ${mine.value} ${sign} ${theirs.value} votes`,
    );
  }
  const [left, right] = apart(mine.exact, theirs.exact);
  return text(`按“${mine.name}”${left}${sign}${right}`, `placed by “${mine.name}” ${left} ${sign} ${right}`);
}

/** Both values with the fewest decimals, from 2 up, that tell them apart; without needless zeros. */
function apart(mine: string, theirs: string): [string, string] {
  for (let decimals = 2; ; decimals += 1) {
    const left = toDecimal(fromExactText(mine), decimals);
    const right = toDecimal(fromExactText(theirs), decimals);
    if (left !== right) return [left, right];
  }
}

/** At least one and at most two decimals. Example: "82" → "82.0". */
function points(decimal: string): string {
  const decimals = decimal.split('.')[1]?.length ?? 0;
  return roundHalfUp(fromDecimal(decimal), Math.min(Math.max(decimals, 1), 2));
}
