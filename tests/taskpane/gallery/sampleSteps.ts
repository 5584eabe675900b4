// Made-up steps and reports that show every shape the pane must draw. Not campaign rules: only material to look at.
import type { IntakeUnit } from '../../../src/app/collect/intake';
import type { JobReport, Mode } from '../../../src/app/run/job';
import type { Problem } from '../../../src/core/ground/problem';
import { text } from '../../../src/core/ground/text';
import { presentUpgrade } from '../../../src/taskpane/present/upgrade';
import type { PaneStep } from '../../../src/taskpane/steps';

const report = (part: Partial<JobReport>): JobReport => ({
  job: 'sample',
  asOf: 0,
  changed: {},
  problems: [],
  notices: [],
  results: null,
  stopped: false,
  message: text('完成。', 'Done.'),
  ...part,
});

const phoneProblem: Problem = {
  code: 'phone-digits',
  table: 'Units',
  sheet: 'Sheet1',
  row: 12,
  column: '联系电话',
  expected: text('11 位手机号或带区号的座机号', '11-digit mobile or landline with area code'),
  found: '1390000123',
  message: text(
    '手机号少了一位。请向该单位核对后改正这一行，再导入一次。',
    'The number is one digit short. Ask the unit, mend this row, then import again.',
  ),
};
const unitProblem: Problem = {
  code: 'unknown-unit',
  table: 'Units',
  sheet: 'Sheet1',
  row: 31,
  column: '单位名称',
  expected: text('名册里的单位名称、简称或别名', 'A name, short name or alias from the roster'),
  found: '县市场监督管理局（本级）',
  message: text(
    '名册里没有这个单位。若是“县市场监管局”，请把这个写法填到它的“别名”里。',
    'No such unit in the roster. If this is 县市场监管局, add this spelling to its aliases.',
  ),
};
const notice: Problem = {
  code: 'repeated-row',
  table: 'Units',
  row: 40,
  expected: text('', ''),
  found: '',
  message: text('与第 9 行完全相同，只采用了一行。', 'Same as row 9; taken once.'),
};

const importReport = (mode: Mode): JobReport =>
  report({
    job: 'importRoster',
    problems: [phoneProblem, unitProblem],
    notices: [notice],
    changed: mode === 'write' ? { Units: { added: 2, updated: 3 } } : {},
    message:
      mode === 'write'
        ? text(
            '已写入名册：新增 2 个单位，改了 3 处。另有 2 行因为有问题没有采用。',
            'Roster written: 2 new units, 3 cells changed. 2 rows were left out.',
          )
        : text(
            '看懂了 45 行：2 个新单位、3 处改动、38 行不变；2 行有问题，不会写入。',
            '45 rows understood: 2 new units, 3 changes, 38 unchanged; 2 rows have problems and will not be written.',
          ),
    preview: {
      added: [
        { table: 'Units', row: 'U46', summary: '县水利局 · 县禁毒委成员单位' },
        { table: 'Units', row: 'U47', summary: '县林业局 · 县禁毒委成员单位' },
      ],
      changed: [
        { table: 'Units', row: 'U03 杉桥镇', column: '联系电话', before: '0734-5550101', after: '13900001234' },
        { table: 'Units', row: 'U11 渣江镇', column: '联系人', before: '', after: '张三' },
        { table: 'Units', row: '#127', column: '备注', before: '', after: '职务：科员；已报专班名单' },
      ],
      unchanged: 38,
    },
  });

const PLAN = {
  requirementId: 'T1',
  title: '宣传活动方案',
  parts: ['方案文本'],
  missing: ['方案文本'],
  state: text('逾期，6月7日 18:00 截止', 'Overdue, due 7 Jun, 18:00'),
  open: true,
};
const REPORT = {
  requirementId: 'T3',
  title: '活动情况、工作总结',
  parts: ['文字', '图片', '视频', '网发报道截屏'],
  missing: [],
  state: text('待报，7月3日 18:00 截止', 'Pending, due 3 Jul, 18:00'),
  open: true,
};
/** More items than a drop-down is looked through for. */
const MANY = [
  '主题党日',
  '一堂禁毒课',
  '公益广告',
  '志愿服务',
  '知识竞赛',
  '主题班会',
  '文艺汇演',
  '入户走访',
  '社区宣讲',
  '网络直播',
].map((title, index) => ({ ...REPORT, requirementId: `T1${index}`, title, parts: [] }));
export const INTAKE: readonly IntakeUnit[] = ['西渡镇', '集兵镇', '杉桥镇', '长安乡', '县人民检察院', '县教育局'].map(
  (name, index) => ({
    unitId: `U0${index + 1}`,
    name,
    spellings: [`U0${index + 1}`, ...(name === '县人民检察院' ? ['县检察院'] : [])],
    items: index === 0 ? [{ ...PLAN, open: false }, REPORT] : [PLAN, REPORT, ...(name === '县教育局' ? MANY : [])],
  }),
);

