// The jobs that follow a decision, as they are offered: objections to the notice, the ceremony's agenda, the receipt of the prizes.
import { text } from '../../core/ground/text';
import type { CatalogueEntry } from '../run/catalogueEntry';
import { asEntry } from '../run/catalogueEntry';
import { PUBLISH_CHECK } from '../publish/publishCheckJob';

export const AFTER_DECISION: readonly CatalogueEntry[] = [
  {
    name: 'object',
    takesFile: false,
    title: text('登记异议', 'Register an objection'),
    summary: text(
      '对公示结果的异议：实名、方式、内容；期外的照收并注明；办结前名单待定',
      'An objection to the notice: real name, how, what; late ones are taken and marked; until it is closed the list is pending',
    ),
    settings: {
      entry: text('针对哪篇的盲评号；不填为整个结果', 'blind number of the entry; empty = the result as a whole'),
      by: text('异议人真实姓名或单位，只存在登记表里', 'who objects, by the real name; kept in the register only'),
      how: text('方式：书面、电话、当面', 'how: In writing, By telephone, In person'),
      text: text('异议内容', 'what is objected'),
      at: text('收到时间，如 2021-06-23 10:00；不填为现在', 'when it came in, such as 2021-06-23 10:00; else now'),
      contact: text('异议人联系方式', 'how they can be reached'),
      handledBy: text('承办人', 'who looks into it'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../publish/object')).object(
        deps,
        {
          entry: settings['entry'],
          by: settings['by'],
          how: settings['how'],
          text: settings['text'],
          at: settings['at'],
          contact: settings['contact'],
          handledBy: settings['handledBy'],
        },
        mode,
      ),
  },
  {
    name: 'close-objection',
    takesFile: false,
    title: text('处理异议', 'Answer an objection'),
    summary: text(
      '办结一件异议：成立、不成立或撤回；成立的不自动改名单，指向退出递补',
      'Closes an objection: founded, unfounded or withdrawn; a founded one changes no list by itself but points to “Withdraw”',
    ),
    settings: {
      id: text(
        '异议编号，如 OB01；只有一件未办结时可不填',
        'the objection, such as OB01; may be empty while only one is open',
      ),
      to: text('结论：成立、不成立、撤回', 'closed as: Founded, Unfounded, Withdrawn'),
      outcome: text('核实情况和答复', 'what was found and answered'),
      by: text('承办人', 'who looked into it'),
      at: text('办结时间；不填为现在', 'when it was closed; else now'),
    },
    run: async (deps, { settings }, mode) =>
      (await import('../publish/closeObjection')).closeObjection(
        deps,
        {
          id: settings['id'],
          to: settings['to'],
          outcome: settings['outcome'],
          by: settings['by'],
          at: settings['at'],
        },
        mode,
      ),
  },
  {
    name: 'agenda',
    takesFile: false,
    title: text('生成颁奖会议程', 'Make the ceremony’s agenda'),
    summary: text(
      '按“会议程序”表排出时间，颁奖一项列出获奖名单（须化名的用化名），A4',
      'Times the items of the programme and lists the winners under their item, under an alias where one is needed; A4',
    ),
    settings: {
      date: text(
        '日期，如 2021-06-26；默认按阶段里的颁奖会',
        'day such as 2021-06-26; default: the ceremony among the phases',
      ),
      start: text(
        '第一项开始时间，如 9:00；填入“会议程序”',
        'when the first item begins, such as 9:00; goes into the programme',
      ),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../publish/agenda')).agenda(
        deps,
        { date: settings['date'], start: settings['start'], strict },
        mode,
      ),
  },
  {
    name: 'prize-receipt',
    takesFile: false,
    title: text('生成奖金签收表', 'Make the prize receipt'),
    summary: text(
      '按评定记录，每个获奖作品一行：单位、金额、签名和日期留空；只算合计，A4',
      'From the decision on record, a row a winner: unit, amount, room for signature and date; nothing but the total is computed; A4',
    ),
    settings: {
      reason: text(
        '公示未满或异议未了仍要生成的理由',
        'why it is made before the notice is over or with an objection open',
      ),
    },
    run: async (deps, { strict, settings }, mode) =>
      (await import('../publish/prizeReceipt')).prizeReceipt(deps, { reason: settings['reason'], strict }, mode),
  },
  asEntry(PUBLISH_CHECK),
];
