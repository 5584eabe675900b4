// 设置: one setting a row. Each is also a defined name (Set_<key>), so formulas find it wherever the row is sorted to.
import { text } from '../../../core/ground/text';
import { defineTable } from '../../contract/spec';
import type { KeyOf } from '../../contract/spec';
import { withIssues } from '../../contract/issueColumn';
import { FOLLOWING, piecesFormula, SETTING_ISSUES } from './settingIssues';

declare module '../../contract/keys' {
  interface ColumnKeys {
    Settings: KeyOf<typeof SETTINGS>;
  }
}

const ROWS = defineTable({
  name: 'Settings',
  sheet: text('设置', 'Settings'),
  title: text('活动设置', 'Campaign settings'),
  guide: text(
    '只改“值”一列。“截至时间”留空即按现在计算；填入时刻则全表按该时刻计算。',
    'Change only the Value column. An empty as-of time means now; a moment there freezes every status at it.',
  ),
  key: ['key'],
  tabColor: '#6B7280',
  landscape: false,
  frozen: 0,
  columns: [
    { key: 'name', header: text('名称', 'Setting'), type: 'longText', width: 22 },
    {
      key: 'value',
      header: text('值', 'Value'),
      type: 'any',
      width: 39,
      input: true,
      validation: (_f, cell) => {
        const other = FOLLOWING.map((key) => `${cell('key')}<>"${key}"`).join(',');
        return { kind: 'custom', formula: `=OR(ISFORMULA(${cell('value')}),AND(${other}))` };
      },
      typeInstead: text(
        '名额、奖金请在“奖项设置”改，活动阶段请在“活动阶段”表改，证书请在“证书模板”表改。',
        'Change seats and prizes on the sheet of award tiers, phases on theirs, certificates in the certificate template.',
      ),
    },
    { key: 'note', header: text('说明', 'Meaning'), type: 'longText', width: 46 },
    { key: 'key', header: text('键', 'Key'), type: 'id', width: 20 },
    {
      key: 'pieces',
      header: text('分项', 'Pieces'),
      type: 'text',
      width: 8,
      hidden: true,
      optional: true,
      formula: piecesFormula,
    },
  ],
});

/** Nobody types rows below it. */
export const SETTINGS = withIssues(ROWS, SETTING_ISSUES, false);
