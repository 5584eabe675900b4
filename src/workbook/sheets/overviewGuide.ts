// The words of 首页: which sheet is whose, what it is for, how many rows it has, and how to work without the add-in. Knows no layout.
import { text, type Text } from '../../core/ground/text';
import type { ColumnKeys, TableName } from '../contract/keys';
import type { FormulaWords, TableSpec } from '../contract/spec';
import { LATER_COUNTED, SCORES_COUNTED, STANDINGS_COUNTED, type Counted as IssueNames } from '../tables/issueNames';
import { OBJECTIONS } from '../tables/objections/objections';
import { PROGRAMME } from '../tables/programme/programme';
import { LOG, REMINDERS } from '../tables/records/records';
import { NEW_TABLES } from '../tables/registry';
import { namedIssues, tableIssues, type TableIssues } from './overviewIssues';
import type { TablePlaces } from './overviewPlaces';

/** A line of the guide on 首页: what a sheet is for and how it stands. */
export interface GuidedSheet {
  readonly sheet: string;
  readonly who: string;
  readonly what: string;
  /** Formula without "=", or null where rows are not worth counting. */
  readonly rows: string | null;
  /** What is to be put right in its table; null where nothing is counted. */
  readonly issues: TableIssues | null;
}

/** What a line says beside the name of its sheet. */
interface Line {
  readonly who: Text;
  readonly what: Text;
  /** Where what is to be corrected is counted, if not in the line's own table. */
  readonly issues?: TableSpec | IssueNames;
}

interface TableLine<K extends string> extends Line {
  /** Rows are counted by this column, which is filled in each. */
  readonly counts?: K;
  /** People type rows below its table. */
  readonly typed?: true;
}

const OFFICE = text('办公室', 'The office');
const ADD_IN = text('自动', 'By itself');

/** shared: in one of the lines below · none: in no line. A table without an entry does not compile. */
const GUIDES: { readonly [T in TableName]: TableLine<ColumnKeys[T]> | 'shared' | 'none' } = {
  Units: {
    who: OFFICE,
    what: text(
      '报送单位、类别、联系人；退出的单位在“启用”选“否”',
      'Units, categories, contacts; a unit that left gets “No” under Active',
    ),
    counts: 'name',
    typed: true,
  },
  Activities: {
    who: OFFICE,
    what: text('各项活动由谁牵头、谁参与', 'Which unit leads each activity, and who takes part'),
    counts: 'activity',
    typed: true,
  },
  Phases: {
    who: OFFICE,
    what: text('各阶段的起止日期', 'First and last day of each phase'),
    counts: 'phase',
    typed: true,
  },
  Requirements: {
    who: OFFICE,
    what: text('要报什么、谁报、几份、含哪些材料、何时截止', 'What is due, from whom, how many, which parts, by when'),
    counts: 'requirementId',
    typed: true,
  },
  Exceptions: {
    who: OFFICE,
    what: text(
      '个别单位的延期、免报、另定数量，写明批准人',
      'Extensions, exemptions, quotas of single units; approved by',
    ),
    counts: 'unitId',
    typed: true,
  },
  Receipts: {
    who: OFFICE,
    what: text(
      '收到一件登记一行；审核结果选 待审、通过、退回',
      'A row an arrival: Under review, Accepted or Sent back',
    ),
    counts: 'receiptId',
    typed: true,
  },
  Tracker: {
    who: ADD_IN,
    what: text('每家每项的状态，只有“备注”可写', 'The status of every unit and item; only the note is typed'),
    counts: 'unitId',
  },
  Entries: {
    who: OFFICE,
    what: text(
      '参评作品、类别、参评人；不参评的在“参评”选“否”',
      'Entries, categories, entrants; “No” under Eligible takes one out',
    ),
    counts: 'entryId',
    typed: true,
  },
  Judges: {
    who: OFFICE,
    what: text('评委名单；退出的在“启用”选“否”', 'The judges; “No” under Active for one who leaves'),
    counts: 'name',
    typed: true,
  },
  Criteria: {
    who: OFFICE,
    what: text('评分标准，权重合计 100', 'The criteria, whose weights add up to 100'),
    counts: 'name',
    typed: true,
  },
  AwardTiers: {
    who: OFFICE,
    what: text('奖项、名额、奖金，从高到低', 'Award tiers, seats and prizes, best first'),
    counts: 'tier',
    typed: true,
  },
  CertificateTemplate: {
    who: OFFICE,
    what: text('证书上的文字、编号、横向或纵向', 'Words, numbers and orientation of the certificates'),
  },
  Standings: {
    issues: STANDINGS_COUNTED,
    who: ADD_IN,
    what: text('得分、名次随评分表变化；并列如实标出', 'Scores and places follow the score sheets; ties are shown'),
  },
  Settings: {
    who: OFFICE,
    what: text('活动名称、名额、计分规则、截至时间等，只改“值”', 'Campaign, rules, as-of time; only the values change'),
  },
  Reminders: 'shared',
  Log: 'shared',
  Objections: 'shared',
  Programme: 'shared',
  Decisions: 'none',
  Standings_old: 'none',
};

