// Job 'rank', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { defineJob } from '../run/defineJob';
import { choicesOf, options, type InputOf } from '../run/options';
import { DECIDING } from '../run/tablesRead';

const OPTIONS = options({
  aggregate: {
    kind: 'choice',
    label: text('试算另一种计分', 'Try another aggregate'),
    choices: choicesOf('aggregate'),
    detail: text('不写入', 'writes nothing'),
    inPane: false,
  },
  method: {
    kind: 'choice',
    label: text('试算另一种名次办法', 'Try another ranking method'),
    choices: choicesOf('ranking'),
    detail: text('不写入', 'writes nothing'),
    inPane: false,
  },
});

export type RankInput = InputOf<typeof OPTIONS>;

export const RANK = defineJob({
  name: 'rank',
  words: {
    title: text('计算排名', 'Compute the ranking'),
    summary: text(
      '按设置的规则计分、排名，并列如实标出，每个名次说明理由',
      'Scores and ranks by the rules in Settings; ties are shown, every place is explained',
    ),
  },
  options: OPTIONS,
  place: { group: 'judge', icon: 'ranking', next: ['decide', 'explain', 'robustness'], atOnce: true },
  reads: { tables: [...DECIDING], formulas: ['Standings'], sheets: [standingsSpec([]).sheet] },
  writes: 'tables',
  final: true,
  nothing: { standings: [], rules: null, tie: null, undecided: [], couldChange: [] },
  decide: async () => (await import('./rank')).decideRanking,
});
