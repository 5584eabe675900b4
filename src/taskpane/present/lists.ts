// What is shown of a job's own results: short lists under its message. Reads results defensively; knows no rules.
import { tieCostOfChoice } from '../../app/contest/tieCost';
import type { JobReport } from '../../app/run/job';
import { text, type Text } from '../../core/ground/text';
import type { OpenDecision, Presentation, ResultBlock } from '../steps';

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

function rowsOf(report: JobReport, name: string): readonly Row[] {
  const list = isRow(report.results) ? report.results[name] : undefined;
  return Array.isArray(list) ? list.filter(isRow) : [];
}

const word = (row: Row, name: string): string =>
  typeof row[name] === 'string' || typeof row[name] === 'number' ? String(row[name]) : '';
const same = (line: string): Text => text(line, line);

function block(title: Text, lines: readonly Text[]): readonly ResultBlock[] {
  return lines.length > 0 ? [{ title, lines }] : [];
}

const SHOWN = 12;

/** The units that are overdue, longest first, one line each. */
export function presentOverdue(report: JobReport): Presentation {
  const lines = rowsOf(report, 'overdue')
    .slice(0, SHOWN)
    .map((row) => same([word(row, 'unit'), word(row, 'title'), word(row, 'late')].filter(Boolean).join(' · ')));
  return { blocks: block(text('逾期最久的', 'Longest overdue'), lines) };
}

/** Units that were reminded today already: whether once more is asked, never assumed. */
function againToday(report: JobReport): OpenDecision | undefined {
  const left =
    isRow(report.results) && Array.isArray(report.results['leftOut'])
      ? report.results['leftOut'].filter((id) => typeof id === 'string')
      : [];
  if (left.length === 0) return undefined;
  return {
    choices: [
      {
        label: text(`今天催过的 ${left.length} 家再催一次`, `Remind the ${left.length} of today once more`),
        values: {
          again: true,
          units: left.join('、'),
          ...(isRow(report.results) && typeof report.results['days'] === 'number' && { days: report.results['days'] }),
        },
      },
    ],
  };
}

/** Each reminder with a button that copies it and a link that opens it as mail; before them all of them at once. */
export function presentReminders(report: JobReport): Presentation {
  const rows = rowsOf(report, 'texts');
  const [first] = rows;
  const decision = againToday(report);
  if (!first) return { decision };
  const whole = rows.map((row) => word(row, 'text')).join('\n\n');
  const all: ResultBlock = {
    title: text(`全部 ${rows.length} 段`, `All ${rows.length} texts`),
    copy: same(whole),
    lines: [
      text(
        '本插件不发送任何消息：请复制，或用邮件打开后自己发出。',
        'Nothing is sent by the add-in: copy the texts, or open them as mail and send them yourself.',
      ),
    ],
  };
  const each = rows.map((row): ResultBlock => ({
    title: text(
      `${word(row, 'unit')}（第 ${word(row, 'number')} 次）`,
      `${word(row, 'unit')} (no. ${word(row, 'number')})`,
    ),
    lines: word(row, 'text').split('\n').map(same),
    copy: same(word(row, 'text')),
    ...(word(row, 'mailto').startsWith('mailto:') && {
      link: { label: text('用邮件打开', 'Open as mail'), href: word(row, 'mailto') },
    }),
  }));
  return { blocks: rows.length > 1 ? [all, ...each] : each, decision };
}

const DECIDED: Readonly<Record<string, Text>> = {
  award: text('获奖', 'award'),
  reserve: text('候补', 'reserve'),
  undecided: text('待定', 'undecided'),
  none: text('未获奖', 'none'),
};
const TIED = text('并列', 'tied');

