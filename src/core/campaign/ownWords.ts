// The campaign's own words for made sheets, with the general ones where it says none, and its templates filled in. Knows no layout.
import type { CampaignSettings } from './settings';
import { fillTemplate } from './fillTemplate';
import type { Problem } from '../ground/problem';
import type { Language, Text } from '../ground/text';
import { text } from '../ground/text';

type Words = Pick<CampaignSettings, 'words'>;

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** What is judged, in the middle of a sentence: 作品, 照片, photo. */
export function entryWord({ words }: Words, language: Language): string {
  return words.entry || text('作品', 'entry')[language];
}

/** Heads the column of titles. Example: 照片题目, Photo. */
export function entryHeader(settings: Words, language: Language): string {
  const word = entryWord(settings, language);
  return language === 'zh' ? `${word}题目` : capital(word);
}

/** Heads the column of those who stand behind the entries. */
export function personHeader({ words }: Words, language: Language): string {
  return words.person === '' ? text('参评人', 'Entrant')[language] : capital(words.person);
}

/** The title as the campaign has it, or the general one. */
export function ownTitle(own: string, general: Text, language: Language): string {
  return own === '' ? general[language] : own;
}

/** The settings with fields in braces that an office may write itself. */
export type TemplateKey = 'noticeText';

/** Values of a template's fields, each under its name in both languages. */
export function fieldValues(fields: readonly (readonly [name: Text, value: string])[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(([{ zh, en }, value]) => [
      [zh, value],
      [en, value],
    ]),
  );
}

/** Fields that every template knows. */
export function campaignFields(settings: CampaignSettings): readonly (readonly [Text, string])[] {
  return [
    [text('活动', 'campaign'), settings.campaign],
    [text('评选', 'contest'), settings.words.contest],
    [text('称号', 'honour'), settings.words.honour],
    [text('主办', 'organiser'), settings.organiser],
    [text('年份', 'year'), String(settings.year)],
    [text('依据', 'basis'), settings.basis],
  ];
}

/** A template of the campaign with its fields filled in; a field without a value stays visible as {field}. What is left out at its beginning begins no sentence. */
export function filled(settings: Words, key: TemplateKey, values: Readonly<Record<string, string>>): string {
  const template = settings.words[key];
  const { words } = fillTemplate(template, values);
  return template.startsWith('[') ? capital(words) : words;
}

/** Names in braces that are no field of the template: printed as they stand they would be on paper. */
export function templateProblems(
  settings: Words,
  keys: readonly TemplateKey[],
  values: Readonly<Record<string, string>>,
): Problem[] {
  return keys.flatMap((key) =>
    fillTemplate(settings.words[key], values).unknown.map((name): Problem => {
      const known = Object.keys(values).map((field) => `{${field}}`);
      return {
        code: 'unknown-field',
        table: 'Settings',
        row: key,
        column: 'value',
        found: `{${name}}`,
        expected: text(known.join(' '), known.join(' ')),
        message: text(
          `设置里的文字写有“{${name}}”，没有这个字段：可用 ${known.join(' ')}。请改正后再生成。`,
          `A text in Settings has “{${name}}”, which is no field: use ${known.join(' ')}. Correct it and run this again.`,
        ),
      };
    }),
  );
}
