// Job 'new', as it is offered.
import { text } from '../../core/ground/text';
import { PRESET_HEADS } from '../../workbook/presets/presetHeads';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

/** What is made when nobody names one. */
const FIRST = PRESET_HEADS.campaign2021.id;

const OPTIONS = options({
  preset: {
    kind: 'choice',
    choices: Object.values(PRESET_HEADS).map(({ id, title }) => ({ value: id, label: title })),
    default: FIRST,
    loose: true,
    label: text('从哪个样子开始', 'What to begin with'),
    hint: text(
      '里面的内容建好后都能改',
      'All of it can be changed afterwards. Units, parts and criteria of the 2021 campaign stay in Chinese, as its office writes them',
    ),
    detail: text(`默认 ${FIRST}`, `default ${FIRST}`),
  },
  campaign: {
    kind: 'text',
    label: text('活动名称', 'Name of the campaign'),
    hint: text('不填：样子里的名称', 'Left empty: the name of what it begins with'),
  },
  theme: { kind: 'text', label: text('主题', 'Theme') },
  organiser: { kind: 'text', label: text('主办单位', 'Organiser') },
  zone: {
    kind: 'text',
    label: text('时区', 'Time zone'),
    hint: text('如 Asia/Shanghai（北京时间）；截止时间都按它算', 'Such as Europe/London; all due times go by it'),
    suggest: 'zone',
  },
  year: {
    kind: 'number',
    min: 2000,
    max: 2100,
    label: text('年份', 'Year'),
    hint: text(
      '样子里的日期推到这一年的同月同日，建好后逐项核对',
      'Dates go to the same days of that year; look through them afterwards',
    ),
  },
});

export type NewInput = InputOf<typeof OPTIONS>;

export const NEW = defineJob({
  name: 'new',
  words: {
    title: text('建立活动工作簿', 'Make the campaign workbook'),
    summary: text(
      '在空白工作簿里建好名册、事项、台账、收件、评选各表',
      'Makes the roster, items, tracker, receipts and contest tables in an empty workbook',
    ),
    help: text(
      '分三步：一、在这里定名称和年份，建好全部工作表；二、导入联络员名单，或直接在“单位名册”里填；三、在“报送事项”“活动安排”“活动阶段”“评分标准”“奖项设置”里改成自己的。各单位的联系人和电话留空，由办公室补填。',
      'Three steps: name and year here, which makes every sheet; then units, from a contact list or typed into Units; then items, activities, phases, criteria and tiers, edited in their sheets. Contacts and phones stay blank for the office to fill in.',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'campaign', next: ['import-roster', 'check'] },
  reads: { tables: [] },
  writes: 'tables',
  nothing: { tables: [] },
  act: async () => (await import('./newCampaign')).newCampaign,
});
