// Which settings there are: key, wording, how a cell is read. A new setting is a new row here and a field in core/campaign/settings.ts.
import type { Text } from '../../../core/ground/text';
import { text } from '../../../core/ground/text';
import type { LabelSet } from '../../contract/labels';

/** How a setting's cell is read. */
export type SettingKind = 'text' | 'list' | 'integer' | 'moment' | 'choice' | 'phases' | 'words' | 'days';

/** One setting: a row of 设置. */
export interface SettingRow<K extends string = string> {
  /** Stands in the sheet and never changes. */
  readonly key: K;
  readonly name: Text;
  readonly note: Text;
  readonly kind: SettingKind;
  readonly labels?: LabelSet;
  /** Least and most of whole numbers. */
  readonly min?: number;
  readonly max?: number;
  /** Its cell may be empty. */
  readonly optional?: boolean;
  /** The add-in's own: shown greyed, not for people to change. */
  readonly fixed?: boolean;
}

const row = <const K extends string>(
  key: K,
  kind: SettingKind,
  name: Text,
  note: Text,
  more: Partial<SettingRow<never>> = {},
): SettingRow<K> => ({
  key,
  kind,
  name,
  note,
  ...more,
});
const choice = <const K extends string>(key: K, labels: LabelSet, name: Text, note: Text): SettingRow<K> =>
  row(key, 'choice', name, note, { labels });
const whole = <const K extends string>(key: K, min: number, max: number, name: Text, note: Text): SettingRow<K> =>
  row(key, 'integer', name, note, { min, max });

const words = <const K extends string>(key: K, name: Text, note: Text): SettingRow<K> =>
  row(key, 'text', name, note, { optional: true });

const CERTIFICATE_TEMPLATE = text(
  '由“证书模板”表得出，请到那里改',
  'Follows from the certificate template: change it there',
);

/** What the campaign calls its contest, its honour and its papers. */
const CONTEST_WORDS = [
  words('entryWord', text('参评的是', 'What is judged'), text('如：作品、照片、节目', 'Such as: entry, poster')),
  words('personWord', text('参评人称呼', 'Who enters'), text('如：作者、主创', 'Such as: author, speaker')),
  words(
    'contestName',
    text('评选名称', 'Name of the contest'),
    text('印在证书和签收表上', 'Printed on certificates and receipts'),
  ),
  words('honour', text('称号', 'Name of the honour'), text('获奖者被评为什么', 'What winners are called')),
  words(
    'memberName',
    text('成员单位全称', 'Members in full'),
    text('核对名册时这样称呼“成员单位”', 'How the roster check calls member units'),
  ),
  row(
    'storyCategories',
    'list',
    text('作品类别', 'Categories of entries'),
    text('用“、”隔开；留空＝不分类', 'Separated by 、; empty = none'),
    {
      optional: true,
    },
  ),
  row(
    'aliasCategories',
    'list',
    text('须用化名的类别', 'Categories under an alias'),
    text(
      '这些类别的参评人在各张名单上一律不写真名；参评人写成“王芳（化名小丽）”的，写化名',
      'Entrants of these categories are named on no list; one written “Wang Fang (alias Lily)” stands there by the alias',
    ),
    { optional: true },
  ),
  words('awardsTitle', text('获奖名单标题', 'Title of the award list'), text('留空＝获奖名单', 'Empty = Award list')),
  words(
    'noticeTitle',
    text('公示标题', 'Title of the notice'),
    text('留空＝评选结果公示', 'Empty = Notice of the result'),
  ),
  words(
    'noticeText',
    text('公示正文', 'Text of the notice'),
    text(
      '可用：{依据} {评委数} {决定人} {件数} {作品} {称号} {评选} {活动} {主办}；方括号内的字段为空时整段略去',
      'Fields: {basis} {judges} {by} {count} {entries} {honour} {contest} {campaign} {organiser}; what stands in square brackets goes when its field is empty',
    ),
  ),
  words(
    'agendaTitle',
    text('议程标题', 'Title of the agenda'),
    text('留空＝颁奖会议程', 'Empty = Agenda of the ceremony'),
  ),
  words('certificateTitle', text('证书标题', 'Head of the certificate'), CERTIFICATE_TEMPLATE),
  words('certificateText', text('证书正文', 'Text of the certificate'), CERTIFICATE_TEMPLATE),
  words('certificateHonour', text('证书称号行', 'Honour on the certificate'), CERTIFICATE_TEMPLATE),
  words('certificateClosing', text('证书结语', 'Closing of the certificate'), CERTIFICATE_TEMPLATE),
];

