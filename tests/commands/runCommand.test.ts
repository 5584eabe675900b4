// A ribbon button always gives Office its answer, and says in words what came of it.
import type { Deps, JobReport } from '../../src/app/run/job';
import type { Text } from '../../src/core/ground/text';
import { command } from '../../src/commands/runCommand';
import { sayInDialog } from '../../src/commands/sayInDialog';

const REPORT: JobReport = {
  job: 'x',
  asOf: 0,
  changed: {},
  problems: [],
  notices: [],
  results: null,
  stopped: false,
  message: { zh: '没有写入。', en: 'Nothing written.' },
};

function press(
  job: () => Promise<JobReport>,
  by?: string,
): {
  readonly said: Text[];
  readonly completed: jest.Mock;
  readonly done: Promise<void>;
} {
  const said: Text[] = [];
  const completed = jest.fn();
  const host = { deps: () => ({ by }) as Deps, say: (message: Text) => void said.push(message) };
  return { said, completed, done: command(job, {}, host)({ completed }) };
}

test('a job that went well is answered once, and says what was done and what the pane has beyond that', async () => {
  const { said, completed, done } = press(() =>
    Promise.resolve({
      ...REPORT,
      changed: { Tracker: { added: 0, updated: 3 } },
      message: { zh: '好。', en: 'Well.' },
    }),
  );
  await done;
  expect(completed).toHaveBeenCalledTimes(1);
  expect(said).toEqual([{ zh: expect.stringMatching(/^好。\n.*面板/), en: expect.stringMatching(/^Well\.\n.*pane/) }]);
});

test.each([
  ['功能区按钮', true],
  ['王小明', false],
])('done by %s, the message asks for a name only where the log has none', async (by, asks) => {
  const { said, done } = press(
    () => Promise.resolve({ ...REPORT, changed: { Tracker: { added: 0, updated: 3 } } }),
    by,
  );
  await done;
  expect(said[0]?.zh).toContain('面板');
  expect(said[0]?.zh.includes('姓名')).toBe(asks);
});

test('a job that stopped says why, with the first problem', async () => {
  const problem = {
    code: 'not-a-campaign' as const,
    expected: { zh: '', en: '' },
    found: '',
    message: { zh: '请先建立活动工作簿。', en: 'Make it first.' },
  };
  const { said, completed, done } = press(() => Promise.resolve({ ...REPORT, stopped: true, problems: [problem] }));
  await done;
  expect(completed).toHaveBeenCalledTimes(1);
  expect(said).toEqual([{ zh: '没有写入。\n请先建立活动工作簿。', en: 'Nothing written.\nMake it first.' }]);
});

test('a job that throws is answered all the same, and the error is a sentence', async () => {
  const { said, completed, done } = press(() =>
    Promise.reject(Object.assign(new Error('raw'), { code: 'InvalidOperationInCellEditMode' })),
  );
  await done;
  expect(completed).toHaveBeenCalledTimes(1);
  expect(said[0]?.zh).toContain('Enter');
});

test('a host that cannot even say it still gets its answer', async () => {
  const completed = jest.fn();
  const host = {
    deps: () => ({}) as Deps,
    say: () => {
      throw new Error('no window');
    },
  };
  await expect(command(() => Promise.reject(new Error('x')), {}, host)({ completed })).rejects.toThrow('no window');
  expect(completed).toHaveBeenCalledTimes(1);
});

test('the message travels in the address after #, unreadable to any server', () => {
  const opened: string[] = [];
  sayInDialog(
    { displayDialogAsync: (address) => void opened.push(address) },
    'https://a.example/addin/commands.html?x=1',
    '请先按 Enter #1\n再试',
  );
  const [address = ''] = opened;
  expect(address.startsWith('https://a.example/addin/message.html#')).toBe(true);
  expect(decodeURIComponent(new URL(address).hash.slice(1))).toBe('请先按 Enter #1\n再试');
});

test('where there is no window the message is lost without an error', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() =>
    sayInDialog(
      {
        displayDialogAsync: () => {
          throw new Error('none');
        },
      },
      'https://a.example/c.html',
      'x',
    ),
  ).not.toThrow();
  quiet.mockRestore();
});
