// Every job by name: what the command line, the ribbon and the pane offer.
import { text } from '../../core/ground/text';
import { codeOf } from '../../workbook/contract/labels';
import { AFTER_DECISION } from './afterDecisionCatalogue';
import { CONTEST } from './contestCatalogue';
import type { CatalogueEntry } from '../run/catalogueEntry';
import { asEntry, answersOf, fileOf, HIDDEN, MEND, reviewOf, SAME, SKIP, yesOf } from '../run/catalogueEntry';
import { rowsOf } from '../imports/rowWords';
import { REPORTS } from './reportsCatalogue';
import { IMPORT_RECEIPTS } from '../collect/importReceiptsJob';

/** A receipt id or 'auto'; a plain yes means auto. */
function correctsOf(word: string | undefined): string | undefined {
  const code = /^(true|1)$/i.test(word ?? '') ? 'yes' : /^(false|0)$/i.test(word ?? '') ? 'no' : codeOf('yesNo', word);
  return code === 'yes' ? 'auto' : code === 'no' ? undefined : word;
}

const REPORTING: readonly CatalogueEntry[] = [
  {
    name: 'new',
    takesFile: false,
    title: text('建立活动工作簿', 'Make the campaign workbook'),
    summary: text(
      '在空白工作簿里建好名册、事项、台账、收件、评选各表',
      'Makes the roster, items, tracker, receipts and contest tables in an empty workbook',
    ),
    settings: { preset: text('预设，默认 2021-6-26', 'the preset, default 2021-6-26') },
    run: async (deps, input, mode) =>
      (await import('../care/newCampaign')).newCampaign(deps, { preset: input.settings['preset'] }, mode),
  },
  {
    name: 'import-roster',
    takesFile: true,
    title: text('导入联络员名单', 'Import the contact list'),
    summary: text(
      '逐行核对后补进单位名册；有错的行不采用并说明',
      'Checks each row and fills in the roster; rows with errors are left out and named',
    ),
    settings: { same: SAME, hidden: HIDDEN, skip: SKIP, mend: MEND },
    run: async (deps, { file, strict, settings }, mode) =>
      (await import('../collect/importRoster')).importRoster(
        deps,
        { file: fileOf(file), strict, same: answersOf(settings['same']), ...rowsOf(settings) },
        mode,
      ),
  },
  asEntry(IMPORT_RECEIPTS),
  {
    name: 'receive',
    takesFile: false,
    title: text('登记收件', 'Register one arrival'),
    summary: text(
      '收到一件登记一件：选单位，事项和时间自动给出，勾材料',
      'One thing that has arrived: choose the unit; item and time are proposed; tick the parts',
    ),
    settings: {
      unit: text('单位：名称、简称、别名或编号', 'unit: name, short name, alias or id'),
      requirement: text('事项：编号或名称；不填按单位所欠', 'item: id or title; else what the unit owes'),
      parts: text('材料，用“、”隔开；或“全部”', 'parts, separated by 、; or “all”'),
      at: text('收到时间；不填为现在', 'received at; else now'),
      title: text('标题', 'title'),
      review: text('审核：待审（默认）、通过、退回', 'review: Under review (default), Accepted, Sent back'),
      note: text('备注', 'note'),
      corrects: text('更正哪件：收件编号，或 auto', 'which receipt it corrects: its id, or auto'),
      again: text('同一分钟内再登记一次（是/否）', 'register again within the minute (yes/no)'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/receive')).receive(
        deps,
        {
          unit: settings['unit'],
          requirement: settings['requirement'],
          parts: settings['parts'],
          at: settings['at'],
          title: settings['title'],
          review: reviewOf(settings['review']),
          note: settings['note'],
          corrects: correctsOf(settings['corrects']),
          again: yesOf('again', settings['again']),
        },
        mode,
      ),
  },
  {
    name: 'undo',
    takesFile: false,
    title: text('撤销上次导入', 'Undo the last import'),
    summary: text(
      '按操作日志恢复原值，撤回新增的收件和作品；后来改过的不动',
      'Restores former values from the log and withdraws receipts and entries it added; leaves alone what was changed since',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../care/undo')).undo(deps, {}, mode),
  },
  {
    name: 'check',
    takesFile: false,
    title: text('检查工作簿', 'Check the workbook'),
    summary: text(
      '找出看不懂、对不上、重复或被手改的内容，核对公式与规则是否一致；不改动任何内容',
      'Finds what is unreadable, contradictory, repeated or typed over, and compares formulas with the rules; changes nothing',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../care/checkWorkbook')).checkWorkbook(deps, {}, mode),
  },
  {
    name: 'upgrade',
    takesFile: false,
    title: text('升级与修复', 'Upgrade and repair'),
    summary: text(
      '把较早版本建的或被误删过的工作簿补齐：缺的表、列、设置、名称、公式、格式；不删不改任何填写的内容',
      'Adds what a workbook of an older version, or one damaged by mistake, lacks: tables, columns, settings, names, formulas, formats; deletes and changes nothing typed',
    ),
    settings: {
      column: text(
        '改过名的表头：表.现表头=原表头，用“；”隔开；“=无”为不是；“全部”为都照建议',
        'renamed headers: table.header=column, separated by ;; “=none” when it is none; “all” takes every proposal',
      ),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../care/upgrade')).upgrade(deps, { column: settings['column'] }, mode),
  },
  {
    name: 'as-of',
    takesFile: false,
    title: text('设定截至时间', 'Set the as-of time'),
    summary: text(
      '按过去某一刻的状态计算，留作记录；清空即回到现在',
      'Shows the state at any past moment, for the record; cleared, everything speaks of now again',
    ),
    settings: { at: text('时刻，如 2021-06-10 18:00；不填为现在', 'a moment such as 2021-06-10 18:00; empty = now') },
    run: async (deps, { settings }, mode) =>
      (await import('../collect/asOf')).setAsOf(deps, { at: settings['at'] }, mode),
  },
  {
    name: 'overdue',
    takesFile: false,
    title: text('标出逾期', 'Mark what is overdue'),
    summary: text(
      '补齐台账、恢复公式和标色，列出谁逾期、逾期多久',
      'Completes the tracker, restores formulas and colours, lists who is overdue and by how long',
    ),
    settings: {},
    run: async (deps, _input, mode) => (await import('../collect/overdue')).markOverdue(deps, {}, mode),
  },
  {
    name: 'summary',
    takesFile: false,
    title: text('生成汇总', 'Make the summary'),
    summary: text('各事项、各类别、各单位的完成情况，A4 横向', 'How items, categories and units stand, A4 landscape'),
    settings: {},
    run: async (deps, _input, mode) => (await import('../publish/summary')).makeSummary(deps, {}, mode),
  },
  {
    name: 'briefing',
    takesFile: false,
    title: text('生成领导简报', 'Make the leaders’ briefing'),
    summary: text('一页 A4：进展、逾期、评选、下一步', 'One A4 page: progress, overdue, contest, next'),
    settings: {
      variant: text(
        'daily 日常、ceremony 颁奖会前、final 总结；默认按时间',
        'daily, ceremony or final; default: by the moment',
      ),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../publish/briefing')).makeBriefing(deps, { variant: settings['variant'] }, mode),
  },
];

export const CATALOGUE: readonly CatalogueEntry[] = [...REPORTING, ...REPORTS, ...CONTEST, ...AFTER_DECISION];

export function jobNamed(name: string): CatalogueEntry | undefined {
  return CATALOGUE.find((entry) => entry.name === name);
}
