// The words of the command line: what is asked for, and what is wrong usage.
import { readCommandLine, WrongUsage } from '../../../src/workbench/cli/commandLine';

it('--help asks what a job takes, or what there is', () => {
  expect(readCommandLine(['notice', '--help'])).toMatchObject({ job: 'notice', help: true });
  expect(readCommandLine(['-h'])).toMatchObject({ job: 'help', help: true });
  expect(readCommandLine(['notice', 'b.xlsx'])).toMatchObject({ job: 'notice', book: 'b.xlsx', help: false });
});

it('further pairs may follow one --set', () => {
  expect(readCommandLine(['extend', 'b.xlsx', '--set', 'unit=西渡镇', 'requirement=T1']).settings).toEqual({
    unit: '西渡镇',
    requirement: 'T1',
  });
});

it.each([
  [[]],
  [['overdue', '--now', 'morgen']],
  [['overdue', '--set', 'unit']],
  [['overdue', 'a', 'b']],
  [['list', '--lang', 'fr']],
])('%j is wrong usage', (args) => {
  expect(() => readCommandLine(args)).toThrow(WrongUsage);
});
