// What a job says when it has only been previewed: nothing that is not written yet is said as a fact. Knows no job.
import { text, type Text } from '../../core/ground/text';

/** Acts of jobs, as their messages say them when they are done. */
const DONE =
  /已(?=生成|登记|记录|确定|排名|停用|办结|改正|改回|恢复|读回|建好|写入|导入|清除|更新|延期|催报|评定|固定|取消|撤回|撤销|备好|补齐|刷新|审核)/gu;

/** The same of the few that have a word for it in English. */
const DONE_IN_ENGLISH: readonly (readonly [done: RegExp, then: string])[] = [
  [/^Undone: /, 'To be undone: '],
  [/\bis on record \(/, 'will be on record ('],
  [/\bare ready: copy\b/, 'will be ready to be sent: copy'],
];

/** Example: “获奖名单已生成：10 件” is said as “预览，还没有写入。获奖名单将生成：10 件”. */
export function previewMessage({ zh, en }: Text): Text {
  const ahead = DONE_IN_ENGLISH.reduce((words, [done, then]) => words.replace(done, then), en);
  return text(`预览，还没有写入。${zh.replace(DONE, '将')}`, `Preview, nothing is written yet. ${ahead}`);
}
