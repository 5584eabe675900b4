// 评选决定: what was settled about the contest, append only. Made when the first thing is settled; older workbooks lack it.
import { text } from '../../../core/ground/text';
import { PALETTE } from '../../contract/palette';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Decisions: KeyOf<typeof DECISIONS>;
  }
}

/** One act, or one entry of an act, a row; rows of one `actId` belong together. */
export const DECISIONS = defineTable({
  name: 'Decisions',
  sheet: text('评选决定', 'Decisions'),
  title: text('评选决定记录', 'Decisions of the contest'),
  guide: text(
    '只增不改：规则何时确定、复评得票多少、评委会如何评定、谁退出由谁递补、何时公示，都在这里，名单和证书以此为准。',
    'Append only: when the rules were fixed, what a re-vote gave, what the committee decided, who withdrew and who moved up, when the notice ran. Lists and certificates follow it.',
  ),
  key: ['actId', 'entryId'],
  tabColor: '#7C3AED',
  landscape: true,
  frozen: 2,
  columns: [
    { key: 'actId', header: text('决定编号', 'Act'), type: 'id', width: 9, center: true },
    { key: 'act', header: text('事项', 'What'), type: 'choice', labels: 'act', width: 10, center: true },
    { key: 'rank', header: text('名次', 'Rank'), type: 'decimal', width: 6, center: true, numberFormat: 'General' },
    { key: 'blindNo', header: text('盲评号', 'Blind no.'), type: 'id', width: 8, center: true },
    { key: 'title', header: text('题目', 'Title'), type: 'longText', width: 22 },
    { key: 'unit', header: text('报送单位', 'Unit'), type: 'longText', width: 15 },
    { key: 'shown', header: text('得分', 'Score'), type: 'text', width: 8, center: true },
    { key: 'votes', header: text('复评得票', 'Votes'), type: 'integer', width: 8, center: true, optional: true },
    { key: 'outcome', header: text('结果', 'Outcome'), type: 'choice', labels: 'outcome', width: 10, center: true },
    { key: 'tier', header: text('奖项', 'Tier'), type: 'longText', width: 12, center: true, optional: true },
    { key: 'at', header: text('时间', 'When'), type: 'moment', width: 19, center: true },
    { key: 'by', header: text('决定人', 'By'), type: 'longText', width: 20 },
    { key: 'reason', header: text('理由', 'Reason'), type: 'longText', width: 22 },
    { key: 'tie', header: text('并列处理', 'Tie'), type: 'choice', labels: 'tie', width: 10, center: true },
    { key: 'seed', header: text('抽签种子', 'Seed'), type: 'text', width: 12 },
    { key: 'content', header: text('规则内容', 'Rules'), type: 'longText', width: 40 },
    { key: 'fingerprint', header: text('指纹', 'Fingerprint'), type: 'id', width: 10, center: true },
    {
      key: 'entryId',
      header: text('参评编号', 'Entry ID'),
      formerly: ['故事编号'],
      type: 'id',
      width: 9,
      center: true,
    },
  ],
  highlights: [
    {
      when: (cell, f) =>
        `OR(${cell('outcome')}=${f.label('outcome', 'award')},${cell('outcome')}=${f.label('outcome', 'movedUp')})`,
      columns: ['outcome'],
      fill: PALETTE.goodFill,
      color: PALETTE.goodInk,
      bold: true,
    },
    {
      when: (cell, f) => `${cell('outcome')}=${f.label('outcome', 'reserve')}`,
      columns: ['outcome'],
      fill: PALETTE.waitFill,
      color: PALETTE.waitInk,
    },
    {
      when: (cell, f) => `${cell('outcome')}=${f.label('outcome', 'withdrawn')}`,
      columns: ['outcome'],
      fill: PALETTE.offFill,
      color: PALETTE.offInk,
    },
  ],
});