/** A line that is not one table's. */
interface SharedLine extends Line {
  readonly sheet: Text;
  /** It stands before this table's own line, or in its place. */
  readonly at: TableName;
  readonly rows?: (f: FormulaWords) => string;
}

const sheetsOf = (one: TableSpec, other: TableSpec): Text =>
  text(`${one.sheet.zh}、${other.sheet.zh}`, `${one.sheet.en}, ${other.sheet.en}`);

const SHARED: readonly SharedLine[] = [
  {
    sheet: text('评分·评委', 'Scores of a judge'),
    at: 'Standings',
    issues: SCORES_COUNTED,
    who: text('各位评委', 'Each judge'),
    what: text(
      '只填自己那张的白色格子；没看完留空，不填 0',
      'White cells of their own tab; empty, not 0, until judged',
    ),
  },
  {
    sheet: sheetsOf(OBJECTIONS, PROGRAMME),
    at: 'Reminders',
    issues: LATER_COUNTED,
    who: OFFICE,
    what: text('有异议、做议程时才有这两张表', 'Made when an objection comes in, and with the agenda'),
  },
  {
    sheet: sheetsOf(REMINDERS, LOG),
    at: 'Reminders',
    issues: REMINDERS,
    who: ADD_IN,
    what: text('催了谁、做过什么，只增不改', 'Who was reminded, what was done; only added to'),
    rows: (f) => counted(f, 'Log', 'job'),
  },
];

const WITHOUT: readonly Text[] = [
  text(
    '· 照常登记收件、改审核结果、填评分：状态、逾期、得分、名次都是公式，会自己算。',
    '· Register arrivals, review them and score as usual: statuses, overdue marks, scores and places are formulas and follow.',
  ),
  text(
    '· 在表格最后一行下面接着写，表会自动接上；没接上的行标黄，“表外”里有数；名册或事项增减后，请有插件的同事点一次“标出逾期”补齐台账。',
    '· Type below the last row and the table grows (rows left outside are marked, and counted under Outside); after units or items change, ask a colleague with the add-in to run “Mark overdue”.',
  ),
  text(
    '· 编号不要改，标题行和灰底的公式格不要覆盖；排序、筛选、改表名、加列都可以。',
    '· Leave the ids, the header rows and the grey formula cells as they are; sorting, filtering, renaming sheets and adding columns are fine.',
  ),
];

/** How many rows of a table have something in a column. */
function counted<T extends TableName>(f: FormulaWords, table: T, key: ColumnKeys[T]): string {
  return `COUNTIFS(${f.column(table, key)},"?*")`;
}

function issuesOf(f: FormulaWords, of: TableSpec | IssueNames, places: TablePlaces, typed = false): TableIssues | null {
  return 'wrong' in of ? namedIssues(f, of) : tableIssues(f, of, places(of), typed);
}

/** The line of a table alone; null where it has none. */
function ownLine(table: string): TableLine<never> | null {
  const line = (GUIDES as Readonly<Record<string, TableLine<never> | 'shared' | 'none'>>)[table];
  return typeof line === 'object' ? line : null;
}

/** Tables that the guide calls by the names of their sheets. */
export function guidedTables(): TableSpec[] {
  return NEW_TABLES.filter(({ name }) => ownLine(name) !== null);
}

/** In the language of `f`, in the order of the sheets. */
export function overviewGuide(
  f: FormulaWords,
  places: TablePlaces,
): {
  readonly sheets: readonly GuidedSheet[];
  readonly withoutAddIn: readonly string[];
} {
  const { language } = f;
  const shared = ({ sheet, who, what, rows, issues }: SharedLine): GuidedSheet => ({
    sheet: sheet[language],
    who: who[language],
    what: what[language],
    rows: rows?.(f) ?? null,
    issues: issues ? issuesOf(f, issues, places) : null,
  });
  const own = (spec: TableSpec, { who, what, counts, typed, issues = spec }: TableLine<never>): GuidedSheet => {
    const place = places(spec);
    return {
      sheet: place?.sheet ?? spec.sheet[language],
      who: who[language],
      what: what[language],
      rows: counts !== undefined && place ? counted(f, spec.name, counts) : null,
      issues: issuesOf(f, issues, places, typed),
    };
  };
  return {
    sheets: NEW_TABLES.flatMap((spec) => {
      const line = ownLine(spec.name);
      return [...SHARED.filter(({ at }) => at === spec.name).map(shared), ...(line ? [own(spec, line)] : [])];
    }),
    withoutAddIn: WITHOUT.map((words) => words[language]),
  };
}