const ROWS = [
  row('campaign', 'text', text('活动名称', 'Campaign'), text('印在各张表的抬头', 'Printed at the head of the sheets')),
  row('theme', 'text', text('主题', 'Theme'), text('', ''), { optional: true }),
  row('organiser', 'text', text('主办单位', 'Organiser'), text('落款用', 'Signs notices and briefings'), {
    optional: true,
  }),
  whole('year', 2000, 2100, text('年份', 'Year'), text('没有年份的日期按这一年', 'The year of dates that name none')),
  row(
    'asOf',
    'moment',
    text('截至时间', 'As of'),
    text('留空＝现在；填 2021-06-10 18:00 之类则各表状态按那一刻', 'Empty = now; a moment freezes every status at it'),
    { optional: true },
  ),
  row(
    'zone',
    'text',
    text('时区', 'Time zone'),
    text('所有时间都是这一时区的钟面时间', 'All times are wall-clock times of this zone'),
  ),
  row(
    'language',
    'text',
    text('工作簿语言', 'Workbook language'),
    text('zh-CN 或 en-US，建表时确定，请勿改', 'zh-CN or en-US; fixed when the workbook was made'),
  ),
  row(
    'expected.township',
    'integer',
    text('应有乡镇数', 'Expected townships'),
    text('留空则不核对', 'Empty = not checked'),
    { min: 0, max: 9999, optional: true },
  ),
  row('expected.park', 'integer', text('应有园区数', 'Expected parks'), text('', ''), {
    min: 0,
    max: 9999,
    optional: true,
  }),
  row(
    'expected.member',
    'integer',
    text('应有成员单位数', 'Expected member units'),
    text('留空则不核对', 'Empty = not checked'),
    { min: 0, max: 9999, optional: true },
  ),
  ...CONTEST_WORDS,
  row(
    'partWords',
    'words',
    text('附件识别词', 'Attachment words'),
    text('材料＝词，词；材料＝词', 'part=word,word;part=word'),
    { optional: true },
  ),
  choice(
    'aggregate',
    'aggregate',
    text('计分方法', 'Aggregate'),
    text('评分开始前定下，随结果公布', 'Fixed before scoring, printed with the result'),
  ),
  whole(
    'trimFrom',
    3,
    99,
    text('去极值起点', 'Trim from'),
    text(
      '有效评委达到此数才去掉最高最低分，不足则取平均并注明',
      'With fewer scores the plain mean is taken, and said so',
    ),
  ),
  whole(
    'decimals',
    0,
    6,
    text('小数位数', 'Decimals'),
    text('四舍五入后的得分决定名次', 'The rounded, shown score decides places'),
  ),
  choice(
    'shownDecides',
    'yesNo',
    text('按显示分定名次', 'Shown score decides'),
    text('“否”则按未取整的得分', 'No = the unrounded score decides'),
  ),
  choice('rankingMethod', 'ranking', text('并列占位', 'Ranking method'), text('', '')),
  row(
    'tieBreak',
    'list',
    text('同分比较顺序', 'Tie-break order'),
    text(
      '标准编号或名称、最高分、两两比较、抽签:种子，用“、”隔开；留空则同分并列',
      'Criterion IDs, highest score, head-to-head, lots:seed, separated by 、; empty = ties stay tied',
    ),
    { optional: true },
  ),
  whole(
    'minimumScores',
    1,
    99,
    text('最少有效评委', 'Minimum of scores'),
    text('不足此数的作品为待定，不排名', 'Entries with fewer scores stay undecided'),
  ),
  row(
    'awardQuota',
    'integer',
    text('获奖名额', 'Awards'),
    text('由“奖项设置”算出，请到那里改', 'Follows from the award tiers: change it there'),
    { min: 1, max: 999, optional: true },
  ),
  row(
    'prize',
    'integer',
    text('每名奖金（元）', 'Prize (yuan)'),
    text('由“奖项设置”算出：最高一档', 'Follows from the award tiers: the highest'),
    { min: 0, max: 1000000, optional: true },
  ),
  whole('reserve', 0, 99, text('候补名额', 'Reserve places'), text('', '')),
  whole('noticeDays', 1, 60, text('公示工作日', 'Notice, working days'), text('不少于', 'At least')),
  choice('countPostingDay', 'yesNo', text('张贴当天计入', 'Posting day counts'), text('', '')),
  row('daysOff', 'days', text('放假日', 'Days off'), text('法定节假日，YYYY-MM-DD', 'Public holidays, YYYY-MM-DD'), {
    optional: true,
  }),
  row('workDays', 'days', text('调休上班日', 'Make-up work days'), text('', ''), { optional: true }),
  row(
    'phases',
    'phases',
    text('活动阶段', 'Phases'),
    text('由“活动阶段”表算出，请到那里改', 'Follows from the table of phases: change it there'),
    {
      optional: true,
    },
  ),
  row(
    'basis',
    'text',
    text('评选依据', 'Basis of the contest'),
    text('公示引用的文件', 'The document that the notice cites'),
    { optional: true },
  ),
  row(
    'objectionContact',
    'text',
    text('异议联系方式', 'Where to object'),
    text('印在公示上：电话、地址，请填办公室的公开电话', 'Printed on the notice: the office’s public line and address'),
    { optional: true },
  ),
  row(
    'ceremonyPlace',
    'text',
    text('颁奖会地点', 'Place of the ceremony'),
    text('印在议程上', 'Printed on the agenda'),
    { optional: true },
  ),
  row(
    'titleFont',
    'choice',
    text('公文标题字体', 'Type of titles'),
    text(
      '公示、名单、证书、议程、简报的标题；国标为小标宋，选打印的电脑装有的；留空＝宋体加粗',
      'Titles of notice, lists, certificates, agenda, briefing: choose one that the printing computer has; empty = SimSun bold',
    ),
    { labels: 'titleFont', optional: true },
  ),
  row(
    'bodyFont',
    'choice',
    text('公文正文字体', 'Type of the text'),
    text('同上，国标为仿宋；留空＝仿宋', 'The same papers; empty = FangSong'),
    { labels: 'bodyFont', optional: true },
  ),
  row(
    'accountabilityRule',
    'text',
    text('问责依据', 'Accountability rule'),
    text('追责名单引用', 'Cited by the accountability list'),
    { optional: true },
  ),
  row(
    'sealed',
    'text',
    text('封存', 'Sealed'),
    text(
      '由“封存归档”填写，请勿改；要改动先“解除封存”',
      'Written when the workbook is sealed; to change anything, break the seal first',
    ),
    { optional: true, fixed: true },
  ),
  row('preset', 'text', text('预设', 'Preset'), text('由加载项填写，请勿改', 'Written by the add-in, do not change'), {
    optional: true,
    fixed: true,
  }),
  row(
    'schemaVersion',
    'integer',
    text('表结构版本', 'Schema version'),
    text(
      '由加载项填写，请勿改；“升级与修复”据此补齐较早的工作簿',
      'Written by the add-in, do not change; “Upgrade and repair” goes by it',
    ),
    { min: 1, max: 9999, optional: true, fixed: true },
  ),
];

/** Every setting there is. */
export type SettingKey = (typeof ROWS)[number]['key'];

/** Of campaigns alone whose units are of a county's four categories; where one of the numbers stands, they are. */
export const COUNTY_SETTINGS: readonly SettingKey[] = [
  'expected.township',
  'expected.park',
  'expected.member',
  'memberName',
];

/** In the order of the sheet 设置. */
export const SETTING_ROWS: readonly SettingRow<SettingKey>[] = ROWS;

declare module '../../contract/keys' {
  interface NamedValues extends Record<SettingKey, true> {
    /** Lists that drop-downs offer. */
    unitNames: true;
    requirementIds: true;
    phaseNames: true;
    activityNames: true;
  }
}
