// Progress of the judging: who still has to score what. Looks only; on request also as the made sheet 评分进度.
import { checkScores } from '../../core/contest/checkScores';
import type { JudgingProgress } from '../../core/contest/progress';
import { judgingProgress } from '../../core/contest/progress';
import type { ScoreState } from '../../core/contest/subtotal';
import type { Problem } from '../../core/ground/problem';
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';
import type { ListCell, ListPage } from '../../workbook/sheets/listPage';
import { contestCellProblems, contestOf, judgesWhoScore, ruleProblems } from './contestSituation';
import { NO_PAGE } from '../run/madePage';
import { titlesOnSheets } from './titlesOnSheets';
import type { Decision, Situation } from '../run/runJob';
import { judgingPage } from './judgingPage';
import { stop } from '../run/stoppedDecision';
import { PROGRESS_SHEET, type ProgressInput } from './progressJob';

export interface ProgressResults {
  readonly scored: number;
  readonly recused: number;
  readonly open: number;
  readonly judges: readonly {
    readonly judgeId: string;
    readonly name: string;
    readonly scored: number;
    readonly recused: number;
    readonly open: number;
  }[];
  /** Fewest scores first. */
  readonly entries: readonly {
    readonly entryId: string;
    readonly blindNo: string;
    readonly title: string;
    readonly scored: number;
    readonly recused: number;
    readonly open: number;
    readonly waitingFor: readonly string[];
  }[];
}

const MARKS: Readonly<
  Record<ScoreState, { readonly word: Text; readonly tone: NonNullable<ListCell['tone']> | null }>
> = {
  scored: { word: text('✓', '✓'), tone: 'good' },
  recused: { word: text('回避', 'rec.'), tone: 'off' },
  missing: { word: text('未评', '–'), tone: null },
  partial: { word: text('缺项', 'part'), tone: 'part' },
  invalid: { word: text('有误', 'wrong'), tone: 'overdue' },
};

function pageOf({ campaign, language }: Situation, progress: JudgingProgress): Omit<ListPage, 'stamp'> {
  const say = (words: Text): string => words[language];
  const total = (value: number): ListCell => ({ value, bold: true });
  return {
    name: say(PROGRESS_SHEET.sheet),
    title: say(text('评分进度', 'Judging progress')),
    footer: campaign.settings.campaign,
    landscape: true,
    official: false,
    closing: [],
    subtitle: [campaign.settings.campaign],
    grid: [7, 32, ...progress.judges.map(() => 9), 7, 7, 7],
    sections: [
      {
        lines: [
          say(summary(progress)),
          say(
            text(
              '✓ 已评　回避 回避或弃权，不计分　未评 还没有评分　缺项 只填了一部分　有误 分值不合规定，都不计。评得最少的排在前面。',
              '✓ scored · rec. recused, does not count · – not scored · part half filled · wrong not allowed; none of these counts. Fewest scores first.',
            ),
          ),
        ],
        columns: [
          { header: say(text('编号', 'No.')) },
          { header: say(text('题目', 'Title')), left: true },
          ...progress.judges.map(({ judge }) => ({ header: judge.name || judge.judgeId })),
          { header: say(text('已评', 'Done')) },
          { header: say(text('回避', 'Rec.')) },
          { header: say(text('未评', 'Open')) },
        ],
        rows: [
          ...progress.entries.map(({ entry, states, scored, recused, open }): ListCell[] => [
            { value: entry.blindNo },
            { value: entry.title },
            ...states.map((state): ListCell => ({
              value: MARKS[state].word[language],
              ...(MARKS[state].tone && { tone: MARKS[state].tone }),
            })),
            total(scored),
            { value: recused },
            { value: open, ...(open > 0 && { tone: 'late' as const, bold: true }) },
          ]),
          [
            { value: '' },
            { value: say(text('已评 / 应评', 'Done / due')), bold: true },
            ...progress.judges.map(({ scored, open }) => ({ value: `${scored} / ${scored + open}`, bold: true })),
            total(progress.scored),
            total(progress.recused),
            total(progress.open),
          ],
        ],
      },
    ],
  };
}

function summary({ judges, entries, scored, recused, open }: JudgingProgress): Text {
  const behind = judges.filter((judge) => judge.open > 0).sort((a, b) => b.open - a.open);
  const names = (language: Language): string =>
    behind
      .slice(0, 6)
      .map(
        ({ judge, open: left }) =>
          `${judge.name || judge.judgeId}${language === 'zh' ? `还差${left}篇` : ` ${left} to go`}`,
      )
      .join(language === 'zh' ? '、' : ', ');
  const done = text(
    `${entries.length} 篇、${judges.length} 位评委：已评 ${scored}，回避 ${recused}，未评 ${open}`,
    `${entries.length} entries, ${judges.length} judges: ${scored} scored, ${recused} recused, ${open} to go`,
  );
  return behind.length === 0
    ? text(`${done.zh}，全部评完。`, `${done.en}; all done.`)
    : text(`${done.zh}；${names('zh')}。`, `${done.en}; ${names('en')}.`);
}

/** Never stops over a score; only rules that cannot be read and a contest without judges do. */
export function decideProgress(situation: Situation, { sheet }: ProgressInput): Decision<ProgressResults> {
  const { campaign } = situation;
  const noJudges: Problem[] =
    judgesWhoScore(campaign).length > 0
      ? []
      : [
          {
            code: 'no-judges',
            table: 'Judges',
            expected: text('有评分表的评委', 'judges with score sheets'),
            found: '',
            message: text(
              '还没有评委的评分表：请先运行“生成评分表”。',
              "No judge has a score sheet yet: run “Make judges' sheets” first.",
            ),
          },
        ];
  const stopping = [...ruleProblems(situation), ...noJudges];
  if (stopping.length > 0) return stop(stopping);
  const contest = contestOf(campaign);
  const progress = judgingProgress(contest);
  const check = checkScores(contest);
  const page = sheet ? judgingPage(situation, 'progress', PROGRESS_SHEET, pageOf(situation, progress)) : NO_PAGE;
  const names = progress.judges.map(({ judge }) => judge.name || judge.judgeId);
  return {
    steps: page.steps,
    changed: sheet ? { Progress: { added: 1, updated: 0 } } : {},
    notices: [
      ...page.notices,
      ...contestCellProblems(situation),
      ...titlesOnSheets(situation),
      ...check.problems,
      ...check.notices.filter(({ code }) => code !== 'missing-scores'),
    ],
    results: {
      scored: progress.scored,
      recused: progress.recused,
      open: progress.open,
      judges: progress.judges.map(({ judge, scored, recused, open }) => ({
        judgeId: judge.judgeId,
        name: judge.name,
        scored,
        recused,
        open,
      })),
      entries: progress.entries.map(({ entry, states, scored, recused, open }) => ({
        entryId: entry.entryId,
        blindNo: entry.blindNo,
        title: entry.title,
        scored,
        recused,
        open,
        waitingFor: states.flatMap((state, index) =>
          state === 'scored' || state === 'recused' ? [] : [names[index] ?? ''],
        ),
      })),
    },
    message: summary(progress),
  };
}
