// How the log names the job of an act and the tables that it wrote to, beside their keys.
import type { Language } from '../../core/ground/text';
import type { ActWords } from '../../workbook/tables/records/actLog';
import { jobFacts } from './definedJobs';
import { tableTitle } from './tableTitle';

/** Example: `actWords('import-roster', 'zh').tableName('Units') === '单位名册'`; a job of another version keeps its plain name. */
export function actWords(job: string, language: Language): ActWords {
  return {
    jobName: jobFacts(job)?.words.title[language] ?? job,
    tableName: (table) => tableTitle(table)[language],
  };
}
