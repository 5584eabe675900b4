// The words that stand in cells for the codes of the domain, in both languages, and back. Knows no table.
import type { Language, Text } from '../../core/ground/text';
import { text } from '../../core/ground/text';

/** Every enumeration that cells hold: code → label. The order is the order of the drop-down list. */
export const LABELS = {
  category: {
    township: text('乡镇', 'Township'),
    park: text('园区', 'Park'),
    member: text('成员单位', 'Member unit'),
    other: text('县直单位', 'Other county unit'),
  },
  review: {
    pending: text('待审', 'Under review'),
    accepted: text('通过', 'Accepted'),
    returned: text('退回', 'Sent back'),
  },
  status: {
    pending: text('待报', 'Pending'),
    incomplete: text('不完整', 'Incomplete'),
    underReview: text('待审', 'Under review'),
    onTime: text('已报', 'On time'),
    late: text('迟报', 'Late'),
    overdue: text('逾期', 'Overdue'),
    exempt: text('免报', 'Exempt'),
  },
  decision: {
    award: text('获奖', 'Award'),
    reserve: text('候补', 'Reserve'),
    none: text('未获奖', 'No award'),
    undecided: text('待定', 'Undecided'),
    ineligible: text('不参评', 'Not eligible'),
  },
  kind: { report: text('报送', 'Hand in'), event: text('活动', 'Hold') },
  yesNo: { yes: text('是', 'Yes'), no: text('否', 'No') },
  aggregate: {
    trimmed: text('去掉一个最高分和一个最低分', 'Trimmed mean'),
    mean: text('平均分', 'Mean'),
    median: text('中位数', 'Median'),
  },
  ranking: {
    competition: text('并列占位（1224）', 'Competition (1224)'),
    modified: text('并列取后（1334）', 'Modified (1334)'),
    dense: text('并列不占位（1223）', 'Dense (1223)'),
    fractional: text('并列取平均（1 2.5 2.5 4）', 'Fractional (1 2.5 2.5 4)'),
    ordinal: text('不得并列（1234）', 'Ordinal (1234)'),
  },
  act: {
    rules: text('规则确定', 'Rules fixed'),
    decide: text('评定', 'Decided'),
    withdraw: text('退出递补', 'Withdrawal'),
    notice: text('公示', 'Notice'),
    revote: text('复评', 'Re-vote'),
  },
  outcome: {
    award: text('获奖', 'Award'),
    reserve: text('候补', 'Reserve'),
    withdrawn: text('退出', 'Withdrawn'),
    movedUp: text('递补获奖', 'Moved up'),
  },
  way: {
    written: text('书面', 'In writing'),
    phone: text('电话', 'By telephone'),
    inPerson: text('当面', 'In person'),
  },
  objection: {
    open: text('受理', 'Open'),
    founded: text('成立', 'Founded'),
    unfounded: text('不成立', 'Unfounded'),
    withdrawn: text('撤回', 'Withdrawn'),
  },
  timing: {
    within: text('期内', 'In time'),
    late: text('期后', 'Late'),
    early: text('公示前', 'Before the notice'),
    unposted: text('未公示', 'No notice'),
  },
  titleFont: {
    boldSong: text('宋体加粗', 'SimSun bold'),
    xiaobiaosong: text('方正小标宋简体', 'FZXiaoBiaoSong-B05S'),
    zhongsong: text('华文中宋', 'STZhongsong'),
    hei: text('黑体', 'SimHei'),
  },
  bodyFont: {
    fangsong: text('仿宋', 'FangSong'),
    fangsongGb: text('仿宋_GB2312', 'FangSong_GB2312'),
    stFangsong: text('华文仿宋', 'STFangsong'),
    song: text('宋体', 'SimSun'),
  },
  orientation: { landscape: text('横向', 'Landscape'), portrait: text('纵向', 'Portrait') },
  tie: {
    more: text('全部获奖', 'All win'),
    fewer: text('均不获奖', 'None wins'),
    revote: text('复评', 'Re-vote'),
    lots: text('抽签', 'Lots'),
  },
} as const satisfies Record<string, Record<string, Text>>;

/** A set of codes that cells hold as words. */
export type LabelSet = keyof typeof LABELS;
/** A code of a set: `CodeOf<'review'>` is pending, accepted or returned. */
export type CodeOf<S extends LabelSet> = Extract<keyof (typeof LABELS)[S], string>;

/** Example: `labelOf('review', 'accepted', 'zh') === '通过'`. */
export function labelOf<S extends LabelSet>(set: S, code: CodeOf<S>, language: Language): string {
  const labels: Record<string, Text> = LABELS[set];
  const label = labels[code];
  if (!label) throw new Error(`No label ${set}.${code}`);
  return label[language];
}

/**
 * A unit's category as its cell says it; a word of the office's own is the same in both languages. `county`: the campaign's categories are a county's four.
 * Example: `categoryLabel('park', 'zh', true) === '园区'`.
 */
export function categoryLabel(category: string, language: Language, county: boolean): string {
  const known: Readonly<Record<string, Text>> = county ? LABELS.category : {};
  return category === '' ? text('未分类', 'No category')[language] : (known[category]?.[language] ?? category);
}

/** All labels of a set in their order. */
export function labelsOf(set: LabelSet, language: Language): string[] {
  return Object.values<Text>(LABELS[set]).map((label) => label[language]);
}

/** The code that a cell's text stands for, in either language; null when it is no word of the set. */
export function codeOf<S extends LabelSet>(set: S, cell: unknown): CodeOf<S> | null {
  const wanted = String(cell).normalize('NFKC').trim().toLowerCase();
  for (const [code, label] of Object.entries<Text>(LABELS[set])) {
    const same = [label.zh, label.en, code].some((word) => word.normalize('NFKC').toLowerCase() === wanted);
    if (same) return code as CodeOf<S>;
  }
  return null;
}
