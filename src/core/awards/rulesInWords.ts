// The rules of judging as sentences, printed with the result so that everyone can check it. Computes nothing.
import { amountInFigures } from '../ground/amountInFigures';
import type { ContestRules, Criterion, RankingMethod } from '../contest/contest';
import { hasTiers, tiersOf } from '../contest/tiers';
import { tieStep, tieStepInWords } from '../contest/tieChain';
import type { Text } from '../ground/text';
import { text } from '../ground/text';

const METHODS: Readonly<Record<RankingMethod, Text>> = {
  competition: text(
    '并列者占用名次，其后顺延（1、2、2、4）',
    'equal places share a rank and the next ones are skipped (1, 2, 2, 4)',
  ),
  modified: text('并列者取其中靠后的名次（1、3、3、4）', 'equal places take the last of their ranks (1, 3, 3, 4)'),
  dense: text('并列者不占用后面的名次（1、2、2、3）', 'equal places share a rank and none is skipped (1, 2, 2, 3)'),
  fractional: text(
    '并列者取名次的平均（1、2.5、2.5、4）',
    'equal places take the mean of their ranks (1, 2.5, 2.5, 4)',
  ),
  ordinal: text('不得并列（1、2、3、4）', 'no two share a rank (1, 2, 3, 4)'),
};

function aggregateInWords(rules: ContestRules): Text {
  if (rules.aggregate === 'median') return text('取各评委总分的中位数', 'the median of the judges’ totals counts');
  if (rules.aggregate === 'mean') return text('取各评委总分的平均分', 'the mean of the judges’ totals counts');
  const from = Math.max(rules.trimFrom, 3);
  return text(
    `有效评分达到${from}个的，去掉一个最高分和一个最低分后取平均分；不足${from}个的取平均分`,
    `from ${from} scores up, one highest and one lowest are taken off and the mean counts; below that the plain mean`,
  );
}

function placesInWords(rules: ContestRules, criteria: readonly Criterion[]): Text {
  const steps = rules.tieBreak.map((token) => {
    const step = tieStep(token, criteria);
    return step ? tieStepInWords(step) : text(token, token);
  });
  const value = rules.shownDecides
    ? text(
        `得分四舍五入保留${rules.decimals}位小数，以此定名次`,
        `Scores are rounded half up to ${rules.decimals} decimals, and the rounded score decides places`,
      )
    : text(
        `按未取整的得分定名次，显示保留${rules.decimals}位小数`,
        `The unrounded score decides places; ${rules.decimals} decimals are shown`,
      );
  const ties =
    steps.length > 0
      ? text(
          `同分的依次比较${steps.map(({ zh }) => zh).join('、')}，仍相同的并列`,
          `equal scores are told apart by ${steps.map(({ en }) => en).join(', then ')}, and stay tied when these are equal too`,
        )
      : text('同分的并列', 'equal scores stay tied');
  return text(
    `${value.zh}；${ties.zh}；${METHODS[rules.method].zh}。`,
    `${value.en}; ${ties.en}; ${METHODS[rules.method].en}.`,
  );
}

function tiersInWords(rules: ContestRules): Text {
  const zh = tiersOf(rules).map(
    ({ name, seats, prize }) => `${name}${seats}个，${prize > 0 ? `各${amountInFigures(prize)}元` : '发证书'}`,
  );
  const en = tiersOf(rules).map(
    ({ name, seats, prize }) =>
      `${name} × ${seats}, ${prize > 0 ? `${amountInFigures(prize)} yuan each` : 'certificate only'}`,
  );
  return text(`按名次设${zh.join('；')}。`, `By places: ${en.join('; ')}.`);
}

/**
 * Three sentences: who judged and how the value comes about, how places follow, and recusal; with several tiers a fourth that names them.
 * Example: the first for seven judges begins “7位评委按真实性25分、感染力25分…打分”.
 */
export function rulesInWords(rules: ContestRules, criteria: readonly Criterion[], judges: number): Text[] {
  const zh = criteria.map(({ name, weight }) => `${name}${weight}分`).join('、');
  const en = criteria.map(({ name, weight }) => `${name} ${weight}`).join(', ');
  const aggregate = aggregateInWords(rules);
  return [
    text(
      `${judges}位评委按${zh}打分，满分100分；${aggregate.zh}。`,
      `${judges} judges score by ${en}, 100 in all; ${aggregate.en}.`,
    ),
    placesInWords(rules, criteria),
    ...(hasTiers(rules) ? [tiersInWords(rules)] : []),
    text(
      `评委回避本单位的作品，回避和未评不计分；有效评分不足${rules.minimumScores}个的待定，不排名。`,
      `Judges are recused from entries of their own unit; what is recused or not scored does not count. With fewer than ${rules.minimumScores} scores an entry stays undecided.`,
    ),
  ];
}
