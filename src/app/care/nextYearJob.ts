// Job 'next-year', as it is offered.
import { text } from '../../core/ground/text';
import { standingsSpec } from '../../workbook/tables/standings/standings';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  year: {
    kind: 'number',
    min: 2000,
    max: 2100,
    label: text('新活动的年份', 'Year of the new campaign'),
    required: true,
  },
  campaign: {
    kind: 'text',
    label: text('新活动名称', 'Name of the new campaign'),
    hint: text('不填：原名称，其中的年份换成新的', 'Default: the former name with the new year in it'),
  },
  dates: {
    kind: 'choice',
    choices: [
      { value: 'clear', label: text('清空，逐项重新填', 'Clear them, to be set anew') },
      { value: 'move', label: text('推到新的年份，同月同日', 'Move them to the new year, same day') },
    ],
    default: 'clear',
    label: text('截止时间等日期', 'Due times and other dates'),
  },
  judges: {
    kind: 'switch',
    label: text('评委名单也带过去', 'Take the judges over as well'),
  },
  copy: {
    kind: 'switch',
    label: text('现在打开的是去年工作簿的副本', 'The open workbook is a copy of last year’s'),
    hint: text(
      '请先把去年的工作簿另存一份，在副本里做：收件、评分、决定等会从这个工作簿里删去',
      'Save last year’s workbook under another name first and work in that copy: receipts, scores and decisions are deleted from it',
    ),
  },
});

export type NextYearInput = InputOf<typeof OPTIONS>;

export const NEXT_YEAR = defineJob({
  name: 'next-year',
  words: {
    title: text('以去年的工作簿建新活动', 'A new campaign from last year’s workbook'),
    summary: text(
      '留下名册、事项、评分标准、奖项、程序和规则，日期待定；收件、评分、决定、记录和生成的表删去，先逐项点数',
      'Keeps roster, items, criteria, tiers, programme and rules, with dates to be set; deletes receipts, scores, decisions, records and made sheets, counted first',
    ),
    help: text(
      '在去年工作簿的副本里做。先列出要删去的每张表有多少行、要重新填的每个日期原来是什么，确认后才动手。自己加的工作表和列保留。',
      'To be done in a copy of last year’s workbook. First lists how many rows of which table go and what every date was; writes only when confirmed. Sheets and columns that people added stay.',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'campaign', next: ['check', 'import-roster'], previewFirst: true },
  reads: {
    // The new name and moved dates are reckoned from it.
    stopsAt: ['Settings:year'],
    tables: ['*'],
    sheets: [standingsSpec([]).sheet],
  },
  writes: 'tables',
  final: true,
  onCopy: true,
  nothing: { removed: [], dates: [], campaign: '', year: 0 },
  decide: async () => (await import('./nextYear')).decideNextYear,
});