/** “1　作品01　西渡镇　95.50　获奖”; what is tied or not decided yet says so. */
function rankedLine(row: Row): Text {
  const decided = DECIDED[word(row, 'decision')];
  const line = (language: 'zh' | 'en'): string =>
    [
      word(row, 'rank'),
      word(row, 'title'),
      word(row, 'unit'),
      word(row, 'shown'),
      ...(row['tied'] === true ? [TIED[language]] : []),
      ...(decided ? [decided[language]] : []),
    ].join('　');
  return text(line('zh'), line('en'));
}

/** The first places: shown score, whether the place is shared, what is decided. */
export function presentRanking(report: JobReport): Presentation {
  const lines = rowsOf(report, 'standings')
    .filter((row) => row['rank'] !== null)
    .slice(0, SHOWN)
    .map(rankedLine);
  return { blocks: block(text('排在前面的', 'Top places'), lines) };
}

/** Who still has to score, most first. */
export function presentProgress(report: JobReport): Presentation {
  const lines = rowsOf(report, 'judges')
    .filter((row) => Number(row['open']) > 0)
    .sort((a, b) => Number(b['open']) - Number(a['open']))
    .slice(0, SHOWN)
    .map((row) =>
      text(`${word(row, 'name')}　还差 ${word(row, 'open')} 篇`, `${word(row, 'name')}: ${word(row, 'open')} to go`),
    );
  return { blocks: block(text('还没评完的评委', 'Judges who are not done'), lines) };
}

/** The sentence for each place. */
export function presentExplained(report: JobReport): Presentation {
  const lines = rowsOf(report, 'stories')
    .slice(0, SHOWN)
    .map((row) => same(`${word(row, 'blindNo')}　${word(row, 'title')}：${word(row, 'why')}`));
  return { blocks: block(text('名次说明', 'Why this place'), lines) };
}

/** What a choice comes to. Nothing when the report does not say. */
function costOf(report: JobReport, choice: string): Text | undefined {
  const option = rowsOf(report, 'options').find((row) => row['choice'] === choice);
  const [awards, cost, overBudget] = [
    Number(option?.['awards']),
    Number(option?.['cost']),
    Number(option?.['overBudget']),
  ];
  return Number.isNaN(awards + cost + overBudget) ? undefined : tieCostOfChoice({ awards, cost, overBudget });
}

/** A tie across the quota: the choices that the rules allow, with the reason asked for. */
export function presentAwards(report: JobReport): Presentation {
  const winners = rowsOf(report, 'winners').map((row) =>
    same([word(row, 'rank'), word(row, 'title'), word(row, 'unit')].filter(Boolean).join('　')),
  );
  const blocks = block(text('获奖', 'Awarded'), winners);
  if (!report.problems.some(({ code }) => code === 'tie-at-quota')) return { blocks };
  return {
    blocks,
    decision: {
      ask: {
        name: 'reason',
        label: text('决定的依据（会写入日志和名单）', 'Reason (goes into the log and onto the list)'),
      },
      choices: [
        {
          label: text('增加名额，并列的都获奖', 'Award more: all tied entries win'),
          detail: costOf(report, 'more'),
          values: { tie: 'more' },
        },
        {
          label: text('减少名额，并列的都不获奖', 'Award fewer: none of the tied wins'),
          detail: costOf(report, 'fewer'),
          values: { tie: 'fewer' },
        },
        {
          label: text('重新投票（复评）', 'Vote again on these'),
          detail: text(
            '评委只投并列的几篇，再登记得票',
            'The judges vote on the tied entries alone; then put the votes on record',
          ),
          step: 'revote',
          values: {},
        },
        {
          label: text('抽签决定', 'Draw lots'),
          detail: costOf(report, 'lots'),
          values: { tie: 'lots' },
          ask: {
            name: 'seed',
            label: text('抽签种子', 'Seed of the draw'),
            hint: text(
              '当众写定的一串字，印在名单上；同样的种子抽出同样的结果',
              'Words fixed in public and printed on the list: the same seed draws the same result',
            ),
          },
        },
      ],
    },
  };
}
