// 参评作品: one entry of the contest, whatever the campaign has judged.
import { text } from '../../../core/ground/text';
import { keptColumn } from '../../contract/kept';
import { PALETTE } from '../../contract/palette';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';
import { evenList } from '../../contract/evenList';
import { withIssues } from '../../contract/issueColumn';
import { ANOTHERS_NAME, UNIT_HELP, UNIT_ID, unitIsGone } from '../units/unitReference';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Entries: KeyOf<typeof ENTRIES>;
  }
}

const REGISTER = defineTable({
  name: 'Entries',
  sheet: text('参评作品', 'Entries'),
  title: text('参评作品登记', 'Entries of the contest'),
  guide: text(
    '评委只看到编号和题目。不参评的把“参评”改为“否”，不要删行。',
    'Judges see only the number and the title. Set Eligible to No instead of deleting a row.',
  ),
  key: ['entryId'],
  tabColor: '#7C3AED',
  landscape: true,
  frozen: 2,
  columns: [
    {
      key: 'entryId',
      header: text('参评编号', 'Entry ID'),
      formerly: ['故事编号'],
      type: 'id',
      width: 10,
      center: true,
    },
    { key: 'blindNo', header: text('盲评号', 'Blind no.'), type: 'id', width: 9, center: true, input: true },
    {
      key: 'unit',
      header: text('报送单位', 'Unit'),
      type: 'text',
      shrink: true,
      width: 18,
      input: true,
      validation: (f) => ({ kind: 'list', source: `=${f.setting('unitNames')}` }),
    },
    { key: 'title', header: text('题目', 'Title'), type: 'text', shrink: true, width: 34, input: true },
    {
      key: 'category',
      header: text('类别', 'Category'),
      type: 'text',
      width: 24,
      input: true,
      prompt: text('填设置里的类别之一', 'One of the categories in Settings'),
    },
    {
      key: 'storyteller',
      header: text('参评人', 'Entrant'),
      formerly: ['讲述人', 'Storyteller'],
      type: 'text',
      width: 14,
      input: true,
    },
    {
      key: 'eligible',
      header: text('参评', 'Eligible'),
      type: 'choice',
      labels: 'yesNo',
      width: 8,
      input: true,
      center: true,
      initial: 'yes',
    },
    { key: 'note', header: text('备注', 'Note'), type: 'text', width: 26, input: true },
    UNIT_ID,
    ...UNIT_HELP,
    keptColumn('entryId', 'blindNo', 'title', 'category', { print: 'storyteller' }, { print: 'note' }),
  ],
  highlights: [
    {
      when: (cell, f) => `${cell('eligible')}=${f.label('yesNo', 'no')}`,
      fill: PALETTE.offFill,
      color: PALETTE.offInk,
    },
  ],
});

/** One entry a row. Marked: an unknown unit, no title, a blind number that is there twice, a category that the settings do not have. */
export const ENTRIES = withIssues(REGISTER, [
  {
    columns: ['unit', 'unitId'],
    when: (f): string => `IF(${f.cell('unitId')}="",${f.cell('unit')}&${f.cell('title')}<>"",${unitIsGone(f)})`,
  },
  ANOTHERS_NAME,
  { columns: ['title'], when: (f): string => `IF(${f.cell('title')}="",${f.cell('unit')}<>"",FALSE)` },
  {
    columns: ['blindNo'],
    when: (f): string =>
      `IF(${f.cell('blindNo')}="",FALSE,COUNTIF(${f.column('Entries', 'blindNo')},${f.cell('blindNo')})>1)`,
  },
  {
    columns: ['category'],
    when: (f): string => {
      const categories = evenList(f.setting('storyCategories'));
      const known = `ISNUMBER(FIND("、"&TRIM(${f.cell('category')})&"、","、"&${categories}&"、"))`;
      return `IF(OR(${f.cell('title')}="",${categories}=""),FALSE,NOT(${known}))`;
    },
  },
]);
