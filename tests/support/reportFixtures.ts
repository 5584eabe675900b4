// Units, requirements, receipts and exceptions for tests: the real campaign's names, everything overridable.
import type { Receipt } from '../../src/core/receipts/receipt';
import { PLAIN_REQUIREMENT, type Exception, type Requirement } from '../../src/core/requirements/requirement';
import { PLAIN_UNIT, type Category, type Unit } from '../../src/core/roster/unit';
import { wallTimeFromIso, type WallTime } from '../../src/core/ground/wallTime';

/** Throws for what is no moment. Example: `at('2021-06-07 18:00')`. */
export function at(iso: string): WallTime {
  const time = wallTimeFromIso(iso);
  if (time === null) throw new Error(`not a moment: ${iso}`);
  return time;
}

export function unit(number: number, over: Partial<Unit> = {}): Unit {
  const unitId = `U${String(number).padStart(2, '0')}`;
  return {
    ...PLAIN_UNIT,
    unitId,
    name: `${unitId}镇`,
    category: 'township',
    ...over,
  };
}

const TOWNSHIPS =
  '西渡镇 集兵镇 杉桥镇 井头镇 演陂镇 金兰镇 洪市镇 曲兰镇 金溪镇 界牌镇 渣江镇 三湖镇 台源镇 关市镇 库宗桥镇 岘山镇 石市镇 樟木乡 岣嵝乡 栏垅乡 大安乡 溪江乡 长安乡 板市乡 樟树乡';
const MEMBERS =
  '县委办 县政府办 县委宣传部 县委组织部 县委政法委 县委网信办 县公安局 县人民检察院 县人民法院 县教育局 团县委 县文旅广体局 县卫健局 县市场监管局 县邮政分公司 县交通运输局 县城市执法局 县广电台 县融媒体中心';
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  县公安局: ['公安局', '县公安局禁毒大队'],
  县人民检察院: ['检察院', '县检察院'],
  县人民法院: ['法院', '县法院'],
  县市场监管局: ['县市场监督管理局'],
};

const named = (names: string, category: Category): { name: string; category: Category; aliases: readonly string[] }[] =>
  names.split(' ').map((name) => ({ name, category, aliases: ALIASES[name] ?? [] }));

/** 25 townships, 1 park, 19 member units, 8 placeholders: U01–U53. */
export const CAMPAIGN_UNITS: readonly Unit[] = [
  ...named(TOWNSHIPS, 'township'),
  ...named('界牌园区', 'park'),
  ...named(MEMBERS, 'member'),
  ...Array.from({ length: 8 }, () => ({ name: '', category: 'member' as const })),
].map((over, index) => unit(index + 1, over));

/** Throws when there is no such unit. */
export function unitNamed(name: string): Unit {
  const found = CAMPAIGN_UNITS.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no unit ${name}`);
  return found;
}

export const EXPECTED: Partial<Record<Category, number>> = { township: 25, park: 1, member: 27 };

export function requirement(number: number, over: Partial<Requirement> = {}): Requirement {
  return {
    ...PLAIN_REQUIREMENT,
    requirementId: `T${number}`,
    title: `事项${number}`,
    categories: ['township', 'park', 'member'],
    ...over,
  };
}

export const T1 = requirement(1, {
  title: '宣传活动方案',
  due: at('2021-06-07 18:00'),
  parts: ['方案文本'],
  keywords: ['活动方案'],
});
export const T2 = requirement(2, {
  title: '最美禁毒故事素材',
  due: at('2021-06-10 18:00'),
  parts: ['故事文稿'],
  keywords: ['故事素材'],
});
export const T3 = requirement(3, {
  title: '活动情况、工作总结',
  due: at('2021-07-03 18:00'),
  parts: ['文字', '图片', '视频', '网发报道截屏'],
  keywords: ['工作总结'],
});

export const PART_WORDS: Readonly<Record<string, readonly string[]>> = {
  方案文本: ['方案'],
  故事文稿: ['故事'],
  文字: ['总结'],
  图片: ['照片', 'png'],
  视频: ['视频', 'mp4'],
  网发报道截屏: ['截屏'],
};

export function receipt(number: number, over: Partial<Receipt> = {}): Receipt {
  return {
    receiptId: `R${String(number).padStart(4, '0')}`,
    unitId: 'U01',
    requirementId: 'T1',
    receivedAt: at('2021-06-07 12:00'),
    title: '',
    parts: [],
    review: 'accepted',
    replaces: '',
    note: '',
    ...over,
  };
}

export function exception(over: Partial<Exception> = {}): Exception {
  return {
    unitId: 'U01',
    requirementId: 'T1',
    quota: null,
    extendedTo: null,
    exempt: false,
    approvedBy: '',
    reason: '',
    ...over,
  };
}

/** 公、检、法 hand in two stories each. */
export const CAMPAIGN_EXCEPTIONS: readonly Exception[] = ['县公安局', '县人民检察院', '县人民法院'].map((name) =>
  exception({ unitId: unitNamed(name).unitId, requirementId: 'T2', quota: 2 }),
);
