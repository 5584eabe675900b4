// The jobs of an office's days between import and summary, as they are offered: extend, review, remind, change rules, list.
import { text } from '../../core/ground/text';
import type { CatalogueEntry } from '../run/catalogueEntry';
import { asEntry, reviewOf, yesOf } from '../run/catalogueEntry';
import { EXTEND } from '../collect/extendJob';

const UNIT = text('单位：名称、简称、别名或编号', 'unit: name, short name, alias or id');
const ITEM = text('事项：编号或名称', 'item: id or title');

export const REPORTS: readonly CatalogueEntry[] = [
  {
    name: 'remind',
    takesFile: false,
    title: text('催报', 'Remind'),
    summary: text(
      '每家一段催报文字，写明缺什么、截止和迟了多久；逐条登记，不发送',
      'One text per unit with what is missing, the due time and how late; each is logged, nothing is sent',
    ),
    settings: {
      days: text('几天内截止的也提醒（默认 2）', 'also what is due within so many days (default 2)'),
      units: text('只催这些单位，用“、”隔开', 'only these units, separated by 、'),
      again: text('当天再催（是/否，默认否）', 'again today (yes/no, default no)'),
      by: text('催报人', 'who reminds'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/remind')).remind(
        deps,
        {
          days: settings['days'],
          units: settings['units'],
          again: yesOf('again', settings['again']),
          by: settings['by'],
        },
        mode,
      ),
  },
  {
    name: 'review',
    takesFile: false,
    title: text('审核收件', 'Review receipts'),
    summary: text(
      '通过或退回；退回要写理由，理由记入备注',
      'Accept or send back; sending back needs a reason, which joins the note',
    ),
    settings: {
      receipts: text('收件编号，用逗号隔开', 'receipt IDs, separated by commas'),
      requirement: text('或：某事项全部待审', 'or: everything under review of an item'),
      unit: text('只限这家单位', 'of this unit only'),
      to: text('通过 或 退回', 'Accepted or Sent back'),
      reason: text('理由，退回必填', 'reason; needed to send back'),
      reviewer: text('审核人', 'reviewer'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/review')).review(
        deps,
        {
          receipts: settings['receipts'],
          requirement: settings['requirement'],
          unit: settings['unit'],
          to: reviewOf(settings['to']),
          reason: settings['reason'],
          reviewer: settings['reviewer'],
        },
        mode,
      ),
  },
  asEntry(EXTEND),
  {
    name: 'recompute',
    takesFile: false,
    title: text('改规则并重算', 'Change rules and recompute'),
    summary: text(
      '先看改截止、数量、材料或报送单位会改变台账哪些行，再写入；不填改动则只补齐和恢复台账',
      'Shows which tracker rows another due time, quota, parts or units would change, then writes; without a change it only completes and restores the tracker',
    ),
    settings: {
      requirement: ITEM,
      due: text('新的截止时间；“无”为不定', 'new due time; “none” for none'),
      quota: text('新的应报数', 'new quota'),
      parts: text('新的须含材料，用“、”隔开；“无”为不要求', 'new required parts, separated by 、; “none” for none'),
      who: text('新的报送单位，用“、”隔开', 'who owes it now, separated by 、'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/recompute')).recompute(
        deps,
        {
          requirement: settings['requirement'],
          due: settings['due'],
          quota: settings['quota'],
          parts: settings['parts'],
          who: settings['who'],
        },
        mode,
      ),
  },
  {
    name: 'deactivate',
    takesFile: false,
    title: text('停用单位', 'Deactivate a unit'),
    summary: text(
      '单位退出后不再应报，收件和台账各行保留',
      'A unit that leaves owes nothing any more; its receipts and tracker rows stay',
    ),
    settings: { unit: UNIT, reason: text('理由', 'the reason') },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/deactivate')).deactivate(
        deps,
        { unit: settings['unit'], reason: settings['reason'] },
        mode,
      ),
  },
  {
    name: 'overview',
    takesFile: false,
    title: text('重做首页', 'Make the overview again'),
    summary: text(
      '首页自动更新；删掉了、改乱了或旧工作簿没有时用',
      'The overview follows by itself; for one that was deleted or damaged, or that an older workbook lacks',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../care/overview')).makeOverview(deps, {}, mode),
  },
  {
    name: 'matrix',
    takesFile: false,
    title: text('生成报送矩阵', 'Make the matrix'),
    summary: text(
      '单位 × 事项一张表，随台账自动更新，行列合计相符，A4 横向',
      'Units × items on one sheet that follows the tracker; rows and columns add up; A4 landscape',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../publish/matrix')).makeMatrix(deps, {}, mode),
  },
  {
    name: 'accountability',
    takesFile: false,
    title: text('生成追责名单', 'Make the accountability list'),
    summary: text(
      '迟报、逾期逐项列明截止、延期、收到、退回和催报，合计相符',
      'Each late or overdue item with due time, extension, arrivals, what was sent back and reminders; totals add up',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../publish/accountability')).makeAccountability(deps, {}, mode),
  },
];
