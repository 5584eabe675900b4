// Make the accountability list (追责名单) as of the moment: every late or overdue item with what proves it, and totals that add up.
import {
  accountabilityList,
  type AccountabilityList,
  type AccountabilityRow,
} from '../../core/accountability/accountabilityList';
import { maskPersonalData } from '../../core/ground/personalData';
import type { Problem } from '../../core/ground/problem';
import { text } from '../../core/ground/text';
import { reconciles } from '../../core/tracker/countByStatus';
import type { Status } from '../../core/tracker/trackerRow';
import type { Exception } from '../../core/requirements/requirement';
import { unapproved } from '../../core/requirements/unapproved';
import { trackUnits } from '../../core/tracker/trackUnits';
import { isoFromWallTime, type WallTime } from '../../core/ground/wallTime';
import { readReminders, readSentBackAt } from '../../workbook/tables/records/readRecords';
import { asOfRecord, stampAsOf } from './asOfRecord';
import { fromSource } from './sourceMark';
import { fingerprint } from '../../workbook/contract/fingerprint';
import { accountabilitySheet } from '../../workbook/sheets/accountabilitySheet';
import { placeMadeSheet } from '../../workbook/sheets/madeSheet';
import { LOG, REMINDERS } from '../../workbook/tables/records/records';
import type { Decision, Situation } from '../run/runJob';
import { tableIn } from '../run/tableIn';

/** A row of the list: one unit, one item, late or overdue. */
export interface AccountabilityEntry {
  readonly unitId: string;
  readonly unit: string;
  readonly requirementId: string;
  readonly activity: string;
  /** Who leads it. */
  readonly leads: readonly string[];
  readonly status: 'late' | 'overdue';
  /** ISO wall clock; '' = none. */
  readonly due: string;
  /** The due time of everybody else, when this unit has an extension; else ''. */
  readonly formerDue: string;
  readonly approvedBy: string;
  readonly arrived: readonly string[];
  readonly completedAt: string;
  readonly minutesLate: number;
  readonly sentBack: readonly { readonly receiptId: string; readonly at: string; readonly why: string }[];
  readonly reminders: readonly string[];
}

