// What open scores could still change about the awards (R-6), in words: which story, across which line, by which score. Decides nothing.
import type { OpenBallot, OpenState } from '../../core/contest/openScores';
import { couldCross, type AwardLine, type Crossing } from '../../core/contest/couldCross';
import { expectedScore } from '../../core/contest/parseScore';
import type { Standing } from '../../core/contest/standing';
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import type { Campaign } from '../../workbook/campaign';
import { contestOf } from './contestSituation';

/** A score that does not count yet and could still move the entry. */
export interface OpenScore {
  readonly judgeId: string;
  readonly judge: string;
  readonly state: OpenState;
  /** What stands in the open cells of the judge's sheet, by criterionId; '' where nothing does. */
  readonly cells: Readonly<Record<string, string>>;
}

/** An entry whose award hangs on open scores. */
export interface CouldChange {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  /** The tier at whose line; '' where there are no named tiers. */
  readonly tier: string;
  readonly how: Crossing['how'];
  /** The story's own open scores; none: those of others would move it. */
  readonly scores: readonly OpenScore[];
}

/** Stories that are named one by one. */
const NAMED = 20;

/** What could still change, in the order of the standings. */
export function couldChange(
  standings: readonly Standing[],
  { campaign }: { readonly campaign: Campaign },
  lines?: readonly AwardLine[],
): CouldChange[] {
  const storyOf = new Map(standings.map((standing) => [standing.entryId, standing]));
  const nameOf = new Map(campaign.judges.map(({ judgeId, name }) => [judgeId, name || judgeId]));
  const score = ({ judgeId, state, cells }: OpenBallot): OpenScore => ({
    judgeId,
    judge: nameOf.get(judgeId) ?? judgeId,
    state,
    cells: Object.fromEntries(cells.map(({ criterionId, found }) => [criterionId, found])),
  });
  return couldCross(contestOf(campaign), standings, lines).map(({ entryId, line, how, open }) => ({
    entryId,
    blindNo: storyOf.get(entryId)?.blindNo ?? '',
    title: storyOf.get(entryId)?.title ?? '',
    tier: line.tier,
    how,
    scores: open.map(score),
  }));
}

function howInWords({ how, tier }: CouldChange): Text {
  const line = tier === '' ? text('获奖线', 'the award line') : text(`“${tier}”线`, `the line of “${tier}”`);
  if (how === 'reach') return text(`可能升到${line.zh}以上`, `could come above ${line.en}`);
  if (how === 'lose') return text(`可能落到${line.zh}以下`, `could fall below ${line.en}`);
  return text(`在${line.zh}上的并列可能改变`, `stands in a tie across ${line.en} that could change`);
}

function scoreInWords({ judge, state, cells }: OpenScore, { criteria }: Campaign): Text {
  if (state === 'missing') return text(`${judge}未评`, `${judge} has not scored it`);
  if (state === 'differs') return text(`${judge}有两行不同的评分`, `${judge} has two rows that differ`);
  const bad = criteria
    .filter(({ criterionId }) => criterionId in cells)
    .map((criterion) => {
      const found = cells[criterion.criterionId] ?? '';
      const [name, may] = [criterion.name, expectedScore(criterion)];
      return found === ''
        ? text(`“${name}”未填（可为${may.zh}）`, `“${name}” is empty (may be ${may.en})`)
        : text(
            `“${name}”为“${found}”，不计（可为${may.zh}）`,
            `“${name}” says “${found}”, not counted (may be ${may.en})`,
          );
    });
  const own = state === 'stray' ? [text('应回避而有评分', 'is recused, yet scored it')] : [];
  const all = [...own, ...bad];
  return text(`${judge}${all.map(({ zh }) => zh).join('、')}`, `${judge}: ${all.map(({ en }) => en).join(', ')}`);
}

const EXPECTED = text('不会再改变线上结果的评分', 'scores that can change no award any more');

function ofStory(changes: readonly CouldChange[], campaign: Campaign): Problem[] {
  const [first] = changes;
  const [score] = first?.scores ?? [];
  if (!first || !score) return [];
  const [criterionId = ''] = Object.keys(score.cells);
  const hows = changes.map(howInWords);
  const scores = first.scores.map((each) => scoreInWords(each, campaign));
  return [
    {
      code: 'could-cross-line',
      table: `Score_${score.judgeId}`,
      row: first.blindNo,
      column: campaign.criteria.find((criterion) => criterion.criterionId === criterionId)?.name,
      found: score.cells[criterionId] ?? '',
      expected: EXPECTED,
      message: text(
        `${first.blindNo}号《${first.title}》评分未定，${hows.map(({ zh }) => zh).join('，')}：${scores.map(({ zh }) => zh).join('；')}。`,
        `No. ${first.blindNo} “${first.title}” has open scores and ${hows.map(({ en }) => en).join(', ')}: ${scores.map(({ en }) => en).join('; ')}.`,
      ),
    },
  ];
}

function rest(code: Problem['code'], numbers: readonly string[], message: Text): Problem[] {
  if (numbers.length === 0) return [];
  return [{ code, table: 'Standings', found: numbers.join('、'), expected: EXPECTED, message }];
}

/** One problem per story whose own scores are open, with the first of their cells; one for all whom these would move. */
export function couldChangeProblems(changes: readonly CouldChange[], campaign: Campaign): Problem[] {
  const byStory = new Map<string, CouldChange[]>();
  for (const change of changes) byStory.set(change.entryId, [...(byStory.get(change.entryId) ?? []), change]);
  const stories = [...byStory.values()];
  const own = stories.filter(([first]) => (first?.scores.length ?? 0) > 0);
  const moved = stories.filter(([first]) => first?.scores.length === 0).flat();
  const unnamed = own.slice(NAMED).flatMap(([first]) => first?.blindNo ?? []);
  const [zh, en] = [(each: CouldChange) => howInWords(each).zh, (each: CouldChange) => howInWords(each).en];
  return [
    ...own.slice(0, NAMED).flatMap((each) => ofStory(each, campaign)),
    ...rest(
      'could-cross-line',
      unnamed,
      text(
        `评分未定、可能跨线的还有 ${unnamed.length} 件：${unnamed.join('、')}号。`,
        `${unnamed.length} more have open scores and could cross a line: no. ${unnamed.join(', ')}.`,
      ),
    ),
    ...rest(
      'could-cross-line',
      moved.map(({ blindNo }) => blindNo),
      text(
        `别的作品评分未定，受影响的是：${moved.map((each) => `${each.blindNo}号${zh(each)}`).join('；')}。`,
        `Open scores of others would move these: ${moved.map((each) => `no. ${each.blindNo} ${en(each)}`).join('; ')}.`,
      ),
    ),
  ];
}
