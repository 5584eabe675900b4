import { codeOf, labelOf, labelsOf, LABELS } from '../../../src/workbook/contract/labels';
import type { LabelSet } from '../../../src/workbook/contract/labels';

describe('labels of enumerations', () => {
  it.each(Object.keys(LABELS) as LabelSet[])('read back as their code in both languages: %s', (set) => {
    for (const code of Object.keys(LABELS[set])) {
      for (const language of ['zh', 'en'] as const) {
        expect(codeOf(set, labelOf(set, code as never, language))).toBe(code);
      }
    }
  });

  it.each(Object.keys(LABELS) as LabelSet[])(
    'are distinct within a language and fit an inline list of 255 characters: %s',
    (set) => {
      for (const language of ['zh', 'en'] as const) {
        const labels = labelsOf(set, language);
        expect(new Set(labels).size).toBe(labels.length);
        expect(labels.join(',').length).toBeLessThanOrEqual(255);
        expect(labels.join('')).not.toContain(',');
      }
    },
  );

  it('are found behind full-width characters and spaces, and nothing else is', () => {
    expect(codeOf('review', ' 通过　')).toBe('accepted');
    expect(codeOf('yesNo', 'ＹＥＳ')).toBe('yes');
    expect(codeOf('review', '差不多')).toBeNull();
  });
});
