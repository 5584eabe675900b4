// Which language a workbook is in, even when the setting that says it is damaged. Knows the tables by their specs.
import type { Language } from '../../core/ground/text';
import type { WorkbookSnapshot } from '../contract/snapshot';
import { TABLES } from './registry';
import { languageSaid, settingText } from './settings/settingText';

/** Chinese, unless more headers of the workbook are English ones. */
export function headerLanguage({ tables }: WorkbookSnapshot): Language {
  const count = (language: Language): number =>
    TABLES.reduce(
      (sum, spec) =>
        sum + spec.columns.filter(({ header }) => tables[spec.name]?.headers.includes(header[language])).length,
      0,
    );
  return count('en') > count('zh') ? 'en' : 'zh';
}

/** As Settings say; where they say no language (lost, typed over), as the headers are. */
export function languageOf(snapshot: WorkbookSnapshot): Language {
  return languageSaid(settingText(snapshot, 'language')) ?? headerLanguage(snapshot);
}
