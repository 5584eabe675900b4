// Where each job of the catalogue stands in the pane: group, picture, what usually follows, how its options are asked. Order = order shown.
import { text, type Text } from '../core/ground/text';
import {
  presentAwards,
  presentExplained,
  presentOverdue,
  presentProgress,
  presentRanking,
  presentReminders,
} from './presentations';
import { presentObjection } from './presentObjection';
import { presentReceived } from './presentReceived';
import { presentUpgrade } from './presentUpgrade';
import type { ActionStep, PaneStep, StepField } from './steps';

export interface StepPlace
  extends Pick<PaneStep, 'group' | 'icon' | 'next' | 'help' | 'present'>, Pick<ActionStep, 'previewFirst' | 'repeat'> {
  /** Name of the job in the catalogue; the step's id too. */
  readonly name: string;
  /** Asked instead of a plain line of text for that option. An option named here as null is not asked. */
  readonly fields?: Readonly<Record<string, StepField | null>>;
  /** For imports: what the file or paste should look like. */
  readonly expects?: Text;
}

const MADE_TOO: StepField = { kind: 'switch', name: 'sheet', label: text('同时生成工作表', 'Make the sheet too') };

export const STEP_PLACES: readonly StepPlace[] = [
  {
    name: 'new',
    group: 'prepare',
    icon: 'campaign',
    next: ['import-roster', 'check'],
    fields: { preset: null },
    help: text(
      '在本工作簿里建好全部工作表，并填入“2021·6·26”活动的单位、事项和评分标准。各单位的联系人和电话留空，由办公室补填。',
      'Makes every sheet in this workbook and fills in the units, requirements and criteria of the 2021·6·26 campaign. Contacts and phones stay blank for the office to fill in.',
    ),
  },
  {
    name: 'import-roster',
    group: 'prepare',
    icon: 'roster',
    next: ['check', 'overdue'],
    expects: text(
      '一行一个单位，要有单位名称；列的顺序和标题写法不限。',
      'One unit a row with its name; columns may come in any order and wording.',
    ),
  },
  { name: 'check', group: 'prepare', icon: 'check' },
  {
    name: 'upgrade',
    group: 'prepare',
    icon: 'repair',
    next: ['check', 'overdue'],
    previewFirst: true,
    present: presentUpgrade,
    fields: { column: null },
  },
  { name: 'undo', group: 'prepare', icon: 'withdraw', previewFirst: true },
  {
    name: 'deactivate',
    group: 'prepare',
    icon: 'withdraw',
    next: ['check'],
    previewFirst: true,
    fields: {
      unit: { kind: 'unit', name: 'unit', label: text('单位', 'Unit'), required: true },
      reason: { kind: 'multiline', name: 'reason', label: text('理由', 'Reason'), required: true },
    },
  },
  {
    name: 'receive',
    group: 'collect',
    icon: 'mail',
    next: ['overdue'],
    repeat: text('登记，接着下一件', 'Register, then the next'),
    present: presentReceived,
    fields: {
      unit: { kind: 'unit', name: 'unit', label: text('单位', 'Unit'), required: true },
      requirement: { kind: 'item', name: 'requirement', of: 'unit', label: text('事项', 'Item') },
      parts: { kind: 'parts', name: 'parts', of: 'requirement', label: text('材料', 'Parts') },
      at: {
        kind: 'text',
        name: 'at',
        label: text('收到时间', 'Received'),
        placeholder: text('现在；也可写 6月7日下午4点', 'now; or a moment such as 2021-06-07 16:00'),
      },
      review: {
        kind: 'choice',
        name: 'review',
        label: text('审核', 'Review'),
        required: true,
        initial: 'pending',
        choices: [
          { value: 'pending', label: text('待审', 'Under review') },
          { value: 'accepted', label: text('通过', 'Accepted') },
          { value: 'returned', label: text('退回', 'Sent back') },
        ],
      },
      corrects: {
        kind: 'switch',
        name: 'corrects',
        label: text('是更正稿，代替之前的一稿', 'A corrected version of an earlier one'),
      },
      again: null,
    },
  },
  {
    name: 'import-receipts',
    group: 'collect',
    icon: 'mail',
    next: ['overdue'],
    expects: text(
      '从邮箱复制列表后粘贴：收件时间、发件单位、邮件主题、附件。',
      'Paste the list from the mailbox: time, sender, subject, attachments.',
    ),
    fields: {
      review: {
        kind: 'choice',
        name: 'review',
        label: text('新收件登记为', 'Register new receipts as'),
        required: true,
        initial: 'pending',
        choices: [
          { value: 'pending', label: text('待审', 'Under review') },
          { value: 'accepted', label: text('通过', 'Accepted') },
          { value: 'returned', label: text('退回', 'Sent back') },
        ],
      },
    },
  },
  { name: 'overdue', group: 'collect', icon: 'overdue', next: ['remind', 'summary'], present: presentOverdue },
  {
    name: 'as-of',
    group: 'collect',
    icon: 'overdue',
    next: ['overdue'],
    fields: {
      at: {
        kind: 'moment',
        name: 'at',
        label: text('截至时间', 'As of'),
        hint: text('活动时区的时刻；留空回到现在', 'A moment in the campaign’s zone; empty = now'),
      },
    },
  },
  {
    name: 'remind',
    group: 'collect',
    icon: 'remind',
    next: ['accountability'],
    previewFirst: true,
    present: presentReminders,
    fields: {
      days: {
        kind: 'number',
        name: 'days',
        label: text('几天内截止的也提醒', 'Also what is due within days'),
        min: 0,
        max: 60,
        initial: 2,
      },
      units: {
        kind: 'text',
        name: 'units',
        label: text('只催这些单位', 'Only these units'),
        suggest: 'unit',
        hint: text('用“、”隔开；不填为全部', 'Separated by 、; empty: all of them'),
      },
      again: { kind: 'switch', name: 'again', label: text('今天催过的也再催一次', 'Those reminded today, too') },
      by: { kind: 'text', name: 'by', label: text('催报人', 'Who reminds') },
    },
  },
  {
    name: 'review',
    group: 'collect',
    icon: 'receipt',
    next: ['overdue'],
    previewFirst: true,
    fields: {
      receipts: {
        kind: 'text',
        name: 'receipts',
        label: text('收件编号', 'Receipt IDs'),
        hint: text(
          '如 R0003、R0004；或不填，改填下面的事项',
          'Such as R0003, R0004; or leave it empty and give an item below',
        ),
      },
      requirement: {
        kind: 'text',
        name: 'requirement',
        label: text('或：某事项全部待审', 'Or: all under review of an item'),
        suggest: 'requirement',
      },
      unit: { kind: 'text', name: 'unit', label: text('只限这家单位', 'Of this unit only'), suggest: 'unit' },
      to: {
        kind: 'choice',
        name: 'to',
        label: text('审核结果', 'Outcome'),
        required: true,
        choices: [
          { value: 'accepted', label: text('通过', 'Accepted') },
          { value: 'returned', label: text('退回', 'Sent back') },
        ],
      },
      reason: {
        kind: 'multiline',
        name: 'reason',
        label: text('理由', 'Reason'),
        hint: text('退回必须写；会加在备注后面', 'Needed to send back; it joins the note'),
      },
      reviewer: { kind: 'text', name: 'reviewer', label: text('审核人', 'Reviewer') },
    },
  },
  {
    name: 'extend',
    group: 'collect',
    icon: 'extend',
    next: ['overdue'],
    previewFirst: true,
    fields: {
      unit: { kind: 'unit', name: 'unit', label: text('单位', 'Unit'), required: true },
      requirement: {
        kind: 'text',
        name: 'requirement',
        label: text('事项', 'Item'),
        required: true,
        suggest: 'requirement',
      },
      to: {
        kind: 'moment',
        name: 'to',
        label: text('延期到', 'Extended to'),
        hint: text('活动时区的时刻；不延期就留空', 'A moment in the campaign’s zone; empty when nothing is extended'),
      },
      quota: {
        kind: 'number',
        name: 'quota',
        label: text('应报数量', 'Quota'),
        min: 1,
        max: 99,
        hint: text('与别的单位不同时才填', 'Only when it differs from the other units'),
      },
      exempt: { kind: 'switch', name: 'exempt', label: text('免报', 'Exempt') },
      approvedBy: { kind: 'text', name: 'approvedBy', label: text('批准人', 'Approved by') },
      reason: { kind: 'multiline', name: 'reason', label: text('理由', 'Reason') },
    },
  },
  {
    name: 'recompute',
    group: 'collect',
    icon: 'requirements',
    next: ['overdue'],
    previewFirst: true,
    help: text(
      '改一个事项的截止、数量、材料或报送单位，先列出台账哪些行会变，确认后才写入。都不填，则只补齐台账、恢复公式和标色。',
      'Changes the due time, quota, parts or units of an item: first lists every tracker row that would change, writes only when you confirm. With nothing filled in it only completes the tracker and restores formulas and colours.',
    ),
    fields: {
      requirement: { kind: 'text', name: 'requirement', label: text('事项', 'Item'), suggest: 'requirement' },
      due: {
        kind: 'text',
        name: 'due',
        label: text('新的截止时间', 'New due time'),
        hint: text('如 2021-06-12 18:00；“无”为不定期限', 'Such as 2021-06-12 18:00; “none” for none'),
      },
      quota: { kind: 'number', name: 'quota', label: text('新的应报数', 'New quota'), min: 1, max: 99 },
      parts: {
        kind: 'text',
        name: 'parts',
        label: text('新的须含材料', 'New required parts'),
        hint: text('用“、”隔开；“无”为不要求', 'Separated by 、; “none” for none'),
      },
      who: {
        kind: 'text',
        name: 'who',
        label: text('新的报送单位', 'Who owes it now'),
        hint: text('类别或单位，用“、”隔开', 'Categories or units, separated by 、'),
      },
    },
  },
  {
    name: 'import-stories',
    group: 'judge',
    icon: 'stories',
    next: ['make-judge-tabs'],
    expects: text(
      '一行一件作品：编号、报送单位、题目、类别、参评人。',
      'One entry a row: number, unit, title, category, entrant.',
    ),
  },
  {
    name: 'fix-rules',
    group: 'judge',
    icon: 'rules',
    next: ['make-judge-tabs'],
    fields: {
      by: { kind: 'text', name: 'by', label: text('由谁定下', 'Fixed by') },
      reason: {
        kind: 'multiline',
        name: 'reason',
        label: text('改动的理由', 'Reason for a change'),
        hint: text('开始评分后再改才需要', 'Needed only once scoring has begun'),
      },
    },
  },
  {
    name: 'make-judge-tabs',
    group: 'judge',
    icon: 'judges',
    next: ['import-scores', 'progress'],
    fields: {
      judges: {
        kind: 'number',
        name: 'judges',
        label: text('评委人数', 'Number of judges'),
        min: 1,
        max: 30,
        hint: text(
          '缺几位补几位；留空则按“评委”表',
          'Judges that are missing are added; empty: as in the Judges table',
        ),
      },
    },
  },
  {
    name: 'import-scores',
    group: 'judge',
    icon: 'scores',
    next: ['progress', 'rank'],
    expects: text(
      '每位评委一张工作表，表名是评委姓名；一行一篇，按编号对应。',
      'One sheet a judge, named after the judge; one entry a row, by number.',
    ),
    fields: {
      overwrite: {
        kind: 'switch',
        name: 'overwrite',
        label: text('已有不同分数时，用文件里的', 'Where another score stands already, take the file’s'),
      },
    },
  },
  {
    name: 'compare-scores',
    group: 'judge',
    icon: 'check',
    next: ['import-scores', 'progress'],
    expects: text(
      '另一人录入的同样几张评分表，每位评委一张工作表；也可以是本工作簿的副本。',
      'The same sheets as another person typed them, one a judge; a copy of this workbook will do.',
    ),
  },
  {
    name: 'import-judge',
    group: 'judge',
    icon: 'scores',
    next: ['progress', 'rank'],
    expects: text(
      '导出给评委的那个文件，填好后原样交回。',
      'The file that the judge was given, filled in and otherwise unchanged.',
    ),
    fields: {
      judge: null,
      overwrite: {
        kind: 'switch',
        name: 'overwrite',
        label: text('已有不同分数时，用文件里的', 'Where another score stands already, take the file’s'),
      },
    },
  },
  {
    name: 'progress',
    group: 'judge',
    icon: 'check',
    next: ['rank'],
    present: presentProgress,
    fields: { sheet: MADE_TOO },
  },
  {
    name: 'rank',
    group: 'judge',
    icon: 'ranking',
    next: ['decide', 'explain', 'robustness'],
    present: presentRanking,
    fields: { aggregate: null, method: null },
  },
  {
    name: 'explain',
    group: 'judge',
    icon: 'requirements',
    present: presentExplained,
    fields: {
      entry: {
        kind: 'text',
        name: 'entry',
        label: text('作品编号', 'Entry number'),
        suggest: 'story',
        hint: text('不填为全部', 'Empty: all of them'),
      },
      sheet: MADE_TOO,
    },
  },
  { name: 'robustness', group: 'judge', icon: 'summary', next: ['decide'], fields: { sheet: MADE_TOO } },
  {
    name: 'revote',
    group: 'judge',
    icon: 'scores',
    next: ['decide'],
    previewFirst: true,
    help: text(
      '获奖线上并列时用：评委只对并列的几篇重新投票，回避的不投。登记每篇得票后，只在这几篇之间定先后；若仍跨线并列，可以再投，或回到“评定”另作选择。',
      'For a tie across the line: the judges vote again on the tied entries alone, recused ones do not. The votes order these entries and nobody else; if a tie still stands across the line, vote again or choose otherwise in “Decide”.',
    ),
    fields: {
      votes: {
        kind: 'multiline',
        name: 'votes',
        label: text('每篇得票', 'Votes of each'),
        required: true,
        hint: text(
          '盲评号=票数，如 10=4、11=2、12=1；没有得票写 0',
          'Blind number = votes, such as 10=4、11=2、12=1; 0 for none',
        ),
      },
      by: { kind: 'text', name: 'by', label: text('计票人', 'Counted by'), required: true },
      at: {
        kind: 'moment',
        name: 'at',
        label: text('投票时间', 'Held at'),
        hint: text('活动时区的时刻；不填为现在', 'A moment in the campaign’s zone; empty: now'),
      },
      reason: { kind: 'multiline', name: 'reason', label: text('为什么复评', 'Why') },
      again: { kind: 'switch', name: 'again', label: text('更正上次复评', 'Correct the last re-vote') },
    },
  },
  {
    name: 'decide',
    group: 'judge',
    icon: 'decide',
    next: ['awards'],
    present: presentAwards,
    fields: {
      by: { kind: 'text', name: 'by', label: text('由谁决定', 'Decided by'), required: true },
      reason: { kind: 'multiline', name: 'reason', label: text('依据', 'Reason') },
      again: { kind: 'switch', name: 'again', label: text('取代已记录的决定', 'Replace the decision on record') },
      tie: null,
      seed: null,
    },
  },
  {
    name: 'awards',
    group: 'judge',
    icon: 'awards',
    next: ['notice', 'briefing'],
    present: presentAwards,
    fields: { tie: null, reason: null, seed: null },
  },
  {
    name: 'withdraw',
    group: 'judge',
    icon: 'withdraw',
    next: ['awards', 'notice', 'certificates'],
    previewFirst: true,
    fields: {
      entry: {
        kind: 'text',
        name: 'entry',
        label: text('退出的作品编号', 'Number of the entry that withdraws'),
        required: true,
        suggest: 'story',
      },
      by: { kind: 'text', name: 'by', label: text('由谁决定', 'Decided by'), required: true },
      reason: { kind: 'multiline', name: 'reason', label: text('理由', 'Reason'), required: true },
      next: {
        kind: 'text',
        name: 'next',
        label: text('由哪篇递补', 'Which moves up'),
        suggest: 'story',
        hint: text('候补里有并列时才填', 'Only when reserves are tied'),
      },
      seed: {
        kind: 'text',
        name: 'seed',
        label: text('抽签种子', 'Seed of the draw'),
        hint: text('并列的候补抽签时才填', 'Only when tied reserves draw lots'),
      },
    },
  },
  { name: 'summary', group: 'publish', icon: 'summary' },
  { name: 'briefing', group: 'publish', icon: 'briefing' },
  {
    name: 'notice',
    group: 'publish',
    icon: 'notice',
    next: ['certificates', 'withdraw'],
    fields: {
      posting: {
        kind: 'date',
        name: 'posting',
        label: text('张贴日期', 'Day of posting'),
        hint: text('不填为当天', 'Empty: today'),
      },
      contact: {
        kind: 'text',
        name: 'contact',
        label: text('异议联系方式', 'Where to object'),
        hint: text('不填则按设置', 'Empty: as in Settings'),
      },
    },
  },
  {
    name: 'object',
    group: 'publish',
    icon: 'requirements',
    next: ['close-objection'],
    fields: {
      entry: {
        kind: 'text',
        name: 'entry',
        label: text('针对哪篇', 'Against which entry'),
        suggest: 'story',
        hint: text('盲评号；不填为整个结果', 'Blind number; empty: the result as a whole'),
      },
      by: {
        kind: 'text',
        name: 'by',
        label: text('异议人（实名）', 'Who objects (real name)'),
        required: true,
        hint: text('只存在“异议登记”表里，不进任何公开的表', 'Kept in the register only, on no public sheet'),
      },
      how: {
        kind: 'choice',
        name: 'how',
        label: text('方式', 'How'),
        required: true,
        initial: 'written',
        choices: [
          { value: 'written', label: text('书面', 'In writing') },
          { value: 'phone', label: text('电话', 'By telephone') },
          { value: 'inPerson', label: text('当面', 'In person') },
        ],
      },
      text: { kind: 'multiline', name: 'text', label: text('异议内容', 'What is objected'), required: true },
      at: {
        kind: 'moment',
        name: 'at',
        label: text('收到时间', 'Received'),
        hint: text('活动时区的时刻；不填为现在', 'A moment in the campaign’s zone; empty: now'),
      },
      contact: { kind: 'text', name: 'contact', label: text('异议人联系方式', 'How they can be reached') },
      handledBy: { kind: 'text', name: 'handledBy', label: text('承办人', 'Who looks into it') },
    },
  },
  {
    name: 'close-objection',
    group: 'publish',
    icon: 'accountability',
    next: ['awards', 'notice'],
    previewFirst: true,
    present: presentObjection,
    fields: {
      id: {
        kind: 'text',
        name: 'id',
        label: text('异议编号', 'Objection'),
        hint: text('如 OB01；只有一件未办结时可不填', 'Such as OB01; may be empty while only one is open'),
      },
      to: {
        kind: 'choice',
        name: 'to',
        label: text('结论', 'Closed as'),
        required: true,
        choices: [
          { value: 'founded', label: text('成立', 'Founded') },
          { value: 'unfounded', label: text('不成立', 'Unfounded') },
          { value: 'withdrawn', label: text('撤回', 'Withdrawn') },
        ],
      },
      outcome: {
        kind: 'multiline',
        name: 'outcome',
        label: text('核实情况和答复', 'What was found and answered'),
        hint: text('撤回的可不填', 'May be empty when it was taken back'),
      },
      by: { kind: 'text', name: 'by', label: text('承办人', 'Who looked into it'), required: true },
      at: { kind: 'moment', name: 'at', label: text('办结时间', 'Closed at'), hint: text('不填为现在', 'Empty: now') },
    },
  },
  { name: 'matrix', group: 'publish', icon: 'summary' },
  { name: 'overview', group: 'publish', icon: 'summary' },
  { name: 'accountability', group: 'publish', icon: 'accountability' },
  {
    name: 'certificates',
    group: 'publish',
    icon: 'certificate',
    next: ['agenda'],
    fields: {
      date: {
        kind: 'date',
        name: 'date',
        label: text('落款日期', 'Day on them'),
        hint: text('不填为颁奖会当天', 'Empty: the ceremony'),
      },
      reason: {
        kind: 'text',
        name: 'reason',
        label: text('公示未满仍要生成的理由', 'Why before the notice is over'),
        hint: text(
          '公示期满、无异议时不用填；填写的记入日志',
          'Empty once the notice is over; what is written goes into the log',
        ),
      },
    },
  },
  {
    name: 'agenda',
    group: 'publish',
    icon: 'agenda',
    next: ['prize-receipt'],
    fields: {
      date: {
        kind: 'date',
        name: 'date',
        label: text('日期', 'Day'),
        hint: text('不填为阶段里的颁奖会', 'Empty: the ceremony among the phases'),
      },
      start: {
        kind: 'text',
        name: 'start',
        label: text('第一项开始时间', 'First item begins'),
        placeholder: text('如 9:00', 'such as 9:00'),
        hint: text('填入“会议程序”表；其余按时长接排', 'Goes into the programme; the others follow by their minutes'),
      },
    },
  },
  {
    name: 'prize-receipt',
    group: 'publish',
    icon: 'receipt',
    fields: {
      reason: {
        kind: 'text',
        name: 'reason',
        label: text('公示未满仍要生成的理由', 'Why before the notice is over'),
        hint: text(
          '公示期满、无异议时不用填；填写的记入日志',
          'Empty once the notice is over; what is written goes into the log',
        ),
      },
    },
  },
];
