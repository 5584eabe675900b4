// Job 'notice', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';
import { NOTICE_RESTS_ON, DECIDING } from '../run/tablesRead';

const OPTIONS = options({
  posting: {
    kind: 'date',
    label: text('张贴日期', 'Day of posting'),
    hint: text('不填为当天', 'Empty: today'),
    detail: text('如 2021-06-18；不填为当天', 'such as 2021-06-18; default today'),
  },
  contact: {
    kind: 'text',
    label: text('异议联系方式', 'Where to object'),
    hint: text('不填则按设置', 'Empty: as in Settings'),
  },
});

export type NoticeInput = InputOf<typeof OPTIONS>;

export const NOTICE = defineJob({
  name: 'notice',
  words: {
    title: text('生成公示', 'Make the public notice'),
    summary: text(
      '按评定记录和工作日生成，查出手机号、证件号和须化名的姓名就停下',
      'From the decision on record and working days; stops at phones, id numbers and names to be hidden',
    ),
  },
  options: OPTIONS,
  place: { group: 'publish', icon: 'notice', next: ['certificates', 'withdraw'] },
  reads: { stopsAt: NOTICE_RESTS_ON, tables: [...DECIDING, 'Objections', 'Phases'] },
  makes: 'Notice',
  writes: 'tables',
  final: true,
  nothing: { posted: '', first: '', last: '', winners: 0 },
  decide: async () => (await import('./notice')).decideNotice,
});