/** One step of every kind, plus enough others to see a full list. */
export const sampleSteps: readonly PaneStep[] = [
  {
    kind: 'action',
    id: 'create',
    group: 'prepare',
    icon: 'campaign',
    title: text('建立活动工作簿', 'Create the campaign workbook'),
    summary: text('按“2021·6·26”预设建好全部工作表', 'Makes all sheets from the 2021·6·26 preset'),
    next: ['importRoster', 'check'],
    fields: [
      {
        kind: 'choice',
        name: 'preset',
        label: text('预设', 'Preset'),
        required: true,
        default: '2021',
        choices: [
          { value: '2021', label: text('2021·6·26 禁毒宣传月', '2021 · 26 June') },
          { value: 'empty', label: text('空白活动', 'Empty campaign') },
        ],
      },
      {
        kind: 'text',
        name: 'campaign',
        label: text('活动名称', 'Campaign'),
        required: true,
        hint: text('会印在各张表的标题里', 'Printed in the titles of the sheets'),
      },
      { kind: 'number', name: 'year', label: text('年份', 'Year'), min: 2000, max: 2100, default: 2021 },
      {
        kind: 'moment',
        name: 'asOf',
        label: text('以哪一刻为准', 'As of'),
        hint: text('留空表示现在', 'Empty means now'),
      },
      { kind: 'switch', name: 'units', label: text('填入预设的单位', 'Fill in the preset units') },
    ],
    job: async (deps) => {
      deps.onProgress?.(text('正在建立工作表 4 / 12…', 'Making sheet 4 of 12…'));
      await new Promise((done) => setTimeout(done, 1500));
      return report({
        message: text(
          '已建好 12 张工作表。请先核对“设置”，再导入单位名册。',
          '12 sheets are ready. Check “Settings”, then import the roster.',
        ),
        changed: { Units: { added: 45, updated: 0 }, Requirements: { added: 7, updated: 0 } },
      });
    },
  },
  {
    kind: 'import',
    id: 'importRoster',
    group: 'prepare',
    icon: 'roster',
    title: text('导入单位名册', 'Import the roster'),
    summary: text('从表格补全联系人、电话、邮箱', 'Fills in contacts, phones and mailboxes from a table'),
    expects: text('一行一个单位，要有“单位名称”列。', 'One unit a row, with a column “单位名称”.'),
    next: ['check'],
    job: async (_deps, _input, mode) => importReport(mode),
  },
  {
    kind: 'action',
    id: 'check',
    group: 'prepare',
    icon: 'check',
    title: text('检查工作簿', 'Check the workbook'),
    summary: text('逐表找出填写错误，不改动内容', 'Finds mistakes in every table and changes nothing'),
    job: async () =>
      report({
        problems: [phoneProblem, ...Array.from({ length: 24 }, (_, i) => ({ ...unitProblem, row: 40 + i }))],
        notices: [notice],
        message: text('检查了 11 张表，发现 25 个问题、1 条提示。', 'Checked 11 tables: 25 problems, 1 notice.'),
      }),
  },
  {
    kind: 'action',
    id: 'receive',
    group: 'collect',
    icon: 'mail',
    title: text('登记收件', 'Register one arrival'),
    summary: text('收到一件登记一件', 'One thing that has arrived'),
    repeat: text('登记，接着下一件', 'Register, then the next'),
    fields: [
      { kind: 'unit', name: 'unit', label: text('单位', 'Unit'), required: true },
      { kind: 'item', name: 'requirement', of: 'unit', label: text('事项', 'Item') },
      { kind: 'parts', name: 'parts', of: 'requirement', label: text('材料', 'Parts') },
      { kind: 'text', name: 'at', label: text('收到时间', 'Received'), placeholder: text('现在', 'now') },
    ],
    job: async () => report({ message: text('已登记 R0001。', 'R0001 registered.') }),
  },
  {
    kind: 'action',
    id: 'withdraw',
    group: 'judge',
    icon: 'awards',
    title: text('退出递补', 'Withdraw and move up'),
    summary: text('获奖者退出，后面的逐级晋升', 'A winner withdraws, the next move up'),
    fields: [
      { kind: 'text', name: 'entry', label: text('退出的作品编号', 'Entry'), required: true, suggest: 'story' },
      { kind: 'text', name: 'by', label: text('由谁决定', 'Decided by') },
    ],
    job: async () =>
      report({ changed: { Decisions: { added: 1, updated: 0 } }, message: text('已记录。', 'On record.') }),
  },
  {
    kind: 'action',
    id: 'upgrade',
    group: 'prepare',
    icon: 'repair',
    title: text('升级与修复', 'Upgrade and repair'),
    summary: text('把缺的补齐', 'Adds what is missing'),
    previewFirst: true,
    present: presentUpgrade,
    job: async (_deps, { column = '' }) => upgradeReport(String(column)),
  },
  {
    kind: 'import',
    id: 'importReceipts',
    group: 'collect',
    icon: 'mail',
    title: text('导入收件', 'Import receipts'),
    summary: text(
      '粘贴邮箱列表，识别单位、事项和材料',
      'Paste the mailbox list; units, items and parts are recognised',
    ),
    job: async () => report({}),
  },
  {
    kind: 'action',
    id: 'overdue',
    group: 'collect',
    icon: 'overdue',
    title: text('标出逾期', 'Mark overdue'),
    summary: text('重算台账，把逾期的单位标红', 'Brings the tracker up to date and marks who is overdue'),
    job: async () => {
      throw Object.assign(new Error('x'), { code: 'InvalidOperationInCellEditMode' });
    },
  },
  {
    kind: 'action',
    id: 'remind',
    group: 'collect',
    icon: 'remind',
    title: text('催报', 'Remind'),
    summary: text('写好催报文字，复制发送并记录次数', 'Writes the reminders to copy, and logs each one'),
    job: async () => report({ message: text('写好 6 份催报文字。', '6 reminders are ready.') }),
    present: () => ({
      blocks: [
        {
          title: text('杉桥镇 · 第 2 次', '杉桥镇 · 2nd'),
          lines: [
            text(
              '《最美禁毒故事素材》应于6月10日18:00前报送，尚缺：故事文稿。',
              'Due 10 June 18:00, missing: 故事文稿.',
            ),
          ],
          copy: text('杉桥镇：……', '杉桥镇: …'),
        },
      ],
    }),
  },
  {
    kind: 'action',
    id: 'extend',
    group: 'collect',
    icon: 'extend',
    title: text('延期与例外', 'Extensions'),
    summary: text('给一个单位改截止时间，记下批准人', 'Moves one unit’s due time and records who approved it'),
    job: async () =>
      report({
        stopped: true,
        message: text(
          '这不是活动工作簿，没有写入任何内容。请先建立活动工作簿。',
          'This is not a campaign workbook. Nothing was written.',
        ),
      }),
  },
  {
    kind: 'import',
    id: 'importStories',
    group: 'judge',
    icon: 'stories',
    title: text('导入故事', 'Import stories'),
    summary: text('登记参评故事，检查编号与类别', 'Registers the entries, checks numbers and categories'),
    job: async () => report({}),
  },
  {
    kind: 'action',
    id: 'ranking',
    group: 'judge',
    icon: 'ranking',
    title: text('计算排名', 'Compute ranking'),
    summary: text('按规则计算成绩和名次，并列交人决定', 'Computes results and places; ties are left to people'),
    job: async () =>
      report({
        message: text(
          '第 10 名有 2 篇并列，名额只剩 1 个，获奖名单暂停。',
          'Two stories tie for place 10 with one seat left; the award list waits.',
        ),
      }),
    present: () => ({
      blocks: [
        {
          title: text('前三名', 'Top three'),
          lines: [
            text('1　一盏不灭的灯　91.35', '1  一盏不灭的灯  91.35'),
            text('2　回家的路　90.80', '2  回家的路  90.80'),
            text('3　铁窗外的春天　90.12', '3  铁窗外的春天  90.12'),
          ],
        },
      ],
      decision: {
        ask: { name: 'reason', label: text('决定的依据', 'Reason for the decision') },
        choices: [
          {
            label: text('增加到 11 个名额（多发 1,000 元）', 'Award 11 (¥1,000 more)'),
            detail: text('两篇都获奖，合计 11,000 元', 'Both win, ¥11,000 in all'),
            values: { choice: 'more' },
          },
          {
            label: text('减到 9 个名额', 'Award 9'),
            detail: text('两篇都不获奖', 'Neither wins'),
            values: { choice: 'fewer' },
          },
        ],
      },
    }),
  },
  {
    kind: 'action',
    id: 'briefing',
    group: 'publish',
    icon: 'briefing',
    title: text('领导简报', 'Leader briefing'),
    summary: text('一页 A4，可直接打印', 'One A4 page, ready to print'),
    job: () => new Promise(() => undefined),
  },
];

const QUESTIONS = [
  ['登记日期', '收到时间', 'Received'],
  ['报送单位', '单位', 'Unit'],
] as const;

/** Questions that have not been answered yet stop it, as the real one does. */
function upgradeReport(answers: string): JobReport {
  const open = answers.includes('全部') ? [] : QUESTIONS.filter(([header]) => !answers.includes(header));
  const questions = open.map(([header, zh, en]) => ({
    table: 'Receipts',
    sheet: '收件登记',
    header,
    column: text(zh, en),
  }));
  if (open.length > 0)
    return report({
      stopped: true,
      results: { answers, questions },
      message: text(`有 ${open.length} 个表头看来被改过名。`, `${open.length} headers seem to have been renamed.`),
    });
  return report({
    results: { answers, questions },
    preview: { added: [], changed: [], unchanged: 0 },
    message: text(`答复：${answers}`, `Answers: ${answers}`),
  });
}