export interface AccountabilityResults {
  readonly sheet: string;
  readonly rule: string;
  readonly rows: readonly AccountabilityEntry[];
  readonly units: number;
  /** The seven counts add up to `must`. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly must: number;
  readonly reconciles: boolean;
  readonly fingerprint: string;
  readonly keptAs: string | null;
}

const iso = (time: WallTime | null): string => (time === null ? '' : isoFromWallTime(time));

function entriesOf(list: AccountabilityList): AccountabilityEntry[] {
  return list.rows.map(({ unit, requirement, leads, row, extension, arrivals, sentBack, reminders }) => ({
    unitId: unit.unitId,
    unit: unit.name,
    requirementId: requirement.requirementId,
    activity: requirement.activity,
    leads,
    status: row.status === 'late' ? 'late' : 'overdue',
    due: iso(row.due),
    formerDue: extension ? iso(extension.from) : '',
    approvedBy: extension?.approvedBy ?? '',
    arrived: arrivals.map(iso),
    completedAt: iso(row.completedAt),
    minutesLate: row.minutesLate,
    sentBack: sentBack.map(({ receiptId, at, why }) => ({ receiptId, at: iso(at), why })),
    reminders: reminders.map(iso),
  }));
}

/** Free words that go along with the list, masked as everything that leaves the office. */
function masked(list: AccountabilityList): { readonly list: AccountabilityList; readonly notices: readonly Problem[] } {
  const notices: Problem[] = [];
  const mask = (words: string, table: string, row: string): string => {
    const shown = maskPersonalData(words);
    if (shown !== words)
      notices.push({
        code: 'personal-data-masked',
        table,
        row,
        found: words,
        expected: text('不含电话、证件号', 'no phone or id number'),
        message: text(
          `${row} 里的电话、证件号或邮箱在追责名单上已遮盖。`,
          `A phone, id number or mailbox of ${row} is masked on the list.`,
        ),
      });
    return shown;
  };
  const rows = list.rows.map((row): AccountabilityRow => ({
    ...row,
    extension: row.extension && {
      ...row.extension,
      approvedBy: mask(row.extension.approvedBy, 'Exceptions', row.unit.name),
      reason: mask(row.extension.reason, 'Exceptions', row.unit.name),
    },
    sentBack: row.sentBack.map((each) => ({ ...each, why: mask(each.why, 'Receipts', each.receiptId) })),
  }));
  return { list: { ...list, rows }, notices };
}

function missingRule(): Problem {
  return {
    code: 'no-accountability-rule',
    table: 'Settings',
    row: 'accountabilityRule',
    expected: text('问责依据的文号', 'the document that is cited'),
    found: '',
    message: text(
      '设置里没有填“问责依据”，名单没有引用文件：填好后再生成一次。',
      'No accountability rule is set, so the list cites none: fill it in and make the list again.',
    ),
  };
}

/** Of those that the list prints: there it says that no approver is on record. */
function extensionsUnapproved({ rows }: AccountabilityList, exceptions: readonly Exception[]): Problem[] {
  const printed = new Set(
    rows.flatMap(({ extension, row }) => (extension ? [`${row.unitId} ${row.requirementId}`] : [])),
  );
  return exceptions
    .filter(({ unitId, requirementId }) => printed.has(`${unitId} ${requirementId}`))
    .flatMap(unapproved);
}

/** Columns of unit and item: days late and state of a row change from day to day. */
const UNIT_AND_ITEM = [1, 2];

/** Values only: the list is what was decided at a moment, and later receipts must not change a printed proof. */
export function decideAccountability(given: Situation): Decision<AccountabilityResults> {
  const situation = asOfRecord(given);
  const { campaign, snapshot, asOf, now, language } = situation;
  const { units, requirements, exceptions, receipts, settings } = campaign;
  const rows = trackUnits(campaign, asOf);
  const unreadable: Problem[] = [];
  const { list, notices: maskedWords } = masked(
    accountabilityList({
      rows,
      units,
      requirements,
      exceptions,
      receipts,
      activities: campaign.activities,
      asOf,
      reminders: readReminders(tableIn(snapshot, REMINDERS), unreadable),
      sentBackAt: readSentBackAt(tableIn(snapshot, LOG)),
    }),
  );
  const entries = entriesOf(list);
  const addsUp = reconciles(rows) && list.rows.length === list.counts.late + list.counts.overdue;
  const madeOf = fingerprint({ entries, counts: list.counts });
  const rule = settings.accountabilityRule;
  const sheet = accountabilitySheet(
    {
      campaign: settings.campaign,
      organiser: settings.organiser,
      rule,
      activities: campaign.activities,
      list,
      stamp: stampAsOf(given, madeOf),
    },
    language,
  );
  const placing = placeMadeSheet(snapshot, { key: 'accountability', sheet, rowKey: UNIT_AND_ITEM }, now, language);
  const unreconciled: Problem[] = addsUp
    ? []
    : [
        {
          code: 'does-not-reconcile',
          table: 'Tracker',
          expected: text('各状态之和等于应报', 'statuses that add up'),
          found: String(list.must),
          message: text(
            '各状态之和与应报不符，多半是名册或事项里有重复编号：请运行“检查工作簿”，先不要使用这份名单。',
            'The statuses do not add up, most likely because an id stands twice: check the workbook before using this list.',
          ),
        },
      ];
  const guilty = new Set(entries.map(({ unitId }) => unitId)).size;
  return {
    steps: [...fromSource('Accountability', given, placing.steps), { kind: 'activate', sheet: sheet.name }],
    changed: { Accountability: { added: 1, updated: 0 } },
    notices: [
      ...unreconciled,
      ...unreadable,
      ...extensionsUnapproved(list, exceptions),
      ...maskedWords,
      ...(rule === '' ? [missingRule()] : []),
      ...placing.notices,
    ],
    results: {
      sheet: sheet.name,
      rule,
      rows: entries,
      units: guilty,
      counts: list.counts,
      must: list.must,
      reconciles: addsUp,
      fingerprint: madeOf,
      keptAs: placing.keptAs,
    },
    preview: { added: [{ table: 'Accountability', row: '', summary: sheet.name }], changed: [], unchanged: 0 },
    message: text(
      `“${sheet.name}”已生成：${guilty} 家 ${entries.length} 项（迟报 ${list.counts.late}，逾期 ${list.counts.overdue}）。`,
      `“${sheet.name}” is made: ${guilty} units, ${entries.length} items (late ${list.counts.late}, overdue ${list.counts.overdue}).`,
    ),
  };
}
