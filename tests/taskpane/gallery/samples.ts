// A made-up campaign in every state that home must draw, and a host that shows the made-up steps.
import { rowTitle } from '../../../src/app/run/tableTitle';
import type { Behind, CampaignState } from '../../../src/app/care/campaignState';
import { text } from '../../../src/core/ground/text';
import type { PaneHost } from '../../../src/taskpane/paneHost';
import type { WorkbookEvent } from '../../../src/workbook/contract/pointing';
import { INTAKE } from './sampleSteps';

const damaged: CampaignState = {
  kind: 'damaged',
  others: 2,
  mendable: true,
  why: text(
    '工作表“收件登记”缺少“收到时间”列，可能被改名或删除。',
    'Sheet “收件登记” has no column “Received”: it was renamed or deleted.',
  ),
};

/** Nothing but what the search field looks through. */
const sampleCampaign = {
  units: [],
  requirements: [],
  entries: [],
  receipts: [{ receiptId: 'R0001' }],
} as unknown as Behind['campaign'];

const campaign: CampaignState = {
  kind: 'campaign',
  title: text('2021 年“6·26”禁毒宣传活动', '2021 “6·26” anti-drug campaign'),
  asOf: text('截至 6月10日 18:05（北京时间）', 'As of 10 Jun 2021, 18:05 (Asia/Shanghai)'),
  counts: { onTime: 61, late: 4, underReview: 9, incomplete: 5, overdue: 8, pending: 128, exempt: 3 },
  work: [
    {
      key: 'overdue',
      urgency: 'now',
      title: text('逾期 6 家 8 项，最长 3 天 2 小时', '6 units overdue with 8 items, at most 3 d 2 h'),
      show: { table: 'Tracker' },
      act: { job: 'remind', label: text('催报', 'Remind') },
    },
    {
      key: 'cells',
      urgency: 'now',
      title: text('1 处看不懂，待改正', '1 cell to be corrected'),
      places: [
        {
          title: text('“设置”的“奖金”应为数字，现在是“一千”。', 'Settings, Prize: a number is wanted, found “一千”.'),
          show: { table: 'Settings', row: { key: 'prize' } },
        },
      ],
      act: { job: 'check', label: text('检查', 'Check') },
    },
    {
      key: 'roster',
      urgency: 'soon',
      title: text(
        '县禁毒委成员单位 19 / 27，还差 8 家没有填入名册',
        'Member units 19 / 27: 8 are still missing from the roster',
      ),
      act: { job: 'importRoster', label: text('导入名单', 'Import') },
    },
    {
      key: 'next',
      urgency: 'calm',
      title: text('接下来：7月3日 18:00 截止活动情况、工作总结', 'Next: report and summary, due 3 Jul, 18:00'),
    },
  ],
  hints: [],
  behind: {
    snapshot: { sheets: [], tables: {}, names: {} },
    campaign: sampleCampaign,
    rows: [],
    asOf: 0,
    now: 0,
    nextChange: null,
  },
  names: { unit: ['西渡镇', '杉桥镇'], requirement: ['宣传活动方案'], story: ['001', '1', '10', '11'] },
  intake: INTAKE,
};

const TABLES: Readonly<Record<string, readonly [string, string]>> = {
  Units: ['单位名册', 'Units'],
  Requirements: ['报送事项', 'Requirements'],
};

/** Sheets that no longer say what the tables say, and many lines at once. */
const stale: CampaignState = {
  ...campaign,
  work: [
    ...campaign.work.slice(0, 2),
    ...(
      [
        ['获奖名单', 'Awards', 'awards'],
        ['领导简报', 'Briefing', 'briefing'],
      ] as const
    ).map(([zh, en, id]) => ({
      key: `stale:${id}`,
      urgency: 'soon' as const,
      title: text(`“${zh}”生成之后数据已变`, `The data changed after “${en}” was made`),
      show: { sheet: zh },
      act: { job: id, label: text('重新生成', 'Make it again') },
    })),
    ...campaign.work.slice(2),
  ],
};

const STATES: Readonly<Record<string, CampaignState>> = { empty: { kind: 'notCampaign' }, damaged, stale };

/** Whoever listens to the workbook of `?state=heard`; a test tells what has happened. */
const listeners = new Set<(event: WorkbookEvent) => void>();
Object.assign(window, {
  tell: (event: WorkbookEvent) => {
    for (const listener of listeners) listener(event);
  },
});

/** A pane host without any workbook. `?state=empty|damaged|stale|again|looking|heard|missing|failed|editing|silent|readOnly|outside`, `?lang=en`, `?dark=1`, `?contrast=1` choose what is seen. */
export function sampleHost(query: URLSearchParams): PaneHost {
  const state = query.get('state') ?? 'campaign';
  let readings = 0;
  return {
    language: query.get('lang') === 'en' ? 'en' : 'zh',
    colours: (['dark', 'contrast'] as const).find((colours) => query.has(colours)),
    outside: state === 'outside',
    missing:
      state === 'outside'
        ? [text('Excel', 'Excel')]
        : state === 'missing'
          ? [text('ExcelApi 1.9（本机为 1.3）', 'ExcelApi 1.9 (this Excel has 1.3)')]
          : [],
    ...(state === 'silent' && { excelFrom: 'https://excel.officeapps.example.com' }),
    readOnly: state === 'readOnly',
    deps: (language, onProgress) => ({
      workbook: {
        read: () => Promise.reject(new Error('none')),
        write: () => Promise.reject(new Error('none')),
        roundTrips: 0,
      },
      now: () => 0,
      language,
      onProgress,
    }),
    readState: (_language, _alive, _since, early) =>
      state === 'failed'
        ? Promise.reject(Object.assign(new Error('x'), { code: 'ConnectionFailure' }))
        : state === 'editing'
          ? Promise.reject(Object.assign(new Error('x'), { code: 'InvalidOperationInCellEditMode' }))
          : state === 'silent' || state === 'looking' || (state === 'again' && readings++ > 0)
            ? new Promise(() => void (state === 'looking' && early?.(campaign)))
            : Promise.resolve(STATES[state] ?? campaign),
    ...(state === 'again' && {
      watch: (tell) => {
        setTimeout(() => tell({ kind: 'sheets' }), 100);
        return Promise.resolve(() => Promise.resolve());
      },
    }),
    ...(state === 'heard' && {
      watch: (tell) => {
        listeners.add(tell);
        return Promise.resolve(() => Promise.resolve(void listeners.delete(tell)));
      },
    }),
    createStep: 'create',
    listStep: 'importRoster',
    mendStep: 'upgrade',
    readFile: (file) => Promise.resolve({ name: file.name, sheets: [] }),
    readPaste: () => Promise.resolve({ name: '', sheets: [] }),
    isMadeSheet: (name) => name === 'Briefing',
    rowTitle,
    columnTitle: (_table, column) => text(column, column),
    tableTitle: (table) => {
      const [zh, en] = TABLES[table] ?? [table, table];
      return text(zh, en);
    },
  };
}
