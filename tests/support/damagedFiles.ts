// Good lists, damaged at random in their cells, their layout and their bytes. The same seed gives the same file.
import { write, utils, type BookType } from '@e965/xlsx';

export type List = 'roster' | 'receipts' | 'stories';
type Cell = string | number | boolean | null;

export interface DamagedFile {
  readonly list: List;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Rows in which anything stands, as they were written; null once bytes were damaged. */
  readonly filled: number | null;
}

const GOOD: Readonly<Record<List, readonly (readonly Cell[])[]>> = {
  roster: [
    ['序号', '类别', '单位名称', '联络员', '手机号码', '邮箱', '备注'],
    [1, '乡镇', '西渡镇', '张三', '13900001201', 'a@example.com', null],
    [2, '乡镇', '集兵镇', '王　芳', 13900001202, null, '已报'],
    [3, '乡镇', '杉桥镇', '李四', '0734-6820001', null, null],
    [4, '县直单位', '县水利局', '赵五', '139 0000 1203', null, null],
    [5, '县直单位', '县审计局', '钱六', '13900001204', null, null],
  ],
  receipts: [
    ['收件时间', '发件单位', '邮件主题', '附件', '备注'],
    ['2021-06-07 17:00', '西渡镇', '宣传活动方案', '方案.docx', null],
    ['6月7日下午4点', '集兵镇', '宣传活动方案', '方案.docx', null],
    [44354.75, '杉桥镇', '宣传活动方案', null, '补报'],
    ['2021/6/7 18:00', '井头镇', '宣传活动方案', '方案.pdf', null],
  ],
  stories: [
    ['编号', '报送单位', '故事题目', '类别', '讲述人', '字数', '备注'],
    ['001', '西渡镇', '重生', '禁毒志愿者', '张三', 1800, null],
    ['002', '集兵镇', '《守护》', '禁毒志愿者', '李四', '约2000', null],
    [3, '杉桥镇', '归来', '成功戒毒历程', '王五', null, null],
    ['4号', '井头镇', '他们', '禁毒志愿者', null, null, null],
  ],
};

const ODD_CELLS: readonly Cell[] = [
  null,
  '',
  '　',
  '无',
  '（以下空白）',
  '合计',
  '=1+1',
  '@SUM(A1)',
  '-',
  '1390000120',
  '6月31日 18:00',
  '\u200b西渡镇',
  '西渡\ufffe镇',
  '\ud83d',
  'x'.repeat(5000),
  '<b>&amp;</b>',
  '县第一中学',
  '不存在的单位',
  0,
  -1,
  1e300,
  44348,
  true,
  '多\n行',
  '"引号,逗号;\t"',
  '6-1',
];
const EXTRA_ROWS: readonly (readonly Cell[])[] = [
  [],
  ['合计', 3],
  ['注：以上为初稿'],
  ['一、乡镇（17个）'],
  [null, null, null, null, null, null, null, null, 'x'],
  ['共5家'],
  ['填报单位（盖章）'],
];

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function damagedRows(good: readonly (readonly Cell[])[], roll: (below: number) => number): Cell[][] {
  const rows = good.map((row) => [...row]);
  for (let times = roll(4); times > 0; times -= 1) {
    const row = rows[roll(rows.length)] ?? [];
    row[roll(8)] = ODD_CELLS[roll(ODD_CELLS.length)] ?? null;
  }
  for (let times = roll(3); times > 0; times -= 1)
    rows.splice(roll(rows.length + 1), 0, [...(EXTRA_ROWS[roll(EXTRA_ROWS.length)] ?? [])]);
  if (roll(8) === 0) rows.push([...(rows[roll(rows.length)] ?? [])]);
  if (roll(8) === 0) for (const row of rows) row.reverse();
  if (roll(8) === 0) {
    const width = Math.max(...rows.map((row) => row.length)) + 1;
    for (const row of rows) {
      while (row.length < width) row.push(null);
      row.push(...row.slice(0, width));
    }
  }
  return rows;
}

const FORMATS = ['xlsx', 'xlsx', 'biff8', 'csv', 'tsv'] as const;

function bytesOf(rows: Cell[][], format: (typeof FORMATS)[number], roll: (below: number) => number): Uint8Array {
  if (format === 'csv' || format === 'tsv') {
    const separator = format === 'csv' ? ',' : '\t';
    const quoted = (cell: Cell): string =>
      /["\n,;\t]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? '');
    const width = Math.max(...rows.map((row) => row.length));
    const lines = rows.map((row) =>
      Array.from({ length: width }, (_cell, at) => quoted(row[at] ?? null)).join(separator),
    );
    return new TextEncoder().encode(lines.join('\r\n'));
  }
  const sheet = utils.aoa_to_sheet(rows);
  if (roll(4) === 0) sheet['!rows'] = rows.map((_row, at) => ({ hidden: at > 0 && roll(3) === 0 }));
  for (const key of Object.keys(sheet)) {
    const cell = sheet[key] as { t?: string; z?: string };
    if (cell.t === 'n' && roll(4) === 0) cell.z = ['m"月"d"日"', '0%', '0000', '"A-"000'][roll(4)];
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '名单');
  if (roll(6) === 0) utils.book_append_sheet(book, utils.aoa_to_sheet([['说明'], ['请如实填写']]), '说明');
  return new Uint8Array(write(book, { type: 'buffer', bookType: format as BookType, compression: true }) as Buffer);
}

function damagedBytes(bytes: Uint8Array, roll: (below: number) => number): Uint8Array {
  const kind = roll(3);
  if (kind === 0) return bytes.slice(0, roll(bytes.length + 1));
  const damaged = bytes.slice();
  for (let times = 1 + roll(20); times > 0; times -= 1) damaged[roll(damaged.length)] = roll(256);
  if (kind === 1) return damaged;
  const at = roll(bytes.length);
  return new Uint8Array([
    ...bytes.slice(0, at),
    ...Array.from({ length: roll(200) }, () => roll(256)),
    ...bytes.slice(at),
  ]);
}

/** Whether an import counts the cell as filled: blanks and characters that nobody sees are none. */
const isSeen = (cell: Cell | undefined): boolean =>
  cell !== null &&
  cell !== undefined &&
  String(cell)
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD\ufffe]|[\ud800-\udfff]/g, '')
    .trim() !== '';

export function damagedFile(seed: number): DamagedFile {
  const roll = dice(seed);
  const list = (['roster', 'receipts', 'stories'] as const)[roll(3)] ?? 'roster';
  const rows = damagedRows(GOOD[list], roll);
  const format = FORMATS[roll(FORMATS.length)] ?? 'xlsx';
  const good = bytesOf(rows, format, roll);
  const damage = roll(3) === 0;
  return {
    list,
    name: `${seed}.${format === 'biff8' ? 'xls' : format}`,
    bytes: damage ? damagedBytes(good, roll) : good,
    filled: damage ? null : rows.filter((row) => row.some(isSeen)).length,
  };
}
