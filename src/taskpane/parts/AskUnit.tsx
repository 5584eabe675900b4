// Asks which unit a doubtful spelling means. Never chooses by itself.
import { Field, Select } from '@fluentui/react-components';
import type { DoubtfulSpelling } from '../doubtfulSpellings';
import { useWords } from '../language';

interface Props {
  readonly spelling: DoubtfulSpelling;
  /** '' = not answered. */
  readonly answer: string;
  readonly tabIndex: number;
  readonly onAnswer: (written: string, value: string) => void;
}

/** The doubtful spelling with a drop-down of the units it may mean; '' is “none of them”. */
export function AskUnit({ spelling: { written, choices }, answer, tabIndex, onAnswer }: Props) {
  const { t } = useWords();
  return (
    <Field label={t('ask.which', { written })} size="small">
      <Select size="small" value={answer} tabIndex={tabIndex} onChange={(_, { value }) => onAnswer(written, value)}>
        <option value="">{t('ask.none')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
