import { doubtfulReminders } from '../../../src/core/reminders/doubtfulReminders';

const reminder = (at: number, unitId: string) => ({ at, unitId, requirementId: 'T1', by: '' });

it('names reminders that are still to come, and the same one twice', () => {
  const all = [reminder(100, 'U01'), reminder(100, 'U02'), reminder(100, 'U01'), reminder(300, 'U03')];
  expect(doubtfulReminders(all, 200).map(({ row }) => row)).toEqual(['U01 T1', 'U03 T1']);
  expect(doubtfulReminders(all.slice(0, 2), 200)).toEqual([]);
});
