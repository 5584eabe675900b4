// What a certificate says and how it lies: its parts as the office writes them, and the fields that they may name. Knows no sheet.
import { fillTemplate } from './fillTemplate';
import { text, type Language, type Text } from '../ground/text';

/** The parts in the order of the page, then how it is numbered and printed. */
export const CERTIFICATE_PARTS = [
  'heading',
  'to',
  'body',
  'honour',
  'closing',
  'signer',
  'date',
  'number',
  'series',
  'first',
  'orientation',
] as const;
/** A row of 证书模板. */
export type CertificatePart = (typeof CERTIFICATE_PARTS)[number];
/** The parts that are sentences with fields. */
export type CertificateWords = Exclude<CertificatePart, 'first' | 'orientation'>;

/** Sentences as they are typed; `first`: the running number of the first certificate. */
export type CertificateTemplate = Readonly<Record<CertificateWords, string>> & {
  readonly first: number;
  readonly portrait: boolean;
};

/** Numbers of a series have so many digits at least. */
const DIGITS = 3;

/** Fields of every part. Some have a second name, which offices use as readily. */
const CAMPAIGN_FIELDS: readonly Text[] = [
  text('活动', 'campaign'),
  text('评选', 'contest'),
  text('称号', 'honour'),
  text('主办', 'organiser'),
  text('年份', 'year'),
  text('依据', 'basis'),
];
const WINNER_FIELDS: readonly Text[] = [
  text('单位', 'unit'),
  text('题目', 'title'),
  text('作品', 'work'),
  text('参评人', 'entrant'),
  text('姓名', 'name'),
  text('类别', 'category'),
  text('奖项', 'tier'),
  text('编号', 'number'),
  text('日期', 'date'),
];
const SERIAL = text('序号', 'serial');

/** Names that a part may have in braces. The number itself is made of the year and a running number. */
export function fieldsOfPart(part: CertificateWords): readonly Text[] {
  return part === 'series' ? [...CAMPAIGN_FIELDS, SERIAL] : [...CAMPAIGN_FIELDS, ...WINNER_FIELDS];
}

/** Names in braces that are no field of the part. Example: `unknownFields('body', '《{题木}》')` → `['题木']`. */
export function unknownFields(part: CertificateWords, words: string): readonly string[] {
  const known = fieldsOfPart(part).flatMap(({ zh, en }) => [zh, en]);
  return fillTemplate(words, Object.fromEntries(known.map((name) => [name, name]))).unknown;
}

/** Example: `serialOf(7) === '007'`. */
export const serialOf = (number: number): string => String(number).padStart(DIGITS, '0');

/** What a workbook without a template of its own goes by; `words`: what its settings say. */
export function plainTemplate(
  words: Readonly<Record<'heading' | 'body' | 'honour' | 'closing', string>>,
  language: Language,
): CertificateTemplate {
  const say = (zh: string, en: string): string => text(zh, en)[language];
  return {
    ...words,
    heading: words.heading === '' ? say('荣 誉 证 书', 'CERTIFICATE') : words.heading,
    to: say('{单位}：', 'To {unit}:'),
    signer: say('{主办}', '{organiser}'),
    date: say('{日期}', '{date}'),
    number: say('编号：{编号}', 'No. {number}'),
    series: say('{年份}-{序号}', '{year}-{serial}'),
    first: 1,
    portrait: false,
  };
}
