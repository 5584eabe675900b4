// The seal of a workbook that went into the archive, as one line of the settings: when, by whom, and what opening it has to put back.
import type { Language } from '../ground/text';
import { text } from '../ground/text';

/** What the setting 封存 says of a sealed workbook. */
export interface Seal {
  /** “2021-08-01 09:00”. */
  readonly at: string;
  /** Who sealed it, as they said it. */
  readonly by: string;
  /** The as-of moment was the clock's before: it was fixed by sealing. */
  readonly fixedAsOf: boolean;
  /** Sheets that were protected before. */
  readonly protectedBefore: readonly string[];
}

const FIXED = text('截至时间由封存固定', 'as-of moment fixed by sealing');
const BEFORE = text('原已保护：', 'protected before: ');
/** No sheet's name can hold it. */
const BETWEEN = '/';

/** Example: “2021-08-01 09:00；办公室；截至时间由封存固定”. */
export function sealText({ at, by, fixedAsOf, protectedBefore }: Seal, language: Language): string {
  return [
    at,
    by.replace(/[；;]/g, ' '),
    ...(fixedAsOf ? [FIXED[language]] : []),
    ...(protectedBefore.length > 0 ? [`${BEFORE[language]}${protectedBefore.join(BETWEEN)}`] : []),
  ].join(language === 'zh' ? '；' : '; ');
}

/** Null: not sealed. Whatever else stands there seals the workbook, too. */
export function readSeal(words: string): Seal | null {
  if (words.trim() === '') return null;
  const [at = '', by = '', ...more] = words.split(/[；;]/).map((piece) => piece.trim());
  const before = more.map((piece) =>
    [BEFORE.zh, BEFORE.en].map((begin) => begin.trim()).find((begin) => piece.startsWith(begin)),
  );
  const place = before.findIndex((begin) => begin !== undefined);
  return {
    at,
    by,
    fixedAsOf: more.some((piece) => piece === FIXED.zh || piece === FIXED.en),
    protectedBefore:
      place < 0
        ? []
        : (more[place] ?? '')
            .slice((before[place] ?? '').length)
            .split(BETWEEN)
            .map((name) => name.trim()),
  };
}
