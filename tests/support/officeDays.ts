// Random days of an office for properties: jobs of the add-in, and what people do to the workbook between them.
import fc from 'fast-check';
import type { ImportedFile } from '../../src/app/run/job';
import {
  tableCalled,
  type CellValue,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/contract/snapshot';
import { SCORE_HEADS } from '../../src/workbench/samples/scoreHeads';

/** A job with its options, or an edit by a person; numbers choose among what there is at that moment. typeOver: where jobs write as well. */
export type Step =
  | {
      readonly kind: 'job';
      readonly job: string;
      readonly settings: Readonly<Record<string, string>>;
      readonly file?: ImportedFile;
    }
  | {
      readonly kind: 'type' | 'typeOver' | 'addColumn' | 'sort' | 'moveColumn' | 'addRow';
      readonly table: number;
      readonly row: number;
      readonly column: number;
      readonly worth: number;
    };

const UNITS = ['西渡镇', '集兵镇', '县公安局', '县司法局', '县水利局'];
const file = (name: string, ...sheets: [string, (string | number | null)[][]][]): ImportedFile => ({
  name,
  sheets: sheets.map(([title, rows]) => ({ name: title, rows })),
});

const unit = fc.constantFrom(...UNITS);
const roster = fc
  .uniqueArray(
    fc.tuple(
      unit,
      fc.constantFrom('', '张三', '李四'),
      fc.constantFrom('', '13900001111', '13900002222'),
      fc.constantFrom('', '新换联络员'),
    ),
    { minLength: 1, maxLength: 3, selector: ([name]) => name },
  )
  .map((rows) =>
    file('名单', [
      '名单',
      [
        ['单位名称', '类别', '联系人', '电话', '备注'],
        ...rows.map(([name, ...cells]) => [name, name.startsWith('县') ? '成员单位' : '乡镇', ...cells]),
      ],
    ]),
  );
const receipts = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      unit,
      fc.constantFrom('活动方案', '活动方案（更正稿）', '故事素材', '工作总结'),
      fc.constantFrom('活动方案.docx', ''),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) =>
    file('收件', [
      '收件',
      [
        ['收件时间', '发件单位', '邮件主题', '附件'],
        ...rows.map(([day, ...cells]) => [`2021-06-0${day} 10:00`, ...cells]),
      ],
    ]),
  );
const STORIES: ImportedFile = file('故事', [
  '故事',
  [
    ['序号', '报送单位', '故事题目', '类别', '讲述人'],
    ...[1, 2, 3].map((number) => [number, UNITS[number - 1] ?? '', `故事${number}`, '禁毒志愿者', '']),
  ],
]);
const stories = fc.oneof(
  fc.constant(STORIES),
  fc.tuple(fc.integer({ min: 4, max: 6 }), fc.constantFrom(...UNITS.slice(0, 3))).map(([number, name]) =>
    file('故事', [
      '故事',
      [
        ['序号', '报送单位', '故事题目', '类别', '讲述人'],
        [number, name, `故事${number}`, '禁毒志愿者', ''],
      ],
    ]),
  ),
);
const scores = fc
  .tuple(
    fc.integer({ min: 1, max: 2 }),
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 3,
      selector: ([number]) => number,
    }),
  )
  .map(([judge, rows]) =>
    file('评分', [
      `评委${judge}`,
      [['编号', ...SCORE_HEADS], ...rows.map(([number, value]) => [number, ...SCORE_HEADS.map(() => value)])],
    ]),
  );

const job = (
  name: string,
  settings: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constant({}),
  from: fc.Arbitrary<ImportedFile | undefined> = fc.constant(undefined),
): fc.Arbitrary<Step> => fc.record({ kind: fc.constant('job' as const), job: fc.constant(name), settings, file: from });

const acts = fc.oneof(
  { weight: 3, arbitrary: job('import-roster', undefined, roster) },
  { weight: 2, arbitrary: job('import-receipts', undefined, receipts) },
  {
    weight: 2,
    arbitrary: job(
      'receive',
      fc.record({ unit, parts: fc.constantFrom('', '全部'), title: fc.constantFrom('', '活动方案（更正稿）') }),
    ),
  },
  { weight: 2, arbitrary: job('import-stories', undefined, stories) },
  { weight: 2, arbitrary: job('make-judge-tabs', fc.record({ judges: fc.constantFrom('1', '2') })) },
  {
    weight: 3,
    arbitrary: job(
      'import-scores',
      fc.record({ overwrite: fc.constantFrom('', '是'), decided: fc.constantFrom('', '是') }),
      scores,
    ),
  },
  { weight: 2, arbitrary: job('rank') },
  { weight: 2, arbitrary: job('overdue') },
  { weight: 3, arbitrary: job('undo') },
  { weight: 1, arbitrary: job('recompute') },
  { weight: 1, arbitrary: job('awards') },
  {
    weight: 1,
    arbitrary: job(
      'decide',
      fc.constant({ by: '评委会', tie: 'more', reason: '评委会会议', again: '是', anyway: '是' }),
    ),
  },
);

const edit = fc.record({
  kind: fc.constantFrom(
    'type' as const,
    'type' as const,
    'typeOver' as const,
    'typeOver' as const,
    'typeOver' as const,
    'addColumn' as const,
    'sort' as const,
    'moveColumn' as const,
    'addRow' as const,
  ),
  table: fc.nat({ max: 99 }),
  row: fc.nat({ max: 99 }),
  column: fc.nat({ max: 99 }),
  worth: fc.nat({ max: 9 }),
});

/** Days of 8 to 18 acts and edits. Two of three begin with a contest that has scores, so that there are some to lose. */
export const officeDays: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.nat({ max: 2 }), scores, fc.array(fc.oneof(acts, edit), { minLength: 8, maxLength: 18 }))
  .map(([contest, given, steps]): Step[] => {
    const begin = (name: string, settings: Readonly<Record<string, string>>, from?: ImportedFile): Step => ({
      kind: 'job',
      job: name,
      settings,
      file: from,
    });
    return [
      ...(contest > 0
        ? [
            begin('import-stories', {}, STORIES),
            begin('make-judge-tabs', { judges: '2' }),
            begin('import-scores', {}, given),
          ]
        : []),
      ...steps,
    ];
  });

type Rows = readonly (readonly CellValue[])[];

/** Both values and formulas changed in the same way. */
export function reshaped(
  snapshot: WorkbookSnapshot,
  name: string,
  change: (rows: Rows) => Rows,
  headers?: readonly string[],
): WorkbookSnapshot {
  const table = tableCalled(snapshot.tables, name);
  if (!table) throw new Error(`no table ${name}`);
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      [name]: {
        ...table,
        headers: headers ?? table.headers,
        values: change(table.values),
        formulas: change(table.formulas),
      },
    },
  };
}

/** Rows in the order of one column's values, each with its formulas. */
export function sorted(table: TableSnapshot, column: number): (rows: Rows) => Rows {
  const order = table.values
    .map((_row, index) => index)
    .sort((a, b) => {
      const [x, y] = [String(table.values[a]?.[column] ?? ''), String(table.values[b]?.[column] ?? '')];
      return x < y ? 1 : x > y ? -1 : a - b;
    });
  return (rows) => order.map((index) => rows[index] ?? []);
}
