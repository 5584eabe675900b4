// What the help says, topic by topic; all of them in turn are the tour. Knows words and the names of jobs.
import { text, type Text } from '../core/ground/text';
import type { PictureName } from './parts/HelpPicture';

export interface HelpTopic {
  readonly picture: PictureName;
  readonly title: Text;
  readonly body: readonly Text[];
  /** The job that it speaks of. */
  readonly step?: string;
}

/** In the order of the tour. */
export const TOPICS: readonly HelpTopic[] = [
  {
    picture: 'home',
    title: text('首页先看“现在要做的”', 'Start with “To do now”'),
    body: [
      text(
        '最急的在最上面。点文字到表里看是哪几行，点右边的按钮就去做。做完的自己消失。',
        'The most urgent comes first. Its words lead to the rows, its button does the work. What is done disappears.',
      ),
      text(
        '选中台账、名册、收件或作品的任意一行，面板就显示那个单位或作品的情况和能做的事。按 Ctrl+K 可以找任何功能、单位、事项，拼音首字母也行。',
        'Select any row of the tracker, roster, receipts or entries, and the pane shows that unit or story with what can be done. Ctrl+K finds any job, unit or item.',
      ),
    ],
  },
  {
    picture: 'receive',
    title: text('来一份，登记一份', 'One arrives, one is registered'),
    body: [
      text(
        '登记收件：选单位，事项和时间已经填好，勾选收到的材料再登记。也可以直接在“收件登记”表里填，效果一样。',
        'Register one arrival: choose the unit; item and time are filled in; tick what has arrived. Typing into the sheet “Receipts” does the same.',
      ),
    ],
    step: 'receive',
  },
  {
    picture: 'import',
    title: text('一批一批导入：先看后写', 'Import many: look first, then write'),
    body: [
      text(
        '名单、邮箱清单、作品、评分都能从文件或粘贴导入。每一行先给你看：认出了谁、写到哪里、哪里不对；勾选、改正以后才写入。',
        'Lists, mailboxes, entries and scores come from a file or a paste. Every row is shown first: who it is, where it goes, what is wrong. Nothing is written before you say so.',
      ),
    ],
    step: 'import-receipts',
  },
  {
    picture: 'remind',
    title: text('谁逾期了，怎么催', 'Who is overdue, and how to remind'),
    body: [
      text(
        '台账的状态按截止时间自己变。催报给每家备好一段文字，写明缺什么、迟了多久；复制或用邮件打开后由你发出，插件不发送。',
        'Statuses follow the deadlines by themselves. Remind words one text for each unit; you copy or mail it, the add-in sends nothing.',
      ),
    ],
    step: 'remind',
  },
  {
    picture: 'contest',
    title: text('从评分到评定', 'From scores to the decision'),
    body: [
      text(
        '给每位评委一张评分表，评委不用面板。评完计算排名；名额处并列时不替你决定，而是列出规则允许的办法，由你们选，并记下理由。',
        'Each judge gets a sheet and needs no pane. Then rank; where places tie at the quota nothing is decided for you: the ways the rules allow are listed, and your choice is recorded.',
      ),
    ],
    step: 'rank',
  },
  {
    picture: 'undo',
    title: text('做错了可以撤回，别人同时用也不怕', 'Mistakes can be taken back; others may work at the same time'),
    body: [
      text(
        '做完一步会列出改了哪些格（原值 → 新值），一点就撤回。历史里有每一步：谁、何时、改了什么，以及后来据此做了什么。后来改过的内容撤销时不动。',
        'After each step the changed cells are listed (old → new), and one click takes it back. The history has every act: who, when, what, and what rests on it. What was changed since is left alone.',
      ),
      text(
        '几个人可以同时打开一个工作簿：写入前后都会核对，别人改过的不会被盖掉。',
        'Several people may work in one workbook: what is written is looked at before and after, and nobody’s edits are overwritten.',
      ),
    ],
    step: 'undo',
  },
];
