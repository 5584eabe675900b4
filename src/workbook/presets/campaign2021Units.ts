// The units of the preset “2021·6·26”: 25 townships, 1 park, the 19 member units that the notice names, 8 rows to fill in.
import type { CountyCategory } from '../../core/roster/unit';
import type { Language } from '../../core/ground/text';
import { labelOf } from '../contract/labels';
import type { RecordOf } from './preset';

const TOWNSHIPS =
  '西渡镇 集兵镇 杉桥镇 井头镇 演陂镇 金兰镇 洪市镇 曲兰镇 金溪镇 界牌镇 渣江镇 三湖镇 台源镇 关市镇 库宗桥镇 岘山镇 石市镇 樟木乡 岣嵝乡 栏垅乡 大安乡 溪江乡 长安乡 板市乡 樟树乡';
const PARKS = '界牌园区';
const MEMBERS =
  '县委办 县政府办 县委宣传部 县委组织部 县委政法委 县委网信办 县公安局 县人民检察院 县人民法院 县教育局 团县委 县文旅广体局 县卫健局 县市场监管局 县邮政分公司 县交通运输局 县城市执法局 县广电台 县融媒体中心';
/** 县禁毒委成员单位 are 27; the notice names 19 and does not list the rest, so these rows stay without a name. */
const UNNAMED_MEMBERS = 8;

/** Spellings that offices use for exactly these units. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  县公安局: ['公安局', '县公安局禁毒大队'],
  县人民检察院: ['县检察院', '检察院', '人民检察院'],
  县人民法院: ['县法院', '法院', '人民法院'],
  县委宣传部: ['宣传部'],
  县委组织部: ['组织部'],
  县委政法委: ['政法委', '县政法委'],
  县委网信办: ['网信办', '县网信办'],
  县政府办: ['县政府办公室', '政府办'],
  县委办: ['县委办公室'],
  县教育局: ['教育局'],
  团县委: ['共青团县委'],
  县文旅广体局: ['县文化旅游广电体育局', '文旅广体局'],
  县卫健局: ['县卫生健康局', '卫健局'],
  县市场监管局: ['县市场监督管理局', '市场监管局'],
  县邮政分公司: ['邮政分公司', '县邮政公司'],
  县交通运输局: ['县交通局', '交通运输局'],
  县城市执法局: ['县城市管理和综合执法局', '城市执法局'],
  县广电台: ['县广播电视台', '广电台'],
  县融媒体中心: ['融媒体中心'],
};

/** In roster order; the rows to be filled in are not among them. */
export const NAMED_UNITS: readonly { name: string; category: CountyCategory }[] = [
  ...TOWNSHIPS.split(' ').map((name) => ({ name, category: 'township' as const })),
  ...PARKS.split(' ').map((name) => ({ name, category: 'park' as const })),
  ...MEMBERS.split(' ').map((name) => ({ name, category: 'member' as const })),
];

/** The 53 reporting units: those that the plan names, and blank rows for members whose names the office fills in. */
export function unitRows(language: Language): RecordOf<'Units'>[] {
  const unnamed = Array.from({ length: UNNAMED_MEMBERS }, () => ({ name: '', category: 'member' as const }));
  return [...NAMED_UNITS, ...unnamed].map(({ name, category }, index): RecordOf<'Units'> => ({
    unitId: `U${String(index + 1).padStart(2, '0')}`,
    name,
    category: labelOf('category', category, language),
    aliases: (ALIASES[name] ?? []).join('、'),
    active: labelOf('yesNo', 'yes', language),
  }));
}

/** The id of a named unit of the preset. */
export function presetUnitId(name: string): string {
  const index = NAMED_UNITS.findIndex((unit) => unit.name === name);
  if (index < 0) throw new Error(`The preset has no unit ${name}`);
  return `U${String(index + 1).padStart(2, '0')}`;
}
