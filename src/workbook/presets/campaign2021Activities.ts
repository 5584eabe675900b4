// The activities of the preset “2021·6·26” after its notice, and what several of its tables say of them.
import { text, type Language, type Text } from '../../core/ground/text';
import { PARTY_DAY } from './campaign2021Settings';
import { serialOf, type RecordOf } from './preset';

/** Units that give a lesson each. */
export const LECTURERS = [
  '县教育局',
  '县公安局',
  '团县委',
  '县文旅广体局',
  '县卫健局',
  '县市场监管局',
  '县邮政分公司',
  '县交通运输局',
];
/** Units that show public notices. */
export const ADVERTISERS = ['县城市执法局', '县广电台', '县交通运输局'];

/** Activities, and the phases that items and activities name. */
const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  组织动员: 'Getting started',
  宣传报道: 'Publicity',
  评选评审: 'Judging',
  颁奖会: 'Award ceremony',
  总结: 'Summing up',
  '“讲述身边的禁毒故事”评选': 'Story contest',
  分享暨颁奖会: 'Award ceremony',
  禁毒主题党日: 'Themed party day',
  '禁毒名师“大讲坛”': 'Lectures against drugs',
  禁毒公益广告: 'Public notices',
  '“衡阳群众”禁毒志愿服务': 'Volunteer service',
};

/** An activity or a phase in the language of the workbook. */
export const named = (name: string, language: Language): string =>
  language === 'zh' ? name : (ENGLISH_NAMES[name] ?? name);

const TOWNSHIPS = text('乡镇', 'townships');
const PARK = text('园区', 'park');
const OTHERS = text('县直机关各单位', 'other county units');
const plain = (units: string): Text => text(units, units);
const joined = (words: readonly Text[], language: Language): string => words.map((word) => word[language]).join('、');

interface Planned {
  readonly activity: string;
  readonly from?: string;
  readonly to?: string;
  /** Units of the roster. */
  readonly leads?: string;
  readonly participants: readonly Text[];
  readonly phase: string;
  readonly note: Text;
}

/** After the notice, “Activities, who does what”: no date where it gives none. */
const ACTIVITIES: readonly Planned[] = [
  {
    activity: '“讲述身边的禁毒故事”评选',
    to: '2021-06-15',
    leads: '县委宣传部、县禁毒办',
    participants: [plain('县委网信办'), text('各成员单位', 'member units'), TOWNSHIPS, PARK],
    phase: '评选评审',
    note: text(
      '各新闻媒体开设专栏；县公安局、县人民检察院、县人民法院收集典型案例',
      'Every news medium opens a column; police, procuratorate and court collect typical cases',
    ),
  },
  {
    activity: '分享暨颁奖会',
    from: '2021-06-26',
    to: '2021-06-26',
    leads: '县禁毒办',
    participants: [plain('县广电台'), TOWNSHIPS, PARK, OTHERS],
    phase: '颁奖会',
    note: text(
      '警示片暖场、领导致辞、宣讲员讲述、诗歌朗诵、颁奖',
      'Warning film, address, storytellers, poetry reading, awards',
    ),
  },
  {
    activity: '禁毒主题党日',
    from: '2021-06-01',
    to: '2021-06-30',
    leads: '县委组织部、县禁毒办',
    participants: [TOWNSHIPS, PARK, OTHERS],
    phase: '宣传报道',
    note: text(PARTY_DAY.map(({ zh }) => zh).join('、'), PARTY_DAY.map(({ en }) => en).join(', ')),
  },
  {
    activity: '禁毒名师“大讲坛”',
    participants: LECTURERS.map(plain),
    phase: '宣传报道',
    note: text('一堂 30 分钟的禁毒课，制成视频作品', 'A lesson of 30 minutes, made into a video'),
  },
  {
    activity: '禁毒公益广告',
    to: '2021-06-30',
    leads: '县禁毒办',
    participants: ADVERTISERS.map(plain),
    phase: '宣传报道',
    note: text('5 月下旬起；电视、广播、户外屏、公交', 'From late May; television, radio, outdoor screens, buses'),
  },
  {
    activity: '“衡阳群众”禁毒志愿服务',
    participants: [TOWNSHIPS, PARK, OTHERS],
    phase: '宣传报道',
    note: text('六进', 'In schools, homes, offices, firms, villages and neighbourhoods'),
  },
];

/** As the notice plans them. */
export function activities(language: Language): RecordOf<'Activities'>[] {
  const day = (date: string | undefined): number | '' => (date === undefined ? '' : serialOf(`${date}T00:00:00`));
  return ACTIVITIES.map((planned): RecordOf<'Activities'> => ({
    activity: named(planned.activity, language),
    from: day(planned.from),
    to: day(planned.to),
    leads: planned.leads ?? '',
    participants: joined(planned.participants, language),
    phase: named(planned.phase, language),
    note: planned.note[language],
  }));
}
