// Job 'make-judge-tabs', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { BadOption } from '../run/badOption';
import { DECIDED_OPTIONS } from './decidedOption';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { DECIDING } from '../run/tablesRead';

const MOST_JUDGES = 50;

/** "7", or names joined by 、 or commas. */
function judgesOf(word: string): number | readonly string[] {
  if (!/^\s*-?[\d.]+\s*$/.test(word))
    return word
      .split(/[、,，]/)
      .map((name) => name.trim())
      .filter(Boolean);
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1 || count > MOST_JUDGES)
    throw new BadOption('judges', `a whole number from 1 to ${MOST_JUDGES}, or names`, word);
  return count;
}

const OPTIONS = options({
  judges: {
    kind: 'own',
    read: judgesOf,
    field: {
      kind: 'number',
      label: text('评委人数', 'Number of judges'),
      min: 1,
      max: MOST_JUDGES,
      hint: text('缺几位补几位；留空则按“评委”表', 'Judges that are missing are added; empty: as in the Judges table'),
      detail: text('或用“、”隔开的姓名', 'or names separated by 、'),
    },
  },
  ...DECIDED_OPTIONS,
});

export type MakeJudgeTabsInput = InputOf<typeof OPTIONS>;

export const MAKE_JUDGE_TABS = defineJob({
  name: 'make-judge-tabs',
  words: {
    title: text('生成评分表', 'Make the score sheets'),
    summary: text(
      '每位评委一张，本单位的作品自动回避；已填的分数不动',
      'One per judge; entries of a judge’s own unit are recused; typed scores stay',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'judges', next: ['import-scores', 'progress'] },
  reads: { tables: [...DECIDING], formulas: ['Standings'], sheets: [standingsSpec([]).sheet] },
  writes: 'tables',
  nothing: { judges: [], retired: [] },
  decide: async () => (await import('./makeJudgeTabs')).decideJudgeTabs,
});
