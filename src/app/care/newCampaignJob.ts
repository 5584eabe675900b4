// Job 'new', as it is offered.
import { text } from '../../core/ground/text';
import { defineJob } from '../run/defineJob';
import { options, type InputOf } from '../run/options';

const OPTIONS = options({
  preset: {
    kind: 'text',
    label: text('预设', 'The preset'),
    detail: text('默认 2021-6-26', 'default 2021-6-26'),
    inPane: false,
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
      '在本工作簿里建好全部工作表，并填入“2021·6·26”活动的单位、事项和评分标准。各单位的联系人和电话留空，由办公室补填。',
      'Makes every sheet in this workbook and fills in the units, requirements and criteria of the 2021·6·26 campaign. Contacts and phones stay blank for the office to fill in.',
    ),
  },
  options: OPTIONS,
  place: { group: 'prepare', icon: 'campaign', next: ['import-roster', 'check'] },
  reads: { tables: [] },
  writes: 'tables',
  nothing: { tables: [] },
  act: async () => (await import('./newCampaign')).newCampaign,
});
