// Every spelling of a moment that imports and forms accept, one row a kind, for the documents and their test. Reads nothing itself.
import { text, type Text } from '../ground/text';

interface Spelling {
  /** As somebody writes it. */
  readonly written: string;
  /** What it is read as in a campaign of 2021, ISO; null: it is refused. */
  readonly read: string | null;
  readonly note: Text;
}

const spelling = (written: string, read: string | null, zh: string, en: string): Spelling => ({
  written,
  read,
  note: text(zh, en),
});

/** Spellings of a moment that are read, each with what it means in a campaign of 2021: the tests and the page of spellings follow it. */
export const MOMENT_SPELLINGS: readonly Spelling[] = [
  spelling('2021-06-07 18:00', '2021-06-07T18:00:00', '电子表格、邮箱', 'spreadsheets, mail programs'),
  spelling('2021-06-07T18:00:59', '2021-06-07T18:00:59', '带 T', 'with a T'),
  spelling('2021-06-07 18:00:59.123', '2021-06-07T18:00:59', '秒的小数略去', 'fractions of a second are left off'),
  spelling('2021/6/7 8:05', '2021-06-07T08:05:00', '斜线', 'slashes'),
  spelling('2021.6.7 18:00', '2021-06-07T18:00:00', '点', 'dots'),
  spelling('20210607 18:00', '2021-06-07T18:00:00', '八位数字', 'eight digits'),
  spelling(
    '202106071800',
    '2021-06-07T18:00:00',
    '系统导出的十二位、十四位数字',
    'twelve or fourteen digits, as systems export them',
  ),
  spelling('2021—06—07 18:00', '2021-06-07T18:00:00', '破折号、反斜线', 'long dashes, backslashes'),
  spelling('21/6/7 18:00', '2021-06-07T18:00:00', '两位年份，只认活动年份', 'two digits, the campaign’s year only'),
  spelling('6.7 18:00', '2021-06-07T18:00:00', '没写年份：按活动年份，并提示', 'no year: the campaign’s, and told'),
  spelling('6.7日 18:00', '2021-06-07T18:00:00', '点加“日”', 'a dot and 日'),
  spelling('6/7日 18:00', '2021-06-07T18:00:00', '斜线加“日”', 'a slash and 日'),
  spelling('6-7 18:00', '2021-06-07T18:00:00', '横线', 'a dash'),
  spelling('2021年6月7日18时30分', '2021-06-07T18:30:00', '年月日时分', 'Chinese units'),
  spelling('2021 年 6 月 7 日 18:00', '2021-06-07T18:00:00', '中间有空格', 'blanks between'),
  spelling('6月7号 17:30', '2021-06-07T17:30:00', '“号”', '号 for the day'),
  spelling('6月7日 周一 18:00', '2021-06-07T18:00:00', '带星期（周、星期、礼拜），不核对', 'a weekday, not checked'),
  spelling('二〇二一年六月七日十八时', '2021-06-07T18:00:00', '汉字数字', 'Chinese numerals'),
  spelling('二○二一年六月七日 18:00', '2021-06-07T18:00:00', '“○”作零', 'a circle for zero'),
  spelling('六月廿六日 9:00', '2021-06-26T09:00:00', '“廿”“卅”', '廿 for twenty, 卅 for thirty'),
  spelling('２０２１年６月７日　１８：００', '2021-06-07T18:00:00', '全角', 'full width'),
  spelling('6月7日下午4点', '2021-06-07T16:00:00', '下午、午后、傍晚', 'afternoon'),
  spelling('6月7日下午8点30分', '2021-06-07T20:30:00', '以上午、下午作 AM、PM 的时钟', 'clocks that say 下午 for PM'),
  spelling('2021/6/7 下午 8:30:15', '2021-06-07T20:30:15', '同上', 'the same'),
  spelling('6月7日上午9点', '2021-06-07T09:00:00', '上午、午前、早上、早晨、早间、清晨、清早、早', 'morning'),
  spelling('6月7日18.30', '2021-06-07T18:30:00', '时和分之间用点', 'a dot between hour and minute'),
  spelling('6月7日18:30分', '2021-06-07T18:30:00', '多写一个“分”', 'a 分 too many'),
  spelling('6月7日早8点', '2021-06-07T08:00:00', '“早”', '早 alone'),
  spelling('6月7日晚8点半', '2021-06-07T20:30:00', '晚、晚上、当晚、晚间、夜里、夜间、夜晚、深夜', 'evening'),
  spelling('6月7日晚上12点', '2021-06-08T00:00:00', '夜里十二点是次日零点', 'midnight belongs to the next day'),
  spelling('6月7日凌晨1点05分', '2021-06-07T01:05:00', '凌晨', 'before dawn'),
  spelling('6月7日中午12点', '2021-06-07T12:00:00', '中午、正午', 'noon'),
  spelling('6月7日8點', '2021-06-07T08:00:00', '繁体點、時、號', 'traditional characters'),
  spelling('6月7日六点二十', '2021-06-07T06:20:00', '不写“分”', 'without 分'),
  spelling('6月7日18点零5分', '2021-06-07T18:05:00', '“零5分”', '零 before a digit'),
  spelling('6月7日下午四点零五分', '2021-06-07T16:05:00', '“零五分”', '零 before a numeral'),
  spelling('6月7日晚上8点一刻', '2021-06-07T20:15:00', '一刻、三刻、半、整、钟', 'quarters and halves'),
  spelling('2021-06-07 6:00 PM', '2021-06-07T18:00:00', 'AM、PM', 'AM and PM'),
  spelling('6月7日 PM 6:00', '2021-06-07T18:00:00', 'AM、PM 在前', 'AM and PM first'),
  spelling('7 Jun 2021, 18:00', '2021-06-07T18:00:00', '英文月份', 'English months'),
  spelling('Jun 7, 2021 6:00 PM', '2021-06-07T18:00:00', '英文月份在前', 'English months first'),
  spelling('2021-06-07 24:00', '2021-06-08T00:00:00', '24:00 是次日 0:00', 'the next day’s 0:00'),
  spelling('44354.75', '2021-06-07T18:00:00', '表格的日期序列值', 'a spreadsheet’s serial number'),
  spelling('6月7日', null, '没有时刻：无法判断是否逾期', 'no time of day: lateness cannot be told'),
  spelling('6月31日 18:00', null, '没有这一天', 'no such day'),
  spelling('6月7日上午14点', null, '上午与14点矛盾', 'morning and 14 contradict'),
  spelling('6月7日上午12点', null, '可能是正午，也可能是零点', 'noon or midnight'),
  spelling('6月7日晚上1点', null, '不知是哪一天的夜里', 'whose night is not said'),
  spelling('2021-06-07T18:00:00Z', null, '带时区', 'a time zone'),
  spelling('07/06/2021 18:00', null, '日月次序不明', 'day or month first is not said'),
];
