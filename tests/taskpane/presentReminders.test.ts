import type { JobReport } from '../../src/app/run/job';
import { presentReminders } from '../../src/taskpane/present/lists';

const report = (texts: readonly object[], leftOut: readonly string[] = []): JobReport => ({
  job: 'remind',
  asOf: 0,
  changed: {},
  problems: [],
  notices: [],
  stopped: false,
  message: { zh: '', en: '' },
  results: { texts, leftOut, days: 2 },
});
const one = { unit: '西渡镇', number: 2, text: '西渡镇：\n请补报。', mailto: 'mailto:a@example.com?subject=s&body=b' };

test('every reminder can be copied whole and opened as mail', () => {
  expect(presentReminders(report([one])).blocks).toEqual([
    {
      title: { zh: '西渡镇（第 2 次）', en: '西渡镇 (no. 2)' },
      lines: [
        { zh: '西渡镇：', en: '西渡镇：' },
        { zh: '请补报。', en: '请补报。' },
      ],
      copy: { zh: one.text, en: one.text },
      link: { label: { zh: '用邮件打开', en: 'Open as mail' }, href: one.mailto },
    },
  ]);
});

test('several can be copied at once, and it is said that nothing is sent', () => {
  const { blocks = [] } = presentReminders(report([one, { ...one, unit: '集兵镇', text: '集兵镇：\n请补报。' }]));
  expect(blocks).toHaveLength(3);
  expect(blocks[0]?.copy?.zh).toBe('西渡镇：\n请补报。\n\n集兵镇：\n请补报。');
  expect(blocks[0]?.lines[0]?.zh).toContain('不发送');
});

test('only a mail link becomes a link', () => {
  expect(presentReminders(report([{ ...one, mailto: 'javascript:alert(1)' }])).blocks?.[0]).not.toHaveProperty('link');
});

test('without texts nothing is shown', () => {
  expect(presentReminders(report([]))).toEqual({});
});

test('units that were reminded today already are asked about, with the same days', () => {
  expect(presentReminders(report([], ['U01', 'U02'])).decision?.choices).toEqual([
    {
      label: { zh: '今天催过的 2 家再催一次', en: 'Remind the 2 of today once more' },
      values: { again: true, units: 'U01、U02', days: 2 },
    },
  ]);
  expect(presentReminders(report([one])).decision).toBeUndefined();
});
