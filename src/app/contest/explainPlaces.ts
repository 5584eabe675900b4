// Explain: why an entry has its place, and every judge's scores behind it. Looks only; on request also as the made sheet 评分明细.
import { compareNumbers, sameNumber } from '../../core/contest/blindNumber';
import { explain } from '../../core/contest/explain';
import type { Ballot } from '../../core/contest/scoreTable';
import { createScoreTable } from '../../core/contest/scoreTable';
import type { Standing } from '../../core/contest/standing';
import { computeStandings } from '../../core/contest/standings';
import { toDecimal } from '../../core/contest/exact';
import type { Problem } from '../../core/ground/problem';
import type { Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import { charactersFor } from '../../workbook/contract/wordWidth';
import type { ListCell, ListPage } from '../../workbook/sheets/listPage';
import { contestOf } from './contestSituation';
import { NO_PAGE } from '../run/madePage';
import { rankingObstacles } from './rankingObstacles';
import type { Decision, Situation } from '../run/runJob';
import { judgingPage } from './judgingPage';
import { stop } from '../run/stoppedDecision';
import { DETAIL_SHEET, type ExplainInput } from './explainPlacesJob';

/** counted 计入 · trimmed 去掉 · recused 回避 · missing 未评 (also half filled or wrong: does not count) */
export type JudgeShare = 'counted' | 'trimmed' | 'recused' | 'missing';

/** Why an entry stands where it stands, with the scores that count. */
export interface ExplainedStory {
  readonly entryId: string;
  readonly blindNo: string;
  readonly title: string;
  /** Null: it takes no place, and `why` says why. */
  readonly rank: number | null;
  readonly shown: string;
  readonly why: string;
  readonly judges: readonly {
    readonly judgeId: string;
    readonly name: string;
    readonly share: JudgeShare;
    /** By criterion id, as typed. */ readonly scores: Readonly<Record<string, string | null>>;
    readonly subtotal: string | null;
  }[];
}

export interface ExplainResults {
  readonly stories: readonly ExplainedStory[];
}

function shareOf(ballot: Ballot, standing: Standing): JudgeShare {
  if (ballot.state === 'recused') return 'recused';
  if (ballot.subtotal === null) return 'missing';
  return standing.trimmedJudges.includes(ballot.judgeId) ? 'trimmed' : 'counted';
}

function wanted(word: string | undefined, standings: readonly Standing[]): { chosen: Standing[]; unknown: string[] } {
  const words = (word ?? '').split(/[、,，\s]+/).filter(Boolean);
  if (words.length === 0 || words.some((each) => /^(all|全部)$/i.test(each)))
    return { chosen: [...standings], unknown: [] };
  const means =
    (each: string) =>
    ({ entryId, blindNo }: Standing): boolean =>
      entryId === each || sameNumber(blindNo, each);
  return {
    chosen: standings.filter((standing) => words.some((each) => means(each)(standing))),
    unknown: words.filter((each) => !standings.some(means(each))),
  };
}

function unknownEntry(word: string): Problem {
  return {
    code: 'unknown-entry',
    table: 'Entries',
    found: word,
    expected: text('盲评号或作品编号', 'a blind number or an entry id'),
    message: text(`没有编号为“${word}”的作品：请核对盲评号。`, `No entry has number “${word}”: check it.`),
  };
}

const SHARE: Readonly<Record<JudgeShare, { readonly word: Text; readonly tone?: ListCell['tone'] }>> = {
  counted: { word: text('计入', 'counts') },
  trimmed: { word: text('去掉', 'trimmed'), tone: 'part' },
  recused: { word: text('回避', 'recused'), tone: 'off' },
  missing: { word: text('未评，不计', 'no score'), tone: 'late' },
};

/** Points in which the names of criteria stay whole. */
const HEAD_SIZE = 10;
/** Characters that an upright page holds without shrinking its type. */
const PORTRAIT = 96;

function pageOf(situation: Situation, stories: readonly ExplainedStory[]): Omit<ListPage, 'stamp'> {
  const { campaign, language } = situation;
  const say = (words: Text): string => words[language];
  const criteria = campaign.criteria.map(({ criterionId, name, maximum }) => ({
    criterionId,
    header: say(text(`${name}（${maximum}）`, `${name} (${maximum})`)),
  }));
  const grid = [14, ...criteria.map(({ header }) => Math.max(12, Math.ceil(charactersFor(header, HEAD_SIZE)))), 10, 12];
  return {
    name: say(DETAIL_SHEET.sheet),
    title: say(text('评分明细', 'Score details')),
    footer: campaign.settings.campaign,
    landscape: grid.reduce((sum, characters) => sum + characters, 0) > PORTRAIT,
    official: false,
    closing: [],
    subtitle: [campaign.settings.campaign],
    grid,
    sections: stories.map((story) => ({
      heading: `${story.blindNo}　${story.title}`,
      together: true,
      lines: [`${story.why}${language === 'zh' ? '。' : '.'}`],
      columns: [
        { header: say(text('评委', 'Judge')), left: true },
        ...criteria.map(({ header }) => ({ header })),
        { header: say(text('小计', 'Subtotal')) },
        { header: say(text('是否计入', 'Counts')) },
      ],
      rows: story.judges.map((judge): ListCell[] => {
        const { word, tone } = SHARE[judge.share];
        const toned = tone ? { tone } : {};
        return [
          { value: judge.name, ...toned },
          ...criteria.map(({ criterionId }): ListCell => ({ value: judge.scores[criterionId] ?? '—', ...toned })),
          { value: judge.subtotal ?? '—', bold: true, ...toned },
          { value: word[language], ...toned },
        ];
      }),
    })),
  };
}

/** Names anonymous judges as the sheets do. Stops on what forbids a ranking, or when no story is meant. */
export function decideExplain(situation: Situation, { entry, sheet }: ExplainInput): Decision<ExplainResults> {
  const { campaign, language } = situation;
  const stopping = rankingObstacles(situation);
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const standings = computeStandings(contest);
  const { chosen, unknown } = wanted(entry, standings);
  if (unknown.length > 0) return stop(unknown.map(unknownEntry));
  const table = createScoreTable(contest);
  const entryOf = new Map(campaign.entries.map((each) => [each.entryId, each]));
  const nameOf = new Map(campaign.judges.map(({ judgeId, name }) => [judgeId, name || judgeId]));
  const stories = chosen.map((standing): ExplainedStory => {
    const story = entryOf.get(standing.entryId);
    return {
      entryId: standing.entryId,
      blindNo: standing.blindNo,
      title: standing.title,
      rank: standing.rank,
      shown: standing.shown,
      why: explain(standing, standings, language),
      judges: (story ? table.ballots(story) : []).map((ballot) => ({
        judgeId: ballot.judgeId,
        name: nameOf.get(ballot.judgeId) ?? ballot.judgeId,
        share: shareOf(ballot, standing),
        scores: ballot.score?.scores ?? {},
        subtotal: ballot.subtotal && toDecimal(ballot.subtotal),
      })),
    };
  });
  const page = sheet ? judgingPage(situation, 'details', DETAIL_SHEET, pageOf(situation, stories)) : NO_PAGE;
  const [first] = [...stories].sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compareNumbers(a.blindNo, b.blindNo),
  );
  const made = sheet
    ? text(`“${DETAIL_SHEET.sheet.zh}”已生成。`, ` “${DETAIL_SHEET.sheet.en}” is made.`)
    : text('', '');
  const words = (to: 'zh' | 'en'): string =>
    stories.length === 1 && first
      ? text(
          `${first.blindNo}号《${first.title}》：${first.why}。`,
          `No. ${first.blindNo} “${first.title}”: ${first.why}.`,
        )[to]
      : text(`${stories.length} 件作品的名次都有说明。`, `The places of ${stories.length} entries are explained.`)[to];
  return {
    steps: page.steps,
    changed: sheet ? { Details: { added: stories.length, updated: 0 } } : {},
    notices: page.notices,
    results: { stories },
    message: text(words('zh') + made.zh, words('en') + made.en),
  };
}
