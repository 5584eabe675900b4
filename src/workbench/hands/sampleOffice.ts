// A small campaign in the middle of its life, for the proofs of this folder: a few units, receipts, a contest with scores and a decision.
import { jobNamed } from '../../app/catalogue/catalogue';
import type { ImportedFile, JobReport } from '../../app/run/job';
import { copyOfBook } from '../model/copyOfBook';
import type { Book } from '../model/book';
import { openOffice, type Office, type Session } from './sessions';

/** A job with its options as words. */
export interface Act {
  readonly job: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** What is imported; a function: what the office gets back of what it handed out. */
  readonly file?: ImportedFile | ((session: Session) => Promise<ImportedFile>);
}

/** The act with its file in hand, so that nothing but the job itself asks Excel. */
export async function ready(session: Session, act: Act): Promise<Act> {
  return typeof act.file === 'function' ? { ...act, file: await act.file(session) } : act;
}

/** Runs a job by its name, as the pane does. */
export async function perform(
  { deps }: Session,
  { job, settings = {}, file }: Act,
  mode: 'write' | 'preview' = 'write',
): Promise<JobReport> {
  const entry = jobNamed(job);
  if (!entry) throw new Error(`no job ${job}`);
  if (typeof file === 'function') throw new Error(`${job} is not ready`);
  return entry.run(deps, { file, settings, strict: false }, mode);
}

type Cells = (string | number | null)[][];

const fileOf = (name: string, ...sheets: [string, Cells][]): ImportedFile => ({
  name,
  sheets: sheets.map(([title, rows]) => ({ name: title, rows })),
});

const UNITS_HERE = ['西渡镇', '集兵镇', '渣江镇', '曲兰镇', '县公安局', '县委办'];

const CRITERIA = ['真实性（25分）', '感染力（25分）', '教育意义（25分）', '时代特色（15分）', '表达质量（10分）'];

/** A contact list in which every unit has a number that begins with 139000 and this one. */
export const rosterFile = (phone: number): ImportedFile =>
  fileOf('名单', [
    '名单',
    [
      ['单位名称', '联络员', '手机号码'],
      ...UNITS_HERE.map((unit, at) => [unit, `联络员${at + 1}`, `139000${String(phone)}${at}`]),
    ],
  ]);

/** A mailbox list of one activity plan a unit, an hour apart, on that day (1 to 9) of June 2021. */
export const receiptsFile = (day: number): ImportedFile =>
  fileOf('收件', [
    '收件',
    [
      ['收件时间', '发件单位', '邮件主题', '附件'],
      ...UNITS_HERE.map((unit, at) => [`2021-06-0${day} 1${at}:00`, unit, '宣传活动方案', '活动方案.docx']),
    ],
  ]);

/** `count` stories numbered from `first` on, unit by unit in turn. */
export const storiesFile = (first: number, count: number): ImportedFile =>
  fileOf('故事', [
    '故事',
    [
      ['序号', '报送单位', '故事题目', '类别', '讲述人'],
      ...Array.from({ length: count }, (_, at) => [
        first + at,
        UNITS_HERE[at % UNITS_HERE.length] ?? '',
        `故事${first + at}`,
        '禁毒志愿者',
        '',
      ]),
    ],
  ]);

/** A sheet a judge with whole scores from 5 to 9; another `shift` gives other scores. */
export const scoresFile = (judges: number, stories: number, shift: number): ImportedFile =>
  fileOf(
    '评分',
    ...Array.from({ length: judges }, (_, judge): [string, Cells] => [
      `评委${judge + 1}`,
      [
        ['编号', ...CRITERIA],
        ...Array.from({ length: stories }, (_story, at) => [
          at + 1,
          ...CRITERIA.map((_c, c) => 5 + ((at * 3 + judge + c + shift) % 5)),
        ]),
      ],
    ]),
  );

/** What makes the campaign, in this order. */
const LIFE: readonly Act[] = [
  { job: 'new' },
  { job: 'import-roster', file: rosterFile(10) },
  { job: 'import-receipts', file: receiptsFile(5) },
  { job: 'receive', settings: { unit: '西渡镇', title: '故事素材', at: '2021-06-08 10:00' } },
  {
    job: 'extend',
    settings: { unit: '集兵镇', requirement: 'T1', to: '2021-06-12T18:00', approvedBy: '县禁毒办', reason: '防汛' },
  },
  { job: 'overdue' },
  { job: 'import-stories', file: storiesFile(1, 5) },
  { job: 'make-judge-tabs', settings: { judges: '3' } },
  { job: 'import-scores', file: scoresFile(3, 5, 0) },
  { job: 'rank' },
  { job: 'decide', settings: { by: '评委会', tie: 'more', reason: '会议决定', anyway: '是' } },
  { job: 'awards' },
  { job: 'object', settings: { entry: '1', by: '某单位', how: '书面', text: '题材相似', at: '2021-06-09T10:00' } },
];

/** How far the sample's campaign has come: an objection is open, or it is closed and the result stands. */
export type Stage = 'decided' | 'settled';

const CLOSED: Act = { job: 'close-objection', settings: { to: '不成立', outcome: '核实为原创', by: '县禁毒办' } };

/** Leaves out all other units of the preset, with their rows of the tracker: what counts is what people do, not how many they are. */
export async function fewerUnits(run: Session['run'], units: readonly string[]): Promise<void> {
  await run(async (context) => {
    const tables = ['Units', 'Tracker'].map((name) => context.workbook.tables.getItem(name));
    const bodies = tables.map((table) => table.getDataBodyRange().load('values'));
    await context.sync();
    const [roster, tracker] = bodies.map(({ values }) => values as unknown[][]);
    const gone = new Set((roster ?? []).filter((row) => !units.includes(String(row[1]))).map(([id]) => id));
    const leave = (table: Excel.Table | undefined, rows: readonly unknown[][]): void => {
      for (let at = rows.length - 1; at >= 0; at -= 1)
        if (gone.has(rows[at]?.[0]) || gone.has(rows[at]?.[1])) table?.rows.getItemAt(at).delete();
    };
    leave(tables[0], roster ?? []);
    leave(tables[1], tracker ?? []);
    await context.sync();
  });
}

async function live(office: Office, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    const report = await perform(office.one, act);
    if (report.stopped) throw new Error(`${act.job}: ${report.problems.map(({ message }) => message.en).join('; ')}`);
  }
}

/** By how far the campaign has come. */
export type Samples = Readonly<Record<Stage, Book>>;

/** The workbook at each stage, with the results of its formulas; made anew once a process. */
export async function sampleOffices(): Promise<Samples> {
  const [beginning, ...rest] = LIFE;
  const bare = openOffice();
  await live(bare, beginning ? [beginning] : []);
  await fewerUnits(bare.one.run, UNITS_HERE);
  const office = openOffice({ calculated: true });
  await office.open(bare.host.book);
  await live(office, rest);
  await office.host.calculateNow();
  const decided = copyOfBook(office.host.book);
  await live(office, [CLOSED]);
  await office.host.calculateNow();
  return { decided, settled: copyOfBook(office.host.book) };
}

/** The workbook after the award decision, with an objection still open. */
export async function sampleOffice(): Promise<Book> {
  return (await sampleOffices()).decided;
}
