// Job 'agenda', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { LIST } from '../run/tablesRead';

const OPTIONS = options({
  date: {
    kind: 'date',
    label: text('日期', 'Day'),
    hint: text('不填为阶段里的颁奖会', 'Empty: the ceremony among the phases'),
    detail: text('如 2021-06-26；不填为阶段里的颁奖会', 'such as 2021-06-26; default: the ceremony among the phases'),
  },
  start: {
    kind: 'text',
    label: text('第一项开始时间', 'First item begins'),
    placeholder: text('如 9:00', 'such as 9:00'),
    hint: text('填入“会议程序”表；其余按时长接排', 'Goes into the programme; the others follow by their minutes'),
    detail: text('如 9:00；填入“会议程序”', 'such as 9:00; goes into the programme'),
  },
});

export type AgendaInput = InputOf<typeof OPTIONS>;

export const AGENDA = defineJob({
  name: 'agenda',
  words: {
    title: text('生成颁奖会议程', 'Make the ceremony’s agenda'),
    summary: text(
      '按“会议程序”表排出时间，颁奖一项列出获奖名单（须化名的用化名），A4',
      'Times the items of the programme and lists the winners under their item, under an alias where one is needed; A4',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'agenda', next: ['prize-receipt'] },
  reads: { tables: [...LIST, 'Programme', 'Phases'] },
  makes: 'Agenda',
  writes: 'tables',
  final: true,
  nothing: { date: '', items: [], minutes: 0, winners: 0, madeProgramme: false },
  decide: async () => (await import('./agenda')).decideAgenda,
});
