// One spelling for each unit name, so that names compare by equality. Knows no roster.
import { foldText } from '../import/cellText';

/** Traditional characters that occur in names of county units, and their simplified forms. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  縣: '县', 鎮: '镇', 鄉: '乡', 園: '园', 區: '区', 黨: '党', 團: '团', 檢: '检', 辦: '办', 務: '务', 聯: '联', 網: '网',
  廣: '广', 視: '视', 體: '体', 衛: '卫', 經: '经', 濟: '济', 監: '监', 場: '场', 運: '运', 輸: '输', 執: '执', 傳: '传',
  組: '组', 織: '织', 電: '电', 臺: '台', 郵: '邮', 遊: '游', 創: '创', 門: '门', 關: '关', 橋: '桥', 長: '长', 樹: '树',
  嶺: '岭', 東: '东', 農: '农', 業: '业', 財: '财', 稅: '税', 環: '环', 護: '护', 規: '规', 劃: '划', 設: '设',
  會: '会', 產: '产', 發: '发', 開: '开', 應: '应', 總: '总', 婦: '妇', 協: '协', 機: '机', 構: '构', 統: '统', 戰: '战',
  紀: '纪', 國: '国', 資: '资', 審: '审', 計: '计', 勞: '劳', 動: '动', 華: '华', 龍: '龙', 陽: '阳', 陰: '阴', 灣: '湾',
  壩: '坝', 欄: '栏', 壟: '垄', 蘭: '兰', 雙: '双', 學: '学', 書: '书', 館: '馆', 醫: '医', 藥: '药', 鐵: '铁',
  處: '处', 職: '职', 連: '连', 營: '营', 銀: '银', 險: '险', 試: '试', 驗: '验', 綜: '综', 責: '责', 屬: '属', 廳: '厅',
};

/**
 * Folds width, case, blanks (also inside and invisible ones), brackets and traditional characters,
 * and drops 人民政府 or 政府 behind 镇, 乡 and 街道. Gives '' for a blank name. Idempotent.
 * Example: `normalizeName('　岣嵝鄉政府 ') === '岣嵝乡'`, `normalizeName('县政府办') === '县政府办'`.
 */
export function normalizeName(raw: string): string {
  const folded = foldText(raw).replace(/[〔【[{〈《]/g, '(').replace(/[〕】\]}〉》]/g, ')');
  const simplified = Array.from(folded, (character) => SIMPLIFIED[character] ?? character).join('');
  return simplified.replace(/(镇|乡|街道)(?:(?:人民)?政府)+$/, '$1');
}
