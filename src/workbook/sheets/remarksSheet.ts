// The sheet 评语 that goes back to the units: a section a unit, a line a remark. Knows no judge's sheet and decides nothing.
import { text, type Language } from '../../core/ground/text';
import type { ListCell, ListPage } from './listPage';
import { MADE_SHEETS } from './madeSheets';

/** An entry with what is told of it. */
export interface PrintedStory {
  readonly blindNo: string;
  readonly title: string;
  /** `judge` null: it is not said who said it. */
  readonly remarks: readonly { readonly judge: string | null; readonly remark: string }[];
}

/** What the sheet 评语 shows; `named`: judges by name. */
export interface RemarksPage {
  readonly campaign: string;
  readonly units: readonly { readonly unit: string; readonly stories: readonly PrintedStory[] }[];
  readonly named: boolean;
}

function rowsOf({ blindNo, title, remarks }: PrintedStory): ListCell[][] {
  return remarks.map(({ judge, remark }, index) => [
    { value: index === 0 ? blindNo : '' },
    { value: index === 0 ? title : '' },
    ...(judge === null ? [] : [{ value: judge }]),
    { value: remark },
  ]);
}

/** Number and title stand beside the first remark of each story. */
export function remarksSheet({ campaign, units, named }: RemarksPage, language: Language): Omit<ListPage, 'stamp'> {
  const say = (zh: string, en: string): string => text(zh, en)[language];
  return {
    name: MADE_SHEETS.Remarks.sheet[language],
    title: say('评委评语', 'Judges’ remarks'),
    subtitle: [campaign],
    grid: [8, 24, ...(named ? [12] : []), named ? 46 : 58],
    sections: units.map(({ unit, stories }) => ({
      heading: unit || say('（未填报送单位）', '(no unit)'),
      columns: [
        { header: say('编号', 'No.') },
        { header: say('题目', 'Title'), left: true },
        ...(named ? [{ header: say('评委', 'Judge') }] : []),
        { header: say('评语', 'Remark'), left: true },
      ],
      rows: stories.flatMap(rowsOf),
    })),
    closing: [],
    landscape: false,
    official: false,
    footer: campaign,
  };
}
