// 活动安排: the activities of the campaign, who leads and who takes part. Items belong to them by 所属活动.
import { keptColumn } from '../../contract/kept';
import { text } from '../../../core/ground/text';
import { withIssues } from '../../contract/issueColumn';
import { noMomentIn } from '../../contract/wrongCells';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Activities: KeyOf<typeof ACTIVITIES>;
  }
}

const PLAN = defineTable({
  name: 'Activities',
  sheet: text('活动安排', 'Activities'),
  title: text('活动安排：谁牵头、谁参与', 'Activities: who leads, who takes part'),
  guide: text(
    '一行一项活动。报送事项的“所属活动”写这里的名称；牵头单位印在简报上。没有日期的留空。',
    'A row an activity. Items name it under Activity; who leads is printed on the briefing. Leave dates empty that nobody gave.',
  ),
  key: ['activity'],
  tabColor: '#0F4C5C',
  landscape: true,
  frozen: 1,
  columns: [
    { key: 'activity', header: text('活动', 'Activity'), type: 'longText', width: 28, input: true },
    { key: 'from', header: text('开始', 'From'), type: 'date', width: 12, input: true, center: true },
    { key: 'to', header: text('结束', 'To'), type: 'date', width: 12, input: true, center: true },
    {
      key: 'leads',
      header: text('牵头单位', 'Led by'),
      type: 'list',
      width: 24,
      input: true,
      prompt: text('用“、”隔开', 'Separated by 、'),
    },
    { key: 'participants', header: text('参与单位', 'Taking part'), type: 'longText', width: 40, input: true },
    {
      key: 'phase',
      header: text('所属阶段', 'Phase'),
      type: 'text',
      width: 17,
      input: true,
      center: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('phaseNames')}` }),
      lenient: true,
    },
    { key: 'note', header: text('备注', 'Note'), type: 'longText', width: 30, input: true },
    keptColumn('activity', 'from', 'to', 'leads', 'participants', 'phase'),
  ],
});

/** One activity a row. Marked: a last day that is no date, or lies before the first. */
export const ACTIVITIES = withIssues(PLAN, [
  {
    columns: ['to'],
    when: (f): string =>
      `OR(${noMomentIn(f.cell('to'))},IF(ISNUMBER(${f.cell('to')}),IF(ISNUMBER(${f.cell('from')}),${f.cell('to')}<${f.cell('from')},FALSE),FALSE))`,
  },
]);
