// A public page of a workbook in which nobody has said whose it is: no campaign's name at its head, nobody who signs. Knows no page.
import type { Problem } from '../../core/ground/problem';
import { text, type Text } from '../../core/ground/text';
import { SETTINGS } from '../../workbook/tables/settings/settings';
import type { Situation } from '../run/runJob';

/** What a workbook made from nothing has for a name: words in brackets, to be typed over. */
const PLACEHOLDER = /^[（(].*[）)]$/u;

function missing(row: string, found: string, expected: Text, message: Text): Problem {
  return { code: 'missing-setting', table: SETTINGS.name, row, found, expected, message };
}

/** Example: `organiser` is blank → one notice that names the setting. */
export function unsigned({ campaign }: Pick<Situation, 'campaign'>): Problem[] {
  const { campaign: name, organiser } = campaign.settings;
  return [
    ...(name !== '' && !PLACEHOLDER.test(name)
      ? []
      : [
          missing(
            'campaign',
            name,
            text('活动名称', 'the name of the campaign'),
            text(
              `页首印着“${name}”：请在设置“活动名称”填写后重新生成。`,
              `The head of the page says “${name}”: fill in the setting “Campaign” and make the page again.`,
            ),
          ),
        ]),
    ...(organiser !== ''
      ? []
      : [
          missing(
            'organiser',
            '',
            text('主办单位', 'who signs'),
            text(
              '落款和主办单位空着：请在设置“主办单位”填写后重新生成。',
              'Nobody signs the page: fill in the setting “Organiser” and make the page again.',
            ),
          ),
        ]),
  ];
}
