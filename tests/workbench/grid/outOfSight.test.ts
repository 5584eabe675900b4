// Sheets that nobody sees wait for an idle moment, one after the other; one that comes in sight does not.
import { OutOfSight } from '../../../src/workbench/grid/outOfSight';

function waiting(): { readonly told: string[]; readonly idle: () => void; readonly sheets: OutOfSight } {
  const [told, works]: [string[], (() => void)[]] = [[], []];
  const sheets = new OutOfSight(
    (ids) => told.push(...ids),
    (work) => works.push(work),
  );
  return { told, sheets, idle: () => works.shift()?.() };
}

test('each idle moment brings the turn of one sheet, and then it is put off no more', () => {
  const { told, sheets, idle } = waiting();
  expect(['log', 'tracker', 'log'].map((sheet) => sheets.putOff(sheet))).toEqual([true, true, true]);
  idle();
  expect(told).toEqual(['log']);
  expect(sheets.putOff('log')).toBe(false);
  idle();
  expect(told).toEqual(['log', 'tracker']);
  idle();
  expect(told).toEqual(['log', 'tracker']);
});

test('what changes again after its turn waits again', () => {
  const { told, sheets, idle } = waiting();
  sheets.putOff('log');
  idle();
  expect([sheets.putOff('log'), sheets.putOff('log')]).toEqual([false, true]);
  idle();
  expect(told).toEqual(['log', 'log']);
});

test('a sheet that comes in sight has its turn at once; one that was done, or waits for nothing, has none', () => {
  const { told, sheets, idle } = waiting();
  for (const sheet of ['log', 'tracker']) sheets.putOff(sheet);
  sheets.hurry('tracker');
  sheets.hurry('units');
  sheets.done('log');
  idle();
  expect(told).toEqual(['tracker']);
});
