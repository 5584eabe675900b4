// Words by which the names of everyday units differ for certain: 县财政局 is no slip of 县民政局. Knows no roster.

/** Fields of county offices; those in one row may be the same office under two names. */
const FIELDS: readonly (readonly string[])[] = [
  ['教育', '教体', '教育体育', '教科体'],
  ['财政'],
  ['民政'],
  ['审计'],
  ['统计'],
  ['水利', '水务'],
  ['林业'],
  ['农业', '农业农村', '农村'],
  ['信访'],
  ['司法'],
  ['公安'],
  ['税务'],
  ['卫生', '卫健', '卫生健康'],
  ['医保', '医疗保障'],
  ['人社', '人力资源和社会保障', '人力资源社会保障'],
  ['交通', '交通运输'],
  ['住建', '住房和城乡建设', '住房城乡建设'],
  ['城管', '城市管理', '城市管理和综合执法', '城管执法'],
  ['环保', '生态环境'],
  ['应急', '应急管理'],
  ['市监', '市场监管', '市场监督管理'],
  ['自然资源', '国土', '国土资源'],
  ['商务'],
  ['文旅', '文化旅游', '文旅广体', '文化旅游广电体育'],
  ['发改', '发展和改革', '发展改革'],
  ['科工', '科技', '科技和工业信息化', '工信'],
  ['邮政'],
  ['气象'],
  ['烟草'],
  ['粮食'],
  ['宣传'],
  ['组织'],
  ['统战'],
  ['政法'],
];

const FIELD_OF = new Map(FIELDS.flatMap((words, field) => words.map((word) => [word, field] as const)));
const ORDINAL = /[一二三四五六七八九十百\d]+/g;

/** What is left of an office's name without county and kind. Example: `stemOf('县财政局') === '财政'`. */
function stemOf(name: string): string {
  const stem = name
    .replace(/^.{0,3}县(?=.)/, '')
    .replace(/(?:管理局|委员会|领导小组|办公室|园区|管委会|公司|中心|局|委|办|部|所|站|队|院|园|会)$/, '');
  return stem === '' ? name : stem;
}

/**
 * True when two names that look alike are of different units for certain: their numbers differ (第一中学, 第二中学), or each names another field of
 * county offices. Example: `areDifferent('县财政局', '县民政局')`; not `areDifferent('县教体局', '县教育局')`.
 */
export function areDifferent(a: string, b: string): boolean {
  const [numbersA, numbersB] = [a, b].map((name) => (name.match(ORDINAL) ?? []).join(' '));
  if (numbersA !== numbersB && a.replace(ORDINAL, '') === b.replace(ORDINAL, '') && numbersA && numbersB) return true;
  const [fieldA, fieldB] = [FIELD_OF.get(stemOf(a)), FIELD_OF.get(stemOf(b))];
  return fieldA !== undefined && fieldB !== undefined && fieldA !== fieldB;
}

/** True when what distinguishes one name is part of what distinguishes the other: 界牌工业园 and 界牌园区, 团委 and 共青团县委. */
export function mayBeMeant(a: string, b: string): boolean {
  if (areDifferent(a, b)) return false;
  const [short, long] = [stemOf(a), stemOf(b)].sort((one, other) => one.length - other.length);
  if (!short || !long || !sharedStem(short, long)) return false;
  // One character says enough only together with the kind of office: 团委, not 县法院 for 县司法局.
  return short.length > 1 || kindOf(a) === kindOf(b);
}

const kindOf = (name: string): string => name.slice(-1);

function sharedStem(short: string, long: string): boolean {
  const bare = short.replace(/(?:工业|产业|经济|开发|高新|技术|县)+/g, '');
  const other = long.replace(/(?:工业|产业|经济|开发|高新|技术|县)+/g, '');
  return bare !== '' && other !== '' && (other.includes(bare) || bare.includes(other));
}
