// The pane's language: chooses wordings, fills in their blanks. Chinese first; whatever is not English is Chinese.
import { createContext, useContext } from 'react';
import strings from '../../assets/strings/pane.json';
import { text, type Language, type Text } from '../core/ground/text';

/** A key of the pane’s words. */
export type StringKey = keyof typeof strings;
type Blanks = Readonly<Record<string, string | number>>;

/**
 * The wording of one of the pane's own strings. Blanks are written `{name}`.
 * Throws when a blank is not filled: only a programmer can forget one.
 * Example: `say('zh', 'preview.added', { count: 3 }) === '新增 3'`.
 */
export function say(language: Language, key: StringKey, blanks: Blanks = {}): string {
  const said = strings[key][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = blanks[name];
    if (value === undefined) throw new Error(`“${key}” needs “${name}”`);
    return String(value);
  });
  return text(said, said)[language];
}

/** 'en' for every English locale, 'zh' for all others. Example: `languageOf('en-GB') === 'en'`. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** What `useWords` goes by; a view outside of the pane speaks Chinese. */
export const LanguageContext = createContext<Language>('zh');

/** Between a label and what it labels, and between parts of a line, as the language writes them. */
const SIGNS: Readonly<Record<Language, { readonly colon: string; readonly comma: string }>> = {
  zh: { colon: '：', comma: '，' },
  en: { colon: ': ', comma: ', ' },
};

/** The pane’s words in one language, and how they are put together. */
export interface Words {
  readonly language: Language;
  readonly colon: string;
  readonly comma: string;
  readonly t: (key: StringKey, blanks?: Blanks) => string;
  readonly pick: (wording: Text) => string;
}

/** The words of the language that is shown now. */
export function useWords(): Words {
  const language = useContext(LanguageContext);
  return {
    language,
    ...SIGNS[language],
    t: (key, blanks) => say(language, key, blanks),
    pick: (wording) => wording[language],
  };
}
